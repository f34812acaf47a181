/** All that a page tells of results and sources, in one reading of each: there may be a million. */
import type { Finding } from '../model/finding.ts';
import type { Report, ReportHead, Source } from '../model/report.ts';
import { EXPLORED, Island } from './explorer/island.ts';
import { isListed } from './listed.ts';
import { ResultsDigest } from './results-digest.ts';
import { Selection, stream } from './selection.ts';
import { emptyTally, enter, type Tally } from './tally.ts';

export interface Survey {
  readonly tally: Tally;
  /** In snapshot order. */
  readonly chosen: readonly Finding[];
  /** By id; those that the evidence of the chosen stands on. */
  readonly sources: ReadonlyMap<number, Source>;
  /** Holds the findings that can be explored, and the sources of their evidence. */
  readonly island: Island;
  /** Of all results, in hex. */
  readonly sha256: string;
}

/** Chooses so many findings. */
export async function survey(report: Report, room: number): Promise<Survey> {
  const tally = emptyTally(report);
  const selection = new Selection(tally, room);
  const digest = new ResultsDigest();
  const island = new Island(report);
  const all = fitsWhole(report);
  for await (const { finding, line } of report.results().lines()) {
    digest.add(line);
    enter(finding, tally);
    selection.add(finding);
    if (all && isListed(finding)) await island.add(finding);
  }
  if (!all) for await (const finding of stream(report, tally, EXPLORED)) await island.add(finding);
  const chosen = selection.chosen();
  return { tally, chosen, sources: await sourcesOf(report, chosen, island), island, sha256: digest.end() };
}

/** Otherwise the worst can be told only when all have been counted. */
const fitsWhole = ({ totals: { fail, unknown } }: ReportHead): boolean => fail + unknown <= EXPLORED;

async function sourcesOf(report: Report, chosen: readonly Finding[], island: Island): Promise<Map<number, Source>> {
  const wanted = new Set(chosen.flatMap(({ evidence }) => evidence ?? []).map(({ source }) => source?.ref));
  const sources = new Map<number, Source>();
  for await (const source of report.sources()) {
    if (wanted.has(source.id)) sources.set(source.id, source);
    await island.hear(source);
  }
  return sources;
}
