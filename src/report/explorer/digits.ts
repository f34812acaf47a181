/** Digests and GUIDs are digits by chance, and most of what is left when all else is packed: so few as possible. */

const DIGEST_OR_GUID = /^(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A SHA-256 or a GUID as base64url, which gzip packs better than their digits; any other text with a dot before it. */
export const shortened = (text: string): string =>
  DIGEST_OR_GUID.test(text) ? Buffer.from(text.replaceAll('-', ''), 'hex').toString('base64url') : `.${text}`;
