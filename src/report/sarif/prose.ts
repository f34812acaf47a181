/** Text for SARIF readers: nothing in it is hidden, and nothing in it is a link that we did not write. */
import { cutTo, display, visible } from '../text.ts';

/** Cut, visible, on one line, and no Markdown link: `[text](target)` is one even in a plain message of SARIF. */
export const plain = (text: string, longest?: number): string =>
  display(text.trim().replace(/\s+/g, ' '), longest).replace(/\]\(/g, '] (');

/** As `plain`, in no more UTF-16 units than that, whatever had to be made visible. */
export const within = (text: string, limit: number): string => cutTo(plain(text, limit), limit);

/** As `plain`, with what Markdown or HTML would take for markup escaped. */
export const escaped = (text: string, longest?: number): string =>
  plain(text, longest).replace(/[\\`*_[\]<>#|~&]/g, '\\$&');

/** A block of code, fenced so that its own backticks cannot end it. */
export function fenced(code: string, language = ''): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visibleLines(code)}\n${fence}`;
}

/** Characters of a block of code, and of an address. */
const CODE = 20_000;
const LONGEST_ADDRESS = 2000;

/** Line ends stay. */
export const visibleLines = (text: string): string =>
  cutTo(text.trimEnd(), CODE).split(/\r?\n/).map(visible).join('\n');

const PART = String.raw`(?:[\w\-.~!$&'()*+,;=:@/]|%[\dA-Fa-f]{2})*`;
const ADDRESS = new RegExp(String.raw`^https://[\w.\-]+(?::\d+)?(?:/${PART})?(?:\?${PART})?(?:#${PART})?$`);

/** An address that may be a link: https, and spelt as RFC 3986 has it. */
export const isAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS && ADDRESS.test(text);
