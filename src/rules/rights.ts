/** What a rule has to be able to read: from the fields in its conditions to facets, planes and rights. */
import { type Access, type FacetAccess, mergeRights, type Right } from '../model/access.ts';
import { type Catalog, lineage, PLANES, type Plane } from '../model/catalog.ts';
import type { Rule } from '../model/rule.ts';
import { needsOf } from './needs.ts';

export interface RuleRights {
  /** All planes that tell something of what it reads. */
  readonly planes: readonly Plane[];
  /** Without one of these every verdict stays unknown that hangs on what it alone tells. */
  readonly needed: readonly Right[];
  /** Where another plane may answer in its stead, these tell more. */
  readonly better: readonly Right[];
}

export function rightsOf(rule: Rule, catalog: Catalog, access: Access): RuleRights {
  const read = accessOf(rule, catalog, access).map(({ rights }) => Object.entries(rights) as [Plane, Right][]);
  const needed = mergeRights(read.flatMap((rights) => least(rights)));
  const grants = new Set(needed.map(({ grant }) => grant));
  const more = mergeRights(read.flatMap((rights) => (rights.length > 1 ? rights.map(([, right]) => right) : [])));
  const planes = new Set(read.flatMap((rights) => rights.map(([plane]) => plane)));
  return {
    planes: PLANES.filter((plane) => planes.has(plane)),
    needed,
    better: more.filter(({ grant }) => !grants.has(grant)),
  };
}

/** The one plane that tells it; of several Resource Manager, whose right every scan has. */
const least = (rights: readonly [Plane, Right][]): Right[] =>
  rights.filter(([plane]) => plane === 'arm' || rights.length === 1).map(([, right]) => right);

/** Lists of its kind and of the kinds that hold it, and the facets that it reads. */
function accessOf(rule: Rule, catalog: Catalog, access: Access): FacetAccess[] {
  const line = lineage(catalog, rule.kind);
  const lists = line.toReversed().flatMap((kind) => access[kind]?.list ?? []);
  return [...lists, ...needsOf([rule]).fields.map((field) => facetAccess(field, line, catalog, access))];
}

function facetAccess(field: string, line: readonly string[], catalog: Catalog, access: Access): FacetAccess {
  const kind = line.find((one) => field.startsWith(`${one}.`)) ?? '';
  const name = field.slice(kind.length + 1);
  const facets = Object.entries(catalog[kind]?.facets ?? {});
  const facet = facets.find(([, { fields }]) => Object.hasOwn(fields, name))?.[0] ?? '';
  const told = access[kind]?.facets[facet];
  if (!told) throw new Error(`the table of rights does not say what lets one read ${field}`);
  return told;
}
