/** Numbers that hang on facts some of which could not be read. */
import { Gap } from '../../model/gap.ts';
import { itemsOf, type ListOf, type Truth } from '../truth.ts';

/** A text of each item. */
export const textsOf = <T extends object>(
  list: ListOf<T>,
  text: (item: T) => string | Gap,
): readonly (string | Gap)[] => itemsOf(list).map((item) => (item instanceof Gap ? item : text(item)));

/** An answer about each item. */
export const truthsOf = <T extends object>(list: ListOf<T>, isSuch: (item: T) => Truth): readonly Truth[] =>
  itemsOf(list).map((item) => (item instanceof Gap ? item : isSuch(item)));

/** How many hold; one that is not known leaves the number open. */
export const count = (truths: readonly Truth[]): number | Gap =>
  truths.find((truth) => truth instanceof Gap) ?? truths.filter((truth) => truth === true).length;

/** How many different texts there are, letter case aside. */
export function distinct(texts: readonly (string | Gap)[]): number | Gap {
  const all = texts.map((text) => (text instanceof Gap ? text : text.toLowerCase()));
  return all.find((text) => text instanceof Gap) ?? new Set(all).size;
}

/** Which of two it is; where that is not known, only what both have in common stands. */
export function choose<T>(truth: Truth, yes: T, no: T): T | Gap {
  if (truth instanceof Gap) return yes === no ? yes : truth;
  return truth ? yes : no;
}

/** Whether a value of an enumeration is one of those meant. One that nobody knows may mean any. */
export function isOne<V extends string>(value: string | Gap, meant: V, known: readonly V[]): Truth {
  if (value instanceof Gap) return value;
  return (known as readonly string[]).includes(value) ? value === meant : Gap.of('unsupported');
}
