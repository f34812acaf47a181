/** What was deleted and can still be brought back: found once, never with its value, and unknown where it cannot be seen. */
import { describe, expect, test } from 'vitest';
import { CANARY } from '../../src/estate/data-plane.ts';
import type { Fault, SentRequest } from '../../src/estate/faults.ts';
import type { Refusal } from '../../src/estate/raw.ts';
import { SUBSCRIPTION, smallEstate, type VaultSpec } from '../estate/small-estate.ts';
import { fieldsOf, holes, resources, type Scan, type ScanOptions, scan, unlisted } from './scan.ts';

const RULE = 'KV-REC-005';
const KIND = 'azure.deletedObject';
const SUBSCRIPTION_ID = `subscription:${SUBSCRIPTION}`;

const seconds = (iso: string) => Date.parse(iso) / 1000;
/** Now is 2026-11-20T06:00:00Z. */
const TOMORROW = { scheduledPurgeDate: seconds('2026-11-21T06:00:00Z') };
const MANAGED = { ...TOMORROW, managed: true };

const scanned = (vault: VaultSpec, options: ScanOptions = {}) =>
  scan(smallEstate({ 'kv-a': vault }), { only: [RULE], ...options });

const verdicts = ({ findings }: Scan) =>
  findings.map(({ verdict, resource, about, reason }) => [about ?? resource.name, reason ?? verdict]);
const names = (one: Scan) => resources(one, KIND).map(({ name }) => name);
const asked = ({ requests }: Scan) => requests.map(({ url }) => new URL(url).pathname);
const covered = ({ coverage }: Scan) => coverage.filter(({ what }) => what === 'deletedObjects');

const closed = (path: string, innerCode = 'ForbiddenByRbac'): Refusal => ({
  plane: 'data',
  path,
  status: 403,
  code: 'Forbidden',
  innerCode,
});
const unsupported = ['secrets', 'keys', 'certificates'].map(
  (kind): Refusal => ({ plane: 'data', path: `/deleted${kind}`, status: 400, code: 'NotSupported' }),
);

