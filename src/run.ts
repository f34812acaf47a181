/** The walk, whole: rules, snapshot, findings, report, files, exit code. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Beginning, beginningIn, startAfresh } from './beginning.ts';
import { collect } from './collect/collect.ts';
import type { Attempt } from './collect/azure/retry.ts';
import { isSignInError, signInError } from './collect/azure/sign-in.ts';
import { access } from './collect/azure/access.ts';
import { azure } from './collect/azure/catalog.ts';
import type { Inventory, Progress } from './collect/collector.ts';
import { type LoadedConfig, parameterLayers } from './config.ts';
import { type Connection, type ConnectOptions, connect } from './connect.ts';
import { evaluate } from './engine/evaluate.ts';
import { Language } from './engine/language.ts';
import { installation } from './installation.ts';
import { Interruption, until } from './interruption.ts';
import type { Report, ReportFramework, ReportRule, Settings } from './model/report.ts';
import type { Condition, Rule } from './model/rule.ts';
import { type Snapshot, SNAPSHOT_SCHEMA_VERSION, type SnapshotHeader } from './model/snapshot.ts';
import { NumberedFiles } from './numbered-files.ts';
import { FolderReportSpool } from './report-spool.ts';
import { compileReport } from './report/compile.ts';
import type { Outcome } from './report/outcome.ts';
import { readReport, ReportError } from './report/read.ts';
import type { Remark, Renderer, Sink } from './report/renderer.ts';
import { loadRules } from './rules/load.ts';
import { Parameters } from './rules/parameters.ts';
import { isNamed, strangeRule } from './rules/rule-name.ts';
import { settingsOf } from './rules/settings.ts';
import { writeFacts } from './snapshot/facts.ts';
import { readLines } from './snapshot/lines.ts';
import { openSnapshot } from './snapshot/read.ts';
import { assemble, FolderSpool } from './snapshot/spool.ts';
import { Trace } from './trace.ts';
import { UsageError } from './usage-error.ts';

/** Vaults under way at once. */
const VAULTS_AT_ONCE = 4;

