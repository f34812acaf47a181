import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answerText } from '../../src/collect/azure/answer-text.ts';

const TEXT = '{"value":[{"name":"Schlüssel"}]}';
const MEBIBYTE = 1 << 20;

async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('an answer says the same however it travels', () => {
  test.each([
    ['as it is', undefined, bytes(TEXT)],
    ['named as coded in no way', 'identity', bytes(TEXT)],
    ['gzip, in capitals', 'GZIP', gzipSync(TEXT)],
    ['gzip by its old name', 'x-gzip', gzipSync(TEXT)],
    ['deflate', 'deflate', deflateSync(TEXT)],
    ['deflate without the wrapping that the standard asks for', 'deflate', deflateRawSync(TEXT)],
    ['Brotli', 'br', brotliCompressSync(TEXT)],
    ['compressed by the service and again by a proxy', 'gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ['with a byte order mark', undefined, bytes(`\uFEFF${TEXT}`)],
  ])('%s', async (_, codings, body) => {
    expect(await answerText(inPieces(body), codings)).toBe(TEXT);
  });

  test('without a body, although the header names a coding', async () => {
    expect(await answerText(inPieces(bytes('')), 'gzip')).toBe('');
  });
});

describe('an answer that cannot be read is an error, never a shorter answer', () => {
  test.each([
    ['compressed in a way that nobody here knows', 'zstd', bytes(TEXT), 'ECODING'],
    ['broken off in the middle', 'gzip', gzipSync(TEXT).subarray(0, 30), 'Z_BUF_ERROR'],
    ['not compressed, although the header says so', 'gzip', bytes(TEXT), 'Z_DATA_ERROR'],
  ])('%s', async (_, codings, body, code) => {
    await expect(answerText(inPieces(body), codings)).rejects.toMatchObject({ code });
  });

  test('larger than any answer, which only shows when it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(33 * MEBIBYTE), { level: 1 });
    await expect(answerText(inPieces(bomb, MEBIBYTE), 'gzip')).rejects.toMatchObject({ code: 'ETOOLARGE' });
  });

  test('larger than any answer on the wire', async () => {
    const flood = Buffer.alloc(33 * MEBIBYTE, 32);
    await expect(answerText(inPieces(flood, MEBIBYTE), undefined)).rejects.toMatchObject({ code: 'ETOOLARGE' });
  });
});
