/**
 * The text of an answer. The SDK asks for compressed answers and leaves it to its own client to undo that; Azure
 * compresses what is long, and proxies compress as they like.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/** More than any answer to a read of metadata has, in bytes; a service that sends more is not the one that was meant. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

type Decode = (body: Buffer, limit: { readonly maxOutputLength: number }) => Promise<Buffer>;

const zlibDeflated: Decode = promisify(inflate);
const bareDeflated: Decode = promisify(inflateRaw);

/** "deflate" is zlib's format; some services send what is inside it. The low half of zlib's first byte is 8. */
const deflated: Decode = (body, limit) =>
  ((body[0] ?? 0) & 0x0f) === 8 ? zlibDeflated(body, limit) : bareDeflated(body, limit);

/** Source: https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1 */
const DECODERS = new Map<string, Decode>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', deflated],
  ['br', promisify(brotliDecompress)],
]);

/** Without the byte order mark that some intermediaries put first. */
const utf8 = new TextDecoder('utf-8');

/** `codings` as the header content-encoding names them. Rejects with code ETOOLARGE or ECODING, or with one of zlib's. */
export async function answerText(body: AsyncIterable<Uint8Array>, codings: string | undefined): Promise<string> {
  let bytes = await allOf(body);
  for (const coding of appliedLastFirst(codings)) bytes = await decoded(bytes, coding);
  return utf8.decode(bytes);
}

async function allOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LARGEST_ANSWER) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const appliedLastFirst = (codings = ''): string[] =>
  codings
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .toReversed();

async function decoded(body: Buffer, coding: string): Promise<Buffer> {
  const decode = DECODERS.get(coding);
  if (!decode) throw withCode(new Error('the answer is coded in a way that is not known here'), 'ECODING');
  // 204 and answers without a body keep the header all the same.
  if (body.length === 0) return body;
  try {
    return await decode(body, { maxOutputLength: LARGEST_ANSWER });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : error;
  }
}

const tooLarge = (): Error => withCode(new Error(`the answer is larger than ${LARGEST_ANSWER} bytes`), 'ETOOLARGE');

const withCode = (error: Error, code: string): Error => Object.assign(error, { code });
