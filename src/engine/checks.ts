/**
 * What cel-js lets through and a condition must not contain: reads of what may be absent, literals that cannot be
 * right, and everything that the closures lack.
 */
import { fieldAt, memberOf, type Variables, withItem } from './fields.ts';
import { FUNCTIONS } from './functions.ts';
import { enumProblems, literalProblems } from './literal-checks.ts';
import { operatorProblems, signProblems } from './operator-checks.ts';
import { type Proven, proves, provenOfItems, union } from './presence.ts';
import { lastName, type Problem, problem } from './problems.ts';
import { didYouMean } from './spelling.ts';
import { LITERAL_ONLY, STANDARD } from './standard.ts';
import {
  isObject,
  type Macro,
  macroOf,
  type Node,
  type Of,
  operandsOf,
  overloadOf,
  pathOf,
  typeName,
  typeOf,
} from './syntax.ts';

/** What is known at a place in the expression. */
interface Place {
  readonly variables: Variables;
  /** All names in sight, those of macros too. */
  readonly names: ReadonlySet<string>;
  readonly proven: Proven;
  /** How many macros it is inside of. */
  readonly depth: number;
}

const DEEPEST_LOOP = 2;

/** All problems of a parsed expression, checked by cel-js as far as that went. */
export function check(root: Node, slots: readonly string[], variables: Variables, given: Proven): Problem[] {
  return inspect(root, { variables, names: new Set(slots), proven: given, depth: 0 });
}

function inspect(node: Node, place: Place): Problem[] {
  const macro = macroOf(node);
  if (macro) return inspectMacro(macro, place);
  switch (node.op) {
    case 'value':
      return inspectLiteral(node);
    case 'id':
      return inspectVariable(node, place);
    case '.':
      return inspectField(node, place);
    case '[]':
      return inspectEntry(node, place);
    case '&&':
    case '||':
      return inspectLogical(node, place);
    case '?:':
      return inspectTernary(node, place);
    case 'call':
    case 'rcall':
      return inspectCall(node, place);
    case '-_':
    case '!_':
      return [...signProblems(node), ...inspectAll(node, place)];
    case 'list':
      return inspectAll(node, place);
    case 'map':
      return [problem(node, 'map literals are not supported')];
    case '.?':
    case '[?]':
      return [problem(node, 'optional values are not supported', 'ask has() instead')];
    default:
      return [...operatorProblems(node), ...enumProblems(node, place.variables), ...inspectAll(node, place)];
  }
}

const inspectAll = (node: Node, place: Place): Problem[] =>
  operandsOf(node).flatMap((operand) => inspect(operand, place));

// ---- leaves

function inspectLiteral(node: Of<'value'>): Problem[] {
  const value: unknown = node.args;
  if (value === null) return [problem(node, 'there is no null here: what is not there is absent', 'ask has()')];
  if (typeof value === 'bigint' && !Number.isSafeInteger(Number(value)))
    return [problem(node, 'the number is too large', `up to ${Number.MAX_SAFE_INTEGER}`)];
  if (typeof value === 'object') return [problem(node, `${typeName(node)} literals are not supported`)];
  return [];
}

/** A whole resource is no value: it is read field by field. */
function inspectVariable(node: Of<'id'>, { names }: Place): Problem[] {
  if (typeOf(node) && !names.has(node.args)) return [problem(node, `"${node.args}" is not supported here`)];
  return isObject(node) ? [problem(node, `"${node.args}" is not a value itself`, 'name a field of it')] : [];
}

// ---- reading

function inspectField(node: Of<'.'>, place: Place): Problem[] {
  return [...inspectBase(node.args[0], place), ...presenceProblems(node, place), ...dynProblems(node)];
}

/** The object in front of a dot: any variable may stand there. */
const inspectBase = (base: Node, place: Place): Problem[] =>
  base.op === 'id' && place.names.has(base.args) ? [] : inspect(base, place);

const dynProblems = (node: Node): Problem[] =>
  typeOf(node)?.name.includes('dyn') ? [problem(node, 'its type cannot be told')] : [];

function inspectEntry(node: Of<'[]'>, place: Place): Problem[] {
  const [base, key] = node.args;
  const parts = [...inspectBase(base, place), ...inspect(key, place)];
  const kind = typeName(base);
  if (kind === 'list') return [...parts, problem(node, 'lists have no order to count on', 'use exists() or all()')];
  if (kind !== 'map') return [...parts, problem(node, `${kind} has no entries`, 'write a dot and the field')];
  if (pathOf(node) === undefined) return [...parts, problem(key, 'the key must be a text or a plain variable')];
  return [...parts, ...presenceProblems(node, place)];
}

