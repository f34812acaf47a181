/** Finished parts of a snapshot, a file each, so that an interrupted scan has lost only what was under way. */
import { createHash } from 'node:crypto';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotHeader, SnapshotRecord, SourceRecord } from '../model/snapshot.ts';
import { makeFolder } from './folder.ts';
import { readLines } from './lines.ts';
import { SnapshotError } from './snapshot-error.ts';
import { type TextFile, writeTextFile } from './text-file.ts';

export class FolderSpool {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(folder: string): Promise<FolderSpool> {
    await makeFolder(folder);
    return new FolderSpool(folder);
  }

  /** Names from the estate never become file names. */
  #file(part: string, settled: boolean): string {
    const name = createHash('sha256').update(part.toLowerCase()).digest('hex').slice(0, 32);
    return join(this.folder, `${name}.${settled ? 'settled' : 'again'}.ndjson`);
  }

  has(part: string): Promise<boolean> {
    return exists(this.#file(part, true));
  }

  async put(part: string, records: readonly SnapshotRecord[], settled: boolean): Promise<void> {
    await writeTextFile(this.#file(part, settled), async (file) => {
      for (const record of records) await file.write(`${JSON.stringify(record)}\n`);
    });
    await rm(this.#file(part, !settled), { force: true });
  }

  /** The records of a part, in order. */
  async *records(part: string): AsyncGenerator<SnapshotRecord> {
    const file = this.#file(part, await this.has(part));
    for await (const line of readLines(file)) yield parsed(line, file);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function parsed(line: string, file: string): SnapshotRecord {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record === 'object' && record !== null && 'record' in record) return record as SnapshotRecord;
  } catch {
    // told below, with the file
  }
  throw new SnapshotError(`${file} was cut off or edited. Leave --resume out to begin anew.`);
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Puts the parts together in the given order, with source ids that are unique in the whole. */
export async function assemble(
  spool: FolderSpool,
  parts: readonly string[],
  header: SnapshotHeader,
  path: string,
): Promise<void> {
  await writeTextFile(path, async (file) => {
    await writeRecord(file, header);
    const numbering = new Numbering();
    for (const part of parts) {
      numbering.nextPart();
      for await (const record of spool.records(part)) await writeRecord(file, numbering.renumber(record));
    }
    await writeRecord(file, { record: 'end', resources: numbering.resources });
  });
}

const writeRecord = (file: TextFile, record: object): Promise<void> => file.write(`${JSON.stringify(record)}\n`);

/** Makes source ids that count within a part unique in the whole. */
export class Numbering {
  resources = 0;
  #offset = 0;
  #highest = 0;

  nextPart(): void {
    this.#offset = this.#highest;
  }

  renumber(record: SnapshotRecord): SnapshotRecord {
    switch (record.record) {
      case 'source':
        return this.#source(record);
      case 'unlisted':
        return { ...record, source: record.source + this.#offset };
      case 'resource': {
        this.resources++;
        const facets = Object.entries(record.facets).map(([name, facet]) => [
          name,
          { ...facet, source: facet.source + this.#offset },
        ]);
        return { ...record, facets: Object.fromEntries(facets) };
      }
      default:
        return record;
    }
  }

  #source(record: SourceRecord): SourceRecord {
    const id = record.id + this.#offset;
    this.#highest = Math.max(this.#highest, id);
    return { ...record, id };
  }
}
