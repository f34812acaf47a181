/** Facets and lists that did not come, or not to their end. */
import type { Fields } from '../../model/catalog.ts';
import { BrokenList, Gap } from '../../model/gap.ts';
import type { Asked, Facet, Failure } from '../collector.ts';
import { settleGap } from '../settle.ts';

/** A facet of which nothing came. */
export const gapFacet = (fields: Fields, { asked, failure }: { asked: Asked; failure: Failure }): Facet => ({
  asked,
  facts: settleGap(fields, Gap.of(failure.reason)),
});

/** One that was not asked for; `unasked` is all that can be named for it. */
export const skippedFacet = (fields: Fields, unasked: Asked): Facet => ({
  asked: unasked,
  facts: settleGap(fields, Gap.of('skipped')),
});

/** A list, whole or with a gap behind its items. */
export function listUpTo(items: readonly unknown[], gap: Gap | undefined): unknown {
  if (!gap) return items;
  return items.length > 0 ? new BrokenList(items, gap) : gap;
}

/** The same where a failure is what keeps the rest away. */
export const listTold = (items: readonly unknown[], failure: Failure | undefined): unknown =>
  listUpTo(items, failure && Gap.of(failure.reason));