/** An optional field, or the key of a map, that nobody asked for before. */
function presenceProblems(node: Of<'.' | '[]'>, place: Place): Problem[] {
  const base = fieldAt(node.args[0], place.variables);
  const path = pathOf(node);
  if (path !== undefined && place.proven.has(path)) return [];
  const name = path ?? node.input.slice(node.start, node.end);
  if (node.op === '.' && memberOf(base, node.args[1])?.optional)
    return [problem(node, `${name} may be absent`, `ask has(${name}) first`)];
  return base?.type === 'map' || typeName(node.args[0]) === 'map'
    ? [problem(node, `${name} may be absent`, `ask ${askFor(node)} first`)]
    : [];
}

function askFor(node: Of<'.' | '[]'>): string {
  const source = (part: Node): string => node.input.slice(part.start, part.end);
  const [base, key] = node.args;
  return `${typeof key === 'string' ? JSON.stringify(key) : source(key)} in ${source(base)}`;
}

/** cel-js looks at nothing inside has() but the variable. */
function inspectHas(target: Node | undefined, place: Place): Problem[] {
  if (target?.op !== '.') return [];
  const [base, name] = target.args;
  const inner =
    base.op === '.' ? [...inspectHas(base, place), ...presenceProblems(base, place)] : inspectBase(base, place);
  return [...inner, ...unknownField(target, name, place)];
}

function unknownField(node: Of<'.'>, name: string, place: Place): Problem[] {
  const base = fieldAt(node.args[0], place.variables);
  if (!base || memberOf(base, name)) return [];
  const holder = node.input.slice(node.args[0].start, node.args[0].end);
  const known = base.type === 'object' ? Object.keys(base.fields) : [];
  return [problem(lastName(node, name), `${holder} has no field "${name}"`, didYouMean(name, known))];
}

// ---- logic

function inspectLogical(node: Of<'&&' | '||'>, place: Place): Problem[] {
  const [left, right] = node.args;
  return [...inspect(left, place), ...inspect(right, after(place, left, node.op === '&&'))];
}

function inspectTernary(node: Of<'?:'>, place: Place): Problem[] {
  const [test, yes, no] = node.args;
  return [
    ...inspect(test, place),
    ...inspect(yes, after(place, test, true)),
    ...inspect(no, after(place, test, false)),
    ...dynProblems(node),
  ];
}

/** Behind a condition that came out as `truth`. */
const after = (place: Place, condition: Node, truth: boolean): Place => ({
  ...place,
  proven: union(place.proven, proves(condition, truth)),
});

// ---- calls

function inspectCall(node: Of<'call' | 'rcall'>, place: Place): Problem[] {
  const [target] = node.op === 'call' ? node.args[1] : [];
  if (node.op === 'call' && node.args[0] === 'has') return inspectHas(target, place);
  const parts = [...inspectAll(node, place), ...literalProblems(node)];
  return isSupported(node) ? [...parts, ...dynProblems(node)] : [...parts, unsupportedCall(node)];
}

/** Where types are not known, cel-js has told the problem. */
function isSupported(node: Of<'call' | 'rcall'>): boolean {
  if (!typeOf(node)) return true;
  const overload = overloadOf(node);
  if (node.op === 'call' && Object.hasOwn(FUNCTIONS, node.args[0])) return true;
  return Object.hasOwn(STANDARD, overload) || LITERAL_ONLY.includes(overload);
}

function unsupportedCall(node: Of<'call' | 'rcall'>): Problem {
  const name = node.args[0];
  return problem(node, `${name}() is not supported`, `in the form ${overloadOf(node)}`);
}

// ---- macros

function inspectMacro({ name, list, variable, at, bodies }: Macro, place: Place): Problem[] {
  const inner: Place = {
    variables: withItem(place.variables, variable, list),
    names: new Set([...place.names, variable]),
    proven: union(place.proven, provenOfItems(list, variable)),
    depth: place.depth + 1,
  };
  const [predicate] = bodies;
  return [
    ...inspect(list, place),
    ...(place.names.has(variable)
      ? [problem(at, `"${variable}" hides the variable of that name`, 'choose another')]
      : []),
    ...(inner.depth > DEEPEST_LOOP
      ? [problem(at, `${name}() inside of ${DEEPEST_LOOP} others`, 'two may be nested')]
      : []),
    ...bodies.flatMap((body) =>
      inspect(body, body === predicate || !predicate ? inner : after(inner, predicate, true)),
    ),
  ];
}
