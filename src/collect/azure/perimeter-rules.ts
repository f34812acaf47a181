/** The addresses that a perimeter's inbound rules let in. */
import { Gap } from '../../model/gap.ts';
import { itemsOf, type ListOf, type Texts } from '../truth.ts';
import type { PerimeterFacts } from './perimeter-facts.ts';

type Rules = Exclude<PerimeterFacts['perimeterInboundRules'], undefined>;
type Rule = Rules extends ListOf<infer R extends object> ? R : never;

/** The ranges; what may add to them and cannot be told stands among them as a gap. */
export const admittedRanges = (rules: Rules = Gap.of('unsupported')): readonly (string | Gap)[] =>
  itemsOf(rules).flatMap((rule) => (rule instanceof Gap ? [rule] : rangesOf(rule)));

function rangesOf({ addressPrefixes, subscriptions, perimeters, serviceTags }: Rule): readonly (string | Gap)[] {
  const all = [addressPrefixes, serviceTags, subscriptions, perimeters].flatMap((list: Texts) => itemsOf(list));
  return all.length === 0 ? [NOT_UNDERSTOOD] : [...itemsOf(addressPrefixes), ...itemsOf(serviceTags).map(tagged)];
}

/** A rule that names nobody names somebody in a way that is not known here. */
const NOT_UNDERSTOOD = Gap.of('unsupported');

/** Which addresses a tag stands for, Azure alone knows, and changes. */
const tagged = (tag: string | Gap): Gap => (tag instanceof Gap ? tag : NOT_UNDERSTOOD);
