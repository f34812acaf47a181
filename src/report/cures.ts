/** What cures give, in words. */
import type { Cure, ReportHead } from '../model/report.ts';
import { count, counted } from './text.ts';

/** Compares what is named like cures, as for sorting: the one that gives most first, what is not among them last. */
export function orderOf(cures: readonly Cure[]): (a: string, b: string) => number {
  const rank = new Map(cures.map(({ cure }, at) => [cure, at]));
  const rankOf = (cure: string): number => rank.get(cure) ?? cures.length;
  return (a, b) => rankOf(a) - rankOf(b);
}

/** `at least 12 verdicts`: a list that is missing hides an unknown number of objects. */
export const gives = ({ verdicts, orMore }: Cure): string =>
  `${orMore ? 'at least ' : ''}${counted(verdicts, 'verdict')}`;

/** A sentence about the cure that gives most; nothing where none would give a verdict by itself. */
export function bestCure({ cures: [first] = [], totals }: ReportHead): string | undefined {
  if (!first || first.verdicts === 0) return undefined;
  const share = `${count(first.verdicts)} of ${counted(totals.unknown, 'unknown verdict')}`;
  return `${first.orMore ? 'At least ' : ''}${share} ${first.verdicts === 1 ? 'waits' : 'wait'} for the first of these alone.`;
}
