import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Language } from '../../src/engine/language.ts';
import { Fault } from '../../src/model/gap.ts';
import { type SpecTest, specTests } from './cel-spec.ts';
import { catalog } from './estate.ts';

const scope = new Language(catalog).scope('test.secret', {});
const tests = specTests();

/**
 * The specification's durations end at 292 years, where nanoseconds leave 64 bits; ours at 10,000, as protobuf's do: an
 * expiry in the year 9999 is how many estates say "never", and its distance from now has to have an answer.
 */
const LONG_DURATIONS = [
  'timestamps/timestamp_range/sub_time_duration_over',
  'timestamps/timestamp_range/sub_time_duration_under',
];

type Result = 'right' | 'refused' | 'fault' | 'wrong';

/** Refusing, and faults where a value was expected, are no answers. */
function resultOf({ expression, expected }: SpecTest): Result {
  const compiled = scope.compile(expression);
  if (!compiled.ok) return 'refused';
  const { condition } = compiled;
  const value = condition.run([]);
  if (value instanceof Fault) return expected.kind === 'error' ? 'right' : 'fault';
  if (expected.kind !== 'value' || condition.type.replace(/<.*/, '') !== expected.type) return 'wrong';
  return sameValue(value, expected.value) ? 'right' : 'wrong';
}

const sameValue = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
    : a === b || Object.is(a, b);

describe("CEL's own tests", () => {
  const passes = JSON.parse(readFileSync(new URL('cel-spec-passes.json', import.meta.url), 'utf8')) as string[];
  const results = new Map(tests.map((each) => [each.name, resultOf(each)]));

  test('no expression of theirs gets a wrong answer', () => {
    const wrong = tests.filter(({ name }) => results.get(name) === 'wrong').map(({ name }) => name);
    expect(wrong).toEqual(LONG_DURATIONS);
  });

  test('what was right once stays right', () => {
    expect(passes.filter((name) => results.get(name) !== 'right')).toEqual([]);
  });

  test('what has become right is on the list', () => {
    expect([...results].filter(([, result]) => result === 'right').map(([name]) => name)).toEqual(passes);
  });
});
