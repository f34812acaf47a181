/** Numbers of verdicts by control: what each rule that speaks for it has to say. Its size does not grow with results. */
import type { Finding } from '../model/finding.ts';
import type { ReportRule } from '../model/report.ts';
import { Counts } from './counts.ts';
import { entryAt } from './growing-map.ts';

export class ControlTally {
  /** Controls by rule that hold for everything the rule judges. */
  readonly #always: ReadonlyMap<string, ReportRule['controls']>;
  readonly #counts = new Map<string, Counts>();

  constructor(rules: readonly ReportRule[]) {
    this.#always = new Map(rules.map(({ id, controls }) => [id, controls]));
  }

  /** Where a finding does not say which controls hold for its resource, all that its rule names may. */
  add({ ruleId, verdict, severity, controls }: Finding): void {
    const named = controls ? Object.entries(controls) : Object.entries(this.#always.get(ruleId) ?? {});
    for (const [framework, ids] of named)
      for (const control of ids) {
        const id = typeof control === 'string' ? control : control.id;
        entryAt(this.#counts, keyOf(framework, id, ruleId), () => new Counts()).add(verdict, severity);
      }
  }

  /** None where the rule said nothing about it. */
  of(framework: string, control: string, ruleId: string): Counts {
    return this.#counts.get(keyOf(framework, control, ruleId)) ?? new Counts();
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join('\0');
