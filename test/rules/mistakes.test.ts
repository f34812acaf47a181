import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { orphanedTests } from '../../src/rules/cases.ts';
import { loadRules } from '../../src/rules/load.ts';
import type { Problem } from '../../src/rules/problem.ts';
import { language, problemsOf, rewritten, rulesFolder, SOUND_RULE, SOUND_TEST, testProblemsOf } from './sound.ts';

const CARET = '‸';

interface Mistake {
  readonly part?: string;
  readonly without?: string;
  /** Line and column, where no caret can show them. */
  readonly from?: string;
  readonly says: string;
  readonly hint?: string;
}

const mistakes = (name: string): [string, Mistake][] =>
  Object.entries(
    parse(readFileSync(new URL(`mistakes/${name}.yaml`, import.meta.url), 'utf8')) as Record<string, Mistake>,
  );

/** The sound text with the mistake in it, and its place as `line:column`. */
function withMistake(sound: string, { part, without, from }: Mistake): { text: string; place: string } {
  const ended = part === undefined || part.endsWith('\n') ? part : `${part}\n`;
  const marked = ended === undefined ? rewritten(sound, `${without}:\n`) : rewritten(sound, ended);
  const cut = without === undefined ? marked : marked.replace(`${without}:\n`, '');
  const lines = cut.slice(0, Math.max(0, cut.indexOf(CARET))).split('\n');
  const place = from ?? `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  return { text: cut.replace(CARET, ''), place };
}

const placeOf = ({ line, column }: Problem): string => `${line}:${column}`;

function expectRefused(problems: readonly Problem[], file: string, place: string, { says, hint }: Mistake): void {
  const [first] = problems;
  expect(first?.message).toContain(says);
  expect({ file: first?.file, place: first && placeOf(first) }).toEqual({ file, place });
  expect(first?.hint ?? '').toContain(hint ?? '');
}

test('the sound rule and its test have nothing wrong', async () => {
  const folder = rulesFolder({ 'rule.yaml': SOUND_RULE, 'rule.test.yaml': SOUND_TEST });
  expect([...(await problemsOf(folder)), ...(await testProblemsOf(folder))]).toEqual([]);
});

describe('a mistake in a rule is refused at its place', () => {
  test.each(mistakes('rules'))('%s', async (_, mistake) => {
    const { text, place } = withMistake(SOUND_RULE, mistake);
    const folder = rulesFolder({ 'rule.yaml': text });
    expectRefused(await problemsOf(folder), join(folder, 'rule.yaml'), place, mistake);
  });

  test('in a file with the line ends of Windows just as well', async () => {
    const text = SOUND_RULE.replace('secret.created <=', 'secret.craeted <=').replaceAll('\n', '\r\n');
    const [problem] = await problemsOf(rulesFolder({ 'rule.yaml': text }));
    expect(problem && placeOf(problem)).toBe('8:23');
  });

  test('several mistakes are told together', async () => {
    const text = rewritten(rewritten(SOUND_RULE, 'when: secret.enabeld\n'), 'message: Made {{ secret.craeted }}.\n');
    expect((await problemsOf(rulesFolder({ 'rule.yaml': text }))).map(placeOf)).toEqual(['7:14', '9:25']);
  });

  test('those of several files, too', async () => {
    const folder = rulesFolder({ 'a.yaml': 'id: [', 'b.yaml': SOUND_RULE, 'c.yaml': '- id' });
    expect((await problemsOf(folder)).map(({ file }) => file)).toEqual([
      join(folder, 'a.yaml'),
      join(folder, 'c.yaml'),
    ]);
  });
});

describe('a file that is no rule is refused', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['an empty file', '', '1:1', 'the file must be a map'],
    ['a file of comments', '# nothing yet\n', '1:1', 'the file must be a map'],
    ['a list instead of a map', '- id: MY-ROT-001\n', '1:1', 'the file must be a map'],
    ['a text', 'just words', '1:1', 'the file must be a map'],
    ['a binary file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), '1:1', 'not UTF-8'],
    ['a file in Latin-1', Uint8Array.of(0x69, 0x64, 0x3a, 0x0a, 0x61, 0xe4), '2:2', 'not UTF-8'],
    ['a file with a zero byte', 'id: MY-\0ROT-001\n', '1:8', 'control character'],
    ['a file of five megabytes', `why: ${'x'.repeat(5_000_000)}`, '1:1', 'longer than 1 MiB'],
    ['brackets in brackets without end', `why: ${'['.repeat(500_000)}`, '1:105', 'nested too deeply'],
    ['lists in lists without end', `why:\n  ${'- '.repeat(100_000)}x`, '2:199', 'nested too deeply'],
    [
      'maps in maps without end',
      Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
      '102:1',
      'nested',
    ],
    ['an old version of YAML', `%YAML 1.1\n---\n${SOUND_RULE}`, '1:1', 'directive'],
    [
      'a bomb of aliases',
      `a: &a [x, x]\nb: &b [*a, *a]\n${'cdefghijklmnop'.replace(/./g, (key) => `${key}: &${key} [*b, *b]\n`)}`,
      '2:8',
      'the alias *a is not allowed',
    ],
  ])('%s', async (_, content, place, says) => {
    const folder = rulesFolder({ 'rule.yaml': content });
    const [problem] = await problemsOf(folder);
    expect(problem?.message).toContain(says);
    expect(problem && placeOf(problem)).toBe(place);
    expect(problem?.hint).toBeTruthy();
  });

  test('a byte order mark is no mistake', async () => {
    expect(await problemsOf(rulesFolder({ 'rule.yaml': `\uFEFF${SOUND_RULE}` }))).toEqual([]);
  });

  test('a folder named like a rule is none', async () => {
    expect(await problemsOf(rulesFolder({ 'old.yaml/notes.txt': '', 'rule.yaml': SOUND_RULE }))).toEqual([]);
  });
});

describe('an id is used once', () => {
  test('two files of one id are refused at the second, which names the first', async () => {
    const folder = rulesFolder({ 'a.yaml': SOUND_RULE, 'b.yaml': SOUND_RULE });
    const [problem, ...others] = await problemsOf(folder);
    expect(problem).toMatchObject({ file: join(folder, 'b.yaml'), line: 1, column: 5 });
    expect(problem?.message).toBe(`the id MY-ROT-001 is taken by ${join(folder, 'a.yaml')}`);
    expect(others).toEqual([]);
  });

  test('an alias may not be the id of another rule', async () => {
    const other = `aliases: [MY-OLD-001, MY-ROT-001]\n${SOUND_RULE.replace('MY-ROT-001', 'MY-ROT-002')}`;
    const [problem] = await problemsOf(rulesFolder({ 'a.yaml': SOUND_RULE, 'b.yaml': other }));
    expect(problem).toMatchObject({ line: 1, column: 23 });
  });

  test('a folder that is named twice, or inside of another, counts once', async () => {
    const folder = rulesFolder({ 'secret/rule.yaml': SOUND_RULE });
    const { rules } = await loadRules([folder, folder, join(folder, 'secret')], language);
    expect(rules).toHaveLength(1);
  });
});

describe('a test that does not test is refused at its place', () => {
  test.each(mistakes('tests'))('%s', async (_, mistake) => {
    const { text, place } = withMistake(SOUND_TEST, mistake);
    const folder = rulesFolder({ 'rule.yaml': SOUND_RULE, 'rule.test.yaml': text });
    expectRefused(await testProblemsOf(folder), join(folder, 'rule.test.yaml'), place, mistake);
  });

  test('a rule without a test', async () => {
    const folder = rulesFolder({ 'rule.yaml': SOUND_RULE });
    const [problem] = await testProblemsOf(folder);
    expect(problem).toMatchObject({ file: join(folder, 'rule.yaml'), message: 'MY-ROT-001 has no test' });
    expect(problem?.hint).toContain(join(folder, 'rule.test.yaml'));
  });

  test('a test without a rule', async () => {
    const folder = rulesFolder({ 'renamed.test.yaml': SOUND_TEST });
    expect(await orphanedTests(folder)).toMatchObject([{ message: 'there is no rule beside this test' }]);
  });

  test('a rule that breaks on an estate', async () => {
    const rule = rewritten(
      SOUND_RULE,
      'require: secret.created < now && 90 / size(secret.versions) < params.maxAgeDays\n',
    );
    const folder = rulesFolder({
      'rule.yaml': rule,
      'rule.test.yaml': rewritten(SOUND_TEST, 'fail:\n  no version: { versions: [] }\n'),
    });
    const problems = await testProblemsOf(folder);
    expect(problems.map(({ message }) => message).join()).toContain('"no version": the rule broke');
  });
});

test('a hostile pattern in a rule costs no more than its text', async () => {
  const rule = rewritten(SOUND_RULE, 'require: |\n  secret.created < now && !secret.name.matches("^(a+)+$")\n');
  const tests = `now: 2026-03-31T00:00:00Z
pass:
  a name that only looks like it: { name: ${'a'.repeat(5000)}! }
fail:
  a name like it: { name: ${'a'.repeat(5000)} }
`;
  const folder = rulesFolder({ 'rule.yaml': rule, 'rule.test.yaml': tests });
  expect((await testProblemsOf(folder)).map(({ message }) => message)).toEqual(['there is no case under "unknown"']);
});
