/** Yes, no, or not to be had: facts derived from other facts, some of which could not be read. */
import { BrokenList, Gap } from '../model/gap.ts';

export type Truth = boolean | Gap;

export const not = (truth: Truth): Truth => (truth instanceof Gap ? truth : !truth);

/** One no settles it, whatever the others are. */
export const every = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : (truths.find((truth) => truth instanceof Gap) ?? true);

/** One yes settles it, whatever the others are. */
export const some = (truths: readonly Truth[]): Truth => not(every(truths.map(not)));

/** A list of texts as settling leaves it: it or any of its items may be a gap. */
export type Texts = readonly (string | Gap)[] | BrokenList<string | Gap> | Gap;

/** The items; what could not be read of the list stands behind them as one more. */
export function entries(texts: Texts): readonly (string | Gap)[] {
  if (texts instanceof Gap) return [texts];
  return texts instanceof BrokenList ? [...texts.items, texts.gap] : texts;
}

/** Whether some item is such a one. */
export const holds = (texts: Texts, isSuch: (text: string) => Truth): Truth =>
  some(entries(texts).map((text) => (text instanceof Gap ? text : isSuch(text))));

export const isEmpty = (texts: Texts): Truth => not(holds(texts, () => true));
