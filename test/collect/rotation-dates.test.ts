/** When a key's rotation policy rotates it, if ever. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, before, calendarDuration } from '../../src/collect/azure/calendar.ts';
import { rotationFacts } from '../../src/collect/azure/object-facts.ts';
import { type RotatedKey, rotationDates } from '../../src/collect/azure/rotation-dates.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';

const FORBIDDEN = Gap.of('forbidden');
const ERROR = Gap.of('error');
const UNSUPPORTED = Gap.of('unsupported');

const at = (text: string): number => Date.parse(text);
const CREATED = at('2026-01-31T10:20:30Z');
const EXPIRES = at('2028-02-29T00:00:00Z');

type Policy = Exclude<RotatedKey['rotationPolicy'], Gap | undefined>;
type Action = Extract<Policy['lifetimeActions'], readonly unknown[]>[number];

const rotate = (trigger: Partial<Action>): Action => ({ action: 'Rotate', ...trigger });
const policy = (...lifetimeActions: Action[]): Policy => ({ expiryTime: 'P2Y', lifetimeActions });
const without = ({ lifetimeActions }: Policy): Policy => ({ lifetimeActions });
const NOTIFY: Action = { action: 'Notify', timeBeforeExpiry: 'P30D' };
const LATE = rotate({ timeBeforeExpiry: 'P1M' });

const never = { rotationCanFire: false };
const on = (text: string) => ({ rotationCanFire: true, nextRotation: at(text) });
const unknown = (gap: Gap) => ({ rotationCanFire: gap, nextRotation: gap });

describe('a key', () => {
  test.each<[string, Partial<RotatedKey>, object]>([
    ['without a policy', {}, never],
    ['with a policy that only notifies', { expires: EXPIRES, rotationPolicy: policy(NOTIFY) }, never],
    ['with a policy that does nothing', { rotationPolicy: policy() }, never],
    [
      'rotated 90 days after it was made',
      { rotationPolicy: policy(NOTIFY, rotate({ timeAfterCreate: 'P90D' })) },
      on('2026-05-01T10:20:30Z'),
    ],
    [
      'made on 31 January and rotated a month later',
      { rotationPolicy: policy(rotate({ timeAfterCreate: 'P1M' })) },
      on('2026-02-28T10:20:30Z'),
    ],
    [
      'rotated after two years, without an expiry',
      { rotationPolicy: without(policy(rotate({ timeAfterCreate: 'P2Y' }))) },
      on('2028-01-31T10:20:30Z'),
    ],
    [
      'rotated a month before it expires',
      { expires: EXPIRES, rotationPolicy: policy(LATE) },
      on('2028-01-29T00:00:00Z'),
    ],
    [
      'rotated 30 days before it expires',
      { expires: EXPIRES, rotationPolicy: policy(rotate({ timeBeforeExpiry: 'P30D' })) },
      on('2028-01-30T00:00:00Z'),
    ],
    [
      'rotated a year before it expires on 29 February',
      { expires: EXPIRES, rotationPolicy: policy(rotate({ timeBeforeExpiry: 'P1Y' })) },
      on('2027-02-28T00:00:00Z'),
    ],
    ['to be rotated before an expiry that it does not have', { rotationPolicy: policy(LATE) }, never],
    [
      'to be rotated before an expiry that the policy does not give',
      { expires: EXPIRES, rotationPolicy: without(policy(LATE)) },
      never,
    ],
    [
      'rotated by whichever of two comes first',
      { expires: EXPIRES, rotationPolicy: policy(LATE, rotate({ timeAfterCreate: 'P18M' })) },
      on('2027-07-31T10:20:30Z'),
    ],
    [
      'rotated by the one of two that can',
      { rotationPolicy: policy(LATE, rotate({ timeAfterCreate: 'P18M' })) },
      on('2027-07-31T10:20:30Z'),
    ],
    [
      'rotated by whichever trigger of one action comes first',
      { expires: EXPIRES, rotationPolicy: policy(rotate({ timeAfterCreate: 'P1Y', timeBeforeExpiry: 'P1M' })) },
      on('2027-01-31T10:20:30Z'),
    ],
  ])('%s', (_, key, expected) => {
    expect(rotationDates({ created: CREATED, ...key })).toEqual(expected);
  });

  test.each<[string, Partial<RotatedKey>, object]>([
    ['the policy', { rotationPolicy: FORBIDDEN }, unknown(FORBIDDEN)],
    ['the actions', { rotationPolicy: { lifetimeActions: FORBIDDEN } }, unknown(FORBIDDEN)],
    [
      'the rest of the actions, where one rotates',
      {
        rotationPolicy: { lifetimeActions: new BrokenList([rotate({ timeAfterCreate: 'P90D' })], FORBIDDEN) },
      },
      { rotationCanFire: true, nextRotation: FORBIDDEN },
    ],
    [
      'when it was made',
      { created: FORBIDDEN, rotationPolicy: policy(rotate({ timeAfterCreate: 'P90D' })) },
      { rotationCanFire: true, nextRotation: FORBIDDEN },
    ],
    [
      'when it was made, where it is rotated before it expires',
      { created: FORBIDDEN, expires: EXPIRES, rotationPolicy: policy(LATE) },
      on('2028-01-29T00:00:00Z'),
    ],
    ['its expiry', { expires: FORBIDDEN, rotationPolicy: policy(LATE) }, unknown(FORBIDDEN)],
    ['its expiry, where the policy gives none', { expires: FORBIDDEN, rotationPolicy: without(policy(LATE)) }, never],
    [
      "the policy's expiry time, where the key has none",
      { rotationPolicy: { ...policy(LATE), expiryTime: FORBIDDEN } },
      never,
    ],
    ['its expiry, where the policy only notifies', { expires: FORBIDDEN, rotationPolicy: policy(NOTIFY) }, never],
    [
      'what an action does',
      { rotationPolicy: policy({ action: FORBIDDEN, timeAfterCreate: 'P90D' }) },
      unknown(FORBIDDEN),
    ],
    [
      'an action that nobody knows',
      { rotationPolicy: policy({ action: 'Destroy', timeAfterCreate: 'P90D' }) },
      unknown(UNSUPPORTED),
    ],
    ['a malformed time', { rotationPolicy: policy(rotate({ timeAfterCreate: '90 days' })) }, unknown(ERROR)],
    ['a malformed time of a notice', { rotationPolicy: policy({ action: 'Notify', timeBeforeExpiry: '1' }) }, never],
    ['when it is rotated', { rotationPolicy: policy(rotate({})) }, unknown(ERROR)],
    [
      'a date beyond all calendars',
      { rotationPolicy: policy(rotate({ timeAfterCreate: 'P9999Y' })) },
      { rotationCanFire: true, nextRotation: ERROR },
    ],
  ])('of which was not read or understood: %s', (_, key, expected) => {
    expect(rotationDates({ created: CREATED, ...key })).toEqual(expected);
  });

  test('as the control plane tells it', () => {
    const { rotationPolicy } = rotationFacts({
      attributes: { expiryTime: 'P1Y' },
      lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P90D', timeBeforeExpiry: null } }],
    });
    expect(rotationDates({ created: CREATED, rotationPolicy } as RotatedKey)).toEqual(on('2026-05-01T10:20:30Z'));
  });
});

describe('a duration along the calendar', () => {
  test.each([
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-02-29', 'P4Y', '2028-02-29'],
    ['2096-02-29', 'P4Y', '2100-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2023-01-31', 'P1M', '2023-02-28'],
    ['2024-01-31', 'P1M1D', '2024-03-01'],
    ['2024-11-30', 'P3M', '2025-02-28'],
    ['2024-12-01', 'P3M', '2025-03-01'],
    ['2024-12-01', 'P90D', '2025-03-01'],
    ['2024-12-01', 'P12W6D', '2025-03-01'],
    ['2024-12-31', 'PT24H', '2025-01-01'],
    ['2024-12-31', 'PT23H59M60S', '2025-01-01'],
    ['2024-12-31', 'P0D', '2024-12-31'],
  ])('%s and %s: %s', (from, duration, to) => {
    expect(after(at(from), calendarDuration(duration) ?? { months: NaN, milliseconds: 0 })).toBe(at(to));
  });

  test.each([
    '',
    'P',
    'PT',
    'P90',
    '90D',
    'P-90D',
    '-P90D',
    'P1.5M',
    'P1D2M',
    'p90d',
    'P1YT',
    ' P90D',
    'P90D\n',
    'P1H',
  ])('%j is none', (text) => {
    expect(calendarDuration(text)).toBe(undefined);
  });
});

describe('in any year', () => {
  const moment = fc.integer({ min: at('1999-01-01'), max: at('2104-12-31') });
  const lastOfFebruary = fc.integer({ min: 1999, max: 2104 }).map((year) => Date.UTC(year, 2, 0, 12));
  const instant = fc.oneof(moment, lastOfFebruary);
  const months = fc.nat(60);
  /** Days that a month does not have fall on its last, each at its own time of day. */
  const dayOf = (instant: number): number => Math.floor(instant / 86_400_000);
  const later = fc.oneof(
    fc.nat(),
    fc.nat(172_800_000),
    fc.nat(3).map((days) => days * 86_400_000),
  );
  const only = (months: number) => ({ months, milliseconds: 0 });
  const monthOf = (instant: number): number => {
    const date = new Date(instant);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };

  test('so many months later is that month, at the same day or its last, at the same time', () => {
    fc.assert(
      fc.property(instant, months, (from, count) => {
        const to = after(from, only(count));
        const [day, dayThen] = [new Date(from).getUTCDate(), new Date(to).getUTCDate()];
        expect(monthOf(to) - monthOf(from)).toBe(count);
        expect(to % 86_400_000).toBe(from % 86_400_000);
        expect(dayThen === day || (dayThen < day && monthOf(to + 86_400_000) === monthOf(to) + 1)).toBe(true);
      }),
    );
  });

  test('so much earlier is at most some days from where it came', () => {
    fc.assert(
      fc.property(instant, months, (from, count) => {
        const back = before(after(from, only(count)), only(count));
        expect(from - back).toBeGreaterThanOrEqual(0);
        expect(from - back).toBeLessThanOrEqual(3 * 86_400_000);
      }),
    );
  });

  test('a key made later, or left longer, is not rotated on an earlier day', () => {
    const next = (created: number, timeAfterCreate: string): number =>
      rotationDates({ created, rotationPolicy: policy(rotate({ timeAfterCreate })) }).nextRotation as number;
    fc.assert(
      fc.property(instant, later, months, fc.nat(5), fc.nat(400), (created, later, count, more, days) => {
        const first = next(created, `P${count}M${days}D`);
        expect(first).toBeGreaterThanOrEqual(created);
        expect(dayOf(next(created + later, `P${count}M${days}D`))).toBeGreaterThanOrEqual(dayOf(first));
        expect(next(created, `P${count + more}M${days + more}D`)).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  test('a key that expires later is not rotated on an earlier day', () => {
    const next = (expires: number, timeBeforeExpiry: string): number =>
      rotationDates({ created: CREATED, expires, rotationPolicy: policy(rotate({ timeBeforeExpiry })) })
        .nextRotation as number;
    fc.assert(
      fc.property(instant, later, months, (expires, later, count) => {
        const first = next(expires, `P${count}M`);
        expect(first).toBeLessThanOrEqual(expires);
        expect(dayOf(next(expires + later, `P${count}M`))).toBeGreaterThanOrEqual(dayOf(first));
      }),
    );
  });
});
