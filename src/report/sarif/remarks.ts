/** What has to be said on the terminal about a SARIF report. */
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

/** `isGrouped`: there is one result for a rule and a vault already. */
export function remarksOn(plan: Plan, written: readonly WrittenRun[], isGrouped: boolean): Remark[] {
  const cut = written.filter(({ total }) => total > RESULTS_KEPT);
  const large = written.filter(({ bytes }) => bytes > PACKED_BYTES);
  const unsuccessful = plan.runs.filter((run) => plan.narrowed || !isComplete(run));
  return [
    ...cut.map((each) => tooMany(each, isGrouped)),
    ...large.map((each) => tooLarge(each, isGrouped)),
    ...(unsuccessful.length > 0 ? [notSuccessful(unsuccessful, plan)] : []),
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

const notSuccessful = (runs: readonly PlannedRun[], plan: Plan): Remark => ({
  unusable: false,
  message: `SARIF: ${runs.length} of ${counted(plan.runs.length, 'run')} marked as not successful, so that no alert is closed for what could not be read: ${names(runs)}.`,
  next: 'Their notifications, and the coverage in the HTML report, name what would cure it.',
});

const leftOut = (runs: readonly PlannedRun[]): Remark => ({
  unusable: false,
  message: `SARIF: no run where nothing could be read, so that no alert is closed there: ${names(runs)}.`,
  next: 'The coverage in the HTML report names what would cure it.',
});

/** Subscriptions that are named. */
const NAMED = 5;

function names(runs: readonly PlannedRun[]): string {
  const shown = runs.slice(0, NAMED).map(({ category }) => category.words);
  const rest = runs.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
