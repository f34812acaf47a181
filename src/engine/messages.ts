/** A rule's message for one resource or item. */
import { BrokenList, Fault, RuleFault } from '../model/gap.ts';
import type { Condition, Frame, MessagePart } from '../model/rule.ts';
import { DAY } from './literals.ts';
import { itemTypeOf } from './syntax.ts';

const UNREADABLE = '(not readable)';

/** The text, or the mistake in the rule that showed while writing it. */
export function write(parts: readonly MessagePart[], frame: Frame): string | RuleFault {
  let text = '';
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : fill(part, frame);
    if (piece instanceof RuleFault) return piece;
    text += piece;
  }
  return text;
}

function fill(condition: Condition, frame: Frame): string | RuleFault {
  const value = condition.run(frame);
  return value instanceof RuleFault ? value : show(value, condition.type);
}

function show(value: unknown, type: string): string {
  if (value instanceof Fault) return UNREADABLE;
  if (value instanceof BrokenList)
    return [...value.items.map((item) => show(item, itemTypeOf(type) ?? '')), UNREADABLE].join(', ');
  if (Array.isArray(value)) return value.map((item) => show(item, itemTypeOf(type) ?? '')).join(', ');
  if (type === 'google.protobuf.Timestamp') return new Date(value as number).toISOString().slice(0, 10);
  if (type === 'google.protobuf.Duration') return showDays(Math.trunc((value as number) / DAY));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const showDays = (days: number): string => `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
