/** Who can reach a vault over the network, from its settings. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUBLIC_IPV4_ADDRESSES } from '../../src/collect/azure/address-space.ts';
import { exposureFacts } from '../../src/collect/azure/exposure.ts';
import { exposureFacet } from '../../src/collect/azure/exposure-catalog.ts';
import { vaultNetwork, vaultPrivateEndpoints } from '../../src/collect/azure/vault-facts.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';

type Vault = Parameters<typeof exposureFacts>[0];
type Exposure = Readonly<Record<string, unknown>>;

const FORBIDDEN = Gap.of('forbidden');
const UNSUPPORTED = Gap.of('unsupported');
const OURS = 'a0000000-0000-4000-8000-000000000001';
const THEIRS = 'b0000000-0000-4000-8000-000000000002';
const ALL = PUBLIC_IPV4_ADDRESSES;

const exposureOf = (vault: Vault, subscriptions: Parameters<typeof exposureFacts>[1] = [OURS]): Exposure =>
  exposureFacts(vault, subscriptions).exposure as Exposure;

const subnet = (name: string) => ({ subnetId: `/subscriptions/${OURS}/virtualNetworks/net/subnets/${name}` });
const endpoint = (status: string | Gap | undefined, owner: string | Gap = OURS) => ({
  ...(status === undefined ? {} : { status }),
  privateEndpointId: owner instanceof Gap ? owner : `/subscriptions/${owner}/resourceGroups/rg/privateEndpoints/pe`,
});
/** A firewall that lets nothing in but what is added. */
const closed = (rules: object = {}) => ({
  network: { defaultAction: 'Deny', bypass: 'None', ipRules: [], virtualNetworkRules: [], ...rules },
});
const ranges = (...values: string[]) => ({ ipRules: values.map((value) => ({ value })) });
const HALVES = ranges('0.0.0.0/1', '128.0.0.0/1');

const NOBODY: Exposure = {
  reachableFrom: 'nowhere',
  internetShare: 0,
  addressCount: 0,
  rangesCoverInternet: false,
  subnets: 0,
  trustedServices: false,
  approvedPrivateEndpoints: 0,
  pendingPrivateEndpoints: 0,
  foreignPrivateEndpoints: 0,
};
const EVERYBODY = { reachableFrom: 'internet', internetShare: 1000, addressCount: ALL, trustedServices: true };
const TRUSTED = { reachableFrom: 'trustedServicesOnly', trustedServices: true };
/** A perimeter in some mode, and what its rules let in. */
const perimeter = (mode: string | Gap, ...rules: readonly (string | Partial<Rule>)[]) => ({
  perimeterAccessMode: mode,
  perimeterInboundRules: rules.map((rule) => ({
    addressPrefixes: typeof rule === 'string' ? [rule] : [],
    subscriptions: [],
    perimeters: [],
    serviceTags: [],
    ...(typeof rule === 'object' && rule),
  })),
});
type Rule = Readonly<Record<'addressPrefixes' | 'subscriptions' | 'perimeters' | 'serviceTags', string[]>>;
const secured = { publicNetworkAccess: 'SecuredByPerimeter' };
const MEMBERS = { reachableFrom: 'perimeter' };
const OFFICE = { reachableFrom: 'someAddresses', internetShare: 1, addressCount: 256 };
const NOT_TOLD = { reachableFrom: UNSUPPORTED, internetShare: UNSUPPORTED, addressCount: UNSUPPORTED };

