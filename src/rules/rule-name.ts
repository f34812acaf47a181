/** Rules by name: their id, or one that they had before. */
import { nearest } from '../engine/spelling.ts';
import type { Rule } from '../model/rule.ts';
import { UsageError } from '../usage-error.ts';

export const isNamed = ({ id, aliases }: Rule, wanted: string): boolean => id === wanted || aliases.includes(wanted);

/** A rule was asked for that is not there. */
export function strangeRule(wanted: string, rules: readonly Rule[]): UsageError {
  const ids = rules.map(({ id }) => id);
  const meant = nearest(wanted, ids);
  return new UsageError(
    `There is no rule ${wanted}.`,
    `${meant ? `Did you mean ${meant}? ` : ''}vault-posture rules list names them all.`,
  );
}
