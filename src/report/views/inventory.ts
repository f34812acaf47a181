/** The vaults, the worst first, with their numbers of verdicts, their score, and the checks that passed. */
import type { ReportHead, ReportRule } from '../../model/report.ts';
import type { Severity } from '../../model/rule.ts';
import { SEVERITIES } from '../../model/rule.ts';
import type { Counts } from '../counts.ts';
import { increase } from '../growing-map.ts';
import { placeKey, subscriptionIn } from '../resource-id.ts';
import { type Place, severitiesIn, type Tally } from '../tally.ts';
import { count, counted } from '../text.ts';
import { anchorPart, declared } from './finding.ts';

/** Vaults that stand in the page. */
const LISTED = 2000;
/** Vaults whose passed checks are named. */
const DETAILED = 200;
/** Vaults that are printed, and of these the ones whose passed checks are. */
const PRINTED = 200;
const PRINTED_IN_DETAIL = 60;

export interface Inventory {
  readonly listed: readonly Place[];
  /** By `placeKey`, of those listed. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly total: number;
}

export function inventoryOf(tally: Tally): Inventory {
  const places = [...tally.places.values()].filter(({ isVault }) => isVault).sort(worstFirst);
  const listed = places.slice(0, LISTED);
  const anchors = new Map(listed.map(({ id }, at) => [placeKey(id), `vault-${at + 1}`]));
  return { listed, anchors, total: places.length };
}

const worstFirst = (a: Place, b: Place): number =>
  a.counts.compare(b.counts) || compare(a.name, b.name) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What is said around the table. */
export const inventory = ({ listed, total }: Inventory) => ({
  total: count(total),
  unlisted: total > listed.length ? count(total - listed.length) : null,
  printed: total > PRINTED ? count(PRINTED) : null,
  detailed: total > DETAILED ? count(DETAILED) : null,
  printedInDetail: total > PRINTED_IN_DETAIL ? count(PRINTED_IN_DETAIL) : null,
});

/** Rows of the table. */
export function inventoryRows({ listed, anchors }: Inventory, { coverage }: ReportHead, tally: Tally) {
  const gaps = new Map<string, number>();
  for (const { resource, status } of coverage) if (status !== 'read') increase(gaps, placeKey(resource));
  return listed.map((place, at) => ({
    anchor: anchors.get(placeKey(place.id)) ?? null,
    beyond: at >= PRINTED,
    name: place.name,
    declared: declared(place.location),
    subscription: subscriptionOf(place, tally),
    score: score(place.counts),
    fail: count(place.counts.all('fail')),
    severities: severitiesIn(place.counts, 'fail'),
    unknown: count(place.counts.all('unknown')),
    pass: count(place.counts.all('pass')),
    notApplicable: count(place.counts.all('notApplicable')),
    gaps: count(gaps.get(placeKey(place.id)) ?? 0),
  }));
}

export function subscriptionOf({ id }: Place, tally: Tally): string {
  const guid = subscriptionIn(id);
  return guid === undefined ? 'not told' : tally.subscriptions.of(guid);
}

const WEIGHTS: Readonly<Record<Severity, number>> = { critical: 10, high: 5, medium: 2, low: 1, info: 0 };

/** Never rounded up: 100 only if nothing failed and nothing is open. */
function score(counts: Counts): string {
  const weighed = (verdict: 'pass' | 'fail' | 'unknown'): number =>
    SEVERITIES.reduce((sum, severity) => sum + WEIGHTS[severity] * counts.of(verdict, severity), 0);
  const whole = weighed('pass') + weighed('fail') + weighed('unknown');
  return whole ? String(Math.floor((100 * weighed('pass')) / whole)) : '–';
}

/** The checks that passed on each vault and on what it holds. */
export const passedChecks = ({ listed }: Inventory, rules: readonly ReportRule[]) =>
  listed.slice(0, DETAILED).map(({ name, counts, passes }, at) => ({
    name,
    beyond: at >= PRINTED_IN_DETAIL,
    total: `${counted(passes.size, 'check')} passed, ${counted(counts.all('pass'), 'time')} in all`,
    rules: rules.flatMap(({ id, title }) => {
      const times = passes.get(id);
      return times
        ? [{ id, title, anchor: `method-${anchorPart(id)}`, times: times > 1 ? `× ${count(times)}` : null }]
        : [];
    }),
  }));
