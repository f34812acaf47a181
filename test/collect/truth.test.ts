/** Facts derived from facts that may not have been read. */
import { describe, expect, test } from 'vitest';
import { every, holds, isEmpty, not, some, type Truth } from '../../src/collect/truth.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';

const GAP = Gap.of('forbidden');
const PAIRS: readonly (readonly [Truth, Truth])[] = [
  [true, true],
  [true, false],
  [true, GAP],
  [false, false],
  [false, GAP],
  [GAP, GAP],
];

describe('of two answers', () => {
  test('one no settles whether both hold, one yes whether either does', () => {
    expect(PAIRS.map(every)).toEqual([true, false, GAP, false, false, GAP]);
    expect(PAIRS.map(some)).toEqual([true, true, true, false, GAP, GAP]);
  });

  test('their order does not matter', () => {
    const turned = PAIRS.map(([a, b]) => [b, a] as const);
    expect([turned.map(every), turned.map(some)]).toEqual([PAIRS.map(every), PAIRS.map(some)]);
  });

  test('none at all hold together, and none of them does', () => {
    expect([every([]), some([])]).toEqual([true, false]);
  });
});

test('the opposite of what is not known is not known', () => {
  expect([true, false, GAP].map(not)).toEqual([false, true, GAP]);
});

describe('whether a list holds something', () => {
  const isRed = (text: string): Truth => text === 'red';

  test.each([
    ['a list with it', ['blue', 'red'], true],
    ['a list without it', ['blue'], false],
    ['a list without it, and an item that could not be read', ['blue', GAP], GAP],
    ['a list with it, and an item that could not be read', [GAP, 'red'], true],
    ['a list that broke off behind it', new BrokenList(['red'], GAP), true],
    ['a list that broke off before it', new BrokenList(['blue'], GAP), GAP],
    ['a list that could not be read', GAP, GAP],
  ] as const)('%s', (_, texts, expected) => {
    expect(holds(texts, isRed)).toBe(expected);
  });

  test('a list that broke off at once may be empty or not', () => {
    expect([isEmpty([]), isEmpty(['red']), isEmpty(new BrokenList([], GAP))]).toEqual([true, false, GAP]);
  });
});
