/** Which values a parameter may have. */
import type { ParamSpec } from '../model/rule.ts';

/** Why a parameter cannot have a value; nothing if it can. */
export function whyNotAllowed(spec: ParamSpec, value: unknown): string | undefined {
  if (spec.type === 'integer') return whyNoInteger(spec, value);
  if (spec.type === 'boolean') return typeof value === 'boolean' ? undefined : 'must be true or false';
  const texts: readonly unknown[] = spec.type === 'strings' && Array.isArray(value) ? value : [value];
  if (spec.type === 'strings' && !Array.isArray(value)) return 'must be a list of texts';
  if (!texts.every((item) => typeof item === 'string')) return 'must be a text';
  const stranger = texts.find((item) => spec.values && !spec.values.includes(item));
  return stranger === undefined ? undefined : `must be one of ${spec.values?.join(', ')}`;
}

function whyNoInteger({ minimum, maximum }: ParamSpec, value: unknown): string | undefined {
  if (!Number.isSafeInteger(value)) return 'must be a whole number';
  if (minimum !== undefined && (value as number) < minimum) return `must not be below ${minimum}`;
  if (maximum !== undefined && (value as number) > maximum) return `must not be above ${maximum}`;
  return undefined;
}
