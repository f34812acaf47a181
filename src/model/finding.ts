/** A verdict of one rule on one resource, or on one item of it. */
import type { Reason } from './gap.ts';
import type { Location } from './location.ts';
import type { ParamInForce, Severity } from './rule.ts';

export const VERDICTS = ['pass', 'fail', 'unknown', 'notApplicable', 'waived'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ResourceRef {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** The vault that holds it, on children of a vault. */
  readonly vault?: string;
  readonly subscriptionId?: string;
}

/** A leaf that decided. `value` is JSON: timestamps as ISO 8601, a gap as `{"gap": reason}`, absence as null. */
export interface Evidence {
  readonly field: string;
  readonly value: unknown;
  /** The id of the source in the run's sources that told it; absent for parameters and derived constants. */
  readonly source?: { readonly ref: number };
  /** Asked was whether it is there, and that is the value: true or false. */
  readonly presence?: true;
  /** The value is one that the catalog does not know. */
  readonly unrecognised?: true;
}

export interface Finding {
  readonly ruleId: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly resource: ResourceRef;
  /** The kind that could not be listed, when the verdict stands on the parent for all of its children. */
  readonly about?: string;
  readonly message?: string;
  readonly evidence?: readonly Evidence[];
  /** Only for unknown. */
  readonly reason?: Reason | 'ruleError';
  /** Only for `ruleError`: what went wrong in the rule. */
  readonly detail?: string;
  /** Parameters that an override set for this resource. */
  readonly params?: { readonly [name: string]: ParamInForce };
  /** Controls that hold for this resource, where the rule's controls depend on it. */
  readonly controls?: { readonly [framework: string]: readonly string[] };
  /** Where the vault that it concerns is declared as code, if the vault says so; only for fail and unknown. */
  readonly location?: Location;
  readonly fingerprint: string;
}
