import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { YamlFile } from '../../src/rules/yaml-file.ts';
import { folderWith } from '../folder.ts';
import { problemsOf, rulesFolder, SOUND_RULE } from './sound.ts';

const says = async (folder: string): Promise<string[]> => (await problemsOf(folder)).map(({ message }) => message);

describe('a folder of rules', () => {
  test.each<[string, string, (file: string) => void]>([
    ['a device that never ends', 'this is no file', (file) => symlinkSync('/dev/zero', file)],
    ['a link in a circle', 'the links at this path lead in a circle (ELOOP)', (file) => symlinkSync(file, file)],
    ['a link to nothing', 'there is no such file or folder (ENOENT)', (file) => symlinkSync('gone', file)],
    ['a link to a folder', 'this is no file', (file) => symlinkSync('.', file)],
  ])('is refused with %s under the name of a rule', async (_, message, make) => {
    const folder = rulesFolder({ 'rule.yaml': SOUND_RULE });
    make(join(folder, 'other.yaml'));
    expect(await says(folder)).toEqual([message]);
  });

  test('may have links to rules', async () => {
    const folder = rulesFolder({ 'rule.yaml': SOUND_RULE });
    symlinkSync('rule.yaml', join(folder, 'same.yaml'));
    expect(await says(folder)).toEqual([]);
  });

  test('without a rule is refused: what was meant to be judged would not be', async () => {
    const folder = folderWith({ 'rule.txt': SOUND_RULE });
    mkdirSync(join(folder, 'folder.yaml'));
    expect(await says(folder)).toEqual(['there are no rules in this folder']);
  });

  test('is no file', async () =>
    expect(await says(join(rulesFolder({ 'rule.yaml': SOUND_RULE }), 'rule.yaml'))).toEqual([
      'this is no folder of rules',
    ]));
});

test('what has no end is read no further than a file may be long', async () =>
  await expect(YamlFile.read('/dev/zero')).rejects.toThrow('longer than 1 MiB'));
