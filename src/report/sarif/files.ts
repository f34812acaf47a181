/** Runs into files, each small enough for one upload to GitHub. */
import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { OpenMore, Sink } from '../renderer.ts';

/** https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/file-too-large and neighbours */
export const RUNS_A_FILE = 20;
/** GitHub takes 10 MB, packed; a little less for what measures differently. */
export const PACKED_BYTES = 9_500_000;

const HEAD = '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\n';
const TAIL = '\n]}\n';

export class SarifFiles {
  #sink: Sink;
  readonly #more: OpenMore | undefined;
  #files = 1;
  #runs = 0;
  #bytes = 0;

  constructor(sink: Sink, more: OpenMore | undefined) {
    this.#sink = sink;
    this.#more = more;
  }

  /** Gives the run's packed size in bytes. */
  async write(run: readonly string[]): Promise<number> {
    const bytes = await packedSize(run);
    if (this.#runs > 0 && (this.#runs >= RUNS_A_FILE || this.#bytes + bytes > PACKED_BYTES)) await this.#next();
    await this.#sink.write(this.#runs > 0 ? ',\n' : HEAD);
    for (const piece of run) await this.#sink.write(piece);
    this.#runs++;
    this.#bytes += bytes;
    return bytes;
  }

  async #next(): Promise<void> {
    if (!this.#more) throw new Error('the report needs a second file, and there is none');
    await this.close();
    this.#files++;
    this.#sink = await this.#more(this.#files);
    this.#runs = 0;
    this.#bytes = 0;
  }

  /** After the last run; there has to be one. */
  async close(): Promise<void> {
    await this.#sink.write(TAIL);
  }
}

async function packedSize(pieces: readonly string[]): Promise<number> {
  let bytes = 0;
  await pipeline(Readable.from(pieces), createGzip(), async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of packed) bytes += chunk.length;
  });
  return bytes;
}
