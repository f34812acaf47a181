/** How many of each verdict, in all, by rule and by vault, counted while results go by. Its size does not grow with them. */
import type { Finding, ResourceRef, Verdict } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { ReportHead } from '../model/report.ts';
import { SEVERITIES } from '../model/rule.ts';
import { ControlTally } from './control-tally.ts';
import { Counts } from './counts.ts';
import { entryAt, increase } from './growing-map.ts';
import { lastPart, placeKey, vaultOf } from './resource-id.ts';
import { SubscriptionNames } from './subscription-names.ts';

/** A vault, or whatever else coverage speaks of: a subscription, the tenant. */
export interface Place {
  readonly id: string;
  name: string;
  readonly isVault: boolean;
  /** Where it is declared as code, if it says so. */
  location?: Location;
  readonly counts: Counts;
  /** Passes by rule. */
  readonly passes: Map<string, number>;
}

export interface Tally {
  readonly counts: Counts;
  readonly rules: ReadonlyMap<string, Counts>;
  /** By `placeKey`, those that coverage names first. */
  readonly places: ReadonlyMap<string, Place>;
  /** Unknown verdicts by reason. */
  readonly reasons: ReadonlyMap<NonNullable<Finding['reason']>, number>;
  readonly controls: ControlTally;
  readonly subscriptions: SubscriptionNames;
}

/** Before any result was entered. */
export const emptyTally = (report: ReportHead): GrowingTally => ({
  counts: new Counts(),
  rules: new Map(report.rules.map(({ id }) => [id, new Counts()])),
  places: placesOf(report),
  reasons: new Map(),
  controls: new ControlTally(report.rules),
  subscriptions: new SubscriptionNames(report),
});

function placesOf({ coverage }: ReportHead): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { resource } of coverage) placeAt(resource, places);
  return places;
}

export type GrowingTally = {
  [K in keyof Tally]: Tally[K] extends ReadonlyMap<infer I, infer V> ? Map<I, V> : Tally[K];
};

/** Counts a result; they may come in any order. */
export function enter(finding: Finding, tally: GrowingTally): void {
  const { ruleId, verdict, severity, resource, reason } = finding;
  tally.counts.add(verdict, severity);
  entryAt(tally.rules, ruleId, () => new Counts()).add(verdict, severity);
  name(resource, tally.places);
  const vault = vaultOf(resource);
  if (vault) enterPlace(placeAt(vault, tally.places), finding);
  if (reason) increase(tally.reasons, reason);
  tally.controls.add(finding);
}

function enterPlace(place: Place, { ruleId, verdict, severity, location }: Finding): void {
  if (location) place.location = location;
  place.counts.add(verdict, severity);
  if (verdict === 'pass') increase(place.passes, ruleId);
}

function name({ id, name }: ResourceRef, places: ReadonlyMap<string, Place>): void {
  const place = places.get(placeKey(id));
  if (place) place.name = name;
}

const placeAt = (id: string, places: Map<string, Place>): Place =>
  entryAt(places, placeKey(id), () => ({
    id,
    name: lastPart(id),
    isVault: id.startsWith('/'),
    counts: new Counts(),
    passes: new Map<string, number>(),
  }));

/** `2 critical, 10 medium`; empty when there is none. */
export const severitiesIn = (counts: Counts, verdict: Verdict): string =>
  SEVERITIES.filter((severity) => counts.of(verdict, severity))
    .map((severity) => `${counts.of(verdict, severity)} ${severity}`)
    .join(', ');
