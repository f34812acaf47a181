/** Ranges of addresses as intervals of whole numbers, and the sets that they make up. IPv6 needs more than a double holds. */
import { isIP } from 'node:net';

/** All numbers from `start` up to, but not including, `end`. */
export interface Interval<N extends number | bigint> {
  readonly start: N;
  readonly end: N;
}

export type AddressRange = {
  /** Bits that all addresses of the range have in common. */
  readonly prefix: number;
} & (({ readonly family: 4 } & Interval<number>) | ({ readonly family: 6 } & Interval<bigint>));

const RANGE = /^([0-9A-Fa-f:.]+)(?:\/(0|[1-9]\d{0,2}))?$/;

/**
 * `203.0.113.0/24`, `2001:db8::/32` or one address; bits behind the prefix do not count. Undefined when malformed: a
 * leading zero (octal to some), a prefix too long, a zone.
 */
export function addressRange(text: string): AddressRange | undefined {
  const [, address = '', prefix] = RANGE.exec(text) ?? [];
  const family = isIP(address);
  const bits = family === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (family === 0 || length > bits) return undefined;
  return family === 4 ? range4(numberOf(address), length) : range6(bigOf(address), length);
}

function range4(address: number, prefix: number): AddressRange {
  const size = 2 ** (32 - prefix);
  const start = address - (address % size);
  return { family: 4, prefix, start, end: start + size };
}

function range6(address: bigint, prefix: number): AddressRange {
  const free = BigInt(128 - prefix);
  const start = (address >> free) << free;
  return { family: 6, prefix, start, end: start + (1n << free) };
}

const numberOf = (address: string): number => address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);

function bigOf(address: string): bigint {
  const [head = '', tail] = hexadecimal(address).split('::');
  const [front, back] = [groups(head), groups(tail ?? '')];
  const zeros = Array<string>(8 - front.length - back.length).fill('0');
  return [...front, ...zeros, ...back].reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n);
}

const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));

/** `::ffff:1.2.3.4` → `::ffff:102:304`. */
const hexadecimal = (address: string): string =>
  address.replace(/[\d.]+\.[\d.]+$/, (tail) => {
    const value = numberOf(tail);
    return `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`;
  });

/** Whether every address of one range is in the other. */
export const within = (inner: AddressRange, outer: AddressRange): boolean =>
  inner.family === outer.family && outer.start <= inner.start && inner.end <= outer.end;

// ---- sets: intervals in order that neither overlap nor touch

export function union<N extends number | bigint>(intervals: readonly Interval<N>[]): Interval<N>[] {
  const merged: Interval<N>[] = [];
  for (const { start, end } of [...intervals].sort(byStart)) {
    const last = merged.at(-1);
    if (!last || start > last.end) merged.push({ start, end });
    else if (end > last.end) merged[merged.length - 1] = { start: last.start, end };
  }
  return merged;
}

const byStart = <N extends number | bigint>(a: Interval<N>, b: Interval<N>): number =>
  a.start < b.start ? -1 : Number(a.start > b.start);

/** What is left of a set when another is taken out of it. */
export function without<N extends number | bigint>(
  set: readonly Interval<N>[],
  taken: readonly Interval<N>[],
): Interval<N>[] {
  return taken.reduce<readonly Interval<N>[]>((left, hole) => left.flatMap((part) => pieces(part, hole)), set).slice();
}

const pieces = <N extends number | bigint>({ start, end }: Interval<N>, hole: Interval<N>): Interval<N>[] =>
  [
    { start, end: hole.start < end ? hole.start : end },
    { start: hole.end > start ? hole.end : start, end },
  ].filter((piece) => piece.start < piece.end);
