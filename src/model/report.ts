/** The one result of a run; every format is a view of it. */
import type { Finding, Verdict } from './finding.ts';
import type { Fix, ParamInForce, Severity } from './rule.ts';
import type { Coverage, Identity, RequestCounts, ScanScope, SignIn, SourceRecord, Tool } from './snapshot.ts';

export const REPORT_SCHEMA_VERSION = 1;

export type Source = Omit<SourceRecord, 'record'>;

export interface ReportRun {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The snapshot's `collectedAt`: the moment against which ages and expiries were judged. */
  readonly evaluatedAt: string;
  readonly tenantId?: string;
  readonly identity?: Identity;
  /** Absent where nobody had to, and in reports of earlier releases. */
  readonly signIn?: SignIn;
  /** What collected; `tool` is what judged. Absent in reports of earlier releases. */
  readonly collector?: Tool;
  /** Absent in reports of earlier releases. */
  readonly settings?: Settings;
  readonly scope: ScanScope;
  readonly requests?: RequestCounts;
  readonly estate?: string;
  /** True when all that was asked could be read. */
  readonly complete: boolean;
  /** Names, ids and texts of the estate are pseudonyms. */
  readonly redacted?: true;
}

/** What judging was told beyond the rules' own files. */
export interface Settings {
  /** In hex, of the settings as JSON: `docs/configuration.md` says which. */
  readonly sha256: string;
  readonly profile?: string;
  /** Ids of the rules that were asked for one by one; absent where all ran that are switched on. */
  readonly only?: readonly string[];
}

/** A subscription in scope that was found. */
export interface ReportSubscription {
  readonly id: string;
  /** Its name in the portal; its id where it has none. */
  readonly name: string;
}

export interface ReportRule {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly kind: string;
  /** Conditions as written in the rule, in CEL. Absent in reports of earlier releases. */
  readonly require?: string;
  /** To which resources it applies; to all if left out. */
  readonly when?: string;
  /** Whether what it asks can be measured; always if left out. */
  readonly measurable?: string;
  /** The list whose items it judges one by one, and what conditions call an item. */
  readonly each?: { readonly list: string; readonly as: string };
  readonly params: { readonly [name: string]: ParamInForce };
  readonly controls: { readonly [framework: string]: readonly ReportControl[] };
  readonly why: string;
  readonly fix: Fix;
  readonly references: readonly string[];
  readonly tags: readonly string[];
}

export interface ReportControl {
  readonly id: string;
  readonly title?: string;
  /** The condition under which it applies, as written in the rule. */
  readonly when?: string;
}

/** A gap of coverage, and the verdicts that it kept from being told. */
export interface ReportCoverage extends Coverage {
  /** Unknown verdicts that wait for it, each counted at every gap that it waits for. */
  readonly verdicts?: number;
  /** A list is missing: how many more it hides is not known. */
  readonly orMore?: true;
}

/** One permission or setting, and what it would give. */
export interface Cure {
  /** The remedy, as coverage has it. */
  readonly cure: string;
  /** Unknown verdicts that wait for nothing else. */
  readonly verdicts: number;
  /** Unknown verdicts that wait for something else as well. */
  readonly together: number;
  /** A list is missing: how many more it hides is not known. */
  readonly orMore?: true;
  /** Entries of coverage that it would close. */
  readonly gaps: number;
  /** Vaults, subscriptions and tenants that these are in. */
  readonly places: number;
}

/** A framework as it was when the run judged: every control that it is known to have, whether a rule speaks for it or not. */
export interface ReportFramework {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly publisher: string;
  /** Where the numbers were taken from. */
  readonly sources: readonly string[];
  readonly controls: readonly FrameworkControl[];
}

export interface FrameworkControl {
  readonly id: string;
  readonly title: string;
  /** No rule can answer it: somebody has to look. */
  readonly manual?: boolean;
  /** How it relates to the rules. */
  readonly about?: string;
}

/** What the estate looks like, whatever rules think of it: counted while the snapshot goes by. */
export interface Figures {
  /** Resources by kind, `azure.secret`. */
  readonly resources: { readonly [kind: string]: number };
  /** Lists that could not be had, or not to their end, by the kind that they would have held. */
  readonly unlisted: { readonly [kind: string]: number };
  /** Enabled secrets by the age of their current version; those that carry a certificate are left out. */
  readonly secretAges: SecretAges;
  /** When enabled objects expire, by kind: secrets, keys, certificates. */
  readonly expiries: { readonly [kind: string]: Expiries };
  /** Vaults by who can reach them (`exposure.reachableFrom`). */
  readonly exposure: { readonly [reachableFrom: string]: number };
  /** Vaults of which nobody told who can reach them. */
  readonly exposureUnknown: number;
}

export interface SecretAges {
  /** Ages in days of 24 hours, each class from just above the one before up to `upTo`; the last has no end. */
  readonly classes: readonly { readonly upTo?: number; readonly count: number }[];
  /** Enabled, or perhaps so, of an age that could not be told. */
  readonly unknown: number;
}

export interface Expiries {
  /** Expired when it was judged, and still enabled. */
  readonly expired: number;
  /** The month of judging and the eleven after it, as `2026-03`, in UTC. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** After these months. */
  readonly later: number;
  /** Without an expiry. */
  readonly never: number;
  /** Enabled, or perhaps so, with an expiry that could not be told. */
  readonly unknown: number;
}

export type Totals = { readonly [V in Verdict]: number };

/** All but the long lists. */
export interface ReportHead {
  readonly schemaVersion: number;
  readonly tool: Tool & { readonly ruleset: { readonly sha256: string; readonly rules: number } };
  readonly run: ReportRun;
  readonly totals: Totals;
  /** Those in scope that were found, in the order of the snapshot. Absent in reports of earlier releases. */
  readonly subscriptions?: readonly ReportSubscription[];
  readonly coverage: readonly ReportCoverage[];
  /** What would close the gaps, the cure that gives most by itself first. Absent in reports of before it was told. */
  readonly cures?: readonly Cure[];
  readonly rules: readonly ReportRule[];
  /** Absent in reports of earlier releases. */
  readonly frameworks?: readonly ReportFramework[];
  /** Absent in reports of earlier releases. */
  readonly figures?: Figures;
}

/** Which results a reader wants; all when empty. */
export interface ResultFilter {
  readonly verdict?: Verdict;
}

/** A result, and the same as JSON in one line, without its end. */
export interface ResultLine {
  readonly finding: Finding;
  readonly line: string;
}

/** In snapshot order; each reading reads the spool anew. */
export interface Results extends AsyncIterable<Finding> {
  /** The same, each with its line in report.json: for what would have to write it again. */
  lines(): AsyncIterable<ResultLine>;
}

export interface Report extends ReportHead {
  results(filter?: ResultFilter): Results;
  /** The requests that evidence refers to, in the order in which it first does; each call reads the spool anew. */
  sources(): AsyncIterable<Source>;
}
