import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Language } from '../../src/engine/language.ts';
import { equal } from '../../src/engine/operators.ts';
import { BrokenList, Gap, RuleFault } from '../../src/model/gap.ts';
import type { Read } from '../../src/model/rule.ts';
import { aVersion, catalog, DAY, NOW, secretFrame } from './estate.ts';
import { compile, language, secrets } from './rules.ts';

const FORBIDDEN = Gap.of('forbidden');
const THROTTLED = Gap.of('throttled');

const ask = (text: string, secret: object = {}, vault: object = {}): unknown =>
  compile(text).run(secretFrame(secret, vault));

function reads(text: string, secret: object = {}, vault: object = {}): readonly Read[] {
  const condition = compile(text);
  language.machine.startTrace();
  condition.run(secretFrame(secret, vault));
  return language.machine.endTrace();
}

describe('a fact that could not be read', () => {
  const gap = { created: FORBIDDEN };
  const ask3 = (text: string): unknown => ask(text.replace('@', 'now - secret.created > days(90)'), gap);

  test.each([
    ['@ && secret.name == "other"', false],
    ['secret.name == "other" && @', false],
    ['@ || secret.name == "db"', true],
    ['secret.name == "db" || @', true],
    ['@ && secret.name == "db"', FORBIDDEN],
    ['@ || secret.name == "other"', FORBIDDEN],
    ['!(@)', FORBIDDEN],
    ['@ ? true : true', FORBIDDEN],
    ['secret.enabled ? true : @', true],
  ])('%s is %s', (text, answer) => {
    expect(ask3(text)).toBe(answer);
  });

  test('may or may not be there', () => {
    expect(ask('has(secret.expires)', { expires: FORBIDDEN })).toBe(FORBIDDEN);
    expect(ask('has(vault.network) && has(vault.network.action)', {}, { network: FORBIDDEN })).toBe(FORBIDDEN);
    expect(ask('"owner" in secret.tags', { tags: FORBIDDEN })).toBe(FORBIDDEN);
  });

  test('in one version does not hide what another shows', () => {
    const versions = [aVersion({ enabled: FORBIDDEN }), aVersion({ enabled: false })];
    expect(ask('secret.versions.all(v, v.enabled)', { versions })).toBe(false);
    expect(ask('secret.versions.exists(v, !v.enabled)', { versions })).toBe(true);
    expect(ask('secret.versions.exists(v, v.enabled)', { versions })).toBe(FORBIDDEN);
    expect(ask('secret.versions.exists_one(v, v.enabled)', { versions })).toBe(FORBIDDEN);
  });

  test('among the items of a list leaves open whether something else is among them', () => {
    expect(ask('1 in secret.grades', { grades: [FORBIDDEN, 1] })).toBe(true);
    expect(ask('2 in secret.grades', { grades: [FORBIDDEN, 1] })).toBe(FORBIDDEN);
    expect(ask('secret.grades == [1, 2]', { grades: [FORBIDDEN, 3] })).toBe(false);
    expect(ask('secret.grades == [1, 2]', { grades: [FORBIDDEN, 2] })).toBe(FORBIDDEN);
  });
});

describe('a list that broke off', () => {
  const versions = new BrokenList([aVersion(), aVersion({ enabled: false })], THROTTLED);
  const grades = new BrokenList([1, 2], THROTTLED);

  test.each([
    ['secret.versions.exists(v, !v.enabled)', true],
    ['secret.versions.all(v, v.enabled)', false],
    ['1 in secret.grades', true],
    ['secret.versions.exists(v, v.uses == 7)', THROTTLED],
    ['secret.versions.all(v, v.uses == 1)', THROTTLED],
    ['7 in secret.grades', THROTTLED],
    ['size(secret.versions) > 1', THROTTLED],
    ['secret.grades.size() > 1', THROTTLED],
    ['secret.grades == [9]', THROTTLED],
    ['secret.grades + [1] == [1]', THROTTLED],
    ['[1] + secret.grades == [1]', THROTTLED],
    ['secret.versions.exists_one(v, v.enabled)', THROTTLED],
    ['secret.versions.filter(v, v.enabled).exists(w, w.enabled)', THROTTLED],
    ['secret.versions.map(v, v.id).exists(id, id == "v1")', THROTTLED],
  ])('%s is %s', (text, answer) => {
    expect(ask(text, { versions, grades })).toBe(answer);
  });
});

