/** Which values a parameter may have. */
import { addressRange } from '../model/address-ranges.ts';
import type { ParamSpec } from '../model/rule.ts';

/** Why a parameter cannot have a value; nothing if it can. */
export function whyNotAllowed(spec: ParamSpec, value: unknown): string | undefined {
  if (spec.type === 'integer') return whyNoInteger(spec, value);
  if (spec.type === 'boolean') return typeof value === 'boolean' ? undefined : 'must be true or false';
  if (spec.type !== 'string' && !Array.isArray(value)) return 'must be a list of texts';
  const texts: readonly unknown[] = spec.type !== 'string' && Array.isArray(value) ? value : [value];
  if (!texts.every((item) => typeof item === 'string')) return 'must be a text';
  if (spec.type === 'ranges') return whyNoRanges(texts);
  const stranger = texts.find((item) => spec.values && !spec.values.includes(item));
  return stranger === undefined ? undefined : `must be one of ${spec.values?.join(', ')}`;
}

function whyNoRanges(texts: readonly string[]): string | undefined {
  const stranger = texts.find((text) => !addressRange(text));
  return stranger === undefined ? undefined : `must be ranges such as 203.0.113.0/24, and ${stranger} is none`;
}

function whyNoInteger({ minimum, maximum }: ParamSpec, value: unknown): string | undefined {
  if (!Number.isSafeInteger(value)) return 'must be a whole number';
  if (minimum !== undefined && (value as number) < minimum) return `must not be below ${minimum}`;
  if (maximum !== undefined && (value as number) > maximum) return `must not be above ${maximum}`;
  return undefined;
}
