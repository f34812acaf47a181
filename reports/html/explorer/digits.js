/** Digests and GUIDs, as `src/report/explorer/digits.ts` shortens them. */

const DIGEST = /^[0-9a-f]{64}$/;

/** @param {string} text */
export const shortened = (text) => (DIGEST.test(text) ? base64Of(text) : `.${text}`);

/** What the short form of a digest begins with that begins so: three bytes are four letters. @param {string} digits */
export const shortenedStart = (digits) => base64Of(digits.slice(0, digits.length - (digits.length % 6)));

/** @param {string} code */
export function lengthened(code) {
  if (code.startsWith('.')) return code.slice(1);
  const bytes = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  const digits = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return digits.length === 32 ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : digits;
}

/** @param {string} digits an even number of hexadecimal ones */
function base64Of(digits) {
  const bytes = (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
