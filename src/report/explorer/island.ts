/**
 * The data of the page's explorer, by line: a row for each finding, the answers that their evidence stands on, and last
 * the legend to both. Only the legend and the numbers of the answers are kept in memory while it is written.
 */
import type { Report } from '../../model/report.ts';
import { stream } from '../selection.ts';
import { Legend, type LegendContext } from './legend.ts';
import { row, sourceRow } from './row.ts';

/** Findings that the explorer holds at most, the worst of them. A browser keeps about 1 KB for each. */
export const EXPLORED = 200_000;

export async function* islandLines(report: Report, context: Omit<LegendContext, 'rules'>): AsyncGenerator<string> {
  const legend = new Legend({ rules: report.rules, ...context });
  const answers = new Set<number>();
  let findings = 0;
  for await (const finding of stream(report, context.tally, EXPLORED)) {
    for (const { source } of finding.evidence ?? []) if (source) answers.add(source.ref);
    findings++;
    yield row(finding, legend);
  }
  for await (const source of report.sources()) if (answers.has(source.id)) yield sourceRow(source);
  yield JSON.stringify({ findings, ...legend.toJSON() });
}
