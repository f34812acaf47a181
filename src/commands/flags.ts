/** What flags mean; where one is left out, the configuration has its say. */
import { resolve } from 'node:path';
import type { CollectRun } from '../collect-run.ts';
import type { LoadedConfig } from '../config.ts';
import type { ExitOptions } from '../exit-code.ts';
import type { AuthKind, OptionalPlane } from '../model/choices.ts';
import type { Severity } from '../model/rule.ts';
import type { ScanScope } from '../model/snapshot.ts';
import { ProgressReporter } from '../progress.ts';
import type { Output } from '../report-files.ts';
import type { FormatOptions, Renderers } from '../report/renderers/index.ts';
import { RuleError } from '../rules/problem.ts';
import type { JudgeRun } from '../run.ts';
import { DEFAULT_FOLDER, DEFAULT_FORMATS, isFormat, outputsOf } from './outputs.ts';
import type { RedactFlags } from './redact.ts';
import type { LogFlags } from './remarks.ts';
import type { PreviousFlags } from './sarif-previous.ts';
import type { Terminal } from './terminal.ts';

/** What is read, and how. */
export interface ScopeFlags extends LogFlags {
  readonly config?: string;
  readonly cloud: string;
  readonly subscription: readonly string[];
  readonly vault: readonly string[];
  readonly without: readonly OptionalPlane[];
  readonly estate?: string;
  readonly resume?: boolean;
  /** Whether what an interruption leaves is kept for --resume; so it is if left out. */
  readonly keepRest?: boolean;
  readonly auth: AuthKind;
  readonly caFile?: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly asOf?: string;
  readonly trace?: string;
}

/** How it is judged, and what becomes of the verdicts. */
export interface JudgeFlags extends LogFlags, FormatOptions, PreviousFlags, RedactFlags {
  readonly config?: string;
  readonly profile?: string;
  readonly rules: readonly string[];
  readonly rule: readonly string[];
  readonly format: readonly string[];
  readonly output?: string;
  readonly out: readonly string[];
  readonly failOn?: Severity;
  readonly allowUnknown?: boolean;
  readonly allowEmpty?: boolean;
  readonly evidence: 'findings' | 'all';
  readonly only?: 'fail';
}

/** Folders in the configuration come before those of the flags. */
export const judgeRun = (flags: JudgeFlags, config: LoadedConfig, { cwd }: Terminal): JudgeRun => ({
  ruleFolders: [...(config.config.ruleFolders ?? []), ...flags.rules.map((folder) => resolve(cwd, folder))],
  config,
  ...(flags.profile !== undefined && { profile: flags.profile }),
  only: flags.rule,
});

/** All but who listens, and what rules need. */
export const collectRun = (
  flags: ScopeFlags,
  { config }: LoadedConfig,
  { cwd, env, signal }: Terminal,
): Omit<CollectRun, 'progress' | 'needs'> => ({
  scope: scopeOf(flags, config),
  ...(flags.estate !== undefined && { estate: resolve(cwd, flags.estate) }),
  auth: flags.auth,
  ...(flags.caFile !== undefined && { caFile: resolve(cwd, flags.caFile) }),
  within: flags.timeout,
  env,
  ...(flags.asOf !== undefined && { asOf: flags.asOf }),
  ...(flags.trace !== undefined && { trace: resolve(cwd, flags.trace) }),
  resume: flags.resume ?? false,
  keepRest: flags.keepRest ?? true,
  signal,
});

function scopeOf(flags: ScopeFlags, config: LoadedConfig['config']): ScanScope {
  const without = listed(flags.without, config.without);
  return {
    cloud: flags.cloud,
    subscriptions: listed(flags.subscription, config.scope?.subscriptions),
    vaults: listed(flags.vault, config.scope?.vaults),
    ...(without.length > 0 && { without: [...new Set(without)].sort() }),
  };
}

const listed = <T>(flag: readonly T[], configured: readonly T[] = []): readonly T[] =>
  flag.length > 0 ? flag : configured;

export const progressFor = ({ quiet, logFormat }: LogFlags, { stderr, env }: Terminal): ProgressReporter =>
  new ProgressReporter({
    output: stderr,
    quiet: quiet ?? false,
    format: logFormat ?? 'text',
    groups: env.GITHUB_ACTIONS === 'true' && logFormat !== 'json',
    now: () => Date.now(),
  });

/** Throws UsageError; RuleError where the configuration names a format that there is not. */
export function outputsFor(
  flags: JudgeFlags,
  { config, file }: LoadedConfig,
  { cwd }: Terminal,
  renderers: Renderers,
): Output[] {
  const { format, output, out } = flags;
  const stranger = config.formats?.findIndex((name) => !isFormat(name, renderers)) ?? -1;
  if (file && stranger >= 0)
    throw new RuleError([
      file.at(['formats', stranger], 'there is no such format', `known: ${Object.keys(renderers).join(', ')}`),
    ]);
  const formats = format.length > 0 ? format : (config.formats ?? (out.length > 0 ? [] : DEFAULT_FORMATS));
  const folder = output ?? config.output ?? DEFAULT_FOLDER;
  return outputsOf({ folder, formats, files: out, options: flags }, cwd, renderers);
}

export const exitOptions = (flags: JudgeFlags, { config }: LoadedConfig): ExitOptions => ({
  failOn: flags.failOn ?? config.failOn ?? 'high',
  allowUnknown: flags.allowUnknown ?? config.allowUnknown ?? false,
  allowEmpty: flags.allowEmpty ?? config.allowEmpty ?? false,
});
