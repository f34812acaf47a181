/** A rule as loaded: its texts, and its conditions compiled. */

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const isWorse = (a: Severity, b: Severity): boolean => SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);

/** The worst of some; there is one at least. */
export const worstOf = (severities: readonly Severity[]): Severity =>
  severities.reduce((worst, severity) => (isWorse(severity, worst) ? severity : worst));

/**
 * The values a condition runs on, by slot: the resource, its ancestors (nearest first), `params`, `now`, and with `each`
 * the item; behind them the variables of macros.
 */
export type Frame = unknown[];

/** A leaf that a condition looked at while it decided: the value, presence for `has`, size for lists. */
export interface Read {
  readonly field: string;
  readonly value: unknown;
  /** Asked was whether it is there, and that is the value. */
  readonly presence?: true;
}

/** A CEL expression, checked against the catalog and compiled. */
export interface Condition {
  readonly text: string;
  /** Its CEL type: `bool`, `string`, `list<string>`, … */
  readonly type: string;
  /** Catalog fields it may read, as `azure.secret.created`; nested ones name their top field only. */
  readonly fields: readonly string[];
  /** The value, or a Fault: a gap in the estate's data, or a mistake in the rule. Never throws. */
  run(frame: Frame): unknown;
}

export type ParamValue = number | boolean | string | readonly string[];

export interface ParamSpec {
  /** `ranges` are texts, each an address or a CIDR range. */
  readonly type: 'integer' | 'boolean' | 'string' | 'strings' | 'ranges';
  readonly default: ParamValue;
  readonly about: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The values a string may take, or each of several. */
  readonly values?: readonly string[];
}

/** A control of a framework; with `when` only for the resources that it holds for. */
export interface Control {
  readonly id: string;
  readonly title?: string;
  readonly when?: Condition;
}

/** How to put it right. Names from the estate are never written into it. */
export interface Fix {
  readonly az?: string;
  readonly bicep?: string;
  readonly terraform?: string;
  readonly portal?: string;
  /** What else the change does; what cannot be taken back. */
  readonly sideEffects?: string;
}

/** A message: texts and the expressions between them. */
export type MessagePart = string | Condition;

export interface Rule {
  /** The catalogue's stable code. */
  readonly id: string;
  readonly aliases: readonly string[];
  /** What should hold. */
  readonly title: string;
  readonly severity: Severity;
  readonly severityWhen: readonly { readonly when: Condition; readonly severity: Severity }[];
  /** The kind it judges, `azure.secret`. */
  readonly kind: string;
  /** Runs unless switched off; false for rules that have to be switched on. */
  readonly enabledByDefault: boolean;
  readonly params: { readonly [name: string]: ParamSpec };
  readonly when?: Condition;
  readonly measurable?: Condition;
  readonly each?: { readonly list: Condition; readonly as: string };
  readonly require: Condition;
  readonly identity: readonly Condition[];
  readonly message: readonly MessagePart[];
  readonly why: string;
  readonly fix: Fix;
  /** Controls by framework id. */
  readonly controls: { readonly [framework: string]: readonly Control[] };
  readonly references: readonly string[];
  readonly tags: readonly string[];
  /** Where it was loaded from. */
  readonly file: string;
}

/** A parameter's value in force and who set it: `default`, `profile <name>`, `config`, `override <n>`. */
export interface ParamInForce {
  readonly value: ParamValue;
  readonly from: string;
}

/** What some rules read of an estate. */
export interface Needs {
  /** Kinds that they judge, `azure.secret`. Sorted. */
  readonly kinds: readonly string[];
  /** Fields that their conditions may read, `azure.secret.created`. Sorted. */
  readonly fields: readonly string[];
}
