/**
 * Keys and secrets as Resource Manager tells them, from what the data plane tells. It knows neither certificates nor
 * versions of secrets: https://learn.microsoft.com/rest/api/keyvault/keyvault/secrets/list and …/keys/list
 */
import { nameOf, versionOf } from './object-name.ts';
import type {
  RawAttributes,
  RawKey,
  RawMaterial,
  RawRotationPolicy,
  RawVault,
  StoredKey,
  StoredSecret,
} from './raw.ts';

export const armSecret = (vault: RawVault, { item, versions }: StoredSecret) => ({
  ...resource(vault, 'secrets', nameOf(item), item.tags),
  properties: {
    ...(item.contentType !== undefined && { contentType: item.contentType }),
    attributes: times(item.attributes),
    secretUri: item.id,
    secretUriWithVersion: newest(versions)?.id ?? item.id,
  },
});

/** As in the list: attributes and address alone. */
export const armKey = (vault: RawVault, { item }: StoredKey) => ({
  ...resource(vault, 'keys', nameOf(item), item.tags),
  properties: { attributes: keyAttributes(item), keyUri: withPort(item.kid) },
});

/** As told for a single key. */
export function armKeyInFull(vault: RawVault, key: StoredKey) {
  const brief = armKey(vault, key);
  const { material, rotationPolicy } = key;
  return {
    ...brief,
    properties: {
      ...brief.properties,
      keyUriWithVersion: withPort(material.kid),
      ...armMaterial(material),
      ...(rotationPolicy && { rotationPolicy: armRotationPolicy(rotationPolicy) }),
    },
  };
}

export const armKeyVersion = (vault: RawVault, { item }: StoredKey, version: RawKey) => ({
  ...resource(vault, 'keys', nameOf(item), version.tags),
  id: `${vault.id}/keys/${nameOf(item)}/versions/${versionOf(version)}`,
  name: versionOf(version),
  type: 'Microsoft.KeyVault/vaults/keys/versions',
  properties: {
    attributes: keyAttributes(version),
    keyUri: withPort(item.kid),
    keyUriWithVersion: withPort(version.kid),
  },
});

export function armKeyVersionInFull(vault: RawVault, key: StoredKey, version: RawKey) {
  const brief = armKeyVersion(vault, key, version);
  return { ...brief, properties: { ...brief.properties, ...armMaterial(key.material) } };
}

const resource = (vault: RawVault, collection: string, name: string, tags: RawKey['tags']) => ({
  id: `${vault.id}/${collection}/${name}`,
  name,
  type: `Microsoft.KeyVault/vaults/${collection}`,
  location: vault.location,
  ...(tags && { tags }),
});

const times = ({ enabled, nbf, exp, created, updated }: RawAttributes) => ({
  enabled,
  ...(nbf !== undefined && { nbf }),
  ...(exp !== undefined && { exp }),
  created,
  updated,
});

const keyAttributes = ({ attributes }: RawKey) => ({
  ...times(attributes),
  ...(attributes.recoveryLevel !== undefined && { recoveryLevel: attributes.recoveryLevel }),
  ...(attributes.exportable !== undefined && { exportable: attributes.exportable }),
});

const armMaterial = ({ kty, key_ops, n, crv }: RawMaterial) => ({
  kty,
  ...(key_ops && { keyOps: key_ops }),
  ...(n !== undefined && { keySize: Buffer.from(n, 'base64url').length * 8 }),
  ...(crv !== undefined && { curveName: crv }),
});

/** The control plane writes the actions in small letters. */
const armRotationPolicy = ({ attributes, lifetimeActions }: RawRotationPolicy) => ({
  attributes,
  lifetimeActions: lifetimeActions.map(({ trigger, action }) => ({
    trigger,
    action: { type: action.type.toLowerCase() },
  })),
});

const newest = <T extends { readonly attributes: RawAttributes }>(versions: readonly T[]): T | undefined =>
  versions.toSorted((a, b) => b.attributes.created - a.attributes.created)[0];

/** `https://kv.vault.azure.net:443/keys/k`, as the control plane spells it. */
const withPort = (url: string) => url.replace(/^https:\/\/[^/:]+/, '$&:443');
