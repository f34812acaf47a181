/** What may leave: reads of metadata from the cloud's own hosts, and nothing that only looks like one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guard, GuardError } from '../../src/collect/azure/guard.ts';
import { estate } from '../estate/havelmark.ts';
import { SUBSCRIPTION, TENANT } from '../estate/small-estate.ts';
import { cloud, collected } from './scan.ts';

const KV = 'https://kv-a.vault.azure.net';
const ARM = 'https://management.azure.com';
const GROUP = `${ARM}/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-test`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-a`;
const GRAPH = 'https://graph.microsoft.com/v1.0';
const WORKSPACE = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/log-test`;
const NETWORK = `${GROUP}/providers/Microsoft.Network`;
const ENDPOINT = `${NETWORK}/privateEndpoints/pe-kv.a_1`;
const SUBNET = `${NETWORK}/virtualNetworks/net.hub/subnets/Gateway_Subnet`;
const QUERY = `https://api.loganalytics.azure.com/v1/workspaces/${TENANT}/query`;
const LOGIN = 'https://login.microsoftonline.com';
const VERSION = '0123456789abcdef0123456789abcdef';

const passes = (address: string, method = 'GET'): boolean => {
  try {
    guard(cloud, method, address);
    return true;
  } catch (error) {
    if (error instanceof GuardError) return false;
    throw error;
  }
};
const letThrough = (addresses: readonly string[], method?: string) => addresses.filter((one) => passes(one, method));

const READS = [
  ...['/secrets', '/secrets/db/versions', '/keys', '/keys/k', '/keys/k/versions', '/keys/k/rotationpolicy'].map(
    (path) => `${KV}${path}`,
  ),
  ...['/certificates', '/certificates/issuers', '/certificates/c', '/certificates/contacts-of-ours'].map(
    (path) => `${KV}${path}`,
  ),
  ...['versions', 'policy', 'pending'].map((path) => `${KV}/certificates/c/${path}`),
  ...['/deletedsecrets', '/deletedkeys', '/deletedcertificates'].map((path) => `${KV}${path}`),
  `${ARM}/subscriptions`,
  `${ARM}/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`,
  `${ARM}/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/deletedVaults`,
  `${VAULT}/providers/Microsoft.Authorization/locks`,
  ...['/secrets', '/keys', '/keys/k', '/keys/k/versions', '/providers/Microsoft.Insights/diagnosticSettings'].map(
    (path) => `${VAULT}${path}`,
  ),
  `${VAULT}/networkSecurityPerimeterConfigurations`,
  ENDPOINT,
  `${ENDPOINT}/privateDnsZoneGroups`,
  SUBNET,
  WORKSPACE,
  `${WORKSPACE}/tables/AZKVAuditLogs`,
  ...['/identity/conditionalAccess/policies', '/policies/identitySecurityDefaultsEnforcementPolicy'].map(
    (path) => `${GRAPH}${path}`,
  ),
];

describe('what is needed leaves', () => {
  test('every read of metadata, with any query, with the port that vaults write, and in any letter case', () => {
    for (const read of READS) {
      const { host } = new URL(read);
      const spelt = [read, `${read}?api-version=x&$skiptoken=y`, `${read}/`, `${read}#top`, read.toUpperCase()];
      expect(letThrough([...spelt, read.replace(host, `${host}:443`)])).toHaveLength(6);
    }
  });

  test('resource groups are called what people call them', () => {
    const groups = ['rg.with_all-(of)-it', 'rg-stra%C3%9Fe', 'rg-%E5%80%89%E5%BA%AB', 'rg-caf%65%CC%81'];
    const lists = groups.map((group) => VAULT.replace('rg-test', group)).map((vault) => `${vault}/keys`);
    expect(letThrough(lists)).toEqual(lists);
  });

  test('a token is asked for with POST, of the tenant or of all organisations', () => {
    const paths = [TENANT, 'organizations', 'havelmark.example'].map(
      (tenant) => `${LOGIN}/${tenant}/oauth2/v2.0/token`,
    );
    expect(letThrough(paths, 'POST')).toEqual(paths);
    expect(letThrough(paths)).toEqual([]);
  });

  test('logs are asked with POST, of one workspace, at the host for queries', () => {
    expect(letThrough([QUERY, `${QUERY}/`, QUERY.toUpperCase().replace('HTTPS', 'https')], 'POST')).toHaveLength(3);
    const others = [
      QUERY.replace('query', 'search'),
      QUERY.replace('query', 'metadata'),
      QUERY.replace(TENANT, 'log-test'),
      `${QUERY}/x`,
      `https://api.loganalytics.azure.com/v1/workspaces/${TENANT}`,
      `https://api.loganalytics.azure.com/v1/subscriptions/${SUBSCRIPTION}/query`,
      QUERY.replace('.azure.com', '.io'),
      QUERY.replace('.azure.com', '.azure.com.evil.example'),
      QUERY.replace('https', 'http'),
    ];
    expect(letThrough(others, 'POST')).toEqual([]);
    expect(['GET', 'PUT', 'DELETE', 'PATCH'].flatMap((method) => letThrough([QUERY], method))).toEqual([]);
  });

  test('of a workspace, only itself and the plan of the one table', () => {
    const others = [
      '/tables',
      '/tables/AzureDiagnostics',
      '/sharedKeys',
      '/savedSearches',
      '/query',
      '/tables/AZKVAuditLogs/x',
    ];
    expect(letThrough(others.map((path) => `${WORKSPACE}${path}`))).toEqual([]);
    expect(
      letThrough([`${WORKSPACE}/sharedKeys`, WORKSPACE, `${VAULT}/providers/Microsoft.Insights/logs`], 'POST'),
    ).toEqual([]);
    const settings = `${VAULT}/providers/Microsoft.Insights/diagnosticSettings`;
    expect(letThrough([`${settings}/audit`, settings.replace('diagnosticSettings', 'metrics')])).toEqual([]);
  });

  test('of the network around a vault, only single endpoints, their zone groups and single subnets', () => {
    const others = [
      `${VAULT}/networkSecurityPerimeterConfigurations/x`,
      `${VAULT}/networkSecurityPerimeterConfigurations/x/reconcile`,
      `${NETWORK}/privateEndpoints`,
      `${ENDPOINT}/privateDnsZoneGroups/default`,
      `${ENDPOINT}/privateLinkServiceProxies`,
      `${NETWORK}/virtualNetworks/net.hub`,
      `${NETWORK}/virtualNetworks/net.hub/subnets`,
      `${SUBNET}/join/action`,
      `${NETWORK}/networkSecurityPerimeters/nsp`,
      `${NETWORK}/loadBalancers/lb`,
      `${NETWORK}/privateEndpoints/.hidden`,
      `${NETWORK}/privateEndpoints/${'x'.repeat(81)}`,
    ];
    expect(letThrough(others)).toEqual([]);
    expect(letThrough([ENDPOINT, SUBNET, `${VAULT}/networkSecurityPerimeterConfigurations`], 'POST')).toEqual([]);
  });

  test('all that the demo asks', async () => {
    const { requests } = await collected(estate);
    expect(requests.filter(({ method, url }) => !passes(url, method))).toEqual([]);
  });
});

describe('nothing that changes anything', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'QUERY', 'get', ''])(
    '%s is refused everywhere but at the sign-in',
    (method) => {
      expect(letThrough([...READS, `${KV}/secrets/db`, VAULT], method)).toEqual([]);
      expect(letThrough([`${LOGIN}/${TENANT}/oauth2/v2.0/token`], method)).toHaveLength(method === 'POST' ? 1 : 0);
    },
  );
});

/** Paths under which Key Vault tells a value, or would give one away. */
const VALUES = [
  '/secrets/db',
  `/secrets/db/${VERSION}`,
  '/deletedsecrets/db',
  `/deletedsecrets/db/${VERSION}`,
  '/deletedsecrets/db/versions',
  '/deletedsecrets/db/recover',
  '/deletedkeys/k',
  '/deletedcertificates/c',
  '/deletedstorage',
  '/secrets/db/backup',
  '/keys/k/backup',
  '/keys/k/decrypt',
  `/keys/k/${VERSION}`,
  '/keys/k/release',
  `/certificates/c/${VERSION}`,
  '/certificates/c/backup',
  '/certificates/c/pending/merge',
  '/certificates/contacts',
  '/certificates/contacts/policy',
  '/certificates/issuers/digicert',
  '/certificates/issuers/policy',
  '/storage/account',
  '/backup',
];

