/** Rules from disk: parsed, held to the schema, every condition checked against the catalog and compiled. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Language } from '../engine/language.ts';
import type { Rule } from '../model/rule.ts';
import { type Framework, loadFrameworks } from './frameworks.ts';
import { isFolder, isTestFile, yamlFilesBelow } from './files.ts';
import { type Problem, RuleError } from './problem.ts';
import { RuleReader } from './rule-reader.ts';
import { compileSchema, ruleSchema } from './schema.ts';
import { YamlFile } from './yaml-file.ts';

export interface RuleSet {
  /** By id. */
  readonly rules: readonly Rule[];
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** Of all rule files, in order: changes when any rule does. */
  readonly sha256: string;
}

/**
 * Loads all rules below some folders; `frameworks/` and `profiles/` hold no rules. Throws one RuleError with the
 * problems of all files.
 */
export async function loadRules(folders: readonly string[], language: Language): Promise<RuleSet> {
  const frameworks = new Map<string, Framework>();
  for (const folder of folders)
    for (const entry of await loadFrameworks(`${folder}/frameworks`)) frameworks.set(...entry);
  const texts = await readRuleFiles(folders);
  const rules = readRules(texts, language, frameworks);
  return { rules, frameworks, sha256: digest(texts) };
}

interface RuleText {
  readonly path: string;
  /** The path inside its folder: the same on every machine. */
  readonly name: string;
  readonly text: string;
}

async function readRuleFiles(folders: readonly string[]): Promise<RuleText[]> {
  const texts: RuleText[] = [];
  for (const folder of folders) {
    if (!(await isFolder(folder))) throw new RuleError([missingFolder(folder)]);
    for (const path of await yamlFilesBelow(folder)) {
      const name = relative(folder, path).split(sep).join('/');
      if (!isTestFile(path) && !/^(?:frameworks|profiles)\//.test(name))
        texts.push({ path, name, text: await readFile(path, 'utf8') });
    }
  }
  return texts;
}

const missingFolder = (folder: string): Problem => ({
  file: folder,
  line: 1,
  column: 1,
  message: 'there is no such folder of rules',
  hint: 'a folder with .yaml files, as --rules names it',
});

function readRules(texts: readonly RuleText[], language: Language, frameworks: ReadonlyMap<string, Framework>): Rule[] {
  const validate = compileSchema(ruleSchema);
  const problems: Problem[] = [];
  const rules: Rule[] = [];
  const owners = new Map<string, string>();
  for (const { path, text } of texts) {
    try {
      const file = new YamlFile(path, text);
      file.check(validate);
      const rule = new RuleReader(file, language, frameworks).read();
      problems.push(...claim(rule, file, owners));
      rules.push(rule);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new RuleError(problems);
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** An id is used once, as an id or as an alias. */
function claim(rule: Rule, file: YamlFile, owners: Map<string, string>): Problem[] {
  const problems: Problem[] = [];
  for (const id of [rule.id, ...rule.aliases]) {
    const owner = owners.get(id);
    if (owner)
      problems.push(
        file.at([id === rule.id ? 'id' : 'aliases'], `the id ${id} is taken by ${owner}`, 'an id is never used twice'),
      );
    else owners.set(id, rule.file);
  }
  return problems;
}

function digest(texts: readonly RuleText[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of [...texts].sort((a, b) => (a.name < b.name ? -1 : 1))) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex');
}
