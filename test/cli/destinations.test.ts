import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder.ts';
import { vaultPosture } from './command-line.ts';
import { estateOf } from './estates.ts';

const estate = estateOf({});
const words = (line: string): string[] => line.split(' ');

describe('where a file cannot go is told before anything is read', () => {
  test.each([
    ['scan --output reports', { 'reports/report.html/notes.txt': '' }, 'report.html is a folder'],
    ['scan --snapshot kept', { 'kept/notes.txt': '' }, 'kept is a folder'],
    ['collect --out kept', { 'kept/notes.txt': '' }, 'kept is a folder'],
    ['scan --trace kept', { 'kept/notes.txt': '' }, 'kept: this is a folder'],
    ['scan --snapshot one.json --out one.json', {}, 'one.json cannot be two files at once'],
    ['scan --snapshot one.json --trace one.json', {}, 'one.json cannot be two files at once'],
    ['collect --out one --trace ./one', {}, 'one cannot be two files at once'],
  ])('%s', async (line, files, says) => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = await vaultPosture([...words(line), '--estate', estate], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  test.each([['scan --out null.json'], ['collect --out null.json']])('%s, a link to a device', async (line) => {
    const cwd = folderWith();
    symlinkSync('/dev/null', join(cwd, 'null.json'));
    const { code, stderr } = await vaultPosture([...words(line), '--estate', estate], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^.*null\.json is a device or a pipe, .*\n.*\n$/);
  });

  test('a snapshot is not written over by its own report', async () => {
    const cwd = folderWith({ 'kept.json': 'a snapshot' });
    const { code, stderr } = await vaultPosture(['evaluate', 'kept.json', '--out', 'kept.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('kept.json cannot be two files at once');
    expect(readFileSync(join(cwd, 'kept.json'), 'utf8')).toBe('a snapshot');
  });
});

test('a report is not replaced by its own redacted copy', async () => {
  const cwd = folderWith();
  await vaultPosture(['scan', '--estate', estate, '--out', 'report.json'], { cwd });
  const report = readFileSync(join(cwd, 'report.json'), 'utf8');
  const line = ['report', 'report.json', '--redact', '--format', 'json,html', '--output', '.'];
  const { code, stderr } = await vaultPosture(line, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('report.json cannot be two files at once');
  expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe(report);
});

test('a record of requests replaces nothing, and may go to a device', async () => {
  const line = ['collect', '--estate', estate, '--out', 'kept.ndjson', '--trace', '/dev/null'];
  const { code } = await vaultPosture(line, { cwd: folderWith() });
  expect(code).toBe(0);
});

test('a report that is asked for twice is written once', async () => {
  const cwd = folderWith();
  const line = ['scan', '--estate', estate, '--format', 'json,JSON', '--output', '.', '--out', 'report.json'];
  const { stdout } = await vaultPosture(line, { cwd });
  expect(stdout.match(/^Wrote /gm)).toHaveLength(1);
  expect(readdirSync(cwd)).toEqual(['report.json']);
});
