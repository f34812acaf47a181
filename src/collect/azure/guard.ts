/**
 * Decides whether a request may leave. Allowed are reads of metadata from the chosen cloud's hosts, path by path; what
 * is not named here is refused, so that no client, nextLink or redirect can fetch a secret's value, change anything, or
 * carry a token abroad.
 */
import { type Cloud, isVaultHost } from './clouds.ts';

export class GuardError extends Error {
  override readonly name = 'GuardError';
}

const NAME = '[0-9a-z-]{1,127}';
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Resource group names may hold dots, brackets and letters of many scripts, percent-encoded in addresses. */
const GROUP = "[\\p{L}\\p{M}\\p{N}._()'-]{1,90}";
const VAULT = `/subscriptions/${GUID}/resourcegroups/${GROUP}/providers/microsoft\\.keyvault/vaults/${NAME}`;

const WORKSPACE = `/subscriptions/${GUID}/resourcegroups/${GROUP}/providers/microsoft\\.operationalinsights/workspaces/${NAME}`;

const NETWORK = `/subscriptions/${GUID}/resourcegroups/${GROUP}/providers/microsoft\\.network`;
const NETWORK_NAME = '[0-9a-z][0-9a-z._-]{0,79}';

/** Of paths in small ASCII letters. Not the flag i: with u it takes ſ for an s, and a service need not. */
const paths = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`, 'u');

const ARM_READS = paths([
  '/subscriptions',
  `/subscriptions/${GUID}/providers/microsoft\\.keyvault/(?:deleted)?vaults`,
  `${VAULT}/secrets`,
  `${VAULT}/keys(?:/${NAME}(?:/versions)?)?`,
  `${VAULT}/providers/microsoft\\.insights/diagnosticsettings`,
  `${VAULT}/networksecurityperimeterconfigurations`,
  `${NETWORK}/privateendpoints/${NETWORK_NAME}(?:/privatednszonegroups)?`,
  `${NETWORK}/virtualnetworks/${NETWORK_NAME}/subnets/${NETWORK_NAME}`,
  `${VAULT}/providers/microsoft\\.authorization/locks`,
  WORKSPACE,
  `${WORKSPACE}/tables/azkvauditlogs`,
]);

/** Not these two, which are no certificates: contacts are persons, an issuer alone comes with its account. */
const CERTIFICATE = `(?!(?:contacts|issuers)(?:/|$))${NAME}`;

/**
 * No path under which the service tells a secret's value: not /secrets/x, nor /secrets/x/v, nor /deletedsecrets/x. Of
 * a certificate the service tells the public part alone; the private one is its secret.
 */
const VAULT_READS = paths([
  '/secrets',
  `/secrets/${NAME}/versions`,
  '/keys',
  `/keys/${NAME}`,
  `/keys/${NAME}/(?:versions|rotationpolicy)`,
  '/certificates',
  '/certificates/issuers',
  `/certificates/${CERTIFICATE}`,
  `/certificates/${CERTIFICATE}/(?:versions|policy|pending)`,
  '/deleted(?:secrets|keys|certificates)',
]);

/** Asked with POST, since the question is longer than an address may be; it reads and nothing else. */
const LOG_QUERIES = paths([`/v1/workspaces/${GUID}/query`]);

/** How people sign in: policies of the tenant, nothing of persons. */
const GRAPH_READS = paths([
  '/v1\\.0/identity/conditionalaccess/policies',
  '/v1\\.0/policies/identitysecuritydefaultsenforcementpolicy',
]);

const TOKENS = paths(['/[0-9a-z][0-9a-z.-]{0,252}/oauth2/v2\\.0/token']);

/** Throws GuardError unless the request is one that vault-posture may make. */
export function guard(cloud: Cloud, method: string, address: string): void {
  const why = refusal(cloud, method, address);
  if (why) throw new GuardError(`Refused before sending: ${why}`);
}

function refusal(cloud: Cloud, method: string, address: string): string | undefined {
  // URL would silently drop tabs and line ends, and read \\ as /: what it parsed would not be what is sent.
  if (!/^[\x21-\x7e]+$/.test(address) || address.includes('\\'))
    return 'the address has characters that no address has';
  if (!URL.canParse(address)) return 'the address is not a URL';
  const url = new URL(address);
  if (url.protocol !== 'https:') return `${url.protocol}//${url.host} is not https`;
  if (url.username !== '' || url.password !== '') return 'the address carries a user name';
  if (url.port !== '') return `${url.host} names a port`;
  const reads = readsOf(cloud, url.hostname, method);
  if (!reads) return `${method} ${url.hostname} is not a host of the cloud "${cloud.name}" for that`;
  const path = plainPath(address, url);
  if (path === undefined) return `the path ${url.pathname} is written in a way that hides what it names`;
  return reads.test(asciiLower(path))
    ? undefined
    : `${method} ${url.hostname}${path} is not on the list of metadata reads`;
}

function readsOf(cloud: Cloud, host: string, method: string): RegExp | undefined {
  if (host === cloud.authority) return method === 'POST' ? TOKENS : undefined;
  if (host === cloud.logs) return method === 'POST' ? LOG_QUERIES : undefined;
  if (method !== 'GET') return undefined;
  if (host === cloud.arm) return ARM_READS;
  if (host === cloud.graph) return GRAPH_READS;
  return isVaultHost(cloud, host) ? VAULT_READS : undefined;
}

/**
 * The path decoded once, if that is all there is to it: no dot segments, doubled slashes, encoded slashes or second
 * layer of encoding. Read from the text, since URL would already have resolved the dots, and held against what URL made
 * of it, since that is what will be sent. A last slash, which some clients add, does not count.
 */
function plainPath(address: string, { pathname }: URL): string | undefined {
  const written = /^https:\/\/[^/?#]*([^?#]*)/i.exec(address)?.[1] ?? '';
  if (/%(?:2f|5c|25|00)/i.test(written)) return undefined;
  const decoded = decode(written);
  if (decoded === undefined || decoded.split('/').some((step) => step === '.' || step === '..')) return undefined;
  if (decoded.includes('//') || decoded !== decode(pathname)) return undefined;
  return decoded.length > 1 ? decoded.replace(/\/$/, '') : decoded;
}

const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
