/** What came of judging, in numbers: for the exit code, the last words on the terminal, and the report's totals. */
import { type Finding, VERDICTS, type Verdict } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import { entryAt } from './growing-map.ts';

export interface Outcome {
  readonly fails: BySeverity;
  /** Without those the user switched off, and without rule errors. */
  readonly unknowns: BySeverity;
  /** What went wrong in rules, by rule id. */
  readonly ruleErrors: ReadonlyMap<string, string>;
  /** Resources below subscriptions that were there to be judged. */
  readonly judged: number;
  /** Failing findings by rule; a finding can be worse than its rule usually is. */
  readonly failsByRule: ReadonlyMap<string, BySeverity>;
}

export type BySeverity = { readonly [S in Severity]: number };

/** An outcome that grows while findings and resources go by. */
export class GrowingOutcome implements Outcome {
  readonly totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  readonly fails = noneBySeverity();
  readonly unknowns = noneBySeverity();
  readonly ruleErrors = new Map<string, string>();
  readonly failsByRule = new Map<string, Record<Severity, number>>();
  judged = 0;

  /** `azure.vault` */
  resource(kind: string): void {
    if (!/\.(?:tenant|subscription)$/.test(kind)) this.judged++;
  }

  add({ ruleId, verdict, severity, reason, detail }: Finding): void {
    this.totals[verdict]++;
    if (reason === 'ruleError') this.ruleErrors.set(ruleId, detail ?? 'it could not be evaluated');
    else if (verdict === 'unknown' && reason !== 'skipped') this.unknowns[severity]++;
    if (verdict !== 'fail') return;
    this.fails[severity]++;
    entryAt(this.failsByRule, ruleId, noneBySeverity)[severity]++;
  }
}

function noneBySeverity(): Record<Severity, number> {
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
}
