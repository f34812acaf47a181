/** A table for spreadsheets and ticket systems: a verdict a line. The columns and their order are documented and stay. */
import type { Finding } from '../../model/finding.ts';
import { locationWords } from '../../model/location.ts';
import type { Report, ReportRule } from '../../model/report.ts';
import { cell, line } from '../csv/cell.ts';
import type { OpenMore, Renderer, Sink } from '../renderer.ts';
import { sentenceOf, vaultNameOf } from '../telling.ts';
import { observed } from '../views/finding.ts';

interface Row {
  readonly finding: Finding;
  /** Absent where the report does not have it. */
  readonly rule: ReportRule | undefined;
  readonly evaluatedAt: string;
}

/** New ones come last: imports go by place. */
const COLUMNS: readonly (readonly [name: string, of: (row: Row) => string])[] = [
  ['verdict', ({ finding }) => finding.verdict],
  ['severity', ({ finding }) => finding.severity],
  ['rule', ({ finding }) => finding.ruleId],
  ['title', ({ rule }) => rule?.title ?? ''],
  ['kind', ({ finding }) => finding.resource.kind],
  ['name', ({ finding }) => finding.resource.name],
  ['vault', ({ finding }) => vaultNameOf(finding.resource)],
  ['subscription', ({ finding }) => finding.resource.subscriptionId ?? ''],
  ['message', ({ finding }) => sentenceOf(finding)],
  ['reason', ({ finding }) => finding.reason ?? ''],
  ['evidence', ({ finding }) => evidence(finding)],
  ['controls', controls],
  ['resource_id', ({ finding }) => finding.resource.id],
  ['evaluated_at', ({ evaluatedAt }) => evaluatedAt],
  ['fingerprint', ({ finding }) => finding.fingerprint],
  ['declared_in', ({ finding: { location } }) => (location ? locationWords(location) : '')],
];

const evidence = ({ evidence = [] }: Finding): string =>
  evidence.map((leaf) => `${leaf.field}: ${observed(leaf)}`).join(', ');

/** Those that hold for the resource, where that depends on it. */
function controls({ finding, rule }: Row): string {
  const all = Object.entries(rule?.controls ?? {}).map(([id, list]) => [id, list.map(({ id }) => id)] as const);
  const held = finding.controls ? Object.entries(finding.controls) : all;
  return held.flatMap(([framework, ids]) => ids.map((id) => `${framework} ${id}`)).join(', ');
}

/** Lines of a sheet, its header among them. Same source as for cells. */
const SHEET = 1_048_576;

/** Without it Excel takes UTF-8 for the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';

const HEADER = BYTE_ORDER_MARK + line(COLUMNS.map(([name]) => name));

export const csv: Renderer = {
  file: 'report.csv',
  about: 'every verdict a line, for spreadsheets and ticket systems',
  severalFiles: true,
  render: (report, sink, more) => writeSheets(report, sink, more, SHEET),
};

/** `most`: lines of a sheet; what does not fit goes to the next, where there may be one. */
export async function writeSheets(report: Report, first: Sink, more: OpenMore | undefined, most: number) {
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const { evaluatedAt } = report.run;
  let [sink, number, lines] = [first, 1, 1];
  await sink.write(HEADER);
  for await (const finding of report.results()) {
    if (lines === most && more) {
      sink = await more(++number);
      lines = 1;
      await sink.write(HEADER);
    }
    lines++;
    await sink.write(rowText({ finding, rule: rules.get(finding.ruleId), evaluatedAt }));
  }
}

const rowText = (row: Row): string => line(COLUMNS.map(([, of]) => cell(of(row))));
