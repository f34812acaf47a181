/** Verdicts as test reports know them: a suite for each vault, in it a case for each rule. */
import type { Finding, ResourceRef, Verdict } from '../../model/finding.ts';
import type { Report, ReportRun } from '../../model/report.ts';
import { placeKey, subscriptionIn, vaultOf } from '../resource-id.ts';
import { entryAt } from '../growing-map.ts';
import { isListed, worstFirst } from '../listed.ts';
import { categoryOf } from '../sarif/category.ts';
import { SubscriptionNames } from '../subscription-names.ts';
import { vaultNameOf } from '../telling.ts';

/** Findings that a case tells one by one. */
const TOLD = 20;

/** What came of one rule in one suite. */
export interface RuleCase {
  readonly ruleId: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The worst failed and unknown ones, the worst first. */
  readonly worst: readonly Finding[];
}

export interface Suite {
  /** A vault's name, `subscription <name> (<guid>)` or `tenant <guid>`. */
  readonly name: string;
  readonly cases: ReadonlyMap<string, RuleCase>;
}

/**
 * In the order of the report, in which a vault's verdicts stand together: no more than one vault, and what is in none,
 * is kept in memory.
 */
export async function* suitesOf(report: Report): AsyncGenerator<Suite> {
  const open = new Map<string, Growing>();
  const names = new SubscriptionNames(report);
  let block: string | undefined;
  for await (const finding of report.results()) {
    const vault = vaultOf(finding.resource);
    const key = vault === undefined ? categoryOf(finding.resource, report.run).key : placeKey(vault);
    if (vault !== undefined && key !== block) {
      yield* open.values();
      open.clear();
      block = key;
    }
    const begin = () => begun(finding.resource, report.run, names);
    enter(finding, entryAt(open, key, begin));
  }
  yield* open.values();
}

interface Growing extends Suite {
  readonly cases: Map<string, RuleCase & { counts: Record<Verdict, number>; worst: Finding[] }>;
}

const begun = (resource: ResourceRef, run: ReportRun, names: SubscriptionNames): Growing => ({
  name: vaultNameOf(resource) || holderOf(resource, run, names),
  cases: new Map(),
});

function holderOf(resource: ResourceRef, run: ReportRun, names: SubscriptionNames): string {
  const guid = resource.subscriptionId ?? subscriptionIn(resource.id);
  return guid === undefined ? categoryOf(resource, run).words : `subscription ${names.of(guid.toLowerCase())}`;
}

function enter(finding: Finding, { cases }: Growing): void {
  const { ruleId, verdict } = finding;
  const known = entryAt(cases, ruleId, () => ({ ruleId, counts: none(), worst: [] }));
  known.counts[verdict]++;
  if (isListed(finding)) keepWorst(finding, known.worst);
}

const none = (): Record<Verdict, number> => ({ pass: 0, fail: 0, unknown: 0, notApplicable: 0, waived: 0 });

/** Among equals, the first stay. */
function keepWorst(finding: Finding, worst: Finding[]): void {
  const at = worst.findIndex((other) => worstFirst(finding, other) < 0);
  if (at >= 0) worst.splice(at, 0, finding);
  else worst.push(finding);
  if (worst.length > TOLD) worst.pop();
}
