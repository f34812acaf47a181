/** The hosts of each cloud: the only ones that a token is ever sent to. */

export interface Cloud {
  readonly name: string;
  /** Entra ID. */
  readonly authority: string;
  readonly arm: string;
  /** A vault's host is its name and this. */
  readonly vaultSuffix: string;
}

/** Source: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers */
export const CLOUDS: { readonly [name: string]: Cloud } = {
  public: {
    name: 'public',
    authority: 'login.microsoftonline.com',
    arm: 'management.azure.com',
    vaultSuffix: '.vault.azure.net',
  },
};

export const armScope = (cloud: Cloud): string => `https://${cloud.arm}/.default`;
export const vaultScope = (cloud: Cloud): string => `https://${cloud.vaultSuffix.slice(1)}/.default`;

/** `kv-a.vault.azure.net`, and no host below or beside it. */
export const isVaultHost = (cloud: Cloud, host: string): boolean =>
  host.endsWith(cloud.vaultSuffix) && /^[0-9a-z-]{1,127}$/i.test(host.slice(0, -cloud.vaultSuffix.length));
