/** The hosts of each cloud: the only ones that a token is ever sent to. */
import type { CloudName } from '../../model/choices.ts';

export interface Cloud {
  readonly name: CloudName;
  /** Entra ID. */
  readonly authority: string;
  readonly arm: string;
  /** A vault's host is its name and this. */
  readonly vaultSuffix: string;
}

/**
 * Sources: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers,
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure,
 * https://learn.microsoft.com/azure/china/resources-developer-guide
 */
export const CLOUDS: { readonly [name in CloudName]: Cloud } = {
  public: {
    name: 'public',
    authority: 'login.microsoftonline.com',
    arm: 'management.azure.com',
    vaultSuffix: '.vault.azure.net',
  },
  usgov: {
    name: 'usgov',
    authority: 'login.microsoftonline.us',
    arm: 'management.usgovcloudapi.net',
    vaultSuffix: '.vault.usgovcloudapi.net',
  },
  china: {
    name: 'china',
    authority: 'login.chinacloudapi.cn',
    arm: 'management.chinacloudapi.cn',
    vaultSuffix: '.vault.azure.cn',
  },
};

export const armScope = (cloud: Cloud): string => `https://${cloud.arm}/.default`;
export const vaultScope = (cloud: Cloud): string => `https://${cloud.vaultSuffix.slice(1)}/.default`;

/**
 * `kv-a.vault.azure.net`, and no host below or beside it. No vault's name has two hyphens together, as the names do
 * that stand for other scripts (xn--).
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftkeyvault
 */
export const isVaultHost = (cloud: Cloud, host: string): boolean =>
  host.endsWith(cloud.vaultSuffix) && /^[0-9a-z]+(?:-[0-9a-z]+)*$/i.test(host.slice(0, -cloud.vaultSuffix.length));
