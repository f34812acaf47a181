/** A checked expression, ready to run. */
import type { Condition, Frame } from '../model/rule.ts';
import { compile } from './closures.ts';
import type { Closure } from './combinators.ts';
import type { Machine } from './machine.ts';
import { type ItemPath, itemPath } from './paths.ts';
import { type Node, operandsOf } from './syntax.ts';

interface Parts {
  readonly text: string;
  readonly ast: Node;
  readonly type: string;
  readonly fields: readonly string[];
  /** The scope's variables. */
  readonly slots: readonly string[];
  /** The first slot that is free for the variables of macros. */
  readonly firstFree: number;
}

/** The engine's own kind of condition: it knows its tree and where its variables stand. */
export class Checked implements Condition {
  readonly text: string;
  readonly type: string;
  readonly fields: readonly string[];
  readonly slots: readonly string[];
  readonly ast: Node;
  readonly #machine: Machine;
  readonly #padded: readonly string[];
  readonly #plain: Closure;
  #traced: Closure | undefined;

  constructor({ text, ast, type, fields, slots, firstFree }: Parts, machine: Machine) {
    this.text = text;
    this.type = type;
    this.fields = fields;
    this.slots = slots;
    this.ast = ast;
    this.#machine = machine;
    this.#padded = [...slots, ...Array<string>(firstFree - slots.length).fill('')];
    this.#plain = this.#compile(false);
  }

  run(frame: Frame): unknown {
    this.#machine.refill();
    if (!this.#machine.tracing) return this.#plain(frame);
    this.#traced ??= this.#compile(true);
    return this.#traced(frame);
  }

  #compile(tracing: boolean): Closure {
    return compile(this.ast, { machine: this.#machine, tracing, slots: this.#padded });
  }

  /** How to tell the paths of the items of this list. */
  itemPath(name: string): ItemPath {
    return itemPath(this.ast, name, { machine: this.#machine, slots: this.slots });
  }

  mentions(variable: string): boolean {
    return mentions(this.ast, variable);
  }
}

/** Names are never hidden, so an equal name is the same variable. */
const mentions = (node: Node, variable: string): boolean =>
  node.op === 'id' ? node.args === variable : operandsOf(node).some((operand) => mentions(operand, variable));

/** The condition as this engine made it. */
export function checked(condition: Condition): Checked {
  if (condition instanceof Checked) return condition;
  throw new Error(`not compiled by this engine: ${condition.text}`);
}

/** The top fields of resources that an expression may read, given the kinds by variable. */
export function fieldsRead(node: Node, kinds: ReadonlyMap<string, string>): string[] {
  const [base] = operandsOf(node);
  const kind = node.op === '.' && base?.op === 'id' ? kinds.get(base.args) : undefined;
  const own = kind !== undefined && node.op === '.' ? [`${kind}.${node.args[1]}`] : [];
  const below = operandsOf(node).flatMap((operand) => fieldsRead(operand, kinds));
  return [...new Set([...own, ...below])];
}
