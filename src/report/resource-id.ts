/** What ids of resources and places tell, and how they compare. */
import { shortName } from '../model/catalog.ts';
import type { ResourceRef } from '../model/finding.ts';

/** Ids compare without regard to letter case. */
export const placeKey = (id: string): string => id.toLowerCase();

/** `/subscriptions/…/vaults/kv-a` → `kv-a`; `subscription:1b4e…` stays. */
export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1) || id;

/** The subscription in the id of a resource, or of the subscription itself. */
export const subscriptionIn = (id = ''): string | undefined =>
  /^(?:\/subscriptions\/|subscription:)([^/]+)/i.exec(id)?.[1];

const VAULT_KINDS: ReadonlySet<string> = new Set(['vault', 'hsm']);

/** The id of the vault that a resource is, or is in. */
export const vaultOf = ({ vault, kind, id }: ResourceRef): string | undefined =>
  vault ?? (VAULT_KINDS.has(shortName(kind)) ? id : undefined);
