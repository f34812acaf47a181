/** The text that `src/report/explorer/packing.ts` packed. */

/** Rejects where the browser cannot unpack, or the text is damaged. @param {string} packed @returns {Promise<string>} */
export function unpacked(packed) {
  const bytes = new Blob([bytesOf(atob(packed))]).stream();
  return new Response(bytes.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** @param {string} binary one byte in each character */
function bytesOf(binary) {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
