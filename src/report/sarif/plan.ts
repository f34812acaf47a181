/**
 * Which runs there are, before any is written. An alert that is missing from a run is closed on GitHub, so that missing
 * has to mean "checked and fine": a run is told apart by whether it can say that, and carries what it cannot say it of.
 */
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Coverage } from '../../model/snapshot.ts';
import { entryAt, increase } from '../growing-map.ts';
import { type CarryOptions, carriedInto } from './carry.ts';
import { type Category, categoryOf, categoryOfId } from './category.ts';
import type { Entry } from './result.ts';

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
  /** Results of the last scan that may hold still. */
  readonly carried: Entry[];
}

export interface Plan {
  /** The tenant after the subscriptions, each in the order of its guid. */
  readonly runs: readonly PlannedRun[];
  /** Nothing of these could be read; a run would close their alerts. */
  readonly leftOut: readonly PlannedRun[];
  /** The report's list of results was narrowed: unknown verdicts may be missing from it. */
  readonly narrowed: boolean;
  /** There is but the one run that says that nothing was read. */
  readonly silent: boolean;
  /** The last scan was given. */
  readonly remembers: boolean;
}

/** Whether all that is missing from its results is fine, whatever the last scan had. */
export const isComplete = ({ listed, unknowns }: PlannedRun): boolean => listed && unknowns.size === 0;

export async function planOf(report: Report, carry?: CarryOptions): Promise<Plan> {
  const runs = new Map<string, PlannedRun>();
  for (const told of report.coverage) cover(told, at(categoryOfId(told.resource, report.run), runs));
  const fails = await countFails(report, runs);
  const unknowns = await countUnknowns(report, runs);
  if (carry)
    for (const last of await carriedInto(report, carry, unread(runs))) at(last.category, runs).carried.push(last.entry);
  const sorted = [...runs.values()].sort((a, b) => (a.category.key < b.category.key ? -1 : 1));
  const told = sorted.filter(({ fails, reads, carried }) => fails > 0 || reads > 0 || carried.length > 0);
  return {
    runs: told.length > 0 ? told : [silent(sorted, report)],
    leftOut: sorted.filter((run) => !told.includes(run) && isUnread(run)),
    narrowed: fails < report.totals.fail || unknowns < report.totals.unknown,
    silent: told.length === 0,
    remembers: carry !== undefined,
  };
}

const unread = (runs: ReadonlyMap<string, PlannedRun>): Set<string> =>
  new Set([...runs].filter(([, run]) => isUnread(run)).map(([key]) => key));

const isUnread = ({ fails, reads, holes, unknowns }: PlannedRun): boolean =>
  fails === 0 && reads === 0 && (holes.length > 0 || unknowns.size > 0);

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
  carried: [],
});

const at = (category: Category, runs: Map<string, PlannedRun>): PlannedRun =>
  entryAt(runs, category.key, () => fresh(category));

function cover(told: Coverage, run: PlannedRun): void {
  if (told.status === 'read') run.reads++;
  else if (told.what === 'inventory') run.listed = false;
  if (told.status !== 'read' && told.status !== 'skipped') run.holes.push(told);
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
    increase(at(categoryOf(resource, report.run), runs).unknowns, reason);
  }
  return count;
}
