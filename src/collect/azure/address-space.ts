/** How much of the Internet a list of ranges adds up to, however it is cut into pieces. */
import { type AddressRange, addressRange, type Interval, union, without } from '../../model/address-ranges.ts';
import { Gap } from '../../model/gap.ts';
import { itemsOf, type Texts, type Truth } from '../truth.ts';

/** Of one family of addresses. A gap stands only for what ranges that could not be read would change. */
export interface AddressSpace<N extends number | bigint> {
  /**
   * How many public addresses the ranges hold, each counted once: the others never send anything across the Internet.
   */
  readonly publicAddresses: N | Gap;
  /** Whether no public address is missing. */
  readonly isWholeInternet: Truth;
}

export interface Ipv4Space extends AddressSpace<number> {
  /** Public addresses in it per thousand that there are, rounded up: 0 stands for none at all. */
  readonly share: number | Gap;
}

/**
 * What is not public: IPv4 blocks that the registry of RFC 6890 holds to be not globally reachable, multicast and class E.
 * The block of the former 6to4 relays, of which the registry says neither, counts as public.
 * Source: https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/**
 * The only unicast block handed out so far, 2000::/3, and what the registry takes out of it.
 * Source: https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const GLOBAL_UNICAST_6 = '2000::/3';
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const family4 = (range: AddressRange | undefined): Interval<number>[] => (range?.family === 4 ? [range] : []);
const family6 = (range: AddressRange | undefined): Interval<bigint>[] => (range?.family === 6 ? [range] : []);
const parsed = (texts: readonly string[]): (AddressRange | undefined)[] => texts.map(addressRange);

const OUTSIDE_4 = parsed(NOT_PUBLIC_4).flatMap(family4);
const ALL_4 = parsed(['0.0.0.0/0']).flatMap(family4);
/** Everything outside of global unicast too. */
const ALL_6 = parsed(['::/0']).flatMap(family6);
const OUTSIDE_6 = [
  ...without(ALL_6, parsed([GLOBAL_UNICAST_6]).flatMap(family6)),
  ...parsed(NOT_PUBLIC_6).flatMap(family6),
];

const count4 = (set: readonly Interval<number>[]): number => set.reduce((sum, { start, end }) => sum + end - start, 0);
const count6 = (set: readonly Interval<bigint>[]): bigint => set.reduce((sum, { start, end }) => sum + end - start, 0n);

/** All public IPv4 addresses that there are. */
export const PUBLIC_IPV4_ADDRESSES = count4(without(ALL_4, OUTSIDE_4));
const PUBLIC_IPV6_ADDRESSES = count6(without(ALL_6, OUTSIDE_6));

/** IPv6 ranges in the list add nothing to it. */
export function ipv4Space(ranges: Texts): Ipv4Space {
  const { known, gap } = read(ranges);
  const publicAddresses = count4(without(union(known.flatMap(family4)), OUTSIDE_4));
  return {
    publicAddresses: settled(publicAddresses, PUBLIC_IPV4_ADDRESSES, gap),
    share: settled(Math.ceil((publicAddresses * 1000) / PUBLIC_IPV4_ADDRESSES), 1000, gap),
    isWholeInternet: publicAddresses === PUBLIC_IPV4_ADDRESSES || (gap ?? false),
  };
}

/** IPv4 ranges in the list add nothing to it. */
export function ipv6Space(ranges: Texts): AddressSpace<bigint> {
  const { known, gap } = read(ranges);
  const publicAddresses = count6(without(union(known.flatMap(family6)), OUTSIDE_6));
  return {
    publicAddresses: settled(publicAddresses, PUBLIC_IPV6_ADDRESSES, gap),
    isWholeInternet: publicAddresses === PUBLIC_IPV6_ADDRESSES || (gap ?? false),
  };
}

/** The ranges, and the first reason why they are not all of them. */
function read(ranges: Texts): { known: AddressRange[]; gap: Gap | undefined } {
  const all = itemsOf(ranges).map((text) => (text instanceof Gap ? text : (addressRange(text) ?? Gap.of('error'))));
  return {
    known: all.flatMap((range) => (range instanceof Gap ? [] : [range])),
    gap: all.find((range) => range instanceof Gap),
  };
}

/** More ranges can only add: what is at its most already stands, whatever could not be read. */
const settled = <T>(value: T, most: T, gap: Gap | undefined): T | Gap => (value === most ? value : (gap ?? value));
