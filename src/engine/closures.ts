/**
 * Checked trees → closures over plain values. Timestamps and durations are milliseconds, ints safe integers. A closure
 * gives a value or a `Fault`, and never throws. When tracing, each notes the leaves it read and drops what did not decide.
 */
import { BrokenList, Fault, RuleFault } from '../model/gap.ts';
import type { Frame } from '../model/rule.ts';
import { FUNCTIONS } from './functions.ts';
import { parseDuration, parsePattern, parseTimestamp } from './literals.ts';
import type { Machine } from './machine.ts';
import { macro } from './macros.ts';
import { type Binary, binary, equal, includes, NEGATE } from './operators.ts';
import { itemPath, pathTo } from './paths.ts';
import { type Overload, STANDARD } from './standard.ts';
import {
  isLeaf,
  isObject,
  literalString,
  type Macro,
  macroOf,
  type Node,
  overloadOf,
  segment,
  typeName,
} from './syntax.ts';

export type Closure = (frame: Frame) => unknown;
type Of<Op> = Extract<Node, { op: Op }>;

export interface Context {
  readonly machine: Machine;
  readonly tracing: boolean;
  /** Variables by slot; those of macros come behind. */
  readonly slots: readonly string[];
}

export function compile(node: Node, context: Context): Closure {
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
      return variable(node, context);
    case '.':
      return field(node, context);
    case '[]':
      return entry(node, context);
    case '&&':
      return logical(node, false, context);
    case '||':
      return logical(node, true, context);
    case '?:':
      return ternary(node, context);
    case '!_':
      return unary(compile(node.args, context), (value: boolean) => !value);
    case '-_':
      return unary(compile(node.args, context), NEGATE[typeName(node.args)]);
    case 'list':
      return list(node, context);
    case '==':
      return comparison(node, equal, context);
    case '!=':
      return comparison(node, unequal, context);
    case 'in':
      return membership(node, context);
    case 'call':
    case 'rcall':
      return call(node, context);
    case '.?':
    case '[?]':
    case 'map':
      return unsupported(node);
    default:
      return infix(node, context);
  }
}

/** The checks refuse what has no closure; to get here means that they and this file disagree. */
function unsupported(node: Node): never {
  throw new Error(`no closure for ${node.op} in: ${node.input}`);
}

function literal(value: unknown): Closure {
  const constant = typeof value === 'bigint' ? Number(value) : value;
  return () => constant;
}

// ---- reading

/** Takes something out of the base, or a variable out of the frame. */
type Reader = (frame: Frame, base: object) => unknown;

/** Objects are no leaves, but a gap in place of one is. */
function noted(read: Reader, node: Node, context: Context): Reader {
  if (!context.tracing) return read;
  const path = pathTo(node, context);
  const leaf = isLeaf(node);
  return (frame, base) => {
    const value = read(frame, base);
    if (leaf || value instanceof Fault) context.machine.note(path(frame), value);
    return value;
  };
}

function variable(node: Of<'id'>, context: Context): Closure {
  const slot = context.slots.lastIndexOf(node.args);
  const read: Closure = (frame) => frame[slot];
  if (node.args === 'now') return read;
  const reader = noted(read, node, context);
  return (frame) => reader(frame, frame);
}

/** Catalog fields are never inherited names, the keys of maps may be. */
function field(node: Of<'.'>, context: Context): Closure {
  const [base, name] = node.args;
  const read: Reader = isObject(base)
    ? (_frame, object) => (object as Record<string, unknown>)[name] ?? absent(name)
    : (_frame, map) => own(map, name);
  return from(compile(base, context), noted(read, node, context));
}

function entry(node: Of<'[]'>, context: Context): Closure {
  const [base, index] = node.args;
  const key = compile(index, context);
  const read: Reader = (frame, map) => {
    const name = key(frame);
    return name instanceof Fault ? name : own(map, String(name));
  };
  return from(compile(base, context), noted(read, node, context));
}

const from =
  (base: Closure, read: Reader): Closure =>
  (frame) => {
    const object = base(frame);
    return object instanceof Fault ? object : read(frame, object as object);
  };

