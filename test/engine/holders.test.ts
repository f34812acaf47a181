/** Resources that hang now here, now higher up: conditions see what they have in common, findings where each one hangs. */
import { describe, expect, test } from 'vitest';
import { EvaluationError } from '../../src/engine/evaluate.ts';
import { Language } from '../../src/engine/language.ts';
import { type Catalog, descendants, lineage } from '../../src/model/catalog.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { SnapshotRecord } from '../../src/model/snapshot.ts';
import { catalog as plain, PARAMS } from './estate.ts';
import { rule } from './rules.ts';
import { ESTATE, found, told, VAULT } from './snapshots.ts';

const leftover = {
  about: 'Something left over.',
  parent: 'test.vault',
  orUnder: 'test.estate',
  facets: {
    main: { planes: ['arm'], source: 'https://example.com', fields: { size: { type: 'int', about: 'Bytes.' } } },
  },
} as const;
const catalog = { ...plain, 'test.leftover': leftover } as const satisfies Catalog;
const language = new Language(catalog);

const compile = (text: string) => language.scope('test.leftover', PARAMS).compile(text);

describe('conditions', () => {
  test('see the resource and the ancestors that it always has', () => {
    expect(lineage(catalog, 'test.leftover')).toEqual(['test.leftover', 'test.estate']);
    expect(compile('leftover.size > 5 && estate.owner == "me"')).toMatchObject({ ok: true });
  });

  test('do not see one that it may lack', () => {
    const compiled = compile('vault.name == "kv"');
    expect(compiled.ok ? [] : compiled.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('vault'),
    ]);
  });
});

// ---- verdicts

const requires = (text: string): Rule => {
  const compiled = compile(text);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('; '));
  return { ...rule({ require: 'true' }), kind: 'test.leftover', params: {}, require: compiled.condition };
};
const SMALL = requires('leftover.size <= 5 || estate.owner == "you"');

const left = (id: string, parent: string, size: number): SnapshotRecord => ({
  record: 'resource',
  kind: 'test.leftover',
  id,
  name: id,
  parent,
  facets: told({ size }),
});

const judged = (...records: SnapshotRecord[]): Promise<Finding[]> =>
  found([SMALL], [ESTATE, VAULT, ...records], { catalog, machine: language.machine });

describe('verdicts', () => {
  test('are given wherever the resource hangs, with the evidence of what conditions read', async () => {
    const findings = await judged(left('a', VAULT.id, 9), left('b', 'e', 9), left('c', 'e', 1));
    expect(findings.map(({ verdict, resource: { id, vault } }) => [id, verdict, vault])).toEqual([
      ['a', 'fail', VAULT.id],
      ['b', 'fail', undefined],
      ['c', 'pass', undefined],
    ]);
    const read = [
      { field: 'leftover.size', value: 9, source: { ref: 1 } },
      { field: 'estate.owner', value: 'me', source: { ref: 1 } },
    ];
    expect(findings.slice(0, 2).map(({ evidence }) => evidence)).toEqual([read, read]);
  });

  test('are unknown once for each place where they could not be listed, and for none twice', async () => {
    for (const [kind, parent] of [
      ['test.leftover', VAULT.id],
      ['test.leftover', ESTATE.id],
      ['test.vault', ESTATE.id],
    ] as const) {
      const findings = await judged({ record: 'unlisted', kind, parent, gap: 'forbidden', source: 1 });
      expect(findings.map(({ about, resource }) => [about, resource.id])).toEqual([['test.leftover', parent]]);
    }
    expect(descendants(catalog, 'test.estate')).toEqual(['test.vault', 'test.secret', 'test.leftover']);
  });

  test('are not given where it hangs on nothing that could hold it', async () => {
    await expect(judged(left('a', 'gone', 1))).rejects.toThrow(EvaluationError);
    await expect(judged(left('a', 'e', 1), left('b', 'a', 1))).rejects.toThrow(/test\.vault or test\.estate/);
  });
});
