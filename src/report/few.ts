/** The first of many words, and how many more there are. */
import { count } from './text.ts';

export const few = (words: readonly string[], most: number): string[] => [
  ...words.slice(0, most),
  ...rest(words.length - most),
];

/** `a, b and 12,345 more` */
export const fewInLine = (words: readonly string[], most: number): string =>
  [words.slice(0, most).join(', '), ...rest(words.length - most)].join(' ');

const rest = (times: number): string[] => (times > 0 ? [`and ${count(times)} more`] : []);
