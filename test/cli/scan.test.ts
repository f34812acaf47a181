import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import type { Finding } from '../../src/model/finding.ts';
import { folderWith } from '../folder.ts';
import { built, type Ended, type Surroundings, vaultPosture } from './command-line.ts';
import { estateOf, OPEN } from './estates.ts';

const HAVELMARK = installation.demoEstate;

const scan = (estate: string, args: readonly string[] = [], given: Surroundings = {}): Promise<Ended> =>
  vaultPosture(['scan', '--estate', estate, ...args], given);

interface JsonReport {
  readonly totals: Record<string, number>;
  readonly rules: readonly { readonly id: string; readonly params: object }[];
  readonly results: readonly Finding[];
}

const reportIn = (folder: string): JsonReport =>
  JSON.parse(readFileSync(join(folder, 'vault-posture-report/report.json'), 'utf8')) as JsonReport;

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('what an estate is like shows in the exit code', () => {
  const clean = estateOf({ 'kv-closed': {} });
  const open = estateOf({ 'kv-closed': {}, 'kv-open': { properties: OPEN } });
  const refused = estateOf({ 'kv-closed': {}, 'kv-shut': { refused: true } });
  const both = estateOf({ 'kv-open': { properties: OPEN }, 'kv-shut': { refused: true } });
  const empty = estateOf({});

  test.each<[string, string, string[], number, string]>([
    ['nothing wrong', clean, [], 0, 'nothing of severity high or worse failed'],
    ['a vault open to the world', open, [], 1, 'a rule of severity high or worse failed'],
    ['the same, and only the worst counts', open, ['--rule', 'KV-NET-002', '--fail-on', 'critical'], 0, 'nothing of'],
    ['a vault that could not be read', refused, [], 3, '--allow-unknown makes this 0'],
    ['the same, and that is allowed', refused, ['--allow-unknown'], 0, 'nothing of'],
    ['one open, one that could not be read', both, [], 1, 'failed'],
    ['no vault at all', empty, [], 3, '--allow-empty makes this 0'],
    ['the same, and that is allowed', empty, ['--allow-empty'], 0, 'nothing of'],
  ])('%s', async (_, estate, args, code, says) => {
    const cwd = folderWith();
    const ended = await scan(estate, args, { cwd });
    expect(ended.code).toBe(code);
    expect(lastLine(ended.stdout)).toBe(`Exit code ${code}: ${lastLine(ended.stdout).split(': ')[1]}`);
    expect(lastLine(ended.stdout)).toContain(says);
    expect(readdirSync(join(cwd, 'vault-posture-report'))).toEqual(
      expect.arrayContaining(['report.html', 'report.json']),
    );
  });

  test('findings tell which file declares their vault, where its tags say so', async () => {
    const cwd = folderWith();
    const vaults = ['kv-billing-prod-weu', 'kv-edi-prod-weu'].join(',');
    await scan(HAVELMARK, ['--vault', vaults, '--format', 'html,json,csv,sarif'], { cwd });
    const located = reportIn(cwd).results.filter(({ location }) => location);
    const location = { file: 'infra/billing/vault.bicep', line: 12, tag: 'vp-source' };
    expect(located.map(({ location }) => location)).toEqual(located.map(() => location));
    expect([...new Set(located.map(({ verdict }) => verdict))].sort()).toEqual(['fail', 'unknown']);
    expect(new Set(located.map(({ resource }) => resource.vault ?? resource.id)).size).toBe(1);
    for (const [format, words] of [
      ['html', 'infra/billing/vault.bicep, line 12'],
      ['csv', '"infra/billing/vault.bicep, line 12"'],
      ['sarif', JSON.stringify(location)],
    ] as const)
      expect(readFileSync(join(cwd, `vault-posture-report/report.${format}`), 'utf8')).toContain(words);
  });

  test('the demo found what it should find, and ends with 0', async () => {
    const { code, stdout } = await vaultPosture(['demo']);
    expect(code).toBe(0);
    expect(stdout).toContain('Exit code 1: a rule of severity high or worse failed.\nThe demo itself ends with 0.');
  });

  test('the built program ends with the same code', async () => {
    const { code, stdout } = await built(['scan', '--estate', open]);
    expect(code).toBe(1);
    expect(lastLine(stdout)).toContain('Exit code 1');
  });
});

