/** The tree that cel-js makes of an expression: its nodes, their types and paths. */
import type { ASTNode } from '@marcbachmann/cel-js';

export type Node = ASTNode;

/** Nodes with one of some operators. */
export type Of<Op> = Extract<Node, { op: Op }>;

/** A type as cel-js's checker tells it. `type` is `list` or `map` where `name` says of what. */
export interface CelType {
  readonly kind: string;
  readonly name: string;
  readonly type: string;
}

/** What the checker found out about a node; nothing inside `has()`, nor where checking stopped at a mistake. */
export const typeOf = (node: Node): CelType | undefined => (node as { checkedType?: CelType }).checkedType;

const SHORT_TYPES: Record<string, string> = {
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Duration': 'duration',
};

/** A node's type in one word: `int`, `timestamp`, `list`, `azure.secret`, …; `?` where it is not known. */
export function typeName(node: Node): string {
  const type = typeOf(node)?.type ?? '?';
  return SHORT_TYPES[type] ?? type;
}

/** Whether it is a resource or an object in it, not a leaf. False where the type is not known. */
export const isObject = (node: Node): boolean =>
  typeOf(node)?.kind === 'message' && !Object.hasOwn(SHORT_TYPES, typeOf(node)?.type ?? '');

/** Objects and lists of objects; only their types have a dot in their names. */
export const holdsObjects = (node: Node): boolean => plainTypes(typeOf(node)?.name ?? '').includes('.');

/** Whether reading it is worth a line of evidence. */
export const isLeaf = (node: Node): boolean => typeOf(node) !== undefined && !isObject(node);

/** Rewrites CEL's long type names in a text for people. */
export const plainTypes = (text: string): string =>
  text.replaceAll('google.protobuf.Timestamp', 'timestamp').replaceAll('google.protobuf.Duration', 'duration');

/** The type of a list's items, by the list's; nothing where that is no list. */
export const itemTypeOf = (type: string): string | undefined => /^list<(.*)>$/.exec(type)?.[1];

export const MACROS = ['all', 'exists', 'exists_one', 'filter', 'map'] as const;
export type MacroName = (typeof MACROS)[number];

/** `list.all(variable, body)` and its kin; `map` may have a filter before its body. */
export interface Macro {
  readonly name: MacroName;
  readonly list: Node;
  readonly variable: string;
  /** The node that names the variable. */
  readonly at: Node;
  readonly bodies: readonly Node[];
}

const isMacro = (name: string, args: readonly Node[]): name is MacroName =>
  (MACROS as readonly string[]).includes(name) && (args.length === 2 || (name === 'map' && args.length === 3));

export function macroOf(node: Node): Macro | undefined {
  if (node.op !== 'rcall') return undefined;
  const [name, list, [at, ...bodies]] = node.args;
  if (at?.op !== 'id' || !isMacro(name, node.args[2])) return undefined;
  return { name, list, variable: at.args, at, bodies };
}

/** What a node is made of, in reading order. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case '!_':
    case '-_':
      return [node.args];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}

export const literalString = (node: Node | undefined): string | undefined =>
  node?.op === 'value' && typeof node.args === 'string' ? node.args : undefined;

/** `.name`, or `["a name"]` where it is no identifier. */
export const segment = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);

/** `secret.tags.owner`, however it is written; undefined for what is no plain path. */
export function pathOf(node: Node): string | undefined {
  switch (node.op) {
    case 'id':
      return node.args;
    case '.':
      return append(node.args[0], segment(node.args[1]));
    case '[]':
      return append(node.args[0], indexSegment(node.args[1]));
    default:
      return undefined;
  }
}

function append(base: Node, rest: string | undefined): string | undefined {
  const path = pathOf(base);
  return path !== undefined && rest !== undefined ? path + rest : undefined;
}

/** The segment of a key: by its text when it is a literal, by its path when it is a variable. */
export function indexSegment(key: Node): string | undefined {
  const literal = literalString(key);
  if (literal !== undefined) return segment(literal);
  const path = pathOf(key);
  return path && `[${path}]`;
}

/** Whether a path begins with a variable. */
export const startsAt = (path: string, variable: string): boolean =>
  path.startsWith(variable) && /^(?:$|[.[])/.test(path.slice(variable.length));

/** The overload of a call by the types of its operands: `size(string)`, `string.startsWith(string)`. */
export function overloadOf(node: Of<'call' | 'rcall'>): string {
  if (node.op === 'call') return `${node.args[0]}(${node.args[1].map(typeName).join(', ')})`;
  const [name, receiver, args] = node.args;
  return `${typeName(receiver)}.${name}(${args.map(typeName).join(', ')})`;
}
