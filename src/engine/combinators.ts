/** How closures are put together, whatever they read: faults are passed on, or absorbed as CEL absorbs errors. */
import { BrokenList, Fault, RuleFault } from '../model/gap.ts';
import type { Frame } from '../model/rule.ts';
import type { Machine } from './machine.ts';
import type { Binary } from './operators.ts';

export type Closure = (frame: Frame) => unknown;

export function literal(value: unknown): Closure {
  const constant = typeof value === 'bigint' ? Number(value) : value;
  return () => constant;
}

/** Settled by either side that comes out as `settling`, whatever is not known of the other. */
export const either =
  (left: Closure, right: Closure, settling: boolean): Closure =>
  (frame) => {
    const first = left(frame);
    if (first === settling) return settling;
    const second = right(frame);
    return second !== settling && first instanceof Fault ? first : second;
  };

/** Keeps the reads of the side that settled it, of the sides in doubt when it stays open, of both otherwise. */
export function tracedEither(left: Closure, right: Closure, settling: boolean, machine: Machine): Closure {
  return (frame) => {
    const start = machine.mark;
    const first = left(frame);
    if (first === settling) return settling;
    const middle = machine.mark;
    const second = right(frame);
    if (first instanceof Fault && second === !settling) machine.forget(middle, machine.mark);
    if (!(first instanceof Fault) && second instanceof Fault) machine.forget(start, middle);
    if (second === settling) machine.forget(start, middle);
    return second !== settling && first instanceof Fault ? first : second;
  };
}

export function unary(operand: Closure, operate: ((value: never) => unknown) | undefined): Closure {
  const apply = operate as (value: unknown) => unknown;
  return (frame) => {
    const value = operand(frame);
    return value instanceof Fault ? value : apply(value);
  };
}

/** Both operands have to be known. */
export function strict(left: Closure, right: Closure, operate: Binary): Closure {
  const apply = operate as (left: unknown, right: unknown) => unknown;
  return (frame) => {
    const a = left(frame);
    if (a instanceof Fault) return a;
    const b = right(frame);
    return b instanceof Fault ? b : apply(a, b);
  };
}

/** Takes a step for each item that may be looked at. */
export function metered(operate: Binary, machine: Machine): Binary {
  const apply = operate as (left: unknown, right: unknown) => unknown;
  return (a: unknown, b: unknown) => machine.spend(sizeOf(b)) ?? apply(a, b);
}

const sizeOf = (value: unknown): number =>
  value instanceof BrokenList ? value.items.length : Object.keys(value as object).length;

/** The values, or the first fault among them. */
export function allOf(closures: readonly Closure[], frame: Frame): unknown[] | Fault {
  const values: unknown[] = [];
  for (const closure of closures) {
    const value = closure(frame);
    if (value instanceof Fault) return value;
    values.push(value);
  }
  return values;
}

/** A function cannot run over a list that broke off, nor over one with gaps in it. */
export function unknownIn(values: readonly unknown[]): Fault | undefined {
  for (const value of values) {
    if (value instanceof BrokenList) return value.gap;
    const gap = Array.isArray(value) ? value.find((item) => item instanceof Fault) : undefined;
    if (gap instanceof Fault) return gap;
  }
  return undefined;
}

// ---- objects and maps

export const absent = (name: string): RuleFault => new RuleFault(`${name} is absent`);
export const own = (map: object, key: string): unknown =>
  Object.hasOwn(map, key) ? (map as Record<string, unknown>)[key] : absent(key);

export function presence(object: object, name: string): boolean | Fault {
  const value = Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
  return value instanceof Fault ? value : value !== undefined;
}