describe('in a vault', () => {
  test('a secret and a key of the same name are two findings', async () => {
    const one = await scanned({ deleted: { secrets: { db: TOMORROW }, keys: { db: TOMORROW } } });
    expect(verdicts(one)).toEqual([
      ['secrets/db', 'fail'],
      ['keys/db', 'fail'],
    ]);
    expect(new Set(one.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(one.findings.map(({ resource }) => resource.id)).toEqual([
      'https://kv-a.vault.azure.net/deletedsecrets/db',
      'https://kv-a.vault.azure.net/deletedkeys/db',
    ]);
    expect(one.findings.every(({ resource }) => resource.vault?.endsWith('/vaults/kv-a'))).toBe(true);
  });

  test('stands in the order of names, once in whatever letters, wherever the service lists it', async () => {
    const deleted = { b: TOMORROW, C: TOMORROW, a: TOMORROW, B: TOMORROW };
    const one = await scanned({ deleted: { secrets: deleted } });
    const other = await scanned({ deleted: { secrets: Object.fromEntries(Object.entries(deleted).toReversed()) } });
    expect(names(one)).toEqual(['secrets/B', 'secrets/C', 'secrets/a']);
    expect(names(other)).toEqual(['secrets/C', 'secrets/a', 'secrets/b']);
  });

  test('belongs to a deleted certificate of its name, in whatever letters', async () => {
    const one = await scanned({ deleted: { keys: { TLS: TOMORROW }, certificates: { tls: TOMORROW } } });
    expect(verdicts(one)).toEqual([
      ['keys/TLS', 'notApplicable'],
      ['certificates/tls', 'fail'],
    ]);
  });

  test('is told with its dates, its tags and whether it may be purged before', async () => {
    const one = await scanned({ deleted: { secrets: { db: { ...TOMORROW, tags: { owner: 'x' } } } } });
    expect(fieldsOf(one, KIND, 'secrets/db')).toEqual({
      objectType: 'secret',
      name: 'db',
      deletedAt: '2026-11-19T06:00:00.000Z',
      scheduledPurgeAt: '2026-11-21T06:00:00.000Z',
      recoveryLevel: 'Recoverable',
      tags: { map: { owner: 'x' } },
      belongsToCertificate: false,
    });
  });

  test('a certificate is one finding, not three', async () => {
    const one = await scanned({
      deleted: { secrets: { tls: MANAGED }, keys: { tls: MANAGED }, certificates: { tls: TOMORROW } },
    });
    expect(verdicts(one)).toEqual([
      ['secrets/tls', 'notApplicable'],
      ['keys/tls', 'notApplicable'],
      ['certificates/tls', 'fail'],
    ]);
  });

  test('the secret of a deleted certificate is known by its name, where the mark is missing', async () => {
    const one = await scanned({ deleted: { secrets: { TLS: TOMORROW }, certificates: { tls: TOMORROW } } });
    expect(fieldsOf(one, KIND, 'secrets/TLS').belongsToCertificate).toBe(true);
    expect(verdicts(one)).toContainEqual(['certificates/tls', 'fail']);
  });

  test('the secret of a certificate that may not be listed is left out, and the certificates are unknown', async () => {
    const refusals = [closed('/certificates'), closed('/deletedcertificates')];
    const one = await scanned({ deleted: { secrets: { tls: MANAGED }, certificates: { tls: TOMORROW } }, refusals });
    expect(verdicts(one)).toEqual([
      [KIND, 'forbidden'],
      ['secrets/tls', 'notApplicable'],
    ]);
    expect(covered(one)).toMatchObject([
      { resource: SUBSCRIPTION_ID, status: 'read' },
      {
        status: 'forbidden',
        asked: 3,
        refused: 1,
        remedy: 'Grant the role Key Vault Reader on the vault or above it.',
      },
    ]);
  });

  test('a mark that is no mark is unknown', async () => {
    const one = await scanned({ deleted: { keys: { k: { ...TOMORROW, managed: 'yes' } } } });
    expect(verdicts(one)).toEqual([['keys/k', 'error']]);
  });

  test('dates that are none are unknown', async () => {
    for (const [date, verdict] of [
      ['tomorrow', 'error'],
      [1e18, 'error'],
      [null, 'error'],
      [undefined, 'error'],
      [seconds('9999-12-31T23:59:59Z'), 'pass'],
      [seconds('2020-01-01T00:00:00Z'), 'fail'],
    ] as const) {
      const one = await scanned({ deleted: { keys: { k: { scheduledPurgeDate: date } } } });
      expect(verdicts(one), String(date)).toEqual([['keys/k', verdict]]);
    }
  });

  test('only lists are asked for, page by page, and a value that one of them tells goes nowhere', async () => {
    const many = Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`s-${i}`, { value: `${CANARY}x` }]));
    const one = await scanned({ deleted: { secrets: many } });
    expect(names(one)).toHaveLength(27);
    expect(JSON.stringify(one.records)).not.toContain(CANARY);
    expect(new Set(asked(one).filter((path) => path.startsWith('/deleted')))).toEqual(
      new Set(['/deletedsecrets', '/deletedkeys', '/deletedcertificates']),
    );
  });

  test('a list that breaks off keeps what came, and the rest is unknown', async () => {
    const many = Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`s-${i}`, TOMORROW]));
    const faults = [{ matches: ({ url }: SentRequest) => url.includes('skiptoken'), answer: 500 as const }];
    const one = await scanned({ deleted: { secrets: many } }, { faults });
    expect(names(one)).toHaveLength(25);
    expect(unlisted(one).filter(({ kind }) => kind === KIND)).toMatchObject([{ gap: 'error' }]);
    expect(one.findings.filter(({ verdict }) => verdict === 'unknown')).toHaveLength(1);
  });

  test.each([
    'https://kv-b.vault.azure.net/deletedsecrets/db',
    'https://kv-a.vault.azure.net/deletedsecrets/../keys/x',
    5,
  ])('what is listed as %j is told as not readable, not under that name', async (recoveryId) => {
    const faults: Fault[] = [
      {
        matches: ({ url }) => url.includes('/deletedsecrets?'),
        edit: (body) => ({ ...(body as object), value: [{ recoveryId, deletedDate: 1, ...TOMORROW }] }),
      },
    ];
    const one = await scanned({}, { faults });
    expect(names(one)).toEqual([]);
    expect(verdicts(one)).toEqual([[KIND, 'error']]);
  });

  test('what is listed twice in other letters is there once', async () => {
    const one = await scanned({ deleted: { secrets: { db: TOMORROW, DB: TOMORROW } } });
    expect(names(one)).toHaveLength(1);
  });
});

