/** Files, told from pipes and devices: who opens a pipe that nobody writes to waits for ever, and a device never ends. */
import { stat } from 'node:fs/promises';

/** Throws ESPIPE for what cannot be read from its beginning a second time. What is not there is not told here. */
export async function assertFile(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) throw noFile(path);
}

/** Throws ESPIPE for a named pipe. One that the shell made and holds open, `<(…)` or standard input, has its writer. */
export async function assertNoNamedPipe(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isFIFO() && !IN_THE_SHELL.test(path)) throw noFile(path);
}

const IN_THE_SHELL = /^\/(?:dev|proc)\//;

const noFile = (path: string): Error => Object.assign(new Error(`${path} is no file`), { code: 'ESPIPE', path });
