/** What a rule asks, as it is written: its conditions in the order in which they are looked at. */
import type { ReportRule } from '../../model/report.ts';

/** A condition in CEL, by line. */
type ConditionView = { readonly name: string; readonly lines: readonly string[] };

/** None for rules of reports that did not tell them. */
export const conditions = ({ when, measurable, each, require }: ReportRule): ConditionView[] => [
  ...condition('Applies when', when),
  ...condition('Can be answered when', measurable),
  ...condition('For each', each && `${each.as} of ${each.list}`),
  ...condition('Requires', require),
];

const condition = (name: string, text: string | undefined): ConditionView[] =>
  text === undefined ? [] : [{ name, lines: text.split(/\r?\n/) }];
