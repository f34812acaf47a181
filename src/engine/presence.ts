/** What a condition proves about the presence of optional fields and map keys. */
import { indexSegment, macroOf, type Node, pathOf, startsAt } from './syntax.ts';

/** Paths known to be present, spelt as `pathOf` spells them. */
export type Proven = ReadonlySet<string>;

export const NOTHING: Proven = new Set();

export const union = (a: Proven, b: Proven): Proven => new Set([...a, ...b]);
const intersection = (a: Proven, b: Proven): Proven => new Set([...a].filter((path) => b.has(path)));

/** What holds when the node has come out as `truth`. */
export function proves(node: Node, truth: boolean): Proven {
  switch (node.op) {
    case '!_':
      return proves(node.args, !truth);
    case '&&':
    case '||': {
      const both = (node.op === '&&') === truth;
      return (both ? union : intersection)(proves(node.args[0], truth), proves(node.args[1], truth));
    }
    case 'call':
      return truth && node.args[0] === 'has' ? one(pathOf(node.args[1][0] ?? node)) : NOTHING;
    case 'in':
      return truth ? one(entryPath(node.args[1], node.args[0])) : NOTHING;
    default:
      return NOTHING;
  }
}

const one = (path: string | undefined): Proven => (path === undefined ? NOTHING : new Set([path]));

function entryPath(map: Node, key: Node): string | undefined {
  const [base, rest] = [pathOf(map), indexSegment(key)];
  return base !== undefined && rest !== undefined ? base + rest : undefined;
}

/** What holds of each item of a filtered list, under the item's new name. */
export function provenOfItems(list: Node, name: string): Proven {
  const macro = macroOf(list);
  const [predicate] = macro?.bodies ?? [];
  if (macro?.name !== 'filter' || !predicate) return NOTHING;
  const { variable } = macro;
  const own = [...proves(predicate, true)].filter((path) => startsAt(path, variable));
  return union(new Set(own.map((path) => name + path.slice(variable.length))), provenOfItems(macro.list, name));
}
