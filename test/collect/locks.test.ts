/** Locks against deletion: which count for a vault, by where they stand. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/estate/faults.ts';
import type { RawLock } from '../../src/estate/raw.ts';
import { SUBSCRIPTION, smallEstate } from '../estate/small-estate.ts';
import { fieldsOf, holes, type ScanOptions, scan } from './scan.ts';

const RULE = 'KV-REC-004';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-test`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-a`;

const lock = (on: string, level: string, notes?: string): RawLock => ({
  id: `${on}/providers/Microsoft.Authorization/locks/keep`,
  name: 'keep',
  properties: { level, ...(notes !== undefined && { notes }) },
});

const scanned = (locks: readonly RawLock[], options: ScanOptions = {}) =>
  scan(smallEstate({ 'kv-a': { tags: { critical: 'yes' } } }, { locks }), { only: [RULE], ...options });
/** What the service tells whatever was asked. */
const telling = (value: unknown): ScanOptions => ({
  faults: [{ matches: ({ url }) => url.includes('/locks?'), edit: () => ({ value }) }],
});
const verdictOf = async (locks: readonly RawLock[], options?: ScanOptions) => {
  const { findings } = await scanned(locks, options);
  return findings.map(({ verdict, reason }) => reason ?? verdict);
};

describe('a lock', () => {
  test.each<[string, string, string, string]>([
    ['on the vault', VAULT, 'vault', 'pass'],
    ['on its resource group', GROUP, 'resourceGroup', 'pass'],
    ['on its subscription', `/subscriptions/${SUBSCRIPTION}`, 'subscription', 'pass'],
    ['on the vault, in other letters', VAULT.toUpperCase(), 'vault', 'pass'],
    ['on something in the vault', `${VAULT}/privateEndpointConnections/pe`, 'below', 'fail'],
    ['on a secret in the vault', `${VAULT}/secrets/db`, 'below', 'fail'],
  ])('%s', async (_, on, scope, verdict) => {
    const one = await scanned([lock(on, 'CanNotDelete', 'Ask <b>us</b>')]);
    expect(fieldsOf(one, 'azure.vault', 'kv-a').locks).toEqual([
      { name: 'keep', level: 'CanNotDelete', scope, notes: 'Ask <b>us</b>' },
    ]);
    expect(one.findings.map(({ verdict }) => verdict)).toEqual([verdict]);
  });

  test.each([
    ['CanNotDelete', 'pass'],
    ['cannotdelete', 'pass'],
    ['READONLY', 'pass'],
    ['NotSpecified', 'fail'],
    ['SomethingNew', 'fail'],
  ])('of level %s', async (level, verdict) => {
    expect(await verdictOf([lock(VAULT, level)])).toEqual([verdict]);
  });

  test('elsewhere is not told of the vault', async () => {
    const others = [`${GROUP}-2`, `${VAULT}-2`, `${GROUP}/providers/Microsoft.Storage/storageAccounts/x`];
    expect(await verdictOf(others.map((on) => lock(on, 'CanNotDelete')))).toEqual(['fail']);
  });

  test.each([
    `${GROUP}-2/providers/Microsoft.Authorization/locks/keep`,
    `${VAULT}-2/providers/Microsoft.Authorization/locks/keep`,
    `${VAULT}/locks/keep`,
    `/providers/Microsoft.Authorization/locks/keep`,
    '',
    5,
    undefined,
  ])('that is told under the id %j stands nobody knows where', async (id) => {
    expect(await verdictOf([], telling([{ ...lock(VAULT, 'CanNotDelete'), id }]))).toEqual(['error']);
  });

  test.each([[{}], [{ properties: null }], [{ properties: { level: 5 } }], [{ properties: 'CanNotDelete' }]])(
    'that is told as %j is unknown',
    async (members) => {
      const { id, name } = lock(VAULT, 'CanNotDelete');
      expect(await verdictOf([], telling([{ id, name, ...members }]))).toEqual(['error']);
    },
  );
});

describe('locks that cannot be read', () => {
  const refused: Fault = { matches: ({ url }) => url.includes('/locks?'), answer: 403 };

  test('are unknown, and coverage says what would cure it', async () => {
    const one = await scanned([lock(VAULT, 'CanNotDelete')], { faults: [refused] });
    expect(one.findings).toMatchObject([{ verdict: 'unknown', reason: 'forbidden' }]);
    expect(holes(one)).toMatchObject([
      { what: 'locks', plane: 'arm', status: 'forbidden', remedy: 'Grant the role Reader on the vault or above it.' },
    ]);
  });

  test('to their end are judged by those that came', async () => {
    const link = `https://management.azure.com${VAULT}/providers/Microsoft.Authorization/locks?api-version=2020-05-01&$skiptoken=x`;
    const broken = (locks: readonly RawLock[]): ScanOptions => ({
      faults: [
        { matches: ({ url }) => url.includes('skiptoken'), answer: 500 },
        { matches: ({ url }) => url.includes('/locks?'), edit: () => ({ value: locks, nextLink: link }) },
      ],
    });
    expect(await verdictOf([], broken([lock(VAULT, 'CanNotDelete')]))).toEqual(['pass']);
    expect(await verdictOf([], broken([lock(`${VAULT}/secrets/db`, 'CanNotDelete')]))).toEqual(['error']);
  });

  test('are not asked for where no rule reads them', async () => {
    const { requests } = await scanned([], { only: ['KV-REC-002'] });
    expect(requests.filter(({ url }) => url.includes('locks'))).toEqual([]);
  });
});
