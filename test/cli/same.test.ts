import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import { folderWith } from '../folder.ts';
import { vaultPosture } from './command-line.ts';

const ESTATE = ['--estate', installation.demoEstate];
const REPORTS = 'vault-posture-report';

/** Not `folderWith`: it outlives the first test. */
let cwd: string;
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');
const run = (...args: string[]) => vaultPosture(args, { cwd });

beforeAll(async () => {
  cwd = folderWith();
  await run('scan', ...ESTATE, '--output', 'scanned', '--snapshot', 'kept.ndjson', '--format', 'html,json');
  await run('collect', ...ESTATE, '--out', 'plain.ndjson');
  await run('evaluate', 'plain.ndjson', '--output', 'plain', '--format', 'json');
});

/** Other requests have other numbers: without the sources of evidence. */
const findingsIn = (folder: string): unknown =>
  JSON.parse(read(`${folder}/report.json`), (key, value: unknown) => (key === 'source' ? undefined : value)).results;

describe('the same input gives the same bytes', () => {
  test('a demo of today and one of tomorrow', async () => {
    await run('demo', '--output', 'today', '--format', 'html,json');
    await run('demo', '--output', 'tomorrow', '--format', 'html,json');
    expect(read('tomorrow/report.json')).toBe(read('today/report.json'));
    expect(read('tomorrow/report.html')).toBe(read('today/report.html'));
  });

  test('a scan, and its snapshot judged again without the network', async () => {
    await run('evaluate', 'kept.ndjson', '--output', 'evaluated', '--format', 'html,json');
    expect(read('evaluated/report.json')).toBe(read('scanned/report.json'));
    expect(read('evaluated/report.html')).toBe(read('scanned/report.html'));
  });

  test('a snapshot collected by itself, packed', async () => {
    const { code, stdout } = await run('collect', ...ESTATE, '--out', 'packed.ndjson.gz');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Wrote ${cwd}/packed.ndjson.gz, as of 2026-11-20T06:00:00.000Z. Judge it with: vault-posture evaluate packed.ndjson.gz\n`,
    });
    await run('evaluate', 'packed.ndjson.gz', '--output', 'unpacked', '--format', 'json');
    expect(read('unpacked/report.json')).toBe(read('plain/report.json'));
  });

  test('the findings of a snapshot of everything, and those of a scan that asked for what its rules read', () =>
    expect(findingsIn('plain')).toEqual(findingsIn('scanned')));

  test('a page made from the JSON report', async () => {
    expect(await run('report', 'scanned/report.json')).toMatchObject({ code: 0, stderr: '' });
    expect(read(`${REPORTS}/report.html`)).toBe(read('scanned/report.html'));
  });

  test('the JSON report made from itself', async () => {
    await run('report', 'scanned/report.json', '--out', 'again.json');
    expect(read('again.json')).toBe(read('scanned/report.json'));
  });

  test.each([
    ['pressed into one line', (text: string) => JSON.stringify(JSON.parse(text))],
    ['laid out by an editor', (text: string) => JSON.stringify(JSON.parse(text), null, 2)],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('the JSON report %s loses nothing', async (_, change) => {
    writeFileSync(join(cwd, 'changed.json'), change(read('scanned/report.json')));
    await run('report', 'changed.json', '--out', 'again.json,again.html');
    expect(read('again.json')).toBe(read('scanned/report.json'));
    expect(read('again.html')).toBe(read('scanned/report.html'));
  });
});

describe('a file that was cut off or changed is refused', () => {
  const cut = (path: string, name: string, share: number): void => {
    const text = read(path);
    writeFileSync(join(cwd, name), text);
    truncateSync(join(cwd, name), Math.floor(text.length * share));
  };

  test.each([0.001, 0.1, 0.5, 0.9, 0.999])('a report of which %d is left', async (share) => {
    cut('scanned/report.json', 'cut.json', share);
    const { code, stderr, stdout } = await run('report', 'cut.json', '--out', 'never.html');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`${cwd}/cut.json is no report: it is not JSON, or was cut off`);
    expect(() => read('never.html')).toThrow('ENOENT');
  });

  test.each([0.1, 0.5, 0.999])('a snapshot of which %d is left', async (share) => {
    cut('kept.ndjson', 'cut.ndjson', share);
    const { code, stderr } = await run('evaluate', 'cut.ndjson', '--output', 'never');
    expect(code).toBe(2);
    expect(stderr).toMatch(/cut\.ndjson.*cut off/);
    expect(() => read('never/report.json')).toThrow('ENOENT');
  });

  test('a snapshot whose end is missing', async () => {
    writeFileSync(join(cwd, 'endless.ndjson'), read('kept.ndjson').replace(/\{"record":"end".*\n$/, ''));
    const { code, stderr } = await run('evaluate', 'endless.ndjson');
    expect(code).toBe(2);
    expect(stderr).toMatch(/endless\.ndjson.*cut off.*end record/);
  });

  const aResult = /^\{"ruleId":.*\n/m;
  const compact = (text: string): string => JSON.stringify(JSON.parse(text));
  test.each([
    ['without one of its results', (text: string) => text.replace(aResult, ''), 'its totals count'],
    ['with a result twice', (text: string) => text.replace(aResult, '$&$&'), 'its totals count'],
    [
      'with a verdict that is kinder',
      (text: string) => text.replace('"verdict":"fail"', '"verdict":"pass"'),
      'its totals count',
    ],
    [
      'in another layout, without one of its results',
      (text: string) => compact(text.replace(aResult, '')),
      'its totals count',
    ],
    ['with something behind its end', (text: string) => `${text}{}\n`, 'something stands behind its end'],
    [
      'with another list of results behind its own',
      (text: string) => text.replace(/\]\}\n$/, '],\n"results":[\n]}'),
      'cut off',
    ],
    ['without its last bracket', (text: string) => text.replace(/\}\n$/, ''), 'cut off'],
  ])('a report %s', async (_, change, says) => {
    writeFileSync(join(cwd, 'edited.json'), change(read('scanned/report.json')));
    const { code, stderr } = await run('report', 'edited.json', '--out', 'never.csv');
    expect([code, stderr]).toEqual([2, expect.stringContaining('edited.json is no report: ')]);
    expect(stderr).toContain(says);
    expect(() => read('never.csv')).toThrow('ENOENT');
  });

  test('a report of fails alone is whole', async () => {
    await run('evaluate', 'kept.ndjson', '--only', 'fail', '--out', 'fails.json');
    expect((await run('report', 'fails.json', '--out', 'fails.csv')).code).toBe(0);
    writeFileSync(join(cwd, 'fewer.json'), read('fails.json').replace(aResult, ''));
    expect((await run('report', 'fewer.json', '--out', 'never.csv')).code).toBe(2);
  });

  test('a report with a result that is none', async () => {
    const text = read('scanned/report.json').replace('{"ruleId":', '{"ruleId:');
    writeFileSync(join(cwd, 'edited.json'), text);
    const { code, stderr } = await run('report', 'edited.json', '--out', 'never.html');
    expect(code).toBe(2);
    expect(stderr).toContain(`${cwd}/edited.json is no report: it is not JSON`);
  });

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['another JSON file', '{"version":"2.1.0"}', 'schemaVersion'],
    ['a beginning alone', '{"schemaVersion":1}', 'it has no tool'],
    [
      'a report without results',
      '{"schemaVersion":1,"tool":{},"run":{"sources":[]},"totals":{},"coverage":[],"rules":[]}',
      'it has no results',
    ],
    ['null', 'null', 'schemaVersion'],
    [
      'a report of a later version',
      '{"schemaVersion":2,"tool":{},"run":{"sources":[]},"totals":{},"coverage":[],"rules":[],"results":[]}',
      'version 2',
    ],
  ])('%s for a report', async (_, text, says) => {
    writeFileSync(join(cwd, 'other.json'), text);
    const { code, stderr } = await run('report', 'other.json');
    expect(code).toBe(2);
    expect(stderr).toContain(`${cwd}/other.json is no report: `);
    expect(stderr).toContain(says);
  });
});
