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
} from '../model/snapshot.ts';
import { SNAPSHOT_SCHEMA_VERSION } from '../model/snapshot.ts';
import { FactError, readFacts } from './facts.ts';
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
  throw new SnapshotError(`${file} is empty. Collect again, or name another snapshot.`);
}

function checkHeader(record: { record: string }, file: string): SnapshotHeader {
  const header = record as SnapshotHeader;
  if (header.record !== 'header' || typeof header.schemaVersion !== 'number')
    throw new SnapshotError(`${file} does not begin like a snapshot. vault-posture collect writes one.`);
  if (header.schemaVersion !== SNAPSHOT_SCHEMA_VERSION)
    throw new SnapshotError(
      `${file} is a snapshot of version ${header.schemaVersion}; this release reads version ${SNAPSHOT_SCHEMA_VERSION}. Collect again.`,
    );
  if (Number.isNaN(Date.parse(header.collectedAt))) throw new SnapshotError(`${file}: the header has no collectedAt.`);
  return header;
}

async function* readEntries(file: string, catalog: Catalog): AsyncGenerator<SnapshotEntry> {
  const reader = new RecordReader(catalog);
  let number = 0;
  for await (const line of lines(file)) {
    if (++number === 1) continue;
    const entry = reader.read(parse(line, file, number) as SnapshotRecord, `${file}:${number}`);
    if (entry) yield entry;
  }
  if (!reader.ended)
    throw new SnapshotError(
      `${file} was cut off: its end record is missing. Collect again, or go on with collect --resume.`,
    );
}

async function* lines(file: string): AsyncGenerator<string> {
  try {
    yield* readLines(file);
  } catch (error) {
    throw new SnapshotError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function parse(line: string, file: string, number: number): { record: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && 'record' in value) return value as { record: string };
  } catch {
    // told below, with the place
  }
  throw new SnapshotError(`${file}:${number}: not a record of a snapshot. Was the file cut off or edited?`);
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

const PASSED_ON = new Set(['source', 'coverage', 'unlisted', 'block']);

/** Checks one record after the other; what it lets through can be judged. */
class RecordReader {
  readonly #catalog: Catalog;
  #resources = 0;
  ended = false;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  read(record: SnapshotRecord, where: string): SnapshotEntry | undefined {
    if (this.ended) throw new SnapshotError(`${where}: there is more behind the end record.`);
    if (record.record === 'end') return this.#end(record.resources, where);
    if (record.record === 'resource') return this.#resource(record, where);
    if (!PASSED_ON.has(record.record)) throw new SnapshotError(`${where}: unknown record "${String(record.record)}".`);
    if (record.record === 'unlisted' && (!isReason(record.gap) || !Object.hasOwn(this.#catalog, record.kind)))
      throw new SnapshotError(`${where}: unlisted needs a kind of the catalog and a reason.`);
    return record;
  }

  #end(resources: number, where: string): undefined {
    if (resources !== this.#resources)
      throw new SnapshotError(
        `${where}: ${resources} resources were written, ${this.#resources} are here. The file was changed.`,
      );
    this.ended = true;
  }

  #resource(record: ResourceRecord, where: string): Resource {
    this.#resources++;
    const kind = Object.hasOwn(this.#catalog, record.kind) ? this.#catalog[record.kind] : undefined;
    if (!kind) throw new SnapshotError(`${where}: unknown kind "${String(record.kind)}".`);
    const facts: Record<string, unknown> = {};
    const sources: Record<string, number> = {};
    for (const [name, facet] of Object.entries(kind.facets)) {
      const told = record.facets?.[name];
      if (!told) throw new SnapshotError(`${where}: ${record.id} lacks the facet ${name}.`);
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
    throw error instanceof FactError ? new SnapshotError(error.message) : error;
  }
}
