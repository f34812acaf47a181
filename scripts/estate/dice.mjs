/** Chance that always falls the same way: it hangs on a name alone, so that a change to one object changes no other. */
import { createHash } from 'node:crypto';

const hash = (seed) => createHash('sha256').update(`havelmark/${seed}`).digest();

/** From 0 up to, but not, 1. */
export const dice = (seed) => hash(seed).readUInt32BE(0) / 2 ** 32;

/** A whole number from `low` to `high`. */
export const between = (seed, low, high) => low + Math.floor(dice(seed) * (high - low + 1));

export const oneOf = (seed, choices) => choices[between(seed, 0, choices.length - 1)];

/** The same items in some other order. */
export const shuffled = (seed, items) =>
  items
    .map((item, i) => [dice(`${seed}/${i}`), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

/** Bytes that look random. */
export function noise(seed, length) {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) => hash(`${seed}#${i}`));
  return Buffer.concat(blocks).subarray(0, length);
}

export function guid(seed) {
  const bytes = noise(`guid/${seed}`, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
