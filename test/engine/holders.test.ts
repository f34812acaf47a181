/** Resources that hang now here, now higher up: conditions see what they have in common, findings where each one hangs. */
import { describe, expect, test } from 'vitest';
import { EvaluationError, evaluate } from '../../src/engine/evaluate.ts';
import { Language } from '../../src/engine/language.ts';
import { type Catalog, descendants, lineage } from '../../src/model/catalog.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { SnapshotHeader, SnapshotRecord } from '../../src/model/snapshot.ts';
import { snapshotOf } from '../../src/snapshot/read.ts';
import { catalog as plain, PARAMS } from './estate.ts';
import { rule } from './rules.ts';

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

const now = '2026-03-31T00:00:00Z';
const header: SnapshotHeader = {
  record: 'header',
  schemaVersion: 1,
  tool: { name: 'test', version: '1' },
  run: { id: 'test', startedAt: now, finishedAt: now },
  collectedAt: now,
  scope: { cloud: 'public', subscriptions: [], vaults: [] },
  complete: true,
};
const SOURCE = { record: 'source', id: 1, plane: 'arm', request: 'GET https://example.com', at: now } as const;
const main = (fields: Record<string, unknown>) => ({ main: { source: 1, fields } }) as never;
const ESTATE = { record: 'resource', kind: 'test.estate', id: 'e', name: 'e', facets: main({ owner: 'me' }) } as const;
const VAULT = {
  record: 'resource',
  kind: 'test.vault',
  id: 'v',
  name: 'kv',
  parent: 'e',
  host: 'kv.example.com',
  facets: main({ name: 'kv', model: 'rbac' }),
} as const;
const left = (id: string, parent: string, size: number): SnapshotRecord => ({
  record: 'resource',
  kind: 'test.leftover',
  id,
  name: id,
  parent,
  facets: main({ size }),
});

async function judged(...records: SnapshotRecord[]): Promise<Finding[]> {
  const snapshot = snapshotOf(
    header,
    [SOURCE, ESTATE, VAULT, ...records, { record: 'end', resources: 2 + records.length }],
    catalog,
  );
  const params = () => ({ values: {} });
  const findings: Finding[] = [];
  for await (const finding of evaluate([SMALL], snapshot, {
    catalog,
    machine: language.machine,
    params,
    evidence: 'all',
  }))
    findings.push(finding);
  return findings;
}

describe('verdicts', () => {
  test('are given wherever the resource hangs, with the evidence of what conditions read', async () => {
    const findings = await judged(left('a', 'v', 9), left('b', 'e', 9), left('c', 'e', 1));
    expect(findings.map(({ verdict, resource: { id, vault } }) => [id, verdict, vault])).toEqual([
      ['a', 'fail', 'v'],
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
    const unlisted = (kind: string, parent: string): SnapshotRecord[] => [
      { record: 'unlisted', kind, parent, gap: 'forbidden', source: 1 },
    ];
    for (const [kind, parent] of [
      ['test.leftover', 'v'],
      ['test.leftover', 'e'],
      ['test.vault', 'e'],
    ] as const)
      expect(await judgedUnlisted(unlisted(kind, parent))).toEqual([['test.leftover', parent]]);
    expect(descendants(catalog, 'test.estate')).toEqual(['test.vault', 'test.secret', 'test.leftover']);
  });

  test('are not given where it hangs on nothing that could hold it', async () => {
    await expect(judged(left('a', 'gone', 1))).rejects.toThrow(EvaluationError);
    await expect(judged(left('a', 'e', 1), left('b', 'a', 1))).rejects.toThrow(/test\.vault or test\.estate/);
  });
});

async function judgedUnlisted(records: SnapshotRecord[]) {
  const all = [SOURCE, ESTATE, VAULT, ...records, { record: 'end', resources: 2 } as const];
  const options = { catalog, machine: language.machine, params: () => ({ values: {} }), evidence: 'all' } as const;
  const findings: (string | undefined)[][] = [];
  for await (const { about, resource } of evaluate([SMALL], snapshotOf(header, all, catalog), options))
    findings.push([about, resource.id]);
  return findings;
}
