/** The one result of a run; every format is a view of it. */
import type { Finding, Verdict } from './finding.ts';
import type { Fix, ParamInForce, Severity } from './rule.ts';
import type { Coverage, Identity, RequestCounts, ScanScope, SourceRecord, Tool } from './snapshot.ts';

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
  readonly scope: ScanScope;
  readonly requests?: RequestCounts;
  readonly estate?: string;
  /** True when all that was asked could be read. */
  readonly complete: boolean;
  /** Names, ids and texts of the estate are pseudonyms. */
  readonly redacted?: true;
}

export interface ReportRule {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly kind: string;
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

export type Totals = { readonly [V in Verdict]: number };

/** All but the long lists. */
export interface ReportHead {
  readonly schemaVersion: number;
  readonly tool: Tool & { readonly ruleset: { readonly sha256: string; readonly rules: number } };
  readonly run: ReportRun;
  readonly totals: Totals;
  readonly coverage: readonly ReportCoverage[];
  /** What would close the gaps, the cure that gives most by itself first. Absent in reports of before it was told. */
  readonly cures?: readonly Cure[];
  readonly rules: readonly ReportRule[];
}

/** Which results a reader wants; all when empty. */
export interface ResultFilter {
  readonly verdict?: Verdict;
}

export interface Report extends ReportHead {
  /** In snapshot order; each call reads the spool anew. */
  results(filter?: ResultFilter): AsyncIterable<Finding>;
  /** The requests that evidence refers to, in the order in which it first does; each call reads the spool anew. */
  sources(): AsyncIterable<Source>;
}
