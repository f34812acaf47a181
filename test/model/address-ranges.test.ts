/** Ranges of addresses, and the sets that they make up, against models that go bit by bit and number by number. */
import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AddressRange,
  addressRange,
  type Interval,
  union,
  within,
  without,
} from '../../src/model/address-ranges.ts';

describe('a range', () => {
  test.each<[string, AddressRange]>([
    ['20.0.0.0/30', { family: 4, prefix: 30, start: 335_544_320, end: 335_544_324 }],
    ['20.0.0.7', { family: 4, prefix: 32, start: 335_544_327, end: 335_544_328 }],
    ['20.0.0.7/30', { family: 4, prefix: 30, start: 335_544_324, end: 335_544_328 }],
    ['0.0.0.0/0', { family: 4, prefix: 0, start: 0, end: 2 ** 32 }],
    ['255.255.255.255/32', { family: 4, prefix: 32, start: 2 ** 32 - 1, end: 2 ** 32 }],
    ['::/0', { family: 6, prefix: 0, start: 0n, end: 1n << 128n }],
    ['::1', { family: 6, prefix: 128, start: 1n, end: 2n }],
    ['2001:DB8::ffff/112', { family: 6, prefix: 112, start: 0x20010db8n << 96n, end: (0x20010db8n << 96n) + 65_536n }],
    ['::ffff:20.0.0.7', { family: 6, prefix: 128, start: 0xffff_1400_0007n, end: 0xffff_1400_0008n }],
    [
      '1:2:3:4:5:6:7:8',
      { family: 6, prefix: 128, start: 0x1000200030004000500060007_0008n, end: 0x1000200030004000500060007_0009n },
    ],
  ])('%s', (text, range) => {
    expect(addressRange(text)).toEqual(range);
  });

  test.each([
    ['a leading zero', '010.1.1.1'],
    ['three numbers', '20.1.1'],
    ['a number too large', '20.1.1.256'],
    ['a prefix too long', '20.0.0.0/33'],
    ['a prefix too long for IPv6', '2001:db8::/129'],
    ['a prefix with a leading zero', '20.0.0.0/08'],
    ['no prefix behind the slash', '20.0.0.0/'],
    ['two prefixes', '20.0.0.0/8/8'],
    ['a sign', '20.0.0.0/+8'],
    ['a space', ' 20.0.0.0/8'],
    ['a line end', '20.0.0.0/8\n'],
    ['a mask', '20.0.0.0/255.0.0.0'],
    ['from and to', '20.0.0.0-20.0.0.9'],
    ['a zone', 'fe80::1%eth0'],
    ['a tag of a service', 'AzureCloud'],
    ['nothing', ''],
  ])('is none: %s', (_, text) => {
    expect(addressRange(text)).toBe(undefined);
  });

  const part = fc.constantFrom(...'0 1 01 20 255 256 :: : db8 fffff . / 8 129 %'.split(' '), ' ');
  const dotted = fc.array(fc.nat(260), { minLength: 3, maxLength: 5 }).map((bytes) => bytes.join('.'));
  const address = fc.oneof(dotted, fc.ipV4(), fc.ipV6());
  const texts = fc.oneof(
    fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
    fc.tuple(address, fc.nat(140)).map(([address, prefix]) => `${address}/${prefix}`),
  );

  test('is what Node takes for an address, with or without as many bits as it has', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [address = '', prefix = '0', more] = text.split('/');
        const isPrefix = prefix === String(Number(prefix)) && Number(prefix) <= (isIP(address) === 4 ? 32 : 128);
        const isRange = isIP(address) > 0 && !address.includes('%') && isPrefix && more === undefined;
        expect(addressRange(text) !== undefined).toBe(isRange);
      }),
    );
  });
});

describe('a range, and another', () => {
  /** An address as the bits that it is sent as. */
  const bitsOf = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const range = (length: 4 | 16) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(0, 1, 128, 255), { minLength: length, maxLength: length }),
        fc.oneof(fc.nat(8), fc.nat(length * 8)),
      )
      .map(([bytes, prefix]) => ({ text: `${written(bytes)}/${prefix}`, fixed: bitsOf(bytes).slice(0, prefix) }));
  const written = (bytes: readonly number[]): string =>
    bytes.length === 4
      ? bytes.join('.')
      : Array.from({ length: 8 }, (_, at) => bitsOf(bytes.slice(2 * at, 2 * at + 2)))
          .map((bits) => Number.parseInt(bits, 2).toString(16))
          .join(':');
  const parsed = (text: string) => addressRange(text) as AddressRange;

  test.each([4, 16] as const)('of %i bytes: it is within when it begins with the bits of the other', (length) => {
    fc.assert(
      fc.property(range(length), range(length), (one, other) => {
        expect(within(parsed(one.text), parsed(other.text))).toBe(one.fixed.startsWith(other.fixed));
        expect(parsed(one.text).prefix).toBe(one.fixed.length);
      }),
    );
  });

  test('of the other family: never', () => {
    fc.assert(
      fc.property(range(4), range(16), (four, six) => {
        expect([within(parsed(four.text), parsed(six.text)), within(parsed(six.text), parsed(four.text))]).toEqual([
          false,
          false,
        ]);
      }),
    );
  });
});

describe('a set of ranges', () => {
  const SIZE = 64;
  const interval = fc
    .tuple(fc.nat(SIZE), fc.nat(SIZE))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    .filter(({ start, end }) => start < end);
  const sets = fc.array(interval, { maxLength: 8 });
  const members = (set: readonly Interval<number>[]): boolean[] =>
    Array.from({ length: SIZE }, (_, number) => set.some(({ start, end }) => start <= number && number < end));

  test('holds what one of them holds, and is written in one way only', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const merged = union(set);
        expect(members(merged)).toEqual(members(set));
        expect(merged.every(({ start, end }, at) => start < end && start > (merged[at - 1]?.end ?? -1))).toBe(true);
        expect(union(merged)).toEqual(merged);
        expect(union(set.toReversed())).toEqual(merged);
      }),
    );
  });

  test('without another holds what the other does not', () => {
    fc.assert(
      fc.property(sets, sets, (set, taken) => {
        const inTaken = members(taken);
        expect(members(without(set, taken))).toEqual(members(set).map((is, number) => is && !inTaken[number]));
      }),
    );
  });
});
