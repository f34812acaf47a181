/** A record of every request, a JSON line each, for --trace: written as it happens, so that it tells of a crash, too. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Attempt } from './collect/azure/retry.ts';
import { makeFolder } from './snapshot/folder.ts';

export class Trace {
  readonly #stream: WriteStream;
  readonly #now: () => number;

  private constructor(stream: WriteStream, now: () => number) {
    this.#stream = stream;
    this.#now = now;
  }

  /** Rejects if the file cannot be written to. */
  static async open(file: string, now: () => number = Date.now): Promise<Trace> {
    await makeFolder(dirname(file));
    const stream = createWriteStream(file);
    await once(stream, 'open');
    // A disk that fills up later must not end a scan for the sake of its record.
    stream.on('error', () => stream.destroy());
    return new Trace(stream, now);
  }

  /** Attempts hold neither headers nor bodies nor queries: there is nothing to strike out. */
  write(attempt: Attempt): void {
    this.#stream.write(`${JSON.stringify({ at: new Date(this.#now()).toISOString(), ...attempt })}\n`);
  }

  async close(): Promise<void> {
    if (!this.#stream.destroyed) await new Promise<void>((resolve) => this.#stream.end(resolve));
  }
}
