import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../../src/snapshot/folder.ts';
import { folderWith } from '../folder.ts';

describe('a folder for reports', () => {
  test('is made with those above it', async () => {
    const path = join(folderWith(), 'a', 'b', 'c');
    await makeFolder(path);
    expect(existsSync(path)).toBe(true);
  });

  test('may be there already, or be made by several at once', async () => {
    const path = join(folderWith(), 'a', 'b');
    await Promise.all([makeFolder(path), makeFolder(path), makeFolder(path)]);
    await makeFolder(path);
    expect(existsSync(path)).toBe(true);
  });

  test('cannot be made where a file stands, nor below one', async () => {
    const file = join(folderWith(), 'file');
    writeFileSync(file, '');
    await expect(makeFolder(file)).rejects.toThrow('EEXIST');
    await expect(makeFolder(join(file, 'a', 'b'))).rejects.toThrow('ENOTDIR');
  });

  test.runIf(existsSync('/proc/self'))('is refused at once by a system that takes none there', async () => {
    await expect(makeFolder('/proc/reports')).rejects.toThrow(/ENOENT|EACCES|EPERM/);
    await expect(makeFolder('/proc/reports/today')).rejects.toThrow(/ENOENT|EACCES|EPERM/);
  });
});
