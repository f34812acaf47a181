/** Findings to a report: counted once, kept outside of memory, ready to be read by any format. */
import type { Access } from '../model/access.ts';
import { type Catalog, shortName } from '../model/catalog.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import { VERDICTS } from '../model/finding.ts';
import type {
  Figures,
  Report,
  ReportFramework,
  ReportHead,
  ReportRule,
  ReportSubscription,
  ResultFilter,
  ResultLine,
  Settings,
  Source,
  Totals,
} from '../model/report.ts';
import { REPORT_SCHEMA_VERSION } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import { SEVERITIES } from '../model/rule.ts';
import type { Coverage, Resource, Snapshot, SnapshotEntry, Tool } from '../model/snapshot.ts';
import { Waiting } from './waiting.ts';
import { FigureCounts } from './figures.ts';

/** Where long lists are kept while the report is made; given in, since reports open no files. */
export interface ReportSpool {
  append(list: 'results' | 'sources', line: string): Promise<void>;
  /** From the beginning; can be read any number of times once nothing is appended any more. */
  lines(list: 'results' | 'sources'): AsyncIterable<string>;
}

/** What the exit code and the last words on the terminal need to know. */
export interface Outcome {
  readonly fails: BySeverity;
  /** Without those the user switched off, and without rule errors. */
  readonly unknowns: BySeverity;
  /** What went wrong in rules, by rule id. */
  readonly ruleErrors: ReadonlyMap<string, string>;
  /** Resources below subscriptions that were there to be judged. */
  readonly judged: number;
  /** Failing findings by rule; a finding can be worse than its rule usually is. */
  readonly failsByRule: ReadonlyMap<string, BySeverity>;
}

export type BySeverity = { readonly [S in Severity]: number };

export interface CompileOptions {
  readonly catalog: Catalog;
  /** What lets one read the catalog's facets: tells which gap a verdict waits for. */
  readonly access: Access;
  readonly snapshot: Snapshot;
  readonly rules: readonly ReportRule[];
  readonly frameworks: readonly ReportFramework[];
  readonly rulesetSha256: string;
  /** What judges. */
  readonly tool: Tool;
  readonly settings: Settings;
  /** Judges the snapshot it is given: the report listens to what goes by. */
  readonly evaluate: (snapshot: Snapshot) => AsyncIterable<Finding>;
  readonly spool: ReportSpool;
}

export async function compileReport(options: CompileOptions): Promise<{ report: Report; outcome: Outcome }> {
  const { snapshot, spool } = options;
  const sources = new Sources(spool);
  const waiting = new Waiting(options.catalog, options.access);
  const counts = new Counts();
  const figures = new FigureCounts(options.rules, Date.parse(snapshot.header.collectedAt));
  const subscriptions: ReportSubscription[] = [];
  const listen = (entry: SnapshotEntry) => {
    figures.heard(entry);
    if (entry.record === 'source') sources.heard(entry);
    else if (entry.record === 'block') {
      sources.forget();
      waiting.settle();
    } else if (entry.record === 'coverage') waiting.heard(withoutRecord(entry));
    else if (entry.record === 'resource') {
      counts.resource(entry.kind);
      if (shortName(entry.kind) === 'subscription') subscriptions.push(subscriptionOf(entry));
    }
  };
  for await (const finding of options.evaluate(overheard(snapshot, listen))) {
    counts.add(finding);
    waiting.add(finding);
    for (const { source } of finding.evidence ?? []) if (source) await sources.named(source.ref);
    await spool.append('results', JSON.stringify(finding));
  }
  waiting.settle();
  const head = headOf(options, counts.totals, waiting, figures.told(), subscriptions);
  return { report: reportOver(head, spool), outcome: counts };
}

const subscriptionOf = ({ id, name, facts: { subscriptionId } }: Resource): ReportSubscription => ({
  id: typeof subscriptionId === 'string' ? subscriptionId : id.slice(id.indexOf(':') + 1),
  name,
});

const withoutRecord = ({ record: _, ...coverage }: Coverage & { record: string }): Coverage => coverage;

/** The same snapshot; what is read from it is told first. */
const overheard = (snapshot: Snapshot, listen: (entry: SnapshotEntry) => void): Snapshot => ({
  header: snapshot.header,
  async *entries() {
    for await (const entry of snapshot.entries()) {
      listen(entry);
      yield entry;
    }
  },
});

