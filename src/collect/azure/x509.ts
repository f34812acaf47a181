/** The parts of an X.509 certificate. Source: RFC 5280, section 4.1 */
import { contentOf, DerError, type Element, elementIn, objectIdentifier, partsOf, TAG } from './der.ts';

export interface X509Parts {
  /** As the signer and as the signed part say; they should say the same. */
  readonly algorithms: readonly [Element, Element];
  readonly issuer: Element;
  readonly notBefore: Element;
  readonly notAfter: Element;
  readonly subject: Element;
  readonly publicKey: Element;
  readonly extensions: Element | undefined;
}

const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
/** Identifiers of issuer and subject that nobody uses any more, and extensions. */
const BEHIND_THE_KEY: readonly number[] = [0x81, 0x82, EXTENSIONS];

/** Throws DerError for what is no certificate. */
export function certificateIn(certificate: Element): X509Parts {
  const [signed, algorithm, signature, ...others] = partsOf(certificate);
  if (!algorithm || signature?.tag !== TAG.bitString || others.length > 0) throw new DerError('no certificate');
  const parts = partsOf(signed);
  const [, inner, issuer, validity, subject, publicKey, ...rest] = parts[0]?.tag === VERSION ? parts.slice(1) : parts;
  const [notBefore, notAfter] = partsOf(validity);
  if (!inner || !issuer || !notBefore || !notAfter || !subject || !publicKey || !isInOrder(rest))
    throw new DerError('a certificate with parts missing');
  const extensions = rest.find(({ tag }) => tag === EXTENSIONS);
  return { algorithms: [algorithm, inner], issuer, notBefore, notAfter, subject, publicKey, extensions };
}

const isInOrder = (rest: readonly Element[]): boolean =>
  rest.every(({ tag }, at) => BEHIND_THE_KEY.includes(tag) && tag > (rest[at - 1]?.tag ?? 0));

/** The value of an extension, by its object identifier; undefined if the certificate has none such. */
export function extensionIn({ extensions }: X509Parts, identifier: string): Element | undefined {
  if (!extensions) return undefined;
  const all = partsOf(elementIn(extensions.content)).map((extension) => partsOf(extension));
  const [found, ...others] = all.filter(([kind]) => objectIdentifier(kind) === identifier);
  if (others.length > 0) throw new DerError('the same extension twice');
  return found && elementIn(contentOf(found.at(-1), TAG.octetString));
}

/** Object identifier of the algorithm that signed it. */
export function algorithmIn({ algorithms: [outer, inner] }: X509Parts): string {
  if (!Buffer.from(outer.whole).equals(inner.whole)) throw new DerError('two algorithms for one signature');
  return objectIdentifier(partsOf(outer)[0]);
}
