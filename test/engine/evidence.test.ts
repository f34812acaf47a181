/** What findings show of the facts that decided them, and of the resource that they are about. */
import { describe, expect, test } from 'vitest';
import type { ResourceRecord, WireObject } from '../../src/model/snapshot.ts';
import { rule, type Words } from './rules.ts';
import { AT, ESTATE, found, SECRET, told, VAULT } from './snapshots.ts';

const secretWith = (fields: WireObject): ResourceRecord => ({
  ...SECRET,
  facets: told({ ...SECRET.facets.main?.fields, ...fields }),
});
const vaultWith = (fields: WireObject): ResourceRecord => ({
  ...VAULT,
  facets: told({ ...VAULT.facets.main?.fields, ...fields }),
});

const SOURCE = { ref: 1 };
const version = { id: 'v', enabled: true, created: AT, uses: 1, scopes: [] };

interface World {
  readonly secret?: WireObject;
  readonly vault?: WireObject;
  readonly words?: Partial<Words>;
}

async function shown(require: string, { secret = {}, vault = {}, words = {} }: World = {}) {
  const [finding] = await found([rule({ require, ...words })], [ESTATE, vaultWith(vault), secretWith(secret)]);
  return finding?.evidence;
}

describe('evidence shows', () => {
  test.each<[string, string, World, object]>([
    ['a number', 'secret.size > 99', {}, { field: 'secret.size', value: 20 }],
    [
      'a time as people write it',
      'secret.created > now',
      {},
      { field: 'secret.created', value: '2026-03-31T00:00:00.000Z' },
    ],
    [
      'a gap by its reason',
      'secret.size > 99',
      { secret: { size: { gap: 'firewall' } } },
      { field: 'secret.size', value: { gap: 'firewall' } },
    ],
    [
      'a time that could not be read',
      'secret.created > now',
      { secret: { created: { gap: 'error' } } },
      { field: 'secret.created', value: { gap: 'error' } },
    ],
    ['what is not there', 'has(secret.expires)', {}, { field: 'secret.expires', value: false, presence: true }],
    [
      'what a tag says',
      '"owner" in secret.tags && secret.tags.owner == "x"',
      { secret: { tags: { map: { owner: 'me' } } } },
      { field: 'secret.tags.owner', value: 'me' },
    ],
    [
      'how many there are',
      'size(secret.versions) > 5',
      { secret: { versions: [version] } },
      { field: 'secret.versions', value: 1 },
    ],
    ['a fact of the vault', 'vault.name == "x"', {}, { field: 'vault.name', value: 'kv' }],
    ['a word that is listed', 'vault.model == "policy"', {}, { field: 'vault.model', value: 'rbac' }],
    [
      'a word that nobody knows',
      'vault.model == "policy"',
      { vault: { model: 'other' } },
      { field: 'vault.model', value: 'other', unrecognised: true },
    ],
    [
      'an item of a list of words',
      'secret.scopes.all(s, s == "read")',
      { secret: { scopes: ['read', 'write'] } },
      { field: 'secret.scopes[1]', value: 'write' },
    ],
    [
      'an item that nobody knows',
      'secret.scopes.all(s, s == "read")',
      { secret: { scopes: ['own'] } },
      { field: 'secret.scopes[0]', value: 'own', unrecognised: true },
    ],
    [
      'a time in an item',
      'secret.versions.all(v, v.created > now)',
      { secret: { versions: [version] } },
      { field: 'secret.versions[0].created', value: '2026-03-31T00:00:00.000Z' },
    ],
    [
      'a word deep within that nobody knows',
      'has(vault.network) && has(vault.network.action) && vault.network.action == "Deny"',
      { vault: { network: { action: 'Maybe', ranges: [] } } },
      { field: 'vault.network.action', value: 'Maybe', unrecognised: true },
    ],
  ])('%s', async (_, require, world, leaf) => {
    expect(await shown(require, world)).toContainEqual({ ...leaf, source: SOURCE });
  });

  test('a parameter without a source', async () => {
    expect(await shown('params.maxAge > 99')).toEqual([{ field: 'params.maxAge', value: 90 }]);
  });

  test('each fact once', async () => {
    expect(await shown('secret.size > 99 || secret.size < 5')).toEqual([
      { field: 'secret.size', value: 20, source: SOURCE },
    ]);
  });

  test('of whole lists how long they are, or why that is not known', async () => {
    const broken = { items: [1, 2], complete: false, gap: 'throttled' } as const;
    const ofGrades = (grades: WireObject[string]) => shown('secret.grades == [9]', { secret: { grades } });
    expect(await ofGrades([1, 2, 3])).toEqual([{ field: 'secret.grades', value: 3, source: SOURCE }]);
    expect(await ofGrades(broken)).toEqual([{ field: 'secret.grades', value: { gap: 'throttled' }, source: SOURCE }]);
  });
});

test('a finding has what the judgement has, and nothing else', async () => {
  const [bare] = await found([rule({ require: 'true' })], [ESTATE, VAULT, SECRET]);
  expect(Object.keys(bare ?? {})).toEqual(['ruleId', 'verdict', 'severity', 'resource', 'evidence', 'fingerprint']);
  const controls = { cis: [['1', 'vault.model == "rbac"']] } as const;
  const [failed] = await found([rule({ require: 'false', message: ['No.'], controls })], [ESTATE, VAULT, SECRET]);
  expect(failed).toMatchObject({ message: 'No.', controls: { cis: ['1'] } });
  expect(failed).not.toHaveProperty('reason');
  const [broken] = await found([rule({ require: '1 / (secret.size - 20) == 1' })], [ESTATE, VAULT, SECRET]);
  expect(broken).toMatchObject({ verdict: 'unknown', reason: 'ruleError', detail: 'division by zero' });
});

test('a resource says what holds it, as far as it is held', async () => {
  const rules = [
    rule({ require: 'true' }),
    rule({ for: 'test.vault', require: 'true' }),
    rule({ for: 'test.estate', require: 'true' }),
  ];
  const findings = await found(rules, [ESTATE, VAULT, SECRET]);
  expect(findings.map(({ resource }) => resource)).toEqual([
    { kind: 'test.estate', id: ESTATE.id, name: 'e' },
    { kind: 'test.vault', id: VAULT.id, name: 'kv' },
    { kind: 'test.secret', id: SECRET.id, name: 'db', vault: VAULT.id },
  ]);
});
