/** Finds rule files on disk. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** All `.yaml` and `.yml` files below a folder, sorted; none if the folder does not exist. */
export async function yamlFilesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(ignoreMissing);
  const files = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => join(folder, name));
  return files.sort();
}

function ignoreMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

export const isTestFile = (file: string): boolean => /\.test\.ya?ml$/.test(file);

/** The test that stands beside a rule. */
export const testFileOf = (ruleFile: string): string => ruleFile.replace(/(\.ya?ml)$/, '.test$1');

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