describe('a vault that is closed', () => {
  test('is not asked again for what was deleted, and one verdict is unknown', async () => {
    const firewall = { refusals: [closed('/', 'ForbiddenByFirewall')], deleted: { secrets: { db: TOMORROW } } };
    const one = await scanned(firewall, { only: [RULE, 'KV-ROT-001', 'KV-ROT-002', 'KV-CRT-001'] });
    expect(asked(one).filter((path) => path.startsWith('/deleted'))).toEqual([]);
    expect(one.findings.filter(({ ruleId }) => ruleId === RULE)).toMatchObject([
      { verdict: 'unknown', reason: 'firewall', about: KIND },
    ]);
    expect(holes(one).map(({ what }) => what)).not.toContain('deletedObjects');
  });

  test('says so itself, where nothing else was asked of it', async () => {
    const one = await scanned({ refusals: [closed('/', 'ForbiddenByFirewall')] });
    expect(verdicts(one)).toEqual([[KIND, 'firewall']]);
    expect(holes(one)).toMatchObject([1, 2, 3].map(() => ({ what: 'deletedObjects', status: 'firewall', asked: 3 })));
  });

  test('leaves it unknown that the user switched the data plane off', async () => {
    const one = await scanned({}, { scope: { without: ['data'] } });
    expect(verdicts(one)).toEqual([[KIND, 'skipped']]);
    expect(one.exitCode('info')).toBe(0);
  });
});

describe('a vault without soft delete', () => {
  test('has nothing that could be brought back, and is not asked', async () => {
    const one = await scanned({ properties: { enableSoftDelete: false }, refusals: unsupported });
    expect(asked(one).filter((path) => path.startsWith('/deleted'))).toEqual([]);
    expect(verdicts(one)).toEqual([]);
    expect(holes(one)).toEqual([]);
  });

  test('may not state it: its answer that there are no such lists is an answer', async () => {
    const one = await scanned({ properties: { enableSoftDelete: undefined }, refusals: unsupported });
    expect(verdicts(one)).toEqual([]);
    expect(holes(one)).toEqual([]);
  });

  test('is not what a vault is that states to have it: there the same answer is unknown', async () => {
    const one = await scanned({ refusals: unsupported });
    expect(verdicts(one)).toEqual([[KIND, 'unsupported']]);
  });
});

// ---- vaults

const ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults`;
const gone = (name: string, properties: Record<string, unknown> = {}, id = `${ID}/${name}`) => ({
  id,
  name,
  properties: {
    location: 'westeurope',
    tags: { critical: '<b>yes</b>' },
    deletionDate: '2026-11-01T10:00:00Z',
    scheduledPurgeDate: '2026-11-27T06:00:00Z',
    purgeProtectionEnabled: true,
    ...properties,
  },
});
const estateWith = (...deletedVaults: ReturnType<typeof gone>[]) => smallEstate({ 'kv-a': {} }, { deletedVaults });

describe('a deleted vault', () => {
  test('hangs on its subscription, and is found from seven days before its purge', async () => {
    const late = gone('kv-late', { scheduledPurgeDate: '2026-11-27T06:00:01Z' });
    const one = await scan(estateWith(gone('kv-old'), late), { only: [RULE] });
    expect(verdicts(one)).toEqual([
      ['kv-late', 'pass'],
      ['kv-old', 'fail'],
    ]);
    expect(one.findings[1]?.resource).toEqual({
      kind: KIND,
      id: `${ID}/kv-old`,
      name: 'kv-old',
      subscriptionId: SUBSCRIPTION,
    });
    expect(fieldsOf(one, KIND, 'kv-old')).toEqual({
      objectType: 'vault',
      name: 'kv-old',
      deletedAt: '2026-11-01T10:00:00.000Z',
      scheduledPurgeAt: '2026-11-27T06:00:00.000Z',
      purgeProtection: true,
      location: 'westeurope',
      tags: { map: { critical: '<b>yes</b>' } },
      belongsToCertificate: false,
    });
  });

  test('is left out where other vaults were asked for, and told where it was', async () => {
    const estate = estateWith(gone('kv-old'), gone('kv-older'));
    const named = async (...vaults: string[]) => names(await scan(estate, { only: [RULE], scope: { vaults } }));
    expect(await named('kv-a')).toEqual([]);
    expect(await named('kv-a', 'KV-OLD')).toEqual(['kv-old']);
    expect(await named()).toEqual(['kv-old', 'kv-older']);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no purge date', { scheduledPurgeDate: undefined }, 'error'],
    ['a purge date without a zone', { scheduledPurgeDate: '2026-11-27T06:00:00' }, 'error'],
    ['a purge date that is none', { scheduledPurgeDate: 5 }, 'error'],
    ['a purge date long past', { scheduledPurgeDate: '2020-01-01T00:00:00Z' }, 'fail'],
  ])('with %s', async (_, properties, verdict) => {
    const one = await scan(estateWith(gone('kv-old', properties)), { only: [RULE] });
    expect(verdicts(one)).toEqual([['kv-old', verdict]]);
  });

  test('of which nothing came but its id is unknown', async () => {
    const { id, name } = gone('kv-old');
    const faults: Fault[] = [
      { matches: ({ url }) => url.includes('deletedVaults'), edit: () => ({ value: [{ id, name }] }) },
    ];
    expect(verdicts(await scan(estateWith(), { only: [RULE], faults }))).toEqual([['kv-old', 'error']]);
  });

  test.each([
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-old`,
    ID.replace(SUBSCRIPTION, '99999999-9999-4999-8999-999999999999').concat('/kv-old'),
    `${ID}/..`,
  ])('that is listed as %s is not passed over in silence', async (id) => {
    const faults: Fault[] = [
      { matches: ({ url }) => url.includes('deletedVaults'), edit: () => ({ value: [gone('kv-old', {}, id)] }) },
    ];
    const one = await scan(estateWith(), { only: [RULE], faults });
    expect(names(one)).toEqual([]);
    expect(verdicts(one)).toEqual([[KIND, 'error']]);
    expect(holes(one)).toMatchObject([{ resource: SUBSCRIPTION_ID, what: 'deletedObjects', plane: 'arm' }]);
  });

  test('is unknown once where the list is refused, and once where that of the vaults is refused with it', async () => {
    const refused = (pattern: RegExp): ScanOptions => ({
      only: [RULE],
      faults: [{ matches: ({ url }) => pattern.test(url), answer: 403 }],
    });
    for (const pattern of [/deletedVaults/, /aults\?/]) {
      const one = await scan(estateWith(gone('kv-old')), refused(pattern));
      expect(verdicts(one).filter(([about]) => about === KIND)).toEqual([[KIND, 'forbidden']]);
      expect(covered(one)).toContainEqual(
        expect.objectContaining({ resource: SUBSCRIPTION_ID, remedy: 'Grant the role Reader on the subscription.' }),
      );
    }
  });
});

test('nothing is asked of what was deleted where no rule reads it, and that is written down', async () => {
  const one = await scanned({ deleted: { secrets: { db: TOMORROW } } }, { only: ['KV-REC-001'] });
  expect(asked(one).filter((path) => path.includes('deleted'))).toEqual([]);
  expect(unlisted(one).filter(({ kind }) => kind === KIND)).toMatchObject([{ gap: 'skipped' }, { gap: 'skipped' }]);
});
