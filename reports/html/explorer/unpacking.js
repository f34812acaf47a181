/** The data that `src/report/explorer/packing.ts` packed. */

/** Rejects where the browser cannot unpack, or the data are damaged. @param {string} packed @returns {Promise<string>} */
export function unpacked(packed) {
  const bytes = new Blob([bytesIn(packed)]).stream();
  return new Response(bytes.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** @param {string} base64 */
export function bytesIn(base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
