/** Which subscriptions and vaults there are, and what is said of those that are not. */
import { describe, expect, test } from 'vitest';
import type { Fault, SentRequest } from '../../src/estate/faults.ts';
import { SUBSCRIPTION, smallEstate, subscription, TENANT } from '../estate/small-estate.ts';
import { holes, resources, type Scan, scan, unlisted, verdict } from './scan.ts';

const OTHER = '22222222-2222-4222-8222-222222222223';
const estate = smallEstate(
  { 'kv-a': { secrets: { db: {} } }, 'kv-b': {}, 'kv-c': { subscription: OTHER } },
  {
    subscriptions: [
      subscription(SUBSCRIPTION, { displayName: 'Production' }),
      subscription(OTHER, { displayName: 'Other' }),
    ],
  },
);
const vaultsOf = (scanned: Scan) => resources(scanned, 'azure.vault').map(({ name }) => name);
const onSubscriptions = ({ url }: SentRequest) => url.includes('/subscriptions?');
const onVaults = ({ url }: SentRequest) => url.includes(`${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults?`);
const list = (matches: Fault['matches'], change: (items: Record<string, unknown>[]) => unknown[]): Fault => ({
  matches,
  edit: (body) => ({ value: change((body as { value: Record<string, unknown>[] }).value) }),
});

describe('what was asked for', () => {
  test('everything that the identity sees', async () => {
    const scanned = await scan(estate);
    expect(vaultsOf(scanned)).toEqual(['kv-a', 'kv-b', 'kv-c']);
    expect(resources(scanned, 'azure.tenant').map(({ id }) => id)).toEqual([`tenant:${TENANT}`]);
    expect(holes(scanned)).toEqual([]);
  });

  test.each([[['production']], [[SUBSCRIPTION.toUpperCase()]]])(
    'one subscription, by name or id: %j',
    async (subscriptions) => {
      const scanned = await scan(estate, { scope: { subscriptions } });
      expect(vaultsOf(scanned)).toEqual(['kv-a', 'kv-b']);
      expect(scanned.requests.filter(({ url }) => url.includes(OTHER))).toEqual([]);
      expect(holes(scanned)).toEqual([]);
    },
  );

  test('one vault, in any letter case', async () => {
    const scanned = await scan(estate, { scope: { vaults: ['KV-A'] } });
    expect(vaultsOf(scanned)).toEqual(['kv-a']);
    expect(holes(scanned)).toEqual([]);
  });

  test('a subscription that is not seen is a hole in the scan', async () => {
    const scanned = await scan(estate, { scope: { subscriptions: ['Production', 'Staging'] } });
    expect(vaultsOf(scanned)).toEqual(['kv-a', 'kv-b']);
    expect(holes(scanned)).toMatchObject([
      {
        resource: `tenant:${TENANT}`,
        what: 'inventory',
        status: 'notFound',
        detail: expect.stringMatching(/Staging$/),
      },
    ]);
    expect(unlisted(scanned)).toMatchObject([{ kind: 'azure.subscription', gap: 'notFound' }]);
  });

  test('and so is a vault that is not', async () => {
    const scanned = await scan(estate, { scope: { vaults: ['kv-a', 'kv-gone'] } });
    expect(vaultsOf(scanned)).toEqual(['kv-a']);
    expect(holes(scanned)).toMatchObject([
      {
        resource: `tenant:${TENANT}`,
        what: 'inventory',
        status: 'notFound',
        detail: expect.stringMatching(/: kv-gone$/),
      },
    ]);
    expect(unlisted(scanned)).toMatchObject([{ kind: 'azure.vault', parent: `tenant:${TENANT}`, gap: 'notFound' }]);
    expect(scanned.outcome.unknowns.critical).toBe(1);
  });

  test('an estate without subscriptions is nothing to be content with, though its tenant is judged', async () => {
    const empty = await scan(smallEstate({}, { subscriptions: [] }));
    expect(empty.exitCode()).toBe(3);
    expect(new Set(empty.findings.map(({ resource }) => resource.kind))).toEqual(new Set(['azure.tenant']));
  });
});

