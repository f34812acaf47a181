/** scan, collect, evaluate, report, demo: the parts of the walk that users start. */
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type LoadedConfig, loadConfig } from '../config.ts';
import type { AuthKind, OptionalPlane } from '../model/choices.ts';
import { EXIT, type ExitOptions, exitCode } from '../exit-code.ts';
import { collectTo } from '../collect-run.ts';
import { installation } from '../installation.ts';
import type { Report } from '../model/report.ts';
import type { Needs, Severity } from '../model/rule.ts';
import type { ScanScope, SnapshotHeader } from '../model/snapshot.ts';
import { ProgressReporter } from '../progress.ts';
import { inReport, openReport, type Output, prepareFolders, writeOutputs } from '../report-files.ts';
import type { FormatOptions, Renderers } from '../report/renderers/index.ts';
import { counted } from '../report/text.ts';
import { needsOf } from '../rules/needs.ts';
import { RuleError } from '../rules/problem.ts';
import { judgeSnapshot, type JudgeRun, type Judging, prepareRules } from '../run.ts';
import { DEFAULT_FOLDER, DEFAULT_FORMATS, isFormat, outputsOf } from './outputs.ts';
import { isRedacted, type RedactFlags, type Redaction, redactionOf } from './redact.ts';
import { tellRemarks } from './remarks.ts';
import { type PreviousFlags, withLastScan } from './sarif-previous.ts';
import { summary } from './summary.ts';
import { colorsFor, type Terminal } from './terminal.ts';

export interface CommonFlags {
  readonly quiet?: boolean;
  readonly logFormat?: 'text' | 'json';
}

export interface ScopeFlags extends CommonFlags {
  readonly config?: string;
  readonly cloud: string;
  readonly subscription: readonly string[];
  readonly vault: readonly string[];
  readonly without: readonly OptionalPlane[];
  readonly estate?: string;
  readonly resume?: boolean;
  readonly auth: AuthKind;
  readonly caFile?: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly asOf?: string;
  readonly trace?: string;
}

