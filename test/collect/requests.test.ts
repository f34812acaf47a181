/** The calls that the demo's estate cannot be read without, worked out from its files by hand: no more, and no fewer. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { VaultContents } from '../../src/estate/estate.ts';
import { type Named, nameOf } from '../../src/estate/object-name.ts';
import type { RawVault, Versioned } from '../../src/estate/raw.ts';
import type { Simulator } from '../../src/estate/simulator.ts';
import { estate } from '../estate/havelmark.ts';
import { collected } from './scan.ts';

const { pageSizes, tenantId } = estate.description;
const ARM = 'https://management.azure.com';
const DATA_PAGE = 25;

/** One request for each page of a list; an empty list has one page. */
const pages = (address: string, items: readonly unknown[], size: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, () => address);

const inventory = (): string[] => [
  ...pages(`${ARM}/subscriptions`, estate.subscriptions, pageSizes.subscriptions),
  ...estate.subscriptions.flatMap(({ subscriptionId }) =>
    pages(
      `${ARM}/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/vaults`,
      estate.vaultsOf(subscriptionId),
      pageSizes.vaults,
    ),
  ),
];

/** What a vault costs: the data plane while it answers, Resource Manager for what it refuses. */
class VaultCost {
  readonly #vault: RawVault;
  readonly #contents: VaultContents;

  constructor(vault: RawVault) {
    this.#vault = vault;
    this.#contents = estate.contents(vault);
  }

  requests(): string[] {
    return [...this.#secrets(), ...this.#keys(), ...this.#certificates()];
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
        ...this.#arm(`/keys/${nameOf(key.item)}/versions`, key.versions),
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
    const policies = certificates.map(({ item }) => this.#data(`/certificates/${nameOf(item)}/policy`));
    return [...this.#list('/certificates', certificates), ...policies, ...this.#versions('certificates', certificates)];
  }

  #versions(kind: string, objects: readonly Versioned<Named>[]): string[] {
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

describe('the requests of the demo', async () => {
  const { requests } = await collected(estate);

  test('are the ones it cannot do without', () => {
    const expected = [...inventory(), ...estate.vaults.flatMap((vault) => new VaultCost(vault).requests())];
    expect(byText(requests.map(({ url }) => url))).toEqual(byText(expected));
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
