/** The table of verdicts: what a rule's conditions say of one resource or item. */
import { Fault, Gap, type Reason, RuleFault } from '../model/gap.ts';
import type { Condition, Frame, Rule } from '../model/rule.ts';

export type Outcome = { readonly verdict: 'pass' | 'fail' | 'notApplicable' } | Unknown;
export interface Unknown {
  readonly verdict: 'unknown';
  readonly reason: Reason | 'ruleError';
  /** Only for `ruleError`. */
  readonly detail?: string;
}

const PASS: Outcome = { verdict: 'pass' };
const FAIL: Outcome = { verdict: 'fail' };
export const NOT_APPLICABLE: Outcome = { verdict: 'notApplicable' };
const NOT_COVERED: Unknown = { verdict: 'unknown', reason: 'notCovered' };

export const unknown = (fault: Fault): Unknown =>
  fault instanceof Gap
    ? { verdict: 'unknown', reason: fault.reason }
    : { verdict: 'unknown', reason: 'ruleError', detail: fault.message };

const ask = (condition: Condition | undefined, frame: Frame): unknown => (condition ? condition.run(frame) : true);

export function decide(rule: Rule, frame: Frame): Outcome {
  const applies = ask(rule.when, frame);
  if (applies === false) return NOT_APPLICABLE;
  const measurable = ask(rule.measurable, frame);
  if (applies instanceof Fault) return decideInDoubt(rule, frame, applies, measurable);
  if (measurable !== true) return unmeasured(measurable);
  const holds = rule.require.run(frame);
  if (holds === true) return PASS;
  return holds instanceof Fault ? unknown(holds) : FAIL;
}

/** Whether the rule applies cannot be told: it passes where it would pass anyway. */
function decideInDoubt(rule: Rule, frame: Frame, doubt: Fault, measurable: unknown): Outcome {
  const holds = measurable === true ? rule.require.run(frame) : measurable;
  if (doubt instanceof Gap && holds === true) return PASS;
  return unknown(holds instanceof RuleFault ? holds : doubt);
}

const unmeasured = (measurable: unknown): Unknown => (measurable instanceof Fault ? unknown(measurable) : NOT_COVERED);

/**
 * What can be said before the items of a rule with `each` are looked at; undefined when it is up to them. `measurable`
 * is asked unless it is about the item.
 */
export function decideBeforeItems(rule: Rule, frame: Frame, aboutItem: boolean): Outcome | undefined {
  const applies = ask(rule.when, frame);
  if (applies === false) return NOT_APPLICABLE;
  if (applies instanceof RuleFault) return unknown(applies);
  const measurable = aboutItem ? true : ask(rule.measurable, frame);
  if (measurable === true) return undefined;
  return applies instanceof Fault && !(measurable instanceof RuleFault) ? unknown(applies) : unmeasured(measurable);
}