const respelt = (path: string): string[] => {
  const [, collection, ...rest] = path.split('/');
  const behind = rest.join('/');
  return [
    path,
    `${path}/`,
    `${path}//`,
    `${path}/.`,
    `${path}/./`,
    `${path}/..`,
    `/${path}`,
    path.toUpperCase(),
    path.replaceAll('/', '//'),
    path.replaceAll('/', '%2f'),
    path.replaceAll('/', '%2F'),
    path.replaceAll('/', '%252f'),
    path.replaceAll('/', '\\'),
    path.replaceAll('/', '%5c'),
    `/${collection}/./${behind}`,
    `/${collection}/%2e/${behind}`,
    `/x/../${collection}/${behind}`,
    `/x/%2e%2e/${collection}/${behind}`,
    `/x/.%2E/${collection}/${behind}`,
    `/keys/../${collection}/${behind}`,
    `/secrets/x/versions/../../../${collection}/${behind}`,
    `/secrets/x/versions/%2e%2e/%2e%2e/${behind}`,
    `${path}?/versions`,
    `${path}#/versions`,
    `${path}%3f/versions`,
    `${path}%23/versions`,
    `${path};/versions`,
    `${path}/versions/x`,
    `${path}%00/versions`,
    `${path}%20`,
    `${path}.`,
    `${path}\t`,
    `${path}\n`,
    `/sec\trets/${behind}`,
    path.replace(/^\/(.)/, (_, first: string) => `/%${first.charCodeAt(0).toString(16)}`),
  ];
};

