/** The committed demo estate, opened. */
import { Estate, type VaultContents } from '../../src/estate/estate.ts';
import type { RawVault } from '../../src/estate/raw.ts';

export const FOLDER = 'fixtures/estate/havelmark';
export const DAY = 86_400;

export const estate = Estate.load(FOLDER);
export const { description, vaults } = estate;
/** Unix seconds. */
export const now = Date.parse(description.now) / 1000;

export const everything = vaults.map((vault) => ({ vault, contents: estate.contents(vault) }));
export const secrets = everything.flatMap(({ contents }) => contents.secrets);
export const keys = everything.flatMap(({ contents }) => contents.keys);
const listed = everything.flatMap(({ contents }) => contents.certificates);
export const certificates = listed.filter(({ versions }) => versions.length > 0);
/** Ordered, and not there yet. */
export const ordered = listed.filter(({ versions }) => versions.length === 0);

export function vaultOf(name: string): RawVault {
  const vault = estate.vault(name);
  if (!vault) throw new Error(`no vault ${name}`);
  return vault;
}

export const contentsOf = (name: string): VaultContents => estate.contents(vaultOf(name));
