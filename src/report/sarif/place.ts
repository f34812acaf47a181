/** Where a finding stands: the resource in words, its path in the repository, its full name. */
import type { Location } from 'sarif';
import { shortName } from '../../model/catalog.ts';
import type { ResourceRef } from '../../model/finding.ts';
import { lastPart, vaultOf } from '../resource-id.ts';
import { kindWords } from '../words.ts';
import { plain } from './prose.ts';
import { segment } from './segment.ts';

/** Characters of a name, or of an id. */
const NAME = 127;
const ID = 1000;

/** `Secret 'db-password' in vault 'kv-payments'` */
export function placeWords(resource: ResourceRef): string {
  const itself = resourceWords(resource);
  const where = resource.vault === undefined ? '' : ` in vault ${quoted(lastPart(resource.vault))}`;
  return `${itself[0]?.toUpperCase()}${itself.slice(1)}${where}`;
}

/** `secret 'db-password'` */
export const resourceWords = ({ kind, name }: ResourceRef): string => `${plain(kindWords(kind), NAME)} ${quoted(name)}`;

export const quoted = (name: string): string => `'${plain(name, NAME)}'`;

/**
 * A path that no file has: GitHub refuses a whole upload for one result without a path in the repository, and takes
 * paths of files that are not there. It holds nothing that changes while the vault stays the same.
 */
export const locationOf = (resource: ResourceRef, category: string): Location => ({
  physicalLocation: {
    artifactLocation: { uri: pathOf(resource, category) },
    region: { startLine: 1 },
  },
  logicalLocations: [
    { name: plain(resource.name, NAME), fullyQualifiedName: plain(fullName(resource), ID), kind: 'resource' },
  ],
});

/** Of the vault that holds it, or of the category. */
export function pathOf(resource: ResourceRef, category: string): string {
  const vault = vaultOf(resource);
  const holder = vault === undefined ? category.replace(/^sub-/, 'subscription-') : segment(lastPart(vault));
  return `azure-key-vault/${holder}`;
}

/** Keys, secrets and certificates have an address; below their vault's ARM id they have a place in the estate, too. */
function fullName({ id, vault, kind, name }: ResourceRef): string {
  const isAddress = vault !== undefined && /^https:\/\//i.test(id);
  return isAddress ? `${vault}/${shortName(kind)}s/${name}` : id;
}
