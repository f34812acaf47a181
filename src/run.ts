/** The walk, whole: rules, snapshot, findings, report, files, exit code. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { collect } from './collect/collect.ts';
import { azure } from './collect/azure/catalog.ts';
import type { Progress } from './collect/collector.ts';
import { type LoadedConfig, parameterLayers } from './config.ts';
import { type Connection, connect } from './connect.ts';
import { evaluate } from './engine/evaluate.ts';
import { Language } from './engine/language.ts';
import { installation } from './installation.ts';
import type { Report, ReportRule } from './model/report.ts';
import type { Rule } from './model/rule.ts';
import type { ScanScope, Snapshot, SnapshotHeader } from './model/snapshot.ts';
import { FolderReportSpool } from './report-spool.ts';
import { compileReport, type Outcome } from './report/compile.ts';
import { readReport, ReportError } from './report/read.ts';
import type { Renderer } from './report/renderer.ts';
import { loadRules } from './rules/load.ts';
import { Parameters } from './rules/parameters.ts';
import { writeFacts } from './snapshot/facts.ts';
import { readLines } from './snapshot/lines.ts';
import { openSnapshot } from './snapshot/read.ts';
import { assemble, FolderSpool } from './snapshot/spool.ts';
import { writeTextFile } from './snapshot/text-file.ts';
import { UsageError } from './usage-error.ts';

/** Vaults under way at once. */
const VAULTS_AT_ONCE = 4;

export interface CollectRun {
  readonly scope: ScanScope;
  /** A folder with an estate, instead of the cloud. */
  readonly estate?: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Reads the estate into a snapshot file. The spool is left behind when that does not come to its end. */
export async function collectTo(file: string, run: CollectRun): Promise<SnapshotHeader> {
  await mkdir(dirname(file), { recursive: true });
  const connection = await connect(run.scope, run.estate, installation.tool);
  try {
    const spool = await FolderSpool.open(`${file}.spool`);
    const header = await collectInto(spool, file, connection, run);
    await spool.remove();
    return header;
  } finally {
    await connection.close();
  }
}

async function collectInto(
  spool: FolderSpool,
  file: string,
  connection: Connection,
  run: CollectRun,
): Promise<SnapshotHeader> {
  const { provider, clock, estate } = connection;
  const startedAt = new Date(clock.now()).toISOString();
  const { progress, signal } = run;
  const { inventory, parts } = await collect({
    provider,
    spool,
    writeFacts,
    progress,
    signal,
    concurrency: VAULTS_AT_ONCE,
  });
  const identity = inventory.identity ?? connection.identity;
  const header: SnapshotHeader = {
    record: 'header',
    schemaVersion: 1,
    tool: installation.tool,
    run: {
      id: estate ? `estate-${estate.id}` : randomUUID(),
      startedAt,
      finishedAt: new Date(clock.now()).toISOString(),
    },
    collectedAt: startedAt,
    ...(inventory.tenantId !== undefined && { tenantId: inventory.tenantId }),
    ...(identity && { identity }),
    scope: run.scope,
    ...(estate && { estate: estate.title }),
    complete: true,
  };
  await assemble(spool, parts, header, file);
  return header;
}

export interface JudgeRun {
  readonly ruleFolders: readonly string[];
  readonly config: LoadedConfig;
  readonly profile?: string;
  /** Ids of the only rules to run; all if empty. */
  readonly only: readonly string[];
  readonly evidence: 'findings' | 'all';
}

export interface Judging {
  readonly rules: readonly Rule[];
  readonly language: Language;
  readonly parameters: Parameters;
  readonly sha256: string;
}

/** Rules come first: a bad one costs no request. */
export async function prepareRules(run: JudgeRun): Promise<Judging> {
  const language = new Language(azure);
  const loaded = await loadRules([installation.rules, ...run.ruleFolders], language);
  const layers = await parameterLayers(run.config, run.profile, join(installation.rules, 'profiles'), loaded.rules);
  const parameters = new Parameters(loaded.rules, layers);
  const rules = chosen(loaded.rules, run.only, parameters);
  return { rules, language, parameters, sha256: loaded.sha256 };
}

function chosen(rules: readonly Rule[], only: readonly string[], parameters: Parameters): Rule[] {
  const wanted = new Set(only.map((id) => id.toUpperCase()));
  const stranger = [...wanted].find((id) => !rules.some((rule) => isNamed(rule, id)));
  if (stranger) throw new UsageError(`There is no rule ${stranger}.`, 'vault-posture rules list names them all.');
  if (wanted.size > 0) return rules.filter((rule) => [...wanted].some((id) => isNamed(rule, id)));
  return rules.filter((rule) => parameters.isEnabled(rule));
}

const isNamed = ({ id, aliases }: Rule, wanted: string): boolean => id === wanted || aliases.includes(wanted);

/** Judges a snapshot and hands the report to `use`; what the report keeps on disk is gone afterwards. */
export async function judgeSnapshot<T>(
  file: string,
  judging: Judging,
  evidence: 'findings' | 'all',
  use: (report: Report, outcome: Outcome) => Promise<T>,
): Promise<T> {
  const { rules, language, parameters, sha256 } = judging;
  const snapshot: Snapshot = await openSnapshot(file, azure);
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-'));
  const spool = new FolderReportSpool(folder);
  try {
    const options = { catalog: azure, machine: language.machine, params: parameters.for.bind(parameters), evidence };
    const { report, outcome } = await compileReport({
      snapshot,
      rules: rules.map((rule) => describe(rule, parameters)),
      rulesetSha256: sha256,
      evaluate: (watched) => evaluate(rules, watched, options),
      spool,
    });
    await spool.finish();
    return await use(report, outcome);
  } finally {
    await spool.abandon();
    await rm(folder, { recursive: true, force: true });
  }
}

const describe = (rule: Rule, parameters: Parameters): ReportRule => ({
  id: rule.id,
  aliases: rule.aliases,
  title: rule.title,
  severity: rule.severity,
  kind: rule.kind,
  params: parameters.base(rule),
  controls: Object.fromEntries(
    Object.entries(rule.controls).map(([framework, controls]) => [
      framework,
      controls.map(({ id, title, when }) => ({ id, ...(title && { title }), ...(when && { when: when.text }) })),
    ]),
  ),
  why: rule.why,
  fix: rule.fix,
  references: rule.references,
  tags: rule.tags,
});

export interface Output {
  readonly renderer: Renderer;
  readonly path: string;
}

/** Writes each format to its file; a file is there whole or not at all. */
export async function writeOutputs(report: Report, outputs: readonly Output[]): Promise<void> {
  for (const { renderer, path } of outputs) {
    await mkdir(dirname(path), { recursive: true });
    await writeTextFile(path, (file) => renderer.render(report, file));
  }
}

/** A report from its JSON form. */
export async function openReport(path: string): Promise<Report> {
  try {
    return await readReport(() => readLines(path));
  } catch (error) {
    if (error instanceof ReportError)
      throw new UsageError(
        `${path} is no report: ${error.message}.`,
        'Name a report.json that scan or evaluate wrote.',
        error,
      );
    throw error;
  }
}
