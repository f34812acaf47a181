/** The configuration file, and what it says together with the command line. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Rule, Severity } from './model/rule.ts';
import {
  checkLayers,
  type Override,
  type ParameterLayers,
  type RuleSettings,
  type SettingProblem,
} from './rules/parameters.ts';
import { nearest, type Problem, RuleError } from './rules/problem.ts';
import { compileSchema, configSchema, profileSchema } from './rules/schema.ts';
import { YamlFile } from './rules/yaml-file.ts';
import { UsageError } from './usage-error.ts';

export const CONFIG_FILE = 'vault-posture.yaml';

/** The file's own words, as the schema lets them through. */
export interface Config {
  readonly scope?: { readonly subscriptions?: readonly string[]; readonly vaults?: readonly string[] };
  readonly profile?: string;
  readonly rules?: RuleSettings;
  readonly overrides?: readonly Override[];
  readonly ruleFolders?: readonly string[];
  readonly output?: string;
  readonly formats?: readonly string[];
  readonly failOn?: Severity;
  readonly allowUnknown?: boolean;
  readonly allowEmpty?: boolean;
}

export interface LoadedConfig {
  readonly config: Config;
  /** Absent when there is no file. */
  readonly file?: YamlFile;
}

/** The named file, or vault-posture.yaml where the command runs, or nothing. Throws RuleError, UsageError. */
export async function loadConfig(named: string | undefined, folder: string): Promise<LoadedConfig> {
  const path = named ?? join(folder, CONFIG_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (named === undefined && error.code === 'ENOENT') return undefined;
    throw new UsageError(
      `The configuration ${path} cannot be read: ${error.message}`,
      'Check the path that --config names.',
    );
  });
  if (text === undefined) return { config: {} };
  const file = new YamlFile(path, text);
  file.check(compileSchema(configSchema));
  return { config: resolved(file.value() as Config, dirname(resolve(path))), file };
}

/** Paths in the file are meant as seen from the file. */
function resolved(config: Config, folder: string): Config {
  return {
    ...config,
    ...(config.output !== undefined && { output: resolve(folder, config.output) }),
    ...(config.ruleFolders && { ruleFolders: config.ruleFolders.map((path) => resolve(folder, path)) }),
  };
}

interface Profile {
  readonly id: string;
  readonly rules: RuleSettings;
}

/** The layers above the rules' own defaults. Throws RuleError for what cannot be meant. */
export async function parameterLayers(
  loaded: LoadedConfig,
  profileName: string | undefined,
  profiles: string,
  rules: readonly Rule[],
): Promise<ParameterLayers> {
  const { config, file } = loaded;
  const name = profileName ?? config.profile;
  const profile = name === undefined ? undefined : await loadProfile(name, profiles);
  const layers: ParameterLayers = {
    ...(profile && { profile: { name: profile.id, rules: profile.rules } }),
    config: config.rules ?? {},
    overrides: config.overrides ?? [],
  };
  const problems = checkLayers(rules, layers);
  if (problems.length > 0) throw new RuleError(problems.map((problem) => located(problem, file)));
  return layers;
}

async function loadProfile(name: string, folder: string): Promise<Profile> {
  const path = join(folder, `${name}.yaml`);
  const text = /^[a-z][a-z0-9-]*$/.test(name) ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
  if (text === undefined)
    throw new UsageError(`There is no profile "${name}".`, 'vault-posture rules list names the profiles.');
  const file = new YamlFile(path, text);
  file.check(compileSchema(profileSchema));
  return file.value() as Profile;
}

function located({ layer, index, path, message, known }: SettingProblem, file: YamlFile | undefined): Problem {
  const last = path.at(-1) ?? '';
  const meant = nearest(last, known);
  const hint = meant ? `did you mean "${meant}"?` : known.length > 0 ? `known: ${known.join(', ')}` : undefined;
  const place = index === undefined ? ['rules', ...path] : ['overrides', index, 'rules', ...path];
  if (file && layer !== 'profile') return file.atKey(place, message, hint);
  return { file: layer, line: 1, column: 1, message, ...(hint && { hint }) };
}