describe('nothing that tells a value', () => {
  test.each(VALUES)('%s, however it is written', (path) => {
    const spellings = respelt(path).map((spelt) => `${KV}${spelt}`);
    const open = letThrough([...spellings, ...spellings.map((address) => `${address}?api-version=2025-07-01`)]);
    expect(open).toEqual([]);
  });

  test('nor does a read of metadata leave, whose slashes are hidden', () => {
    const hidden = READS.flatMap((read) => {
      const last = read.lastIndexOf('/');
      return ['%2f', '%2F', '%5c', '%5C', '%252F'].map((slash) => read.slice(0, last) + slash + read.slice(last + 1));
    });
    expect(letThrough(hidden)).toEqual([]);
  });

  test('letters that some programs take for others are not taken for them', () => {
    const kelvin = '%E2%84%AA';
    const longS = '%C5%BF';
    const addresses = [
      `${KV}/${longS}ecrets`,
      `${KV}/secrets/db/ver${longS}ions`,
      `${KV}/${kelvin}eys`,
      `${KV}/keys/${kelvin}`,
      `${VAULT}/${kelvin}eys`,
      `${VAULT.replace('kv-a', `${kelvin}v-a`)}/keys`,
    ];
    expect(letThrough(addresses)).toEqual([]);
  });

  test('nor is a secret, a vault or a deployment read through Resource Manager', () => {
    const paths = [
      '',
      '/secrets/db',
      `/secrets/db/${VERSION}`,
      '/accessPolicies',
      '/keys/k/versions/v',
      '/../kv-b/keys',
    ];
    const others = [
      ...['/locks/keep', '/roleAssignments'].map((path) => `${VAULT}/providers/Microsoft.Authorization${path}`),
      `${ARM}/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-a`,
      `${ARM}/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/locks`,
      `${GROUP}/providers/Microsoft.Resources/deployments`,
      `${ARM}/subscriptions/${SUBSCRIPTION}`,
      ARM,
    ];
    expect(letThrough([...paths.map((path) => `${VAULT}${path}`), ...others])).toEqual([]);
  });
});

