/**
 * Text in a cell of a table in GitHub's Markdown. Words that are plainly words stay; whatever could be a link, a mention,
 * markup, HTML or a reference to something becomes code, in which none of them means anything.
 * https://github.github.com/gfm/#code-spans
 */
import { fitted } from '../text.ts';

/** Characters of a cell, before it is marked up. */
const LONGEST = 300;

const WORD = String.raw`[(“‘]?\p{L}\p{M}*(?:[-’']?\p{L}\p{M}*)*[)”’.,;:!?…]*`;
const NUMBER = String.raw`\d+(?:[.,]\d+)*[%).,;:!?…]*`;
const PLAIN = new RegExp(`^(?:${WORD}|${NUMBER}|[–—])$`, 'u');

/** A longer one may be the hash of a commit, which becomes a link. */
const LONGEST_NUMBER = 6;

const isPlain = (word: string): boolean =>
  PLAIN.test(word) && !(/\d/.test(word) && word.length > LONGEST_NUMBER) && !/^[\da-f]{7,}\W*$/i.test(word);

export function prose(text: string): string {
  const words = shown(text).split(' ');
  const pieces: { plain: boolean; words: string[] }[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last?.plain === isPlain(word)) last.words.push(word);
    else pieces.push({ plain: isPlain(word), words: [word] });
  }
  return pieces.map(({ plain, words }) => (plain ? words.join(' ') : fencedWords(words.join(' ')))).join(' ');
}

/** A name, an id, a value. */
export const code = (text: string): string => fenced(shown(text));

/** A pipe would end the cell, even in code and however it is escaped. */
const shown = (text: string): string => fitted(text.trim().replace(/\s+/g, ' '), LONGEST).replaceAll('|', '⟦U+007C⟧');

/** The end of a sentence is not part of an address. */
function fencedWords(text: string): string {
  const [, words = '', end = ''] = /^(.+?)([.,;:]*)$/.exec(text) ?? [];
  return fenced(words) + end;
}

/** In more backticks than it holds in a row. */
function fenced(text: string): string {
  if (text.trim() === '') return '';
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return /^`|`$/.test(text) ? `${fence} ${text} ${fence}` : fence + text + fence;
}
