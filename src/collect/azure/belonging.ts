/**
 * Whether a secret or key is a part of a certificate. A certificate keeps its private part as a secret and its key as a
 * key, both of its own name; no other object can take that name while it lives.
 * Source: https://learn.microsoft.com/azure/key-vault/certificates/about-certificates#composition-of-a-certificate
 */
import { Gap } from '../../model/gap.ts';

/** What lists of the vault are known to their end. Names in lower case, as Key Vault does not tell letter case apart. */
export interface Neighbours {
  readonly secrets?: ReadonlyMap<string, { readonly contentType: unknown }>;
  readonly keys?: ReadonlySet<string>;
  readonly certificates?: ReadonlySet<string>;
}

/** Forms in which Key Vault keeps a certificate's private part. */
const CERTIFICATE_FORMS = new Set(['application/x-pkcs12', 'application/x-pem-file']);

/** The data plane marks such objects `managed`, and does not mention it on others. */
export const belongsByMark = (managed: unknown): boolean | Gap => {
  if (managed === undefined || managed === null) return false;
  return typeof managed === 'boolean' ? managed : Gap.of('error');
};

/** The control plane has no mark: what can be told from the neighbours is told, the rest is a gap. */
export function belongsByNeighbours(kind: 'secret' | 'key', name: string, neighbours: Neighbours): boolean | Gap {
  const folded = name.toLowerCase();
  if (neighbours.certificates) return neighbours.certificates.has(folded);
  const others = kind === 'secret' ? neighbours.keys : neighbours.secrets;
  if (others && !others.has(folded)) return false;
  const form = neighbours.secrets?.get(folded)?.contentType;
  return neighbours.secrets?.has(folded) && cannotHold(form) ? false : Gap.of('unsupported');
}

const cannotHold = (contentType: unknown): boolean =>
  contentType === undefined ||
  contentType === null ||
  (typeof contentType === 'string' && !CERTIFICATE_FORMS.has(contentType.trim().toLowerCase()));
