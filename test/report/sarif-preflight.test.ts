import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { sarifCheck } from '../../src/commands/sarif-check.ts';
import { type PreflightProblem, preflight } from '../../src/report/sarif/preflight.ts';

const SAMPLES = new URL('../sarif/samples/', import.meta.url);
const sample = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, SAMPLES), 'utf8'));
const errors = (problems: readonly PreflightProblem[]) => problems.filter(({ level }) => level === 'error');
const told = (problems: readonly PreflightProblem[]) => problems.map(({ place, message }) => `${place}: ${message}`);

describe('samples', () => {
  test.each(['good.sarif', 'good-minimal.sarif'])('%s is accepted', async (name) =>
    expect(errors(preflight(await sample(name)))).toEqual([]),
  );

  test.each([
    [
      'bad-fingerprint-collision.sarif',
      [
        '/runs/0/results/1: is the same alert as /runs/0/results/0: rule, path and hash 8f2b0f6f2c1b4d7a9c3e5a7b1d2f4068:1 are equal',
      ],
    ],
    [
      'bad-logical-only.sarif',
      ['/runs/0/results/0/locations/0/physicalLocation: the location has no file: logical locations alone are refused'],
    ],
    [
      'bad-severity-not-number.sarif',
      ['/runs/0/tool/driver/rules/0/properties/security-severity: must be a string that holds a number'],
    ],
    ['bad-silent-level.sarif', ['/runs/0/results/0/level: must be one of none, note, warning, error']],
    ['bad-two-runs-one-category.sarif', ['/runs/1: has the tool and the category of /runs/0']],
    [
      'bad-schema.sarif',
      [
        '/runs/0/tool/driver/name: the tool has no name',
        '/runs/0/tool/driver/rules/0/id: the rule has no id',
        '/runs/0/tool/driver/rules/0/fullDescription/text: the rule needs a text here',
        '/runs/0/tool/driver/rules/0/help/text: the rule needs a help text',
        '/runs/0/results/0/ruleId: there is no rule X1',
        '/runs/0/results/0/level: must be one of none, note, warning, error',
        '/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri: must be percent-encoded',
        '/runs/0/results/0/locations/0/physicalLocation/region/startLine: must be a line, from 1 on',
        '/runs/0/results/1/ruleIndex: there is no rule at this index',
        '/runs/0/results/1/message/text: the result has no message text',
        '/runs/0/results/1/locations: the result needs a location',
      ],
    ],
    [
      'bad-ghas.sarif',
      [
        '/runs/0/tool/driver/rules/0/shortDescription/text: the rule needs a text here',
        '/runs/0/tool/driver/rules/0/fullDescription/text: the rule needs a text here',
        '/runs/0/tool/driver/rules/0/help/text: the rule needs a help text',
        '/runs/0/tool/driver/rules/1/help/text: the rule needs a help text',
        '/runs/0/results/0/locations: the result needs a location',
        '/runs/0/results/1/locations: the result needs a location',
        '/runs/0/results/2/locations/0/physicalLocation: the location has no file: logical locations alone are refused',
        '/runs/0/results/3/locations/0/physicalLocation/region/startLine: must be a line, from 1 on',
        '/runs/0/results/4/locations/0/physicalLocation/artifactLocation/uri: must be a path in the repository, without a scheme',
        '/runs/0/results/5/locations/0/physicalLocation/artifactLocation/uri: must be a path in the repository, without a scheme',
        '/runs/0/results/6/message/text: the result has no message text',
      ],
    ],
    [
      'good-full.sarif',
      [
        '/runs/0/results/1/suppressions: a suppressed result becomes an open alert',
        '/runs/0/results/2/kind: "pass" becomes an open alert',
        '/runs/0/results/3/kind: "notApplicable" becomes an open alert',
        '/runs/0/results/4/kind: "open" becomes an open alert',
      ],
    ],
  ])('%s is refused for its own reasons', async (name, reasons) =>
    expect(told(errors(preflight(await sample(name))))).toEqual(reasons),
  );

  test('there is no other', async () =>
    expect((await readdir(SAMPLES)).filter((name) => /^(good|bad)-?.*\.sarif$/.test(name))).toHaveLength(10));
});

interface Parts {
  readonly log: Log;
  readonly run: Run;
  readonly rule: ReportingDescriptor;
  readonly result: Result;
}

