/** Named pipes, which Node cannot make by itself. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Tests that need one are left out where the system has no mkfifo. */
export const canPipe = spawnSync('mkfifo', ['--help']).error === undefined;

export const makePipe = (path: string): void => void execFileSync('mkfifo', [path]);
