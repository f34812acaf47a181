/** How much of the Internet a list of ranges adds up to. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AddressRange,
  addressRange,
  type Interval,
  union,
  without,
} from '../../src/collect/azure/address-ranges.ts';
import { ipv4Space, ipv6Space, PUBLIC_IPV4_ADDRESSES } from '../../src/collect/azure/address-space.ts';
import { parseRange } from '../../src/engine/addresses.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';

const ERROR = Gap.of('error');
const FORBIDDEN = Gap.of('forbidden');
const HALVES = ['0.0.0.0/1', '128.0.0.0/1'];

describe('a range', () => {
  test.each<[string, AddressRange]>([
    ['20.0.0.0/30', { family: 4, start: 335_544_320, end: 335_544_324 }],
    ['20.0.0.7', { family: 4, start: 335_544_327, end: 335_544_328 }],
    ['20.0.0.7/30', { family: 4, start: 335_544_324, end: 335_544_328 }],
    ['0.0.0.0/0', { family: 4, start: 0, end: 2 ** 32 }],
    ['255.255.255.255/32', { family: 4, start: 2 ** 32 - 1, end: 2 ** 32 }],
    ['::/0', { family: 6, start: 0n, end: 1n << 128n }],
    ['::1', { family: 6, start: 1n, end: 2n }],
    ['2001:DB8::ffff/112', { family: 6, start: 0x20010db8n << 96n, end: (0x20010db8n << 96n) + 65_536n }],
    ['::ffff:20.0.0.7', { family: 6, start: 0xffff_1400_0007n, end: 0xffff_1400_0008n }],
    [
      '1:2:3:4:5:6:7:8',
      { family: 6, start: 0x1000200030004000500060007_0008n, end: 0x1000200030004000500060007_0009n },
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

  test('is one where conditions find one', () => {
    const part = fc.constantFrom(
      '0',
      '1',
      '01',
      '20',
      '255',
      '256',
      '::',
      ':',
      'db8',
      'fffff',
      '.',
      '/',
      '8',
      '129',
      '%',
      ' ',
    );
    const dotted = fc.array(fc.nat(260), { minLength: 3, maxLength: 5 }).map((bytes) => bytes.join('.'));
    const text = fc.oneof(
      fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
      fc.tuple(fc.oneof(dotted, fc.ipV4(), fc.ipV6()), fc.nat(140)).map(([address, prefix]) => `${address}/${prefix}`),
    );
    fc.assert(fc.property(text, (text) => (addressRange(text) === undefined) === (parseRange(text) === undefined)));
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

describe('of the IPv4 Internet', () => {
  test.each<[string, readonly string[], number, number, boolean]>([
    ['nothing', [], 0, 0, false],
    ['one address', ['20.1.2.3'], 1, 1, false],
    ['one address named three ways', ['20.1.2.3', '20.1.2.3/32', '20.1.2.3'], 1, 1, false],
    ['an office', ['20.1.2.0/24'], 256, 1, false],
    ['an office, and a part of it', ['20.1.2.0/24', '20.1.2.128/25'], 256, 1, false],
    ['two neighbours', ['20.1.2.0/24', '20.1.3.0/24'], 512, 1, false],
    ['private addresses alone', ['10.0.0.0/8', '192.168.0.0/16', '100.64.0.0/10'], 0, 0, false],
    ['all at once', ['0.0.0.0/0'], PUBLIC_IPV4_ADDRESSES, 1000, true],
    ['all in two halves', HALVES, PUBLIC_IPV4_ADDRESSES, 1000, true],
    ['all, and an office', ['20.1.2.0/24', ...HALVES], PUBLIC_IPV4_ADDRESSES, 1000, true],
    ['all but what is private', allBut(10), PUBLIC_IPV4_ADDRESSES, 1000, true],
    ['all but a block', allBut(20), PUBLIC_IPV4_ADDRESSES - 2 ** 24, 996, false],
    ['all but one address', allButOne(), PUBLIC_IPV4_ADDRESSES - 1, 1000, false],
    ['IPv6 alone', ['::/0'], 0, 0, false],
  ])('%s', (_, ranges, publicAddresses, share, isWholeInternet) => {
    const { addresses: _all, ...space } = ipv4Space(ranges);
    expect(space).toEqual({ publicAddresses, share, isWholeInternet });
  });

  test('there are 3.7 thousand million public addresses', () => {
    const largest = 3 * 2 ** 24 + 2 ** 29;
    const others = 2 ** 22 + 2 ** 20 + 2 ** 17 + 2 * 2 ** 16 + 4 * 2 ** 8;
    expect(PUBLIC_IPV4_ADDRESSES).toBe(2 ** 32 - largest - others);
  });

  test('private ones are addresses too', () => {
    expect(ipv4Space(['10.0.0.0/8', '20.0.0.0/32']).addresses).toBe(2 ** 24 + 1);
  });
});

function allBut(block: number): string[] {
  return Array.from({ length: 256 }, (_, first) => `${first}.0.0.0/8`).toSpliced(block, 1);
}

/** All but 20.0.0.0: its neighbour, the neighbour of the pair, and so on. */
function allButOne(): string[] {
  const gone = 20 * 2 ** 24;
  return Array.from({ length: 32 }, (_, bit) => {
    const size = 2 ** bit;
    const start =
      (Math.floor(gone / size) % 2 === 0 ? Math.floor(gone / size) + 1 : Math.floor(gone / size) - 1) * size;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join('.')}/${32 - bit}`;
  });
}

describe('of the IPv6 Internet', () => {
  test.each<[string, readonly string[], bigint, number, boolean]>([
    ['nothing', [], 0n, 0, false],
    ['a site', ['2a00:1::/48'], 1n << 80n, 1, false],
    ['a site named twice', ['2a00:1::/48', '2A00:0001:0000::/48'], 1n << 80n, 1, false],
    ['local addresses alone', ['fe80::/10', 'fc00::/7', '::1', '2001:db8::/32'], 0n, 0, false],
    ['half', ['3000::/4'], (1n << 124n) - (1n << 108n), 501, false],
    ['IPv4 alone', ['0.0.0.0/0'], 0n, 0, false],
  ])('%s', (_, ranges, publicAddresses, share, isWholeInternet) => {
    const { addresses: _all, ...space } = ipv6Space(ranges);
    expect(space).toEqual({ publicAddresses, share, isWholeInternet });
  });

  test('all, at once or in halves', () => {
    expect([['::/0'], ['::/1', '8000::/1'], ['2000::/3']].map((ranges) => ipv6Space(ranges).isWholeInternet)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('ranges that could not be read', () => {
  const OFFICE = '20.1.2.0/24';

  test.each<[string, Parameters<typeof ipv4Space>[0], Gap]>([
    ['the whole list', FORBIDDEN, FORBIDDEN],
    ['the rest of a list', new BrokenList([OFFICE], FORBIDDEN), FORBIDDEN],
    ['one of them', [OFFICE, FORBIDDEN], FORBIDDEN],
    ['one that is malformed', [OFFICE, '020.1.2.0/24'], ERROR],
  ])('leave everything open: %s', (_, ranges, gap) => {
    expect(ipv4Space(ranges)).toEqual({ addresses: gap, publicAddresses: gap, share: gap, isWholeInternet: gap });
    expect(ipv6Space(ranges)).toEqual({ addresses: gap, publicAddresses: gap, share: gap, isWholeInternet: gap });
  });

  test('add nothing to the whole Internet', () => {
    const whole = ipv4Space([...HALVES, 'malformed']);
    expect(whole).toEqual(ipv4Space(['0.0.0.0/0']));
    expect(ipv6Space(['::/0', FORBIDDEN])).toEqual(ipv6Space(['::/0']));
  });
});

describe('however ranges are written', () => {
  const range = fc.tuple(fc.nat(0xff), fc.nat(24)).map(([byte, prefix]) => `${byte}.0.0.0/${prefix}`);
  const ranges = fc.array(range, { maxLength: 12 });
  const numbers = (list: readonly string[]): number[] => {
    const { addresses, publicAddresses, share } = ipv4Space(list);
    return [addresses, publicAddresses, share] as number[];
  };

  test('their order and their number do not matter', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        expect(ipv4Space(list.toReversed())).toEqual(ipv4Space(list));
        expect(ipv4Space([...list, ...list])).toEqual(ipv4Space(list));
      }),
    );
  });

  test('cut in two, a range holds what it held', () => {
    const halves = ({ start, end }: Interval<number>, prefix: number) =>
      [start, start + (end - start) / 2].map(
        (from) => `${Math.floor(from / 2 ** 24)}.${Math.floor(from / 2 ** 16) % 256}.0.0/${prefix + 1}`,
      );
    fc.assert(
      fc.property(fc.nat(0xff), fc.nat(15), (byte, prefix) => {
        const text = `${byte}.0.0.0/${prefix}`;
        const whole = addressRange(text) as AddressRange & Interval<number>;
        expect(ipv4Space(halves(whole, prefix))).toEqual(ipv4Space([text]));
      }),
    );
  });

  test('one more never takes anything away', () => {
    fc.assert(
      fc.property(ranges, range, (list, more) => {
        const before = numbers(list);
        expect(numbers([...list, more]).every((number, at) => number >= (before[at] ?? 0))).toBe(true);
      }),
    );
  });

  test('together they hold no more than each by itself', () => {
    fc.assert(
      fc.property(ranges, ranges, (some, others) => {
        const together = ipv4Space([...some, ...others]).addresses as number;
        expect(together).toBeLessThanOrEqual(
          (ipv4Space(some).addresses as number) + (ipv4Space(others).addresses as number),
        );
      }),
    );
  });
});
