/** The configuration file, and what it says together with the command line. */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { didYouMean } from './engine/spelling.ts';
import type { OptionalPlane } from './model/choices.ts';
import type { Rule, Severity } from './model/rule.ts';
import { whyRefused } from './model/system-error.ts';
import type { Override, ParameterLayers, RuleSettings } from './rules/parameters.ts';
import { type Problem, RuleError } from './rules/problem.ts';
import { compileSchema, configSchema, profileSchema } from './rules/schema.ts';
import { checkLayers, type SettingProblem } from './rules/setting-problems.ts';
import { YamlFile } from './rules/yaml-file.ts';
import { UsageError } from './usage-error.ts';

export const CONFIG_FILE = 'vault-posture.yaml';

/** The file's own words, as the schema lets them through. */
export interface Config {
  readonly scope?: { readonly subscriptions?: readonly string[]; readonly vaults?: readonly string[] };
  readonly without?: readonly OptionalPlane[];
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

/** The named file, or vault-posture.yaml in the folder, or nothing. Throws RuleError, UsageError. */
export async function loadConfig(named: string | undefined, folder: string): Promise<LoadedConfig> {
  const path = resolve(folder, named ?? CONFIG_FILE);
  const file = await YamlFile.read(path).catch((error: NodeJS.ErrnoException) => {
    if (named === undefined && error.code === 'ENOENT') return undefined;
    if (error instanceof RuleError) throw error;
    throw new UsageError(
      `The configuration ${path} cannot be read: ${whyRefused(error)}.`,
      'Check the path that --config names.',
    );
  });
  if (!file || file.isEmpty) return { config: {} };
  file.check(compileSchema(configSchema));
  const config = file.value() as Config;
  return { config: resolved(config, dirname(path)), file };
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
  const found = await chosenProfile(loaded, profileName, profiles);
  const layers: ParameterLayers = {
    ...(found && { profile: { name: found.profile.id, rules: found.profile.rules } }),
    config: config.rules ?? {},
    overrides: config.overrides ?? [],
  };
  const problems = checkLayers(rules, layers).map((problem) => {
    const told = problem.layer === 'profile' ? found?.file : file;
    return told ? [located(problem, told)] : [];
  });
  if (problems.length > 0) throw new RuleError(problems.flat());
  return layers;
}

interface FoundProfile {
  readonly profile: Profile;
  readonly file: YamlFile;
}

async function chosenProfile(
  { config, file }: LoadedConfig,
  named: string | undefined,
  folder: string,
): Promise<FoundProfile | undefined> {
  const name = named ?? config.profile;
  if (name === undefined) return undefined;
  const known = await profileNames(folder);
  if (known.includes(name)) return readProfile(join(folder, `${name}.yaml`));
  const hint = didYouMean(name, known) ?? `known: ${known.join(', ')}`;
  if (named === undefined && file) throw new RuleError([file.at(['profile'], `there is no profile "${name}"`, hint)]);
  throw new UsageError(`There is no profile "${name}".`, `${hint[0]?.toUpperCase()}${hint.slice(1)}`);
}

export async function profileNames(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? []).sort();
}

async function readProfile(path: string): Promise<FoundProfile> {
  const file = await YamlFile.read(path);
  file.check(compileSchema(profileSchema));
  return { profile: file.value() as Profile, file };
}

function located({ index, path, wrong, message, known, about }: SettingProblem, file: YamlFile): Problem {
  const all = known.length > 0 ? `known: ${known.join(', ')}` : about;
  const hint = didYouMean(path.at(-1) ?? '', known) ?? all;
  const place = index === undefined ? ['rules', ...path] : ['overrides', index, 'rules', ...path];
  return wrong === 'name' ? file.atKey(place, message, hint) : file.at(place, message, hint);
}
