/** What a key, a secret or a certificate is called, from its address. */
import type { RawAttributes, Versioned } from './raw.ts';

export type Named = { readonly attributes: RawAttributes } & ({ readonly id: string } | { readonly kid: string });

/** The object of that name; names compare without regard to letter case. */
export const named = <T extends Versioned<Named>>(objects: readonly T[], name: string): T | undefined =>
  objects.find(({ item }) => nameOf(item).toLowerCase() === name.toLowerCase());

/** `https://kv.vault.azure.net/secrets/db` and `…/secrets/db/<version>` are both named db. */
export const nameOf = (item: Named): string => pathOf(item)[2] ?? '';

/** Empty when the address tells none. */
export const versionOf = (item: Named): string => pathOf(item)[3] ?? '';

const pathOf = (item: Named) => new URL('kid' in item ? item.kid : item.id).pathname.split('/');