const stories: readonly (readonly [string, Vault, Exposure])[] = [
  ['nothing was ever set', {}, EVERYBODY],
  ['the firewall was set and says nothing', { network: { ipRules: [], virtualNetworkRules: [] } }, EVERYBODY],
  ['the firewall is off', { publicNetworkAccess: 'Enabled', ...closed({ defaultAction: 'Allow' }) }, EVERYBODY],
  ['the firewall is off and rules are left over', closed({ defaultAction: 'Allow', ...ranges('20.0.0.1') }), EVERYBODY],
  ['the firewall lets nothing in', closed(), {}],
  [
    'the firewall lets an office in',
    closed(ranges('20.1.2.0/24')),
    { reachableFrom: 'someAddresses', internetShare: 1, addressCount: 256 },
  ],
  ['the firewall lets in two halves of the Internet', closed(HALVES), { ...EVERYBODY, rangesCoverInternet: true }],
  [
    'the firewall lets in half of the Internet, and subnets',
    closed({ ...ranges('0.0.0.0/1'), virtualNetworkRules: [subnet('a'), subnet('b'), subnet('A')] }),
    { reachableFrom: 'someAddresses', internetShare: 566, addressCount: 2 ** 31 - 3 * 2 ** 24 - 2 ** 22, subnets: 2 },
  ],
  ['the firewall lets in private addresses', closed(ranges('10.0.0.0/8')), {}],
  [
    'the firewall lets a subnet in',
    closed({ virtualNetworkRules: [subnet('a')] }),
    { reachableFrom: 'someSubnets', subnets: 1 },
  ],
  ['the firewall lets trusted services in', closed({ bypass: 'AzureServices' }), TRUSTED],
  ['the firewall does not mention trusted services', closed({ bypass: undefined }), TRUSTED],
  ['public access is disabled', { publicNetworkAccess: 'Disabled', ...closed() }, {}],
  [
    'public access is disabled, and rules are left over',
    { publicNetworkAccess: 'Disabled', ...closed({ ...HALVES, virtualNetworkRules: [subnet('a')] }) },
    { rangesCoverInternet: true },
  ],
  [
    'public access is disabled, and the firewall is off',
    { publicNetworkAccess: 'Disabled', ...closed({ defaultAction: 'Allow' }) },
    {},
  ],
  [
    'public access is disabled, but trusted services pass',
    { publicNetworkAccess: 'Disabled', ...closed({ bypass: 'AzureServices' }) },
    TRUSTED,
  ],
  ['public access is disabled, and nothing else was ever set', { publicNetworkAccess: 'Disabled' }, TRUSTED],
  [
    'public access is disabled, and a private endpoint leads in',
    { publicNetworkAccess: 'Disabled', ...closed(), privateEndpointConnections: [endpoint('Approved')] },
    { reachableFrom: 'privateOnly', approvedPrivateEndpoints: 1 },
  ],
  [
    'a private endpoint beside the open Internet',
    { privateEndpointConnections: [endpoint('Approved')] },
    { ...EVERYBODY, approvedPrivateEndpoints: 1 },
  ],
  [
    'private endpoints that were not let in',
    {
      ...closed(),
      privateEndpointConnections: ['Pending', 'Rejected', 'Disconnected'].map((status) => endpoint(status)),
    },
    { pendingPrivateEndpoints: 1 },
  ],
  [
    'private endpoints of others, one let in and one that waits',
    {
      ...closed(),
      privateEndpointConnections: [
        endpoint('Approved', OURS.toUpperCase()),
        endpoint('Approved', THEIRS),
        endpoint('Pending', THEIRS),
      ],
    },
    {
      reachableFrom: 'privateOnly',
      approvedPrivateEndpoints: 2,
      pendingPrivateEndpoints: 1,
      foreignPrivateEndpoints: 1,
    },
  ],
  ['a perimeter is enforced, over an open firewall', { ...secured, ...perimeter('Enforced') }, MEMBERS],
  [
    'a perimeter is enforced, whatever public access says',
    { publicNetworkAccess: 'Enabled', ...perimeter('Enforced') },
    MEMBERS,
  ],
  [
    'a perimeter is enforced and trusts a subscription and another perimeter',
    { ...secured, ...perimeter('Enforced', { subscriptions: ['/subscriptions/a'] }, { perimeters: ['/p'] }) },
    MEMBERS,
  ],
  [
    'a perimeter is enforced and lets an office in, beside rules of the firewall that do nothing',
    { ...secured, ...perimeter('Enforced', '20.1.2.0/24'), ...closed(ranges('20.0.0.1')) },
    OFFICE,
  ],
  [
    'a perimeter is enforced and lets in an office that has IPv6 alone',
    { ...secured, ...perimeter('Enforced', '2a00:1::/48') },
    { reachableFrom: 'someAddresses' },
  ],
  [
    'a perimeter is enforced and lets two halves of the Internet in',
    { ...secured, ...perimeter('Enforced', '0.0.0.0/1', '128.0.0.0/1') },
    EVERYBODY,
  ],
  [
    'a perimeter is enforced and lets all of IPv6 in',
    { ...secured, ...perimeter('Enforced', '::/0') },
    { reachableFrom: 'internet', trustedServices: true },
  ],
  [
    'a perimeter is enforced and lets in a service with addresses that nobody tells',
    { ...secured, ...perimeter('Enforced', { serviceTags: ['AzureCloud'] }) },
    { ...NOT_TOLD, trustedServices: UNSUPPORTED },
  ],
  [
    'a perimeter is enforced and has a rule that is not understood',
    { ...secured, ...perimeter('Enforced', {}) },
    { ...NOT_TOLD, trustedServices: UNSUPPORTED },
  ],
  [
    'a perimeter learns, over an open firewall',
    { publicNetworkAccess: 'Enabled', ...perimeter('Learning') },
    EVERYBODY,
  ],
  [
    'a perimeter learns beside a firewall with rules',
    {
      ...perimeter('Learning', '20.1.2.0/24'),
      ...closed({ ...ranges('20.1.2.7'), virtualNetworkRules: [subnet('a')] }),
    },
    { ...OFFICE, subnets: 1 },
  ],
  [
    'a perimeter learns: its half of the Internet and that of the firewall are all of it',
    { ...perimeter('Learning', '0.0.0.0/1'), ...closed(ranges('128.0.0.0/1')) },
    EVERYBODY,
  ],
  [
    'a perimeter learns beside a firewall with subnets',
    { ...perimeter('Learning'), ...closed({ virtualNetworkRules: [subnet('a')] }) },
    { reachableFrom: 'someSubnets', subnets: 1 },
  ],
  [
    'a perimeter learns, and public access is disabled',
    { publicNetworkAccess: 'Disabled', ...perimeter('Learning'), ...closed(ranges('20.0.0.1')) },
    MEMBERS,
  ],
  [
    'a perimeter learns and lets an office in, and public access is disabled',
    { publicNetworkAccess: 'Disabled', ...perimeter('Learning', '20.1.2.0/24'), ...closed() },
    OFFICE,
  ],
  [
    'a perimeter learns and secures access: trusted services still pass',
    { ...secured, ...perimeter('Learning') },
    { ...MEMBERS, trustedServices: true },
  ],
  ['a perimeter audits beside a firewall that is off', perimeter('Audit'), EVERYBODY],
  ['access is secured by a perimeter that the vault is not in', secured, {}],
  [
    'access is secured by a perimeter that the vault is not in, beside a private endpoint',
    { ...secured, privateEndpointConnections: [endpoint('Approved')] },
    { reachableFrom: 'privateOnly', approvedPrivateEndpoints: 1 },
  ],
];

