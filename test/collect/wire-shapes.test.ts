/** Answers that are not what they should be: nothing breaks, nothing passes for it, nobody strange gets a token. */
import type { HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Fault, SentRequest } from '../../src/estate/faults.ts';
import type { Simulator } from '../../src/estate/simulator.ts';
import { smallEstate, type VaultSpec } from '../estate/small-estate.ts';
import { collected, fieldsOf, holes, resources, type Scan, scan, unlisted, verdict } from './scan.ts';

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
type Steps = readonly (string | number)[];

const expired = { created: '2020-01-01T00:00:00Z', expires: '2021-01-01T00:00:00Z' };

/** A vault in which every rule fails something. */
const NEGLECTED: VaultSpec = {
  tags: { team: 'tms' },
  properties: {
    accessPolicies: [
      {
        tenantId: '11111111-1111-4111-8111-111111111111',
        objectId: '55555555-5555-4555-8555-555555555555',
        permissions: { keys: ['Get'], secrets: ['all'], certificates: [], storage: [] },
      },
    ],
    enableRbacAuthorization: false,
    enableSoftDelete: false,
    softDeleteRetentionInDays: 7,
    enablePurgeProtection: false,
    publicNetworkAccess: 'Enabled',
    networkAcls: {
      defaultAction: 'Allow',
      bypass: 'AzureServices',
      ipRules: [{ value: '0.0.0.0/0' }],
      virtualNetworkRules: [{ id: '/subscriptions/x/subnets/y', ignoreMissingVnetServiceEndpoint: false }],
    },
    privateEndpointConnections: [
      {
        id: '/x/privateEndpointConnections/pec',
        properties: {
          privateEndpoint: { id: '/x/privateEndpoints/pe' },
          privateLinkServiceConnectionState: { status: 'Pending', description: 'please' },
          provisioningState: 'Succeeded',
        },
      },
    ],
  },
  secrets: {
    expired: { ...expired, tags: { owner: 'x' }, contentType: 'text/plain' },
    forever: { created: '2020-01-01T00:00:00Z' },
    soon: { expires: '2026-11-21T00:00:00Z', managed: false },
  },
  keys: {
    expired: {
      ...expired,
      rotationPolicy: {
        lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
        attributes: { expiryTime: 'P1Y' },
      },
    },
    forever: { created: '2020-01-01T00:00:00Z' },
  },
  certificates: { expired },
};