describe('a mistake that only shows when it runs', () => {
  test.each([
    ['1 / secret.size == 1', 'division by zero'],
    ['1 % secret.size == 1', 'modulo by zero'],
    ['9007199254740991 + 1 > secret.size', 'integer overflow'],
    ['timestamp("9999-12-31T23:59:59Z") + days(1) > now', 'timestamp out of range'],
    ['days(9007199254740991) > now - now', 'duration out of range'],
    ['timestamp("0001-01-01T00:00:00Z") - duration("1ms") < now', 'timestamp out of range'],
    ['9007199254740991 * 2 > secret.size', 'integer overflow'],
    ['-9007199254740991 - 1 < secret.size', 'integer overflow'],
  ])('%s: %s', (text, message) => {
    expect(ask(text, { size: 0 })).toEqual(new RuleFault(message));
  });

  test('a condition without end is stopped', () => {
    const scope = new Language(catalog, { budget: 1000 }).scope('test.secret', {});
    const versions = Array.from({ length: 100 }, () => aVersion());
    const endless = compile('secret.versions.all(v, secret.versions.all(w, w.enabled && v.enabled))', scope);
    expect(endless.run(secretFrame({ versions }))).toEqual(new RuleFault('step budget exceeded'));
    expect(compile('secret.versions.all(v, v.enabled)', scope).run(secretFrame({ versions }))).toBe(true);
  });
});

describe('what decided', () => {
  test('the side that settled it, not the other', () => {
    const old = { created: NOW - 100 * DAY };
    const settled = [{ field: 'secret.enabled', value: true }];
    expect(reads('now - secret.created < days(90) || secret.enabled', old)).toEqual(settled);
    expect(reads('secret.enabled || now - secret.created < days(90)', old)).toEqual(settled);
  });

  test('the side in doubt when it stays open', () => {
    const doubt = { created: FORBIDDEN };
    expect(reads('secret.enabled && now - secret.created < days(90)', doubt)).toEqual([
      { field: 'secret.created', value: FORBIDDEN },
    ]);
  });

  test.each([
    ['now - secret.created < days(90) && secret.enabled', ['secret.created']],
    ['now - secret.created < days(90) || secret.size > 99', ['secret.created']],
    ['secret.size > 99 || now - secret.created < days(90)', ['secret.created']],
    ['now - secret.created < days(90) || secret.enabled', ['secret.enabled']],
    ['now - secret.created < days(90) && secret.size > 99', ['secret.size']],
    ['now - secret.created < days(90) && secret.expires > now', ['secret.created', 'secret.expires']],
  ])('of two sides, one of which is in doubt: %s', (text, fields) => {
    const condition = compile(text, secrets, new Set(['secret.expires']));
    language.machine.startTrace();
    condition.run(secretFrame({ created: FORBIDDEN, expires: THROTTLED }));
    expect(language.machine.endTrace().map(({ field }) => field)).toEqual(fields);
  });

  test('the places of items in lists that are filtered, mapped or counted', () => {
    const versions = [aVersion(), aVersion({ enabled: false })];
    const places = (text: string) => reads(text, { versions }).map(({ field }) => field);
    const both = ['secret.versions[0].enabled', 'secret.versions[1].enabled'];
    expect(places('secret.versions.exists_one(v, v.enabled)')).toEqual(expect.arrayContaining(both));
    expect(places('size(secret.versions.filter(v, v.enabled)) == 0')).toEqual(expect.arrayContaining(both));
    expect(places('secret.versions.map(v, v.enabled) == [true]')).toEqual(expect.arrayContaining(both));
  });

  test('the one version that failed, by its place', () => {
    const versions = [aVersion(), aVersion({ enabled: false })];
    const failed = [{ field: 'secret.versions[1].enabled', value: false }];
    expect(reads('secret.versions.all(v, v.enabled)', { versions })).toEqual(failed);
    const place = [{ field: 'secret.versions[1].uses', value: 1 }];
    const text = 'secret.versions.filter(v, !v.enabled).exists(w, w.uses == 1)';
    expect(reads(text, { versions })).toEqual(place);
  });

  test('the version in doubt, and where the list broke off', () => {
    const versions = new BrokenList([aVersion(), aVersion({ enabled: FORBIDDEN })], THROTTLED);
    expect(reads('secret.versions.all(v, v.enabled)', { versions })).toEqual([
      { field: 'secret.versions', value: THROTTLED },
      { field: 'secret.versions[1].enabled', value: FORBIDDEN },
    ]);
  });

  test('presence for has(), unless the value was read as well', () => {
    expect(reads('has(secret.expires)')).toEqual([{ field: 'secret.expires', value: false, presence: true }]);
    expect(reads('has(secret.expires) && secret.expires > now', { expires: NOW + 1 })).toEqual([
      { field: 'secret.expires', value: NOW + 1 },
    ]);
    expect(reads('"owner" in secret.tags')).toEqual([{ field: 'secret.tags.owner', value: false, presence: true }]);
    expect(reads('"a b" in secret.tags')).toEqual([{ field: 'secret.tags["a b"]', value: false, presence: true }]);
  });

  test('the size of lists, and parameters', () => {
    expect(reads('size(secret.versions) > params.maxAge')).toEqual([
      { field: 'secret.versions', value: 1 },
      { field: 'params.maxAge', value: 90 },
    ]);
  });

  test('the gap in place of an object', () => {
    const network = FORBIDDEN;
    expect(reads('has(vault.network) && size(vault.network.ranges) == 0', {}, { network })).toEqual([
      { field: 'vault.network', value: FORBIDDEN },
    ]);
  });
});

