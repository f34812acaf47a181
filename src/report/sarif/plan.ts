/**
 * Which runs there are, before any is written. An alert that is missing from a run is closed on GitHub, so that missing
 * has to mean "checked and fine": a run is told apart by whether it can say that.
 */
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Coverage } from '../../model/snapshot.ts';
import { type Category, categoryOf, categoryOfId } from './category.ts';

export interface PlannedRun {
  readonly category: Category;
  /** Failed findings. */
  fails: number;
  /** Answers that were had. */
  reads: number;
  /** Whether the vaults in it could be listed. */
  listed: boolean;
  /** What could not be read, and was not switched off. */
  readonly holes: Coverage[];
  /** Verdicts that could not be told, by reason; without what was switched off. */
  readonly unknowns: Map<NonNullable<Finding['reason']>, number>;
}

export interface Plan {
  /** The tenant after the subscriptions, each in the order of its guid. */
  readonly runs: readonly PlannedRun[];
  /** Nothing of these could be read; a run would close their alerts. */
  readonly leftOut: readonly PlannedRun[];
  /** The report's list of results was narrowed: unknown verdicts may be missing from it. */
  readonly narrowed: boolean;
}

/** Whether what is missing from its results is fine. */
export const isComplete = ({ listed, unknowns }: PlannedRun): boolean => listed && unknowns.size === 0;

export async function planOf(report: Report): Promise<Plan> {
  const runs = new Map<string, PlannedRun>();
  for (const entry of report.coverage) cover(entry, at(categoryOfId(entry.resource, report.run), runs));
  const fails = await countFails(report, runs);
  const unknowns = await countUnknowns(report, runs);
  const sorted = [...runs.values()].sort((a, b) => (a.category.key < b.category.key ? -1 : 1));
  const told = sorted.filter(({ fails, reads }) => fails > 0 || reads > 0);
  return {
    runs: told.length > 0 ? told : [silent(sorted, report)],
    leftOut: sorted.filter((run) => !told.includes(run) && (run.holes.length > 0 || run.unknowns.size > 0)),
    narrowed: fails < report.totals.fail || unknowns < report.totals.unknown,
  };
}

/** A file without a run is refused: this one says that nothing was read. */
const silent = (runs: readonly PlannedRun[], { run }: Report): PlannedRun => ({
  ...fresh(categoryOfId('', run)),
  listed: false,
  holes: runs.flatMap(({ holes }) => holes),
});

const fresh = (category: Category): PlannedRun => ({
  category,
  fails: 0,
  reads: 0,
  listed: true,
  holes: [],
  unknowns: new Map(),
});

function at(category: Category, runs: Map<string, PlannedRun>): PlannedRun {
  const known = runs.get(category.key) ?? fresh(category);
  runs.set(category.key, known);
  return known;
}

function cover(entry: Coverage, run: PlannedRun): void {
  if (entry.status === 'read') run.reads++;
  else if (entry.what === 'inventory') run.listed = false;
  if (entry.status !== 'read' && entry.status !== 'skipped') run.holes.push(entry);
}

async function countFails(report: Report, runs: Map<string, PlannedRun>): Promise<number> {
  let count = 0;
  for await (const { resource } of report.results({ verdict: 'fail' })) {
    at(categoryOf(resource, report.run), runs).fails++;
    count++;
  }
  return count;
}

async function countUnknowns(report: Report, runs: Map<string, PlannedRun>): Promise<number> {
  let count = 0;
  for await (const { resource, reason = 'error' } of report.results({ verdict: 'unknown' })) {
    count++;
    if (reason === 'skipped') continue;
    const { unknowns } = at(categoryOf(resource, report.run), runs);
    unknowns.set(reason, (unknowns.get(reason) ?? 0) + 1);
  }
  return count;
}
