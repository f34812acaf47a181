/** What a scan asks for: only what its rules read, and nothing of a plane that the user switched off. */
import type { Catalog, Kind, Plane } from '../model/catalog.ts';
import type { Needs } from '../model/rule.ts';

export interface Plan {
  /** Whether any rule reads this facet. */
  needsFacet(kind: string, facet: string): boolean;
  /** Whether any rule reads this field. For facts that are derived from more requests than the rest of their facet. */
  needsField(kind: string, field: string): boolean;
  /** Whether any rule judges resources of this kind, or reads them. */
  needsKind(kind: string): boolean;
  /** False for planes that the user switched off: their facts are gaps with reason `skipped`. */
  allows(plane: Plane): boolean;
}

/** For a snapshot that any rule may be held against later. */
export const EVERYTHING: Plan = {
  needsFacet: () => true,
  needsField: () => true,
  needsKind: () => true,
  allows: () => true,
};

/** A plan for what some rules need, or for everything, but for the planes that were switched off. */
export function planFor(catalog: Catalog, needs: Needs | undefined, without: readonly string[]): Plan {
  const allows = (plane: Plane): boolean => !without.includes(plane);
  if (!needs) return { ...EVERYTHING, allows };
  const fields = new Set(needs.fields);
  const needsField = (kind: string, field: string): boolean => fields.has(`${kind}.${field}`);
  return {
    needsFacet: (kind, facet) => fieldNames(catalog[kind], facet).some((field) => needsField(kind, field)),
    needsField,
    needsKind: (kind) => needs.kinds.includes(kind) || needs.fields.some((field) => field.startsWith(`${kind}.`)),
    allows,
  };
}

const fieldNames = (kind: Kind | undefined, facet: string): string[] => Object.keys(kind?.facets[facet]?.fields ?? {});
