/** Rules from disk: parsed, held to the schema, every condition checked against the catalog and compiled. */
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Language } from '../engine/language.ts';
import type { Rule } from '../model/rule.ts';
import { type Framework, loadFrameworks } from './frameworks.ts';
import { checkFolder, isNoRule, isTestFile, yamlFilesBelow } from './files.ts';
import { type Problem, RuleError } from './problem.ts';
import { RuleReader } from './rule-reader.ts';
import { compileSchema, ruleSchema } from './schema.ts';
import { YamlFile } from './yaml-file.ts';
import { readYamlText } from './yaml-text.ts';

export interface RuleSet {
  /** By id. */
  readonly rules: readonly Rule[];
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** Of all rule files, in order: changes when any rule does. */
  readonly sha256: string;
}

/**
 * Loads all rules below some folders; `frameworks/` and `profiles/` hold no rules, and a file that two folders share
 * counts once. Throws one RuleError with the problems of all files.
 */
export async function loadRules(folders: readonly string[], language: Language): Promise<RuleSet> {
  const frameworks = new Map<string, Framework>();
  for (const folder of folders) await checkFolder(folder);
  for (const folder of folders)
    for (const entry of await loadFrameworks(`${folder}/frameworks`)) frameworks.set(...entry);
  const files = await findRuleFiles(folders);
  const { rules, texts } = await readRules(files, language, frameworks);
  return { rules, frameworks, sha256: digest(texts) };
}

interface RuleFile {
  readonly path: string;
  /** The path inside its folder: the same on every machine. */
  readonly name: string;
}

interface RuleText extends RuleFile {
  readonly text: string;
}

async function findRuleFiles(folders: readonly string[]): Promise<RuleFile[]> {
  const files = new Map<string, RuleFile>();
  for (const folder of folders) {
    for (const path of await yamlFilesBelow(folder)) {
      const name = relative(folder, path).split(sep).join('/');
      if (isTestFile(path) || isNoRule(name)) continue;
      const place = await realpath(path);
      if (!files.has(place)) files.set(place, { path, name });
    }
  }
  return [...files.values()];
}

interface Reading {
  readonly rules: readonly Rule[];
  readonly texts: readonly RuleText[];
}

async function readRules(
  files: readonly RuleFile[],
  language: Language,
  frameworks: ReadonlyMap<string, Framework>,
): Promise<Reading> {
  const validate = compileSchema(ruleSchema);
  const problems: Problem[] = [];
  const rules: Rule[] = [];
  const texts: RuleText[] = [];
  const owners = new Map<string, string>();
  for (const { path, name } of files) {
    try {
      const text = await readYamlText(path);
      texts.push({ path, name, text });
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
  return { rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)), texts };
}

/** An id is used once, as an id or as an alias. */
function claim(rule: Rule, file: YamlFile, owners: Map<string, string>): Problem[] {
  const ids = [{ id: rule.id, path: ['id'] }, ...rule.aliases.map((id, index) => ({ id, path: ['aliases', index] }))];
  return ids.flatMap(({ id, path }) => {
    const owner = owners.get(id);
    if (!owner) owners.set(id, rule.file);
    return owner ? [file.at(path, `the id ${id} is taken by ${owner}`, 'an id is never used twice')] : [];
  });
}

function digest(texts: readonly RuleText[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of [...texts].sort((a, b) => (a.name < b.name ? -1 : 1))) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex');
}
