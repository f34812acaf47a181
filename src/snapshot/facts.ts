/** Facts to their JSON in a snapshot and back, guided by the catalog: the only place that knows both forms. */
import type { Field, Fields } from '../model/catalog.ts';
import { BrokenList, Gap, isReason } from '../model/gap.ts';
import type { WireObject, WireValue } from '../model/snapshot.ts';

/** A value that the catalog does not allow; `path` says where. */
export class FactError extends Error {
  override readonly name = 'FactError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.path = path;
  }
}

/** Facts as conditions see them → JSON. Absent fields stay absent. */
export function writeFacts(fields: Fields, facts: object): WireObject {
  const wire: Record<string, WireValue> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (facts as Record<string, unknown>)[name];
    if (value !== undefined) wire[name] = writeValue(field, value);
  }
  return wire;
}

function writeValue(field: Field, value: unknown): WireValue {
  if (value instanceof Gap) return { gap: value.reason };
  switch (field.type) {
    case 'timestamp':
      return new Date(value as number).toISOString();
    case 'object':
      return writeFacts(field.fields, value as object);
    case 'map':
      return { map: value as { [key: string]: WireValue } };
    case 'list':
      return writeList(field.of, value as readonly unknown[] | BrokenList);
    default:
      return value as WireValue;
  }
}

function writeList(of: Field, list: readonly unknown[] | BrokenList): WireValue {
  if (!(list instanceof BrokenList)) return list.map((item) => writeValue(of, item));
  return { items: list.items.map((item) => writeValue(of, item)), complete: false, gap: list.gap.reason };
}

/** JSON → facts. Every field that is not optional has to be there, if only as a gap. Throws FactError. */
export function readFacts(fields: Fields, wire: unknown, path: string): Record<string, unknown> {
  if (!isObject(wire)) throw new FactError(path, 'must be an object');
  for (const name in wire)
    if (!Object.hasOwn(fields, name)) throw new FactError(`${path}.${name}`, 'is not in the catalog');
  const facts: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name] as Field;
    const value = wire[name];
    if (value !== undefined && value !== null) facts[name] = readValue(field, value, `${path}.${name}`);
    else if (!field.optional)
      throw new FactError(`${path}.${name}`, 'is missing; write a gap where it could not be read');
  }
  return facts;
}

function readValue(field: Field, value: unknown, path: string): unknown {
  if (isObject(value) && Object.hasOwn(value, 'gap') && !Object.hasOwn(value, 'items')) return readGap(value.gap, path);
  switch (field.type) {
    case 'string':
    case 'enum':
      return expect(typeof value === 'string', value, path, 'a text');
    case 'bool':
      return expect(typeof value === 'boolean', value, path, 'true or false');
    case 'int':
      return expect(Number.isSafeInteger(value), value, path, 'a whole number');
    case 'timestamp':
      return readTimestamp(value, path);
    case 'object':
      return readFacts(field.fields, value, path);
    case 'map':
      return readMap(field.of, value, path);
    case 'list':
      return readList(field.of, value, path);
  }
}

function expect<T>(holds: boolean, value: T, path: string, what: string): T {
  if (!holds) throw new FactError(path, `must be ${what}`);
  return value;
}

const INSTANT = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function readTimestamp(value: unknown, path: string): number {
  const text = value instanceof Date ? value.toISOString() : value;
  const instant = typeof text === 'string' && INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return expect(!Number.isNaN(instant), instant, path, 'a time in UTC such as 2026-03-31T00:00:00Z');
}

function readGap(reason: unknown, path: string): Gap {
  if (!isReason(reason)) throw new FactError(path, `"${String(reason)}" is no reason for a gap`);
  return Gap.of(reason);
}

function readMap(of: Field, value: unknown, path: string): Record<string, unknown> {
  const map = isObject(value) ? value.map : undefined;
  if (!isObject(map)) throw new FactError(path, 'must be a map, written as { map: { … } }');
  for (const [key, item] of Object.entries(map)) readValue(of, item, `${path}.${key}`);
  return map;
}

function readList(of: Field, value: unknown, path: string): unknown[] | BrokenList {
  if (Array.isArray(value)) return value.map((item, index) => readValue(of, item, `${path}[${index}]`));
  if (!isObject(value) || !Array.isArray(value.items) || value.complete !== false)
    throw new FactError(path, 'must be a list');
  const items = value.items.map((item, index) => readValue(of, item, `${path}[${index}]`));
  return new BrokenList(items, readGap(value.gap, path));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