describe('a vault', () => {
  test.each(stories)('%s', (_, vault, difference) => {
    expect(exposureOf(vault)).toEqual({ ...NOBODY, ...difference });
  });

  test('as the control plane tells it', () => {
    const raw = {
      properties: {
        publicNetworkAccess: 'enabled',
        networkAcls: {
          defaultAction: 'DENY',
          bypass: 'none',
          ipRules: [{ value: '20.1.2.0/24' }],
          virtualNetworkRules: null,
        },
        privateEndpointConnections: null,
      },
    };
    expect(exposureOf({ ...vaultNetwork(raw), ...vaultPrivateEndpoints(raw) })).toEqual({
      ...NOBODY,
      reachableFrom: 'someAddresses',
      internetShare: 1,
      addressCount: 256,
    });
  });
});

const unreadStories: readonly (readonly [string, Vault, Exposure])[] = [
  [
    'all of its network settings',
    { publicNetworkAccess: FORBIDDEN, network: FORBIDDEN },
    {
      rangesCoverInternet: FORBIDDEN,
      reachableFrom: FORBIDDEN,
      internetShare: FORBIDDEN,
      addressCount: FORBIDDEN,
      subnets: FORBIDDEN,
      trustedServices: FORBIDDEN,
    },
  ],
  [
    'public access, where the firewall lets an office in',
    { publicNetworkAccess: FORBIDDEN, ...closed(ranges('20.1.2.0/24')) },
    { reachableFrom: FORBIDDEN, internetShare: FORBIDDEN, addressCount: FORBIDDEN },
  ],
  ['public access, where the firewall lets nothing in', { publicNetworkAccess: FORBIDDEN, ...closed() }, {}],
  [
    'the perimeter, where the firewall lets an office in',
    { perimeterAccessMode: FORBIDDEN, perimeterInboundRules: FORBIDDEN, ...closed(ranges('20.1.2.0/24')) },
    { reachableFrom: FORBIDDEN, internetShare: FORBIDDEN, addressCount: FORBIDDEN, trustedServices: FORBIDDEN },
  ],
  [
    'the mode of a perimeter that lets an office in',
    { ...perimeter(FORBIDDEN, '20.1.2.0/24'), ...closed(ranges('20.0.0.1')) },
    { reachableFrom: FORBIDDEN, internetShare: FORBIDDEN, addressCount: FORBIDDEN },
  ],
  [
    'the rules of a perimeter, where the firewall is off',
    { perimeterAccessMode: 'Learning', perimeterInboundRules: FORBIDDEN },
    EVERYBODY,
  ],
  [
    'one range of a perimeter, for it is malformed',
    { ...secured, ...perimeter('Enforced', 'head office') },
    {
      reachableFrom: Gap.of('error'),
      internetShare: Gap.of('error'),
      addressCount: Gap.of('error'),
      trustedServices: Gap.of('error'),
    },
  ],
  [
    'the firewall, where public access is disabled',
    { publicNetworkAccess: 'Disabled', network: FORBIDDEN },
    { rangesCoverInternet: FORBIDDEN, reachableFrom: FORBIDDEN, trustedServices: FORBIDDEN },
  ],
  [
    'the default action, where rules let everybody in',
    closed({ defaultAction: FORBIDDEN, ...HALVES }),
    { ...EVERYBODY, rangesCoverInternet: true },
  ],
  [
    'the default action, where rules let some in',
    closed({ defaultAction: FORBIDDEN, ...ranges('20.0.0.1') }),
    {
      reachableFrom: FORBIDDEN,
      internetShare: FORBIDDEN,
      addressCount: FORBIDDEN,
      trustedServices: FORBIDDEN,
    },
  ],
  [
    'trusted services, where everybody gets in',
    { network: { ...closed().network, defaultAction: 'Allow', bypass: FORBIDDEN } },
    EVERYBODY,
  ],
  [
    'trusted services, where an office gets in',
    closed({ bypass: FORBIDDEN, ...ranges('20.0.0.1') }),
    { reachableFrom: 'someAddresses', internetShare: 1, addressCount: 1, trustedServices: FORBIDDEN },
  ],
  [
    'the rest of the ranges',
    closed({ ipRules: new BrokenList([{ value: '20.0.0.1' }], FORBIDDEN) }),
    {
      rangesCoverInternet: FORBIDDEN,
      reachableFrom: FORBIDDEN,
      internetShare: FORBIDDEN,
      addressCount: FORBIDDEN,
      trustedServices: FORBIDDEN,
    },
  ],
  [
    'a range, for it is malformed',
    closed(ranges('20.0.0.1', '020.0.0.0/8')),
    {
      rangesCoverInternet: Gap.of('error'),
      reachableFrom: Gap.of('error'),
      internetShare: Gap.of('error'),
      addressCount: Gap.of('error'),
      trustedServices: Gap.of('error'),
    },
  ],
  [
    'a range, for it is IPv6',
    closed(ranges('2a00::/16')),
    {
      rangesCoverInternet: UNSUPPORTED,
      reachableFrom: UNSUPPORTED,
      internetShare: UNSUPPORTED,
      addressCount: UNSUPPORTED,
      trustedServices: UNSUPPORTED,
    },
  ],
  [
    'a subnet, where an office gets in',
    closed({ ...ranges('20.0.0.1'), virtualNetworkRules: [subnet('a'), { subnetId: FORBIDDEN }] }),
    { reachableFrom: 'someAddresses', internetShare: 1, addressCount: 1, subnets: FORBIDDEN },
  ],
  [
    'a word for public access',
    { publicNetworkAccess: 'Sometimes', ...closed(ranges('20.0.0.1')) },
    { reachableFrom: UNSUPPORTED, internetShare: UNSUPPORTED, addressCount: UNSUPPORTED },
  ],
  [
    'private endpoints, where an office gets in',
    { ...closed(ranges('20.0.0.1')), privateEndpointConnections: FORBIDDEN },
    {
      reachableFrom: 'someAddresses',
      internetShare: 1,
      addressCount: 1,
      approvedPrivateEndpoints: FORBIDDEN,
      pendingPrivateEndpoints: FORBIDDEN,
      foreignPrivateEndpoints: FORBIDDEN,
    },
  ],
  [
    'the rest of the private endpoints, where one leads in',
    { ...closed(), privateEndpointConnections: new BrokenList([endpoint('Approved')], FORBIDDEN) },
    {
      reachableFrom: 'privateOnly',
      approvedPrivateEndpoints: FORBIDDEN,
      pendingPrivateEndpoints: FORBIDDEN,
      foreignPrivateEndpoints: FORBIDDEN,
    },
  ],
  [
    'whose a private endpoint is',
    { ...closed(), privateEndpointConnections: [endpoint('Approved', FORBIDDEN), endpoint('Rejected', FORBIDDEN)] },
    { reachableFrom: 'privateOnly', approvedPrivateEndpoints: 1, foreignPrivateEndpoints: FORBIDDEN },
  ],
  [
    'whether a private endpoint was let in',
    { ...closed(), privateEndpointConnections: [endpoint(undefined)] },
    {
      reachableFrom: UNSUPPORTED,
      approvedPrivateEndpoints: UNSUPPORTED,
      pendingPrivateEndpoints: UNSUPPORTED,
    },
  ],
];