/** What is told of a good file after a change. */
async function after(change: (parts: Parts) => void, packedBytes?: number): Promise<PreflightProblem[]> {
  const log = (await sample('good-minimal.sarif')) as Log;
  const run = log.runs[0] as Run;
  const rule = run.tool.driver.rules?.[0] as ReportingDescriptor;
  change({ log, run, rule, result: run.results?.[0] as Result });
  return preflight(log, packedBytes);
}

const path =
  (uri: string) =>
  ({ result }: Parts) => {
    result.locations = [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }];
  };
const results =
  (count: number) =>
  ({ run, result }: Parts) => {
    run.results = Array.from({ length: count }, (_, at) => ({
      ...result,
      partialFingerprints: { primaryLocationLineHash: `${at}:1` },
    }));
  };
const runs =
  (count: number) =>
  ({ log, run }: Parts) => {
    log.runs = Array.from({ length: count }, (_, at) => ({ ...run, automationDetails: { id: `a/${at}/` } }));
  };
const severity =
  (value: unknown) =>
  ({ rule }: Parts) => {
    rule.properties = { tags: ['security'], 'security-severity': value };
  };
const tags =
  (count: number) =>
  ({ rule }: Parts) => {
    rule.properties = { tags: Array.from({ length: count }, (_, at) => `tag-${at}`) };
  };

describe('limits, on both sides', () => {
  test.each<[string, (parts: Parts) => void, string[]]>([
    ['20 runs', runs(20), []],
    ['21 runs', runs(21), ['error: 21 runs; a file may have 20']],
    ['3,999 results', results(3999), []],
    ['4,000 results', results(4000), ['warning: 4,000 results; from 5,000 on GitHub drops some']],
    ['5,000 results', results(5000), ['warning: 5,000 results; from 5,000 on GitHub drops some']],
    ['5,001 results', results(5001), ['error: 5,001 results; GitHub keeps the worst 5,000']],
    ['10 tags', tags(10), []],
    ['11 tags', tags(11), ['error: 11 tags; 10 are shown']],
    ['severity 10.0', severity('10.0'), []],
    ['severity 10.1', severity('10.1'), ['error: must be above 0.0 and at most 10.0']],
    ['severity 0.1', severity('0.1'), []],
    ['severity 0.0', severity('0.0'), ['error: must be above 0.0 and at most 10.0']],
    ['severity as a number', severity(7.5), ['error: must be a string that holds a number']],
    ['a name of 255', ({ rule }) => void (rule.name = 'x'.repeat(255)), []],
    ['a name of 256', ({ rule }) => void (rule.name = 'x'.repeat(256)), ['error: 256 characters; 255 are taken']],
    ['a text of 1,024', ({ rule }) => void (rule.fullDescription = { text: 'x'.repeat(1024) }), []],
    [
      'one of 1,025',
      ({ rule }) => void (rule.fullDescription = { text: 'x'.repeat(1025) }),
      ['error: 1025 characters; 1024 are taken'],
    ],
  ])('%s', async (_, change, problems) =>
    expect((await after(change)).map(({ level, message }) => `${level}: ${message}`)).toEqual(problems),
  );

  test.each([
    [9_500_000, 0],
    [9_500_001, 1],
  ])('%d bytes when packed', async (bytes, count) => expect(await after(() => {}, bytes)).toHaveLength(count));
});

describe('paths', () => {
  test.each(['infra/main.bicep', 'azure-key-vault/kv-a', 'a%20b/c.tf', 'a/..b/c', `vaults/${crypto.randomUUID()}`])(
    '%s is taken',
    async (uri) => expect(await after(path(uri))).toEqual([]),
  );

  test.each([
    ['/etc/passwd', 'must be relative to the root of the repository'],
    ['../main.bicep', 'must not hold "." or ".."'],
    ['infra/%2E%2e/x', 'must not hold "." or ".."'],
    ['infra\\main.bicep', 'must have slashes, no backslashes'],
    ['infra/ü.bicep', 'must be percent-encoded'],
    ['infra/%zz', 'must be percent-encoded'],
    ['azure:vault', 'must be a path in the repository, without a scheme'],
    ['', 'the location names no file'],
  ])('%s is not', async (uri, message) =>
    expect((await after(path(uri))).map(({ message }) => message)).toEqual([message]),
  );

  test.each(['tmp/report.json', 'out/20260331/a', `cache/${'ab'.repeat(20)}/a`])('%s is seldom meant', async (uri) =>
    expect((await after(path(uri))).map(({ level }) => level)).toEqual(['warning']),
  );
});

