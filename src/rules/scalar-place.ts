/** Where a character of a YAML scalar stands in the file: YAML folds lines, cuts indents and undoes escapes. */
import type { Scalar } from 'yaml';

/** What one step takes from the file, and how much of the value it gives. In UTF-16 units. */
interface Step {
  readonly taken: number;
  readonly given: number;
}

/** The offset in the file of character `at` of the scalar's value; behind its last word, right after that. */
export function placeOf(source: string, scalar: Scalar, at: number): number {
  const value = String(scalar.value);
  const target = Math.min(at, value.trimEnd().length);
  return isBlock(scalar) ? placeInBlock(source, scalar, value, target) : placeInFlow(source, scalar, target);
}

const isBlock = ({ type }: Scalar): boolean => type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL';

/** Words stand in both as they are; between them is blank space, more or less of it. */
function placeInBlock(source: string, scalar: Scalar, value: string, target: number): number {
  let place = afterSpaces(source, source.indexOf('\n', startOf(scalar)));
  let index = afterSpaces(value, 0);
  while (index < target) {
    const blank = isSpace(value[index]);
    index = blank ? afterSpaces(value, index) : index + 1;
    place = blank ? afterSpaces(source, place) : place + 1;
  }
  return place;
}

function placeInFlow(source: string, scalar: Scalar, target: number): number {
  let place = startOf(scalar) + (scalar.type === 'PLAIN' ? 0 : 1);
  for (let index = 0; index < target; ) {
    const { taken, given } = step(source, place, scalar.type);
    place += taken;
    index += given;
  }
  return behindNothing(source, place, scalar.type);
}

/** A line end that is escaped gives no character. */
function behindNothing(source: string, place: number, type: Scalar['type']): number {
  const { taken, given } = step(source, place, type);
  return given === 0 ? behindNothing(source, place + taken, type) : place;
}

const startOf = (scalar: Scalar): number => scalar.range?.[0] ?? 0;

const BREAK = /[ \t]*(?:\r?\n[ \t]*)+/y;
const ESCAPED_BREAK = /(?:\r?\n[ \t]*)+/y;

function step(source: string, place: number, type: Scalar['type']): Step {
  const broken = matchAt(BREAK, source, place);
  if (broken !== undefined) return { taken: broken.length, given: Math.max(1, lineEnds(broken) - 1) };
  if (type === 'QUOTE_SINGLE' && source.startsWith("''", place)) return { taken: 2, given: 1 };
  return type === 'QUOTE_DOUBLE' && source[place] === '\\' ? escape(source, place) : { taken: 1, given: 1 };
}

/** Digits behind `\x`, `\u`, `\U`; other escapes have none. */
const DIGITS: { readonly [letter: string]: number } = { x: 2, u: 4, U: 8 };

function escape(source: string, place: number): Step {
  const broken = matchAt(ESCAPED_BREAK, source, place + 1);
  if (broken !== undefined) return { taken: 1 + broken.length, given: lineEnds(broken) - 1 };
  const digits = DIGITS[source[place + 1] ?? ''] ?? 0;
  const beyond = Number.parseInt(source.slice(place + 2, place + 2 + digits), 16) > 0xffff;
  return { taken: 2 + digits, given: beyond ? 2 : 1 };
}

const lineEnds = (text: string): number => text.split('\n').length - 1;

function matchAt(pattern: RegExp, text: string, place: number): string | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

function afterSpaces(text: string, from: number): number {
  let place = from;
  while (isSpace(text[place])) place++;
  return place;
}
