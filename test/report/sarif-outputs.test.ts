/** SARIF from the command line: the demo, several files, and the end of a run that GitHub could not take. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import { main } from '../../src/main.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/renderers/json.ts';
import { sarifRenderer } from '../../src/report/renderers/sarif.ts';
import { preflight } from '../../src/report/sarif/preflight.ts';
import { writeOutputs } from '../../src/report-files.ts';
import { estate, largeEstate, listed } from './sarif-estates.ts';
import { alertsOf, categoryOf, isSuccessful, schemaCheck } from './sarif-files.ts';

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

  test('has a run for each subscription, and says which could not be read in full', () => {
    const told = log.runs.map((run) => [
      categoryOf(run).replace(/^vault-posture\/(\w+-\w+).*/, '$1'),
      isSuccessful(run),
    ]);
    expect(told).toEqual([
      ['sub-7a6a0937', true],
      ['sub-9ce79fb3', true],
      ['sub-ad96b1de', true],
      ['sub-e3fa1d7e', true],
      ['tenant-e29a2540', true],
    ]);
    expect(err).toMatch(/3 of 5 runs could not be read in full[^]*--sarif-previous/);
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

describe('the SARIF of the last scan', async () => {
  const day = largeEstate(21, 1);
  const refused = estate(
    Array.from({ length: 21 }, (_, at) => ({ ...listed(at + 1), status: 'forbidden' as const })),
    [],
  );
  const next = (...args: string[]) => run('report', 'refused.json', ...args);
  await mkdir(join(folder, 'last'));
  await writeOutputs(day, [{ renderer: sarifRenderer(), path: join(folder, 'last', 'report.sarif') }], never);
  await writeOutputs(refused, [{ renderer: json, path: join(folder, 'refused.json') }], never);

  test('is read with the files beside it, and may be written over', async () => {
    const before = [await read('last/report.sarif'), await read('last/report-2.sarif')];
    const { code, err } = await next('--out', 'last/report.sarif', '--sarif-previous', 'last/report.sarif');
    expect(code).toBe(0);
    expect(err).toContain('21 results of the last scan carried forward');
    const after = [await read('last/report.sarif'), await read('last/report-2.sarif')];
    const hashes = (logs: readonly Log[]) =>
      logs.flatMap(({ runs }) => runs.flatMap(({ results }) => results?.map((result) => result.partialFingerprints)));
    expect(hashes(after)).toEqual(hashes(before));
    expect((await run('sarif-check', 'last/report.sarif', 'last/report-2.sarif')).code).toBe(0);
  });

  test('need not be there yet: that is told', async () => {
    const { code, err } = await next('--out', 'first.sarif', '--sarif-previous', 'first.sarif');
    expect([code, err]).toEqual([0, expect.stringMatching(/there is no \S*first.sarif yet/)]);
  });

  test('has to be there in full', async () => {
    const { code, err } = await next('--out', 'x.sarif', '--sarif-previous', 'last/report.sarif,other.sarif');
    expect([code, err]).toEqual([2, expect.stringMatching(/other.sarif cannot be used[^]*though others are/)]);
  });

  test.each([
    ['cut off', '{"runs":[', 'not JSON, or was cut off'],
    ['a report', '{"schemaVersion":1}', 'no SARIF'],
    ['of another tool', '{"runs":[{"tool":{"driver":{"name":"x"}}}]}', 'another tool'],
  ])('must not be %s', async (_, text, reason) => {
    await writeFile(join(folder, 'bad.sarif'), text);
    const { code, err } = await next('--out', 'x.sarif', '--sarif-previous', 'bad.sarif');
    expect([code, err]).toEqual([2, expect.stringContaining(reason)]);
    expect(await readdir(folder)).not.toContain('x.sarif');
  });

  test('must not be a folder', async () => {
    const { code, err } = await next('--out', 'x.sarif', '--sarif-previous', 'last');
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be used as the last scan')]);
  });

  test('must not be larger than can be held', async () => {
    await writeFile(join(folder, 'huge.sarif'), '');
    await truncate(join(folder, 'huge.sarif'), 50 * 1024 * 1024 + 1);
    const { code, err } = await next('--out', 'x.sarif', '--sarif-previous', 'huge.sarif');
    expect([code, err]).toEqual([2, expect.stringMatching(/52,428,801 bytes[^]*--sarif-group vault/)]);
  });

  test('keeps the alerts of a vault that turns the next scan away', async () => {
    const scan = (estate: string, file: string, ...args: string[]) =>
      run('scan', '--quiet', '--estate', estate, '--out', file, ...args);
    await cp(installation.demoEstate, join(folder, 'estate'), { recursive: true });
    await scan('estate', 'before.sarif');
    const refused = ['data', 'arm'].map((plane) => ({ plane, path: '/', status: 403, code: 'Forbidden' }));
    await writeFile(join(folder, 'estate/vaults/kv-billing-prod-weu/access.json'), JSON.stringify(refused));
    await scan('estate', 'after.sarif', '--sarif-previous', 'before.sarif');
    await scan('estate', 'forgetful.sarif');
    const alerts = async (name: string) => alertsOf({ logs: [await read(name)] });
    expect(await alerts('after.sarif')).toEqual(await alerts('before.sarif'));
    expect((await alerts('forgetful.sarif')).size).toBeLessThan((await alerts('before.sarif')).size);
  });
});
