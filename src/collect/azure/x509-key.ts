/** The public key in a certificate. Sources: RFC 3279, 5480 and 8410 */
import {
  bitLength,
  DerError,
  type Element,
  elementIn,
  objectIdentifier,
  partsOf,
  positiveInteger,
  TAG,
  wholeBytes,
} from './der.ts';

/** In Key Vault's terms where it has them; an object identifier where nobody has others. */
export interface X509Key {
  readonly keyType: string;
  /** Bits of an RSA key. */
  readonly keySize?: number;
  /** Undefined for an EC key whose curve has no name. */
  readonly curve?: string | undefined;
  /** Whether it has the form that its kind demands, so that a signature may be held against it. */
  readonly isUsable: boolean;
}

/** Throws DerError for a key that is not what it says. */
export function keyIn(element: Element): X509Key {
  const [algorithm, key, ...others] = partsOf(element);
  if (others.length > 0) throw new DerError('a public key with something behind it');
  const [kind, parameters] = partsOf(algorithm);
  const identifier = objectIdentifier(kind);
  if (identifier === EC) return ecKey(parameters, wholeBytes(key));
  if (RSA.includes(identifier)) return rsaKey(wholeBytes(key));
  const edwards = EDWARDS[identifier];
  if (!edwards) return { keyType: identifier, isUsable: false };
  return { keyType: edwards.name, isUsable: wholeBytes(key).length === edwards.bytes };
}

const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const EC = '1.2.840.10045.2.1';
const EDWARDS: Readonly<Record<string, { name: string; bytes: number }>> = {
  '1.3.101.112': { name: 'Ed25519', bytes: 32 },
  '1.3.101.113': { name: 'Ed448', bytes: 57 },
};

/** More than anybody uses; reckoning with more would take a while. */
const LARGEST_MODULUS = 16_384;
const LARGEST_EXPONENT = 64;

function rsaKey(bytes: Uint8Array): X509Key {
  const [first, second, ...others] = partsOf(elementIn(bytes));
  const modulus = positiveInteger(first);
  const exponent = positiveInteger(second);
  if (others.length > 0) throw new DerError('an RSA key of more than two numbers');
  const keySize = bitLength(modulus);
  const isUsable =
    isOdd(modulus) && isOdd(exponent) && keySize <= LARGEST_MODULUS && bitLength(exponent) <= LARGEST_EXPONENT;
  return { keyType: 'RSA', keySize, isUsable };
}

const isOdd = (digits: Uint8Array): boolean => (digits.at(-1) ?? 0) % 2 === 1;

/** Bytes of a coordinate. */
const CURVES: Readonly<Record<string, { name: string; bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.10': { name: 'P-256K', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
};

function ecKey(parameters: Element | undefined, point: Uint8Array): X509Key {
  if (parameters?.tag !== TAG.objectIdentifier) return { keyType: 'EC', curve: undefined, isUsable: false };
  const identifier = objectIdentifier(parameters);
  const curve = CURVES[identifier];
  if (!curve) return { keyType: 'EC', curve: identifier, isUsable: false };
  return { keyType: 'EC', curve: curve.name, isUsable: isPoint(point, curve.bytes) };
}

/** Both coordinates, or one and the sign of the other. */
const isPoint = ([form, ...coordinates]: Uint8Array, bytes: number): boolean =>
  (form === 4 && coordinates.length === 2 * bytes) || ((form === 2 || form === 3) && coordinates.length === bytes);
