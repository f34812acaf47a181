/** A facet that takes several questions, each of which may fail by itself. */
import { Gap } from '../../model/gap.ts';
import type { Asked, Failure } from '../collector.ts';
import type { RawFacts } from '../settle.ts';
import { listUpTo } from './facet.ts';

/** What came of a question. */
export interface Outcome {
  readonly asked: Asked;
  readonly failure?: Failure | undefined;
}

export interface AskedFacet {
  /** Settled facts. */
  readonly facts: object;
  /** In an order that timing does not change. */
  readonly told: readonly Outcome[];
}

/** The one question that stands for all of them as the facet's source: one that failed, if any did. */
export const sourceOf = ({ told }: AskedFacet, unasked: Asked): Asked =>
  (told.find(({ failure }) => failure) ?? told[0])?.asked ?? unasked;

/** An item of a list, and the questions that it took. */
export interface AskedItem {
  readonly facts: RawFacts;
  readonly told: readonly Outcome[];
}

/** A list of what was told about each id, letter case aside; ids that are not known leave its end open. */
export async function askAbout(
  ids: readonly (string | Gap)[],
  ask: (id: string) => Promise<AskedItem>,
): Promise<{ list: unknown; told: readonly Outcome[] }> {
  const known = new Map(ids.flatMap((id) => (id instanceof Gap ? [] : [[id.toLowerCase(), id]])));
  const items = await Promise.all([...known.values()].map(ask));
  const gap = ids.find((id) => id instanceof Gap);
  return {
    list: listUpTo(
      items.map(({ facts }) => facts),
      gap,
    ),
    told: items.flatMap(({ told }) => told),
  };
}
