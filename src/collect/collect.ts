/** Runs a provider: the shared part first, then block by block, each written to the spool as soon as it is whole. */
import type { Fields } from '../model/catalog.ts';
import type { Coverage, SourceRecord, SnapshotRecord, UnlistedRecord, WireObject } from '../model/snapshot.ts';
import type { Asked, Block, CollectedResource, Inventory, Progress, Provider, Recorder } from './collector.ts';

/** Turns settled facts into their JSON; given in, so that collecting knows no file format. */
export type WriteFacts = (fields: Fields, facts: object) => WireObject;

/** Keeps the records of finished parts until the snapshot is put together. */
export interface Spool {
  /** Whether the part is there already, from a run that was interrupted. */
  has(part: string): Promise<boolean>;
  /**
   * Source ids in the records count from 1 within the part. Written whole or not at all. A part that is not `settled`
   * counts for this snapshot, but is read again when the scan is gone on with.
   */
  put(part: string, records: readonly SnapshotRecord[], settled: boolean): Promise<void>;
}

export interface CollectOptions {
  readonly provider: Provider;
  readonly spool: Spool;
  readonly writeFacts: WriteFacts;
  readonly progress: Progress;
  /** Blocks under way at once. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
}

export interface Collected {
  readonly inventory: Inventory;
  /** The spool's parts in snapshot order. */
  readonly parts: readonly string[];
  /** How many parts lack something for a reason that may pass. */
  readonly unsettled: number;
}

export const SHARED_PART = 'shared';

/** Throws what is no answer of the service: mistakes of ours, a refused token, an interruption. */
export async function collect(options: CollectOptions): Promise<Collected> {
  const { provider, spool, progress } = options;
  progress.stage('Finding vaults');
  const shared = new PartRecorder(options);
  const inventory = await provider.inventory(shared);
  await spool.put(SHARED_PART, shared.records, true);
  progress.done();
  progress.stage('Reading vaults', inventory.blocks.length);
  let unsettled = isSettled(shared.records) ? 0 : 1;
  await inParallel(inventory.blocks, options.concurrency, async (block) => {
    if (!(await collectBlock(block, options))) unsettled++;
  });
  progress.done();
  return { inventory, parts: [SHARED_PART, ...inventory.blocks.map(({ id }) => id)], unsettled };
}

/** Whether all of it was told, or refused for good. */
async function collectBlock(block: Block, options: CollectOptions): Promise<boolean> {
  options.signal?.throwIfAborted();
  let settled = true;
  if (!(await options.spool.has(block.id))) {
    const recorder = new PartRecorder(options);
    recorder.records.push({ record: 'block', id: block.id });
    await block.collect(recorder);
    options.signal?.throwIfAborted();
    settled = isSettled(recorder.records);
    await options.spool.put(block.id, recorder.records, settled);
  }
  options.progress.step(block.name);
  return settled;
}

/** Reasons that may be gone the next time: a network that was away, a service that was busy. */
const PASSING = new Set(['timeout', 'throttled', 'error']);

const isSettled = (records: readonly SnapshotRecord[]): boolean =>
  !records.some((record) => record.record === 'coverage' && PASSING.has(record.status));

/** Numbers the sources in the order in which records name them, so that timing never shows. */
class PartRecorder implements Recorder {
  readonly records: SnapshotRecord[] = [];
  readonly #options: CollectOptions;
  readonly #numbers = new Map<Asked, number>();

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  resource({ facets, ...resource }: CollectedResource): void {
    const kind = this.#options.provider.catalog[resource.kind];
    const written: Record<string, { source: number; fields: WireObject }> = {};
    for (const [name, { asked, facts }] of Object.entries(facets)) {
      const { fields } = kind?.facets[name] ?? { fields: {} };
      written[name] = { source: this.#number(asked), fields: this.#options.writeFacts(fields, facts) };
    }
    this.records.push({ record: 'resource', ...resource, facets: written });
  }

  unlisted({ asked, ...rest }: Omit<UnlistedRecord, 'record' | 'source'> & { asked: Asked }): void {
    const source = this.#number(asked);
    this.records.push({ record: 'unlisted', ...rest, source });
  }

  coverage(record: Coverage): void {
    this.records.push({ record: 'coverage', ...record });
  }

  #number(asked: Asked): number {
    const known = this.#numbers.get(asked);
    if (known !== undefined) return known;
    const id = this.#numbers.size + 1;
    this.#numbers.set(asked, id);
    this.records.push({ record: 'source', id, ...asked } satisfies SourceRecord);
    return id;
  }
}

/** So many at once; the first error stops the taking of new ones and is thrown when those under way have ended. */
async function inParallel<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const errors: unknown[] = [];
  const worker = async () => {
    for (const item of queue) {
      if (errors.length > 0) return;
      await work(item).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (errors.length > 0) throw errors[0];
}
