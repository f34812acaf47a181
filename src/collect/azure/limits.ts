/** What each service limits together, and how: somewhat below what it publishes, since others use it, too. */
import type { PipelineRequest } from '@azure/core-rest-pipeline';
import type { Limit } from './pace.ts';

/**
 * Resource Manager: a bucket of 250 reads per subscription and principal, refilled by 25 a second.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
const RESOURCE_MANAGER: Limit = { burst: 200, perSecond: 20 };

/**
 * A vault: 4,000 transactions in ten seconds.
 * Source: https://learn.microsoft.com/azure/key-vault/general/service-limits
 */
const VAULT: Limit = { burst: 1000, perSecond: 200 };

/** Entra ID publishes none for tokens; a scan needs a handful. */
const SIGN_IN: Limit = { burst: 20, perSecond: 5 };

export function limitOf({ url }: PipelineRequest): { readonly key: string; readonly limit: Limit } {
  const { hostname, pathname } = new URL(url);
  if (hostname.startsWith('login.')) return { key: hostname, limit: SIGN_IN };
  const subscription = /^\/subscriptions\/([^/]+)\//i.exec(pathname)?.[1];
  if (hostname.startsWith('management.'))
    return { key: `${hostname}/${subscription?.toLowerCase() ?? ''}`, limit: RESOURCE_MANAGER };
  return { key: hostname, limit: VAULT };
}