describe('numbers and texts', () => {
  test.each([
    ['7 / -2 == -3 && 7 % -2 == 1 && -7 % 2 == -1', true],
    ['1.0 / 0.0 > 1.0 && -1.0 / 0.0 < 1.0', true],
    ['0.0 / 0.0 == 0.0 / 0.0', false],
    ['0.0 / 0.0 != 0.0 / 0.0', true],
    ['0.0 / 0.0 in [0.0 / 0.0]', false],
    ['1.0 / double(0 * -1) > 0.0', true],
    ['-0.0 == 0.0', true],
    ['1.5 + 2.0 == 3.5 && 1.5 * 2.0 == 3.0 && 3.0 - 1.5 == 1.5 && 3.0 / 2.0 == 1.5', true],
    ['5 + 2 == 7 && 5 - 2 == 3 && 5 * 2 == 10 && -(2) == -2 && -(2.5) == -2.5', true],
    ['2 > 1 && !(1 > 1) && 1 >= 1 && !(1 >= 2) && 1 <= 1 && !(2 <= 1) && 1 < 2 && !(1 < 1)', true],
    ['"b" > "a" && !("a" > "a") && "a" >= "a" && !("a" >= "b") && "a" <= "a" && !("b" <= "a")', true],
    ['"ab" > "a" && !("a" > "ab") && "a" < "ab" && "" < "a"', true],
    ['true == true && true != false && !(true == false)', true],
    ['1 < 1.5 && 2.0 > 1', true],
    ['"\\uFF5E" < "😀"', true],
    ['size("é😀") == 2', true],
    ['"ÀB".lowerAscii() == "Àb" && "éb".upperAscii() == "éB"', true],
    ['["a", "b"].join("-") == "a-b" && "a,b".split(",") == ["a", "b"]', true],
    ['string(12) + string(true) == "12true"', true],
    ['int(-1.9) == -1', true],
    ['now - timestamp("2026-03-30T01:00:00+01:00") == days(1)', true],
    ['duration("1.5h") == duration("90m") && duration("-1ms") < duration("0s")', true],
  ])('%s is %s', (text, answer) => {
    expect(ask(text)).toBe(answer);
  });

  test('a tag called like something inherited is only there when it is', () => {
    expect(ask('"constructor" in secret.tags || "__proto__" in secret.tags || has(secret.tags.toString)')).toBe(false);
    expect(ask('"constructor" in secret.tags', { tags: { constructor: 'x' } })).toBe(true);
  });
});

describe('lists', () => {
  const grades = [1, 2, 2];

  test.each([
    ['secret.grades.exists_one(g, g == 1)', true],
    ['secret.grades.exists_one(g, g == 2)', false],
    ['secret.grades.exists_one(g, g == 9)', false],
    ['secret.grades.filter(g, g > 1) == [2, 2]', true],
    ['secret.grades.filter(g, g > 9) == []', true],
    ['secret.grades.map(g, g + 1) == [2, 3, 3]', true],
    ['secret.grades.map(g, g > 1, g * 3) == [6, 6]', true],
    ['secret.grades.map(g, g > 9, g * 3) == []', true],
    ['secret.grades + [3] == [1, 2, 2, 3] && [3] + secret.grades == [3, 1, 2, 2]', true],
    ['secret.grades == [1, 2] || secret.grades == [1, 2, 3] || secret.grades == [1, 2, 2, 2]', false],
    ['[1, 2] in [[1], [1, 2]] && !([2, 1] in [[1], [1, 2]])', true],
  ])('%s is %s', (text, answer) => {
    expect(ask(text, { grades })).toBe(answer);
  });

  test.each([
    'secret.grades.filter(g, g > 1) == [2]',
    'secret.grades.map(g, g > 1, g) == [2]',
    'secret.grades.map(g, true, g + 1) == [2]',
    'secret.grades.exists_one(g, g == 2)',
  ])('with an item that could not be read: %s', (text) => {
    expect(ask(text, { grades: [2, FORBIDDEN] })).toBe(FORBIDDEN);
  });

  test.each(['secret.grades.map(g, true, 1 / (g - 1)) == [1]', 'secret.grades.filter(g, 1 / (g - 1) > 0) == [1]'])(
    'with a mistake on the way: %s',
    (text) => expect(ask(text, { grades: [2, 1] })).toEqual(new RuleFault('division by zero')),
  );
});

