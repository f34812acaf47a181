/** scan, collect, evaluate, report, demo: the parts of the walk that users start. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type LoadedConfig, loadConfig } from '../config.ts';
import { EXIT, type ExitOptions, exitCode } from '../exit-code.ts';
import { installation } from '../installation.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { ScanScope } from '../model/snapshot.ts';
import { ProgressReporter } from '../progress.ts';
import {
  collectTo,
  judgeSnapshot,
  type JudgeRun,
  openReport,
  type Output,
  prepareRules,
  writeOutputs,
} from '../run.ts';
import { DEFAULT_FOLDER, DEFAULT_FORMATS, outputsOf } from './outputs.ts';
import { summary } from './summary.ts';

/** What goes out, and what may stop us. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

export interface CommonFlags {
  readonly quiet?: boolean;
  readonly logFormat?: 'text' | 'json';
}

export interface ScopeFlags extends CommonFlags {
  readonly config?: string;
  readonly cloud: string;
  readonly subscription: readonly string[];
  readonly vault: readonly string[];
  readonly estate?: string;
}

export interface JudgeFlags extends CommonFlags {
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
): Promise<number> {
  const config = await loadConfig(flags.config, process.cwd());
  const judging = await prepareRules(judgeRun(flags, config));
  const outputs = outputsFor(flags, config);
  return withSnapshotFile(flags.snapshot, async (file) => {
    await collectTo(file, { ...collectRun(flags, config, terminal) });
    return judgeSnapshot(file, judging, flags.evidence, async (report, outcome) => {
      await writeOutputs(narrowed(report, flags.only), outputs);
      const options = exitOptions(flags, config);
      if (!flags.quiet) terminal.stdout.write(summary(report, outcome, outputs, options));
      return exitCode(outcome, options);
    });
  });
}

/** The snapshot that --snapshot names stays; any other is gone after the scan. */
async function withSnapshotFile(named: string | undefined, use: (file: string) => Promise<number>): Promise<number> {
  if (named !== undefined) return use(resolve(named));
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-scan-'));
  try {
    return await use(join(folder, 'snapshot.ndjson'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function collectOnly(flags: ScopeFlags & { out: string }, terminal: Terminal): Promise<number> {
  const config = await loadConfig(flags.config, process.cwd());
  const file = resolve(flags.out);
  const header = await collectTo(file, collectRun(flags, config, terminal));
  if (!flags.quiet)
    terminal.stdout.write(
      `Wrote ${file}, as of ${header.collectedAt}. Judge it with: vault-posture evaluate ${flags.out}\n`,
    );
  return EXIT.clean;
}

export async function evaluateSnapshot(snapshot: string, flags: JudgeFlags, terminal: Terminal): Promise<number> {
  const config = await loadConfig(flags.config, process.cwd());
  const judging = await prepareRules(judgeRun(flags, config));
  const outputs = outputsFor(flags, config);
  return judgeSnapshot(resolve(snapshot), judging, flags.evidence, async (report, outcome) => {
    await writeOutputs(narrowed(report, flags.only), outputs);
    const options = exitOptions(flags, config);
    if (!flags.quiet) terminal.stdout.write(summary(report, outcome, outputs, options));
    return exitCode(outcome, options);
  });
}

export async function rerender(
  path: string,
  flags: CommonFlags & { format: readonly string[]; output?: string; out: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const outputs = outputsOf({
    folder: flags.output ?? DEFAULT_FOLDER,
    formats: flags.format.length > 0 || flags.out.length > 0 ? flags.format : ['html'],
    files: flags.out,
  });
  await writeOutputs(await openReport(resolve(path)), outputs);
  if (!flags.quiet) for (const output of outputs) terminal.stdout.write(`Wrote ${output.path}\n`);
  return EXIT.clean;
}

/** The embedded estate is full of findings: that the demo found them is its success. */
export async function demo(
  flags: CommonFlags & { output?: string; format: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const nothing = { subscription: [], vault: [], rules: [], rule: [], out: [] };
  const code = await scan(
    { ...nothing, ...flags, cloud: 'public', evidence: 'findings', estate: installation.demoEstate },
    terminal,
  );
  if (!flags.quiet) terminal.stdout.write('The demo itself ends with 0. Scan your own: vault-posture scan --help\n');
  return code === EXIT.broken ? code : EXIT.clean;
}

const judgeRun = (flags: JudgeFlags, config: LoadedConfig): JudgeRun => ({
  ruleFolders: [...(config.config.ruleFolders ?? []), ...flags.rules],
  config,
  ...(flags.profile !== undefined && { profile: flags.profile }),
  only: flags.rule,
  evidence: flags.evidence,
});

function collectRun(flags: ScopeFlags, { config }: LoadedConfig, terminal: Terminal) {
  const scope: ScanScope = {
    cloud: flags.cloud,
    subscriptions: flags.subscription.length > 0 ? flags.subscription : (config.scope?.subscriptions ?? []),
    vaults: flags.vault.length > 0 ? flags.vault : (config.scope?.vaults ?? []),
  };
  return {
    scope,
    ...(flags.estate !== undefined && { estate: resolve(flags.estate) }),
    progress: progressFor(flags, terminal),
    signal: terminal.signal,
  };
}

const progressFor = ({ quiet, logFormat }: CommonFlags, { stderr, env }: Terminal): ProgressReporter =>
  new ProgressReporter({
    output: stderr,
    quiet: quiet ?? false,
    format: logFormat ?? 'text',
    groups: env.GITHUB_ACTIONS === 'true',
    now: () => Date.now(),
  });

function outputsFor({ format, output, out }: JudgeFlags, { config }: LoadedConfig): Output[] {
  const formats = format.length > 0 ? format : (config.formats ?? (out.length > 0 ? [] : DEFAULT_FORMATS));
  return outputsOf({ folder: output ?? config.output ?? DEFAULT_FOLDER, formats, files: out });
}

const exitOptions = (flags: JudgeFlags, { config }: LoadedConfig): ExitOptions => ({
  failOn: flags.failOn ?? config.failOn ?? 'high',
  allowUnknown: flags.allowUnknown ?? config.allowUnknown ?? false,
  allowEmpty: flags.allowEmpty ?? config.allowEmpty ?? false,
});

/** Totals still count everything; the list holds what was asked for. */
const narrowed = (report: Report, only: 'fail' | undefined): Report =>
  only === undefined ? report : { ...report, results: (filter) => report.results({ verdict: only, ...filter }) };
