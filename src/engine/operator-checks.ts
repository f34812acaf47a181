/** Operators that the closures lack, and comparisons that mean nothing or can be misread. */
import { binary, NEGATE } from './operators.ts';
import { type Problem, problem } from './problems.ts';
import { holdsObjects, type Node, type Of, typeName, typeOf } from './syntax.ts';

type Infix = Of<'+' | '-' | '*' | '/' | '%' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'in'>;

/** `!` stands before a bool alone in cel-js, too. */
export const signProblems = (node: Of<'-_' | '!_'>): Problem[] =>
  node.op === '-_' && typeOf(node.args) && !Object.hasOwn(NEGATE, typeName(node.args))
    ? [problem(node, `-${typeName(node.args)} is not supported`)]
    : [];

export function operatorProblems(node: Infix): Problem[] {
  const [left, right] = node.args;
  if (!typeOf(left) || !typeOf(right)) return [];
  if (isComparison(node)) return [...objectProblems(node), ...orderProblems(node)];
  if (node.op === 'in' || binary(typeName(left), node.op, typeName(right))) return objectProblems(node);
  const operation = `${typeName(left)} ${node.op} ${typeName(right)}`;
  const swapped = operation === 'duration + timestamp' ? 'write timestamp + duration' : undefined;
  return [problem(node, `${operation} is not supported`, swapped)];
}

const isComparison = (node: Node): boolean => node.op === '==' || node.op === '!=';

/** Objects have no identity that a rule could mean. */
function objectProblems(node: Infix): Problem[] {
  const [left, right] = node.args;
  const objects = [left, right].find(holdsObjects);
  return objects ? [problem(objects, 'objects cannot be compared', 'compare their fields')] : [];
}

/**
 * In CEL `a == b < c` means `(a == b) < c`; cel-js reads `a == (b < c)`. Whoever means that writes the brackets.
 */
function orderProblems(node: Infix): Problem[] {
  const [left, right] = node.args;
  if (!['<', '<=', '>', '>=', 'in'].includes(right.op)) return [];
  const between = node.input.slice(left.end, right.start).replaceAll(/\/\/.*/g, '');
  return between.trimEnd().endsWith('(') ? [] : [problem(right, 'comparisons in a row can be misread', 'use brackets')];
}