test('values are equal when all in them is, and in doubt only when nothing tells them apart', () => {
  const scalar = fc.constantFrom<unknown>(0, 1, 'a', '', true, false);
  // Types are checked before: a list never meets a map.
  const lists = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('any'), { maxLength: 3 })),
  }));
  const maps = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  const pair = fc.oneof(fc.tuple(lists.any, lists.any), fc.tuple(maps.any, maps.any));
  const doubted = (of: unknown): unknown => {
    if (Array.isArray(of)) return of.map(doubted);
    if (of !== null && typeof of === 'object')
      return Object.fromEntries(Object.entries(of).map(([name, part]) => [name, doubted(part)]));
    return of === 0 ? FORBIDDEN : of;
  };
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const same = isDeepStrictEqual(a, b);
      expect(equal(a, b)).toBe(same);
      expect(equal(a, structuredClone(a))).toBe(true);
      const inDoubt = equal(doubted(a), b);
      if (same) expect([true, FORBIDDEN]).toContain(inDoubt);
      if (inDoubt !== FORBIDDEN) expect(inDoubt).toBe(same);
    }),
    { numRuns: 2000, seed: 20_261_122 },
  );
});

test('texts stand in the order of their code points', () => {
  const character = fc.oneof(
    fc.constantFrom('\u0000', 'a', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const text = fc.array(character, { maxLength: 3 }).map((characters) => characters.join(''));
  const points = (of: string) => Array.from(of, (one) => (one.codePointAt(0) as number).toString(16).padStart(6, '0'));
  const before = compile('secret.name < secret.content', secrets, new Set(['secret.content']));
  const notAfter = compile('secret.name <= secret.content', secrets, new Set(['secret.content']));
  fc.assert(
    fc.property(text, text, (name, content) => {
      const [a, b] = [points(name).join(''), points(content).join('')];
      const frame = secretFrame({ name, content });
      expect([before.run(frame), notAfter.run(frame)]).toEqual([a < b, a <= b]);
    }),
    { numRuns: 2000, seed: 20_261_122 },
  );
});

describe('our functions', () => {
  test.each([
    ['wholeDays(days(3) - duration("1s"))', 2],
    ['wholeDays(duration("-36h"))', -1],
    ['percentOf(80, days(365)) == days(292)', true],
    ['percentOf(33, duration("1s")) == duration("330ms")', true],
    ['percentOf(1, duration("199ms")) == duration("1ms")', true],
    ['percentOf(100, days(3650000)) == days(3650000)', true],
    ['percentOf(99, days(3650000) - duration("1ms")) < percentOf(99, days(3650000))', true],
    ['isoDuration("P90D") == days(90)', true],
    ['isoDuration("P1Y2M3W4DT5H6M7.5S") == days(365 + 60 + 21 + 4) + duration("5h6m7.5s")', true],
    ['prefixLength("10.0.0.0/16")', 16],
    ['prefixLength("10.0.0.1")', 32],
    ['prefixLength("2001:db8::/32")', 32],
    ['prefixLength("::1")', 128],
    ['cidrWithin("10.1.2.0/24", ["192.168.0.0/16", "10.0.0.0/8"])', true],
    ['cidrWithin("10.0.0.0/7", ["10.0.0.0/8"])', false],
    ['cidrWithin("10.0.0.127", ["10.0.0.0/25"])', true],
    ['cidrWithin("10.0.0.128", ["10.0.0.0/25"])', false],
    ['cidrWithin("2001:db8:1::/48", ["2001:db8::/32"])', true],
    ['cidrWithin("::ffff:10.0.0.1", ["10.0.0.0/8"])', false],
    ['cidrWithin("10.0.0.1", [])', false],
    ['cidrWithin("10.0.0.1", ["nonsense", "10.0.0.0/8"])', true],
  ])('%s is %s', (text, answer) => {
    expect(ask(text)).toBe(answer);
  });

  test.each([
    ...['P', 'PT', 'P-1D', '90D', 'P1H', 'P1.5D', 'p90d'].map((text) => `isoDuration("${text}") > days(0)`),
    ...['010.1.1.1', '10.0.0.0/33', '10.0.0.0/08', '10.0.0/8', '::/129', 'fe80::1%eth0', '10.0.0.0/8/8', ''].map(
      (text) => `prefixLength("${text}") > 0`,
    ),
    'percentOf(9007199254740991, days(90)) > days(0)',
    'cidrWithin("x", ["10.0.0.0/8"])',
    'cidrWithin("11.0.0.1", ["10.0.0.0/8", "x"])',
  ])('%s is a gap: the estate holds something malformed', (text) => {
    expect(ask(text)).toBe(Gap.of('error'));
  });
});
