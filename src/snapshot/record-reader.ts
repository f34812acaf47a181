/** A snapshot's records, held to the catalog one after the other. */
import type { Catalog, Fields } from '../model/catalog.ts';
import { isReason } from '../model/gap.ts';
import type {
  FacetRecord,
  Resource,
  ResourceRecord,
  SnapshotEntry,
  SnapshotRecord,
  UnlistedRecord,
} from '../model/snapshot.ts';
import { FactError, readFacts } from './facts.ts';
import { damaged, SnapshotError } from './snapshot-error.ts';

type MemberType = 'string' | 'number' | 'object';

/** What each record must have for what comes after not to stumble. */
const MEMBERS: { readonly [R in SnapshotRecord['record']]: { readonly [member: string]: MemberType } } = {
  source: { id: 'number', plane: 'string', request: 'string', at: 'string' },
  resource: { kind: 'string', id: 'string', name: 'string', facets: 'object' },
  unlisted: { kind: 'string', parent: 'string', gap: 'string', source: 'number' },
  coverage: { resource: 'string', what: 'string', plane: 'string', status: 'string' },
  block: { id: 'string' },
  end: { resources: 'number' },
};
/** Members that may be left out. */
const OPTIONAL: { readonly [member: string]: MemberType } = { parent: 'string', host: 'string' };

function wrongMember(record: SnapshotRecord): string | undefined {
  const members = new Map<string, unknown>(Object.entries(record));
  const isWrong = ([name, type]: [string, MemberType]) =>
    typeof members.get(name) !== type || members.get(name) === null;
  const optional = Object.entries(OPTIONAL).filter(([name]) => members.has(name));
  return [...Object.entries(MEMBERS[record.record]), ...optional].find(isWrong)?.[0];
}

/** Checks one record after the other; what it lets through can be judged. */
export class RecordReader {
  readonly #catalog: Catalog;
  #resources = 0;
  /** Ids of the shared resources, and of those of the block at hand. */
  readonly #shared = new Set<string>();
  #block: Set<string> | undefined;
  ended = false;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  read(record: SnapshotRecord, where: string): SnapshotEntry | undefined {
    if (this.ended) throw damaged(where, 'there is more behind the end record');
    if (!Object.hasOwn(MEMBERS, record.record)) throw damaged(where, `unknown record ${JSON.stringify(record.record)}`);
    const wrong = wrongMember(record);
    if (wrong) throw damaged(where, `${record.record} without a proper ${wrong}`);
    switch (record.record) {
      case 'end':
        return this.#end(record.resources, where);
      case 'resource':
        return this.#resource(record, where);
      case 'block':
        this.#block = new Set();
        return record;
      case 'unlisted':
        return this.#unlisted(record, where);
      default:
        return record;
    }
  }

  #unlisted(record: UnlistedRecord, where: string): UnlistedRecord {
    if (!isReason(record.gap)) throw damaged(where, `"${String(record.gap)}" is no reason`);
    if (!Object.hasOwn(this.#catalog, record.kind)) throw damaged(where, `unknown kind "${record.kind}"`);
    return record;
  }

  #end(resources: number, where: string): undefined {
    if (resources !== this.#resources)
      throw damaged(where, `${resources} resources were written, ${this.#resources} are here`);
    this.ended = true;
  }

  #remember(id: string, where: string): void {
    const known = this.#block ?? this.#shared;
    if (known.has(id.toLowerCase())) throw damaged(where, `${id} is there twice`);
    known.add(id.toLowerCase());
  }

  #resource(record: ResourceRecord, where: string): Resource {
    this.#resources++;
    const kind = Object.hasOwn(this.#catalog, record.kind) ? this.#catalog[record.kind] : undefined;
    if (!kind) throw damaged(where, `unknown kind "${record.kind}"`);
    this.#remember(record.id, where);
    const stranger = Object.keys(record.facets).find((name) => !Object.hasOwn(kind.facets, name));
    if (stranger !== undefined) throw damaged(where, `${record.id}: ${record.kind} has no facet ${stranger}`);
    const facts: Record<string, unknown> = {};
    const sources: Record<string, number> = {};
    for (const [name, facet] of Object.entries(kind.facets)) {
      const told = record.facets[name];
      if (typeof told?.source !== 'number') throw damaged(where, `${record.id} lacks the facet ${name}, or its source`);
      Object.assign(facts, readFacet(facet.fields, told, `${where}: ${record.id}: ${name}`));
      sources[name] = told.source;
    }
    return {
      record: 'resource',
      kind: record.kind,
      id: record.id,
      name: record.name,
      ...(record.parent !== undefined && { parent: record.parent }),
      ...(record.host !== undefined && { host: record.host }),
      facts,
      sources,
    };
  }
}

function readFacet(fields: Fields, told: FacetRecord, where: string): Record<string, unknown> {
  try {
    return readFacts(fields, told.fields, where);
  } catch (error) {
    throw error instanceof FactError ? new SnapshotError(`${error.message}. Correct it, or collect again.`) : error;
  }
}
