/** Literals that are checked when a rule is loaded: durations, timestamps, patterns. */
import { RE2JS } from 're2js';

export const DAY = 86_400_000;

const UNITS: Record<string, bigint> = {
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n,
  ns: 1n,
};
const DURATION = /^[-+]?(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+$/;
const DURATION_PART = /(\d+)(?:\.(\d+))?(h|ms|m|s|us|µs|ns)/g;

/** The longest duration, 10,000 years as protobuf counts them, in milliseconds. */
export const LONGEST = 315_576_000_000_000;

/** `1h30m` → milliseconds; undefined when it is no duration, or none of whole milliseconds. */
export function parseDuration(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let nanoseconds = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(DURATION_PART)) {
    nanoseconds += (BigInt(whole + fraction) * (UNITS[unit] ?? 0n)) / 10n ** BigInt(fraction.length);
  }
  if (nanoseconds % 1_000_000n !== 0n) return undefined;
  const milliseconds = Number(nanoseconds / 1_000_000n);
  if (milliseconds > LONGEST) return undefined;
  return text.startsWith('-') ? 0 - milliseconds : milliseconds;
}

/** From year 1 to the end of 9999, in milliseconds since 1970. */
export const FIRST_MOMENT = -62_135_596_800_000;
export const LAST_MOMENT = 253_402_300_799_999;

const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3})0*)?(Z|[-+]\d\d:\d\d)$/;

/** RFC 3339 → milliseconds since 1970; undefined when it is none, or finer than a millisecond. */
export function parseTimestamp(text: string): number | undefined {
  const [, clock, , zone] = TIMESTAMP.exec(text) ?? [];
  if (clock === undefined || zone === undefined || !existsInCalendar(clock)) return undefined;
  const moment = Date.parse(text);
  return moment >= FIRST_MOMENT && moment <= LAST_MOMENT ? moment : undefined;
}

/** 30 February is no day, though `Date` would make one of it. */
function existsInCalendar(clock: string): boolean {
  const moment = Date.parse(`${clock}Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(clock);
}

/** A pattern that runs in linear time, or what is wrong with it. */
export function parsePattern(text: string): RE2JS | Error {
  try {
    return RE2JS.compile(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
