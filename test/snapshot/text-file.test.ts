import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertReplaceable, writeTextFile } from '../../src/snapshot/text-file.ts';
import { folderWith } from '../folder.ts';

describe('a file takes the place of', () => {
  test('nothing, and of a file', async () => {
    const folder = folderWith();
    for (const text of ['first', 'second']) {
      await writeTextFile(join(folder, 'report.csv'), (file) => file.write(text));
      expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toBe(text);
    }
    expect(readdirSync(folder)).toEqual(['report.csv']);
  });

  test.each(['/dev/null', '/dev/full'])('never of %s, whoever runs it', async (device) => {
    expect(() => assertReplaceable(device)).toThrow(`${device} is a device or a pipe`);
    await expect(writeTextFile(device, (file) => file.write('x'))).rejects.toThrow('device');
  });

  test('nor of a link to one', () => {
    const link = join(folderWith(), 'report.csv');
    symlinkSync('/dev/null', link);
    expect(() => assertReplaceable(link)).toThrow('is a device or a pipe');
  });

  test('but of a link to a file', () => {
    const folder = folderWith();
    writeFileSync(join(folder, 'there'), '');
    symlinkSync(join(folder, 'there'), join(folder, 'link'));
    expect(() => assertReplaceable(join(folder, 'link'))).not.toThrow();
  });
});
