/** What rules read of an estate, so that no more has to be asked. */
import type { Condition, Needs, Rule } from '../model/rule.ts';

export function needsOf(rules: readonly Rule[]): Needs {
  return {
    kinds: sorted(rules.map(({ kind }) => kind)),
    fields: sorted(rules.flatMap(conditionsOf).flatMap(({ fields }) => fields)),
  };
}

/** Each expression of a rule, wherever it stands. */
const conditionsOf = (rule: Rule): Condition[] =>
  [
    rule.when,
    rule.measurable,
    rule.each?.list,
    rule.require,
    ...rule.identity,
    ...rule.severityWhen.map(({ when }) => when),
    ...rule.message.filter((part) => typeof part !== 'string'),
    ...Object.values(rule.controls).flatMap((controls) => controls.map(({ when }) => when)),
  ].filter((condition) => condition !== undefined);

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
