/** What has to be said on the terminal about a SARIF report. */
import { fewInLine } from '../few.ts';
import { count, counted } from '../text.ts';
import type { Remark } from '../renderer.ts';
import { RESULTS_KEPT } from './collection.ts';
import { PACKED_BYTES } from './files.ts';
import { isComplete, type Plan, type PlannedRun } from './plan.ts';

/** A run as it was written. */
export interface WrittenRun {
  readonly run: PlannedRun;
  /** Results that there would be without a limit. */
  readonly total: number;
  /** Size when packed, in bytes. */
  readonly bytes: number;
}

const CURE = 'The coverage in the HTML report names what would cure it.';

/** `isGrouped`: there is one result for a rule and a vault already. */
export function remarksOn(plan: Plan, written: readonly WrittenRun[], isGrouped: boolean): Remark[] {
  const cut = written.filter(({ total }) => total > RESULTS_KEPT);
  const large = written.filter(({ bytes }) => bytes > PACKED_BYTES);
  const carried = plan.runs.reduce((sum, run) => sum + run.carried.length, 0);
  return [
    ...cut.map((each) => tooMany(each, isGrouped)),
    ...large.map((each) => tooLarge(each, isGrouped)),
    ...closing(plan),
    ...(carried > 0 ? [carriedForward(carried, plan)] : []),
    ...(plan.leftOut.length > 0 ? [leftOut(plan.leftOut)] : []),
  ];
}

const tooMany = ({ run, total }: WrittenRun, isGrouped: boolean): Remark => ({
  unusable: true,
  message: `SARIF: ${run.category.words} has ${counted(total, 'result')}. GitHub keeps ${count(RESULTS_KEPT)} of them, and which ones would change from scan to scan.`,
  next: advice(isGrouped),
});

const tooLarge = ({ run, bytes }: WrittenRun, isGrouped: boolean): Remark => ({
  unusable: true,
  message: `SARIF: the run of ${run.category.words} has ${count(bytes)} bytes when packed. GitHub takes 10 MB.`,
  next: advice(isGrouped),
});

const advice = (isGrouped: boolean): string =>
  isGrouped
    ? 'Switch off rules that you do not act on, in vault-posture.yaml.'
    : 'Give --sarif-group vault: one result for each rule and vault.';

/** Whether alerts are in danger of being closed for what could not be read. */
function closing(plan: Plan): Remark[] {
  if (plan.silent) return [nothingRead];
  if (plan.narrowed) return [narrowed(plan)];
  const partial = plan.runs.filter((run) => !isComplete(run));
  return plan.remembers || partial.length === 0 ? [] : [mayClose(partial, plan)];
}

const nothingRead: Remark = {
  unusable: false,
  message: 'SARIF: nothing was read. The one run is marked as not successful, so that no alert is closed.',
  next: CURE,
};

/** Who wants to keep what is unknown cannot, without being told what is. */
const narrowed = ({ remembers }: Plan): Remark => ({
  unusable: remembers,
  message: 'SARIF: the report lists only some of its results, so that alerts of what could not be read may close.',
  next: 'Make it from a report with all of them, written without --only.',
});

const mayClose = (partial: readonly PlannedRun[], { runs }: Plan): Remark => ({
  unusable: false,
  message: `SARIF: ${partial.length} of ${counted(runs.length, 'run')} could not be read in full, so that alerts of what was not read may close: ${names(partial)}.`,
  next: `Give the SARIF of the last scan with --sarif-previous, and they stay open. ${CURE}`,
});

const carriedForward = (carried: number, { runs }: Plan): Remark => ({
  unusable: false,
  message: `SARIF: ${counted(carried, 'result')} of the last scan carried forward, since it could not be read whether they still hold: ${names(runs.filter((run) => run.carried.length > 0))}.`,
  next: CURE,
});

const leftOut = (runs: readonly PlannedRun[]): Remark => ({
  unusable: false,
  message: `SARIF: no run where nothing could be read, so that no alert is closed there: ${names(runs)}.`,
  next: CURE,
});

/** Subscriptions that are named. */
const NAMED = 5;

const names = (runs: readonly PlannedRun[]): string =>
  fewInLine(
    runs.map(({ category }) => category.words),
    NAMED,
  );
