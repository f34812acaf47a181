/** Findings to a report: counted once, kept outside of memory, ready to be read by any format. */
import type { Access } from '../model/access.ts';
import { type Catalog, shortName } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import {
  type Figures,
  type Report,
  REPORT_SCHEMA_VERSION,
  type ReportFramework,
  type ReportHead,
  type ReportRule,
  type ReportSubscription,
  type Settings,
  type Totals,
} from '../model/report.ts';
import type { Coverage, Resource, Snapshot, SnapshotEntry, Tool } from '../model/snapshot.ts';
import { FigureCounts } from './figures.ts';
import { NamedSources } from './named-sources.ts';
import { GrowingOutcome, type Outcome } from './outcome.ts';
import { reportOver, type ReportSpool } from './spooled.ts';
import { Waiting } from './waiting.ts';

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
  const sources = new NamedSources(spool);
  const waiting = new Waiting(options.catalog, options.access);
  const outcome = new GrowingOutcome();
  const figures = new FigureCounts(options.rules, Date.parse(snapshot.header.collectedAt));
  const subscriptions: ReportSubscription[] = [];
  const listen = (entry: SnapshotEntry) => {
    figures.heard(entry);
    if (entry.record === 'source') sources.heard(entry);
    else if (entry.record === 'block') {
      sources.beginBlock();
      waiting.settle();
    } else if (entry.record === 'coverage') waiting.heard(withoutRecord(entry));
    else if (entry.record === 'resource') {
      outcome.resource(entry.kind);
      if (shortName(entry.kind) === 'subscription') subscriptions.push(subscriptionOf(entry));
    }
  };
  for await (const finding of options.evaluate(overheard(snapshot, listen))) {
    outcome.add(finding);
    waiting.add(finding);
    for (const { source } of finding.evidence ?? []) if (source) await sources.named(source.ref);
    await spool.append('results', JSON.stringify(finding));
  }
  waiting.settle();
  const head = headOf(options, outcome.totals, waiting, figures.told(), subscriptions);
  return { report: reportOver(head, spool), outcome };
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
