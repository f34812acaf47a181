/** Yes, no, or not to be had: facts derived from other facts, some of which could not be read. */
import { BrokenList, Gap } from '../model/gap.ts';

export type Truth = boolean | Gap;

export const not = (truth: Truth): Truth => (truth instanceof Gap ? truth : !truth);

/** One no settles it, whatever the others are. */
export const every = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : (truths.find((truth) => truth instanceof Gap) ?? true);

/** One yes settles it, whatever the others are. */
export const some = (truths: readonly Truth[]): Truth => not(every(truths.map(not)));

/** A list as settling leaves it; any item may be a gap, though the type of objects does not say so. */
export type ListOf<T> = readonly T[] | BrokenList<T> | Gap;

export type Texts = ListOf<string | Gap>;

/** The items; what could not be read of the list stands behind them as one more. */
export function itemsOf<T>(list: ListOf<T>): readonly (T | Gap)[] {
  if (list instanceof Gap) return [list];
  return list instanceof BrokenList ? [...list.items, list.gap] : list;
}

/** Whether some item is such a one. */
export const holds = (texts: Texts, isSuch: (text: string) => Truth): Truth =>
  some(itemsOf(texts).map((text) => (text instanceof Gap ? text : isSuch(text))));

export const isEmpty = (texts: Texts): Truth => not(holds(texts, () => true));
