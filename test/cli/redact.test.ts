import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import type { Finding } from '../../src/model/finding.ts';
import { folderWith } from '../folder.ts';
import { vaultPosture } from './command-line.ts';

/** That a page or SARIF holds no more than these is told by the tests of redaction itself. */
const SOME = 'json,junit,md';
const KEY = 'k'.repeat(32);

let cwd: string;
const run = (...args: string[]) => vaultPosture(args, { cwd });
const read = (folder: string): string[] =>
  readdirSync(join(cwd, folder)).map((file) => readFileSync(join(cwd, folder, file), 'utf8'));

beforeAll(async () => {
  cwd = folderWith({ key: `${KEY}\n`, other: `${'o'.repeat(32)}\n`, short: 'abc' });
  await run(
    'scan',
    '--estate',
    installation.demoEstate,
    '--snapshot',
    'kept.ndjson',
    '--output',
    'open',
    '--format',
    'json,sarif',
  );
});

/** Each word of a text once, in small letters, a line each: whatever stands in a word of the text stands in one of these. */
const wordsOf = (text: string): string =>
  [...new Set(text.match(/[\w.@-]+/g))].map((word) => word.toLowerCase()).join('\n');

/** Names and ids as they stand in the estate's own files: of resources, groups, people, networks, tags. */
function namesOfTheEstate(): string[] {
  const files = readdirSync(installation.demoEstate, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const texts = files.map((file) => readFileSync(join(installation.demoEstate, file), 'utf8')).join('\n');
  // A word of the rules may well stand in a report; a name has a digit or a hyphen, or is nobody's word.
  return wordsOf(texts)
    .split('\n')
    .filter((word) => word.length >= 8 && /[a-z]/.test(word) && /\d|-|@|havelmark/.test(word));
}

describe('the demo estate, redacted', () => {
  let said: string;
  let files: string;

  beforeAll(async () => {
    const { stdout, stderr } = await run('evaluate', 'kept.ndjson', '--redact', '--format', SOME, '--output', 'shut');
    said = wordsOf(stdout + stderr);
    files = wordsOf(read('shut').join('\n'));
  });

  test('names in no format, and not on the terminal, what the estate names', async () => {
    const open = wordsOf(read('open').join('\n'));
    const { stdout: rules } = await run('rules', 'list', '--json');
    const own = wordsOf(`${rules}${readFileSync(join(installation.schemas, 'snapshot.schema.json'), 'utf8')}`);
    const names = namesOfTheEstate().filter((name) => open.includes(name) && !own.includes(name));
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => !/^\d{4}-\d\d-\d\dt/.test(name) && files.includes(name))).toEqual([]);
    expect(names.filter((name) => said.includes(name))).toEqual([]);
  });

  test('has as many findings as before', () => {
    const count = (folder: string) =>
      (JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8')) as { results: Finding[] }).results.length;
    expect(count('shut')).toBe(count('open'));
  });
});

describe('the key', () => {
  const evaluated = async (folder: string, ...flags: string[]) => {
    await run('evaluate', 'kept.ndjson', '--rule', 'KV-REC-002', '--format', 'json,csv', '--output', folder, ...flags);
    return read(folder);
  };

  test('keeps pseudonyms from run to run; without one they are new each time', async () => {
    const first = await evaluated('a', '--redact-key', 'key');
    expect(first).toHaveLength(2);
    expect(await evaluated('b', '--redact-key', 'key', '--redact')).toEqual(first);
    expect(await evaluated('c', '--redact-key', 'other')).not.toEqual(first);
    expect(await evaluated('d', '--redact')).not.toEqual(await evaluated('e', '--redact'));
  });

  test('gives the same from a JSON report as from the scan itself', async () => {
    const first = await evaluated('f', '--redact-key', 'key');
    await evaluated('whole');
    await run('report', 'whole/report.json', '--redact-key', 'key', '--format', 'json,csv', '--output', 'g');
    expect(read('g')).toEqual(first);
  });

  test.each([
    [
      'that is short',
      'short',
      'is shorter than 32 bytes: it could be tried out.\nMake one, and keep it: openssl rand -hex 32',
    ],
    ['that is not there', 'nowhere', 'cannot be read'],
  ])('%s is refused', async (_, file, says) => {
    const { code, stderr } = await run('evaluate', 'kept.ndjson', '--redact-key', file, '--output', 'never');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
    expect(existsSync(join(cwd, 'never'))).toBe(false);
  });
});

test('the SARIF of the last scan would bring its names along: it is refused', async () => {
  const { code, stderr } = await run('evaluate', 'kept.ndjson', '--redact', '--sarif-previous', 'open/report.sarif');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('would bring its names into a redacted report'),
  });
});

test('what went wrong in a rule is not told', async () => {
  const rules = folderWith({
    'broken.yaml': `id: MY-ERR-001
title: This divides by nothing
severity: low
for: azure.vault
require: 1 / (vault.tags.size() - vault.tags.size()) > 0
message: x
why: x
fix: { portal: x }
`,
  });
  const { code, stdout } = await run(
    'evaluate',
    'kept.ndjson',
    '--rules',
    rules,
    '--rule',
    'MY-ERR-001',
    '--redact',
    '--output',
    'broken',
  );
  expect(code).toBe(2);
  expect(stdout).toContain('MY-ERR-001: run it without --redact to read what went wrong');
});

test('nothing else is left in the folder of the reports, even when something could not be read', async () => {
  const seen: string[] = [];
  await vaultPosture(
    ['scan', '--estate', installation.demoEstate, '--redact', '--output', 'alone', '--rule', 'KV-REC-002'],
    {
      cwd,
      onStderr: () => void seen.push(...(existsSync(join(cwd, 'alone')) ? readdirSync(join(cwd, 'alone')) : [])),
    },
  );
  expect(seen.filter((file) => !file.startsWith('report.'))).toEqual([]);
  expect(readdirSync(join(cwd, 'alone')).toSorted()).toEqual(['report.html', 'report.json', 'report.sarif']);
  expect(existsSync(join(cwd, '.vault-posture-scan.ndjson'))).toBe(false);
});
