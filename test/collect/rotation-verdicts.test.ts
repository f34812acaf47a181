/** Keys as the vault tells them, up to the verdicts of the rules on their rotation. */
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/estate/raw.ts';
import { smallEstate, type VaultSpec } from '../estate/small-estate.ts';
import { fieldsOf, resources, type Scan, type ScanOptions, scan, verdict } from './scan.ts';

type KeySpec = NonNullable<VaultSpec['keys']>[string];

/** A warning window, a policy that rotates, one that does so soon, one that can. */
const RULES = ['KV-ROT-009', 'KV-ROT-012', 'KV-ROT-013', 'KV-ROT-014'];

const action = (type: string, trigger: object) => ({ action: { type }, trigger });
const policy = (...actions: ReturnType<typeof action>[]) => ({
  lifetimeActions: actions,
  attributes: { expiryTime: 'P2Y' },
});
const after = (timeAfterCreate: string, type = 'Rotate') => policy(action(type, { timeAfterCreate }));
const before = (timeBeforeExpiry: string, type = 'Rotate') => policy(action(type, { timeBeforeExpiry }));

const scanned = (key: KeySpec, vault: VaultSpec = {}, options: ScanOptions = {}) =>
  scan(smallEstate({ 'kv-a': { ...vault, keys: { k: key } } }), { only: RULES, ...options });
const verdicts = (one: Scan) => RULES.map((rule) => verdict(one, rule, 'k'));

const BY_ARM: readonly Refusal[] = [
  { plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' },
];

describe.each<[string, VaultSpec]>([
  ['told by the vault', {}],
  ['told by Resource Manager', { refusals: BY_ARM, certificates: {} }],
])('a key %s', (_, vault) => {
  const dates = async (key: KeySpec) => {
    const { nextRotation, rotationCanFire } = fieldsOf(await scanned(key, vault), 'azure.key', 'k');
    return [rotationCanFire, nextRotation];
  };

  test.each<[string, KeySpec, string | undefined]>([
    ['after P90D', { created: '2026-01-31T10:00:00Z', rotationPolicy: after('P90D') }, '2026-05-01T10:00:00.000Z'],
    ['after P3M', { created: '2026-01-31T10:00:00Z', rotationPolicy: after('P3M') }, '2026-04-30T10:00:00.000Z'],
    ['after P2Y', { created: '2026-01-31T10:00:00Z', rotationPolicy: after('P2Y') }, '2028-01-31T10:00:00.000Z'],
    [
      'a year after 29 February',
      { created: '2024-02-29T10:00:00Z', rotationPolicy: after('P1Y') },
      '2025-02-28T10:00:00.000Z',
    ],
    [
      'four years after 29 February',
      { created: '2024-02-29T10:00:00Z', rotationPolicy: after('P4Y') },
      '2028-02-29T10:00:00.000Z',
    ],
    [
      '30 days before an expiry on 29 February',
      { expires: '2028-02-29T10:00:00Z', rotationPolicy: before('P30D') },
      '2028-01-30T10:00:00.000Z',
    ],
    [
      'in small letters',
      { created: '2026-01-31T10:00:00Z', rotationPolicy: after('P90D', 'rotate') },
      '2026-05-01T10:00:00.000Z',
    ],
    [
      'in large letters',
      { created: '2026-01-31T10:00:00Z', rotationPolicy: after('P90D', 'ROTATE') },
      '2026-05-01T10:00:00.000Z',
    ],
    ['before an expiry that it does not have', { rotationPolicy: before('P30D') }, undefined],
    ['never: it only warns', { expires: '2028-02-29T10:00:00Z', rotationPolicy: before('P30D', 'Notify') }, undefined],
    ['never: it has no policy', {}, undefined],
  ])('rotates %s', async (_, key, on) => {
    expect(await dates(key)).toEqual([on !== undefined, on]);
  });
});

describe('the rules on rotation', () => {
  const key = { created: '2026-11-01T00:00:00Z', expires: '2027-10-01T00:00:00Z' };

  test.each<[string, KeySpec, string[]]>([
    ['soon, and able to', { ...key, rotationPolicy: after('P90D') }, ['pass', 'pass', 'pass', 'pass']],
    ['soon, in other letters', { ...key, rotationPolicy: after('P90D', 'rotate') }, ['pass', 'pass', 'pass', 'pass']],
    ['a second too late', { ...key, rotationPolicy: after('P90DT1S') }, ['pass', 'pass', 'fail', 'pass']],
    [
      'three months later, which are 92 days',
      { ...key, rotationPolicy: after('P3M') },
      ['pass', 'pass', 'fail', 'pass'],
    ],
    [
      'before an expiry that it does not have',
      { created: key.created, rotationPolicy: before('P30D') },
      ['pass', 'pass', 'fail', 'fail'],
    ],
    [
      'before an expiry that its policy does not give',
      { ...key, rotationPolicy: { ...before('P30D'), attributes: {} } },
      ['pass', 'pass', 'fail', 'fail'],
    ],
    ['not at all', { ...key, rotationPolicy: before('P30D', 'Notify') }, ['pass', 'fail', 'fail', 'notApplicable']],
    ['without a policy', key, ['pass', 'fail', 'fail', 'notApplicable']],
    [
      'in time before it expires',
      { created: '2026-11-01T00:00:00Z', expires: '2026-12-01T00:00:00Z', rotationPolicy: before('P7D') },
      ['pass', 'pass', 'pass', 'pass'],
    ],
    [
      'some time ago, and did not',
      { created: '2026-11-01T00:00:00Z', expires: '2026-12-01T00:00:00Z', rotationPolicy: before('P28D') },
      ['fail', 'pass', 'pass', 'pass'],
    ],
  ])('judge a key that rotates %s', async (_, spec, expected) => {
    expect(verdicts(await scanned(spec))).toEqual(expected);
  });

  test('do not know what nobody may read, but for what the date alone tells', async () => {
    const faults = [
      { matches: ({ url }: { url: string }) => /rotationpolicy|management.*keys\/k/.test(url), answer: 403 as const },
    ];
    const hidden = async (spec: KeySpec) =>
      verdicts(await scanned({ ...spec, rotationPolicy: after('P90D') }, {}, { faults }));
    expect(await hidden(key)).toEqual(['pass', 'unknown', 'unknown', 'unknown']);
    expect(await hidden({ ...key, expires: '2026-11-25T00:00:00Z' })).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('take one request a key for the policy, also where only the dates are read', async () => {
    const { requests, records } = await scanned(
      { ...key, rotationPolicy: after('P90D') },
      {},
      { only: ['KV-ROT-009'] },
    );
    expect(requests.filter(({ url }) => url.includes('/keys/k'))).toHaveLength(1);
    const [one] = resources({ records }, 'azure.key');
    expect(one?.facets.rotationDates?.source).toBe(one?.facets.rotation?.source);
  });
});
