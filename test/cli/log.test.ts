import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProgressReporter } from '../../src/progress.ts';
import { folderWith } from '../folder.ts';
import { built, vaultPosture } from './command-line.ts';
import { estateOf, OPEN } from './estates.ts';

const estate = estateOf({ 'kv-open': { properties: OPEN }, 'kv-closed': {} });
const LINE = ['scan', '--estate', estate, '--format', 'json'];
const ESCAPE = '\u001B[';

describe('colours', () => {
  test.each([
    ['on a terminal', true, {}, true],
    ['on a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['on a terminal that knows none', true, { TERM: 'dumb' }, false],
    ['in a file', false, {}, false],
    ['in the log of a build', false, { CI: 'true' }, false],
    ['in a file, when they are forced', false, { FORCE_COLOR: '1' }, true],
    ['in a file, when they are forced off', false, { FORCE_COLOR: '0' }, false],
    ['on a terminal, when they are forced off', true, { FORCE_COLOR: '0' }, false],
  ])('%s', async (_, isTTY, env, colored) => {
    for (const line of [LINE, ['rules', 'show', 'KV-ROT-001']])
      expect((await vaultPosture(line, { isTTY, env })).stdout.includes(ESCAPE)).toBe(colored);
  });

  test('are not in what the built program writes to a pipe', async () => {
    const { stdout, stderr } = await built(LINE, { env: { CI: 'true' } });
    expect(stdout + stderr).not.toContain(ESCAPE);
  });
});

describe('progress', () => {
  test('is a line for each stage, on stderr', async () => {
    const { stderr } = await vaultPosture(LINE);
    expect(stderr).toBe('Finding vaults\nReading vaults: 2 of 2\n');
  });

  test('is a line that redraws itself on a terminal', async () =>
    expect((await vaultPosture(LINE, { isTTY: true })).stderr).toContain('\r\u001B[KReading vaults  0 of 2'));

  test('folds on GitHub', async () => {
    const { stderr } = await vaultPosture(LINE, { env: { GITHUB_ACTIONS: 'true' } });
    expect(stderr).toBe(
      '::group::Finding vaults\nFinding vaults\n::endgroup::\n::group::Reading vaults\nReading vaults: 2 of 2\n::endgroup::\n',
    );
  });

  test('does not hide what went wrong in a fold', async () => {
    const interruption = new AbortController();
    const { stderr } = await vaultPosture([...LINE, '--snapshot', 's.ndjson'], {
      env: { GITHUB_ACTIONS: 'true' },
      signal: interruption.signal,
      onStderr: (text) => text.startsWith('::group::Reading') && interruption.abort(),
    });
    expect(stderr).toContain('::group::Reading vaults\n::endgroup::\nInterrupted.');
  });

  test.each([{}, { GITHUB_ACTIONS: 'true' }])('is JSON by line when asked for, %o', async (env) => {
    const { stderr } = await vaultPosture([...LINE, '--log-format', 'json'], { env });
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { level: 'info', stage: 'Finding vaults', steps: 0 },
      { level: 'info', stage: 'Reading vaults', steps: 2, total: 2 },
    ]);
  });

  test.each(['--estate nowhere', '--fail-on hihg', '--rule X'])('errors are JSON then, too: %s', async (rest) => {
    const { stderr } = await vaultPosture(['scan', '--log-format', 'json', ...rest.split(' ')]);
    for (const line of stderr.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ level: 'error' });
  });

  test('tells now and then how far it is, and how fast', () => {
    let [now, text] = [0, ''];
    const output = { isTTY: true, columns: 60, write: (piece: string) => void (text += piece) };
    const progress = new ProgressReporter({ output, quiet: false, format: 'text', groups: false, now: () => now });
    progress.stage('Reading vaults', 40);
    for (now = 500; now <= 2000; now += 500) progress.step(`kv-\u202E${now}`);
    expect(text.split('\r\u001B[K').slice(1)).toEqual([
      'Reading vaults  0 of 40',
      'Reading vaults  1 of 40  kv-⟦U+202E⟧500',
      'Reading vaults  2 of 40  2.0/s  kv-⟦U+202E⟧1000',
      'Reading vaults  3 of 40  2.0/s  kv-⟦U+202E⟧1500',
      'Reading vaults  4 of 40  2.0/s  kv-⟦U+202E⟧2000',
    ]);
  });
});

test('text from strangers never reaches the terminal as it is', async () => {
  const cwd = folderWith();
  await vaultPosture(['collect', '--estate', estate, '--out', 'a.ndjson'], { cwd });
  const path = `${cwd}/a.ndjson`;
  writeFileSync(
    path,
    readFileSync(path, 'utf8')
      .replaceAll('kv-open', 'kv\\u001b[31m')
      .replace(/("host":")[^"]*/g, '$1'),
  );
  for (const line of [
    ['evaluate', 'a.ndjson'],
    ['scan', '--profile', ESCAPE],
    ['rules', 'show', ESCAPE],
  ]) {
    const { stdout, stderr } = await vaultPosture(line, { cwd });
    expect(stdout + stderr).not.toContain(ESCAPE);
  }
});
