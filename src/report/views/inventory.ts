/** The vaults, the worst first, with their numbers of verdicts. */
import type { ReportHead } from '../../model/report.ts';
import { type Place, placeKey, severitiesIn, subscriptionName, type Tally } from '../tally.ts';
import { count } from '../text.ts';

/** Vaults that stand in the page. */
const LISTED = 2000;

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

/** Rows of the table. */
export function inventoryRows({ listed, anchors }: Inventory, { coverage }: ReportHead, tally: Tally) {
  const gaps = new Map<string, number>();
  for (const { resource, status } of coverage)
    if (status !== 'read') gaps.set(placeKey(resource), (gaps.get(placeKey(resource)) ?? 0) + 1);
  return listed.map((place) => ({
    anchor: anchors.get(placeKey(place.id)) ?? null,
    name: place.name,
    subscription: subscriptionOf(place, tally),
    fail: count(place.counts.all('fail')),
    severities: severitiesIn(place.counts, 'fail'),
    unknown: count(place.counts.all('unknown')),
    pass: count(place.counts.all('pass')),
    notApplicable: count(place.counts.all('notApplicable')),
    gaps: count(gaps.get(placeKey(place.id)) ?? 0),
  }));
}

function subscriptionOf({ id }: Place, tally: Tally): string {
  const guid = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
  return guid ? subscriptionName(guid, tally) : 'not told';
}
