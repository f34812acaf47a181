/** What the catalog says about the parts of an expression. */
import type { Field } from '../model/catalog.ts';
import { literalString, macroOf, type Node } from './syntax.ts';

/** The variables in sight, as fields: resources are objects. */
export type Variables = ReadonlyMap<string, Field>;

/** The catalog's field behind a node; undefined for what is computed, or not in the catalog. */
export function fieldAt(node: Node, variables: Variables): Field | undefined {
  switch (node.op) {
    case 'id':
      return variables.get(node.args);
    case '.':
      return memberOf(fieldAt(node.args[0], variables), node.args[1]);
    case '[]':
      return memberOf(fieldAt(node.args[0], variables), literalString(node.args[1]) ?? '');
    case 'rcall':
      return madeBy(node, variables);
    default:
      return undefined;
  }
}

export function memberOf(field: Field | undefined, name: string): Field | undefined {
  if (field?.type === 'map') return field.of;
  return field?.type === 'object' && Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
}

/** Lists made by `filter` and `map` of lists in the catalog. */
function madeBy(node: Node, variables: Variables): Field | undefined {
  const macro = macroOf(node);
  const body = macro?.bodies.at(-1);
  if (!macro || !body) return undefined;
  if (macro.name === 'filter') return fieldAt(macro.list, variables);
  const item = macro.name === 'map' ? fieldAt(body, withItem(variables, macro.variable, macro.list)) : undefined;
  return item && { type: 'list', of: item, about: '' };
}

/** The variables inside a macro over a list. */
export function withItem(variables: Variables, name: string, list: Node): Variables {
  const inner = new Map(variables);
  const item = itemField(fieldAt(list, variables));
  if (item) inner.set(name, item);
  else inner.delete(name);
  return inner;
}

/** Of a map, macros see the keys. */
export function itemField(list: Field | undefined): Field | undefined {
  if (list?.type === 'list') return list.of;
  return list?.type === 'map' ? { type: 'string', about: '' } : undefined;
}
