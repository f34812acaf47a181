/** What was scanned: the scope that was asked for, and what was found in it. */
import type { Figures, ReportHead } from '../../model/report.ts';
import type { ScanScope } from '../../model/snapshot.ts';
import { Counts } from '../counts.ts';
import { few } from '../few.ts';
import { entryAt } from '../growing-map.ts';
import type { Tally } from '../tally.ts';
import { count, counted } from '../text.ts';
import { kindWords, PLANE_WORDS } from '../words.ts';
import { subscriptionOf } from './inventory.ts';

/** Longer lists of ids are cut here; the JSON report has them whole. */
const NAMED = 6;
const DELETED = 'azure.deletedObject';
/** Subscriptions with a row of their own. */
const LISTED = 50;

export const scanned = ({ run: { scope, complete }, figures }: ReportHead, tally: Tally) => ({
  scope: scopeFacts(scope, tally),
  complete,
  kinds: kinds(figures),
  ...subscriptions(tally),
});

const scopeFacts = ({ cloud, subscriptions, vaults, without }: ScanScope, tally: Tally) => [
  { name: 'Cloud', lines: [cloud] },
  { name: 'Subscriptions', lines: listed(subscriptions.map((each) => tally.subscriptions.asked(each))) },
  { name: 'Vaults', lines: listed(vaults) },
  {
    name: 'Not asked',
    lines: without?.length ? without.map((plane) => PLANE_WORDS[plane]) : ['nothing was switched off'],
  },
];

const listed = (ids: readonly string[]): string[] =>
  ids.length === 0 ? ['all that the identity can see'] : few(ids, NAMED);

/** Kinds of resources with their numbers, the widest first, as the snapshot has them; what was deleted comes last. */
const kinds = (figures: Figures | undefined) =>
  Object.entries(figures?.resources ?? {})
    .toSorted(([a], [b]) => Number(a === DELETED) - Number(b === DELETED))
    .map(([kind, number]) => ({
      number: count(number),
      words: kindWords(kind) + (number === 1 ? '' : 's'),
      unlisted: unlisted(figures?.unlisted[kind]),
    }));

const unlisted = (lists: number | undefined): string | null =>
  lists ? `${counted(lists, 'list')} of them could not be read` : null;

interface Subscription {
  readonly name: string;
  vaults: number;
  readonly counts: Counts;
}

function subscriptions(tally: Tally) {
  const all = [...bySubscription(tally).values()].toSorted((a, b) => a.counts.compare(b.counts));
  return {
    subscriptions: all.slice(0, LISTED).map(({ name, vaults, counts }) => ({
      name,
      vaults: count(vaults),
      fail: count(counts.all('fail')),
      unknown: count(counts.all('unknown')),
      pass: count(counts.all('pass')),
    })),
    more: all.length > LISTED ? count(all.length - LISTED) : null,
    outside: outsideVaults(tally),
  };
}

function bySubscription(tally: Tally): Map<string, Subscription> {
  const found = new Map<string, Subscription>();
  for (const place of tally.places.values()) {
    if (!place.isVault) continue;
    const name = subscriptionOf(place, tally);
    const subscription = entryAt(found, name, () => ({ name, vaults: 0, counts: new Counts() }));
    subscription.vaults++;
    subscription.counts.addAll(place.counts);
  }
  return found;
}

/** What was judged of no vault: with it, the rows add up to the totals. Null where there is none. */
function outsideVaults({ counts, places }: Tally) {
  const vaults = [...places.values()].filter(({ isVault }) => isVault);
  const [fail, unknown, pass] = (['fail', 'unknown', 'pass'] as const).map((verdict) =>
    vaults.reduce((rest, place) => rest - place.counts.all(verdict), counts.all(verdict)),
  ) as [number, number, number];
  return fail + unknown + pass > 0 ? { fail: count(fail), unknown: count(unknown), pass: count(pass) } : null;
}
