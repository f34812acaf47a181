/** ISO 8601 durations laid along the calendar, in UTC: a month is as long as the month that it falls on. */

export interface CalendarDuration {
  readonly months: number;
  readonly milliseconds: number;
}

const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `P90D`, `P3M`, `P1Y6M`, `PT36H`; undefined when malformed or negative, or finer than a second. */
export function calendarDuration(text: string): CalendarDuration | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  return {
    months: years * 12 + months,
    milliseconds: (weeks * 7 + days) * DAY + hours * HOUR + minutes * 60_000 + seconds * 1000,
  };
}

/**
 * An instant so much later: first the months, then the rest. The 31st of a month that has no such day is its last, the
 * same day that 29 February becomes a year later. NaN beyond what dates can hold.
 */
export const after = (instant: number, { months, milliseconds }: CalendarDuration): number =>
  monthsLater(instant, months) + milliseconds;

/** So much earlier, counted in the same order. */
export const before = (instant: number, { months, milliseconds }: CalendarDuration): number =>
  monthsLater(instant, -months) - milliseconds;

function monthsLater(instant: number, months: number): number {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}
