/** The calls that the demo's estate cannot be read without, worked out from its files by hand: no more, and no fewer. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { VaultContents } from '../../src/estate/estate.ts';
import { type Named, nameOf } from '../../src/estate/object-name.ts';
import type { RawVault, Versioned } from '../../src/estate/raw.ts';
import type { SentRequest } from '../../src/estate/faults.ts';
import type { Simulator } from '../../src/estate/simulator.ts';
import { estate } from '../estate/havelmark.ts';
import { collected, rules } from './scan.ts';

const { pageSizes, tenantId } = estate.description;
const ARM = 'https://management.azure.com';
const GRAPH = 'https://graph.microsoft.com/v1.0';
const DATA_PAGE = 25;

/** One request for each page of a list; an empty list has one page. */
const pages = (address: string, items: readonly unknown[], size: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, () => address);

/** What is asked of objects beyond their lists. */
interface Depth {
  readonly versions: readonly string[];
  /** Public parts with policies, orders for new versions, issuers. */
  readonly certificates: boolean;
  /** Locks, and what was deleted. */
  readonly recovery: boolean;
}
const EVERYTHING: Depth = { versions: ['secrets', 'keys', 'certificates'], certificates: true, recovery: true };
/**
 * None of these rules reads what certificates tell beyond their list. KV-USE-001 reads versions of secrets, KV-ROT-012
 * types and rotation policies of keys.
 */
const SHALLOW: Depth = { versions: ['secrets'], certificates: false, recovery: false };

const signInPolicy = [
  `${GRAPH}/identity/conditionalAccess/policies`,
  `${GRAPH}/policies/identitySecurityDefaultsEnforcementPolicy`,
];

