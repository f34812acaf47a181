/**
 * The catalog declares every kind of resource, its facets and their fields, once. TypeScript types (here), the
 * snapshot's JSON Schema, the CEL types and the field reference are derived from it; nothing else names a field.
 */
import type { BrokenList, Gap } from './gap.ts';

/** Where an answer comes from. */
export const PLANES = ['arm', 'data', 'logs', 'graph'] as const;
export type Plane = (typeof PLANES)[number];

interface Described {
  /** One sentence for the field reference; says the unit where there is one. */
  readonly about: string;
  /** The service may leave it out; a condition has to ask `has()` before it reads it. */
  readonly optional?: true;
}

export type Field = Described &
  (
    | { readonly type: 'string' | 'bool' | 'int' | 'timestamp' }
    /** Spelt as here in snapshots, whatever letter case the service used. Other values are kept as they came. */
    | { readonly type: 'enum'; readonly values: readonly string[] }
    | { readonly type: 'object'; readonly fields: Fields }
    | { readonly type: 'list' | 'map'; readonly of: Field }
  );

export interface Fields {
  readonly [name: string]: Field;
}

/** One answer about a resource: its fields share where, when and how they were read. */
export interface Facet {
  /** The planes that can tell it, the better one first. */
  readonly planes: readonly Plane[];
  /** Documentation the fields were taken from. */
  readonly source: string;
  readonly fields: Fields;
}

export interface Kind {
  readonly about: string;
  /** The kind that holds it. */
  readonly parent?: string;
  /** An ancestor of `parent` that may hold it directly, too. Conditions then see none of the kinds in between. */
  readonly orUnder?: string;
  readonly facets: { readonly [name: string]: Facet };
}

/** Kinds by full name, `azure.secret`; the part behind the first dot names the variable in conditions. */
export interface Catalog {
  readonly [kind: string]: Kind;
}

// ---- TypeScript types of a catalog's facts, as conditions and derived facts see them

interface Scalars {
  string: string;
  bool: boolean;
  int: number;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  timestamp: number;
}

type Value<F> = F extends { type: infer T extends keyof Scalars }
  ? Scalars[T]
  : F extends { type: 'enum'; values: readonly (infer V)[] }
    ? V | (string & {})
    : F extends { type: 'object'; fields: infer O }
      ? FactsOf<O>
      : F extends { type: 'list'; of: infer O }
        ? Value<O>[] | BrokenList<Value<O>>
        : F extends { type: 'map'; of: infer O }
          ? { readonly [key: string]: Value<O> }
          : never;

/** The facts that a set of fields describes: values, absent where optional, or gaps. */
export type FactsOf<O> = {
  [K in keyof O as O[K] extends { optional: true } ? never : K]: Value<O[K]> | Gap;
} & { [K in keyof O as O[K] extends { optional: true } ? K : never]?: Value<O[K]> | Gap };

// ---- walking a catalog

/** `azure.secret` → `secret`. */
export const shortName = (kind: string): string => kind.slice(kind.indexOf('.') + 1);

/** A kind's facet fields in one flat namespace. */
export function fieldsOf(kind: Kind): Fields {
  const fields: Record<string, Field> = {};
  for (const facet of Object.values(kind.facets)) Object.assign(fields, facet.fields);
  return fields;
}

export function kindOf(catalog: Catalog, name: string): Kind {
  const kind = catalog[name];
  if (!kind) throw new Error(`the catalog has no kind ${name}`);
  return kind;
}

/**
 * A kind and the ancestors that it always has, itself first: `azure.secret`, `azure.vault`, `azure.subscription`,
 * `azure.tenant`.
 */
export function lineage(catalog: Catalog, name: string): string[] {
  const { parent, orUnder = parent } = kindOf(catalog, name);
  return orUnder ? [name, ...lineage(catalog, orUnder)] : [name];
}

/** The kinds that may hold one directly. */
export function holdersOf(catalog: Catalog, name: string): string[] {
  const { parent, orUnder } = kindOf(catalog, name);
  return [parent, orUnder].filter((holder) => holder !== undefined);
}

/** All kinds below one, each once, children before grandchildren. */
export function descendants(catalog: Catalog, name: string): string[] {
  const children = Object.keys(catalog).filter((kind) => catalog[kind]?.parent === name);
  return children.flatMap((child) => [child, ...descendants(catalog, child)]);
}
