/**
 * Text from outside (names, tags, error texts) made fit to be shown on one line of anything: a page, a terminal, a
 * table. It does not escape for a format; each format does that after.
 */

/** Longer texts are cut, with a note of how much is missing. In UTF-16 units. */
export const LONGEST = 500;

const PRINTABLE_ASCII = /^[ -~]*$/;
/** Printable, and nothing in it that a command begins with. */
const PLAIN = /^(?! *:)[ !"$-~]*$/;

/**
 * What a build's log would obey: GitHub at the beginning of a line (`::error::`) and, as Azure Pipelines does, anywhere in
 * it (`##[error]`, `##vso[…]`). Matches the character to take away.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
const COMMAND = /(?<=^\s*):(?=:)|#(?=#(?:vso)?\[)/giu;

/**
 * What cannot be seen, or moves what can: controls, line ends, bidirectional and zero-width characters, lone surrogates,
 * private and never-assigned code points, marks piled on four others. And the bracket that the notation begins with, so
 * that nobody can write the notation themselves.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}⟦]|(?<=\p{M}{4})\p{M}/gu;

/** Cut and visible: use it once, on the text as it came, last before the format's own escaping. */
export const display = (text: string, longest = LONGEST): string => {
  const kept = head(text, longest);
  return visible(kept) + missing(text.length - kept.length);
};

/** As `display`, in no more UTF-16 units than that, whatever had to be made visible. */
export const fitted = (text: string, limit: number): string => cutTo(display(text, limit), limit);

/** Cut to so many UTF-16 units, with a … where something is missing. */
export const cutTo = (text: string, limit: number): string =>
  text.length > limit ? `${head(text, limit - 1)}…` : text;

/** Unseen characters as `⟦U+202E⟧`, and no command to a build's log. No two texts come out the same. */
export const visible = (text: string): string =>
  PLAIN.test(text)
    ? text
    : (PRINTABLE_ASCII.test(text) ? text : text.replace(UNSEEN, codePoint)).replace(COMMAND, codePoint);

const codePoint = (character: string): string =>
  `⟦U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟧`;

const head = (text: string, longest: number): string =>
  text.length > longest ? text.slice(0, splitsPair(text, longest) ? longest - 1 : longest) : text;

const splitsPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) as number) > 0xffff;

const missing = (length: number): string => (length > 0 ? `… (${count(length)} more characters)` : '');

const GROUPED = new Intl.NumberFormat('en-US');

/** `12,345` */
export const count = (value: number): string => GROUPED.format(value);

/** `1 finding`, `12,345 findings` */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** `2026-03-31 06:00:12 UTC`; what is no timestamp comes back as it is. */
export const utc = (timestamp: string): string => {
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? timestamp : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
};
