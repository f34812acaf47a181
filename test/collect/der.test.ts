/** Bytes that are almost DER, and public keys that are almost keys. */
import { describe, expect, test } from 'vitest';
import {
  checkStructure,
  DerError,
  elementIn,
  elementsIn,
  moment,
  positiveInteger,
  wholeBytes,
} from '../../src/collect/azure/der.ts';
import { certificateIn, extensionIn } from '../../src/collect/azure/x509.ts';
import { keyIn } from '../../src/collect/azure/x509-key.ts';

type Bytes = readonly number[];

const zeros = (count: number): Bytes => Array<number>(count).fill(0);
const digits = (length: number): Bytes => (length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]);
const of = (tag: number, ...parts: readonly Bytes[]): Bytes => {
  const content = parts.flat();
  return [tag, ...(content.length < 128 ? [content.length] : digits(content.length)), ...content];
};
const sequence = (...parts: readonly Bytes[]): Bytes => of(0x30, ...parts);
const integer = (...content: Bytes): Bytes => of(2, content);
const bits = (...parts: readonly Bytes[]): Bytes => of(3, [0], ...parts);
const read = (bytes: Bytes) => elementIn(Uint8Array.from(bytes));

describe('a length is written in one way alone', () => {
  test.each<[string, Bytes, number]>([
    ['127 bytes', [4, 127, ...zeros(127)], 127],
    ['128 bytes', [4, 0x81, 128, ...zeros(128)], 128],
    ['255 bytes', [4, 0x81, 255, ...zeros(255)], 255],
    ['256 bytes', [4, 0x82, 1, 0, ...zeros(256)], 256],
    ['65,536 bytes', [4, 0x83, 1, 0, 0, ...zeros(65_536)], 65_536],
  ])('%s', (_, bytes, length) => {
    expect(read(bytes).content).toHaveLength(length);
  });

  test.each<[string, Bytes]>([
    ['127 bytes in a digit of their own', [4, 0x81, 127, ...zeros(127)]],
    ['255 bytes in two digits', [4, 0x82, 0, 255, ...zeros(255)]],
    ['65,535 bytes in three digits', [4, 0x83, 0, 255, 255, ...zeros(65_535)]],
    ['four digits', [4, 0x84, 0, 0, 1, 0, ...zeros(256)]],
    ['sixteen million bytes', [4, 0x84, 1, 0, 0, 0, ...zeros(2 ** 24)]],
    ['an end to be looked for', [4, 0x80, 0, 0]],
    ['digits that are not there', [4, 0x81]],
    ['one byte more than there is', [4, 3, 1, 2]],
    ['none', [4]],
  ])('not: %s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(DerError);
  });
});

test.each<[string, Bytes]>([
  ['nothing', []],
  ['two elements', [4, 0, 4, 0]],
  ['a tag of several bytes', [0x1f, 1, 0]],
])('one element is not %s', (_, bytes) => {
  expect(() => read(bytes)).toThrow(DerError);
});

test('elements lie 25 deep and no deeper', () => {
  const nested = (depth: number) => read(Array.from({ length: depth }).reduce<Bytes>((inner) => sequence(inner), []));
  expect(() => checkStructure(nested(25))).not.toThrow();
  expect(() => checkStructure(nested(26))).toThrow(DerError);
  expect(() => checkStructure(read(sequence([4, 5])))).toThrow(DerError);
});

test('whole numbers above zero have no needless zero, and no sign', () => {
  const value = (...content: Bytes) => [...positiveInteger(read(integer(...content)))];
  expect([value(1), value(0x7f), value(0, 0x80), value(1, 0)]).toEqual([[1], [0x7f], [0x80], [1, 0]]);
  for (const wrong of [[], [0], [0, 0x7f], [0, 0], [0x80], [0xff, 1]]) expect(() => value(...wrong)).toThrow(DerError);
});

test('a bit string is made of whole bytes', () => {
  expect([...wholeBytes(read([3, 3, 0, 8, 9]))]).toEqual([8, 9]);
  for (const wrong of [
    [3, 0],
    [3, 3, 1, 8, 8],
    [4, 2, 0, 8],
  ])
    expect(() => wholeBytes(read(wrong))).toThrow(DerError);
});

