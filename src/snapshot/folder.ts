/** Makes folders that are not there yet. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The folder and those above it, unless they are there. Not by `recursive`, which asks again without end where a folder
 * is there and takes none: `mkdir('/proc/x', { recursive: true })` never comes back.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    const parent = dirname(path);
    const lacksParent = (error as NodeJS.ErrnoException).code === 'ENOENT' && !(await isFolder(parent));
    if (!lacksParent || parent === path) throw error;
    await makeFolder(parent);
    await mkdir(path).catch(unlessMadeMeanwhile);
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

function unlessMadeMeanwhile(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
