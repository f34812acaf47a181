/** Where files go: whether they can be had is better known before an hour of reading. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './snapshot/folder.ts';
import { assertReplaceable } from './snapshot/text-file.ts';
import { UsageError } from './usage-error.ts';

export interface Files {
  /** Put in their places when they are whole. */
  readonly written: readonly string[];
  /** Must not be replaced by those: what is read, and what is written as it happens. */
  readonly kept?: readonly string[];
}

/** Makes the folders of files that will be written. Throws UsageError, and what the system says. */
export async function prepareFiles({ written, kept = [] }: Files): Promise<void> {
  refuseTwins([...written, ...kept]);
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
  assertReplaceable(path);
  if ((await stat(path).catch(() => undefined))?.isDirectory())
    throw new UsageError(`${path} is a folder, and a file is to be written there.`, 'Name a file.');
}
