/** A reader of RFC 4180, and no more than that. */

export type Table = readonly (readonly string[])[];

/** Throws for what is no table: an open quote, something behind a closed one, a line end that is none. */
export function tableOf(text: string): string[][] {
  const table: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = cellAt(text, at);
    row.push(value);
    if (text[end] === ',') at = end + 1;
    else if (text.startsWith('\r\n', end)) {
      table.push(row);
      row = [];
      at = end + 2;
    } else throw new Error(`neither a comma nor a line end at ${end}`);
  }
  return table;
}

function cellAt(text: string, start: number): { value: string; end: number } {
  if (text[start] !== '"') {
    const length = text.slice(start).search(/[",\r\n]/);
    return { value: text.slice(start, start + length), end: start + length };
  }
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') value += text[at++];
    else return { value, end: at + 1 };
  }
  throw new Error(`the quote at ${start} is not closed`);
}
