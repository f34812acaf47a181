/** Who can reach a vault: its perimeter, its private endpoints, the subnets of its firewall; asked for, refused, strange. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/estate/faults.ts';
import type { RawNetwork, RawPerimeterConfiguration, Refusal } from '../../src/estate/raw.ts';
import { SUBSCRIPTION, smallEstate, type VaultSpec } from '../estate/small-estate.ts';
import { fieldsOf, holes, resources, type ScanOptions, scan, verdict } from './scan.ts';

const NETWORK = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net/providers/Microsoft.Network`;
const ENDPOINT = `${NETWORK}/privateEndpoints/pe-a`;
const THEIRS = ENDPOINT.replace(SUBSCRIPTION, '88888888-8888-4888-8888-888888888888');
const SUBNET = `${NETWORK}/virtualNetworks/net.hub_1/subnets/app`;
const ZONE = `${NETWORK}/privateDnsZones/privatelink.VaultCore.azure.net`;

type Json = Readonly<Record<string, unknown>>;

const association = (accessMode: unknown, accessRules: unknown = [], more: Json = {}): RawPerimeterConfiguration => ({
  id: `/associations/${JSON.stringify(accessMode)}`,
  properties: {
    provisioningState: 'Succeeded',
    resourceAssociation: { accessMode },
    profile: { accessRules },
    ...more,
  },
});
const pending = association('Enforced', [], { provisioningState: 'Creating' });
const inbound = (properties: Json) => ({ name: 'a-rule', properties: { direction: 'Inbound', ...properties } });
const connection = (id: unknown, status = 'Approved') => ({
  id: `/connections/${String(id)}`,
  properties: { privateEndpoint: { id }, privateLinkServiceConnectionState: { status } },
});
const endpoint = (
  groupIds: unknown,
  zones: readonly string[],
  id = ENDPOINT,
): RawNetwork['privateEndpoints'][number] => ({
  item: {
    id,
    properties: { subnet: { id: SUBNET }, privateLinkServiceConnections: [{ properties: { groupIds } }] },
  },
  zoneGroups: [
    {
      name: 'default',
      properties: { privateDnsZoneConfigs: zones.map((privateDnsZoneId) => ({ properties: { privateDnsZoneId } })) },
    },
  ],
});

/** An endpoint whose owner let it in, or somebody else. */
const linked = (privateLinkServiceConnections: unknown, manualPrivateLinkServiceConnections: unknown) => ({
  ...endpoint([], []),
  item: { id: ENDPOINT, properties: { privateLinkServiceConnections, manualPrivateLinkServiceConnections } },
});

interface World extends ScanOptions {
  readonly network?: Partial<RawNetwork>;
  readonly refusals?: readonly Refusal[];
}

/** One vault, in a network where nothing is unless it is said. */
async function look(vault: VaultSpec, { network, refusals = [], ...options }: World = {}) {
  const around = { privateEndpoints: [], subnets: [], ...network };
  const scanned = await scan(smallEstate({ 'kv-a': vault }, { network: around, refusals }), options);
  const asked = scanned.requests.map(({ url }) => new URL(url).pathname);
  return { ...scanned, scanned, asked, fields: fieldsOf(scanned, 'azure.vault', 'kv-a'), holes: holes(scanned) };
}
const refused = (path: string): Refusal => ({ plane: 'arm', path, status: 403, code: 'AuthorizationFailed' });

const closed = (acls: Json = {}): VaultSpec => ({
  properties: {
    publicNetworkAccess: 'Enabled',
    networkAcls: { defaultAction: 'Deny', bypass: 'None', ipRules: [], virtualNetworkRules: [], ...acls },
  },
});

