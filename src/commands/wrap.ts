/** Text broken into lines that fit. */
import stringWidth from 'string-width';

/** Breaks at blanks; what has none is left longer than the width. Further lines of an indented one are indented alike. */
export function wrapped(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.trim().split(' ')) {
    const longer = current === '' ? indent + word : `${current} ${word}`;
    if (current !== '' && stringWidth(longer) > width) lines.push(current);
    current = current === '' || stringWidth(longer) <= width ? longer : indent + word;
  }
  return [...lines, current];
}

/** Columns that are left for a text, however much stands before it. */
const NARROWEST = 20;

/** A text behind something else, its further lines right below it. */
export function hanging(head: string, text: string, width: number): string[] {
  const before = stringWidth(head);
  const [first = '', ...others] = wrapped(text, Math.max(width - before, NARROWEST));
  return [head + first, ...others.map((line) => ' '.repeat(before) + line)];
}
