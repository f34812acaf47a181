/** Pipes that nobody writes to, and devices that never end, where a file is meant. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder.ts';
import { canPipe, makePipe } from '../pipe.ts';
import { vaultPosture } from './command-line.ts';
import { estateOf } from './estates.ts';

const estate = estateOf({});
const NO_FILE = 'this is a device or a pipe, and a file is needed (ESPIPE)';

function folderWithPipe(): string {
  const cwd = folderWith();
  makePipe(join(cwd, 'pipe'));
  return cwd;
}

describe.runIf(canPipe)('a pipe that nobody writes to, or a device, is refused at once', () => {
  test.each([
    'evaluate pipe',
    'evaluate /dev/zero',
    'evaluate /dev/null',
    'report pipe',
    'report /dev/zero',
    'sarif-check pipe',
    'scan --config pipe',
    `scan --sarif-previous pipe --estate ${estate}`,
    `scan --redact-key pipe --estate ${estate}`,
    'scan --auth cli --ca-file pipe',
  ])('%s', async (line) => {
    const { code, stderr } = await vaultPosture(line.split(' '), { cwd: folderWithPipe() });
    expect([code, stderr]).toEqual([2, expect.stringContaining(NO_FILE)]);
    expect(stderr).not.toContain('mistake in vault-posture');
  });

  test('scan --auth cli --ca-file /dev/zero is read no further than certificates go', async () => {
    const line = ['scan', '--auth', 'cli', '--ca-file', '/dev/zero'];
    const { code, stderr } = await vaultPosture(line, { cwd: folderWith() });
    expect([code, stderr]).toEqual([2, expect.stringContaining('/dev/zero holds no certificate')]);
  });
});
