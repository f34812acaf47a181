/** Exit codes: what a caller can tell without reading anything. */
import { SEVERITIES, type Severity } from './model/rule.ts';
import type { BySeverity, Outcome } from './report/outcome.ts';

export const EXIT = { clean: 0, findings: 1, broken: 2, unknown: 3, interrupted: 130 } as const;

export interface ExitOptions {
  readonly failOn: Severity;
  readonly allowUnknown: boolean;
  readonly allowEmpty: boolean;
  /** A report was written that must not be used as it is. */
  readonly unusable?: boolean;
}

/** A broken rule says more than a finding, and a finding more than what could not be told. */
export function exitCode(outcome: Outcome, { failOn, allowUnknown, allowEmpty, unusable }: ExitOptions): number {
  if (outcome.ruleErrors.size > 0 || unusable) return EXIT.broken;
  if (atLeast(outcome.fails, failOn) > 0) return EXIT.findings;
  if (atLeast(outcome.unknowns, failOn) > 0 && !allowUnknown) return EXIT.unknown;
  return outcome.judged === 0 && !allowEmpty ? EXIT.unknown : EXIT.clean;
}

/** How many there are of a severity or worse. */
export const atLeast = (counts: BySeverity, severity: Severity): number =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1).reduce((sum, one) => sum + counts[one], 0);
