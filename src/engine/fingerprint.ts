/** What tells one problem from another, in this scan and the next. */
import { hash } from 'node:crypto';
import { shortName } from '../model/catalog.ts';
import type { Resource } from '../model/snapshot.ts';

/**
 * The same as long as it is the same problem: from rule, host, kind, name and what tells items apart, never from ages,
 * versions or texts. Hosts are unique in a cloud, so a vault that moves to another group keeps its findings.
 */
export function fingerprint(
  ruleId: string,
  resource: Resource,
  ancestors: readonly Resource[],
  identity: readonly unknown[],
  about?: string,
): string {
  const host = [resource, ...ancestors].find((one) => one.host !== undefined)?.host ?? resource.id;
  const kind = shortName(about ?? resource.kind);
  const name = about ? `*${shortName(resource.kind)}` : resource.name;
  const subkey = identity.map((part) => JSON.stringify(part)).join('\0');
  const key = ['vp1', ruleId, host.toLowerCase(), kind, name.toLowerCase(), subkey];
  return hash('sha256', key.join('\0').normalize('NFC'), 'hex');
}
