/**
 * Checked trees → closures over plain values. Timestamps and durations are milliseconds, ints safe integers. A closure
 * gives a value or a `Fault`, and never throws. When tracing, each notes the leaves it read and drops what did not decide.
 */
import { Fault } from '../model/gap.ts';
import type { Frame } from '../model/rule.ts';
import {
  absent,
  allOf,
  type Closure,
  either,
  literal,
  metered,
  own,
  presence,
  strict,
  tracedEither,
  unary,
  unknownIn,
} from './combinators.ts';
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
  type Of,
  overloadOf,
  segment,
  typeName,
} from './syntax.ts';

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

// ---- logic

function logical(node: Of<'&&' | '||'>, settling: boolean, context: Context): Closure {
  const [left, right] = both(node.args, context);
  return context.tracing ? tracedEither(left, right, settling, context.machine) : either(left, right, settling);
}

const both = ([left, right]: readonly [Node, Node], context: Context): [Closure, Closure] => [
  compile(left, context),
  compile(right, context),
];

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

function infix(node: Of<'+' | '-' | '*' | '/' | '%' | '<' | '<=' | '>' | '>='>, context: Context): Closure {
  const operate = binary(typeName(node.args[0]), node.op, typeName(node.args[1])) ?? unsupported(node);
  return strict(...both(node.args, context), operate);
}

function comparison(node: Of<'==' | '!='>, compare: Binary, context: Context): Closure {
  const costly = ['list', 'map'].includes(typeName(node.args[0]));
  return strict(...both(node.args, context), costly ? metered(compare, context.machine) : compare);
}

function unequal(a: unknown, b: unknown): boolean | Fault {
  const answer = equal(a, b);
  return answer instanceof Fault ? answer : !answer;
}

function list(node: Of<'list'>, context: Context): Closure {
  const items = node.args.map((item) => compile(item, context));
  if (node.args.every(({ op }) => op === 'value')) return literal(items.map((item) => item([])));
  return (frame) => allOf(items, frame);
}

function membership(node: Of<'in'>, context: Context): Closure {
  const [item, holder] = node.args;
  if (typeName(holder) === 'map') return keyMembership(node, context);
  if (holder.op !== 'list' || !holder.args.every(({ op }) => op === 'value')) {
    const among = metered((value: unknown, of: unknown[]) => includes(of, value), context.machine);
    return strict(...both(node.args, context), among);
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
