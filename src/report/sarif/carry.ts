/**
 * Which results of the last scan are written again. GitHub closes an alert that is missing, so it may only be missing
 * when it is known that the problem is gone.
 */
import { shortName } from '../../model/catalog.ts';
import type { Finding, ResourceRef } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { entryAt } from '../growing-map.ts';
import { placeKey, vaultOf } from '../resource-id.ts';
import { display } from '../text.ts';
import { type Category, categoryOf } from './category.ts';
import { groupFingerprint } from './collection.ts';
import { pathOf } from './place.ts';
import type { LastResult, LastScan } from './previous.ts';

export interface CarryOptions {
  readonly last: LastScan;
  /** Today's results are one for a rule and vault. */
  readonly isGrouped: boolean;
}

/** `unread`: keys of categories of which nothing could be read. Reads the report's results by verdict. */
export async function carriedInto(
  report: Report,
  { last, isGrouped }: CarryOptions,
  unread: ReadonlySet<string>,
): Promise<readonly LastResult[]> {
  const running = new Set(report.rules.map(({ id }) => id));
  const doubts = new Doubts(last.results.filter(({ entry }) => running.has(entry.ruleId)));
  doubts.raiseIn(unread);
  for await (const finding of report.results({ verdict: 'unknown' }))
    if (finding.reason !== 'skipped') doubts.raise(finding, categoryOf(finding.resource, report.run));
  for (const verdict of ['fail', 'pass', 'notApplicable', 'waived'] as const) {
    if (doubts.open.size === 0) break;
    for await (const finding of report.results({ verdict }))
      doubts.settle(finding, categoryOf(finding.resource, report.run), isGrouped);
  }
  return [...doubts.open];
}

/** Results of which it is not known whether they are gone. No larger than the last scan, whatever today's holds. */
class Doubts {
  /** By rule, by rule and category, and by these and path. */
  readonly #known = new Map<string, LastResult[]>();
  readonly #all: readonly LastResult[];
  /** Their own resource has an unknown verdict, whatever else is said about it. */
  readonly #own = new Set<LastResult>();
  readonly open = new Set<LastResult>();

  constructor(results: readonly LastResult[]) {
    this.#all = results;
    for (const result of results) this.#file(result);
  }

  #file(result: LastResult): void {
    const { category, path } = result;
    const { ruleId } = result.entry;
    for (const key of [keyOf(ruleId), keyOf(ruleId, category), keyOf(ruleId, category, path)])
      entryAt(this.#known, key, () => []).push(result);
  }

  raiseIn(categories: ReadonlySet<string>): void {
    for (const result of this.#all) if (categories.has(result.category.key)) this.open.add(result);
  }

  /** What is unknown on a vault may be about anything that the rule found there. */
  raise(finding: Finding, category: Category): void {
    for (const result of this.#known.get(reach(finding, category)) ?? []) {
      this.open.add(result);
      if (finding.about === undefined && isSame(result, finding)) this.#own.add(result);
    }
  }

  /** What has a verdict today is there again, or gone. */
  settle(finding: Finding, category: Category, isGrouped: boolean): void {
    const { ruleId, resource, verdict, fingerprint } = finding;
    const written = isGrouped ? groupFingerprint(ruleId, resource) : fingerprint;
    for (const result of this.#known.get(keyOf(ruleId, category, pathOf(resource, category.key))) ?? []) {
      const isThere = verdict === 'fail' && [fingerprint, written].includes(result.entry.fingerprint);
      if (isThere || (isSame(result, finding) && !this.#own.has(result))) this.open.delete(result);
    }
  }
}

/** A rule that could not be judged on a subscription's vaults could not be on any of them. */
function reach({ ruleId, about, resource }: Finding, category: Category): string {
  if (about === undefined || vaultOf(resource) !== undefined)
    return keyOf(ruleId, category, pathOf(resource, category.key));
  return shortName(resource.kind) === 'subscription' ? keyOf(ruleId, category) : keyOf(ruleId);
}

const keyOf = (ruleId: string, category?: Category, path?: string): string =>
  JSON.stringify([ruleId, category?.key, path]);

/** Items of one resource have a fingerprint each, and the resource in common. */
const isSame = ({ resource, entry }: LastResult, finding: Finding): boolean =>
  resource === resourceKey(finding.resource) || entry.fingerprint === finding.fingerprint;

/** As results tell it, in lower case. */
const resourceKey = ({ id }: ResourceRef): string => placeKey(display(id));
