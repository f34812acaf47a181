import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { installation } from '../../src/installation.ts';
import { folderWith } from '../folder.ts';
import { inProject, vaultPosture } from './command-line.ts';

const examplesIn = (path: string): string[] =>
  [...readFileSync(inProject(path), 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);

describe('who follows the documentation word by word', () => {
  test('has a rule of their own that is sound, with its test', async () => {
    const [rule = '', cases = ''] = examplesIn('docs/rules.md');
    const cwd = folderWith({ 'my-rules/credential-owner.yaml': rule, 'my-rules/credential-owner.test.yaml': cases });
    const { code, stdout, stderr } = await vaultPosture(['rules', 'test', 'my-rules'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('ok  ACME-001  5 cases');
  });

  test('has a configuration that is taken', async () => {
    const [, text = ''] = examplesIn('docs/configuration.md');
    const folders = (parse(text) as { ruleFolders: string[] }).ruleFolders;
    const [rule = ''] = examplesIn('docs/rules.md');
    const rules = Object.fromEntries(folders.map((folder) => [`${folder}/credential-owner.yaml`, rule]));
    const cwd = folderWith({ 'vault-posture.yaml': text, ...rules });
    const { stdout, stderr } = await vaultPosture(['scan', '--estate', installation.demoEstate, '--quiet'], { cwd });
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });
});
