/** What CEL's operators do with values; by the types of their operands. Faults were dealt with before. */
import { BrokenList, Fault, RuleFault } from '../model/gap.ts';
import { FIRST_MOMENT, LAST_MOMENT, LONGEST } from './literals.ts';

export type Binary = (left: never, right: never) => unknown;

/** No negative zero among the integers. */
const int = (value: number): number | RuleFault =>
  Number.isSafeInteger(value) ? value + 0 : new RuleFault('integer overflow');
const moment = (value: number): number | RuleFault =>
  value >= FIRST_MOMENT && value <= LAST_MOMENT ? value : new RuleFault('timestamp out of range');
const duration = (value: number): number | RuleFault =>
  Math.abs(value) <= LONGEST ? value + 0 : new RuleFault('duration out of range');

const ARITHMETIC: Record<string, Binary> = {
  'int + int': (a: number, b: number) => int(a + b),
  'int - int': (a: number, b: number) => int(a - b),
  'int * int': (a: number, b: number) => int(a * b),
  'int / int': (a: number, b: number) => (b === 0 ? new RuleFault('division by zero') : int((a - (a % b)) / b)),
  'int % int': (a: number, b: number) => (b === 0 ? new RuleFault('modulo by zero') : int(a % b)),
  'double + double': (a: number, b: number) => a + b,
  'double - double': (a: number, b: number) => a - b,
  'double * double': (a: number, b: number) => a * b,
  'double / double': (a: number, b: number) => a / b,
  'string + string': (a: string, b: string) => a + b,
  'list + list': joinLists,
  'timestamp + duration': (a: number, b: number) => moment(a + b),
  'timestamp - duration': (a: number, b: number) => moment(a - b),
  'timestamp - timestamp': (a: number, b: number) => duration(a - b),
  'duration + duration': (a: number, b: number) => duration(a + b),
  'duration - duration': (a: number, b: number) => duration(a - b),
};

function joinLists(a: readonly unknown[] | BrokenList, b: readonly unknown[] | BrokenList): unknown {
  if (a instanceof BrokenList) return a.gap;
  return b instanceof BrokenList ? b.gap : [...a, ...b];
}

const STRING_ORDER: Record<string, Binary> = {
  '<': (a: string, b: string) => compareStrings(a, b) < 0,
  '<=': (a: string, b: string) => compareStrings(a, b) <= 0,
  '>': (a: string, b: string) => compareStrings(a, b) > 0,
  '>=': (a: string, b: string) => compareStrings(a, b) >= 0,
};
const ORDER: Record<string, Binary> = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
};

/** The operator for two types, as in `int + int`; undefined when there is none. Equality is for `equal`. */
export function binary(left: string, operator: string, right: string): Binary | undefined {
  const name = `${left} ${operator} ${right}`;
  if (Object.hasOwn(ARITHMETIC, name)) return ARITHMETIC[name];
  if (left === 'string' && right === 'string') return STRING_ORDER[operator];
  return isOrdered(left, right) ? ORDER[operator] : undefined;
}

const NUMBERS = ['int', 'double'];
const isOrdered = (left: string, right: string): boolean =>
  left === right
    ? ['int', 'double', 'bool', 'timestamp', 'duration'].includes(left)
    : NUMBERS.includes(left) && NUMBERS.includes(right);

export const NEGATE: Record<string, (value: number) => number> = {
  int: (value) => 0 - value,
  double: (value) => -value,
};

/** By code point, as CEL orders strings; UTF-16 would put U+1F600 before U+FF5E. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Surrogates behind all other code units. */
const rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Lists and maps may hold gaps: a difference that can be seen settles it, otherwise it is a gap. */
export function equal(a: unknown, b: unknown): boolean | Fault {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b || faultOf(a, b);
  const fault = faultOf(a, b);
  if (fault) return fault;
  return Array.isArray(a) && Array.isArray(b) ? equalLists(a, b) : equalMaps(a, b);
}

const faultOf = (...values: unknown[]): Fault | false => {
  for (const value of values) {
    if (value instanceof Fault) return value;
    if (value instanceof BrokenList) return value.gap;
  }
  return false;
};

const equalLists = (a: readonly unknown[], b: readonly unknown[]): boolean | Fault =>
  a.length === b.length && everyEqual(a.map((item, at) => equal(item, b[at])));

function equalMaps(a: object, b: object): boolean | Fault {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  if (left.size !== right.size) return false;
  return everyEqual([...left].map(([key, value]) => right.has(key) && equal(value, right.get(key))));
}

function everyEqual(answers: readonly (boolean | Fault)[]): boolean | Fault {
  if (answers.includes(false)) return false;
  return answers.find((answer) => answer instanceof Fault) ?? true;
}

/** Whether a value is among the items. A broken list can only say yes. */
export function includes(list: readonly unknown[] | BrokenList, value: unknown): boolean | Fault {
  let fault: Fault | undefined = list instanceof BrokenList ? list.gap : undefined;
  for (const item of itemsOf(list)) {
    const answer = equal(item, value);
    if (answer === true) return true;
    if (answer !== false) fault ??= answer;
  }
  return fault ?? false;
}

/** What a macro goes over: the items of a list, the keys of a map. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (value instanceof BrokenList) return value.items;
  return Array.isArray(value) ? value : Object.keys(value as object);
}