describe('a vault and its perimeter', () => {
  test.each([
    ['in none', [], undefined],
    ['enforced', [association('Enforced')], 'Enforced'],
    ['in transition, which the service calls learning', [association('learning')], 'Learning'],
    ['audited', [association('AUDIT')], 'Audit'],
    ['in two that agree', [association('Enforced'), association('enforced')], 'Enforced'],
    ['in two that do not', [association('Enforced'), association('Learning')], { gap: 'unsupported' }],
    ['not yet in one', [pending], { gap: 'unsupported' }],
    ['in one that does not tell its mode', [association(undefined)], { gap: 'error' }],
    ['in one of a mode that is no word', [association(5)], { gap: 'error' }],
    ['in one that tells nothing', [{ id: '/associations/a', properties: 5 as unknown as Json }], { gap: 'error' }],
    ['in one that does not tell how it came about', [association('Audit', [], { provisioningState: null })], 'Audit'],
    ['in two, of which one is not yet', [association('Audit'), pending], { gap: 'unsupported' }],
    ['in two, of which one does not tell its mode', [association('Audit'), association(undefined)], { gap: 'error' }],
  ])('%s', async (_, perimeterConfigurations, mode) => {
    const { fields } = await look({ ...closed(), perimeterConfigurations });
    expect(fields.perimeterAccessMode).toEqual(mode);
  });

  test('lets in what its inbound rules name', async () => {
    const rules = [
      inbound({ addressPrefixes: ['20.1.2.0/24'], subscriptions: [], fullyQualifiedDomainNames: [] }),
      inbound({ subscriptions: [{ id: '/subscriptions/s' }], networkSecurityPerimeters: [{ id: '/perimeters/p' }] }),
      { name: 'out', properties: { direction: 'Outbound', fullyQualifiedDomainNames: ['a.example'] } },
    ];
    const { fields } = await look({ ...closed(), perimeterConfigurations: [association('Enforced', rules)] });
    const nothing = { addressPrefixes: [], subscriptions: [], perimeters: [], serviceTags: [] };
    expect(fields.perimeterInboundRules).toEqual([
      { ...nothing, name: 'a-rule', addressPrefixes: ['20.1.2.0/24'] },
      { ...nothing, name: 'a-rule', subscriptions: ['/subscriptions/s'], perimeters: ['/perimeters/p'] },
    ]);
    expect(fields.exposure).toMatchObject({ reachableFrom: 'someAddresses', addressCount: 256 });
  });

  test.each([
    ['no list', 5],
    ['a rule that is none', [7]],
    ['a rule without a direction', [{ properties: { addressPrefixes: [] } }]],
    ['ranges that are no list', [inbound({ addressPrefixes: '20.1.2.0/24' })]],
    ['a rule without properties', [{ name: 'a-rule', properties: 5 }]],
    ['a service by its tag', [inbound({ serviceTags: ['Storage'] })]],
  ])('with rules that are not understood is not told to be closed: %s', async (_, rules) => {
    const { fields } = await look({ ...closed(), perimeterConfigurations: [association('Enforced', rules)] });
    expect(fields.exposure).toMatchObject({ reachableFrom: { gap: expect.any(String) } });
  });

  test('says whom it lets in as far as that can be told', async () => {
    const rules = [inbound({ subscriptions: 5, networkSecurityPerimeters: [7, { id: '/perimeters/p' }] })];
    const { fields } = await look({ ...closed(), perimeterConfigurations: [association('Enforced', rules)] });
    const error = { gap: 'error' };
    expect(fields.perimeterInboundRules).toMatchObject([
      { subscriptions: error, perimeters: [error, '/perimeters/p'] },
    ]);
  });

  test('decides as the catalogue says: enforced is closed, anything else is not', async () => {
    const verdicts = ['Enforced', 'Learning', undefined].map(async (mode) => {
      const perimeterConfigurations = mode ? [association(mode)] : [];
      const vault = { properties: { publicNetworkAccess: 'SecuredByPerimeter' }, perimeterConfigurations };
      return verdict((await look(vault)).scanned, 'KV-NET-001', 'kv-a');
    });
    expect(await Promise.all(verdicts)).toEqual(['pass', 'fail', 'fail']);
  });

  const onPerimeter = ({ url }: { url: string }) => url.includes('networkSecurityPerimeterConfigurations');
  const secured = { properties: { publicNetworkAccess: 'SecuredByPerimeter' } };

  test.each<[string, Partial<Fault>, string]>([
    ['refused', { answer: 403 }, 'forbidden'],
    ['not found', { answer: 404 }, 'notFound'],
    ['lost', { answer: 'silence' }, 'timeout'],
  ])('is not known when the answer is %s, and coverage says so', async (_, fault, gap) => {
    const { fields, holes, scanned } = await look(secured, { faults: [{ matches: onPerimeter, ...fault } as Fault] });
    expect(fields.perimeterAccessMode).toEqual({ gap });
    expect(verdict(scanned, 'KV-NET-001', 'kv-a')).toBe('unknown');
    expect(holes).toMatchObject([{ what: 'network', plane: 'arm', status: gap }]);
  });

  test.each(['InvalidResourceType', 'NoRegisteredProviderFound', 'InvalidApiVersionParameter'])(
    'is not supported in a cloud that says %s',
    async (code) => {
      const refusals = [
        {
          ...refused('/subscriptions/*/resourceGroups/*/providers/*/vaults/*/networkSecurityPerimeterConfigurations'),
          status: 400,
          code,
        },
      ];
      const { fields, holes } = await look(secured, { refusals });
      expect(fields.perimeterAccessMode).toEqual({ gap: 'unsupported' });
      expect(holes).toMatchObject([{ what: 'network', status: 'unsupported', remedy: expect.any(String) }]);
    },
  );

  test('is none for a vault that does not say it has one, where there is no such thing', async () => {
    const { fields, holes } = await look(closed(), { faults: [{ matches: onPerimeter, answer: 404 }] });
    expect(fields).not.toHaveProperty('perimeterAccessMode');
    expect(fields.exposure).toMatchObject({ reachableFrom: 'nowhere' });
    expect(holes).toEqual([]);
  });

  test('does not matter to ranges of a firewall that is in force', async () => {
    const vault = closed({ ipRules: [{ value: '20.0.0.0/8' }] });
    const { scanned } = await look(vault, { only: ['KV-NET-005'], faults: [{ matches: onPerimeter, answer: 403 }] });
    expect(scanned.findings).toMatchObject([{ verdict: 'fail', severity: 'high' }]);
  });
});

