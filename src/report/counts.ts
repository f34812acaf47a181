/** Numbers of verdicts by severity. */
import type { Verdict } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';

export class Counts {
  readonly #cells = new Map<string, number>();

  add(verdict: Verdict, severity: Severity, more = 1): void {
    const key = `${verdict} ${severity}`;
    this.#cells.set(key, (this.#cells.get(key) ?? 0) + more);
  }

  of(verdict: Verdict, severity: Severity): number {
    return this.#cells.get(`${verdict} ${severity}`) ?? 0;
  }

  all(verdict: Verdict): number {
    return SEVERITIES.reduce((sum, severity) => sum + this.of(verdict, severity), 0);
  }

  addAll(other: Counts): void {
    for (const [key, number] of other.#cells) this.#cells.set(key, (this.#cells.get(key) ?? 0) + number);
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
