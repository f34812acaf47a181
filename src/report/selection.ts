/** Which findings stand in a page that cannot hold all: a few of everything, then the worst. */
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { SEVERITIES } from '../model/rule.ts';
import { increase } from './growing-map.ts';
import { isListed, LISTED, worstFirst } from './listed.ts';
import { emptyTally, enter, type Tally } from './tally.ts';

/** So many of each rule, verdict and severity have a place, however many worse ones there are. */
const EXAMPLES = 5;

/** A few of each, then all that there is room for. */
const STEPS = [EXAMPLES, Infinity];

/** All tallied, and of the failed and unknown findings at most `room`, in snapshot order. */
export async function select(report: Report, room: number): Promise<{ tally: Tally; chosen: readonly Finding[] }> {
  const tally = emptyTally(report);
  const selection = new Selection(tally, room);
  for await (const finding of report.results()) {
    enter(finding, tally);
    selection.add(finding);
  }
  return { tally, chosen: selection.chosen() };
}

/**
 * The same while findings go by, each entered in the tally before it is added. Holds twice as many as there is room for: what
 * has no place among the findings so far gets none later, since a share that is smaller than its bucket never grows.
 */
export class Selection {
  readonly #tally: Tally;
  readonly #room: number;
  #kept: Finding[] = [];
  /** Keys of buckets that all of their share was taken of. */
  #full: ReadonlySet<string> = new Set();

  constructor(tally: Tally, room: number) {
    this.#tally = tally;
    this.#room = room;
  }

  add(finding: Finding): void {
    if (!isListed(finding) || this.#full.has(bucketKey(finding))) return;
    this.#kept.push(finding);
    if (this.#kept.length >= 2 * this.#room) this.#cut();
  }

  #cut(): void {
    const all = buckets(this.#tally);
    const places = share(all, this.#room, STEPS);
    this.#full = new Set(all.filter(({ key, size }) => (places.get(key) ?? 0) < size).map(({ key }) => key));
    this.#kept = this.#kept.filter((finding) => takePlace(places, finding));
  }

  chosen(): Finding[] {
    this.#cut();
    return this.#kept;
  }
}

/** The same once all are tallied, one by one: for when there is room for more than memory should hold. */
export async function* stream(report: Report, tally: Tally, room: number): AsyncGenerator<Finding> {
  const places = share(buckets(tally), room, STEPS);
  for await (const finding of report.results()) if (takePlace(places, finding)) yield finding;
}

/** So many of the findings: one of each rule, verdict and severity, then a few of each, then the worst. More room keeps all that less has. */
export function foremost(findings: readonly Finding[], room: number): ReadonlySet<Finding> {
  const places = share(bucketsOf(findings), room, [1, EXAMPLES, Infinity]);
  return new Set(findings.filter((finding) => takePlace(places, finding)));
}

function bucketsOf(findings: readonly Finding[]): Bucket[] {
  const sizes = new Map<string, number>();
  for (const finding of findings.toSorted(worstFirst)) increase(sizes, bucketKey(finding));
  return [...sizes].map(([key, size]) => ({ key, size }));
}

function takePlace(places: Map<string, number>, finding: Finding): boolean {
  const key = bucketKey(finding);
  const left = places.get(key) ?? 0;
  places.set(key, left - 1);
  return left > 0;
}

interface Bucket {
  readonly key: string;
  readonly size: number;
}

/** The worst first: failures before unknowns, then by severity. */
const buckets = ({ rules }: Tally): Bucket[] =>
  LISTED.flatMap((verdict) =>
    SEVERITIES.flatMap((severity) =>
      [...rules].map(([ruleId, counts]) => ({
        key: bucketKey({ verdict, severity, ruleId }),
        size: counts.of(verdict, severity),
      })),
    ),
  );

const bucketKey = ({ verdict, severity, ruleId }: Pick<Finding, 'verdict' | 'severity' | 'ruleId'>): string =>
  `${verdict} ${severity} ${ruleId}`;

/** Up to the first number for each bucket in order while there is room, then up to the second, and so on. */
function share(buckets: readonly Bucket[], room: number, steps: readonly number[]): Map<string, number> {
  const places = new Map<string, number>();
  let left = room;
  for (const most of steps)
    for (const { key, size } of buckets) {
      const had = places.get(key) ?? 0;
      const more = Math.min(Math.min(size, most) - had, left);
      places.set(key, had + more);
      left -= more;
    }
  return places;
}