/** Each workspace that takes audit events from a vault is found once, and asked once if it may be. */
const logs = (): string[] => {
  const vaults = estate.vaults.map((vault) => ({ vault, settings: estate.contents(vault).diagnosticSettings ?? [] }));
  const live = vaults
    .flatMap(({ settings }) => settings)
    .filter(({ properties }) => /"enabled":true,"retention/.test(JSON.stringify(properties.logs)));
  const used = estate.workspaces.filter(({ item }) =>
    live.some(({ properties }) => properties.workspaceId === item.id),
  );
  return [
    ...vaults.map(({ vault }) => `${ARM}${vault.id}/providers/Microsoft.Insights/diagnosticSettings`),
    ...used.flatMap(({ item }) => [`${ARM}${item.id}`, `${ARM}${item.id}/tables/AZKVAuditLogs`]),
    ...used
      .filter(({ plan }) => plan !== 'Basic')
      .map(({ item }) => `https://api.loganalytics.azure.com/v1/workspaces/${item.properties.customerId}/query`),
  ];
};

interface Connection {
  readonly properties: {
    readonly privateEndpoint: { readonly id: string };
    readonly privateLinkServiceConnectionState: { readonly status: string };
  };
}
interface Firewall {
  readonly virtualNetworkRules: readonly { readonly id: string }[];
}

/** Each vault is asked for its perimeter. */
const perimeters = (): string[] => estate.vaults.map(({ id }) => `${ARM}${id}/networkSecurityPerimeterConfigurations`);

/** Endpoints that were let in and stand in a subscription that is seen; each subnet once, whoever names it. */
const surroundings = (): string[] => {
  const seen = estate.subscriptions.map(({ id }) => `${id}/`);
  const connections = estate.vaults.flatMap(
    ({ properties }) => (properties.privateEndpointConnections ?? []) as Connection[],
  );
  const endpoints = connections
    .filter(({ properties }) => properties.privateLinkServiceConnectionState.status === 'Approved')
    .map(({ properties }) => properties.privateEndpoint.id)
    .filter((id) => seen.some((subscription) => id.startsWith(subscription)));
  const readable = endpoints.filter((id) => !estate.description.refusals?.some(({ path }) => path === id));
  const rules = estate.vaults.flatMap(
    ({ properties }) => (properties['networkAcls'] as Firewall | undefined)?.virtualNetworkRules ?? [],
  );
  return [
    ...endpoints.map((id) => `${ARM}${id}`),
    ...readable.map((id) => `${ARM}${id}/privateDnsZoneGroups`),
    ...new Set(rules.map(({ id }) => `${ARM}${id}`)),
  ];
};

const inventory = ({ recovery }: Depth): string[] => [
  ...pages(`${ARM}/subscriptions`, estate.subscriptions, pageSizes.subscriptions),
  ...estate.subscriptions.flatMap(({ subscriptionId }) =>
    pages(
      `${ARM}/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/vaults`,
      estate.vaultsOf(subscriptionId),
      pageSizes.vaults,
    ),
  ),
  ...(recovery ? estate.subscriptions : []).flatMap(({ subscriptionId }) =>
    pages(
      `${ARM}/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/deletedVaults`,
      estate.deletedVaultsOf(subscriptionId),
      pageSizes.vaults,
    ),
  ),
];

/** What a vault costs: the data plane while it answers, Resource Manager for what it refuses. */
class VaultCost {
  readonly #vault: RawVault;
  readonly #contents: VaultContents;
  readonly #depth: Depth;

  constructor(vault: RawVault, depth: Depth) {
    this.#vault = vault;
    this.#depth = depth;
    this.#contents = estate.contents(vault);
  }

  requests(): string[] {
    return [...this.#secrets(), ...this.#keys(), ...this.#certificates(), ...this.#recovery()];
  }

  /** A vault that refuses a list of what is there is not asked for the list of what was deleted. */
  #recovery(): string[] {
    if (!this.#depth.recovery) return [];
    const { deletedSecrets = [], deletedKeys = [], deletedCertificates = [] } = this.#contents;
    const lists = Object.entries({ secrets: deletedSecrets, keys: deletedKeys, certificates: deletedCertificates });
    const told = lists.filter(([kind]) => !this.#isRefused(kind));
    return [
      `${ARM}${this.#vault.id}/providers/Microsoft.Authorization/locks`,
      ...told.flatMap(([kind, items]) => this.#list(`/deleted${kind}`, items)),
    ];
  }

  #secrets(): string[] {
    const { secrets } = this.#contents;
    if (this.#isRefused('secrets')) return [this.#data('/secrets'), ...this.#arm('/secrets', secrets)];
    return [...this.#list('/secrets', secrets), ...this.#versions('secrets', secrets)];
  }

  #keys(): string[] {
    const { keys } = this.#contents;
    const one = (name: string) => this.#arm(`/keys/${name}`, []);
    if (this.#isRefused('keys')) {
      const each = keys.flatMap((key) => [
        ...one(nameOf(key.item)),
        ...(this.#depth.versions.includes('keys') ? this.#arm(`/keys/${nameOf(key.item)}/versions`, key.versions) : []),
      ]);
      return [this.#data('/keys'), ...this.#arm('/keys', keys), ...each];
    }
    const each = keys
      .map(({ item }) => nameOf(item))
      .flatMap((name) => [
        this.#data(`/keys/${name}`),
        this.#data(`/keys/${name}/rotationpolicy`),
        ...(this.#isRefused('keys', name, 'rotationpolicy') ? one(name) : []),
      ]);
    return [...this.#list('/keys', keys), ...each, ...this.#versions('keys', keys)];
  }

  #certificates(): string[] {
    const { certificates } = this.#contents;
    if (this.#isRefused('certificates')) return [this.#data('/certificates')];
    if (!this.#depth.certificates) return this.#list('/certificates', certificates);
    const each = certificates
      .map(({ item }) => this.#data(`/certificates/${nameOf(item)}`))
      .flatMap((address) => [address, `${address}/pending`]);
    const isSetUp = (policy: object | null) => !/"name":"(?:Self|Unknown)"/.test(JSON.stringify(policy));
    const issuers = certificates.some(({ policy }) => isSetUp(policy)) ? [this.#data('/certificates/issuers')] : [];
    const lists = [...this.#list('/certificates', certificates), ...this.#versions('certificates', certificates)];
    return [...lists, ...each, ...issuers];
  }

  #versions(kind: string, objects: readonly Versioned<Named>[]): string[] {
    if (!this.#depth.versions.includes(kind)) return [];
    return objects.flatMap(({ item, versions }) => this.#list(`/${kind}/${nameOf(item)}/versions`, versions));
  }

  #data(path: string): string {
    return `https://${this.#vault.name}.vault.azure.net${path}`;
  }

  #list(path: string, items: readonly unknown[]): string[] {
    return pages(this.#data(path), items, DATA_PAGE);
  }

  #arm(path: string, items: readonly unknown[]): string[] {
    return pages(`${ARM}${this.#vault.id}${path}`, items, pageSizes.objects);
  }

  /** Vaults of other tenants refuse everything. */
  #isRefused(...steps: string[]): boolean {
    const refused = this.#contents.refusals
      .filter(({ plane }) => plane === 'data')
      .map(({ path }) => path.split('/').filter(Boolean));
    const isHit = (path: string[]) => path.every((part, i) => (part === '*' ? i < steps.length : part === steps[i]));
    return this.#vault.properties.tenantId !== tenantId || refused.some(isHit);
  }
}

const withoutQuery = (url: string) => url.replace(/\?.*/, '').replace(':443/', '/').toLowerCase();
const byText = (addresses: readonly string[]) => addresses.map(withoutQuery).toSorted();

const vaults = (depth: Depth): string[] => estate.vaults.flatMap((vault) => new VaultCost(vault, depth).requests());
const asked = (requests: readonly SentRequest[]) => byText(requests.map(({ url }) => url));

describe.each([
  ['a snapshot for any rules', undefined, EVERYTHING, surroundings()],
  ['rules that read versions of secrets alone', rules.map(({ id }) => id), SHALLOW, []],
] as const)('the requests of the demo, for %s', async (_, only, depth, others) => {
  const { requests } = await collected(estate, { ...(only && { only }) });

  test('are the ones it cannot do without', () => {
    const needed = [...inventory(depth), ...signInPolicy, ...logs(), ...perimeters(), ...others, ...vaults(depth)];
    expect(asked(requests)).toEqual(byText(needed));
  });

  test('are made once each', () => {
    expect(new Set(requests.map(({ url }) => url)).size).toBe(requests.length);
  });
});

describe('requests under way', () => {
  test.each([1, 3, 16])('are never more than %i at once, and as many when there are enough', async (concurrency) => {
    let underWay = 0;
    let peak = 0;
    const wire = (simulator: Simulator) => ({
      async sendRequest(request: Parameters<Simulator['sendRequest']>[0]) {
        peak = Math.max(peak, ++underWay);
        await setImmediate();
        underWay--;
        return simulator.sendRequest(request);
      },
    });
    await collected(estate, { concurrency, wire });
    expect(peak).toBe(concurrency);
  });

  test('come in an order that never shows in what was read', async () => {
    const one = await collected(estate, { concurrency: 1, vaultsAtOnce: 1 });
    const many = await collected(estate, { concurrency: 64, vaultsAtOnce: 23 });
    expect(many.records).toEqual(one.records);
  });
});