describe('nothing to strangers', () => {
  test.each([
    ['a host that begins like one', 'https://kv-a.vault.azure.net.evil.com/secrets'],
    ['a host that ends like one', 'https://evilvault.azure.net/secrets'],
    ['a host that ends like one behind a hyphen', 'https://kv-a-vault.azure.net/secrets'],
    ['the suffix alone', 'https://vault.azure.net/secrets'],
    ['a host below a vault', 'https://a.kv-a.vault.azure.net/secrets'],
    ['a name with nothing before the suffix', 'https://.vault.azure.net/secrets'],
    ['a name in another script', 'https://xn--kv-a-loa.vault.azure.net/secrets'],
    ['full-width dots', 'https://kv-a\uFF0Evault\uFF0Eazure\uFF0Enet/secrets'],
    ['a root dot', 'https://kv-a.vault.azure.net./secrets'],
    ['a user name that looks like the host', 'https://kv-a.vault.azure.net@evil.com/secrets'],
    ['a user name and a password', 'https://kv-a.vault.azure.net:secret@evil.com/secrets'],
    ['a user name at the right host', 'https://user@kv-a.vault.azure.net/secrets'],
    ['a password at the right host', 'https://:password@kv-a.vault.azure.net/secrets'],
    ['another port', 'https://kv-a.vault.azure.net:8443/secrets'],
    ['port 80', 'https://kv-a.vault.azure.net:80/secrets'],
    ['plain http', 'http://kv-a.vault.azure.net/secrets'],
    ['http on the right port', 'http://kv-a.vault.azure.net:443/secrets'],
    ['an IPv4 address', 'https://10.0.0.1/secrets'],
    ['an IPv6 address', 'https://[::1]/secrets'],
    ['an address as a number', 'https://2130706433/secrets'],
    ['the metadata service', 'http://169.254.169.254/metadata/identity/oauth2/token'],
    ['localhost', 'https://localhost/secrets'],
    ['a host in the fragment', 'https://evil.com/secrets#.vault.azure.net'],
    ['a host in the query', 'https://evil.com/secrets?.vault.azure.net'],
    ['a host in the path', 'https://evil.com/.vault.azure.net/secrets'],
    ['a backslash for the end of the host', 'https://evil.com\\.vault.azure.net/secrets'],
    ['an encoded slash in the host', 'https://evil.com%2f.vault.azure.net/secrets'],
    ['an encoded backslash in the host', 'https://evil.com%5c.vault.azure.net/secrets'],
    ['no slashes', 'https:kv-a.vault.azure.net/secrets'],
    ['one slash', 'https:/kv-a.vault.azure.net/secrets'],
    ['three slashes', 'https:///kv-a.vault.azure.net/secrets'],
    ['no scheme', '//kv-a.vault.azure.net/secrets'],
    ['a relative path', '/secrets'],
    ['another scheme', 'ftp://kv-a.vault.azure.net/secrets'],
    ['a script', 'javascript:fetch("https://kv-a.vault.azure.net/secrets")'],
    ['a file', 'file:///etc/passwd'],
    ['white space before', ' https://kv-a.vault.azure.net/secrets'],
    ['a line end within', 'https://kv-a.vault.azure.net/sec\r\nrets'],
    ['a lone surrogate', 'https://kv-a.vault.azure.net/keys/\uD800'],
    ['another cloud', 'https://kv-a.vault.usgovcloudapi.net/secrets'],
    ['a host beside Resource Manager', 'https://management.azure.com.evil.com/subscriptions'],
    ['a host below Resource Manager', 'https://x.management.azure.com/subscriptions'],
    ['nothing', ''],
  ])('%s', (_, address) => {
    expect(() => guard(cloud, 'GET', address)).toThrow(GuardError);
  });

  test('tokens are asked of nobody else', () => {
    const hosts = [
      'login.microsoftonline.com.evil.com',
      'xlogin.microsoftonline.com',
      'login.evil.com',
      'kv-a.vault.azure.net',
    ];
    expect(
      letThrough(
        hosts.map((host) => `https://${host}/${TENANT}/oauth2/v2.0/token`),
        'POST',
      ),
    ).toEqual([]);
    expect(
      letThrough([`${LOGIN}/../oauth2/v2.0/token`, `${LOGIN}/a/b/oauth2/v2.0/token`, `${LOGIN}/x`], 'POST'),
    ).toEqual([]);
  });
});