describe('a rule that breaks on some object', () => {
  const rules = folderWith({
    'broken.yaml': `id: MY-BRK-001
title: Divides by the number of earlier versions
severity: low
for: azure.secret
require: 100 / (size(secret.versions) - 1) > 0
message: Too many.
why: To be seen.
fix: { portal: None. }
`,
  });

  test('ends with 2, names the rule, and keeps what the others found', async () => {
    const cwd = folderWith();
    const { code, stdout } = await scan(HAVELMARK, ['--rules', rules, '--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('Broken rules:\n  MY-BRK-001: ');
    expect(lastLine(stdout)).toBe('Exit code 2: a rule is broken.');
    const { results } = reportIn(cwd);
    expect(results.filter(({ reason }) => reason === 'ruleError').map(({ ruleId }) => ruleId)).toContain('MY-BRK-001');
    expect(results.filter(({ verdict }) => verdict === 'fail').length).toBeGreaterThan(100);
  });

  test('ends the demo with 2 just as well', async () => {
    const config = folderWith({ 'c.yaml': `ruleFolders: [${rules}]\nformats: [json]\n` });
    expect((await vaultPosture(['demo', '--config', join(config, 'c.yaml')])).code).toBe(2);
  });
});

describe('what stands in the report', () => {
  const mixed = estateOf({ 'kv-closed': {}, 'kv-open': { properties: OPEN }, 'kv-shut': { refused: true } });

  test('--only fail lists failures alone, and still counts everything', async () => {
    const cwd = folderWith();
    await scan(mixed, ['--only', 'fail', '--format', 'json'], { cwd });
    const { results, totals } = reportIn(cwd);
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['fail']));
    expect(results).toHaveLength(totals.fail ?? 0);
    expect(totals.pass).toBeGreaterThan(0);
  });

  test('evidence stands with what failed or is unknown, with --evidence all with everything', async () => {
    const [some, all] = [folderWith(), folderWith()];
    await scan(mixed, ['--format', 'json'], { cwd: some });
    await scan(mixed, ['--format', 'json', '--evidence', 'all'], { cwd: all });
    const told = (cwd: string) =>
      new Set(reportIn(cwd).results.flatMap(({ verdict, evidence }) => (evidence ? [verdict] : [])));
    expect(told(some)).toEqual(new Set(['fail', 'unknown']));
    expect(told(all)).toEqual(new Set(['fail', 'unknown', 'pass', 'notApplicable']));
  });

  test('only the rules that were asked for', async () => {
    const cwd = folderWith();
    await scan(mixed, ['--rule', 'kv-rot-001', '--format', 'json'], { cwd });
    expect(reportIn(cwd).rules.map(({ id }) => id)).toEqual(['KV-ROT-001']);
  });

  test('parameters in force, and who set them', async () => {
    const cwd = folderWith({ 'vault-posture.yaml': 'rules: { KV-ROT-001: { params: { maxAgeDays: 60 } } }\n' });
    await scan(mixed, ['--rule', 'KV-ROT-001', '--profile', 'azure-policy', '--format', 'json'], { cwd });
    expect(reportIn(cwd).rules[0]?.params).toEqual({
      maxAgeDays: { value: 60, from: 'config' },
      useNotBefore: { value: true, from: 'profile azure-policy' },
      skipManaged: { value: false, from: 'profile azure-policy' },
    });
  });

  test('only the vault that was asked for', async () => {
    const cwd = folderWith();
    await scan(mixed, ['--vault', 'kv-open', '--format', 'json'], { cwd });
    const vaults = reportIn(cwd).results.flatMap(({ resource }) =>
      resource.kind === 'azure.vault' ? resource.name : [],
    );
    expect(new Set(vaults)).toEqual(new Set(['kv-open']));
  });
});

