/** Finds rule files on disk. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** All `.yaml` and `.yml` files below a folder, sorted; none if the folder does not exist. */
export async function yamlFilesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  const files = entries.filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name));
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

function ignoreMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

export const isTestFile = (file: string): boolean => /\.test\.ya?ml$/.test(file);

/** Files of frameworks and profiles, by their path inside the folder. */
export const isNoRule = (name: string): boolean => /^(?:frameworks|profiles)\//.test(name);

/** The test that stands beside a rule. */
export const testFileOf = (ruleFile: string): string => ruleFile.replace(/(\.ya?ml)$/, '.test$1');

/** The rule that a test stands beside. */
export const ruleFileOf = (testFile: string): string => testFile.replace(/\.test(\.ya?ml)$/, '$1');

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
