/** A facet of which nothing came. */
import type { Fields } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import type { Asked, Failure } from '../collector.ts';
import { settleGap } from '../settle.ts';
import type { Facet } from './trail.ts';

export const gapFacet = (fields: Fields, { asked, failure }: { asked: Asked; failure: Failure }): Facet => ({
  asked,
  facts: settleGap(fields, Gap.of(failure.reason)),
});
