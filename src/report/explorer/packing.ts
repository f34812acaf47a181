/** Text packed so that it can stand in a page: gzip, kept as it comes, and base64. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** A higher one takes several times as long for a hundredth less. */
const LEVEL = 6;

/** Bytes of a piece. */
const PIECE = 1 << 18;

/** Bytes that wait to be packed, which is done beside the writing, on another core. */
const WAITING = 1 << 22;

export class Packing {
  readonly #gzip = createGzip({ level: LEVEL, chunkSize: PIECE });
  readonly #pieces: Buffer[] = [];

  constructor() {
    this.#gzip.on('data', (piece: Buffer) => this.#pieces.push(piece));
  }

  /** A line without its end. Resolves when there is room for more. */
  async add(line: string): Promise<void> {
    this.#gzip.write(`${line}\n`);
    if (this.#gzip.writableLength > WAITING) await once(this.#gzip, 'drain');
  }

  /** The same lines give the same bytes as long as Node's zlib is the same. */
  async end(): Promise<readonly Buffer[]> {
    this.#gzip.end();
    await finished(this.#gzip);
    return this.#pieces;
  }
}

/** In multiples of three bytes, so that no padding stands between pieces. */
export function* base64(pieces: Iterable<Buffer>): Generator<string> {
  let rest = Buffer.alloc(0);
  for (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % 3);
    yield bytes.toString('base64', 0, whole);
    rest = bytes.subarray(whole);
  }
  yield rest.toString('base64');
}
