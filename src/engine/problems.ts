/** Mistakes in an expression, and hints how to put them right. */
import { FUNCTIONS } from './functions.ts';
import { didYouMean } from './spelling.ts';
import { STANDARD } from './standard.ts';
import { MACROS, type Node, plainTypes, typeName } from './syntax.ts';
import { syntaxWords } from './syntax-words.ts';

/** `start` and `end` are character offsets into the expression. */
export interface Problem {
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
}

export function problem(at: { start: number; end: number }, message: string, hint?: string): Problem {
  return { message, ...(hint !== undefined && { hint }), start: at.start, end: at.end };
}

/** The last name of a node: `owner` of `secret.tags.owner`. */
export const lastName = (node: Node, name: string): { start: number; end: number } => ({
  start: node.end - name.length,
  end: node.end,
});

// ---- what cel-js says, in our words

/** cel-js's errors, as far as they are of use. */
export interface CelError {
  readonly code?: string;
  readonly summary?: string;
  readonly message: string;
  readonly range?: { readonly start: number; readonly end: number };
  readonly node?: unknown;
}

export interface Names {
  readonly variables: readonly string[];
  /** The fields of an object type. */
  readonly fieldsOf: (type: string) => readonly string[] | undefined;
}

const SPLIT = 'split it into simpler conditions';

export function explain(error: CelError, text: string, names: Names): Problem {
  const at = error.range ?? { start: 0, end: text.length };
  if (error instanceof RangeError) return problem(at, 'too deeply nested', SPLIT);
  const summary = error.summary ?? error.message;
  const node = error.node as Node | undefined;
  const syntax = syntaxWords(summary);
  if (syntax) return problem(at, syntax.message, syntax.hint);
  switch (error.code) {
    case 'no_such_key':
      return explainField(at, summary.replace('No such key: ', ''), node, names);
    case 'unknown_variable':
      return explainVariable(at, summary.replace('Unknown variable: ', ''), names);
    case 'no_matching_overload':
      return explainCall(at, text, node);
    case 'no_such_overload':
      return explainOperator(at, summary);
    case 'limit_exceeded':
      return problem(at, `too deeply nested or too long: ${summary}`, SPLIT);
    default:
      return problem(at, error.code === undefined ? 'its type cannot be told' : plainTypes(summary));
  }
}

type At = { start: number; end: number };

function explainField(at: At, name: string, node: Node | undefined, names: Names): Problem {
  const type = node?.op === '.' || node?.op === '[]' ? typeName(node.args[0]) : '';
  const fields = names.fieldsOf(type) ?? [];
  return problem(at, `${type} has no field "${name}"`, didYouMean(name, fields) ?? oneOf('its fields are', fields));
}

const oneOf = (intro: string, names: readonly string[]): string | undefined =>
  names.length > 0 && names.length <= 12 ? `${intro} ${names.join(', ')}` : undefined;

function explainVariable(at: At, name: string, { variables }: Names): Problem {
  const hint = didYouMean(name, variables) ?? oneOf('the variables are', variables);
  return problem(at, `there is no variable "${name}"`, hint);
}

function explainCall(at: At, text: string, node: Node | undefined): Problem {
  if (node?.op === 'call') return explainFunction(at, node.args[0], node.args[1]);
  if (node?.op === 'rcall') return explainMethod(text, node.args[0], node.args[1], node.args[2]);
  return problem(at, 'there is no such function');
}

function explainFunction({ start }: At, name: string, args: readonly Node[]): Problem {
  const at = { start, end: start + name.length };
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name as keyof typeof FUNCTIONS].signature : undefined;
  if (known) return problem(at, `${name}() does not take (${types(args)})`, plainTypes(known));
  const overloads = Object.keys(STANDARD).filter((overload) => overload.startsWith(`${name}(`));
  if (overloads.length > 0)
    return problem(at, `${name}() does not take (${types(args)})`, `use ${overloads.join(', ')}`);
  return problem(at, `there is no function "${name}"`, didYouMean(name, functionNames()));
}

function explainMethod(text: string, name: string, receiver: Node, args: readonly Node[]): Problem {
  const start = text.indexOf(name, text.indexOf('.', receiver.end));
  const at = { start, end: start + name.length };
  const message = `${typeName(receiver)} has no method ${name}(${types(args)})`;
  return problem(at, message, didYouMean(name, methodNames()));
}

const types = (args: readonly Node[]): string => args.map(typeName).join(', ');
const functionNames = (): string[] => [
  'has',
  ...Object.keys(FUNCTIONS),
  ...Object.keys(STANDARD).flatMap((overload) => /^\w+(?=\()/.exec(overload) ?? []),
];
const methodNames = (): string[] => [
  ...MACROS,
  'matches',
  ...Object.keys(STANDARD).flatMap((overload) => /(?<=\.)\w+/.exec(overload) ?? []),
];

function explainOperator(at: At, summary: string): Problem {
  const operation = plainTypes(summary.replace('no such overload: ', ''));
  return problem(at, `${operation} has no meaning`, operatorHint(operation));
}

function operatorHint(operation: string): string | undefined {
  const sorts = operation.split(' ');
  const has = (...wanted: string[]): boolean => wanted.every((type) => sorts.includes(type));
  if (has('duration', 'int')) return 'use days(n) or duration("12h") for the number';
  if (has('timestamp', 'duration')) return 'subtract two timestamps first: now - secret.created';
  if (has('timestamp', 'int')) return 'compare the age: now - secret.created > days(n)';
  if (has('timestamp', 'string')) return 'write timestamp("2026-01-31T00:00:00Z")';
  if (has('int', 'double')) return 'write the number without a fraction, or use double()';
  return undefined;
}
