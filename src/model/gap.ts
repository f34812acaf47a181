/**
 * What stands where a fact could not be had. A gap is never read as a value: conditions absorb it as CEL absorbs
 * errors, and what they cannot settle without it becomes the verdict `unknown`.
 */

/** Why a fact is missing. */
export const REASONS = [
  'forbidden',
  'firewall',
  'throttled',
  'notFound',
  'notLicensed',
  'unsupported',
  'timeout',
  'notCovered',
  'partial',
  'skipped',
  'error',
] as const;
export type Reason = (typeof REASONS)[number];

/** Anything that may come out of a condition instead of a value. */
export abstract class Fault {
  abstract readonly message: string;
}

/** A fact that could not be read. One object per reason: compare by identity, never mutate. */
export class Gap extends Fault {
  readonly reason: Reason;

  private constructor(reason: Reason) {
    super();
    this.reason = reason;
  }

  get message(): string {
    return this.reason;
  }

  static readonly #known = new Map(REASONS.map((reason) => [reason, new Gap(reason)]));

  static of(reason: Reason): Gap {
    return Gap.#known.get(reason) as Gap;
  }
}

/** A mistake in the rule itself that only showed when it ran (division by zero, overflow, budget). */
export class RuleFault extends Fault {
  readonly message: string;

  constructor(message: string) {
    super();
    this.message = message;
  }
}

/** A list whose end was not reached: the items are true, their number is not. */
export class BrokenList<T = unknown> {
  readonly items: readonly T[];
  readonly gap: Gap;

  constructor(items: readonly T[], gap: Gap) {
    this.items = items;
    this.gap = gap;
  }
}

export const isReason = (text: unknown): text is Reason => (REASONS as readonly unknown[]).includes(text);
