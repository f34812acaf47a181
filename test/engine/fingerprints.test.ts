/** What tells a problem from all others: it stays as long as the problem does, however the estate is arranged. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { EvaluationError } from '../../src/engine/evaluate.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { ResourceRecord, SnapshotRecord, UnlistedRecord } from '../../src/model/snapshot.ts';
import { rule } from './rules.ts';
import { ESTATE, found, SECRET, told, VAULT } from './snapshots.ts';

const OLD = rule({ require: 'false' });
const RANGES = rule({
  for: 'test.vault',
  when: 'has(vault.network)',
  each: ['vault.network.ranges', 'range'],
  require: 'false',
  identity: ['range.value'],
});

interface Differs {
  readonly vault?: Partial<ResourceRecord>;
  readonly secret?: Partial<ResourceRecord>;
}

async function fingerprints(rules: readonly Rule[], { vault, secret }: Differs = {}): Promise<string[]> {
  const findings = await found(rules, [ESTATE, { ...VAULT, ...vault }, { ...SECRET, ...secret }]);
  return findings.map(({ fingerprint }) => fingerprint);
}

/** As every report of version 1 has it: who changes this closes and reopens every alert that there is. */
const written = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex');

const unlisted = (kind: string, parent: string): UnlistedRecord => ({
  record: 'unlisted',
  kind,
  parent,
  gap: 'forbidden',
  source: 1,
});

describe('the fingerprint of a problem', () => {
  test('is made of the rule, the host, the kind, the name, and what tells items apart', async () => {
    expect(await fingerprints([OLD])).toEqual([written('vp1', 'TEST-1', 'kv.example.com', 'secret', 'db', '')]);
    expect(await fingerprints([RANGES])).toEqual([
      written('vp1', 'TEST-1', 'kv.example.com', 'vault', 'kv', '"10.0.0.0/8"'),
      written('vp1', 'TEST-1', 'kv.example.com', 'vault', 'kv', '"11.0.0.0/8"'),
    ]);
  });

  test('is made of the id where nothing in its line has a host', async () => {
    const owned = rule({ for: 'test.estate', require: 'estate.owner == "you"' });
    expect(await fingerprints([owned])).toEqual([written('vp1', 'TEST-1', 'e', 'estate', 'e', '')]);
  });

  test('of what could not be listed names the kind, and stands on the parent', async () => {
    const [finding] = await found([OLD], [ESTATE, VAULT, unlisted('test.secret', VAULT.id.toUpperCase())]);
    expect(finding).toMatchObject({
      verdict: 'unknown',
      reason: 'forbidden',
      about: 'test.secret',
      resource: { id: VAULT.id },
      fingerprint: written('vp1', 'TEST-1', 'kv.example.com', 'secret', '*vault', ''),
    });
  });

  test.each<[string, Differs]>([
    [
      'the vault moves to another group',
      { vault: { id: '/groups/b/vaults/kv' }, secret: { parent: '/groups/b/vaults/kv' } },
    ],
    ['the vault is spelt in other letters', { vault: { name: 'KV', host: 'KV.Example.com' } }],
    ['the secret is spelt in other letters', { secret: { name: 'DB' } }],
    ['the secret is told by another plane', { secret: { id: `${VAULT.id}/secrets/db` } }],
    ['the secret gets a new version', { secret: { facets: told({ ...SECRET.facets.main?.fields, size: 21 }) } }],
  ])('stays when %s', async (_, differs) => {
    expect(await fingerprints([OLD], differs)).toEqual(await fingerprints([OLD]));
  });

  test('stays however an accent is written', async () => {
    const named = (name: string) => fingerprints([OLD], { secret: { name } });
    expect(await named('caf\u0065\u0301')).toEqual(await named('caf\u00e9'));
  });

  test('stays when the rule says it in other words, or at another severity', async () => {
    const same = { ...OLD, title: 'Another title', severity: 'low', message: ['Another message'] } as const;
    expect(await fingerprints([same])).toEqual(await fingerprints([OLD]));
  });

  test.each<[string, readonly Rule[], Differs]>([
    ['rule', [{ ...OLD, id: 'TEST-2' }], {}],
    ['vault', [OLD], { vault: { host: 'kv-b.example.com' } }],
    ['name', [OLD], { secret: { name: 'db2' } }],
    ['kind', [rule({ for: 'test.vault', require: 'false' })], { vault: { name: 'db' } }],
  ])('is another one of another %s', async (_, rules, differs) => {
    expect(await fingerprints(rules, differs)).not.toEqual(await fingerprints([OLD]));
  });

  test('is another one for each part that tells items apart, wherever one part ends', async () => {
    const identity = (...parts: string[]) =>
      rule({
        for: 'test.vault',
        when: 'has(vault.network)',
        each: ['vault.network.ranges', 'range'],
        require: 'false',
        identity: parts,
      });
    const all = await Promise.all(
      [['"a"', '"b"'], ['"ab"'], ['"a"', '"b"', '""'], ['"b"', '"a"'], ['1'], ['"1"']].map((parts) =>
        fingerprints([identity(...parts)]),
      ),
    );
    expect(new Set(all.flat()).size).toBe(all.length);
  });
});

describe('what could not be listed', () => {
  test('is as bad as the rule could find it', async () => {
    const severityWhen = [['secret.size > 10', 'critical']] as const;
    const rules = [rule({ require: 'false', severityWhen }), rule({ require: 'false', severity: 'high' })];
    const findings = await found(rules, [ESTATE, VAULT, unlisted('test.secret', VAULT.id)]);
    expect(findings.map(({ severity }) => severity)).toEqual(['critical', 'high']);
  });

  test('is told with what stood in the way', async () => {
    const [finding] = await found([OLD], [ESTATE, VAULT, unlisted('test.secret', VAULT.id)]);
    expect(finding?.evidence).toEqual([{ field: 'test.secret', value: { gap: 'forbidden' }, source: { ref: 1 } }]);
  });
});

describe('a snapshot that cannot be judged', () => {
  test.each<[string, readonly SnapshotRecord[]]>([
    ['tells of children of what is not in it', [ESTATE, unlisted('test.secret', 'gone')]],
    ['has a child of what is not in it', [ESTATE, SECRET]],
    [
      'has a child of what stands in another block',
      [ESTATE, { record: 'block', id: 'a' }, VAULT, { record: 'block', id: 'b' }, SECRET],
    ],
  ])('%s', async (_, records) => {
    await expect(found([OLD], records)).rejects.toThrow(EvaluationError);
  });

  test('but the same name may stand in two blocks', async () => {
    const blocks: SnapshotRecord[] = ['a', 'b'].flatMap((id) => [{ record: 'block', id }, VAULT, SECRET]);
    expect(await found([OLD], [ESTATE, ...blocks])).toHaveLength(2);
  });
});
