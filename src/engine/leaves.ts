/** What conditions read, as evidence. */
import { type Catalog, type Field, type Fields, fieldsOf, lineage, shortName } from '../model/catalog.ts';
import type { Evidence } from '../model/finding.ts';
import { Fault, Gap } from '../model/gap.ts';
import type { Read } from '../model/rule.ts';
import type { Resource } from '../model/snapshot.ts';

/** Turns what conditions read into evidence: JSON values, each with the source that told it. */
export class Leaves {
  /** The facet of each top field, by kind. */
  readonly #facets = new Map<string, Map<string, string>>();
  /** By kind. */
  readonly #fields = new Map<string, Fields>();
  /** The variables of rules for a kind, in the order of a resource and its ancestors. */
  readonly #variables = new Map<string, readonly string[]>();

  constructor(catalog: Catalog) {
    for (const [kind, declared] of Object.entries(catalog)) {
      this.#fields.set(kind, fieldsOf(declared));
      this.#variables.set(kind, lineage(catalog, kind).map(shortName));
      const byField = Object.entries(declared.facets).flatMap(([facet, { fields }]) =>
        Object.keys(fields).map((field) => [field, facet] as const),
      );
      this.#facets.set(kind, new Map(byField));
    }
  }

  evidence(reads: readonly Read[], kind: string, resources: readonly Resource[]): Evidence[] {
    const seen = new Map<string, Evidence>();
    for (const read of reads) if (!seen.has(read.field)) seen.set(read.field, this.#one(read, kind, resources));
    return [...seen.values()];
  }

  #one({ field, value, presence }: Read, kind: string, resources: readonly Resource[]): Evidence {
    const [variable, ...path] = field.split(/\.|\[/);
    const resource = resources[this.#variables.get(kind)?.indexOf(variable ?? '') ?? -1];
    const top = path[0];
    if (!resource || top === undefined) return { field, value: json(value), ...(presence && { presence }) };
    const declared = this.#declared(resource.kind, field);
    const ref = resource.sources[this.#facets.get(resource.kind)?.get(top) ?? ''];
    return {
      field,
      value: json(value, declared),
      ...(presence && { presence }),
      ...(ref !== undefined && { source: { ref } }),
      ...(!presence && isUnrecognised(declared, value) && { unrecognised: true as const }),
    };
  }

  /** The field that a path such as `vault.network.ipRules[0].value` names. */
  #declared(kind: string, path: string): Field | undefined {
    let fields = this.#fields.get(kind) ?? {};
    let field: Field | undefined;
    for (const step of path.split('.').slice(1)) {
      const [name = '', ...indexes] = step.split('[');
      field = indexes.reduce(itemOf, Object.hasOwn(fields, name) ? fields[name] : undefined);
      fields = field?.type === 'object' ? field.fields : {};
    }
    return field;
  }
}

const itemOf = (field: Field | undefined): Field | undefined => (field?.type === 'list' ? field.of : undefined);

const isUnrecognised = (field: Field | undefined, value: unknown): boolean =>
  field?.type === 'enum' && typeof value === 'string' && !field.values.includes(value);

/** Times as ISO 8601, gaps named, absence as null; of lists and maps only the size was noted. */
function json(value: unknown, field?: Field): unknown {
  if (value instanceof Gap) return { gap: value.reason };
  if (value instanceof Fault) return { fault: value.message };
  if (value === undefined) return null;
  return field?.type === 'timestamp' && typeof value === 'number' ? new Date(value).toISOString() : value;
}