const absent = (name: string): RuleFault => new RuleFault(`${name} is absent`);
const own = (map: object, key: string): unknown =>
  Object.hasOwn(map, key) ? (map as Record<string, unknown>)[key] : absent(key);

/** Presence of a gap is not known. */
function has(target: Of<'.'>, context: Context): Closure {
  const [base, name] = target.args;
  const path = pathTo(target, context);
  const read: Reader = (_frame, object) => presence(object, name);
  const reader: Reader = !context.tracing
    ? read
    : (frame, object) => {
        const answer = read(frame, object);
        context.machine.notePresence(path(frame), answer);
        return answer;
      };
  return from(compile(base, context), reader);
}

function presence(object: object, name: string): boolean | Fault {
  const value = Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
  return value instanceof Fault ? value : value !== undefined;
}

// ---- logic

function logical(node: Of<'&&' | '||'>, settling: boolean, context: Context): Closure {
  const [left, right] = [compile(node.args[0], context), compile(node.args[1], context)];
  if (context.tracing) return tracedLogical(left, right, settling, context.machine);
  return (frame) => {
    const first = left(frame);
    if (first === settling) return settling;
    const second = right(frame);
    return second !== settling && first instanceof Fault ? first : second;
  };
}

/** Keeps the reads of the side that settled it, of the sides in doubt when it stays open, of both otherwise. */
function tracedLogical(left: Closure, right: Closure, settling: boolean, machine: Machine): Closure {
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

function ternary(node: Of<'?:'>, context: Context): Closure {
  const [test, yes, no] = node.args;
  const [condition, consequent, alternate] = [compile(test, context), compile(yes, context), compile(no, context)];
  return (frame) => {
    const answer = condition(frame);
    if (answer instanceof Fault) return answer;
    return answer === true ? consequent(frame) : alternate(frame);
  };
}

// ---- operators

function unary(operand: Closure, operate: ((value: never) => unknown) | undefined): Closure {
  const apply = operate as (value: unknown) => unknown;
  return (frame) => {
    const value = operand(frame);
    return value instanceof Fault ? value : apply(value);
  };
}

function infix(node: Of<'+' | '-' | '*' | '/' | '%' | '<' | '<=' | '>' | '>='>, context: Context): Closure {
  const operate = binary(typeName(node.args[0]), node.op, typeName(node.args[1])) ?? unsupported(node);
  return strict(node.args, operate, context);
}

function strict(operands: readonly [Node, Node], operate: Binary, context: Context): Closure {
  const [left, right] = [compile(operands[0], context), compile(operands[1], context)];
  const apply = operate as (left: unknown, right: unknown) => unknown;
  return (frame) => {
    const a = left(frame);
    if (a instanceof Fault) return a;
    const b = right(frame);
    return b instanceof Fault ? b : apply(a, b);
  };
}

function comparison(node: Of<'==' | '!='>, compare: Binary, context: Context): Closure {
  const costly = ['list', 'map'].includes(typeName(node.args[0]));
  return strict(node.args, costly ? metered(compare, context.machine) : compare, context);
}

function unequal(a: unknown, b: unknown): boolean | Fault {
  const answer = equal(a, b);
  return answer instanceof Fault ? answer : !answer;
}

/** Takes a step for each item that may be looked at. */
function metered(operate: Binary, machine: Machine): Binary {
  const apply = operate as (left: unknown, right: unknown) => unknown;
  return (a: unknown, b: unknown) => machine.spend(sizeOf(b)) ?? apply(a, b);
}

const sizeOf = (value: unknown): number =>
  value instanceof BrokenList ? value.items.length : Object.keys(value as object).length;

function list(node: Of<'list'>, context: Context): Closure {
  const items = node.args.map((item) => compile(item, context));
  if (node.args.every(({ op }) => op === 'value')) return literal(items.map((item) => item([])));
  return (frame) => allOf(items, frame);
}

/** The values, or the first fault among them. */
function allOf(closures: readonly Closure[], frame: Frame): unknown[] | Fault {
  const values: unknown[] = [];
  for (const closure of closures) {
    const value = closure(frame);
    if (value instanceof Fault) return value;
    values.push(value);
  }
  return values;
}

function membership(node: Of<'in'>, context: Context): Closure {
  const [item, holder] = node.args;
  if (typeName(holder) === 'map') return keyMembership(node, context);
  if (holder.op !== 'list' || !holder.args.every(({ op }) => op === 'value')) {
    return strict(
      node.args,
      metered((value: unknown, of: unknown[]) => includes(of, value), context.machine),
      context,
    );
  }
  const constants = new Set(compile(holder, context)([]) as unknown[]);
  return unary(compile(item, context), (value: unknown) => constants.has(value));
}

/** Reads the one key, not the map. */
function keyMembership(node: Of<'in'>, context: Context): Closure {
  const [item, holder] = node.args;
  const key = compile(item, context);
  const map = compile(holder, { ...context, tracing: false });
  const path = pathTo(holder, context);
  return (frame) => {
    const name = key(frame);
    if (name instanceof Fault) return name;
    const object = map(frame);
    const answer = object instanceof Fault ? object : presence(object as object, String(name));
    if (context.tracing) context.machine.notePresence(path(frame) + segment(String(name)), answer);
    return answer;
  };
}

// ---- calls

function call(node: Of<'call' | 'rcall'>, context: Context): Closure {
  const loop = macroOf(node);
  if (loop) return macroCall(loop, context);
  const operands = node.op === 'call' ? node.args[1] : [node.args[1], ...node.args[2]];
  const [target] = operands;
  if (node.op === 'call' && node.args[0] === 'has' && target?.op === '.') return has(target, context);
  return ofLiteral(node, context) ?? applied(overload(node), operands, context);
}

function overload(node: Of<'call' | 'rcall'>): Overload {
  const name = node.args[0];
  if (node.op === 'call' && Object.hasOwn(FUNCTIONS, name)) return FUNCTIONS[name as keyof typeof FUNCTIONS].run;
  return STANDARD[overloadOf(node)] ?? unsupported(node);
}

/** Calls whose argument is worked out once. */
function ofLiteral(node: Of<'call' | 'rcall'>, context: Context): Closure | undefined {
  const text = literalString(node.op === 'call' ? node.args[1][0] : node.args[2][0]);
  if (text === undefined) return undefined;
  switch (overloadOf(node)) {
    case 'duration(string)':
      return literal(parseDuration(text));
    case 'timestamp(string)':
      return literal(parseTimestamp(text));
    case 'string.matches(string)':
      return matches(compile(node.args[1] as Node, context), text);
    default:
      return undefined;
  }
}

function matches(subject: Closure, text: string): Closure {
  const pattern = parsePattern(text);
  if (pattern instanceof Error) throw pattern;
  return unary(subject, (value: string) => pattern.matcher(value).find());
}

function applied(run: Overload, operands: readonly Node[], context: Context): Closure {
  const closures = operands.map((operand) => compile(operand, context));
  const lists = operands.some((operand) => typeName(operand) === 'list');
  const apply = run as (...values: unknown[]) => unknown;
  const [only] = closures;
  if (only && closures.length === 1 && !lists) return unary(only, apply);
  return (frame) => {
    const values = allOf(closures, frame);
    if (values instanceof Fault) return values;
    return (lists ? unknownIn(values) : undefined) ?? apply(...values);
  };
}

/** A function cannot run over a list that broke off, nor over one with gaps in it. */
function unknownIn(values: readonly unknown[]): Fault | undefined {
  for (const value of values) {
    if (value instanceof BrokenList) return value.gap;
    const gap = Array.isArray(value) ? value.find((item) => item instanceof Fault) : undefined;
    if (gap instanceof Fault) return gap;
  }
  return undefined;
}

function macroCall({ name, list, variable, bodies }: Macro, context: Context): Closure {
  const inner = { ...context, slots: [...context.slots, variable] };
  const [body, transform] = bodies.map((part) => compile(part, inner));
  if (!body) throw new Error(`${name} without a body`);
  return macro(name, {
    machine: context.machine,
    tracing: context.tracing,
    list: compile(list, context),
    slot: context.slots.length,
    body,
    transform,
    itemPath: itemPath(list, variable, context),
  });
}
