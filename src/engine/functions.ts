/** The functions that conditions have beyond CEL's own. One that fails on the estate's data gives a gap. */
import { addressRange, within } from '../model/address-ranges.ts';
import { Gap, RuleFault } from '../model/gap.ts';
import { DAY, LONGEST } from './literals.ts';

export interface Func {
  /** As cel-js declares it. Durations are milliseconds when it runs. */
  readonly signature: string;
  readonly about: string;
  readonly run: (...args: never[]) => unknown;
}

export const FUNCTIONS = {
  days: {
    signature: 'days(int): google.protobuf.Duration',
    about: 'So many days of 24 hours.',
    run: (count: number): number | RuleFault =>
      Math.abs(count * DAY) <= LONGEST ? count * DAY + 0 : new RuleFault('duration out of range'),
  },
  wholeDays: {
    signature: 'wholeDays(google.protobuf.Duration): int',
    about: 'How many full days of 24 hours a duration has.',
    run: (duration: number): number => Math.trunc(duration / DAY) + 0,
  },
  percentOf: {
    signature: 'percentOf(int, google.protobuf.Duration): google.protobuf.Duration',
    about: 'So many percent of a duration, rounded down to the millisecond.',
    run: percentOf,
  },
  isoDuration: {
    signature: 'isoDuration(string): google.protobuf.Duration',
    about: 'An ISO 8601 duration such as P90D or P1Y; a year counts as 365 days, a month as 30.',
    run: (text: string): number | Gap => parseIsoDuration(text) ?? Gap.of('error'),
  },
  cidrWithin: {
    signature: 'cidrWithin(string, list<string>): bool',
    about: 'Whether an address or range lies wholly within one of the ranges.',
    run: cidrWithin,
  },
  prefixLength: {
    signature: 'prefixLength(string): int',
    about: 'How many bits of a range are fixed: 16 of 10.1.0.0/16, 32 of a single IPv4 address.',
    run: (range: string): number | Gap => addressRange(range)?.prefix ?? Gap.of('error'),
  },
} as const satisfies Record<string, Func>;

/** By parts, since a hundred times a long duration is more than numbers can hold exactly. */
function percentOf(percentage: number, duration: number): number | Gap {
  const hundredth = Math.trunc(duration / 100);
  const share = hundredth * percentage + Math.trunc(((duration - hundredth * 100) * percentage) / 100);
  return Math.abs(share) <= LONGEST ? share + 0 : Gap.of('error');
}

/** A malformed network settles nothing: another one may still hold the range. */
function cidrWithin(text: string, networks: readonly string[]): boolean | Gap {
  const range = addressRange(text);
  if (!range) return Gap.of('error');
  const parsed = networks.map(addressRange);
  if (parsed.some((network) => network && within(range, network))) return true;
  return parsed.includes(undefined) ? Gap.of('error') : false;
}

const ISO_DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const ISO_UNITS = [365 * DAY, 30 * DAY, 7 * DAY, DAY, 3_600_000, 60_000, 1000];

function parseIsoDuration(text: string): number | undefined {
  const parts = ISO_DURATION.exec(text)?.slice(1);
  if (!parts) return undefined;
  const total = ISO_UNITS.reduce((sum, unit, at) => sum + Math.round(Number(parts[at] ?? 0) * unit), 0);
  return total <= LONGEST ? total : undefined;
}