export interface CollectRun extends Omit<ConnectOptions, 'tool' | 'listen'> {
  /** Judged as if it were then, ISO 8601 in UTC; when collecting began if left out. */
  readonly asOf?: string;
  /** File for a record of all requests. */
  readonly trace?: string;
  /** Goes on where an interrupted scan into the same file stopped. */
  readonly resume: boolean;
  /** Whether anybody could go on after an interruption. */
  readonly keepRest: boolean;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface Gathered {
  readonly header: SnapshotHeader;
  /** Parts that lack something for a reason that may pass: what was read is kept, to go on with. */
  readonly unsettled: number;
}

/**
 * Reads the estate into a snapshot file. What was read is left beside it when that does not come to its end, or when
 * something is missing that may be there the next time. Throws Interruption, SignInError.
 */
export async function collectTo(file: string, run: CollectRun): Promise<Gathered> {
  await mkdir(dirname(file), { recursive: true });
  const trace = run.trace === undefined ? undefined : await Trace.open(run.trace);
  try {
    const listen = trace && ((attempt: Attempt) => trace.write(attempt));
    const connection = await connect({ ...run, tool: installation.tool, ...(listen && { listen }) });
    try {
      return await collectOver(connection, file, run);
    } finally {
      await connection.close();
    }
  } finally {
    await trace?.close();
  }
}

async function collectOver(connection: Connection, file: string, run: CollectRun): Promise<Gathered> {
  const folder = `${file}.spool`;
  try {
    if (!run.resume) await startAfresh(folder);
    const spool = await FolderSpool.open(folder);
    const gathered = await collectInto(spool, file, connection, run);
    if (gathered.unsettled === 0 || !run.keepRest) await spool.remove();
    return gathered;
  } catch (error) {
    if (isSignInError(error)) throw signInError(error, undefined);
    if (!run.signal.aborted || !run.keepRest) throw error;
    throw new Interruption(
      `Interrupted. What was read so far is kept in ${folder}`,
      'To go on, run the same again with --resume',
    );
  }
}

async function collectInto(
  spool: FolderSpool,
  file: string,
  connection: Connection,
  run: CollectRun,
): Promise<Gathered> {
  const { provider, clock, estate } = connection;
  const { progress, signal, scope, needs } = run;
  const beginning = await beginningIn(spool.folder, {
    startedAt: new Date(clock.now()).toISOString(),
    ...(run.asOf !== undefined && { asOf: run.asOf }),
    scope,
    ...(needs && { needs }),
    ...(estate && { id: `estate-${estate.id}`, estate: estate.title }),
  });
  const { inventory, parts, unsettled } = await collect({
    provider,
    spool,
    writeFacts,
    progress,
    signal,
    concurrency: VAULTS_AT_ONCE,
  });
  const { sent, retried, throttled } = connection.requests;
  const header = {
    ...headerOf(beginning, inventory.tenantId, signedIn(connection, inventory), new Date(clock.now()).toISOString()),
    requests: { sent, retried, throttled },
  };
  await assemble(spool, parts, header, file);
  return { header, unsettled };
}

const signedIn = (connection: Connection, { identity = connection.identity }: Inventory) => ({
  ...(identity && { identity }),
  ...(connection.signIn && { signIn: connection.signIn }),
});

const headerOf = (
  { id, startedAt, asOf, scope, estate }: Beginning,
  tenantId: string | undefined,
  { identity, signIn }: Pick<SnapshotHeader, 'identity' | 'signIn'>,
  finishedAt: string,
): SnapshotHeader => ({
  record: 'header',
  schemaVersion: SNAPSHOT_SCHEMA_VERSION,
  tool: installation.tool,
  run: { id, startedAt, finishedAt },
  collectedAt: asOf ?? startedAt,
  ...(tenantId !== undefined && { tenantId }),
  ...(identity && { identity }),
  ...(signIn && { signIn }),
  scope,
  ...(estate !== undefined && { estate }),
  complete: true,
});

export interface JudgeRun {
  readonly ruleFolders: readonly string[];
  readonly config: LoadedConfig;
  readonly profile?: string;
  /** Ids of the only rules to run; all if empty. */
  readonly only: readonly string[];
}

export interface Judging {
  readonly rules: readonly Rule[];
  readonly language: Language;
  readonly parameters: Parameters;
  readonly frameworks: readonly ReportFramework[];
  readonly sha256: string;
  readonly settings: Settings;
}

/** Rules come first: a bad one costs no request. */
export async function prepareRules(run: JudgeRun): Promise<Judging> {
  const language = new Language(azure);
  const loaded = await loadRules([installation.rules, ...run.ruleFolders], language);
  const layers = await parameterLayers(run.config, run.profile, join(installation.rules, 'profiles'), loaded.rules);
  const parameters = new Parameters(loaded.rules, layers);
  const rules = chosen(loaded.rules, run.only, parameters);
  return {
    rules,
    language,
    parameters,
    frameworks: [...loaded.frameworks.values()],
    sha256: loaded.sha256,
    settings: settingsOf(layers, run.only.length > 0 ? rules : []),
  };
}

function chosen(rules: readonly Rule[], only: readonly string[], parameters: Parameters): Rule[] {
  const wanted = [...new Set(only.map((id) => id.toUpperCase()))];
  const stranger = wanted.find((id) => !rules.some((rule) => isNamed(rule, id)));
  if (stranger !== undefined) throw strangeRule(stranger, rules);
  if (wanted.length > 0) return rules.filter((rule) => wanted.some((id) => isNamed(rule, id)));
  const enabled = rules.filter((rule) => parameters.isEnabled(rule));
  if (enabled.length > 0) return enabled;
  throw new UsageError('All rules are switched off: nothing would be judged.', 'Switch some on in the configuration.');
}

/**
 * Judges a snapshot and hands the report to `use`; what the report keeps on disk is gone afterwards. Throws the signal's
 * reason.
 */
export async function judgeSnapshot<T>(
  file: string,
  judging: Judging,
  evidence: 'findings' | 'all',
  signal: AbortSignal,
  use: (report: Report, outcome: Outcome) => Promise<T>,
): Promise<T> {
  const { rules, language, parameters, frameworks, sha256, settings } = judging;
  const snapshot: Snapshot = await openSnapshot(file, azure);
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-'));
  const spool = new FolderReportSpool(folder);
  try {
    const options = { catalog: azure, machine: language.machine, params: parameters.for.bind(parameters), evidence };
    const { report, outcome } = await compileReport({
      catalog: azure,
      access,
      snapshot,
      rules: rules.map((rule) => describe(rule, parameters)),
      frameworks,
      rulesetSha256: sha256,
      tool: installation.tool,
      settings,
      evaluate: (watched) => until(evaluate(rules, watched, options), signal),
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
  require: plain(rule.require),
  ...(rule.when && { when: plain(rule.when) }),
  ...(rule.measurable && { measurable: plain(rule.measurable) }),
  ...(rule.each && { each: { list: plain(rule.each.list), as: rule.each.as } }),
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

const plain = ({ text }: Condition): string => text.trim();

export interface Output {
  readonly renderer: Renderer;
  readonly path: string;
}

/** Makes the folders that outputs go to: whether they can be had is better known before an hour of reading. */
export async function prepareFolders(outputs: readonly Output[]): Promise<void> {
  for (const { path } of outputs) await mkdir(dirname(path), { recursive: true });
}

/** Writes each format to its file; a file is there whole or not at all. Throws the signal's reason. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  signal: AbortSignal,
): Promise<readonly Remark[]> {
  const remarks: Remark[] = [];
  for (const output of outputs) remarks.push(...(await writeOutput(report, output, signal)));
  return remarks;
}

async function writeOutput(
  report: Report,
  { renderer, path }: Output,
  signal: AbortSignal,
): Promise<readonly Remark[]> {
  const files = new NumberedFiles(path);
  const open = (number: number): Sink => stoppable(files.open(number), signal);
  try {
    const remarks = await renderer.render(report, open(1), async (number) => open(number));
    await files.close(renderer.severalFiles ?? false);
    return remarks ?? [];
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

const stoppable = (sink: Sink, signal: AbortSignal): Sink => ({
  async write(text) {
    signal.throwIfAborted();
    await sink.write(text);
  },
});

/** A report from its JSON form. Throws UsageError; while it is read, too: read it inside of `inReport`. */
export const openReport = (path: string): Promise<Report> => inReport(path, () => readReport(() => readLines(path)));

/** Tells which file it was that is no report. Throws UsageError. */
export async function inReport<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    const next = 'Name a report.json that scan or evaluate wrote.';
    throw new UsageError(`${path} is no report: ${error.message}.`, next, error);
  }
}