export interface JudgeFlags extends CommonFlags, FormatOptions, PreviousFlags, RedactFlags {
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

export async function scan(
  flags: ScopeFlags & JudgeFlags & { snapshot?: string },
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  return scanWith(await loadConfig(flags.config, terminal.cwd), flags, terminal, renderers);
}

async function scanWith(
  config: LoadedConfig,
  flags: ScopeFlags & JudgeFlags & { snapshot?: string; keepRest?: boolean },
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  const judging = await prepareRules(judgeRun(flags, config, terminal));
  const to = await destinationOf(flags, config, terminal, renderers);
  const named = flags.snapshot === undefined ? undefined : resolve(terminal.cwd, flags.snapshot);
  const folder = isRedacted(flags) ? terminal.cwd : dirname(to.outputs[0]?.path ?? '');
  return withSnapshotFile(named, folder, async (file) => {
    await collected(file, flags, config, terminal, needsOf(judging.rules));
    return judgeTo(to, file, judging, flags, config, terminal);
  });
}

/** Where reports go, and what is left of the estate in them. */
interface Destination {
  readonly outputs: readonly Output[];
  readonly redaction: Redaction;
}

async function destinationOf(
  flags: JudgeFlags,
  config: LoadedConfig,
  terminal: Terminal,
  renderers: Renderers,
): Promise<Destination> {
  const redaction = await redactionOf(flags, terminal.cwd);
  const outputs = outputsFor(await withLastScan(flags, terminal), config, terminal, renderers);
  await prepareFolders(outputs);
  return { outputs, redaction };
}

async function collected(
  file: string,
  flags: ScopeFlags & { keepRest?: boolean },
  config: LoadedConfig,
  terminal: Terminal,
  needs?: Needs,
): Promise<SnapshotHeader> {
  const progress = progressFor(flags, terminal);
  try {
    const { header, unsettled } = await collectTo(file, {
      ...collectRun(flags, config, terminal),
      ...(needs && { needs }),
      progress,
    });
    progress.close();
    if (unsettled > 0) tellRemarks([rest(unsettled)], flags, terminal);
    return header;
  } finally {
    progress.close();
  }
}

const rest = (unsettled: number) => ({
  unusable: false,
  message: `${counted(unsettled, 'place')} could not be read in full for reasons that may pass.`,
  next: 'Run the same again with --resume to read just these again.',
});

async function judgeTo(
  { outputs, redaction }: Destination,
  file: string,
  judging: Judging,
  flags: JudgeFlags,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  return judgeSnapshot(file, judging, flags.evidence, terminal.signal, async (found, whole) => {
    const [report, outcome] = [redaction.report(found), redaction.outcome(whole)];
    const remarks = await writeOutputs(narrowed(report, flags.only), outputs, terminal.signal);
    const options = { ...exitOptions(flags, config), unusable: tellRemarks(remarks, flags, terminal) };
    if (!flags.quiet) terminal.stdout.write(summary({ report, outcome, outputs, options }, colorsFor(terminal)));
    return exitCode(outcome, options);
  });
}

/**
 * The snapshot that --snapshot names stays; any other is gone after the scan. It stands where the reports go, so that
 * --resume finds what an interrupted scan had read; not beside redacted ones, which may be sent off with their folder.
 */
async function withSnapshotFile(
  named: string | undefined,
  folder: string,
  use: (file: string) => Promise<number>,
): Promise<number> {
  if (named !== undefined) return use(named);
  const file = join(folder, '.vault-posture-scan.ndjson');
  try {
    return await use(file);
  } finally {
    await rm(file, { force: true });
  }
}

export async function collectOnly(flags: ScopeFlags & { out: string }, terminal: Terminal): Promise<number> {
  const config = await loadConfig(flags.config, terminal.cwd);
  const file = resolve(terminal.cwd, flags.out);
  const { collectedAt } = await collected(file, flags, config, terminal);
  if (!flags.quiet)
    terminal.stdout.write(`Wrote ${file}, as of ${collectedAt}. Judge it with: vault-posture evaluate ${flags.out}\n`);
  return EXIT.clean;
}

export async function evaluateSnapshot(
  snapshot: string,
  flags: JudgeFlags,
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  const config = await loadConfig(flags.config, terminal.cwd);
  const judging = await prepareRules(judgeRun(flags, config, terminal));
  const to = await destinationOf(flags, config, terminal, renderers);
  return judgeTo(to, resolve(terminal.cwd, snapshot), judging, flags, config, terminal);
}

export async function rerender(
  path: string,
  flags: PreviousFlags &
    RedactFlags &
    FormatOptions & { format: readonly string[]; output?: string; out: readonly string[] },
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  const redaction = await redactionOf(flags, terminal.cwd);
  const choice = {
    folder: flags.output ?? DEFAULT_FOLDER,
    formats: flags.format.length > 0 || flags.out.length > 0 ? flags.format : ['html'],
    files: flags.out,
    options: await withLastScan(flags, terminal),
  };
  const { cwd, stdout, signal } = terminal;
  const outputs = outputsOf(choice, cwd, renderers);
  const file = resolve(cwd, path);
  const report = await openReport(file);
  await prepareFolders(outputs);
  const remarks = await inReport(file, () => writeOutputs(redaction.report(report), outputs, signal));
  if (!flags.quiet) for (const output of outputs) stdout.write(`Wrote ${output.path}\n`);
  return tellRemarks(remarks, flags, terminal) ? EXIT.broken : EXIT.clean;
}

/** The embedded estate is full of findings: that the demo found them is its success. Only a named configuration counts. */
export async function demo(
  flags: CommonFlags & FormatOptions & RedactFlags & { config?: string; output?: string; format: readonly string[] },
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  const nothing = { subscription: [], vault: [], without: [], rules: [], rule: [], out: [] };
  const config = flags.config === undefined ? { config: {} } : await loadConfig(flags.config, terminal.cwd);
  const code = await scanWith(
    config,
    {
      ...nothing,
      ...flags,
      cloud: 'public',
      auth: 'default',
      timeout: 3_600_000,
      evidence: 'findings',
      estate: installation.demoEstate,
      keepRest: false,
    },
    terminal,
    renderers,
  );
  if (!flags.quiet) terminal.stdout.write('The demo itself ends with 0. Scan your own: vault-posture scan --help\n');
  return code === EXIT.broken ? code : EXIT.clean;
}

const judgeRun = (flags: JudgeFlags, config: LoadedConfig, { cwd }: Terminal): JudgeRun => ({
  ruleFolders: [...(config.config.ruleFolders ?? []), ...flags.rules.map((folder) => resolve(cwd, folder))],
  config,
  ...(flags.profile !== undefined && { profile: flags.profile }),
  only: flags.rule,
});

function collectRun(
  flags: ScopeFlags & { keepRest?: boolean },
  { config }: LoadedConfig,
  { cwd, env, signal }: Terminal,
) {
  const without = flags.without.length > 0 ? flags.without : (config.without ?? []);
  const scope: ScanScope = {
    cloud: flags.cloud,
    subscriptions: flags.subscription.length > 0 ? flags.subscription : (config.scope?.subscriptions ?? []),
    vaults: flags.vault.length > 0 ? flags.vault : (config.scope?.vaults ?? []),
    ...(without.length > 0 && { without: [...new Set(without)].sort() }),
  };
  return {
    scope,
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
  };
}

const progressFor = ({ quiet, logFormat }: CommonFlags, { stderr, env }: Terminal): ProgressReporter =>
  new ProgressReporter({
    output: stderr,
    quiet: quiet ?? false,
    format: logFormat ?? 'text',
    groups: env.GITHUB_ACTIONS === 'true' && logFormat !== 'json',
    now: () => Date.now(),
  });

function outputsFor(
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

const exitOptions = (flags: JudgeFlags, { config }: LoadedConfig): ExitOptions => ({
  failOn: flags.failOn ?? config.failOn ?? 'high',
  allowUnknown: flags.allowUnknown ?? config.allowUnknown ?? false,
  allowEmpty: flags.allowEmpty ?? config.allowEmpty ?? false,
});

/** Totals still count everything; the list holds what was asked for. */
const narrowed = (report: Report, only: 'fail' | undefined): Report =>
  only === undefined ? report : { ...report, results: (filter) => report.results({ verdict: only, ...filter }) };
