/** Taking values out of raw answers. What is not of the expected type is handed on: settling makes a gap of it. */
import { Gap } from '../../model/gap.ts';
import { isRecord, type RawFacts } from '../settle.ts';

/** A part of an answer that has to be an object, or a gap for all that should be in it. */
export function part(raw: RawFacts, name: string): RawFacts | Gap {
  const value = raw[name];
  return isRecord(value) ? value : Gap.of('error');
}

/** A value inside a part that may be left out. What is there and no object is a gap: its text would pass for the value. */
export function within(raw: RawFacts, name: string, field: string): unknown {
  const value = raw[name] ?? undefined;
  if (value === undefined) return undefined;
  return isRecord(value) ? value[field] : Gap.of('error');
}

/** Unix seconds (the wire) or a Date (the typed client) as epoch milliseconds. */
export function instant(value: unknown): unknown {
  if (typeof value === 'number') return value * 1000;
  return value instanceof Date ? value.getTime() : value;
}

/** ISO 8601 text as epoch milliseconds. Without a zone it would mean another moment on every machine. */
export function isoInstant(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' && /(?:Z|[+-]\d\d:\d\d)$/i.test(value) ? Date.parse(value) : Gap.of('error');
}

/** Every item of a list mapped; anything that is no list is handed on. */
export const each = (value: unknown, map: (item: RawFacts) => RawFacts): unknown =>
  Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? map(item) : item)) : value;

/** A list that the service leaves out when it is empty. */
export const listOrEmpty = (value: unknown): unknown => value ?? [];

export const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

/** The last step of an address without query: the version in an object's id. */
export function lastStep(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const steps = new URL(address).pathname.split('/').filter((step) => step !== '');
  return steps.at(-1);
}

/** What follows a collection's address, `https://{vault}/{kind}`, in an object's id; nothing if it is none of its. */
export function nameUnder(collection: string, id: unknown): string | undefined {
  if (typeof id !== 'string' || !URL.canParse(id)) return undefined;
  const { href } = new URL(id);
  return href.toLowerCase().startsWith(`${collection}/`) ? href.slice(collection.length + 1) : undefined;
}

/** A text, or none: anything else would be asked how it wants to be written. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What Azure lets objects in a vault be called. */
export const isObjectName = (name: unknown): name is string =>
  typeof name === 'string' && /^[0-9A-Za-z-]{1,127}$/.test(name);
