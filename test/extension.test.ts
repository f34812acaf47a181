import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installation } from '../src/installation.ts';
import { RENDERERS, type Renderers } from '../src/report/renderers/index.ts';
import { vaultPosture } from './cli/command-line.ts';
import { folderWith } from './folder.ts';

describe('a rule is added with two files and no other edit', () => {
  const rules = folderWith({
    'content-type.yaml': `id: MY-TYP-001
title: Secrets say what they hold
severity: low
for: azure.secret
when: secret.enabled
require: has(secret.contentType) && secret.contentType != ''
message: The secret {{ secret.name }} does not say what it holds.
why: Nobody dares to rotate what nobody knows.
fix: { portal: Fill in the content type of a new version. }
controls: { mcsb-v2: [DP-6] }
`,
    'content-type.test.yaml': `now: 2026-03-31T00:00:00Z
pass:
  a password: { contentType: password }
fail:
  nothing is said: { contentType: null }
  nothing but an empty text: { contentType: '' }
unknown:
  what it says could not be read: { contentType: { gap: forbidden } }
`,
  });

  test('its cases run', async () =>
    expect(await vaultPosture(['rules', 'test', rules])).toEqual({
      code: 0,
      stdout: 'ok  MY-TYP-001  4 cases\n\n1 rule, 4 cases, 0 problems\n',
      stderr: '',
    }));

  test('it is in the list', async () =>
    expect((await vaultPosture(['rules', 'list', '--rules', rules])).stdout).toMatch(
      /^MY-TYP-001 +low +azure\.secret +Secrets say what they hold$/m,
    ));

  test('it judges an estate, and every format tells of it', async () => {
    const cwd = folderWith();
    const line = ['scan', '--estate', installation.demoEstate, '--rules', rules, '--rule', 'MY-TYP-001'];
    expect((await vaultPosture(line, { cwd })).code).toBe(0);
    const read = (file: string) => readFileSync(join(cwd, 'vault-posture-report', file), 'utf8');
    expect(read('report.json')).toMatch(/"ruleId":"MY-TYP-001","verdict":"fail","severity":"low"/);
    expect(read('report.html')).toContain('Secrets say what they hold');
  });
});

describe('a format is added with one file and one line', () => {
  /** What the file would export, and the line in the record. */
  const renderers: Renderers = {
    ...RENDERERS,
    tally: () => ({
      file: 'report.tally',
      about: 'how many of each verdict',
      render: ({ totals }, sink) => sink.write(JSON.stringify(totals)),
    }),
  };

  test('help tells of it', async () =>
    expect((await vaultPosture(['scan', '--help'], { renderers })).stdout).toMatch(
      /^ {2}tally {2}how many of each verdict$/m,
    ));

  test.each([
    ['--format', 'tally', 'vault-posture-report/report.tally'],
    ['--out', 'posture.tally', 'posture.tally'],
  ])('%s %s writes it', async (flag, value, file) => {
    const cwd = folderWith();
    await vaultPosture(['scan', '--estate', installation.demoEstate, flag, value], { cwd, renderers });
    expect(JSON.parse(readFileSync(join(cwd, file), 'utf8'))).toHaveProperty('fail');
  });

  test('a mistake in its name is told with it', async () =>
    expect((await vaultPosture(['scan', '--format', 'talley'], { renderers })).stderr).toContain(
      'Did you mean tally?',
    ));

  test('every shipped format has a file of its own, an ending of its own and a line of help', () => {
    const made = Object.values(RENDERERS).map((make) => make(async () => ''));
    const endings = made.map(({ file }) => extname(file));
    expect(new Set(endings).size).toBe(made.length);
    for (const { file, about } of made)
      expect({ file, about: about.length > 10 }).toEqual({
        file: expect.stringMatching(/^report\.[a-z.]+$/),
        about: true,
      });
  });

  test.each([
    ['posture.csv', '\uFEFF"verdict"'],
    ['posture.junit.xml', '<?xml'],
    ['TEST-posture.xml', '<?xml'],
    ['summary.MD', '# Secret store posture'],
  ])('--out %s is written in the format of its ending', async (file, beginning) => {
    const cwd = folderWith();
    await vaultPosture(['scan', '--estate', installation.demoEstate, '--rule', 'KV-REC-002', '--out', file], { cwd });
    expect(readFileSync(join(cwd, file), 'utf8').startsWith(beginning)).toBe(true);
  });

  test('an ending that no format has is refused with those there are', async () =>
    expect((await vaultPosture(['scan', '--out', 'report.pdf'])).stderr).toContain(
      'Endings: .html, .json, .sarif, .csv, .xml, .md.',
    ));
});
