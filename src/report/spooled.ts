/** A report whose long lists are kept outside of memory, and read from there as often as somebody asks for them. */
import type { Finding } from '../model/finding.ts';
import type { Report, ReportHead, ResultFilter, ResultLine, Results, Source } from '../model/report.ts';

/** The lists that are kept so. */
export type SpooledList = 'results' | 'sources';

/** Where they are kept while the report is made; given in, since reports open no files. */
export interface ReportSpool {
  append(list: SpooledList, line: string): Promise<void>;
  /** From the beginning; can be read any number of times once nothing is appended any more. */
  lines(list: SpooledList): AsyncIterable<string>;
}

type Parse = (line: string, list: SpooledList) => unknown;

const plainly: Parse = (line) => JSON.parse(line);

export const reportOver = (head: ReportHead, spool: Pick<ReportSpool, 'lines'>, parse: Parse = plainly): Report => ({
  ...head,
  results: (filter) => keptResults(() => resultLines(spool.lines('results'), parse, filter)),
  sources: () => sourcesFrom(spool.lines('sources'), parse),
});

/** Results that are kept as lines of JSON. */
export const keptResults = (lines: () => AsyncIterable<ResultLine>): Results => ({
  lines,
  async *[Symbol.asyncIterator]() {
    for await (const { finding } of lines()) yield finding;
  },
});

async function* resultLines(
  lines: AsyncIterable<string>,
  parse: Parse,
  { verdict }: ResultFilter = {},
): AsyncGenerator<ResultLine> {
  for await (const line of lines) {
    const finding = parse(line, 'results') as Finding;
    if (verdict === undefined || finding.verdict === verdict) yield { finding, line };
  }
}

async function* sourcesFrom(lines: AsyncIterable<string>, parse: Parse): AsyncGenerator<Source> {
  for await (const line of lines) yield parse(line, 'sources') as Source;
}

/** Results that are not kept as lines of JSON: these are written when they are asked for. */
export const resultsOf = (findings: () => AsyncIterable<Finding>): Results => ({
  [Symbol.asyncIterator]: () => findings()[Symbol.asyncIterator](),
  async *lines() {
    for await (const finding of findings()) yield { finding, line: JSON.stringify(finding) };
  },
});