describe('the rest', () => {
  test.each<[string, (parts: Parts) => void, string[]]>([
    ['another version', ({ log }) => void (log.version = '2.0.0' as '2.1.0'), ['error: /version']],
    ['no schema', ({ log }) => void delete log.$schema, ['warning: /$schema']],
    ['no run', ({ log }) => void (log.runs = []), ['error: /runs']],
    ['no results', ({ run }) => void delete run.results, ['error: /runs/0/results']],
    ['empty results', ({ run }) => void (run.results = []), []],
    ['no version of the tool', ({ run }) => void delete run.tool.driver.version, ['warning: /runs/0/tool/driver']],
    [
      'a rule twice',
      ({ run, rule }) => void (run.tool.driver.rules = [rule, rule]),
      ['error: /runs/0/tool/driver/rules/1/id'],
    ],
    [
      'another precision',
      ({ rule }) => void (rule.properties = { precision: 'exact' }),
      ['error: /runs/0/tool/driver/rules/0/properties/precision'],
    ],
    [
      'another problem severity',
      ({ rule }) => void (rule.properties = { 'problem.severity': 'high' }),
      ['error: /runs/0/tool/driver/rules/0/properties/problem.severity'],
    ],
    [
      'a severity without its tag',
      ({ rule }) => void (rule.properties = { 'security-severity': '5.5' }),
      ['warning: /runs/0/tool/driver/rules/0/properties/tags'],
    ],
    ['the rule of another result', ({ result }) => void (result.ruleId = 'VP9'), ['error: /runs/0/results/0/ruleId']],
    [
      'a result without rule',
      ({ result }) => {
        delete result.ruleId;
        delete result.ruleIndex;
      },
      ['error: /runs/0/results/0/ruleId'],
    ],
    ['a result without hash', ({ result }) => void delete result.partialFingerprints, ['warning: /runs/0/results/0']],
    [
      'a category without a slash',
      ({ run }) => void (run.automationDetails = { id: 'vaults' }),
      ['error: /runs/0/automationDetails/id'],
    ],
    [
      'a run that was not successful',
      ({ run }) => void (run.invocations = [{ executionSuccessful: false }]),
      ['warning: /runs/0/invocations/0/executionSuccessful'],
    ],
  ])('%s', async (_, change, problems) =>
    expect((await after(change)).map(({ level, place }) => `${level}: ${place}`)).toEqual(problems),
  );

  test.each([null, 7, 'text', [], {}, { runs: 7 }, { runs: [null, 7] }])('%j is refused, not a crash', (log) =>
    expect(errors(preflight(log))).not.toEqual([]),
  );
});

describe('vault-posture sarif-check', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sarif-check-'));
  afterAll(() => rm(folder, { recursive: true }));

  async function check(...paths: string[]): Promise<{ code: number; text: string }> {
    let text = '';
    const write = (more: string) => (text += more);
    const terminal = { stdout: { write }, stderr: { write }, env: {}, cwd: fileURLToPath(SAMPLES) };
    const code = await sarifCheck(paths, { ...terminal, signal: new AbortController().signal });
    return { code, text };
  }

  test('ends with 0 for good files', async () =>
    expect(await check('good.sarif', 'good-minimal.sarif')).toEqual({
      code: 0,
      text: 'good.sarif: 0 errors, 0 warnings.\ngood-minimal.sarif: 0 errors, 0 warnings.\n',
    }));

  test('ends with 1 and tells the place', async () =>
    expect(await check('good.sarif', 'bad-silent-level.sarif')).toEqual({
      code: 1,
      text: 'good.sarif: 0 errors, 0 warnings.\nbad-silent-level.sarif/runs/0/results/0/level: error: must be one of none, note, warning, error\nbad-silent-level.sarif: 1 error, 0 warnings.\n',
    }));

  test.each([
    ['is not there', undefined, 'cannot be read'],
    ['is no JSON', '{"version":', 'not JSON'],
  ])('refuses a file that %s', async (_, text, message) => {
    const file = join(folder, `${message.length}.sarif`);
    if (text !== undefined) await writeFile(file, text);
    await expect(check(file)).rejects.toThrow(message);
  });
});
