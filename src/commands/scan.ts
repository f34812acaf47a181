/** scan, collect, evaluate, demo: the walk from an estate to reports. */
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { collectTo } from '../collect-run.ts';
import { type LoadedConfig, loadConfig } from '../config.ts';
import { type Files, prepareFiles } from '../destinations.ts';
import { EXIT, exitCode } from '../exit-code.ts';
import { installation } from '../installation.ts';
import type { Report } from '../model/report.ts';
import type { Needs } from '../model/rule.ts';
import type { SnapshotHeader } from '../model/snapshot.ts';
import { type Output, writeOutputs } from '../report-files.ts';
import type { FormatOptions, Renderers } from '../report/renderers/index.ts';
import { counted } from '../report/text.ts';
import { needsOf } from '../rules/needs.ts';
import { judgeSnapshot, type Judging, prepareRules } from '../run.ts';
import {
  collectRun,
  exitOptions,
  type JudgeFlags,
  judgeRun,
  outputsFor,
  progressFor,
  type ScopeFlags,
} from './flags.ts';
import { isRedacted, type RedactFlags, type Redaction, redactionOf } from './redact.ts';
import { type LogFlags, tellRemarks } from './remarks.ts';
import { withLastScan } from './sarif-previous.ts';
import { summary } from './summary.ts';
import { colorsFor, tableWidthOf, type Terminal } from './terminal.ts';

interface ScanFlags extends ScopeFlags, JudgeFlags {
  /** Where what was read is kept. */
  readonly snapshot?: string;
}

export async function scan(flags: ScanFlags, terminal: Terminal, renderers: Renderers): Promise<number> {
  return scanWith(await loadConfig(flags.config, terminal.cwd), flags, terminal, renderers);
}

async function scanWith(
  config: LoadedConfig,
  flags: ScanFlags,
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  const judging = await prepareRules(judgeRun(flags, config, terminal));
  const others = { written: fileNames([flags.snapshot], terminal), kept: fileNames([flags.trace], terminal) };
  const to = await destinationOf(flags, config, terminal, renderers, others);
  const named = flags.snapshot === undefined ? undefined : resolve(terminal.cwd, flags.snapshot);
  const folder = isRedacted(flags) ? terminal.cwd : dirname(to.outputs[0]?.path ?? '');
  return withSnapshotFile(named, folder, async (file) => {
    await collected(file, flags, config, terminal, needsOf(judging.rules));
    return judgeTo(to, file, judging, flags, config, terminal);
  });
}

const fileNames = (flags: readonly (string | undefined)[], { cwd }: Terminal): string[] =>
  flags.flatMap((path) => (path === undefined ? [] : [resolve(cwd, path)]));

/** Where reports go, and what is left of the estate in them. */
interface Destination {
  readonly outputs: readonly Output[];
  readonly redaction: Redaction;
}

/** `others` are files that the command needs beside its reports. */
async function destinationOf(
  flags: JudgeFlags,
  config: LoadedConfig,
  terminal: Terminal,
  renderers: Renderers,
  others: Files,
): Promise<Destination> {
  const redaction = await redactionOf(flags, terminal.cwd);
  const outputs = outputsFor(await withLastScan(flags, terminal), config, terminal, renderers);
  await prepareFiles({ ...others, written: [...outputs.map(({ path }) => path), ...others.written] });
  return { outputs, redaction };
}

async function collected(
  file: string,
  flags: ScopeFlags,
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
    if (!flags.quiet)
      terminal.stdout.write(
        summary({ report, outcome, outputs, options }, colorsFor(terminal), tableWidthOf(terminal)),
      );
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
  await prepareFiles({ written: [file], kept: fileNames([flags.trace], terminal) });
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
  const file = resolve(terminal.cwd, snapshot);
  const to = await destinationOf(flags, config, terminal, renderers, { written: [], kept: [file] });
  return judgeTo(to, file, judging, flags, config, terminal);
}

/** The embedded estate is full of findings: that the demo found them is its success. Only a named configuration counts. */
export async function demo(
  flags: LogFlags & FormatOptions & RedactFlags & { config?: string; output?: string; format: readonly string[] },
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

/** Totals still count everything; the list holds what was asked for. */
const narrowed = (report: Report, only: 'fail' | undefined): Report =>
  only === undefined ? report : { ...report, results: (filter) => report.results({ verdict: only, ...filter }) };
