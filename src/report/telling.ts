/** A finding in plain words, for formats that are lines of text. What is from outside comes back as it came. */
import type { Finding, ResourceRef } from '../model/finding.ts';
import { lastPart, vaultOf } from './resource-id.ts';
import { kindWords, REASON_WORDS } from './words.ts';

/** What is wrong, or why it is not known; empty where nothing is to be said. */
export function sentenceOf({ message, reason, about, detail }: Finding): string {
  if (message !== undefined) return message;
  if (reason === undefined) return '';
  const why = detail === undefined ? REASON_WORDS[reason] : `${REASON_WORDS[reason]}: ${detail}`;
  return about === undefined ? why : `${why} (${kindWords(about)} not listed)`;
}

/** Of the vault that a resource is, or is in; empty for what is in none. */
export function vaultNameOf(resource: ResourceRef): string {
  const id = vaultOf(resource);
  if (id === undefined) return '';
  return resource.vault === undefined ? resource.name : lastPart(id);
}
