/** Finds rule files on disk. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { whyRefused } from '../model/system-error.ts';
import { type Problem, RuleError } from './problem.ts';

/**
 * All `.yaml` and `.yml` files below a folder, sorted; none if the folder does not exist. Throws RuleError for what only
 * has the name of a file: reading a pipe would wait for whoever writes to it.
 */
export async function yamlFilesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  const named = entries.filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name));
  const problems: Problem[] = [];
  for (const entry of named) if (!entry.isFile()) problems.push(...(await noFile(join(entry.parentPath, entry.name))));
  if (problems.length > 0) throw new RuleError(problems);
  return named.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

/** Links to files are as good as files. */
async function noFile(file: string): Promise<Problem[]> {
  try {
    if ((await stat(file)).isFile()) return [];
    return [{ file, line: 1, column: 1, message: 'this is no file', hint: 'take it away, or give it another ending' }];
  } catch (error) {
    return [{ file, line: 1, column: 1, message: whyRefused(error), hint: 'take the link away, or mend it' }];
  }
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

/** Throws RuleError unless it is a folder with YAML files. */
export async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw noFolder(folder, 'there is no such folder of rules');
  if (!found.isDirectory()) throw noFolder(folder, 'this is no folder of rules');
  if ((await yamlFilesBelow(folder)).length === 0) throw noFolder(folder, 'there are no rules in this folder');
}

const noFolder = (file: string, message: string): RuleError =>
  new RuleError([{ file, line: 1, column: 1, message, hint: 'a folder with .yaml files, as --rules names it' }]);
