/** Digests and GUIDs, which `src/report/explorer/digits.ts` left as bytes. */

/** @param {Uint8Array} bytes */
export const digits = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Uint8Array} bytes */
export const guid = (bytes) => digits(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
