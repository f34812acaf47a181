/** Numbers of the estate for outsiders: by the catalog's kinds and its own words alone. */
import type { Catalog } from '../../model/catalog.ts';
import type { Expiries, Figures } from '../../model/report.ts';
import { EXPOSURE_WORDS } from '../words.ts';

export function figuresWithout(figures: Figures, catalog: Catalog): Figures {
  const { resources, unlisted, secretAges, expiries, exposure, exposureUnknown } = figures;
  return {
    resources: only(resources, catalog, Number),
    unlisted: only(unlisted, catalog, Number),
    secretAges: {
      classes: secretAges.classes.map(({ upTo, count }) => ({ ...(upTo !== undefined && { upTo }), count })),
      unknown: secretAges.unknown,
    },
    expiries: only(expiries, catalog, expiriesWithout),
    exposure: only(exposure, EXPOSURE_WORDS, Number),
    exposureUnknown,
  };
}

const only = <T>(members: { readonly [name: string]: T }, known: object, change: (value: T) => T) =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (Object.hasOwn(known, name) ? [[name, change(value)]] : [])),
  );

const expiriesWithout = ({ expired, months, later, never, unknown }: Expiries): Expiries => ({
  expired,
  months: months.map(({ month, count }) => ({ month, count })),
  later,
  never,
  unknown,
});
