import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import type { Renderer } from '../../src/report/renderer.ts';
import { folderWith, write } from '../folder.ts';
import { canPipe, makePipe } from '../pipe.ts';
import { inProject, vaultPosture } from './command-line.ts';
import { estateOf, OPEN } from './estates.ts';

const SCAN = ['scan', '--estate', installation.demoEstate, '--format', 'json'];
const VAULTS = Array.from({ length: 9 }, (_, at) => [`kv-${at}`, { properties: OPEN }]);
const SMALL = ['scan', '--estate', estateOf(Object.fromEntries(VAULTS)), '--format', 'json'];

/** A Ctrl-C that comes when the program has asked so many times whether there was one. */
function stoppedAt(times: number): AbortSignal {
  const interruption = new AbortController();
  const { signal } = interruption;
  let asked = 0;
  return Object.assign(signal, {
    throwIfAborted() {
      if (++asked >= times) interruption.abort();
      AbortSignal.prototype.throwIfAborted.call(signal);
    },
  });
}

describe('Ctrl-C while the estate is read', () => {
  test('keeps what was read, says where and how to go on, and writes no report', async () => {
    const cwd = folderWith();
    const { code, stdout, stderr } = await vaultPosture([...SCAN, '--snapshot', 's.ndjson'], {
      cwd,
      signal: stoppedAt(12),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain(`Interrupted. What was read so far is kept in ${cwd}/s.ndjson.spool\n`);
    expect(stderr).toContain('--resume');
    expect(readdirSync(join(cwd, 's.ndjson.spool')).length).toBeGreaterThan(4);
    expect(existsSync(join(cwd, 's.ndjson'))).toBe(false);
    expect(readdirSync(join(cwd, 'vault-posture-report'))).toEqual([]);
  });

  test('gone on with, ends as if nothing had been, and leaves no rest', async () => {
    const cwd = folderWith();
    const line = [...SCAN, '--snapshot', 's.ndjson'];
    await vaultPosture(line, { cwd, signal: stoppedAt(12) });
    expect((await vaultPosture([...line, '--resume'], { cwd })).code).toBe(1);
    await vaultPosture([...SCAN, '--output', 'whole', '--snapshot', 'w.ndjson'], { cwd });
    const withoutCost = (name: string) => readFileSync(join(cwd, name), 'utf8').replace(/"requests":\{[^}]*\}/, '');
    expect(withoutCost('s.ndjson')).toBe(withoutCost('w.ndjson'));
    expect(readdirSync(cwd).sort()).toEqual(['s.ndjson', 'vault-posture-report', 'w.ndjson', 'whole']);
  });

  test('cannot be gone on with as a scan of something else', async () => {
    const cwd = folderWith();
    await vaultPosture([...SMALL, '--snapshot', 's.ndjson'], { cwd, signal: stoppedAt(12) });
    const line = [...SMALL, '--snapshot', 's.ndjson', '--vault', 'kv-1', '--resume'];
    const { code, stderr } = await vaultPosture(line, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('holds what a scan of something else had read');
  });

  test('nor as a scan that asks for something else', async () => {
    const cwd = folderWith();
    await vaultPosture([...SMALL, '--snapshot', 's.ndjson'], { cwd, signal: stoppedAt(12) });
    for (const other of [
      ['--rule', 'KV-ROT-001'],
      ['--without', 'graph'],
    ]) {
      const { code, stderr } = await vaultPosture([...SMALL, '--snapshot', 's.ndjson', ...other, '--resume'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('Name the same subscriptions, vaults, planes and rules as before');
    }
  });

  test.each([
    ['how it began', (name: string) => name === 'beginning.json'],
    ['what was read', (name: string) => name.endsWith('.settled.ndjson')],
  ])('nor when somebody has cut off %s, and says how to begin anew', async (_, isCut) => {
    const cwd = folderWith();
    const line = [...SMALL, '--snapshot', 's.ndjson'];
    await vaultPosture(line, { cwd, signal: stoppedAt(12) });
    const spool = join(cwd, 's.ndjson.spool');
    for (const name of readdirSync(spool).filter(isCut)) write(spool, { [name]: '{"record":"sou' });
    const { code, stderr } = await vaultPosture([...line, '--resume', '--quiet'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/json was cut off or edited\.\s+Leave --resume out to begin anew\.\n$/);
    expect((await vaultPosture(line, { cwd })).code).toBe(1);
  });

  test.runIf(canPipe)('nor out of a pipe that stands where something was kept', async () => {
    const cwd = folderWith();
    const line = [...SMALL, '--snapshot', 's.ndjson'];
    await vaultPosture(line, { cwd, signal: stoppedAt(12) });
    const beginning = join(cwd, 's.ndjson.spool', 'beginning.json');
    rmSync(beginning);
    makePipe(beginning);
    const { code, stderr } = await vaultPosture([...line, '--resume'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('beginning.json is a device or a pipe')]);
  });

  test('begun anew without --resume, nothing of before is used', async () => {
    const cwd = folderWith();
    await vaultPosture([...SMALL, '--snapshot', 's.ndjson'], { cwd, signal: stoppedAt(12) });
    const line = ['scan', '--estate', estateOf({ 'kv-closed': {} }), '--snapshot', 's.ndjson'];
    expect((await vaultPosture(line, { cwd })).code).toBe(0);
  });

  test('keeps it where the reports go when nobody named a snapshot', async () => {
    const cwd = folderWith();
    const { code, stderr } = await vaultPosture(SMALL, { cwd, signal: stoppedAt(12) });
    expect(code).toBe(130);
    const spool = join(cwd, 'vault-posture-report', '.vault-posture-scan.ndjson.spool');
    expect(stderr).toContain(`kept in ${spool}\n`);
    expect(readdirSync(spool).length).toBeGreaterThan(4);
    expect((await vaultPosture([...SMALL, '--resume'], { cwd })).code).toBe(1);
    expect(readdirSync(join(cwd, 'vault-posture-report')).some((name) => name.startsWith('.'))).toBe(false);
  });
});

test('Ctrl-C in the demo leaves nothing behind: it is as quickly begun anew', async () => {
  expect(await vaultPosture(['demo'], { signal: stoppedAt(12) })).toMatchObject({
    code: 130,
    stderr: expect.not.stringContaining('kept') as unknown,
  });
});

describe('a report that could not be finished', () => {
  const rendererThat = (end: () => Promise<void>): { readonly text: () => Renderer } => ({
    text: () => ({
      file: 'report.text',
      about: 'for this test',
      async render(_, sink) {
        await sink.write('the first half of the new one');
        await end();
        await sink.write('the second');
      },
    }),
  });
  const line = ['scan', '--estate', estateOf({ 'kv-closed': {} }), '--format', 'text', '--output', '.', '--quiet'];

  test('is not there after Ctrl-C, and the old one still is', async () => {
    const cwd = folderWith({ 'report.text': 'the old one' });
    const interruption = new AbortController();
    const renderers = rendererThat(async () => interruption.abort());
    const { code, stderr } = await vaultPosture(line, { cwd, renderers, signal: interruption.signal });
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Interrupted. No report was written after that.\n' });
    expect(readdirSync(cwd)).toEqual(['report.text']);
    expect(readFileSync(join(cwd, 'report.text'), 'utf8')).toBe('the old one');
  });

  test('is not there when the disk is full, and the old one still is', async () => {
    const cwd = folderWith({ 'report.text': 'the old one' });
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const { code, stderr } = await vaultPosture(line, { cwd, renderers: rendererThat(() => Promise.reject(full)) });
    expect(code).toBe(2);
    expect(stderr).toContain('the disk is full (ENOSPC).\nFree some room and run it again.');
    expect(readdirSync(cwd)).toEqual(['report.text']);
    expect(readFileSync(join(cwd, 'report.text'), 'utf8')).toBe('the old one');
  });

  test('because a folder stands where it should be, is told', async () => {
    const cwd = folderWith({ 'report.text/notes.txt': '' });
    const { code, stderr } = await vaultPosture(line, { cwd, renderers: rendererThat(async () => {}) });
    expect(code).toBe(2);
    expect(stderr).toContain('report.text is a folder');
    expect(readdirSync(cwd)).toEqual(['report.text']);
  });
});

describe('Ctrl-C while the estate is judged', () => {
  test('ends with 130 and writes no report', async () => {
    const cwd = folderWith();
    await vaultPosture(['collect', '--estate', installation.demoEstate, '--out', 's.ndjson'], { cwd });
    const { code, stderr } = await vaultPosture(['evaluate', 's.ndjson'], { cwd, signal: stoppedAt(500) });
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Interrupted. No report was written after that.\n' });
    expect(readdirSync(join(cwd, 'vault-posture-report'))).toEqual([]);
  });
});

/** The built program with stdout on a file or a pipe of ours. */
function toStdout(stdout: number | 'pipe', args: readonly string[]) {
  return spawn(process.execPath, [inProject('dist/cli.js'), ...args], { env: {}, stdio: ['ignore', stdout, 'pipe'] });
}

const ended = (child: ReturnType<typeof toStdout>): Promise<number | null> =>
  new Promise((resolve) => child.on('close', resolve));

describe('what is written to the terminal', () => {
  test('and cannot be, because the disk is full, ends with 2 and not like a finding', async () => {
    const child = toStdout(openSync('/dev/full', 'w'), ['rules', 'list']);
    const [code, stderr] = await Promise.all([ended(child), text(child.stderr as NodeJS.ReadableStream)]);
    expect({ code, stderr: stderr.includes('the disk is full') }).toEqual({ code: 2, stderr: true });
  });

  test('and is not read to its end, is no mistake', async () => {
    const child = toStdout('pipe', ['rules', 'list', '--json']);
    child.stdout?.destroy();
    const [code, stderr] = await Promise.all([ended(child), text(child.stderr as NodeJS.ReadableStream)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
