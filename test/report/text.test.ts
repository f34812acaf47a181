import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, counted, display, utc, visible } from '../../src/report/text.ts';

/** Any sequence of UTF-16 units, halves of pairs among them. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x202e, 0x200b, 0x0301, 0x0a, 0x27e6)))
  .map((units) => String.fromCharCode(...units));

const shown = (text: string): string =>
  text.replace(/⟦U\+([0-9A-F]+)⟧/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

describe('text from strangers', () => {
  test.each([
    ['a plain name', 'kv-payments (prod)', 'kv-payments (prod)'],
    ['a name in another script', 'Schlüssel 鍵 مفتاح', 'Schlüssel 鍵 مفتاح'],
    ['a name read backwards', 'invoice\u202Efdp.exe', 'invoice⟦U+202E⟧fdp.exe'],
    ['a name with an invisible space', 'kv\u200B-a', 'kv⟦U+200B⟧-a'],
    ['a name that colours the terminal', '\u001B[31mred', '⟦U+001B⟧[31mred'],
    ['a name that begins a new line of a log', 'a\nb\r\tc', 'a⟦U+000A⟧b⟦U+000D⟧⟦U+0009⟧c'],
    ['a name of invisible tag letters', '\u{E0041}x', '⟦U+E0041⟧x'],
    ['half a character', 'a\uD800b', 'a⟦U+D800⟧b'],
    ['a name that plays the notation', '⟦U+202E⟧', '⟦U+27E6⟧U+202E⟧'],
    ['marks piled up over the line', `a${'\u0301'.repeat(6)}`, `a${'\u0301'.repeat(4)}⟦U+0301⟧⟦U+0301⟧`],
  ])('%s', (_, text, expected) => expect(visible(text)).toBe(expected));

  test('holds nothing unseen, whatever it was', () => {
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(visible(text))));
  });

  test('two different texts never look the same', () => {
    fc.assert(fc.property(anyText, (text) => shown(visible(text)) === text));
  });

  test('is left alone when it is printable ASCII and no command to a build’s log', () => {
    const harmless = fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/[:#]/g, '-'));
    fc.assert(fc.property(harmless, (text) => visible(text) === text));
  });
});

describe('text too long to show', () => {
  test('stands whole up to the limit', () => expect(display('x'.repeat(500))).toBe('x'.repeat(500)));

  test('is cut behind it, and says by how much', () =>
    expect(display('x'.repeat(1734))).toBe(`${'x'.repeat(500)}… (1,234 more characters)`));

  test('is not cut through a character', () => expect(display('ab😀cd', 3)).toBe('ab… (4 more characters)'));

  test('is bounded however it is spelt', () => {
    fc.assert(fc.property(anyText, (text) => display(text, 10).length <= 10 * '⟦U+FFFF⟧'.length + 40));
  });
});

describe('numbers and times', () => {
  test('numbers are grouped', () => expect([count(0), count(1234567)]).toEqual(['0', '1,234,567']));

  test('one thing is not several', () =>
    expect([counted(1, 'finding'), counted(2, 'finding'), counted(0, 'reply', 'replies')]).toEqual([
      '1 finding',
      '2 findings',
      '0 replies',
    ]));

  test('times are told in UTC', () => expect(utc('2026-03-31T08:00:12.5+02:00')).toBe('2026-03-31 06:00:12 UTC'));

  test('what is no time stays as it came', () => expect(utc('yesterday')).toBe('yesterday'));
});

describe('logs of builds', () => {
  test.each([
    ['::error::owned', '⟦U+003A⟧:error::owned'],
    ['  ::add-mask::a', '  ⟦U+003A⟧:add-mask::a'],
    ['a::b', 'a::b'],
    ['x ##[error]y', 'x ⟦U+0023⟧#[error]y'],
    ['##vso[task.complete]', '⟦U+0023⟧#vso[task.complete]'],
    ['###VSO[a]', '#⟦U+0023⟧#VSO[a]'],
    ['C## [a]', 'C## [a]'],
  ])('obey nothing in %j', (text, shown) => expect(visible(text)).toBe(shown));
});
