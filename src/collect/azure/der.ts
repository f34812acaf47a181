/**
 * Reads DER, the encoding of certificates, and nothing that is not exactly that: what strangers made reaches no native
 * library before its structure was checked here. Source: ITU-T X.690, https://www.itu.int/rec/T-REC-X.690
 */

/** The bytes are not what they should be. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

export interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Elements that follow each other to the last byte. */
export function elementsIn(bytes: Uint8Array): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const element = elementAt(bytes, at);
    elements.push(element);
    at += element.whole.length;
  }
  return elements;
}

function elementAt(bytes: Uint8Array, at: number): Element {
  const tag = byteAt(bytes, at);
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several bytes');
  const { digits, length } = lengthAt(bytes, at + 1);
  const start = at + 2 + digits;
  if (start + length > bytes.length) throw new DerError('an element is longer than what holds it');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** Below 128 the length is one byte; else that byte counts the digits that follow, as few as will do. */
function lengthAt(bytes: Uint8Array, at: number): { digits: number; length: number } {
  const first = byteAt(bytes, at);
  if (first < 0x80) return { digits: 0, length: first };
  const digits = first - 0x80;
  const length = numberOf(bytes.subarray(at + 1, at + 1 + digits), 256);
  if (digits < 1 || digits > 3 || length < 0x80 || length < 256 ** (digits - 1))
    throw new DerError('a length that is not written as DER wants it');
  return { digits, length };
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DerError('it ends within an element');
  return byte;
}

const numberOf = (digits: Uint8Array, base: number): number =>
  digits.reduce((sum, digit) => sum * base + (digit % base), 0);

/** The one element that the bytes are. */
export function elementIn(bytes: Uint8Array): Element {
  const [element, ...others] = elementsIn(bytes);
  if (!element || others.length > 0) throw new DerError('not one element');
  return element;
}

/** What a sequence, or whatever else has that tag, holds. */
export const partsOf = (element: Element | undefined, tag: number = TAG.sequence): Element[] =>
  elementsIn(contentOf(element, tag));

export function contentOf(element: Element | undefined, tag: number): Uint8Array {
  if (element?.tag !== tag) throw new DerError(`an element ${element?.tag ?? 'none'} where ${tag} belongs`);
  return element.content;
}

/** No certificate is as deep as this. */
const DEEPEST = 24;

/** Throws DerError unless all that is built of elements is so to its last byte. */
export function checkStructure({ tag, content }: Element, depth = 0): void {
  if ((tag & 0x20) === 0) return;
  if (depth > DEEPEST) throw new DerError('elements within elements without end');
  for (const part of elementsIn(content)) checkStructure(part, depth + 1);
}

/** The digits of a whole number above zero, without a leading zero. */
export function positiveInteger(element: Element | undefined): Uint8Array {
  const content = contentOf(element, TAG.integer);
  const [first = 0x80, second = 0] = content;
  if (first >= 0x80 || (first === 0 && second < 0x80)) throw new DerError('not a positive whole number');
  return first === 0 ? content.subarray(1) : content;
}

/** Bits of a number that begins with no zero. */
export const bitLength = (digits: Uint8Array): number => digits.length * 8 - Math.clz32(digits[0] ?? 0) + 24;

/** The bytes of a bit string that is made of whole bytes. */
export function wholeBytes(element: Element | undefined): Uint8Array {
  const content = contentOf(element, TAG.bitString);
  if (content[0] !== 0) throw new DerError('a bit string that is not made of bytes');
  return content.subarray(1);
}

/**
 * An object identifier as text, `1.2.840.10045.4.3.2`. Seven bits a byte; all bytes of a number but its last have the
 * eighth set; the first number holds two.
 */
export function objectIdentifier(element: Element | undefined): string {
  const bytes = contentOf(element, TAG.objectIdentifier);
  const numbers: number[] = [];
  let start = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte > 127) continue;
    numbers.push(identifierPart(bytes.subarray(start, at + 1)));
    start = at + 1;
  }
  const [both, ...others] = numbers;
  if (both === undefined || start < bytes.length) throw new DerError('an identifier without an end');
  const root = Math.min(2, Math.floor(both / 40));
  return [root, both - root * 40, ...others].join('.');
}

function identifierPart(digits: Uint8Array): number {
  const number = numberOf(digits, 128);
  if (digits[0] === 0x80 || !Number.isSafeInteger(number)) throw new DerError('a number in an identifier');
  return number;
}

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/** Epoch milliseconds. Certificates write years before 2050 with two digits. Source: RFC 5280, section 4.1.2.5 */
export function moment({ tag, content }: Element): number {
  const [, year = '', month, day, hour, minute, second] =
    DIGITS[tag]?.exec(Buffer.from(content).toString('latin1')) ?? [];
  const full = year.length === 2 ? `${year < '50' ? 20 : 19}${year}` : year;
  const iso = `${full}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = Date.parse(iso);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString() !== iso) throw new DerError('no time');
  return time;
}

const DIGITS: Readonly<Record<number, RegExp>> = {
  [UTC_TIME]: /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/,
  [GENERALIZED_TIME]: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/,
};
