/**
 * Public parts of the estate's certificates. Nobody can sign the same twice, and their private keys are gone: they were
 * made once, by `node scripts/issue-certificates.mjs`, and lie in `public-parts.json`.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

export const FILE = new URL('public-parts.json', import.meta.url);

/** By vault and name, DER as base64. */
const publicParts = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};

/** Nothing but an empty thumbprint if it has yet to be made, or ends at another time than the vault says. */
export function publicPart(name, { exp }) {
  const cer = publicParts[name];
  if (!cer || Date.parse(new X509Certificate(Buffer.from(cer, 'base64')).validTo) !== exp * 1000) return { x5t: '' };
  return { cer, x5t: createHash('sha1').update(Buffer.from(cer, 'base64')).digest('base64url') };
}
