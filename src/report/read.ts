/** A report from the lines of its JSON form, in constant memory; of any other layout, if it fits in memory. */
import type { Finding } from '../model/finding.ts';
import { REPORT_SCHEMA_VERSION, type Report, type ReportHead, type Source } from '../model/report.ts';
import { reportOver } from './compile.ts';

/** The file is no report, of a version that this release does not read, or was cut off. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

type Lines = () => AsyncIterable<string>;

/** Characters of a report in another layout than ours. */
const LARGEST_WHOLE = 256 * 1024 * 1024;

/** Throws ReportError. */
export async function readReport(lines: Lines): Promise<Report> {
  for await (const first of lines()) {
    const report = first.startsWith('{"schemaVersion":') ? await readByLine(lines) : await readWhole(lines);
    if (report.schemaVersion === REPORT_SCHEMA_VERSION) return report;
    throw new ReportError(
      `a report of version ${String(report.schemaVersion)}; this release reads version ${REPORT_SCHEMA_VERSION}`,
    );
  }
  throw new ReportError('the file is empty');
}

type List = 'sources' | 'coverage' | 'rules' | 'results';

/** A line of the file: what opens a list, an item of one, or a part of the head. */
async function* sections(lines: Lines): AsyncGenerator<{ list?: List; text: string }> {
  let list: List | undefined;
  for await (const line of lines()) {
    const opened = /"(sources|coverage|rules|results)":\[$/.exec(line);
    if (list && /^\]/.test(line)) list = undefined;
    if (list) yield { list, text: line.endsWith(',') ? line.slice(0, -1) : line };
    else yield { text: line };
    if (opened && !list) list = opened[1] as List;
  }
}

async function readByLine(lines: Lines): Promise<Report> {
  let text = '';
  const kept: { coverage: string[]; rules: string[] } = { coverage: [], rules: [] };
  for await (const section of sections(lines)) {
    if (section.list === 'coverage' || section.list === 'rules') kept[section.list].push(section.text);
    else if (!section.list) text += section.text;
  }
  const head = parse(text) as ReportHead & { run: { sources?: unknown } };
  const { sources: _, ...run } = head.run;
  const whole = {
    ...head,
    run,
    coverage: kept.coverage.map(parse),
    rules: kept.rules.map(parse),
  } as unknown as ReportHead;
  return reportOver(whole, { lines: (list) => listed(lines, list) });
}

async function* listed(lines: Lines, wanted: List): AsyncGenerator<string> {
  for await (const { list, text } of sections(lines)) if (list === wanted) yield text;
}

async function readWhole(lines: Lines): Promise<Report> {
  const parts: string[] = [];
  let length = 0;
  for await (const line of lines()) {
    length += line.length;
    if (length > LARGEST_WHOLE)
      throw new ReportError('it is not laid out as vault-posture writes it, and too long to be read whole');
    parts.push(line);
  }
  const { results, run, ...head } = parse(parts.join('\n')) as ReportHead & {
    results: Finding[];
    run: ReportHead['run'] & { sources: Source[] };
  };
  if (!Array.isArray(results) || !Array.isArray(run?.sources)) throw new ReportError('it has no results');
  const { sources, ...rest } = run;
  const lists = { results, sources };
  return reportOver(
    { ...head, run: rest },
    {
      async *lines(list) {
        for (const item of lists[list]) yield JSON.stringify(item);
      },
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError('it is not JSON, or was cut off');
  }
}