function headOf(
  { snapshot: { header }, rules, frameworks, rulesetSha256, tool, settings }: CompileOptions,
  totals: Totals,
  { coverage, cures }: Waiting,
  figures: Figures,
  subscriptions: readonly ReportSubscription[],
): ReportHead {
  const { run, collectedAt, tenantId, identity, signIn, scope, requests, estate } = header;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    tool: { ...tool, ruleset: { sha256: rulesetSha256, rules: rules.length } },
    run: {
      ...run,
      evaluatedAt: collectedAt,
      ...(tenantId !== undefined && { tenantId }),
      ...(identity && { identity }),
      ...(signIn && { signIn }),
      collector: header.tool,
      settings,
      scope,
      ...(requests && { requests }),
      ...(estate !== undefined && { estate }),
      complete: header.complete && coverage.every(({ status }) => status === 'read'),
    },
    totals,
    figures,
    subscriptions,
    coverage,
    cures,
    frameworks,
    rules,
  };
}

type Parse = (line: string) => unknown;

/** A report whose long lists are read from a spool. */
export const reportOver = (head: ReportHead, spool: Pick<ReportSpool, 'lines'>, parse: Parse = JSON.parse): Report => ({
  ...head,
  results: (filter) => resultsFrom(spool.lines('results'), parse, filter),
  resultLines: (filter) => resultLinesFrom(spool.lines('results'), parse, filter),
  sources: () => sourcesFrom(spool.lines('sources'), parse),
});

/** Results that were not kept as lines of JSON. */
export async function* asLines(results: AsyncIterable<Finding>): AsyncGenerator<ResultLine> {
  for await (const finding of results) yield { finding, line: JSON.stringify(finding) };
}

async function* resultsFrom(...results: Parameters<typeof resultLinesFrom>): AsyncGenerator<Finding> {
  for await (const { finding } of resultLinesFrom(...results)) yield finding;
}

async function* resultLinesFrom(
  lines: AsyncIterable<string>,
  parse: Parse,
  { verdict }: ResultFilter = {},
): AsyncGenerator<ResultLine> {
  for await (const line of lines) {
    const finding = parse(line) as Finding;
    if (verdict === undefined || finding.verdict === verdict) yield { finding, line };
  }
}

async function* sourcesFrom(lines: AsyncIterable<string>, parse: Parse): AsyncGenerator<Source> {
  for await (const line of lines) yield parse(line) as Source;
}

/** Keeps the requests that evidence names, and forgets those of a block when it is over. */
class Sources {
  readonly #spool: ReportSpool;
  readonly #shared = new Map<number, Source>();
  #block: Map<number, Source> | undefined;

  constructor(spool: ReportSpool) {
    this.#spool = spool;
  }

  heard({ record: _, ...source }: Source & { record: string }): void {
    (this.#block ?? this.#shared).set(source.id, source);
  }

  forget(): void {
    this.#block = new Map();
  }

  /** Those that are written are forgotten, too: ids are unique. */
  async named(id: number): Promise<void> {
    const keeper = this.#block?.has(id) ? this.#block : this.#shared;
    const source = keeper.get(id);
    if (!source) return;
    keeper.delete(id);
    await this.#spool.append('sources', JSON.stringify(source));
  }
}

const noneBySeverity = (): Record<Severity, number> =>
  Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;

class Counts implements Outcome {
  readonly totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  readonly fails = noneBySeverity();
  readonly unknowns = noneBySeverity();
  readonly ruleErrors = new Map<string, string>();
  readonly failsByRule = new Map<string, Record<Severity, number>>();
  judged = 0;

  resource(kind: string): void {
    if (!/\.(?:tenant|subscription)$/.test(kind)) this.judged++;
  }

  add({ ruleId, verdict, severity, reason, detail }: Finding): void {
    this.totals[verdict]++;
    if (reason === 'ruleError') this.ruleErrors.set(ruleId, detail ?? 'it could not be evaluated');
    else if (verdict === 'unknown' && reason !== 'skipped') this.unknowns[severity]++;
    if (verdict !== 'fail') return;
    this.fails[severity]++;
    const ofRule = this.failsByRule.get(ruleId) ?? noneBySeverity();
    ofRule[severity]++;
    this.failsByRule.set(ruleId, ofRule);
  }
}