describe('a vault of which was not understood or read', () => {
  test.each(unreadStories)('%s', (_, vault, difference) => {
    expect(exposureOf(vault)).toEqual({ ...NOBODY, ...difference });
  });

  test("the tenant's subscriptions: only an endpoint of a known one is no stranger's", () => {
    const vault = { ...closed(), privateEndpointConnections: [endpoint('Approved')] };
    const stranger = { ...closed(), privateEndpointConnections: [endpoint('Approved', THEIRS)] };
    const known = new BrokenList([OURS], FORBIDDEN);
    expect(exposureOf(vault, known).foreignPrivateEndpoints).toBe(0);
    expect(exposureOf(stranger, known).foreignPrivateEndpoints).toBe(FORBIDDEN);
    expect(exposureOf(closed(), FORBIDDEN).foreignPrivateEndpoints).toBe(0);
  });
});

// ---- for any vault

const range = fc.constantFrom('20.0.0.1', '20.0.0.0/8', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8');
const inboundRule = fc
  .array(range, { minLength: 1, maxLength: 2 })
  .map((addressPrefixes) => ({ addressPrefixes, subscriptions: [], perimeters: [], serviceTags: [] }));
const anyVault = fc.record({
  publicNetworkAccess: fc.constantFrom(undefined, 'Enabled', 'Disabled', 'SecuredByPerimeter'),
  perimeterAccessMode: fc.constantFrom(undefined, 'Enforced', 'Learning', 'Audit'),
  perimeterInboundRules: fc.array(inboundRule, { maxLength: 2 }),
  network: fc.option(
    fc.record({
      defaultAction: fc.constantFrom(undefined, 'Allow', 'Deny'),
      bypass: fc.constantFrom(undefined, 'AzureServices', 'None'),
      ipRules: fc.array(fc.record({ value: range }), { maxLength: 3 }),
      virtualNetworkRules: fc.array(fc.constantFrom(subnet('a'), subnet('b')), { maxLength: 2 }),
    }),
    { nil: undefined },
  ),
  privateEndpointConnections: fc.array(
    fc.constantFrom(endpoint('Approved'), endpoint('Pending', THEIRS), endpoint('Approved', THEIRS)),
    { maxLength: 2 },
  ),
});
type Network = Exclude<Vault['network'], Gap | undefined>;

/** The widest is the largest; what is not known has no rank. */
const rank = (level: unknown): number =>
  -(exposureFacet.fields.exposure.fields.reachableFrom.values as readonly unknown[]).indexOf(level);
const isLess = (one: unknown, other: unknown, name: string): boolean => {
  if (one instanceof Gap || other instanceof Gap) return false;
  return name === 'reachableFrom' ? rank(one) < rank(other) : Number(one) < Number(other);
};
const shrunk = (before: Exposure, after: Exposure): string[] =>
  Object.keys(NOBODY).filter((name) => isLess(after[name], before[name], name));

/** Every place in the settings where a value stands. */
const places = (value: unknown): (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, item]) => places(item).map((place) => [key, ...place]))];
};
const withGap = (value: unknown, [step, ...more]: readonly (string | number)[]): unknown => {
  if (step === undefined) return FORBIDDEN;
  const inner = (value as Record<string | number, unknown>)[step];
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === Number(step) ? withGap(item, more) : item));
  return { ...(value as object), [step]: withGap(inner, more) };
};

