/** Where in the estate a value stands, for the trace: `secret.versions[1].enabled`. */
import { Fault } from '../model/gap.ts';
import type { Frame } from '../model/rule.ts';
import type { Machine } from './machine.ts';
import { itemsOf } from './operators.ts';
import { macroOf, type Node, pathOf, segment } from './syntax.ts';

interface Places {
  readonly machine: Machine;
  /** Variables by slot. */
  readonly slots: readonly string[];
}

export type Path = (frame: Frame) => string;
export type ItemPath = (frame: Frame, item: unknown, index: number) => string;

/** How to tell the path of a node that is a plain path. */
export function pathTo(node: Node, places: Places): Path {
  switch (node.op) {
    case 'id': {
      const slot = places.slots.lastIndexOf(node.args);
      return () => places.machine.paths[slot] ?? node.args;
    }
    case '.':
      return member(pathTo(node.args[0], places), node.args[1]);
    case '[]':
      return entry(pathTo(node.args[0], places), valueAt(node.args[1], places));
    default:
      return () => '(computed)';
  }
}

/** Keeps the last answer: outside of macros the base stays the same. */
function member(base: Path, name: string): Path {
  const rest = segment(name);
  let [from, path] = ['', rest];
  return (frame) => {
    const place = base(frame);
    if (place !== from) [from, path] = [place, place + rest];
    return path;
  };
}

const entry =
  (base: Path, key: (frame: Frame) => unknown): Path =>
  (frame) =>
    base(frame) + segment(String(key(frame)));

/** The value of a plain path, read without a trace; undefined when there is none. */
function valueAt(node: Node, places: Places): (frame: Frame) => unknown {
  switch (node.op) {
    case 'value':
      return () => node.args;
    case 'id': {
      const slot = places.slots.lastIndexOf(node.args);
      return (frame) => frame[slot];
    }
    case '.': {
      const base = valueAt(node.args[0], places);
      return (frame) => Object.entries(base(frame) ?? {}).find(([name]) => name === node.args[1])?.[1];
    }
    default:
      return () => undefined;
  }
}

/** How to tell the path of a list's items. A filtered list's items are told by their place in the list it came from. */
export function itemPath(list: Node, variable: string, places: Places): ItemPath {
  const origin = originOf(list);
  if (pathOf(origin) === undefined) return (_frame, _item, index) => `${variable}[${index}]`;
  const path = pathTo(origin, places);
  if (origin === list) return (frame, _item, index) => `${path(frame)}[${index}]`;
  const whole = valueAt(origin, places);
  return (frame, item) => `${path(frame)}[${indexIn(whole(frame), item)}]`;
}

/** `secret.versions` of `secret.versions.filter(v, v.enabled)`. */
function originOf(list: Node): Node {
  const macro = macroOf(list);
  return macro?.name === 'filter' ? originOf(macro.list) : list;
}

const indexIn = (list: unknown, item: unknown): number =>
  list === undefined || list instanceof Fault ? -1 : itemsOf(list).indexOf(item);
