/** How many of each verdict, in all, by rule and by vault, counted while results go by. Its size does not grow with them. */
import { shortName } from '../model/catalog.ts';
import type { Finding, ResourceRef, Verdict } from '../model/finding.ts';
import type { ReportHead } from '../model/report.ts';
import { SEVERITIES } from '../model/rule.ts';
import { ControlTally } from './control-tally.ts';
import { Counts } from './counts.ts';
import { SubscriptionNames } from './subscription-names.ts';

/** A vault, or whatever else coverage speaks of: a subscription, the tenant. */
export interface Place {
  readonly id: string;
  name: string;
  readonly isVault: boolean;
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
  entry(tally.rules, ruleId, () => new Counts()).add(verdict, severity);
  name(resource, tally.places);
  const vault = vaultOf(resource);
  if (vault) enterPlace(placeAt(vault, tally.places), finding);
  if (reason) tally.reasons.set(reason, (tally.reasons.get(reason) ?? 0) + 1);
  tally.controls.add(finding);
}

function enterPlace(place: Place, { ruleId, verdict, severity }: Finding): void {
  place.counts.add(verdict, severity);
  if (verdict === 'pass') place.passes.set(ruleId, (place.passes.get(ruleId) ?? 0) + 1);
}

function name({ id, name }: ResourceRef, places: ReadonlyMap<string, Place>): void {
  const place = places.get(placeKey(id));
  if (place) place.name = name;
}

const placeAt = (id: string, places: Map<string, Place>): Place =>
  entry(places, placeKey(id), () => ({
    id,
    name: lastPart(id),
    isVault: id.startsWith('/'),
    counts: new Counts(),
    passes: new Map<string, number>(),
  }));

function entry<K, V>(map: Map<K, V>, key: K, fresh: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = fresh();
  map.set(key, made);
  return made;
}

/** Ids compare without regard to letter case. */
export const placeKey = (id: string): string => id.toLowerCase();

const VAULT_KINDS: ReadonlySet<string> = new Set(['vault', 'hsm']);

/** The id of the vault that a resource is, or is in. */
export const vaultOf = ({ vault, kind, id }: ResourceRef): string | undefined =>
  vault ?? (VAULT_KINDS.has(shortName(kind)) ? id : undefined);

/** `/subscriptions/…/vaults/kv-a` → `kv-a`; `subscription:1b4e…` stays. */
const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1) || id;

/** `2 critical, 10 medium`; empty when there is none. */
export const severitiesIn = (counts: Counts, verdict: Verdict): string =>
  SEVERITIES.filter((severity) => counts.of(verdict, severity))
    .map((severity) => `${counts.of(verdict, severity)} ${severity}`)
    .join(', ');