test('years of two digits are those from 1950 to 2049', () => {
  const year = (text: string) => moment(read(of(0x17, [...Buffer.from(`${text}0101000000Z`)])));
  expect([year('49'), year('50')]).toEqual([Date.parse('2049-01-01T00:00:00Z'), Date.parse('1950-01-01T00:00:00Z')]);
  expect([year('00'), year('99')]).toEqual([Date.parse('2000-01-01T00:00:00Z'), Date.parse('1999-01-01T00:00:00Z')]);
  const strange = (tag: number, text: string) => () => moment(read(of(tag, [...Buffer.from(text)])));
  for (const text of ['4901010000Z', '490101000000', '490101000000+0100', ' 490101000000Z', '490101000000Z '])
    expect(strange(0x17, text)).toThrow(DerError);
  for (const tag of [0x16, 0x18, 0x19]) expect(strange(tag, '490101000000Z')).toThrow(DerError);
});

// ---- public keys

const EC = [6, 7, 42, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const P256 = [6, 8, 42, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
const P521 = [6, 5, 0x2b, 0x81, 4, 0, 0x23];
const BRAINPOOL = [6, 9, 0x2b, 0x24, 3, 3, 2, 8, 1, 1, 7];
const RSA = [6, 9, 42, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const ED25519 = [6, 3, 0x2b, 0x65, 0x70];
const ED448 = [6, 3, 0x2b, 0x65, 0x71];
const X25519 = [6, 3, 0x2b, 0x65, 0x6e];

const key = (algorithm: readonly Bytes[], point: Bytes, ...more: readonly Bytes[]) =>
  keyIn(read(sequence(sequence(...algorithm), bits(point), ...more)));

describe('the point of a curve', () => {
  const point = (form: number, coordinates: number, curve = P256) => key([EC, curve], [form, ...zeros(coordinates)]);

  test.each([
    ['both coordinates', 4, 64, P256],
    ['one, and the sign of the other', 2, 32, P256],
    ['one, and the other sign', 3, 32, P256],
    ['both, on the longest curve', 4, 132, P521],
    ['one, on the longest curve', 3, 66, P521],
  ])('%s', (_, form, coordinates, curve) => {
    expect(point(form, coordinates, curve)).toMatchObject({ keyType: 'EC', isUsable: true });
  });

  test.each([
    ['a byte too short', 4, 63],
    ['a byte too long', 4, 65],
    ['one where both should be', 4, 32],
    ['both where one should be', 2, 64],
    ['both where one should be, of the other sign', 3, 64],
    ['of a form that there is not', 5, 64],
    ['of a form that there is not, with one', 1, 32],
    ['infinity', 0, 0],
  ])('not: %s', (_, form, coordinates) => {
    expect(point(form, coordinates)).toEqual({ keyType: 'EC', curve: 'P-256', isUsable: false });
  });

  test('on a curve without a name, on one that Key Vault does not have', () => {
    const whole = [4, ...zeros(64)];
    expect(key([EC, sequence(integer(1))], whole)).toEqual({ keyType: 'EC', isUsable: false });
    expect(key([EC], whole)).toEqual({ keyType: 'EC', isUsable: false });
    expect(key([EC, BRAINPOOL], whole)).toEqual({ keyType: 'EC', curve: '1.3.36.3.3.2.8.1.1.7', isUsable: false });
  });
});

describe('an RSA key', () => {
  const odd = (bytes: number, first = 0x80): Bytes => [
    ...(first >= 0x80 ? [0] : []),
    ...(bytes > 1 ? [first, ...zeros(bytes - 2), 1] : [first | 1]),
  ];
  const rsa = (modulus: Bytes, exponent: Bytes, ...more: readonly Bytes[]) =>
    key([RSA, [5, 0]], sequence(integer(...modulus), integer(...exponent), ...more));

  test('is as long as its modulus', () => {
    const small = [1, 0, 1];
    expect(rsa(odd(256), small)).toEqual({ keyType: 'RSA', keySize: 2048, isUsable: true });
    expect(rsa(odd(256, 0x40), small)).toEqual({ keyType: 'RSA', keySize: 2047, isUsable: true });
    expect(rsa(odd(256, 1), small)).toEqual({ keyType: 'RSA', keySize: 2041, isUsable: true });
  });

  test('is of no use where reckoning with it would take a while, or cannot be', () => {
    const usable = (modulus: Bytes, exponent: Bytes) => rsa(modulus, exponent).isUsable;
    expect([usable(odd(2048), [3]), usable(odd(2049, 1), [3])]).toEqual([true, false]);
    expect([usable(odd(256), odd(8)), usable(odd(256), odd(9, 1))]).toEqual([true, false]);
    expect([usable([...odd(256).slice(0, -1), 2], [3]), usable(odd(256), [4])]).toEqual([false, false]);
  });

  test('has two numbers', () => {
    expect(() => rsa(odd(256), [3], integer(5))).toThrow(DerError);
    expect(() => key([RSA, [5, 0]], sequence(integer(5)))).toThrow(DerError);
  });
});

test('keys for signing alone have a length of their own', () => {
  const usable = (kind: Bytes, length: number) => key([kind], zeros(length));
  expect([31, 32, 33].map((length) => usable(ED25519, length).isUsable)).toEqual([false, true, false]);
  expect([56, 57, 58].map((length) => usable(ED448, length).isUsable)).toEqual([false, true, false]);
  expect(usable(X25519, 32)).toEqual({ keyType: '1.3.101.110', isUsable: false });
});

test('nothing stands behind a public key', () => {
  expect(() => key([EC, P256], [4, ...zeros(64)], [5, 0])).toThrow(DerError);
});

// ---- what stands around them

describe('a certificate', () => {
  const NAMES = [6, 3, 0x55, 0x1d, 0x11];
  const USAGE = [6, 3, 0x55, 0x1d, 0x0f];
  const extension = (kind: Bytes, value: Bytes) => sequence(kind, of(4, value));
  const extensions = (...all: readonly Bytes[]) => of(0xa3, sequence(...all));
  const behind = (...rest: readonly Bytes[]) => {
    const signed = sequence(
      of(0xa0, integer(2)),
      integer(1),
      ...Array<Bytes>(5).fill(sequence([5, 0], [5, 0])),
      ...rest,
    );
    return certificateIn(read(sequence(signed, sequence(EC), bits([1]))));
  };

  test('has each extension once', () => {
    const parts = behind(extensions(extension(USAGE, [3, 1, 0]), extension(NAMES, [4, 1, 7])));
    expect([...(extensionIn(parts, '2.5.29.17')?.content ?? [])]).toEqual([7]);
    expect(extensionIn(parts, '2.5.29.19')).toBeUndefined();
    const twice = behind(extensions(extension(NAMES, [4, 0]), extension(NAMES, [4, 1, 7])));
    expect(() => extensionIn(twice, '2.5.29.17')).toThrow(DerError);
  });

  test('has behind its key what belongs there, in its order', () => {
    const [issuer, subject, last] = [[0x81, 1, 0], [0x82, 1, 0], extensions(extension(NAMES, [4, 0]))];
    expect(behind().extensions).toBeUndefined();
    for (const sound of [[last], [issuer, last], [subject, last], [issuer, subject, last]])
      expect(behind(...sound).extensions?.tag).toBe(0xa3);
    for (const wrong of [
      [last, issuer],
      [subject, issuer],
      [last, last],
      [issuer, issuer],
      [[5, 0]],
      [last, [0xa4, 0]],
    ])
      expect(() => behind(...wrong)).toThrow(DerError);
  });
});

test('elements follow each other to the last byte', () => {
  expect(elementsIn(Uint8Array.from([4, 1, 7, 5, 0])).map(({ tag }) => tag)).toEqual([4, 5]);
  expect(() => elementsIn(Uint8Array.from([4, 1, 7, 5]))).toThrow(DerError);
});
