/** Literals that cannot be right: no duration, no timestamp, no pattern, no value of an enumeration. */
import type { Field } from '../model/catalog.ts';
import { fieldAt, itemField, type Variables } from './fields.ts';
import { parseDuration, parsePattern, parseTimestamp } from './literals.ts';
import { type Problem, problem } from './problems.ts';
import { didYouMean } from './spelling.ts';
import { LITERAL_ONLY } from './standard.ts';
import { literalString, type Node, type Of, overloadOf, typeOf } from './syntax.ts';

export function literalProblems(node: Of<'call' | 'rcall'>): Problem[] {
  const argument = node.op === 'call' ? node.args[1][0] : node.args[2][0];
  const name = node.args[0];
  if (!argument) return [];
  const text = literalString(argument);
  if (text !== undefined) return wrongLiteral(name, text, argument);
  return typeOf(node) && LITERAL_ONLY.includes(overloadOf(node))
    ? [problem(argument, `${name}() takes a literal text only`)]
    : [];
}

function wrongLiteral(name: string, text: string, at: Node): Problem[] {
  switch (name) {
    case 'duration':
      return parseDuration(text) === undefined ? [badDuration(text, at)] : [];
    case 'timestamp':
      return parseTimestamp(text) === undefined ? [badTimestamp(text, at)] : [];
    case 'matches':
      return badPattern(text, at);
    default:
      return [];
  }
}

const badDuration = (text: string, at: Node): Problem =>
  problem(at, `"${text}" is no duration in whole milliseconds`, 'units are h, m, s; use days(n) for days');

const badTimestamp = (text: string, at: Node): Problem =>
  problem(at, `"${text}" is no timestamp`, 'write it like "2026-01-31T00:00:00Z"');

function badPattern(text: string, at: Node): Problem[] {
  const pattern = parsePattern(text);
  return pattern instanceof Error
    ? [problem(at, `bad pattern: ${pattern.message}`, 'patterns are RE2: no look-around, no back-references')]
    : [];
}

/** `==`, `!=` and `in` between a field of the catalog and values that it cannot have. */
export function enumProblems(node: Node, variables: Variables): Problem[] {
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return [];
  const [left, right] = node.args;
  const sides = { left: fieldAt(left, variables), right: fieldAt(right, variables) };
  if (node.op === 'in')
    return [...wrongValues(sides.left, left, listed(right)), ...wrongValues(itemField(sides.right), right, [left])];
  return [
    ...wrongValues(sides.left, left, [right]),
    ...wrongValues(sides.right, right, [left]),
    ...wrongValues(itemField(sides.left), left, listed(right)),
    ...wrongValues(itemField(sides.right), right, listed(left)),
  ];
}

const listed = (node: Node): readonly Node[] => (node.op === 'list' ? node.args : []);

function wrongValues(field: Field | undefined, at: Node, literals: readonly Node[]): Problem[] {
  if (field?.type !== 'enum') return [];
  return literals.flatMap((literal) => {
    const text = literalString(literal);
    return text === undefined || field.values.includes(text) ? [] : [wrongValue(text, field.values, at, literal)];
  });
}

function wrongValue(text: string, values: readonly string[], at: Node, literal: Node): Problem {
  const name = at.input.slice(at.start, at.end);
  return problem(
    literal,
    `"${text}" is none of the values of ${name}`,
    didYouMean(text, values) ?? `they are ${values.join(', ')}`,
  );
}
