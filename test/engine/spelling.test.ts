import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/engine/spelling.ts';

test.each([
  ['jsom', 'json'],
  ['JSON', 'json'],
  ['mdd', 'md'],
  ['m', undefined],
  ['xy', undefined],
  ['', undefined],
  ['secret', undefined],
])('who writes "%s" among formats may have meant %s', (word, meant) =>
  expect(nearest(word, ['html', 'json', 'md'])).toBe(meant),
);

test('nothing is asked where nothing may be meant', () => expect(didYouMean('q', ['md'])).toBeUndefined());