describe('a token that is not taken', () => {
  const refused = (matches: Fault['matches']) => scan(estate, { faults: [{ matches, answer: 401 }] });

  test.each([
    ['where subscriptions are listed', onSubscriptions],
    ['by Resource Manager at all', ({ url }: SentRequest) => url.startsWith('https://management.')],
  ])('%s ends the scan as a sign-in that failed', async (_, matches) => {
    await expect(refused(matches)).rejects.toMatchObject({
      name: 'SignInError',
      message: expect.stringContaining('(HTTP 401 ExpiredAuthenticationToken)'),
      next: expect.stringContaining('--cloud'),
    });
  });

  test('where vaults are listed is a hole in the scan', async () => {
    const scanned = await refused(onVaults);
    expect(vaultsOf(scanned)).toEqual(['kv-c']);
    expect(holes(scanned)).toMatchObject([{ status: 'forbidden', remedy: expect.stringMatching(/^Sign in again/) }]);
  });
});

describe('lists that tell strange things', () => {
  test.each([
    ['no id', { subscriptionId: undefined }],
    ['an id that is none', { subscriptionId: 'x' }],
    ['an id that is a path', { subscriptionId: '../..' }],
    ['an id that cannot be made a text', { subscriptionId: { toString: 1, valueOf: 1 } }],
  ])('a subscription with %s is not passed over in silence', async (_, change) => {
    const faults = [list(onSubscriptions, ([first, ...rest]) => [{ ...first, ...change }, ...rest])];
    const scanned = await scan(estate, { faults });
    expect(vaultsOf(scanned)).toEqual(['kv-c']);
    expect(unlisted(scanned)).toMatchObject([{ kind: 'azure.subscription', gap: 'error' }]);
    expect(holes(scanned)).toMatchObject([{ detail: '1 in the list of subscriptions without a usable id' }]);
  });

  test('a subscription that is listed twice, once under another address, is read once', async () => {
    const faults = [list(onSubscriptions, ([first, ...rest]) => [first, { ...first, id: '/elsewhere' }, ...rest])];
    const scanned = await scan(estate, { faults });
    expect(resources(scanned, 'azure.subscription')).toHaveLength(2);
    expect(vaultsOf(scanned)).toEqual(['kv-a', 'kv-b', 'kv-c']);
  });

  test.each([
    ['no id', undefined],
    [
      'an id of something else',
      `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/kv-a`,
    ],
    ['a path for a name', `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/..`],
    [
      'an id in another subscription',
      `/subscriptions/${OTHER}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-a`,
    ],
    ['an id that cannot be made a text', { toString: 1, valueOf: 1 }],
  ])('a vault with %s is not passed over in silence', async (_, id) => {
    const scanned = await scan(estate, { faults: [list(onVaults, ([first, ...rest]) => [{ ...first, id }, ...rest])] });
    expect(vaultsOf(scanned)).toEqual(['kv-b', 'kv-c']);
    expect(unlisted(scanned)).toMatchObject([
      { kind: 'azure.vault', parent: `subscription:${SUBSCRIPTION}`, gap: 'error' },
    ]);
  });

  test('a vault that moved to the next page while the list was read is read once', async () => {
    const scanned = await scan(estate, { faults: [list(onVaults, ([first, ...rest]) => [first, ...rest, first])] });
    expect(vaultsOf(scanned)).toEqual(['kv-a', 'kv-b', 'kv-c']);
    expect(holes(scanned)).toEqual([]);
  });

  test.each(['..', 'a%2fb', 'rg?x', 'rg#x', '%2e%2e'])('a resource group called %s leads nowhere', async (group) => {
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/kv-a`;
    const faults: Fault[] = [
      list(onVaults, ([first]) => [{ ...first, id }]),
      { matches: ({ url }) => url.startsWith('https://kv-a'), answer: 403 },
    ];
    const scanned = await scan(estate, { faults });
    expect(scanned.requests.filter(({ url }) => /management.*\/(?:secrets|keys)\?/.test(url))).toEqual([]);
    expect(unlisted(scanned).map(({ kind }) => kind)).toEqual([
      'azure.secret',
      'azure.key',
      'azure.certificate',
      'azure.deletedObject',
    ]);
    expect(verdict(scanned, 'KV-REC-001', 'kv-a')).toBe('pass');
  });
});
