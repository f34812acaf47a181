/** The hosts of each cloud: the only ones that a token is ever sent to. */
import type { CloudName } from '../../model/choices.ts';

export interface Cloud {
  readonly name: CloudName;
  /** Entra ID. */
  readonly authority: string;
  readonly arm: string;
  /** A vault's host is its name and this. */
  readonly vaultSuffix: string;
  /** Log Analytics queries. */
  readonly logs: string;
  /** What tokens for log queries are for; not always the host. */
  readonly logsAudience: string;
  /** Microsoft Graph. */
  readonly graph: string;
  /** The application that Conditional Access knows as the Windows Azure Service Management API. */
  readonly managementApp: string;
}

const MANAGEMENT_APP = '797f4846-ba00-4fd7-ba43-dac1f8f63013';

/**
 * Sources: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers,
 * https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure,
 * https://learn.microsoft.com/azure/china/resources-developer-guide,
 * https://learn.microsoft.com/azure/azure-monitor/logs/api/access-api, https://learn.microsoft.com/graph/deployments;
 * of the application: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps,
 * which does not name another for China.
 */
export const CLOUDS: { readonly [name in CloudName]: Cloud } = {
  public: {
    name: 'public',
    authority: 'login.microsoftonline.com',
    arm: 'management.azure.com',
    vaultSuffix: '.vault.azure.net',
    logs: 'api.loganalytics.azure.com',
    logsAudience: 'https://api.loganalytics.io',
    graph: 'graph.microsoft.com',
    managementApp: MANAGEMENT_APP,
  },
  usgov: {
    name: 'usgov',
    authority: 'login.microsoftonline.us',
    arm: 'management.usgovcloudapi.net',
    vaultSuffix: '.vault.usgovcloudapi.net',
    logs: 'api.loganalytics.us',
    logsAudience: 'https://api.loganalytics.us',
    graph: 'graph.microsoft.us',
    managementApp: '40a69793-8fe6-4db1-9591-dbc5c57b17d8',
  },
  china: {
    name: 'china',
    authority: 'login.chinacloudapi.cn',
    arm: 'management.chinacloudapi.cn',
    vaultSuffix: '.vault.azure.cn',
    logs: 'api.loganalytics.azure.cn',
    logsAudience: 'https://api.loganalytics.azure.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    managementApp: MANAGEMENT_APP,
  },
};

export const armScope = (cloud: Cloud): string => `https://${cloud.arm}/.default`;
export const logsScope = (cloud: Cloud): string => `${cloud.logsAudience}/.default`;
export const graphScope = (cloud: Cloud): string => `https://${cloud.graph}/.default`;
export const vaultScope = (cloud: Cloud): string => `https://${cloud.vaultSuffix.slice(1)}/.default`;

/**
 * `kv-a.vault.azure.net`, and no host below or beside it. No vault's name has two hyphens together, as the names do
 * that stand for other scripts (xn--).
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftkeyvault
 */
export const isVaultHost = (cloud: Cloud, host: string): boolean =>
  host.endsWith(cloud.vaultSuffix) && /^[0-9a-z]+(?:-[0-9a-z]+)*$/i.test(host.slice(0, -cloud.vaultSuffix.length));