describe('whatever the settings are', () => {
  const runs = { numRuns: 400 };

  test('all is known', () => {
    fc.assert(
      fc.property(anyVault, (vault) => {
        expect(Object.values(exposureOf(vault as Vault)).filter((value) => value instanceof Gap)).toEqual([]);
      }),
      runs,
    );
  });

  test('one more range never makes the vault less exposed', () => {
    fc.assert(
      fc.property(anyVault, range, (vault, value) => {
        fc.pre(vault.network !== undefined);
        const network = { ...vault.network, ipRules: [...vault.network.ipRules, { value }] } as Network;
        expect(shrunk(exposureOf(vault as Vault), exposureOf({ ...vault, network } as Vault))).toEqual([]);
      }),
      runs,
    );
  });

  test('one more rule of its perimeter never makes it less exposed', () => {
    fc.assert(
      fc.property(anyVault, inboundRule, (vault, rule) => {
        const more = { ...vault, perimeterInboundRules: [...vault.perimeterInboundRules, rule] };
        expect(shrunk(exposureOf(vault as Vault), exposureOf(more as Vault))).toEqual([]);
      }),
      runs,
    );
  });

  test('what is not read never makes it look less exposed, nor more', () => {
    fc.assert(
      fc.property(anyVault, fc.nat(), (vault, choice) => {
        const all = places(vault).filter((place) => place.length > 0);
        const place = all[choice % all.length] as (string | number)[];
        const known = exposureOf(vault as Vault);
        const partly = exposureOf(withGap(vault, place) as Vault);
        for (const name of Object.keys(NOBODY)) expect([known[name], FORBIDDEN, UNSUPPORTED]).toContain(partly[name]);
      }),
      runs,
    );
  });

  test('the order of rules does not matter', () => {
    fc.assert(
      fc.property(anyVault, (vault) => {
        fc.pre(vault.network !== undefined);
        const { ipRules, virtualNetworkRules } = vault.network;
        const network = {
          ...vault.network,
          ipRules: ipRules.toReversed(),
          virtualNetworkRules: virtualNetworkRules.toReversed(),
        };
        expect(exposureOf({ ...vault, network } as Vault)).toEqual(exposureOf(vault as Vault));
      }),
      runs,
    );
  });
});
