/** Text packed so that it can stand in a page: gzip in base64, made and given piece by piece. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** The smallest: it is done beside the writing, on another core. */
const LEVEL = 9;

/** Characters that are handed over at once. */
const BATCH = 1 << 16;

/** Lines come without their ends and get one each; out comes base64. The same lines give the same text as long as Node's zlib is the same. */
export async function* packed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  const gzip = createGzip({ level: LEVEL });
  const fed = pipeline(Readable.from(batches(lines), { objectMode: false, highWaterMark: BATCH }), gzip);
  fed.catch((error: Error) => gzip.destroy(error));
  yield* base64(gzip);
  await fed;
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let batch = '';
  for await (const line of lines) {
    batch += `${line}\n`;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch) yield batch;
}

/** In multiples of three bytes, so that no padding stands between pieces. */
async function* base64(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % 3);
    yield bytes.toString('base64', 0, whole);
    rest = bytes.subarray(whole);
  }
  yield rest.toString('base64');
}
