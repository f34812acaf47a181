/** Snapshots from disk, checked record by record against the catalog. */
import type { Catalog, Fields } from '../model/catalog.ts';
import { isReason } from '../model/gap.ts';
import type {
  FacetRecord,
  Resource,
  ResourceRecord,
  Snapshot,
  SnapshotEntry,
  SnapshotHeader,
  SnapshotRecord,
  UnlistedRecord,
} from '../model/snapshot.ts';
import { SNAPSHOT_SCHEMA_VERSION } from '../model/snapshot.ts';
import { whyRefused } from '../model/system-error.ts';
import { FactError, readFacts } from './facts.ts';
import { wrongInHeader } from './header.ts';
import { readLines } from './lines.ts';

/** The file is no snapshot, was cut off, or says what the catalog does not allow. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** Opens a snapshot; throws SnapshotError if its first line is no header of a version we know. */
export async function openSnapshot(file: string, catalog: Catalog): Promise<Snapshot> {
  const header = await readHeader(file);
  return { header, entries: () => readEntries(file, catalog) };
}

async function readHeader(file: string): Promise<SnapshotHeader> {
  for await (const line of lines(file)) return checkHeader(parse(line, file, 1), file);
  throw new SnapshotError(`${file}:1: the file is empty. Collect again, or name another snapshot.`);
}

function checkHeader(record: { record: string }, file: string): SnapshotHeader {
  const header = record as SnapshotHeader;
  if (header.record !== 'header' || typeof header.schemaVersion !== 'number')
    throw new SnapshotError(`${file}:1: does not begin like a snapshot. vault-posture collect writes one.`);
  if (header.schemaVersion !== SNAPSHOT_SCHEMA_VERSION)
    throw new SnapshotError(
      `${file}:1: a snapshot of version ${header.schemaVersion}; this release reads version ${SNAPSHOT_SCHEMA_VERSION}. Collect again.`,
    );
  const wrong = wrongInHeader(header);
  if (wrong) throw damaged(`${file}:1`, wrong);
  return header;
}

/** Written by us and changed since, or by somebody else. */
const damaged = (where: string, what: string): SnapshotError =>
  new SnapshotError(`${where}: ${what}. The file was changed after it was written: collect again.`);

async function* readEntries(file: string, catalog: Catalog): AsyncGenerator<SnapshotEntry> {
  const reader = new RecordReader(catalog);
  let number = 0;
  for await (const line of lines(file)) {
    if (++number === 1) continue;
    const entry = reader.read(parse(line, file, number) as SnapshotRecord, `${file}:${number}`);
    if (entry) yield entry;
  }
  if (!reader.ended)
    throw new SnapshotError(`${file}:${number}: cut off here, the end record is missing. Collect again.`);
}

async function* lines(file: string): AsyncGenerator<string> {
  try {
    yield* readLines(file);
  } catch (error) {
    throw new SnapshotError(`${file} cannot be read: ${whyRefused(error)}. Check the path, or collect again.`, {
      cause: error,
    });
  }
}

function parse(line: string, file: string, number: number): { record: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'record' in value) return value as { record: string };
  } catch {
    // told below, with the place
  }
  throw new SnapshotError(
    `${file}:${number}: not a record of a snapshot. The file was cut off or edited: collect again.`,
  );
}

/** A snapshot in memory, held to the same checks as one on disk. */
export function snapshotOf(header: SnapshotHeader, records: readonly SnapshotRecord[], catalog: Catalog): Snapshot {
  return {
    header,
    async *entries() {
      const reader = new RecordReader(catalog);
      for (const [index, record] of records.entries()) {
        const entry = reader.read(record, `record ${index + 1}`);
        if (entry) yield entry;
      }
    },
  };
}

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
class RecordReader {
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
