/**
 * Brings what a mapper took from an answer to what the catalog says: right types, the catalog's spelling of
 * enumerations, nothing unknown. What cannot be that becomes a gap, never a guess.
 */
import type { FactsOf, Field, Fields } from '../model/catalog.ts';
import { BrokenList, Gap } from '../model/gap.ts';

/** Facts that mappers hand over: raw values by field name; null and undefined mean absent. */
export interface RawFacts {
  readonly [field: string]: unknown;
}

/** The same, held to the names that the catalog declares. */
type RawFactsOf<F> = { readonly [N in keyof F]?: unknown };

/** All fields of a facet: values, gaps, or nothing where a field is optional and the service left it out. */
export function settle<F extends Fields>(fields: F, raw: RawFactsOf<F>): FactsOf<F> {
  return settleFields(fields, raw) as FactsOf<F>;
}

function settleFields(fields: Fields, raw: RawFacts): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name] as Field;
    const value = raw[name] ?? undefined;
    if (value !== undefined) facts[name] = settleValue(field, value);
    else if (!field.optional) facts[name] = Gap.of('error');
  }
  return facts;
}

/** All fields of a facet that could not be read. */
export function settleGap(fields: Fields, gap: Gap): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, gap]));
}

function settleValue(field: Field, value: unknown): unknown {
  if (value instanceof Gap) return value;
  switch (field.type) {
    case 'string':
      return typeof value === 'string' ? wellFormed(value) : Gap.of('error');
    case 'bool':
      return typeof value === 'boolean' ? value : Gap.of('error');
    case 'int':
      return Number.isSafeInteger(value) ? value : Gap.of('error');
    case 'timestamp':
      return isInstant(value) ? value : Gap.of('error');
    case 'enum':
      return typeof value === 'string' ? spelling(field.values, wellFormed(value)) : Gap.of('error');
    case 'object':
      return isRecord(value) ? settleFields(field.fields, value) : Gap.of('error');
    case 'map':
      return settleMap(field.of, value);
    case 'list':
      return settleList(field.of, value);
  }
}

/** A lone surrogate cannot be written as UTF-8: it would come back as another text. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** The years 1 to 9999: all that the service can mean, that conditions can reckon with, and that ISO 8601 writes plainly. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
const isInstant = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= FIRST_INSTANT && (value as number) <= LAST_INSTANT;

/** Services write `deny`, `Deny` and `DENY` for the same thing; a value that nobody knows is kept as it came. */
function spelling(values: readonly string[], value: string): string {
  const folded = value.toLowerCase();
  return values.find((known) => known.toLowerCase() === folded) ?? value;
}

function settleMap(of: Field, value: unknown): unknown {
  if (!isRecord(value)) return Gap.of('error');
  const there = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  const entries = there.map(([key, item]) => [wellFormed(key), settleValue(of, item)] as const);
  return entries.some(([, item]) => item instanceof Gap) ? Gap.of('error') : Object.fromEntries(entries);
}

function settleList(of: Field, value: unknown): unknown {
  if (value instanceof BrokenList)
    return new BrokenList(
      value.items.map((item) => settleItem(of, item)),
      value.gap,
    );
  return Array.isArray(value) ? value.map((item) => settleItem(of, item)) : Gap.of('error');
}

const settleItem = (of: Field, item: unknown): unknown =>
  item === null || item === undefined ? Gap.of('error') : settleValue(of, item);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
