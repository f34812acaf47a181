/** What cures give, in words. */
import type { Cure, ReportHead } from '../model/report.ts';
import { count, counted } from './text.ts';

/** `at least 12 verdicts`: a list that is missing hides an unknown number of objects. */
export const gives = ({ verdicts, orMore }: Cure): string =>
  `${orMore ? 'at least ' : ''}${counted(verdicts, 'verdict')}`;

/** A sentence about the cure that gives most; nothing where none would give a verdict by itself. */
export function bestCure({ cures: [first] = [], totals }: ReportHead): string | undefined {
  if (!first || first.verdicts === 0) return undefined;
  const share = `${count(first.verdicts)} of ${counted(totals.unknown, 'unknown verdict')}`;
  return `${first.orMore ? 'At least ' : ''}${share} ${first.verdicts === 1 ? 'waits' : 'wait'} for the first of these alone.`;
}
