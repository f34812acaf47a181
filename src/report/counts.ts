/** Numbers of verdicts by severity. */
import type { Verdict } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import { increase } from './growing-map.ts';

export class Counts {
  readonly #cells = new Map<string, number>();

  add(verdict: Verdict, severity: Severity, more = 1): void {
    increase(this.#cells, `${verdict} ${severity}`, more);
  }

  of(verdict: Verdict, severity: Severity): number {
    return this.#cells.get(`${verdict} ${severity}`) ?? 0;
  }

  all(verdict: Verdict): number {
    return SEVERITIES.reduce((sum, severity) => sum + this.of(verdict, severity), 0);
  }

  addAll(other: Counts): void {
    for (const [key, number] of other.#cells) increase(this.#cells, key, number);
  }

  /** How bad its failures are: negative if this is worse than the other, as for sorting. */
  compare(other: Counts): number {
    for (const verdict of ['fail', 'unknown'] as const)
      for (const severity of SEVERITIES) {
        const difference = other.of(verdict, severity) - this.of(verdict, severity);
        if (difference) return difference;
      }
    return 0;
  }
}
