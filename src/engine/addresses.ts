/** IP ranges as text: `10.1.0.0/16`, `2001:db8::/32`, or one address. */
import { isIP } from 'node:net';

export interface Range {
  /** 4 or 16 numbers from 0 to 255. */
  readonly bytes: readonly number[];
  readonly prefix: number;
}

/** Undefined when malformed: a leading zero (octal to some), a prefix too long, a zone. */
export function parseRange(text: string): Range | undefined {
  const [address = '', prefix, more] = text.split('/');
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 0 || more !== undefined) return undefined;
  const bytes = family === 4 ? bytesOf4(address) : bytesOf6(address);
  const length = prefix === undefined ? bytes.length * 8 : prefixOf(prefix);
  return length <= bytes.length * 8 ? { bytes, prefix: length } : undefined;
}

const prefixOf = (text: string): number => (/^(?:0|[1-9]\d{0,2})$/.test(text) ? Number(text) : Infinity);

const bytesOf4 = (address: string): number[] => address.split('.').map(Number);

function bytesOf6(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const front = groups(head);
  if (tail === undefined) return front;
  const back = groups(tail);
  return [...front, ...Array<number>(16 - front.length - back.length).fill(0), ...back];
}

/** `db8:0:1.2.3.4` → bytes. */
const groups = (text: string): number[] =>
  text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? bytesOf4(group) : pair(group)));

function pair(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}

/** Whether every address of one range is in the other. */
export function within(inner: Range, outer: Range): boolean {
  if (inner.bytes.length !== outer.bytes.length || inner.prefix < outer.prefix) return false;
  return inner.bytes.every((byte, at) => (byte ^ (outer.bytes[at] ?? 0)) >> freeBits(outer, at) === 0);
}

/** How many of a byte's 8 bits the prefix leaves free. */
const freeBits = (range: Range, at: number): number => Math.min(8, Math.max(0, (at + 1) * 8 - range.prefix));
