import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportHead } from '../../src/model/report.ts';
import { installation } from '../../src/installation.ts';
import { folderWith } from '../folder.ts';
import { vaultPosture } from './command-line.ts';
import { estateOf } from './estates.ts';

let cwd: string;
const run = (...args: string[]) => vaultPosture([...args, '--quiet', '--allow-empty'], { cwd });
const headIn = (folder: string): ReportHead => JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8'));
const evaluated = async (folder: string, ...flags: string[]): Promise<ReportHead> => {
  await run('evaluate', 'kept.ndjson', '--format', 'json', '--output', folder, ...flags);
  return headIn(folder);
};

beforeAll(async () => {
  cwd = folderWith({
    'sixty.yaml': 'rules: { KV-ROT-001: { params: { maxAgeDays: 60 } } }\nfailOn: critical\n',
    'again.yaml': '# the same\nfailOn: low\nrules:\n  KV-ROT-001:\n    params:\n      maxAgeDays: 60\n',
  });
  await run(
    'scan',
    '--estate',
    estateOf({ kv: {} }),
    '--snapshot',
    'kept.ndjson',
    '--format',
    'json',
    '--output',
    'scan',
  );
});

describe('the run record', () => {
  test('names the subscriptions that were found, whatever rules ran', async () => {
    const found = [{ id: '22222222-2222-4222-8222-222222222222', name: 'Production' }];
    expect(headIn('scan').subscriptions).toEqual(found);
    expect((await evaluated('one', '--rule', 'KV-REC-002')).subscriptions).toEqual(found);
  });

  test('of an estate in a folder names no way to sign in: there was none', () =>
    expect(headIn('scan').run).not.toHaveProperty('signIn'));

  test('tells what collected from what judged', async () => {
    const [header = '', ...rest] = readFileSync(join(cwd, 'kept.ndjson'), 'utf8').split('\n');
    const older = header
      .replace(`"version":"${installation.tool.version}"`, '"version":"0.0.1"')
      .replace('"scope":', '"signIn":{"auth":"github","proof":"assertion"},"scope":');
    writeFileSync(join(cwd, 'older.ndjson'), [older, ...rest].join('\n'));
    await run('evaluate', 'older.ndjson', '--format', 'json', '--output', 'older');
    const { tool, run: record } = headIn('older');
    expect([record.collector, record.signIn]).toEqual([
      { name: 'vault-posture', version: '0.0.1' },
      { auth: 'github', proof: 'assertion' },
    ]);
    expect(tool.version).toBe(installation.tool.version);
  });

  test('tells each rule’s conditions', () =>
    expect(headIn('scan').rules.find(({ id }) => id === 'KV-ACC-002')).toMatchObject({
      require: expect.stringMatching(/^!\(entry\.keys[^]*\)$/),
      each: { list: 'vault.accessPolicies', as: 'entry' },
    }));
});

describe('the settings in force', () => {
  test('are the same for the same settings, however the file is laid out and whatever it says of exit codes', async () => {
    const one = (await evaluated('sixty', '--config', 'sixty.yaml')).run.settings;
    const other = (await evaluated('again', '--config', 'again.yaml', '--evidence', 'all')).run.settings;
    expect(one).toEqual(other);
    expect(one?.sha256).not.toBe(headIn('scan').run.settings?.sha256);
  });

  test('name the profile and the rules that were asked for', async () =>
    expect((await evaluated('two', '--profile', 'strict', '--rule', 'kv-rec-002')).run.settings).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      profile: 'strict',
      only: ['KV-REC-002'],
    }));
});
