/** Facts go into a snapshot and come out the same. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import type { Field, Fields } from '../../src/model/catalog.ts';
import { BrokenList, Gap, REASONS } from '../../src/model/gap.ts';
import { FactError, readFacts, writeFacts } from '../../src/snapshot/facts.ts';

const gap = fc.constantFrom(...REASONS).map((reason) => Gap.of(reason));
const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'gap', 'items', '{"gap":"forbidden"}'));
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Anything that a field may hold. */
function value(field: Field): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: told(field) }, { weight: 1, arbitrary: gap });
}

function told(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'string':
      return words;
    case 'enum':
      return fc.oneof(fc.constantFrom(...field.values), words);
    case 'bool':
      return fc.boolean();
    case 'int':
      return fc.maxSafeInteger();
    case 'timestamp':
      return fc.integer({ min: FIRST, max: LAST });
    case 'object':
      return facts(field.fields);
    case 'map':
      return fc.dictionary(fc.oneof(words, fc.constantFrom('__proto__', 'constructor', 'map')), told(field.of), {
        maxKeys: 4,
      });
    case 'list':
      return list(field.of);
  }
}

function list(of: Field): fc.Arbitrary<unknown> {
  const items = fc.array(value(of), { maxLength: 3 });
  return fc.oneof(
    items,
    fc.tuple(items, gap).map(([those, why]) => new BrokenList(those, why)),
  );
}

const facts = (fields: Fields): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(field)])), {
    requiredKeys: Object.keys(fields).filter((name) => !fields[name]?.optional),
  });

const FACETS = Object.entries(azure).flatMap(([kind, { facets }]) =>
  Object.entries(facets as { [name: string]: { fields: Fields } }).map(
    ([name, { fields }]) => [`${name} of ${kind}`, fields] as const,
  ),
);

test.each(FACETS)('any facts that the catalog allows: %s', (_, fields) => {
  const property = fc.property(facts(fields), (before) => {
    const wire = JSON.parse(JSON.stringify(writeFacts(fields, before))) as unknown;
    expect(readFacts(fields, wire, 'facts')).toEqual({ ...before });
  });
  fc.assert(property, { numRuns: 60, seed: 20_261_120 });
});

describe('what the catalog does not allow is refused, with its place', () => {
  const { fields } = azure['azure.secret'].facets.attributes;
  const fine = {
    name: 'db',
    enabled: true,
    created: '2026-01-01T00:00:00.000Z',
    tags: { map: {} },
    belongsToCertificate: false,
  };

  test('facts as we write them are taken', () => {
    expect(readFacts(fields, fine, 'facts')).toMatchObject({ name: 'db', created: Date.parse('2026-01-01T00:00:00Z') });
  });

  test.each<[string, object, RegExp]>([
    ['a field nobody knows', { value: 'x' }, /^facts\.value: is not in the catalog/],
    ['a prototype for a field', JSON.parse('{"__proto__":{"enabled":true}}') as object, /^facts\.__proto__: is not/],
    ['a missing field', { enabled: undefined }, /^facts\.enabled: is missing; write a gap/],
    ['null for a needed field', { enabled: null }, /^facts\.enabled: is missing/],
    ['a text for a truth', { enabled: 'true' }, /^facts\.enabled: must be true or false/],
    ['a number for a time', { created: 5 }, /^facts\.created: must be a time in UTC/],
    ['a time without a zone', { created: '2026-01-01T00:00:00' }, /^facts\.created: must be a time/],
    ['a day that there is not', { created: '2026-13-01T00:00:00Z' }, /^facts\.created: must be a time/],
    ['a reason nobody knows', { enabled: { gap: 'because' } }, /^facts\.enabled: "because" is no reason/],
    ['a bare map', { tags: { team: 'x' } }, /^facts\.tags: must be a map, written as/],
    ['a number among tags', { tags: { map: { team: 5 } } }, /^facts\.tags\.team: must be a text/],
  ])('%s', (_, change, message) => {
    const wire = JSON.parse(JSON.stringify({ ...fine, ...change })) as object;
    expect(() => readFacts(fields, wire, 'facts')).toThrow(
      expect.objectContaining({ name: 'FactError', message: expect.stringMatching(message) }),
    );
  });

  test('a tag that looks like a gap is a tag', () => {
    expect(readFacts(fields, { ...fine, tags: { map: { gap: 'forbidden' } } }, 'facts').tags).toEqual({
      gap: 'forbidden',
    });
    expect(() => readFacts(fields, [], 'facts')).toThrow(FactError);
  });
});
