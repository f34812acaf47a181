/** SARIF from the command line: the demo, several files, and the end of a run that GitHub could not take. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/renderers/json.ts';
import { sarifRenderer } from '../../src/report/renderers/sarif.ts';
import { preflight } from '../../src/report/sarif/preflight.ts';
import { writeOutputs } from '../../src/run.ts';
import { largeEstate } from './sarif-estates.ts';
import { categoryOf, isSuccessful, schemaCheck } from './sarif-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'sarif-'));
afterAll(() => rm(folder, { recursive: true }));
const never = new AbortController().signal;

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const told = { out: '', err: '' };
  const stdout = { write: (text: string) => (told.out += text) };
  const stderr = { write: (text: string) => (told.err += text) };
  const code = await main(args, { stdout, stderr, env: {}, cwd: folder, signal: never });
  return { code, ...told };
}

const read = async (name: string): Promise<Log> => JSON.parse(await readFile(join(folder, name), 'utf8')) as Log;

describe('the demo', async () => {
  const { code, err } = await run('demo', '--format', 'sarif', '--output', 'demo');
  const log = await read('demo/report.sarif');

  test('is a file that GitHub takes', async () => {
    expect(code).toBe(0);
    expect((await schemaCheck())(log)).toEqual([]);
    expect(preflight(log).filter(({ level }) => level === 'error')).toEqual([]);
    expect((await run('sarif-check', 'demo/report.sarif')).code).toBe(0);
  });

  test('closes alerts where all was read, and says where not', () => {
    const told = log.runs.map((run) => [
      categoryOf(run).replace(/^vault-posture\/(\w+-\w+).*/, '$1'),
      isSuccessful(run),
    ]);
    expect(told).toEqual([
      ['sub-7a6a0937', false],
      ['sub-9ce79fb3', true],
      ['sub-ad96b1de', false],
      ['sub-e3fa1d7e', true],
      ['tenant-e29a2540', true],
    ]);
    expect(err).toContain('2 of 5 runs marked as not successful');
  });
});

test('files of an earlier report that needed more are gone', async () => {
  const write = (report: Report) =>
    writeOutputs(report, [{ renderer: sarifRenderer(), path: join(folder, 'many', 'report.sarif') }], never);
  await run('demo', '--quiet', '--format', 'sarif', '--output', 'many');
  await write(largeEstate(45, 1));
  expect((await readdir(join(folder, 'many'))).sort()).toEqual(['report-2.sarif', 'report-3.sarif', 'report.sarif']);
  expect((await read('many/report-3.sarif')).runs).toHaveLength(5);
  await write(largeEstate(21, 1));
  expect((await readdir(join(folder, 'many'))).sort()).toEqual(['report-2.sarif', 'report.sarif']);
  await write(largeEstate(1, 1));
  expect(await readdir(join(folder, 'many'))).toEqual(['report.sarif']);
});

describe('more findings than GitHub keeps', async () => {
  await writeOutputs(largeEstate(1, 5001), [{ renderer: json, path: join(folder, 'large.json') }], never);

  test('end with 2 and advice, even when quiet, and the file is there', async () => {
    const { code, err } = await run('report', 'large.json', '--quiet', '--out', 'large.sarif');
    expect(code).toBe(2);
    expect(err).toMatch(/has 5,001 results[^]*--sarif-group vault/);
    expect((await read('large.sarif')).runs[0]?.results).toHaveLength(5000);
  });

  test('end with 0 in groups', async () => {
    const { code, err } = await run(
      'report',
      'large.json',
      '--quiet',
      '--out',
      'large.sarif',
      '--sarif-group',
      'vault',
    );
    expect([code, err]).toEqual([0, '']);
    expect((await read('large.sarif')).runs[0]?.results).toHaveLength(51);
  });

  test('tell it as JSON where the log is JSON', async () => {
    const { err } = await run('report', 'large.json', '--log-format', 'json', '--out', 'large.sarif');
    expect(JSON.parse(err)).toMatchObject({ level: 'error', message: expect.stringContaining('5,001 results') });
  });
});
