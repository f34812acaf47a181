/** Findings alike but for their texts: what they share stands once, and the texts by column. */
import type { Finding } from '../../model/finding.ts';
import { display } from '../text.ts';
import { observed } from '../views/finding.ts';
import type { FindingNumbers } from './legend.ts';
import { Steps } from './steps.ts';

/** The same for all that may stand in one shape. */
export function shapeKey({ ruleId, verdict, severity, reason, about = '', controls, evidence = [] }: Finding): string {
  let key = `${ruleId}\n${verdict}\n${severity}\n${reason ?? ''}\n${about}\n${controls ? JSON.stringify(controls) : ''}`;
  for (const { field } of evidence) key += `\n${field}`;
  return key;
}

export class Shape {
  readonly #numbers: FindingNumbers;
  readonly #fields: readonly string[];
  readonly #messages: string[] = [];
  /** By leaf of the evidence, then by finding. */
  readonly #values: string[][];
  readonly #sources: (number | null)[][];
  /** From leaf to leaf and on to the next finding. */
  readonly #steps = new Steps();

  constructor(numbers: FindingNumbers, { evidence = [] }: Finding) {
    this.#numbers = numbers;
    this.#fields = evidence.map(({ field }) => display(field));
    this.#values = evidence.map(() => []);
    this.#sources = evidence.map(() => []);
  }

  add({ message = '', evidence = [] }: Finding): void {
    this.#messages.push(display(message));
    for (const [leaf, told] of evidence.entries()) {
      const { unrecognised, source } = told;
      const note = unrecognised ? ' (a value not known to this version)' : '';
      this.#values[leaf]?.push(display(observed(told)) + note);
      this.#sources[leaf]?.push(source ? this.#steps.to(source.ref) : null);
    }
  }

  toJSON(): object {
    return {
      ...this.#numbers,
      fields: this.#fields,
      messages: this.#messages,
      values: this.#values,
      sources: this.#sources,
    };
  }
}
