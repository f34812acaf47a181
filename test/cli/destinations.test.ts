import { readdirSync, readFileSync } from 'node:fs';
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
    ['scan --trace kept', { 'kept/notes.txt': '' }, 'kept is a folder'],
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

  test('a snapshot is not written over by its own report', async () => {
    const cwd = folderWith({ 'kept.json': 'a snapshot' });
    const { code, stderr } = await vaultPosture(['evaluate', 'kept.json', '--out', 'kept.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('kept.json cannot be two files at once');
    expect(readFileSync(join(cwd, 'kept.json'), 'utf8')).toBe('a snapshot');
  });
});

test('a report that is asked for twice is written once', async () => {
  const cwd = folderWith();
  const line = ['scan', '--estate', estate, '--format', 'json,JSON', '--output', '.', '--out', 'report.json'];
  const { stdout } = await vaultPosture(line, { cwd });
  expect(stdout.match(/^Wrote /gm)).toHaveLength(1);
  expect(readdirSync(cwd)).toEqual(['report.json']);
});
