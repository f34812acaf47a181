/** Command lines as a user gives them, in this process or as one of their own. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/main.ts';
import type { Renderers } from '../../src/report/renderers/index.ts';
import { folderWith } from '../folder.ts';

export interface Surroundings {
  readonly cwd?: string;
  /** All of it: nothing comes from whoever runs the tests. */
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly renderers?: Renderers;
  /** What stdout and stderr are connected to. */
  readonly isTTY?: boolean;
  /** The width of stdout; none is known where it is no terminal. */
  readonly columns?: number;
  /** Told of everything that is written to stderr. */
  readonly onStderr?: (text: string) => unknown;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const FOREVER = new AbortController().signal;

export async function vaultPosture(args: readonly string[], given: Surroundings = {}): Promise<Ended> {
  const { cwd = folderWith(), env = {}, signal = FOREVER, isTTY = false, columns, renderers, onStderr } = given;
  const out: string[] = [];
  const err: string[] = [];
  const stdout = { isTTY, ...(columns && { columns }), write: (piece: string) => out.push(piece) };
  const stderr = {
    isTTY,
    write(piece: string) {
      err.push(piece);
      onStderr?.(piece);
    },
  };
  const code = await main(args, { stdout, stderr, env, cwd, signal }, renderers);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** The built program, as a process of its own. */
export async function built(args: readonly string[], { cwd, env = {} }: Surroundings = {}): Promise<Ended> {
  const child = spawn(process.execPath, [inProject('dist/cli.js'), ...args], {
    cwd: cwd ?? folderWith(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
