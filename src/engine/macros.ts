/** CEL's macros over lists and over the keys of maps. */
import { BrokenList, Fault } from '../model/gap.ts';
import type { Frame } from '../model/rule.ts';
import type { Closure } from './combinators.ts';
import type { Machine } from './machine.ts';
import { itemsOf } from './operators.ts';
import type { ItemPath } from './paths.ts';
import type { MacroName } from './syntax.ts';

export interface Loop {
  readonly machine: Machine;
  readonly tracing: boolean;
  readonly list: Closure;
  /** Where the macro's variable stands. */
  readonly slot: number;
  readonly body: Closure;
  /** Only of `map` with a filter. */
  readonly transform: Closure | undefined;
  readonly itemPath: ItemPath;
}

export const macro = (name: MacroName, loop: Loop): Closure => MADE[name](loop);

// ---- all and exists: one item may settle them, whatever is not known of the others

const quantifier = (loop: Loop, settling: boolean): Closure =>
  loop.tracing ? tracedQuantifier(loop, settling) : plainQuantifier(loop, settling);

const plainQuantifier =
  ({ machine, list, slot, body }: Loop, settling: boolean): Closure =>
  (frame) => {
    const value = list(frame);
    if (value instanceof Fault) return value;
    let fault: Fault | undefined = value instanceof BrokenList ? value.gap : undefined;
    for (const item of itemsOf(value)) {
      const exhausted = machine.spend(1);
      if (exhausted) return exhausted;
      frame[slot] = item;
      const answer = body(frame);
      if (answer === settling) return settling;
      if (answer instanceof Fault) fault ??= answer;
    }
    return fault ?? !settling;
  };

/** Keeps the reads of the one item that settled it; of the items in doubt when it stays open; of all otherwise. */
const tracedQuantifier =
  ({ machine, list, slot, body, itemPath }: Loop, settling: boolean): Closure =>
  (frame) => {
    const start = machine.mark;
    const value = list(frame);
    if (value instanceof Fault) return value;
    let fault: Fault | undefined = value instanceof BrokenList ? value.gap : undefined;
    const decided: [from: number, to: number][] = [];
    for (const [index, item] of itemsOf(value).entries()) {
      const exhausted = machine.spend(1);
      if (exhausted) return exhausted;
      frame[slot] = item;
      machine.paths[slot] = itemPath(frame, item, index);
      const before = machine.mark;
      const answer = body(frame);
      if (answer === settling) {
        machine.forget(start, before);
        return settling;
      }
      if (answer instanceof Fault) fault ??= answer;
      else decided.push([before, machine.mark]);
    }
    if (fault) for (const [from, to] of decided.toReversed()) machine.forget(from, to);
    return fault ?? !settling;
  };

// ---- the others need to know every item

/** Shows each item and the body's answer to `visit`; the first fault ends it. */
function walk(loop: Loop, frame: Frame, visit: (answer: unknown, item: unknown) => unknown): Fault | undefined {
  const value = loop.list(frame);
  if (value instanceof Fault) return value;
  if (value instanceof BrokenList) return value.gap;
  for (const [index, item] of itemsOf(value).entries()) {
    const exhausted = loop.machine.spend(1);
    if (exhausted) return exhausted;
    frame[loop.slot] = item;
    if (loop.tracing) loop.machine.paths[loop.slot] = loop.itemPath(frame, item, index);
    const answer = loop.body(frame);
    const outcome = answer instanceof Fault ? answer : visit(answer, item);
    if (outcome instanceof Fault) return outcome;
  }
  return undefined;
}

const existsOne =
  (loop: Loop): Closure =>
  (frame) => {
    let count = 0;
    const fault = walk(loop, frame, (answer) => (answer === true ? count++ : undefined));
    return fault ?? count === 1;
  };

const filter =
  (loop: Loop): Closure =>
  (frame) => {
    const kept: unknown[] = [];
    const fault = walk(loop, frame, (answer, item) => (answer === true ? kept.push(item) : undefined));
    return fault ?? kept;
  };

const map =
  (loop: Loop): Closure =>
  (frame) => {
    const results: unknown[] = [];
    return walk(loop, frame, (answer) => results.push(answer)) ?? results;
  };

const filteredMap =
  (loop: Loop, transform: Closure): Closure =>
  (frame) => {
    const results: unknown[] = [];
    const fault = walk(loop, frame, (answer) => {
      if (answer !== true) return undefined;
      const result = transform(frame);
      return result instanceof Fault ? result : results.push(result);
    });
    return fault ?? results;
  };

const MADE: Record<MacroName, (loop: Loop) => Closure> = {
  all: (loop) => quantifier(loop, false),
  exists: (loop) => quantifier(loop, true),
  exists_one: existsOne,
  filter,
  map: (loop) => (loop.transform ? filteredMap(loop, loop.transform) : map(loop)),
};
