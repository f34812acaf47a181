/** Snapshots from disk, checked record by record against the catalog. */
import type { Catalog } from '../model/catalog.ts';
import {
  type Snapshot,
  SNAPSHOT_SCHEMA_VERSION,
  type SnapshotEntry,
  type SnapshotHeader,
  type SnapshotRecord,
} from '../model/snapshot.ts';
import { whyRefused } from '../model/system-error.ts';
import { wrongInHeader } from './header.ts';
import { readLines } from './lines.ts';
import { RecordReader } from './record-reader.ts';
import { damaged, SnapshotError } from './snapshot-error.ts';

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
