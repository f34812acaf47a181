/** Where files go: whether they can be had is better known before an hour of reading. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './snapshot/folder.ts';
import { UsageError } from './usage-error.ts';

export interface Files {
  readonly written: readonly string[];
  /** Must outlast what is written. */
  readonly read?: readonly string[];
}

/** Makes the folders of files that will be written. Throws UsageError, and what the system says. */
export async function prepareFiles({ written, read = [] }: Files): Promise<void> {
  refuseTwins([...written, ...read]);
  for (const path of written) await prepareFile(path);
}

function refuseTwins(paths: readonly string[]): void {
  const twin = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twin !== undefined)
    throw new UsageError(`${twin} cannot be two files at once.`, 'Give each file a path of its own.');
}

async function prepareFile(path: string): Promise<void> {
  await makeFolder(dirname(path));
  await access(dirname(path), constants.W_OK);
  if ((await stat(path).catch(() => undefined))?.isDirectory())
    throw new UsageError(`${path} is a folder, and a file is to be written there.`, 'Name a file.');
}
