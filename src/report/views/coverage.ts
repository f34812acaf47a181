/** What was read, and what could not be: the cures first, then what each would open. */
import type { Cure, ReportCoverage, ReportHead } from '../../model/report.ts';
import { COVERAGE_SUBJECTS, type Coverage } from '../../model/snapshot.ts';
import { bestCure, gives, orderOf } from '../cures.ts';
import { grouped } from '../growing-map.ts';
import { placeKey } from '../resource-id.ts';
import type { Tally } from '../tally.ts';
import { count, counted } from '../text.ts';
import { PLANE_WORDS, REASON_WORDS, SUBJECT_WORDS } from '../words.ts';
import { bar } from './bar.ts';
import { partsOf, readsIn } from './reads.ts';

/** Resources named for one gap. */
const NAMED = 25;

export function coverage(report: ReportHead, tally: Tally) {
  const { coverage: entries, run } = report;
  const gaps = entries.filter(({ status }) => status !== 'read');
  return {
    complete: run.complete,
    read: count(entries.length - gaps.length),
    asked: count(entries.length),
    share: percent(entries.length - gaps.length, entries.length),
    places: counted(distinctPlaces(entries), 'place'),
    any: entries.length > 0,
    subjects: subjects(entries),
    best: bestCure(report) ?? null,
    cures: cures(gaps, entries.length, report, tally),
  };
}

const distinctPlaces = (entries: readonly Coverage[]): number =>
  new Set(entries.map(({ resource }) => placeKey(resource))).size;

/** Never rounded up to all, nor down to nothing. */
function percent(part: number, whole: number): string {
  const share = Math.floor((100 * part) / whole);
  return part > 0 && share === 0 ? 'under 1 %' : `${part ? share : 0} %`;
}

const subjects = (entries: readonly Coverage[]) =>
  [...grouped(inOrder(entries), ({ what, plane }) => `${what} ${plane}`).values()].map(subject);

const inOrder = (entries: readonly Coverage[]): Coverage[] =>
  entries.toSorted((a, b) => COVERAGE_SUBJECTS.indexOf(a.what) - COVERAGE_SUBJECTS.indexOf(b.what));

function subject(entries: readonly [Coverage, ...Coverage[]]) {
  const reads = readsIn(entries);
  return {
    what: SUBJECT_WORDS[entries[0].what],
    plane: PLANE_WORDS[entries[0].plane],
    asked: count(reads.asked),
    read: count(reads.read),
    instead: count(reads.instead),
    missing: count(reads.missing),
    lacking: reads.missing > 0,
    share: percent(reads.read, reads.asked),
    bar: bar(partsOf(reads), reads.asked),
  };
}

/** Gaps by what would close them, the cure that gives most verdicts first. */
const cures = (gaps: readonly ReportCoverage[], asked: number, { cures: known = [] }: ReportHead, tally: Tally) =>
  inOrderOf(known, grouped(gaps, cureOf)).map(([cure, gaps]) => ({
    cure,
    gives: worth(known.find((one) => one.cure === cure)),
    gaps: counted(gaps.length, 'gap'),
    places: counted(distinctPlaces(gaps), 'place'),
    share: percent(gaps.length, asked),
    lines: [...grouped(gaps, ({ what, plane, status }) => `${what} ${plane} ${status}`).values()].map((entries) =>
      line(entries, tally),
    ),
  }));

/** What is not among the known cures comes last, the largest group first. */
function inOrderOf<T>(known: readonly Cure[], groups: ReadonlyMap<string, [T, ...T[]]>): [string, [T, ...T[]]][] {
  const byRank = orderOf(known);
  return [...groups].sort(([a, ofA], [b, ofB]) => byRank(a, b) || ofB.length - ofA.length);
}

/** Null where no verdict waits for it. */
function worth(cure: Cure | undefined): string | null {
  if (!cure || cure.verdicts + cure.together === 0) return null;
  const { together } = cure;
  return together > 0 ? `${gives(cure)}, and ${count(together)} more together with other cures` : gives(cure);
}

const cureOf = ({ remedy, status }: ReportCoverage): string =>
  remedy ??
  (status === 'skipped' ? 'Scan without switching it off' : 'No single permission or setting is known to cure it');

function line(entries: readonly [ReportCoverage, ...ReportCoverage[]], tally: Tally) {
  const { what, plane, status } = entries[0];
  const verdicts = entries.reduce((sum, entry) => sum + (entry.verdicts ?? 0), 0);
  return {
    what: SUBJECT_WORDS[what],
    plane: PLANE_WORDS[plane],
    reason: status === 'read' ? '' : REASON_WORDS[status],
    count: counted(entries.length, 'place'),
    verdicts: verdicts > 0 ? counted(verdicts, 'verdict') : null,
    orMore: entries.some(({ orMore }) => orMore),
    places: entries.slice(0, NAMED).map((entry) => place(entry, tally)),
    more: entries.length > NAMED ? count(entries.length - NAMED) : null,
  };
}

const place = ({ resource, detail, fallback, asked, refused }: Coverage, tally: Tally) => ({
  name: tally.subscriptions.place(resource) ?? tally.places.get(placeKey(resource))?.name ?? resource,
  detail: detail ?? null,
  fallback: fallback ? PLANE_WORDS[fallback] : null,
  parts: asked === undefined ? null : `${count(refused ?? 0)} of ${count(asked)}`,
});