const closed = {
  refusals: [{ plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' }],
} as const;
const open = smallEstate({ 'kv-bad': NEGLECTED });
const shut = smallEstate({ 'kv-bad': { ...NEGLECTED, ...closed } });

// ---- every value, changed

const onVaults = ({ url }: Pick<SentRequest, 'url'>) => url.includes('/Microsoft.KeyVault/vaults?');
const to = (url: string) => (request: SentRequest) => request.url === url;

/** The answers of a scan, by address. */
async function answersOf(estate: typeof open): Promise<Map<string, Json>> {
  const answers = new Map<string, Json>();
  const listening: Fault[] = [{ matches: () => true, edit: (body) => body }];
  const { requests } = await scan(estate);
  for (const { url } of requests) {
    const edit = (body: unknown) => {
      answers.set(url, structuredClone(body) as Json);
      return body;
    };
    listening.unshift({ matches: to(url), edit });
  }
  await scan(estate, { faults: listening });
  return new Map([...answers].filter(([, body]) => !isObject(body) || !('error' in body)));
}

const isObject = (value: Json): value is { [member: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The places of all values in an answer. */
function places(value: Json, at: Steps = []): Steps[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value)
    ? value.map((item, i) => places(item, [...at, i]))
    : Object.entries(value).map(([name, item]) => places(item, [...at, name]));
  return [at, ...inside.flat()];
}

const valueAt = (body: Json, steps: Steps): Json =>
  steps.reduce<Json>((value, step) => (value as { [step: string | number]: Json })[step] as Json, body);

function changed(
  body: Json,
  steps: Steps,
  change: (holder: { [step: string | number]: Json }, step: string | number) => void,
): Json {
  const copy = structuredClone(body);
  const last = steps.at(-1) as string | number;
  change(valueAt(copy, steps.slice(0, -1)) as { [step: string | number]: Json }, last);
  return copy;
}

/** One of each type that is not the value's own. Coercion makes dates of some of them, and words of the hostile one. */
function strangersTo(value: Json): Json[] {
  const all: Json[] = ['x', 5, true, [], { toString: 1, valueOf: 1 }];
  return all.filter((other) => typeOf(other) !== typeOf(value));
}

const typeOf = (value: Json) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

const verdictsOf = ({ findings }: Scan) => new Map(findings.map((finding) => [finding.fingerprint, finding]));

/** What passes now and did not before. */
const newPasses = (before: Scan, now: Scan): string[] => {
  const known = verdictsOf(before);
  return now.findings
    .filter(({ verdict, fingerprint }) => verdict === 'pass' && known.get(fingerprint)?.verdict !== 'pass')
    .filter(({ fingerprint }) => known.get(fingerprint)?.verdict !== 'notApplicable')
    .map(({ ruleId, resource }) => `${ruleId} passes on ${resource.id}`);
};

/** Fails and unknowns that are neither there nor covered by an unknown about their kind. */
const lost = (before: Scan, now: Scan): string[] => {
  const known = verdictsOf(now);
  const about = new Set(
    now.findings.flatMap(({ ruleId, about }) => (about === undefined ? [] : [`${ruleId} ${about}`])),
  );
  return before.findings
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .filter(({ ruleId, resource, about: kind = resource.kind }) => !about.has(`${ruleId} ${kind}`))
    .map(({ ruleId, resource }) => `${ruleId} is gone on ${resource.id}`);
};

/** The same for each item of a list. */
const memberAt = (at: Steps): string => at.filter((step) => typeof step === 'string').join('.');

/** The members of all objects in an answer, of the items of a list in the last. */
const onePlaceOfEachMember = (body: Json): Iterable<Steps> =>
  new Map(
    places(body)
      .filter((at) => typeof at.at(-1) === 'string')
      .map((at) => [memberAt(at), at]),
  ).values();

/** A member meets all of them where it first comes; in further items and answers one, by turns. */
function byTurns(strangers: readonly Json[], at: Steps, seen: Map<string, number>): readonly Json[] {
  const member = memberAt(at);
  const before = seen.get(member) ?? 0;
  seen.set(member, before + 1);
  return before === 0 ? strangers : [strangers[before % strangers.length] as Json];
}

const whenOpen = await answersOf(open);
/** What is asked in any case is held against everything once. */
const whenShut = new Map([...(await answersOf(shut))].filter(([url]) => onVaults({ url }) || !whenOpen.has(url)));

describe.each([
  ['whose data plane answers', open, whenOpen],
  ['that only Resource Manager tells of', shut, whenShut],
])('a neglected vault %s', async (_, estate, answers) => {
  const before = await scan(estate);

  const instead = (url: string, body: Json) => ({ faults: [{ matches: to(url), edit: () => body }] });
  const scanWith = (url: string, body: Json) => scan(estate, instead(url, body));
  const recordsWith = async (url: string, body: Json) => (await collected(estate, instead(url, body))).records;

  test('fails every rule there is for what can be read', () => {
    const failed = new Set(before.findings.flatMap(({ verdict, ruleId }) => (verdict === 'fail' ? [ruleId] : [])));
    expect(failed.size).toBe(estate === open ? 17 : 16);
  });

  test('each value of another type: no rule passes for it, no verdict vanishes, nothing breaks', async () => {
    const wrong: string[] = [];
    const seen = new Map<string, number>();
    for (const [url, body] of answers)
      for (const at of places(body).slice(1))
        for (const stranger of byTurns(strangersTo(valueAt(body, at)), at, seen)) {
          const odd = changed(body, at, (holder, step) => {
            holder[step] = stranger;
          });
          const where = `${url} ${at.join('.')} = ${JSON.stringify(stranger)}`;
          const now = await scanWith(url, odd).catch((error: Error) => error);
          if (now instanceof Error) wrong.push(`${where}: ${now.stack?.slice(0, 300)}`);
          else wrong.push(...[...newPasses(before, now), ...lost(before, now)].map((what) => `${where}: ${what}`));
        }
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  test('each whole answer of another form', async () => {
    for (const [url, body] of answers)
      for (const stranger of [null, ...strangersTo(body)]) {
        const now = await scanWith(url, stranger);
        expect([...newPasses(before, now), ...lost(before, now)], `${url} ${JSON.stringify(stranger)}`).toEqual([]);
      }
  });

  test('null is the same as left out', async () => {
    for (const [url, body] of answers)
      for (const at of onePlaceOfEachMember(body)) {
        const nothing = changed(body, at, (holder, step) => {
          holder[step] = null;
        });
        const absent = changed(body, at, (holder, step) => {
          delete holder[step];
        });
        const [one, other] = [await recordsWith(url, nothing), await recordsWith(url, absent)];
        expect(one, `${url} ${at.join('.')}`).toEqual(other);
      }
  });

  test('members that nobody has heard of change nothing', async () => {
    // A condition or control that nobody knows narrows a policy of Conditional Access: it is kept, and counts.
    const plain = [...answers].filter(([url]) => !url.includes('/conditionalAccess/'));
    for (const [url, body] of plain) {
      const objects = places(body).filter((at) => isObject(valueAt(body, at)) && at.at(-1) !== 'tags');
      const copy = structuredClone(body);
      for (const at of objects) Object.assign(valueAt(copy, at) as object, { unexpected: { a: [1] }, gap: 'skipped' });
      expect(await recordsWith(url, copy), url).toEqual(before.records);
    }
  });
});

// ---- single stories

const one = (spec: VaultSpec) => smallEstate({ 'kv-a': spec });
const VAULT =
  'https://management.azure.com/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-test/providers/Microsoft.KeyVault/vaults/kv-a';
const onList =
  (kind: string) =>
  ({ url }: SentRequest) =>
    url.startsWith(`https://kv-a.vault.azure.net/${kind}?`);

interface List {
  value: Record<string, unknown>[];
  nextLink?: unknown;
}
/** The first item of a list, changed. */
const item = (matches: Fault['matches'], change: Record<string, unknown>): Fault => ({
  matches,
  edit: (body) => {
    Object.assign((body as List).value[0] as object, change);
    return body;
  },
});
const attributes = (matches: Fault['matches'], change: Record<string, unknown>): Fault => ({
  matches,
  edit: (body) => {
    Object.assign((body as List).value[0]?.attributes as object, change);
    return body;
  },
});
const leadingTo = (matches: Fault['matches'], nextLink: unknown): Fault => ({
  matches,
  edit: (body) => ({ ...(body as object), nextLink }),
});

describe('vaults as they come', () => {
  test('access policies are null', async () => {
    const scanned = await scan(one({ properties: { accessPolicies: null } }));
    expect(fieldsOf(scanned, 'azure.vault', 'kv-a')).not.toHaveProperty('accessPolicies');
  });

  test('one without a pricing tier is read like any other, and so are its neighbours', async () => {
    const estate = smallEstate({ 'kv-a': { properties: { sku: undefined } }, 'kv-b': {} });
    const scanned = await scan(estate);
    expect(resources(scanned, 'azure.vault')).toHaveLength(2);
    expect(fieldsOf(scanned, 'azure.vault', 'kv-a')).not.toHaveProperty('sku');
    expect(holes(scanned)).toEqual([]);
  });

  test.each([
    ['absent', undefined],
    ['a text', 'x'],
    ['null', null],
    ['a list', []],
  ])('properties that are %s: all in them is unknown', async (_, properties) => {
    const scanned = await scan(one({ secrets: { db: {} } }), { faults: [item(onVaults, { properties })] });
    const isOfSettings = ({ resource, ruleId }: Finding) => resource.kind === 'azure.vault' && ruleId !== 'KV-LOG-001';
    const vaults = scanned.findings.filter(isOfSettings);
    expect(new Set(vaults.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
    expect(verdict(scanned, 'KV-ROT-001', 'db')).toBe('pass');
    expect(holes(scanned).map(({ what }) => what)).toEqual(['settings', 'network']);
  });

  test('absent, null and false are three ways of saying, and two of them the same', async () => {
    const told = async (enableRbacAuthorization: unknown) => {
      const scanned = await scan(
        one({ properties: { enableRbacAuthorization, enableSoftDelete: enableRbacAuthorization } }),
      );
      const { rbacAuthorization, permissionModel, softDelete } = fieldsOf(scanned, 'azure.vault', 'kv-a');
      return { rbacAuthorization, permissionModel, softDelete, recoverable: verdict(scanned, 'KV-REC-001', 'kv-a') };
    };
    const absent = {
      rbacAuthorization: undefined,
      permissionModel: 'accessPolicy',
      softDelete: undefined,
      recoverable: 'pass',
    };
    expect(await told(undefined)).toEqual(absent);
    expect(await told(null)).toEqual(absent);
    expect(await told(false)).toEqual({ ...absent, rbacAuthorization: false, softDelete: false, recoverable: 'fail' });
    expect(await told('false')).toMatchObject({ permissionModel: { gap: 'error' }, recoverable: 'unknown' });
  });

  test('a thousand address rules', async () => {
    const ipRules = Array.from({ length: 1000 }, (_, i) => ({ value: `20.${i >> 8}.${i & 255}.0/24` }));
    const scanned = await scan(
      one({ properties: { networkAcls: { defaultAction: 'Deny', bypass: 'None', ipRules } } }),
    );
    const { network } = fieldsOf(scanned, 'azure.vault', 'kv-a') as { network: { ipRules: unknown[] } };
    expect(network.ipRules).toEqual(ipRules);
    expect(verdict(scanned, 'KV-NET-001', 'kv-a')).toBe('pass');
  });

  test('enumerations in any letter case; an unknown one is kept and never passes', async () => {
    const told = async (publicNetworkAccess: string, defaultAction: string) => {
      const scanned = await scan(one({ properties: { publicNetworkAccess, networkAcls: { defaultAction } } }));
      const { publicNetworkAccess: access, network } = fieldsOf(scanned, 'azure.vault', 'kv-a');
      return [access, (network as { defaultAction: string }).defaultAction, verdict(scanned, 'KV-NET-001', 'kv-a')];
    };
    expect(await told('ENABLED', 'deny')).toEqual(['Enabled', 'Deny', 'pass']);
    expect(await told('disabled', 'ALLOW')).toEqual(['Disabled', 'Allow', 'pass']);
    expect(await told('Dis abled', 'Denyy')).toEqual(['Dis abled', 'Denyy', 'fail']);
    expect(await told('securedbyperimeter', 'allow')).toEqual(['SecuredByPerimeter', 'Allow', 'fail']);
  });

  test.each(['2026-01-02T03:04:05Z', '2026-01-02T05:04:05.000+02:00'])('made at %s', async (createdAt) => {
    const scanned = await scan(one({}), { faults: [item(onVaults, { systemData: { createdAt } })] });
    expect(fieldsOf(scanned, 'azure.vault', 'kv-a').createdAt).toBe('2026-01-02T03:04:05.000Z');
  });

  test.each(['2026-01-02T03:04:05', 'yesterday', '', 5, {}])(
    'made at %j: no moment on every machine',
    async (createdAt) => {
      const scanned = await scan(one({}), { faults: [item(onVaults, { systemData: { createdAt } })] });
      expect(fieldsOf(scanned, 'azure.vault', 'kv-a').createdAt).toEqual({ gap: 'error' });
    },
  );

  test('one that is listed in a subscription that is not its own is not judged there', async () => {
    const id =
      '/subscriptions/99999999-2222-4222-8222-222222222222/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-a';
    const scanned = await scan(one({}), { faults: [item(onVaults, { id })] });
    expect(unlisted(scanned)).toMatchObject([{ kind: 'azure.vault', gap: 'error' }]);
    expect(scanned.exitCode()).toBe(3);
  });
});

describe('times', () => {
  const SHUT = [
    { plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' },
  ] as const;
  const onArm = ({ url }: SentRequest) => url.includes('/vaults/kv-a/secrets?');
  const armAttributes = (change: Record<string, unknown>): Fault => ({
    matches: onArm,
    edit: (body) => {
      const { properties } = (body as { value: { properties: { attributes: object } }[] }).value[0] ?? {};
      Object.assign(properties?.attributes ?? {}, change);
      return body;
    },
  });

  test.each<[unknown, unknown, string]>([
    [0, '1970-01-01T00:00:00.000Z', 'fail'],
    [-1, '1969-12-31T23:59:59.000Z', 'fail'],
    [1.5, '1970-01-01T00:00:01.500Z', 'fail'],
    [253_402_300_799, '9999-12-31T23:59:59.000Z', 'pass'],
    [253_402_300_800, { gap: 'error' }, 'unknown'],
    [8.64e12, { gap: 'error' }, 'unknown'],
    [-62_135_596_801, { gap: 'error' }, 'unknown'],
    [1e15, { gap: 'error' }, 'unknown'],
    [-1e15, { gap: 'error' }, 'unknown'],
    [1e300, { gap: 'error' }, 'unknown'],
    ['tomorrow', { gap: 'error' }, 'unknown'],
    ['2027-01-01T00:00:00Z', { gap: 'error' }, 'unknown'],
    [{ seconds: 5 }, { gap: 'error' }, 'unknown'],
  ])('an expiry of %j, on either plane', async (exp, expires, expiry) => {
    const data = await scan(one({ secrets: { db: {} } }), { faults: [attributes(onList('secrets'), { exp })] });
    const arm = await scan(one({ secrets: { db: {} }, refusals: SHUT }), { faults: [armAttributes({ exp })] });
    for (const scanned of [data, arm]) {
      expect(fieldsOf(scanned, 'azure.secret', 'db').expires).toEqual(expires);
      expect(verdict(scanned, 'KV-ROT-006', 'db')).toBe(expiry);
    }
  });

  test('attributes without the ones that every object has tell nothing, not even that there is no expiry', async () => {
    for (const empty of [{}, 'x', 5, [], null]) {
      const data = await scan(one({ secrets: { db: {} } }), {
        faults: [item(onList('secrets'), { attributes: empty })],
      });
      const arm = await scan(one({ secrets: { db: {} }, refusals: SHUT }), {
        faults: [item(onArm, { properties: { attributes: empty } })],
      });
      for (const scanned of [data, arm]) {
        expect(verdict(scanned, 'KV-ROT-001', 'db'), JSON.stringify(empty)).toBe('unknown');
        expect(verdict(scanned, 'KV-ROT-006', 'db'), JSON.stringify(empty)).toBe('unknown');
      }
    }
  });
});

describe('names and ids from strangers', () => {
  const NAMES = [
    '../../keys/x',
    '%2e%2e',
    'a%2fb',
    'a/b',
    'a?x',
    'a#x',
    'a b',
    'ä',
    '',
    '.',
    '\uD800',
    'a'.repeat(128),
    'db/0123456789abcdef0123456789abcdef',
    '__proto__',
  ];
  const HOSTS = [
    'https://evil.com',
    'https://kv-b.vault.azure.net',
    'http://kv-a.vault.azure.net',
    'https://kv-a.vault.azure.net:8443',
    'https://kv-a.vault.azure.net.evil.com',
  ];

  test.each([
    ...NAMES.map((name) => `https://kv-a.vault.azure.net/secrets/${name}`),
    ...HOSTS.map((host) => `${host}/secrets/db`),
    'https://kv-a.vault.azure.net/keys/db',
    'https://kv-a.vault.azure.net/secrets',
    'db',
    '',
  ])('a secret at %j is none of this vault: the control plane is asked, or it is unknown', async (id) => {
    const spec = { secrets: { db: {}, other: {} } };
    const helped = await scan(one(spec), { faults: [item(onList('secrets'), { id })] });
    expect(resources(helped, 'azure.secret').map(({ name }) => name)).toEqual(['db', 'other']);
    expect(holes(helped)).toMatchObject([{ what: 'secrets', plane: 'data', status: 'error', fallback: 'arm' }]);
    const onArm = ({ url }: SentRequest) => url.includes('/vaults/kv-a/secrets?');
    const faults: Fault[] = [item(onList('secrets'), { id }), { matches: onArm, answer: 403 }];
    const alone = await scan(one(spec), { faults });
    expect(resources(alone, 'azure.secret').map(({ name }) => name)).toEqual(['other']);
    expect(unlisted(alone)).toMatchObject([{ kind: 'azure.secret', gap: 'error' }]);
  });

  test.each(['HTTPS://KV-A.vault.azure.net:443/Secrets/db', 'https://kv-a.vault.azure.net/secrets/db'])(
    '%s is one',
    async (id) => {
      const scanned = await scan(one({ secrets: { db: {} } }), { faults: [item(onList('secrets'), { id })] });
      expect(resources(scanned, 'azure.secret')).toMatchObject([
        { id: 'https://kv-a.vault.azure.net/secrets/db', name: 'db' },
      ]);
      expect(holes(scanned)).toEqual([]);
    },
  );

  test('tags that are called like what every object has', async () => {
    const tags = JSON.parse(
      '{"__proto__": "a", "constructor": "b", "gap": "forbidden", "\\ud800": "\\udfff", "none": null}',
    ) as object;
    const scanned = await scan(one({ secrets: { db: {} } }), { faults: [item(onList('secrets'), { tags })] });
    const { map } = fieldsOf(scanned, 'azure.secret', 'db').tags as { map: object };
    expect(Object.entries(map)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['gap', 'forbidden'],
      ['\uFFFD', '\uFFFD'],
    ]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  test('error codes that are called like what every object has, or that are no codes', async () => {
    for (const code of ['constructor', '__proto__', 'toString', '<b>x</b>', 'CANARY '.repeat(100), 5, {}]) {
      const bodyAsText = JSON.stringify({ error: { code, message: 'no', innererror: { code } } });
      const wire = (simulator: Simulator): HttpClient => ({
        async sendRequest(request) {
          const response = await simulator.sendRequest(request);
          return onList('secrets')(request) ? { ...response, status: 403, bodyAsText } : response;
        },
      });
      const scanned = await scan(one({}), { wire });
      const [hole] = holes(scanned);
      expect(hole).toMatchObject({ what: 'secrets', status: 'forbidden' });
      expect(hole?.detail).toMatch(
        /^secrets: HTTP 403(?: constructor constructor| __proto__ __proto__| toString toString)?$/,
      );
    }
  });
});

describe('addresses of vaults', () => {
  test.each([
    'https://evil.com/',
    'https://kv-b.vault.azure.net/',
    'http://kv-a.vault.azure.net/',
    'https://kv-a.vault.azure.net:8443/',
    'https://kv-a.vault.azure.net@evil.com/',
    'https://user:password@kv-a.vault.azure.net/',
    'https://kv-a.vault.azure.net.evil.com/',
    'https://169.254.169.254/',
    'kv-a.vault.azure.net',
    '',
    5,
    {},
  ])("%j is not the vault's own: nothing is sent there, and coverage says so", async (vaultUri) => {
    const scanned = await scan(one({ properties: { vaultUri }, secrets: { db: {} } }));
    const hosts = new Set(scanned.requests.map(({ url }) => new URL(url).host));
    expect(hosts).toEqual(new Set(['management.azure.com', 'graph.microsoft.com', 'api.loganalytics.azure.com']));
    expect(resources(scanned, 'azure.secret')).toHaveLength(1);
    expect(unlisted(scanned)).toMatchObject([
      { kind: 'azure.certificate', gap: 'error' },
      { kind: 'azure.deletedObject', gap: 'error' },
    ]);
    expect(holes(scanned)).toMatchObject([
      { what: 'secrets', detail: expect.stringMatching(/not asked/) },
      { what: 'keys' },
      { what: 'certificates' },
    ]);
    expect(scanned.outcome.unknowns.high).toBe(1);
  });

  test.each([undefined, null, 'https://KV-A.vault.azure.net', 'https://kv-a.vault.azure.net:443/'])(
    '%j leaves no doubt',
    async (vaultUri) => {
      expect(holes(await scan(one({ properties: { vaultUri } })))).toEqual([]);
    },
  );
});

const LINKS = [
  'https://evil.com/secrets',
  'https://kv-b.vault.azure.net/secrets',
  'http://kv-a.vault.azure.net/secrets',
  'https://kv-a.vault.azure.net:8443/secrets',
  'https://user@kv-a.vault.azure.net/secrets',
  'https://kv-a.vault.azure.net/secrets/db',
  'https://kv-a.vault.azure.net/secrets/db/versions',
  'https://kv-a.vault.azure.net/keys',
  'https://kv-a.vault.azure.net/secrets/../keys',
  'https://kv-a.vault.azure.net//secrets',
  'https://management.azure.com/subscriptions?api-version=2022-12-01',
  'https://management.azure.com:443/subscriptions?api-version=2022-12-01',
  '/secrets?$skiptoken=x',
  'secrets',
  '%',
  5,
  true,
  {},
];

describe('lists that lead elsewhere', () => {
  const spec: VaultSpec = { secrets: { db: {} }, keys: { k: {} } };
  const asked = ({ requests }: Scan) => requests.map(({ url }) => url);

  test.each(LINKS)('secrets go on at %j: nobody is asked there, and the list is told broken off', async (link) => {
    const peace = await scan(one(spec));
    const scanned = await scan(one(spec), {
      faults: [
        leadingTo(onList('secrets'), link),
        { matches: ({ url }) => url.includes('/vaults/kv-a/secrets'), answer: 403 },
      ],
    });
    expect(asked(scanned).filter((url) => !asked(peace).includes(url))).toEqual([
      expect.stringMatching(/management.*kv-a\/secrets\?/),
    ]);
    expect(unlisted(scanned)).toMatchObject([{ kind: 'azure.secret', gap: 'error' }]);
    expect(verdict(scanned, 'KV-ROT-001', 'db')).toBe('pass');
    expect(scanned.outcome.unknowns.high).toBe(2);
  });

  test.each([...LINKS, 'https://management.azure.com/subscriptions', 'https://kv-a.vault.azure.net/secrets?x'])(
    "the control plane's list goes on at %j",
    async (link) => {
      const refusals = [
        { plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' },
      ] as const;
      const closed = one({ ...spec, refusals });
      const onArm = ({ url }: SentRequest) => url.includes('/vaults/kv-a/secrets?');
      const peace = await scan(closed);
      const scanned = await scan(closed, { faults: [leadingTo(onArm, link)] });
      expect(asked(scanned)).toEqual(asked(peace));
      expect(unlisted(scanned).map(({ kind }) => kind)).toEqual([
        'azure.secret',
        'azure.certificate',
        'azure.deletedObject',
      ]);
    },
  );

  test.each(LINKS.slice(0, 5))('vaults go on at %j', async (link) => {
    const scanned = await scan(one(spec), { faults: [leadingTo(onVaults, link)] });
    expect(asked(scanned)).toEqual(asked(await scan(one(spec))));
    expect(unlisted(scanned)).toMatchObject([{ kind: 'azure.vault', gap: 'error' }]);
    expect(verdict(scanned, 'KV-ROT-001', 'db')).toBe('pass');
  });

  test('a list that goes round in a circle', async () => {
    for (const link of [
      'https://kv-a.vault.azure.net/secrets?again',
      'https://KV-A.vault.azure.net:443/Secrets?again',
    ]) {
      const matches = ({ url }: SentRequest) =>
        url.toLowerCase().includes('kv-a.vault.azure.net') && /\/secrets\?/i.test(url);
      const scanned = await scan(one(spec), { faults: [leadingTo(matches, link)] });
      expect(scanned.requests.length).toBeLessThan(30);
      expect(holes(scanned)[0]).toMatchObject({ what: 'secrets', plane: 'data', status: 'error', fallback: 'arm' });
    }
  });

  test("the control plane's list goes round in a circle", async () => {
    const refusals = [
      { plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' },
    ] as const;
    const onArm = ({ url }: SentRequest) => url.includes('/vaults/kv-a/secrets?');
    const round: Fault = {
      matches: onArm,
      edit: (body) => ({ ...(body as object), nextLink: `${VAULT}/secrets?api-version=2026-02-01&again` }),
    };
    const scanned = await scan(one({ ...spec, refusals }), { faults: [round] });
    expect(scanned.requests.length).toBeLessThan(20);
    expect(unlisted(scanned).map(({ kind }) => kind)).toContain('azure.secret');
  });

  test('what a broken-off list did tell has the page that told it for a source', async () => {
    const secrets = Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`s-${i}`, {}]));
    const matches = ({ url }: SentRequest) => url.includes('skiptoken');
    const scanned = await scan(one({ secrets }), {
      faults: [
        { matches, answer: 500 },
        { matches: ({ url }) => url.includes('kv-a/secrets?'), answer: 403 },
      ],
    });
    const statusOf = (source: number | undefined) =>
      scanned.records.find((record) => record.record === 'source' && record.id === source) as
        | { status?: number }
        | undefined;
    expect(statusOf(resources(scanned, 'azure.secret')[0]?.facets.attributes?.source)?.status).toBe(200);
    expect(statusOf(unlisted(scanned)[0]?.source)?.status).toBe(500);
  });
});
