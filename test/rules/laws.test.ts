/** What holds of every rule on age and expiry, whatever the dates: older is never better, and time heals nothing. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, calendarDuration } from '../../src/collect/azure/calendar.ts';
import { FUNCTIONS } from '../../src/engine/functions.ts';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import type { Rule } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boringFacts, defaultsOf } from './boring.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);

const DAY = 86_400_000;
const at = (text: string): number => Date.parse(text);
const LAST = at('9999-12-31T23:59:59Z');

// ---- resources with any dates

/** Whole seconds, as the service counts; thick around leap days. */
const second = (from: string, to: string) =>
  fc.integer({ min: at(from) / 1000, max: at(to) / 1000 }).map((s) => s * 1000);
const leapDay = fc
  .constantFrom('2024-02-29', '2028-02-29', '2096-02-29', '2100-02-28')
  .map((day) => at(`${day}T00:00:00Z`));
const around = (instant: fc.Arbitrary<number>) =>
  fc.tuple(instant, fc.integer({ min: -2, max: 2 })).map(([middle, seconds]) => middle + seconds * 1000);
const moment = fc.oneof(second('2020-01-01T00:00:00Z', '2101-01-01T00:00:00Z'), around(leapDay));
/** Often to the second what a limit is made of. */
const span = fc.oneof(
  fc.nat(800).map((days) => days * DAY),
  fc.nat(800 * 86_400).map((seconds) => seconds * 1000),
  around(fc.constantFrom(0, 7, 30, 90, 365, 730).map((days) => days * DAY)).map(Math.abs),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

interface Dates {
  readonly now: number;
  /** How long ago it was made, and became valid; when it expires, is purged, rotates: milliseconds from now. */
  readonly age: number;
  readonly valid: number | undefined;
  readonly left: number | undefined;
  readonly rotates: number | undefined;
  readonly policy: object | undefined;
  readonly enabled: boolean;
  readonly managed: boolean;
  /** How much worse it gets. */
  readonly more: number;
  readonly params: { readonly [name: string]: boolean };
}
const direction = fc.constantFrom(1, -1);
const either = fc.tuple(span, direction).map(([length, sign]) => length * sign);
const renewal = fc.record({
  lifetimeActions: fc.array(
    fc.record(
      {
        action: fc.constantFrom('AutoRenew', 'EmailContacts'),
        daysBeforeExpiry: fc.integer({ min: 0, max: 60 }),
        lifetimePercentage: fc.integer({ min: 1, max: 100 }),
      },
      { requiredKeys: ['action'] },
    ),
    { maxLength: 2 },
  ),
});
const dates: fc.Arbitrary<Dates> = fc.record({
  now: moment,
  age: span,
  valid: optional(span),
  left: optional(fc.oneof(either, fc.constant(Infinity))),
  rotates: optional(either),
  policy: optional(renewal),
  enabled: fc.boolean(),
  managed: fc.boolean(),
  more: span,
  params: fc.record({ useNotBefore: fc.boolean(), includeDisabled: fc.boolean(), skipManaged: fc.boolean() }),
});

/** The facts of a resource at that moment; those that its kind does not have are of no use to any rule for it. */
function factsOf({ now, age, valid, left, rotates, policy, enabled, managed }: Dates): object {
  const ends = left === undefined ? undefined : Math.min(LAST, now + left);
  return {
    created: now - age,
    enabled,
    belongsToCertificate: managed,
    scheduledPurgeAt: ends ?? LAST,
    ...(valid !== undefined && { notBefore: now - valid }),
    ...(ends !== undefined && { expires: ends }),
    ...(rotates !== undefined && { nextRotation: now + rotates }),
    ...(policy && { policy }),
  };
}

const DATES = ['notBefore', 'expires', 'nextRotation', 'policy'];

/** Whether any of some rules finds fault. */
type Finds = (facts: object, now: number, params: Dates['params']) => boolean;

async function finding(...ids: string[]): Promise<Finds> {
  const judges = await Promise.all(
    ids.map(async (id) => {
      const rule = rules.find((one) => one.id === id) as Rule;
      const [own, ...ancestors] = await boringFacts(rule);
      const boring = Object.fromEntries(Object.entries(own ?? {}).filter(([name]) => !DATES.includes(name)));
      const defaults = defaultsOf(rule);
      return (facts: object, now: number, params: Dates['params']) => {
        const frame = [{ ...boring, ...facts }, ...ancestors, { ...defaults, ...params }, now];
        return judge(rule, frame, language.machine, 'findings').some(({ verdict }) => verdict === 'fail');
      };
    }),
  );
  return (facts, now, params) => judges.some((fails) => fails(facts, now, params));
}

/** Never a finding that goes away when things get worse; and the law is put to the test by both kinds of resources. */
function holds(finds: Finds, worse: (one: Dates) => [facts: object, now: number]): void {
  const seen = new Set<string>();
  const law = fc.property(dates, (one) => {
    const before = finds(factsOf(one), one.now, one.params);
    const then = finds(...worse(one), one.params);
    seen.add(`${before} ${then}`);
    expect(before && !then).toBe(false);
  });
  fc.assert(law, { numRuns: 800, seed: 20_261_120 });
  expect([...seen].toSorted()).toEqual(['false false', 'false true', 'true true']);
}

const AGE = [['KV-ROT-001'], ['KV-ROT-002'], ['KV-ROT-003']];
/** What warns before an expiry leaves what has expired to its neighbour. */
const EXPIRY = [
  ['KV-ROT-006'],
  ['KV-ROT-007'],
  ['KV-CRT-001'],
  ['KV-ROT-006', 'KV-ROT-008'],
  ['KV-ROT-007', 'KV-ROT-009'],
  ['KV-CRT-001', 'KV-CRT-002'],
];
const VALIDITY = [['KV-ROT-010'], ['KV-ROT-011']];
const PURGE = [['KV-REC-005']];

const titled = (...laws: readonly string[][][]) => laws.flat().map((ids) => [ids.join(' and '), ids] as const);

describe('time heals nothing', () => {
  test.each(titled(AGE, EXPIRY, PURGE))('%s', async (_, ids) => {
    holds(await finding(...ids), (one) => [factsOf(one), one.now + one.more]);
  });
});

describe('what was made earlier is not better', () => {
  test.each(titled(AGE, VALIDITY))('%s', async (_, ids) => {
    holds(await finding(...ids), (one) => {
      const valid = one.valid === undefined ? undefined : one.valid + one.more;
      return [factsOf({ ...one, age: one.age + one.more, valid }), one.now];
    });
  });
});

describe('what ends sooner is not better', () => {
  const sooner = ({ left, more }: Dates) => (left === undefined ? undefined : Math.min(left, 8000 * 365 * DAY) - more);
  test.each(titled(EXPIRY, PURGE))('%s', async (_, ids) => {
    holds(await finding(...ids), (one) => [factsOf({ ...one, left: sooner(one) }), one.now]);
  });
});

describe('what is valid for longer is not better', () => {
  test.each(titled(VALIDITY))('%s', async (_, ids) => {
    holds(await finding(...ids), (one) => {
      const left = one.left === undefined ? undefined : one.left + one.more;
      return [factsOf({ ...one, left }), one.now];
    });
  });
});

describe('a limit is the same second in every year, leap years too', () => {
  const LIMITS = { 'KV-ROT-001': 90, 'KV-ROT-002': 90, 'KV-ROT-003': 365 };
  test.each(Object.entries(LIMITS))('%s', async (id, days) => {
    const finds = await finding(id);
    const made = (age: number) => ({ created: age, enabled: true, belongsToCertificate: false });
    fc.assert(
      fc.property(fc.oneof(moment, around(leapDay)), (now) => {
        expect(finds(made(now - days * DAY), now, {})).toBe(false);
        expect(finds(made(now - days * DAY - 1000), now, {})).toBe(true);
      }),
    );
  });

  test('KV-REC-005', async () => {
    const finds = await finding('KV-REC-005');
    fc.assert(
      fc.property(moment, (now) => {
        const purged = (scheduledPurgeAt: number) => ({ scheduledPurgeAt, belongsToCertificate: false });
        expect(finds(purged(now + 7 * DAY), now, {})).toBe(true);
        expect(finds(purged(now + 7 * DAY + 1000), now, {})).toBe(false);
      }),
    );
  });
});

describe('ISO 8601 durations', () => {
  const count = fc.nat(400);
  const written = (...parts: readonly [number, string][]) => parts.map(([number, unit]) => `${number}${unit}`).join('');
  const isoDuration = (text: string) => FUNCTIONS.isoDuration.run(text);

  test('are the sum of their parts, however it is divided', () => {
    fc.assert(
      fc.property(count, count, count, count, count, (years, months, weeks, days, hours) => {
        const whole = isoDuration(`P${written([years, 'Y'], [months, 'M'], [weeks, 'W'], [days, 'D'])}T${hours}H`);
        const parts = [`P${years}Y`, `P${months}M`, `P${weeks * 7 + days}D`, `PT${hours * 60}M`].map(isoDuration);
        expect(whole).toBe(parts.reduce<number>((sum, part) => sum + (part as number), 0));
      }),
    );
  });

  test('come to the same along the calendar, but for the lengths of months', () => {
    fc.assert(
      fc.property(moment, fc.nat(120), count, count, (from, months, days, seconds) => {
        const text = `P${written([months, 'M'], [days, 'D'])}T${seconds}S`;
        const along = after(from, calendarDuration(text) ?? { months: Number.NaN, milliseconds: 0 }) - from;
        const drift = Math.abs(along - (isoDuration(text) as number));
        expect(drift).toBeLessThanOrEqual((months === 0 ? 0 : 3 + months * 0.5) * DAY);
      }),
    );
  });
});
