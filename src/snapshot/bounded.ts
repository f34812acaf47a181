/** Files that are read whole, but not without end: a device has no size. */
import { createReadStream } from 'node:fs';
import { assertNoNamedPipe } from './plain-file.ts';

/** The file's bytes; of a longer one, one byte more than the limit and no further. Throws ESPIPE for a named pipe. */
export async function readAtMost(path: string, limit: number): Promise<Buffer> {
  await assertNoNamedPipe(path);
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: limit, highWaterMark: 1 << 18 }))
    chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