describe('planes that are switched off', () => {
  const estate = estateOf({ 'kv-closed': {} });
  const scopeIn = (cwd: string): object => (reportIn(cwd) as unknown as { run: { scope: object } }).run.scope;
  const MULTIFACTOR = ['--rule', 'KV-IDN-003,KV-IDN-006', '--fail-on', 'info'];

  test('stand in the scope of the report, for people too, and do not change the exit code', async () => {
    const cwd = folderWith();
    const { code } = await scan(estate, [...MULTIFACTOR, '--without', 'logs,graph'], { cwd });
    expect(code).toBe(0);
    expect(scopeIn(cwd)).toMatchObject({ without: ['graph', 'logs'] });
    expect(reportIn(cwd).results.map(({ reason }) => reason)).toEqual(['skipped', 'skipped']);
    const html = readFileSync(join(cwd, 'vault-posture-report/report.html'), 'utf8');
    expect(html).toMatch(/<dt>Not asked<\/dt><dd><bdi[^>]*>Microsoft Graph<\/bdi><bdi[^>]*>Logs<\/bdi>/);
  });

  test('by the configuration, unless the command line says which', async () => {
    const cwd = folderWith({ 'vault-posture.yaml': 'without: [graph]\n' });
    await scan(estate, MULTIFACTOR, { cwd });
    expect(scopeIn(cwd)).toMatchObject({ without: ['graph'] });
    await scan(estate, [...MULTIFACTOR, '--without', 'logs'], { cwd });
    expect(scopeIn(cwd)).toMatchObject({ without: ['logs'] });
    expect(reportIn(cwd).totals).toMatchObject({ pass: 2, unknown: 0 });
  });

  test('that nobody can do without are refused in the configuration, too', async () => {
    const cwd = folderWith({ 'vault-posture.yaml': 'without: [arm]\n' });
    const { code, stderr } = await scan(estate, [], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('vault-posture.yaml:1:');
  });
});

test('a snapshot that was kept for one rule makes no other rule pass', async () => {
  const cwd = folderWith();
  const estate = estateOf({ 'kv-closed': {} });
  await scan(estate, ['--rule', 'KV-REC-002', '--snapshot', 's.ndjson'], { cwd });
  await vaultPosture(['evaluate', 's.ndjson', '--rule', 'KV-ROT-001,KV-IDN-006', '--format', 'json'], { cwd });
  expect(reportIn(cwd).results).toMatchObject([
    { ruleId: 'KV-IDN-006', verdict: 'unknown', reason: 'skipped' },
    { ruleId: 'KV-ROT-001', verdict: 'unknown', reason: 'skipped', about: 'azure.secret' },
  ]);
});

describe('where reports are written', () => {
  const estate = estateOf({ 'kv-closed': {} });

  test('--out names one file, whose ending decides the format', async () => {
    const cwd = folderWith();
    await scan(estate, ['--out', 'deep/here.json,posture.HTML'], { cwd });
    expect(readFileSync(join(cwd, 'deep/here.json'), 'utf8')).toMatch(/^\{"schemaVersion":1,/);
    expect(readFileSync(join(cwd, 'posture.HTML'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(existsSync(join(cwd, 'vault-posture-report'))).toBe(false);
  });

  test('--out beside --format and --output writes all of them', async () => {
    const cwd = folderWith();
    await scan(estate, ['--out', 'a.json', '--format', 'html', '--output', 'r'], { cwd });
    expect([...readdirSync(cwd), ...readdirSync(join(cwd, 'r'))].sort()).toEqual(['a.json', 'r', 'report.html']);
  });

  test('a folder that cannot be had is told before anything is read', async () => {
    const cwd = folderWith({ taken: 'a file' });
    const { code, stderr } = await scan(estate, ['--output', 'taken'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(`${cwd}/taken: a file stands where a folder is needed (EEXIST).\nCheck the path.\n`);
  });

  test('--quiet says nothing at all when all goes well', async () =>
    expect(await scan(estate, ['--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' }));
});
