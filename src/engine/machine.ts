/** What the closures of all conditions share while they run: the step budget and the trace. */
import { BrokenList, Fault, RuleFault } from '../model/gap.ts';
import type { Read } from '../model/rule.ts';

const EXHAUSTED = new RuleFault('step budget exceeded');

/** Runs one condition at a time. */
export class Machine {
  readonly #budget: number;
  #left: number;
  /** Reads so far; undefined when nobody asked for them. */
  #trace: Read[] | undefined;
  /** What the variable in a slot stands for: `secret.versions[1]`. */
  readonly paths: string[] = [];

  constructor(budget: number) {
    this.#budget = budget;
    this.#left = budget;
  }

  get tracing(): boolean {
    return this.#trace !== undefined;
  }

  /** A condition begins: it has the whole budget. */
  refill(): void {
    this.#left = this.#budget;
  }

  /** Takes steps off the budget; a fault once it is used up. */
  spend(steps: number): RuleFault | undefined {
    this.#left -= steps;
    return this.#left < 0 ? EXHAUSTED : undefined;
  }

  startTrace(): void {
    this.#trace = [];
  }

  /** The reads that decided, each field once, in the order of their first reading. */
  endTrace(): readonly Read[] {
    const reads = new Map<string, Read>();
    for (const read of this.#trace ?? []) if (!read.presence || !reads.has(read.field)) reads.set(read.field, read);
    this.#trace = undefined;
    return [...reads.values()];
  }

  note(field: string, value: unknown): void {
    this.#trace?.push({ field, value: summary(value) });
  }

  notePresence(field: string, value: unknown): void {
    this.#trace?.push({ field, value, presence: true });
  }

  /** How many reads there are, for `forget`. */
  get mark(): number {
    return this.#trace?.length ?? 0;
  }

  /** Drops reads that did not decide. */
  forget(from: number, to: number): void {
    this.#trace?.splice(from, to - from);
  }
}

/** Lists and maps are told by their size. */
function summary(value: unknown): unknown {
  if (value instanceof BrokenList) return value.gap;
  if (value instanceof Fault || typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}
