/** What each service limits together, and how: somewhat below what it publishes, since others use it, too. */
import type { PipelineRequest } from '@azure/core-rest-pipeline';
import { CLOUDS } from './clouds.ts';
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

/**
 * Log queries: 200 in thirty seconds, of each user.
 * Source: https://learn.microsoft.com/azure/azure-monitor/fundamentals/service-limits#log-queries-and-language
 */
const LOG_QUERIES: Limit = { burst: 50, perSecond: 4 };

/**
 * Microsoft Graph: one request a second for Conditional Access, without a word of how long to wait; for other policies
 * thousands in ten seconds.
 * Source: https://learn.microsoft.com/graph/throttling-limits
 */
const CONDITIONAL_ACCESS: Limit = { burst: 1, perSecond: 1 };
const GRAPH: Limit = { burst: 100, perSecond: 50 };

/** Entra ID publishes none for tokens; a scan needs a handful. */
const SIGN_IN: Limit = { burst: 20, perSecond: 5 };

export function limitOf({ url }: PipelineRequest): { readonly key: string; readonly limit: Limit } {
  const { hostname, pathname } = new URL(url);
  if (hostname.startsWith('login.')) return { key: hostname, limit: SIGN_IN };
  if (hostname.startsWith('api.loganalytics.')) return { key: hostname, limit: LOG_QUERIES };
  const subscription = /^\/subscriptions\/([^/]+)\//i.exec(pathname)?.[1];
  if (hostname.startsWith('management.'))
    return { key: `${hostname}/${subscription?.toLowerCase() ?? ''}`, limit: RESOURCE_MANAGER };
  if (isGraph(hostname)) return graphLimit(hostname, pathname);
  return { key: hostname, limit: VAULT };
}

const isGraph = (hostname: string): boolean => Object.values(CLOUDS).some(({ graph }) => graph === hostname);

const graphLimit = (hostname: string, pathname: string) =>
  pathname.toLowerCase().startsWith('/v1.0/identity/conditionalaccess/')
    ? { key: `${hostname}/conditionalAccess`, limit: CONDITIONAL_ACCESS }
    : { key: hostname, limit: GRAPH };
