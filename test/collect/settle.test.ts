/** Raw values become what the catalog says, or gaps; never a guess. */
import { describe, expect, test } from 'vitest';
import { settle, settleGap } from '../../src/collect/settle.ts';
import type { Field, Fields } from '../../src/model/catalog.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';

const about = 'A field.';
const ERROR = Gap.of('error');
const one = (field: Field, value: unknown): unknown => settle({ field }, { field: value }).field;
const fields: Fields = {
  needed: { type: 'string', about },
  optional: { type: 'bool', optional: true, about },
};
const list = (of: Field): Field => ({ type: 'list', of, about });
const text: Field = { type: 'string', about };

describe('what was not said', () => {
  test('is absent where it may be, and a gap where it may not', () => {
    for (const raw of [{}, { needed: null, optional: null }, { needed: undefined }])
      expect(settle(fields, raw)).toEqual({ needed: ERROR });
  });

  test('false and the empty text were said', () => {
    expect(settle(fields, { needed: '', optional: false })).toEqual({ needed: '', optional: false });
  });

  test('what nobody asked for is left out', () => {
    expect(settle(fields, { needed: 'x', value: 'y' })).toEqual({ needed: 'x' });
  });

  test('what could not be read is the same gap in every field', () => {
    expect(settleGap(fields, Gap.of('firewall'))).toEqual({ needed: Gap.of('firewall'), optional: Gap.of('firewall') });
  });
});

describe('what was said', () => {
  test.each<[Field['type'] & ('string' | 'bool' | 'int' | 'timestamp'), unknown, unknown]>([
    ['string', 'x', 'x'],
    ['string', 5, ERROR],
    ['string', 'a\uD800b\u{1F511}', 'a\uFFFDb\u{1F511}'],
    ['bool', 'true', ERROR],
    ['bool', 0, ERROR],
    ['int', 7, 7],
    ['int', 7.5, ERROR],
    ['int', '7', ERROR],
    ['int', 2 ** 53, ERROR],
    ['int', Number.NaN, ERROR],
    ['timestamp', 0, 0],
    ['timestamp', Date.parse('9999-12-31T23:59:59.999Z'), Date.parse('9999-12-31T23:59:59.999Z')],
    ['timestamp', Date.parse('9999-12-31T23:59:59.999Z') + 1, ERROR],
    ['timestamp', Date.parse('0001-01-01T00:00:00Z'), Date.parse('0001-01-01T00:00:00Z')],
    ['timestamp', Date.parse('0001-01-01T00:00:00Z') - 1, ERROR],
    ['timestamp', Number.NaN, ERROR],
    ['timestamp', '2026-01-01T00:00:00Z', ERROR],
  ])('%s from %j', (type, value, settled) => {
    expect(one({ type, about }, value)).toEqual(settled);
  });

  test('enumerations take the spelling of the catalog; strange ones stay as they came', () => {
    const field: Field = { type: 'enum', values: ['Allow', 'Deny'], about };
    expect(['deny', 'DENY', 'Deny', 'Denied', '', 5].map((value) => one(field, value))).toEqual([
      'Deny',
      'Deny',
      'Deny',
      'Denied',
      '',
      ERROR,
    ]);
  });

  test('objects field by field; anything else in their place is a gap', () => {
    const field: Field = { type: 'object', fields, about };
    expect(one(field, { needed: 'x' })).toEqual({ needed: 'x' });
    expect(one(field, {})).toEqual({ needed: ERROR });
    for (const other of ['x', 5, [], true]) expect(one(field, other)).toBe(ERROR);
  });

  test('lists item by item; those that broke off stay broken off', () => {
    expect(one(list(text), ['a', 5, null])).toEqual(['a', ERROR, ERROR]);
    expect(one(list(text), new BrokenList(['a', 5], Gap.of('throttled')))).toEqual(
      new BrokenList(['a', ERROR], Gap.of('throttled')),
    );
    for (const other of ['x', {}, 5]) expect(one(list(text), other)).toBe(ERROR);
  });

  test('maps as a whole: with a value that is none, nothing is known of what else they hold', () => {
    const field: Field = { type: 'map', of: text, about };
    expect(one(field, { a: 'x', b: null })).toEqual({ a: 'x' });
    expect(one(field, { a: 'x', b: 5 })).toBe(ERROR);
    for (const other of ['x', [], 5]) expect(one(field, other)).toBe(ERROR);
  });

  test('a gap stays the gap it is, at any depth', () => {
    const gap = Gap.of('notLicensed');
    expect(one(text, gap)).toBe(gap);
    expect(one(list(text), [gap])).toEqual([gap]);
    expect(one({ type: 'object', fields, about }, { needed: gap })).toEqual({ needed: gap });
  });
});