describe('ranges of a firewall', () => {
  const severities = async (...values: string[]) => {
    const { scanned } = await look(closed({ ipRules: values.map((value) => ({ value })) }), { only: ['KV-NET-005'] });
    return scanned.findings.map(({ verdict, severity }) => (verdict === 'fail' ? severity : verdict));
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ['the whole Internet', ['0.0.0.0/0'], ['critical']],
    ['two halves of it', ['0.0.0.0/1', '128.0.0.0/1'], ['critical', 'critical']],
    ['one half of it', ['0.0.0.0/1'], ['high']],
    ['two halves of it and a block', ['0.0.0.0/1', '128.0.0.0/1', '20.0.0.0/16'], ['critical', 'critical', 'critical']],
    ['a block', ['20.0.0.0/23'], ['high']],
    ['a bare address', ['20.0.0.7'], ['pass']],
  ])('%s', async (_, values, expected) => {
    expect(await severities(...values)).toEqual(expected);
  });
});

describe("a vault's private endpoints", () => {
  const letIn = (...ids: unknown[]): VaultSpec => ({
    properties: { publicNetworkAccess: 'Disabled', privateEndpointConnections: ids.map((id) => connection(id)) },
  });
  const judged = async (vault: VaultSpec, world: World) =>
    verdict((await look(vault, { ...world, only: ['KV-NET-008'] })).scanned, 'KV-NET-008', 'kv-a');

  test('are told with what they lead to and the zones that know them, in small letters', async () => {
    const network = { privateEndpoints: [endpoint(['Vault'], [ZONE, `${NETWORK}/privateDnsZones/corp.example`])] };
    const { fields, holes } = await look(letIn(ENDPOINT), { network });
    expect(fields.privateDns).toEqual([
      {
        privateEndpointId: ENDPOINT,
        groupIds: ['vault'],
        subnetId: SUBNET,
        dnsZones: ['privatelink.vaultcore.azure.net', 'corp.example'],
      },
    ]);
    expect(holes).toEqual([]);
    expect(await judged(letIn(ENDPOINT), { network })).toBe('pass');
  });

  test('lead to what they lead to, whoever had to let them in', async () => {
    const own = { properties: { groupIds: ['Vault'] } };
    for (const one of [linked([own], []), linked([], [own]), linked(null, [own])])
      expect((await look(letIn(ENDPOINT), { network: { privateEndpoints: [one] } })).fields.privateDns).toMatchObject([
        { groupIds: ['vault'] },
      ]);
  });

  test('without a zone, or with one of another name, are not found by callers', async () => {
    for (const zones of [[], [`${NETWORK}/privateDnsZones/privatelink.vault.azure.net`]])
      expect(await judged(letIn(ENDPOINT), { network: { privateEndpoints: [endpoint(['vault'], zones)] } })).toBe(
        'fail',
      );
  });

  test('are known to their zones from the request that told the zones', async () => {
    const { records } = await look(letIn(ENDPOINT), { network: { privateEndpoints: [endpoint(['vault'], [])] } });
    const [vault] = resources({ records }, 'azure.vault');
    const source = records.find((one) => one.record === 'source' && one.id === vault?.facets.privateDns?.source);
    expect(source).toMatchObject({ request: expect.stringMatching(/pe-a\/privateDnsZoneGroups$/) });
  });

  test('of others are not asked for: what stands there is not known', async () => {
    const { fields, holes, asked } = await look(letIn(THEIRS), {
      network: { privateEndpoints: [endpoint(['vault'], [ZONE], THEIRS)] },
    });
    const gap = { gap: 'forbidden' };
    expect(fields.privateDns).toEqual([{ privateEndpointId: THEIRS, groupIds: gap, subnetId: gap, dnsZones: gap }]);
    expect(fields.exposure).toMatchObject({ approvedPrivateEndpoints: 1, foreignPrivateEndpoints: 1 });
    expect(asked.filter((path) => path.includes('privateEndpoints'))).toEqual([]);
    expect(holes).toMatchObject([
      { what: 'network', status: 'forbidden', remedy: expect.stringContaining('private endpoint') },
    ]);
    expect(await judged(letIn(THEIRS), {})).toBe('unknown');
  });

  test.each<[string, World, object]>([
    [
      'the endpoint is refused',
      { refusals: [refused(ENDPOINT)] },
      { groupIds: { gap: 'forbidden' }, dnsZones: { gap: 'forbidden' } },
    ],
    [
      'its zones are refused',
      { refusals: [refused(`${ENDPOINT}/privateDnsZoneGroups`)] },
      { groupIds: ['vault'], dnsZones: { gap: 'forbidden' } },
    ],
    ['the endpoint is gone', { network: {} }, { groupIds: { gap: 'notFound' }, dnsZones: { gap: 'notFound' } }],
    ['it leads nowhere', { network: { privateEndpoints: [endpoint([], [])] } }, { groupIds: [] }],
    [
      'what it leads to is no list',
      { network: { privateEndpoints: [endpoint('vault', [])] } },
      { groupIds: { gap: 'error' } },
    ],
    [
      'it tells nothing',
      { network: { privateEndpoints: [{ ...endpoint([], [ZONE]), item: { id: ENDPOINT, properties: 5 } }] } },
      { groupIds: { gap: 'error' }, subnetId: { gap: 'error' }, dnsZones: ['privatelink.vaultcore.azure.net'] },
    ],
    [
      'one thing that it leads to is none',
      {
        network: {
          privateEndpoints: [linked([{ properties: { groupIds: ['Vault'] } }], [{ properties: { groupIds: 5 } }])],
        },
      },
      { groupIds: { gap: 'error' } },
    ],
    ['its links are no list', { network: { privateEndpoints: [linked(5, [])] } }, { groupIds: { gap: 'error' } }],
    ['a link is none', { network: { privateEndpoints: [linked([5], [])] } }, { groupIds: { gap: 'error' } }],
    [
      'a group of zones tells nothing',
      { network: { privateEndpoints: [{ ...endpoint(['vault'], []), zoneGroups: [{ name: 'x', properties: 5 }] }] } },
      { dnsZones: [{ gap: 'error' }] },
    ],
    [
      'its zones are no list',
      {
        network: {
          privateEndpoints: [
            { ...endpoint(['vault'], []), zoneGroups: [{ name: 'x', properties: { privateDnsZoneConfigs: 5 } }] },
          ],
        },
      },
      { dnsZones: [{ gap: 'error' }] },
    ],
    [
      'a zone is none',
      { network: { privateEndpoints: [endpoint(['vault'], ['zone'])] } },
      { dnsZones: [{ gap: 'error' }] },
    ],
  ])('of which not all can be read: %s', async (_, world, expected) => {
    const network = { privateEndpoints: [endpoint(['vault'], [ZONE])] };
    const { fields } = await look(letIn(ENDPOINT), { network, ...world });
    expect(fields.privateDns).toMatchObject([expected]);
  });

  test.each([
    ['no id', undefined, { gap: 'error' }],
    ['an id that is none', 5, { gap: 'error' }],
  ])('with %s cannot be asked for', async (_, id, gap) => {
    expect((await look(letIn(id))).fields.privateDns).toEqual(gap);
  });

  test.each([
    ['something else', `${NETWORK}/loadBalancers/lb`],
    ['a secret', 'https://kv-a.vault.azure.net/secrets/db'],
    ['a way up', `${NETWORK}/privateEndpoints/../../secrets/db`],
    ['another host', '@evil.example/privateEndpoints/pe'],
  ])('whose id leads to %s are not followed', async (_, id) => {
    const { fields, asked } = await look(letIn(id));
    expect(fields.privateDns).toMatchObject([{ dnsZones: { gap: 'unsupported' } }]);
    expect(asked.filter((path) => /loadBalancers|privateEndpoints|secrets\/db/.test(path))).toEqual([]);
  });

  test('that wait, were rejected or came twice cost no request', async () => {
    const privateEndpointConnections = [
      connection(ENDPOINT, 'Pending'),
      connection(ENDPOINT, 'Rejected'),
      connection(ENDPOINT),
      connection(ENDPOINT.toUpperCase()),
    ];
    const network = { privateEndpoints: [endpoint(['vault'], [ZONE])] };
    const { fields, asked } = await look({ properties: { privateEndpointConnections } }, { network });
    expect(asked.filter((path) => path.toLowerCase() === ENDPOINT.toLowerCase())).toHaveLength(1);
    expect(fields.privateDns).toHaveLength(1);
  });
});

