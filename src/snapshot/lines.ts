/** Text files of any length by line, plain or gzipped, in constant memory. */
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { assertFile } from './plain-file.ts';

/** The file is none of ours. */
export class LongLineError extends Error {
  override readonly name = 'LongLineError';
}

/** Longer than any record we write; a file with such a line is not one of ours. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * The lines of a file without their ends; `.gz` by name. An unfinished last line is given too. Throws ESPIPE for pipes and
 * devices: whoever reads lines comes back for them.
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  await assertFile(file);
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  bytes.on('error', (error) => Object.assign(error, { path: file }));
  for await (const chunk of file.endsWith('.gz') ? gunzipped(bytes) : bytes) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop() as string;
    if (rest.length > LONGEST_LINE) throw new LongLineError(`a line is longer than ${LONGEST_LINE} characters`);
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

function gunzipped(bytes: ReturnType<typeof createReadStream>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error));
  return bytes.pipe(gunzip);
}
