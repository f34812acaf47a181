import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { installation } from '../../src/installation.ts';

const page = join(installation.rules, '../docs/compared.md');

interface Row {
  readonly rule: string;
  readonly file: string;
  readonly verdict: string;
  readonly title: string;
}

const ROW = /^\| \[(?<rule>KV-[^\]]+)\]\((?<file>[^)]+)\) \| (?<verdict>\w+) \| (?<title>[^|]+) \|/gm;
const rows = [...readFileSync(page, 'utf8').matchAll(ROW)].map(({ groups }) => groups as unknown as Row);

test('where other tools are said to judge otherwise, a case of that name holds our verdict', () => {
  const missing = rows.filter(({ file, verdict, title }) => {
    const cases = parse(readFileSync(join(dirname(page), file), 'utf8')) as Record<string, Record<string, object>>;
    return cases[verdict]?.[title] === undefined;
  });
  expect(rows.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test('and it stands beside the rule that is named', () => {
  const strange = rows.filter(({ rule, file }) => {
    const text = readFileSync(join(dirname(page), file.replace('.test.yaml', '.yaml')), 'utf8');
    return !text.includes(`\nid: ${rule}\n`);
  });
  expect(strange).toEqual([]);
});
