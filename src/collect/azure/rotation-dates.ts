/**
 * What a rotation policy comes to for the current version of a key. A trigger before expiry needs an expiry time in the
 * policy and an expiry on the key. Source: https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import { settle } from '../settle.ts';
import { every, itemsOf, type ListOf, some, type Truth } from '../truth.ts';
import { after, before, type CalendarDuration, calendarDuration } from './calendar.ts';
import type { azure } from './catalog.ts';
import { rotationDatesFacet } from './rotation-catalog.ts';
import { isOne } from './truth-count.ts';

type Facets = (typeof azure)['azure.key']['facets'];
type Attributes = FactsOf<Facets['attributes']['fields']>;
export type RotatedKey = Pick<Attributes, 'created' | 'expires'> & FactsOf<Facets['rotation']['fields']>;
type Policy = Exclude<RotatedKey['rotationPolicy'], Gap | undefined>;
type Actions = Policy['lifetimeActions'];
type Action = Actions extends ListOf<infer A extends object> ? A : never;

/** One way in which the policy may rotate the key. */
interface Trigger {
  readonly fires: Truth;
  /** When, if it fires. */
  readonly at: number | Gap;
}

/** From a key's settled facts. */
export function rotationDates(key: RotatedKey): FactsOf<typeof rotationDatesFacet.fields> {
  const triggers = triggersOf(key);
  return settle(rotationDatesFacet.fields, {
    nextRotation: earliest(triggers),
    rotationCanFire: some(triggers.map(({ fires }) => fires)),
  });
}

/** Only one that surely does not fire is out of the question. */
function earliest(triggers: readonly Trigger[]): number | Gap | undefined {
  const dates = triggers.flatMap(({ fires, at }) => (fires === false ? [] : [fires instanceof Gap ? fires : at]));
  const known = dates.flatMap((date) => (date instanceof Gap ? [] : [date]));
  if (known.length < dates.length) return dates.find((date) => date instanceof Gap);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function triggersOf(key: RotatedKey): readonly Trigger[] {
  const policy = key.rotationPolicy;
  if (policy === undefined) return [];
  if (policy instanceof Gap) return [unread(policy)];
  return itemsOf(policy.lifetimeActions).flatMap((action) =>
    action instanceof Gap ? [unread(action)] : triggersIn(action, key, policy),
  );
}

const unread = (gap: Gap): Trigger => ({ fires: gap, at: gap });

/** An action has one trigger; one that has none is not understood. */
function triggersIn(action: Action, key: RotatedKey, policy: Policy): readonly Trigger[] {
  const { timeAfterCreate, timeBeforeExpiry } = action;
  const rotates = isOne(action.action, 'Rotate', ['Rotate', 'Notify']);
  const expires = every([isThere(key.expires), isThere(policy.expiryTime)]);
  const triggers: Trigger[] = [];
  if (timeAfterCreate !== undefined) triggers.push(trigger(rotates, key.created, timeAfterCreate, after));
  if (timeBeforeExpiry !== undefined)
    triggers.push(trigger(every([rotates, expires]), key.expires ?? NEVER, timeBeforeExpiry, before));
  return triggers.length > 0 ? triggers : [{ fires: every([rotates, MALFORMED]), at: MALFORMED }];
}

const MALFORMED = Gap.of('error');
/** Stands for no date where none is asked for. */
const NEVER = Infinity;

const isThere = (fact: unknown): Truth => (fact instanceof Gap ? fact : fact !== undefined);

type Shift = (instant: number, duration: CalendarDuration) => number;

function trigger(fires: Truth, from: number | Gap, time: string | Gap, shift: Shift): Trigger {
  const duration = time instanceof Gap ? time : (calendarDuration(time) ?? MALFORMED);
  if (duration instanceof Gap) return { fires: every([fires, duration]), at: duration };
  return { fires, at: from instanceof Gap ? from : shift(from, duration) };
}