// ---- whatever comes

const METADATA =
  /^\/(?:secrets(?:\/[0-9a-z-]+\/versions)?|keys(?:\/[0-9a-z-]+(?:\/versions|\/rotationpolicy)?)?|certificates(?:\/issuers|\/(?!contacts|issuers)[0-9a-z-]+(?:\/(?:versions|policy|pending))?)?|deleted(?:secrets|keys|certificates))\/?$/i;
const ARM_METADATA =
  /^\/subscriptions(?:\/[0-9a-f-]{36}(?:\/resourcegroups\/[^/]+)?\/providers\/microsoft\.keyvault\/(?:deleted)?vaults(?:\/[0-9a-z-]+\/(?:secrets|keys(?:\/[0-9a-z-]+(?:\/versions)?)?))?)?\/?$/i;

const MARKS = [
  '/',
  '//',
  '\\',
  '.',
  '..',
  '%2e',
  '%2e%2e',
  '%2f',
  '%5c',
  '%25',
  '%00',
  '?',
  '#',
  ';',
  '@',
  ':',
  ':443',
  '\t',
];
const DATA_STEPS = [
  'secrets',
  'keys',
  'certificates',
  'deletedsecrets',
  'versions',
  'rotationpolicy',
  'policy',
  'pending',
  'issuers',
  'contacts',
  'backup',
  'db',
];
const ARM_STEPS = [
  'subscriptions',
  SUBSCRIPTION,
  'resourceGroups',
  'rg',
  'providers',
  'Microsoft.KeyVault',
  'vaults',
  'kv-a',
];
const HOSTS = ['https://', 'http://', 'kv-a.vault.azure.net', 'management.azure.com', 'evil.com'];
const ODD_LETTERS = ['ſ', '%C5%BF', '\u212A', 'K'];
const piece = fc.oneof(
  fc.constantFrom(...MARKS, ...DATA_STEPS, ...ARM_STEPS, ...HOSTS, ...ODD_LETTERS),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const start = fc.constantFrom(`${KV}/`, `${KV}/secrets/`, `${KV}/keys/`, `${VAULT}/`, `${ARM}/`, 'https://', '', KV);
const steps = fc.array(piece, { maxLength: 7 });
const anyAddress = fc.tuple(start, steps, fc.constantFrom('', '/')).map(([from, parts, by]) => from + parts.join(by));

test('whatever is let through is what it looks like once it has been parsed as it will be sent', () => {
  let open = 0;
  const property = fc.property(anyAddress, (address) => {
    if (!passes(address)) return;
    open++;
    const { protocol, hostname, port, username, password, pathname } = new URL(address);
    expect([protocol, port, username, password]).toEqual(['https:', '', '', '']);
    expect(hostname).toMatch(/^(?:[0-9a-z-]+\.vault\.azure\.net|management\.azure\.com)$/);
    const isArm = hostname === 'management.azure.com';
    expect(isArm ? decodeURIComponent(pathname) : pathname).toMatch(isArm ? ARM_METADATA : METADATA);
  });
  fc.assert(property, { numRuns: 20_000, seed: 20_261_120 });
  expect(open).toBeGreaterThan(500);
});
