import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import { descriptionSchema } from '../../src/rules/description-schema.ts';
import { SOUND_RULE, SOUND_TEST } from '../rules/sound.ts';
import { folderWith } from '../folder.ts';
import { vaultPosture } from './command-line.ts';

const list = await vaultPosture(['rules', 'list']);
const listAsJson = await vaultPosture(['rules', 'list', '--json']);

test('rules list names every rule, in columns, and the profiles', async () => {
  const { code, stdout } = list;
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot('../golden/rules-list.txt');
});

test('the demo ends with a summary that fits on a screen', async () => {
  const { stdout } = await vaultPosture(['demo']);
  await expect(stdout.replace(/^Wrote .*\//gm, 'Wrote ')).toMatchFileSnapshot('../golden/demo.txt');
});

describe.each([80, 120])('on a terminal of %s columns', (columns) => {
  test.each(['rules list', 'demo'])('%s keeps its tables within them', async (line) => {
    const { stdout } = await vaultPosture(line.split(' '), { isTTY: true, columns, env: { NO_COLOR: '1' } });
    const told = stdout.split('\n').filter((text) => /^(?: {2}|KV-)/.test(text));
    expect(told.filter((text) => text.length > columns)).toEqual([]);
  });
});

describe('rules show', () => {
  test('tells what a rule requires, why, how to put it right, and where it comes from', async () => {
    const { stdout } = await vaultPosture(['rules', 'show', 'kv-rot-001']);
    expect(stdout).toMatch(/^KV-ROT-001 Secrets are rotated within the maximum age \(high\)\n/);
    for (const heading of ['Judges', 'When', 'Requires', 'Parameters', 'Reads', 'Why', 'Fix: az', 'Controls', 'File'])
      expect(stdout).toMatch(new RegExp(`^${heading}$`, 'm'));
    expect(stdout).toContain('  maxAgeDays (integer, default 90, at least 1, at most 36500): ');
  });

  test('tells who tells it and the least that has to be granted', async () => {
    const { stdout } = await vaultPosture(['rules', 'show', 'KV-CRT-005']);
    expect(stdout).toContain('Told by\n  Resource Manager, Data plane\n');
    expect(stdout.replace(/\n {2}/g, ' ')).toMatch(
      /Needs Reader on [^]* Key Vault Reader on [^]* an entry with certificates: list, get\n/,
    );
  });

  test('tells severities by fact, side effects, and controls by their titles', async () => {
    const { stdout } = await vaultPosture(['rules', 'show', 'KV-NET-005']);
    expect(stdout).toMatch(
      /^Severity\n {2}critical when prefixLength\(range\.value\) == 0\n[^]*?\n {2}high otherwise\n/m,
    );
    expect(stdout).toMatch(/^Side effects of the fix\n {2}Callers from the rest/m);
    expect(stdout).toMatch(/benchmark v1: NS-2 Secure cloud native/);
  });

  test('fits the terminal; what is meant to be copied is left as it is', async () => {
    const { stdout } = await vaultPosture(['rules', 'show', 'KV-ROT-001'], { columns: 50 });
    const prose = stdout.replace(/^Fix: az[^]*(?=^Side effects)/m, '').replace(/^References[^]*/m, '');
    expect(prose.split('\n').filter((line) => line.length > 50)).toEqual([]);
    expect(stdout).toMatch(/^ {2}az keyvault secret set --vault-name <vault> .* --expires <yyyy-mm-ddThh:mm:ssZ>$/m);
    expect(stdout).toContain('  Every system, person and backup that a secret\n  passes through');
  });

  test('finds a rule by a name it had before', async () => {
    const folder = folderWith({ 'rule.yaml': `aliases: [MY-OLD-001]\n${SOUND_RULE}` });
    expect((await vaultPosture(['rules', 'show', 'MY-OLD-001', '--rules', folder])).stdout).toMatch(/^MY-ROT-001 /);
  });

  test('tells the same as JSON', async () => {
    const { stdout } = await vaultPosture(['rules', 'show', 'KV-ROT-001', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'KV-ROT-001',
      kind: 'azure.secret',
      params: { maxAgeDays: { default: 90 } },
      facts: expect.arrayContaining(['azure.secret.created']) as unknown,
      controls: { 'mcsb-v2': [{ id: 'DP-6' }] },
    });
  });
});

test('what is told as JSON of every rule keeps to the published schema', async () => {
  const validate = new Ajv({ strictTypes: false }).compile(descriptionSchema);
  const rules = JSON.parse(listAsJson.stdout) as unknown[];
  expect(rules.flatMap((rule) => (validate(rule) ? [] : [[rule, validate.errors]]))).toEqual([]);
  const shown = JSON.parse((await vaultPosture(['rules', 'show', 'KV-NET-005', '--json'])).stdout) as object;
  expect(rules).toContainEqual(shown);
});

test('rules list --json tells all of all', () => {
  for (const { id, title } of JSON.parse(listAsJson.stdout) as { id: string; title: string }[])
    expect(list.stdout).toMatch(new RegExp(`^${id} .* ${title.replace(/[()]/g, '\\$&')}$`, 'm'));
});

describe('rules test', () => {
  test('runs the cases of the shipped rules', async () => {
    const { code, stdout } = await vaultPosture(['rules', 'test']);
    expect(stdout).toMatch(/^ok {2}KV-ROT-001 {2}\d+ cases$/m);
    expect(stdout).toMatch(/\n\d+ rules, [\d,]+ cases, 0 problems\n$/);
    expect(code).toBe(0);
  });

  test('runs those of a part of them, though they are loaded anyway', async () => {
    const { code, stdout } = await vaultPosture(['rules', 'test', join(installation.rules, 'azure/key')]);
    expect(stdout).not.toContain('KV-ROT-001');
    expect({ code, keys: stdout.includes('KV-ROT-002') }).toEqual({ code: 0, keys: true });
  });

  test('runs those of a folder and not of another that begins alike', async () => {
    const cwd = folderWith({
      'mine/rule.yaml': SOUND_RULE,
      'mine/rule.test.yaml': SOUND_TEST,
      'mine-too/rule.yaml': SOUND_RULE.replace('001', '002'),
    });
    const { stdout } = await vaultPosture(['rules', 'test', 'mine'], { cwd });
    expect(stdout).toBe('ok  MY-ROT-001  4 cases\n\n1 rule, 4 cases, 0 problems\n');
  });

  test('tells what is wrong with them by place, and ends with 1', async () => {
    const cwd = folderWith({ 'rule.yaml': SOUND_RULE, 'old.test.yaml': SOUND_TEST });
    const { code, stdout } = await vaultPosture(['rules', 'test', '.'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: [
        `${cwd}/rule.yaml:1:1: MY-ROT-001 has no test (write ${cwd}/rule.test.yaml with cases for pass, fail and unknown)`,
        `${cwd}/old.test.yaml:1:1: there is no rule beside this test (of the name ${cwd}/old.yaml)`,
        '',
        '1 rule, 0 cases, 2 problems',
        '',
      ].join('\n'),
    });
  });

  test('ends with 2 when a rule cannot even be read', async () => {
    const cwd = folderWith({ 'rule.yaml': SOUND_RULE.replace('secret.created', 'secret.craeted') });
    const { code, stderr } = await vaultPosture(['rules', 'test', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${cwd}/rule.yaml:8:23: require: `);
    expect(stderr).toContain('did you mean "created"?');
  });

  test('a folder without rules is no success', async () =>
    expect((await vaultPosture(['rules', 'test', '.'])).code).toBe(2));

  test('rules of an own copy of everything are known to be there twice', async () => {
    const cwd = folderWith();
    cpSync(join(installation.rules, 'azure/key'), join(cwd, 'key'), { recursive: true });
    const { code, stderr } = await vaultPosture(['rules', 'test', 'key'], { cwd });
    expect({ code, twice: stderr.includes('the id KV-ROT-002 is taken by') }).toEqual({ code: 2, twice: true });
  });
});

describe('rules schema', () => {
  test('names the schemas there are', async () => {
    const { code, stdout } = await vaultPosture(['rules', 'schema']);
    expect(code).toBe(0);
    for (const name of ['rule', 'rule-test', 'config', 'report'])
      expect(stdout).toMatch(new RegExp(`[ ,]${name}[,\n]`));
  });

  test('prints one that an editor can use', async () =>
    expect(JSON.parse((await vaultPosture(['rules', 'schema', 'rule'])).stdout)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      required: expect.arrayContaining(['id', 'require']) as unknown,
    }));
});