describe("the subnets of a vault's firewall", () => {
  const naming = (...ids: string[]) => closed({ virtualNetworkRules: ids.map((id) => ({ id })) });
  const subnet = (...services: string[]) => ({
    subnets: [{ id: SUBNET, properties: { serviceEndpoints: services.map((service) => ({ service })) } }],
  });

  test.each<[string, World, object]>([
    [
      'has the service endpoint',
      { network: subnet('Microsoft.Storage', 'microsoft.keyvault') },
      { exists: true, hasServiceEndpoint: true },
    ],
    ['has another one', { network: subnet('Microsoft.Storage') }, { exists: true, hasServiceEndpoint: false }],
    ['is gone, and the rule has stayed', {}, { exists: false, hasServiceEndpoint: false }],
    [
      'is refused',
      { network: subnet(), refusals: [refused(SUBNET)] },
      { exists: { gap: 'forbidden' }, hasServiceEndpoint: { gap: 'forbidden' } },
    ],
    [
      'is told in a strange way',
      { network: { subnets: [{ id: SUBNET, properties: { serviceEndpoints: 5 } }] } },
      { exists: true, hasServiceEndpoint: { gap: 'error' } },
    ],
  ])('one that %s', async (_, world, expected) => {
    const { fields } = await look(naming(SUBNET), world);
    expect(fields.subnets).toEqual([{ subnetId: SUBNET, ...expected }]);
  });

  test('one in a subscription that is not seen is not taken for gone', async () => {
    const { fields, holes } = await look(naming(SUBNET.replace(SUBSCRIPTION, '88888888-8888-4888-8888-888888888888')));
    expect(fields.subnets).toMatchObject([{ exists: { gap: 'forbidden' } }]);
    expect(holes).toMatchObject([{ what: 'network', status: 'forbidden' }]);
  });

  test('are asked for once, however many vaults and rules name them', async () => {
    const estate = smallEstate({ 'kv-a': naming(SUBNET, SUBNET.toLowerCase()), 'kv-b': naming(SUBNET.toUpperCase()) });
    const { requests } = await scan(estate);
    expect(requests.filter(({ url }) => /\/subnets\//i.test(url))).toHaveLength(1);
  });
});

describe('nothing is asked that no rule reads', () => {
  const vault: VaultSpec = {
    properties: {
      ...closed({ virtualNetworkRules: [{ id: SUBNET }] }).properties,
      privateEndpointConnections: [connection(ENDPOINT)],
    },
  };
  const asks = async (rule: string) => {
    const { asked } = await look(vault, { only: [rule], network: { privateEndpoints: [endpoint(['vault'], [])] } });
    const sorts = [
      'networkSecurityPerimeterConfigurations',
      '/privateDnsZoneGroups',
      '/privateEndpoints/pe-a',
      '/subnets/',
    ];
    return sorts.filter((sort) => asked.some((path) => path.includes(sort)));
  };

  test('an approved endpoint takes nothing more, the perimeter one question, DNS two', async () => {
    expect(await asks('KV-NET-004')).toEqual([]);
    expect(await asks('KV-NET-007')).toEqual([]);
    expect(await asks('KV-NET-001')).toEqual(['networkSecurityPerimeterConfigurations']);
    expect(await asks('KV-NET-008')).toEqual(['/privateDnsZoneGroups', '/privateEndpoints/pe-a']);
  });

  test('and what was not asked for is skipped, not absent', async () => {
    const { fields, holes } = await look(vault, { only: ['KV-NET-004'] });
    const skipped = { gap: 'skipped' };
    expect(fields).toMatchObject({
      perimeterAccessMode: skipped,
      exposure: skipped,
      privateDns: skipped,
      subnets: skipped,
    });
    expect(holes).toEqual([]);
  });
});
