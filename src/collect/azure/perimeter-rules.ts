/** The addresses that a perimeter's inbound rules let in. */
import { Gap } from '../../model/gap.ts';
import { entries, type Texts } from '../truth.ts';
import type { PerimeterFacts } from './perimeter-facts.ts';
import { itemsOf, type Listed } from './truth-count.ts';

type Rules = Exclude<PerimeterFacts['perimeterInboundRules'], undefined>;
type Rule = Rules extends Listed<infer R extends object> ? R : never;

/** The ranges; what may add to them and cannot be told stands among them as a gap. */
export const admittedRanges = (rules: Rules = Gap.of('unsupported')): readonly (string | Gap)[] =>
  itemsOf(rules).flatMap((rule) => (rule instanceof Gap ? [rule] : rangesOf(rule)));

function rangesOf({ addressPrefixes, subscriptions, perimeters, serviceTags }: Rule): readonly (string | Gap)[] {
  const [ranges, tags] = [entries(addressPrefixes), entries(serviceTags)];
  const all = [ranges, tags, ...[subscriptions, perimeters].map((list: Texts) => entries(list))].flat();
  return all.length === 0 ? [NOT_UNDERSTOOD] : [...ranges, ...tags.map(tagged)];
}

/** A rule that names nobody names somebody in a way that is not known here. */
const NOT_UNDERSTOOD = Gap.of('unsupported');

/** Which addresses a tag stands for, Azure alone knows, and changes. */
const tagged = (tag: string | Gap): Gap => (tag instanceof Gap ? tag : NOT_UNDERSTOOD);
