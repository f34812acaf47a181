/** A report from the lines of its JSON form, in constant memory; of any other layout, if it fits in memory. */
import { type Finding, VERDICTS, type Verdict } from '../model/finding.ts';
import {
  REPORT_SCHEMA_VERSION,
  type Report,
  type ReportHead,
  type ResultFilter,
  type ResultLine,
  type Source,
  type Totals,
} from '../model/report.ts';
import { increase } from './growing-map.ts';
import { wrongResult } from './result-shape.ts';
import { keptResults, reportOver, type SpooledList } from './spooled.ts';

/** The file is no report, of a version that this release does not read, or was cut off. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

const CUT_OFF = 'it is not JSON, or was cut off';

type Lines = () => AsyncIterable<string>;

/** Characters of a report in another layout than ours. */
const LARGEST_WHOLE = 256 * 1024 * 1024;

/** As the JSON renderer begins; a report that somebody pressed into one line begins alike, but does not end here. */
const OUR_FIRST_LINE = /^\{"schemaVersion":\d+,$/;

/** Throws ReportError, when results are read, too. */
export async function readReport(lines: Lines): Promise<Report> {
  for await (const first of lines()) {
    const report = OUR_FIRST_LINE.test(first) ? await readByLine(lines) : await readWhole(lines);
    if (report.schemaVersion === REPORT_SCHEMA_VERSION) return heldToItsTotals(report);
    throw new ReportError(
      `a report of version ${String(report.schemaVersion)}; this release reads version ${REPORT_SCHEMA_VERSION}`,
    );
  }
  throw new ReportError('the file is empty');
}

/** Who reads its results to their end learns whether some were taken out or put in. */
const heldToItsTotals = (report: Report): Report => ({
  ...report,
  results: (filter) => keptResults(() => counted(report, filter)),
});

async function* counted(report: Report, { verdict }: ResultFilter = {}): AsyncGenerator<ResultLine> {
  const counts = new Map<Verdict, number>();
  for await (const line of report.results().lines()) {
    increase(counts, line.finding.verdict);
    if (verdict === undefined || line.finding.verdict === verdict) yield line;
  }
  if (!agree(counts, report.totals))
    throw new ReportError('its results are not those that its totals count: it was changed after it was written');
}

/** A report of fails alone counts the others all the same. */
function agree(counts: ReadonlyMap<Verdict, number>, totals: Totals): boolean {
  const differing = VERDICTS.filter((verdict) => (counts.get(verdict) ?? 0) !== totals[verdict]);
  return differing.length === 0 || (!differing.includes('fail') && [...counts.keys()].every(isFail));
}

const isFail = (verdict: Verdict): boolean => verdict === 'fail';

type List = 'sources' | 'coverage' | 'rules' | 'results';

const OPENS_LIST = /"(sources|coverage|rules|results)":\[$/;

/** A line of the file: what opens a list, an item of one, or a part of the head. */
async function* sections(lines: Lines): AsyncGenerator<{ list?: List; text: string }> {
  let list: List | undefined;
  for await (const line of lines()) {
    if (list && line.startsWith(']')) list = undefined;
    if (list) yield { list, text: line.endsWith(',') ? line.slice(0, -1) : line };
    else {
      yield { text: line };
      list = OPENS_LIST.exec(line)?.[1] as List | undefined;
    }
  }
}

/** All but the long lists; results are not looked at. */
async function readByLine(lines: Lines): Promise<Report> {
  let text = '';
  const kept: { coverage: string[]; rules: string[] } = { coverage: [], rules: [] };
  for await (const section of sections(lines)) {
    if (section.list === 'results') {
      text += ']}';
      break;
    }
    if (section.list === 'coverage' || section.list === 'rules') kept[section.list].push(section.text);
    else if (!section.list) text += section.text;
  }
  const { results: _, run, ...head } = whole(parse(text));
  const { sources: __, ...rest } = run;
  const lists = { coverage: kept.coverage.map(parse), rules: kept.rules.map(parse) } as Pick<
    ReportHead,
    'coverage' | 'rules'
  >;
  return reportOver({ ...head, ...lists, run: rest }, { lines: (list) => listed(lines, list) }, parseItem);
}

/**
 * Reads no further than the list goes; behind the results, which are last, there is nothing more to go. Throws ReportError
 * for a list that does not end.
 */
async function* listed(lines: Lines, wanted: List): AsyncGenerator<string> {
  let begun = false;
  let behind = '';
  for await (const { list, text } of sections(lines)) {
    if (list === wanted && behind === '') yield text;
    else if (begun) behind += text;
    begun ||= list === wanted;
    if (behind !== '' && wanted !== 'results') return;
    if (behind.length > END.length) break;
  }
  if (begun && behind !== END) throw new ReportError(behind.startsWith(END) ? GOES_ON : CUT_OFF);
}

/** Behind the results. */
const END = ']}';
const GOES_ON = 'something stands behind its end';

async function readWhole(lines: Lines): Promise<Report> {
  const parts: string[] = [];
  let length = 0;
  for await (const line of lines()) {
    length += line.length;
    if (length > LARGEST_WHOLE)
      throw new ReportError('it is not laid out as vault-posture writes it, and too long to be read whole');
    parts.push(line);
  }
  const { results, run, ...head } = whole(parse(parts.join('\n')));
  const { sources, ...rest } = run;
  const lists = { results, sources };
  return reportOver(
    { ...head, run: rest },
    {
      async *lines(list) {
        for (const item of lists[list]) yield JSON.stringify(item);
      },
    },
    parseItem,
  );
}

type Whole = ReportHead & {
  readonly results: readonly Finding[];
  readonly run: ReportHead['run'] & { readonly sources: readonly Source[] };
};

const LISTS = ['coverage', 'rules', 'results'] as const;

/** Throws ReportError for what lacks a part of a report. */
function whole(value: unknown): Whole {
  const { schemaVersion, tool, run, totals, ...lists } = Object(value) as { [member: string]: unknown };
  if (typeof schemaVersion !== 'number') throw new ReportError('it does not say its schemaVersion');
  for (const [name, part] of Object.entries({ tool, run, totals }))
    if (typeof part !== 'object' || part === null) throw new ReportError(`it has no ${name}`);
  const { sources } = run as { sources?: unknown };
  for (const [name, list] of Object.entries({ sources, ...pick(lists) }))
    if (!Array.isArray(list)) throw new ReportError(`it has no ${name}`);
  return value as Whole;
}

const pick = (members: { [member: string]: unknown }) => Object.fromEntries(LISTS.map((name) => [name, members[name]]));

/** A verdict that no release gives would be in no count and in no table. */
function parseItem(text: string, list: SpooledList): unknown {
  const item = parse(text);
  const wrong = list === 'results' ? wrongResult(item) : undefined;
  if (wrong === undefined) return item;
  throw new ReportError(`a result has no proper ${wrong}: it was changed after it was written`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError(CUT_OFF);
  }
}
