/** The part of CEL's standard functions that conditions may use, by overload. */
import { parseDuration, parseTimestamp } from './literals.ts';
import { RuleFault } from '../model/gap.ts';

export type Overload = (...args: never[]) => unknown;

/** `name(type)` for functions, `type.name(type)` for methods. */
export const STANDARD: Record<string, Overload> = {
  'size(string)': codePoints,
  'size(list)': (list: readonly unknown[]) => list.length,
  'size(map)': (map: object) => Object.keys(map).length,
  'string.size()': codePoints,
  'list.size()': (list: readonly unknown[]) => list.length,
  'map.size()': (map: object) => Object.keys(map).length,
  'int(int)': same,
  'int(double)': (value: number) =>
    Number.isSafeInteger(Math.trunc(value)) ? Math.trunc(value) + 0 : new RuleFault('integer overflow'),
  'double(int)': same,
  'double(double)': same,
  'string(string)': same,
  'string(int)': String,
  'string(bool)': String,
  'duration(string)': parseDuration,
  'timestamp(string)': parseTimestamp,
  'string.startsWith(string)': (text: string, start: string) => text.startsWith(start),
  'string.endsWith(string)': (text: string, end: string) => text.endsWith(end),
  'string.contains(string)': (text: string, part: string) => text.includes(part),
  'string.lowerAscii()': (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  'string.upperAscii()': (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  'string.split(string)': splitText,
  'list.join()': (list: readonly string[]) => list.join(''),
  'list.join(string)': (list: readonly string[], separator: string) => list.join(separator),
};

/** Overloads that only take literals, which are checked when the rule is loaded. */
export const LITERAL_ONLY = ['duration(string)', 'timestamp(string)', 'string.matches(string)'];

function same(value: unknown): unknown {
  return value;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** An empty separator takes the text apart by code point. */
function splitText(text: string, separator: string): string[] {
  return separator === '' ? Array.from(text) : text.split(separator);
}
