/** A vault as the collectors of its objects address it. */
import type { Cloud } from './clouds.ts';
import { isVaultHost } from './clouds.ts';

export interface VaultTarget {
  /** ARM id, as the service wrote it. */
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly host: string;
  /** Set when the vault's address cannot be trusted with a token: then the data plane is not asked. */
  readonly astray?: string;
  /** How principals are let in; unknown if it could not be read. */
  readonly permissionModel?: 'rbac' | 'accessPolicy';
  /** The tenant whose tokens the vault takes, when it is not the one that is scanned. */
  readonly foreignTenant?: string;
}

/** The host of a vault, from its name; `vaultUri` must agree, or no token goes there. */
export function hostOf(cloud: Cloud, name: string, vaultUri: unknown): { host: string; astray?: string } {
  const host = `${name.toLowerCase()}${cloud.vaultSuffix}`;
  if (!isVaultHost(cloud, host)) return { host, astray: `the vault's name cannot be part of an address` };
  if (vaultUri === undefined) return { host };
  const stated = typeof vaultUri === 'string' && URL.canParse(vaultUri) ? new URL(vaultUri) : undefined;
  if (stated?.origin === `https://${host}` && stated.username === '' && stated.password === '') return { host };
  return { host, astray: `vaultUri is not https://${host}/` };
}
