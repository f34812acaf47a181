/** Ids of resources with their names replaced. What kind of thing each part is stays, so that a report holds together. */
import type { Pseudonyms } from './pseudonyms.ts';

/** Words of Azure's own in ids, and what the name behind each is called. Any other is left out with its name. */
const WORDS = [
  ['subscriptions', ''],
  ['resourceGroups', 'group'],
  ['vaults', 'vault'],
  ['managedHSMs', 'hsm'],
  ['secrets', 'secret'],
  ['keys', 'key'],
  ['certificates', 'certificate'],
  ['deletedSecrets', 'secret'],
  ['deletedKeys', 'key'],
  ['deletedCertificates', 'certificate'],
  ['workspaces', 'workspace'],
  ['storageAccounts', 'storage'],
  ['privateEndpoints', 'endpoint'],
  ['privateEndpointConnections', 'connection'],
] as const;

const BY_WORD = new Map(WORDS.map(([word, label]) => [word.toLowerCase(), { word, label }]));

/** Kinds of principals and scopes whose ids are `kind:guid`. */
const PREFIXES = new Map(
  ['tenant', 'subscription', 'user', 'servicePrincipal', 'group'].map((prefix) => [prefix.toLowerCase(), prefix]),
);

/** The clouds' hosts of vaults and HSMs: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
const HOST = /^https:\/\/([^./]+)\.(vault|managedhsm)\.(azure\.net|azure\.cn|usgovcloudapi\.net)(?::443)?(\/.*)?$/i;

export function idWithout(id: string, names: Pseudonyms): string {
  const mark = id.indexOf('#');
  if (mark >= 0) return `${idWithout(id.slice(0, mark), names)}#${names.of(id.slice(mark + 1))}`;
  if (id.startsWith('/')) return path(id, names);
  return address(id, names) ?? prefixed(id, names) ?? names.named('id', id);
}

function address(id: string, names: Pseudonyms): string | undefined {
  const [, host = '', kind = '', cloud = '', rest = ''] = HOST.exec(id) ?? [];
  if (host === '') return undefined;
  const label = kind.toLowerCase() === 'vault' ? 'vault' : 'hsm';
  return `https://${names.named(label, host)}.${kind.toLowerCase()}.${cloud.toLowerCase()}${path(rest, names)}`;
}

function prefixed(id: string, names: Pseudonyms): string | undefined {
  const mark = id.indexOf(':');
  const prefix = PREFIXES.get(id.slice(0, Math.max(0, mark)).toLowerCase());
  return prefix && `${prefix}:${names.of(id.slice(mark + 1))}`;
}

/** Words and names in turn: `/subscriptions/<guid>/resourceGroups/<name>/providers/Microsoft.KeyVault/vaults/<name>`. */
function path(text: string, names: Pseudonyms): string {
  const parts = text.split('/').slice(1);
  const pairs = Array.from({ length: Math.ceil(parts.length / 2) }, (_, at) => parts.slice(2 * at, 2 * at + 2));
  return pairs.map(([word = '', name]) => pair(word, name, names)).join('');
}

function pair(word: string, name: string | undefined, names: Pseudonyms): string {
  if (word.toLowerCase() === 'providers') return `/providers/${namespace(name)}`;
  const known = BY_WORD.get(word.toLowerCase()) ?? { word: 'resources', label: 'resource' };
  if (name === undefined) return `/${known.word}`;
  const spoken = decoded(name);
  return `/${known.word}/${known.label === '' ? names.of(spoken) : names.named(known.label, spoken)}`;
}

const KEY_VAULT = 'Microsoft.KeyVault';

/** Others than Azure's may offer resources under their own name. */
const namespace = (name: string | undefined): string =>
  name?.toLowerCase() === KEY_VAULT.toLowerCase() ? KEY_VAULT : 'Other';

/** As names stand in results: without the escapes of an address. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
