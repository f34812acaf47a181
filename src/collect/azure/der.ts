/** The little of DER that it takes to find how a certificate was signed; OpenSSL knows, but Node 20 does not tell. */

/** Where the content of an element lies in the bytes. */
interface Element {
  readonly start: number;
  readonly end: number;
}

/**
 * Object identifier of the algorithm that signed a certificate, the second part of the three in it, as `1.2.840.10045.4.3.2`.
 * Undefined if the bytes are no certificate. Source: RFC 5280, section 4.1
 */
export function signatureAlgorithm(certificate: Uint8Array): string | undefined {
  const whole = element(certificate, 0);
  const toBeSigned = whole && element(certificate, whole.start);
  const algorithm = toBeSigned && element(certificate, toBeSigned.end);
  const identifier = algorithm && element(certificate, algorithm.start);
  if (!identifier || certificate[algorithm.start] !== OBJECT_IDENTIFIER) return undefined;
  return dotted(certificate.subarray(identifier.start, identifier.end));
}

const OBJECT_IDENTIFIER = 6;

function element(bytes: Uint8Array, at: number): Element | undefined {
  const [first = 0] = bytes.subarray(at + 1);
  const more = first > 127 ? first - 128 : 0;
  const start = at + 2 + more;
  const length = more > 0 ? numberOf(bytes.subarray(at + 2, start), 256) : first;
  return start + length <= bytes.length ? { start, end: start + length } : undefined;
}

const numberOf = (digits: Uint8Array, base: number): number =>
  digits.reduce((sum, digit) => sum * base + (digit % base), 0);

/** Seven bits a byte; all bytes of a number but its last have the eighth set. The first number holds two. */
function dotted(bytes: Uint8Array): string | undefined {
  const numbers: number[] = [];
  let start = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte > 127) continue;
    numbers.push(numberOf(bytes.subarray(start, at + 1), 128));
    start = at + 1;
  }
  const [both, ...others] = numbers;
  if (both === undefined || start < bytes.length || !numbers.every(Number.isSafeInteger)) return undefined;
  const root = Math.min(2, Math.floor(both / 40));
  return [root, both - root * 40, ...others].join('.');
}
