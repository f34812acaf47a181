/** How much of the Internet a list of ranges adds up to. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ipv4Space, ipv6Space, PUBLIC_IPV4_ADDRESSES } from '../../src/collect/azure/address-space.ts';
import { type AddressRange, addressRange, type Interval } from '../../src/model/address-ranges.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';

const ERROR = Gap.of('error');
const FORBIDDEN = Gap.of('forbidden');
const HALVES = ['0.0.0.0/1', '128.0.0.0/1'];

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
    expect(ipv4Space(ranges)).toEqual({ publicAddresses, share, isWholeInternet });
  });

  test('there are 3.7 thousand million public addresses', () => {
    const largest = 3 * 2 ** 24 + 2 ** 29;
    const others = 2 ** 22 + 2 ** 20 + 2 ** 17 + 2 * 2 ** 16 + 4 * 2 ** 8;
    expect(PUBLIC_IPV4_ADDRESSES).toBe(2 ** 32 - largest - others);
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
  test.each<[string, readonly string[], bigint, boolean]>([
    ['nothing', [], 0n, false],
    ['a site', ['2a00:1::/48'], 1n << 80n, false],
    ['a site named twice', ['2a00:1::/48', '2A00:0001:0000::/48'], 1n << 80n, false],
    ['local addresses alone', ['fe80::/10', 'fc00::/7', '::1', '2001:db8::/32'], 0n, false],
    ['half', ['3000::/4'], (1n << 124n) - (1n << 108n), false],
    ['IPv4 alone', ['0.0.0.0/0'], 0n, false],
  ])('%s', (_, ranges, publicAddresses, isWholeInternet) => {
    expect(ipv6Space(ranges)).toEqual({ publicAddresses, isWholeInternet });
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
    expect(ipv4Space(ranges)).toEqual({ publicAddresses: gap, share: gap, isWholeInternet: gap });
    expect(ipv6Space(ranges)).toEqual({ publicAddresses: gap, isWholeInternet: gap });
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
    const { publicAddresses, share } = ipv4Space(list);
    return [publicAddresses, share] as number[];
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
        const together = ipv4Space([...some, ...others]).publicAddresses as number;
        expect(together).toBeLessThanOrEqual(
          (ipv4Space(some).publicAddresses as number) + (ipv4Space(others).publicAddresses as number),
        );
      }),
    );
  });
});
