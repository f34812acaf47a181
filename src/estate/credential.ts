/** Tokens of a simulated directory: they say openly for whom they are, so that a service can check. */
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { Estate } from './estate.ts';

export interface Token {
  /** `https://vault.azure.net/.default`. */
  readonly scope: string;
  readonly tenantId: string;
}

const PREFIX = 'simulated.';
const NEVER = Date.UTC(9999, 11, 31);

/**
 * Signs in to the estate's own tenant and to no other, as a credential without additional tenants does:
 * https://learn.microsoft.com/javascript/api/@azure/identity/multitenanttokencredentialoptions
 */
export function simulatedCredential(estate: Estate): TokenCredential {
  const home = estate.description.tenantId;
  return {
    async getToken(scopes: string | string[], { tenantId = home }: GetTokenOptions = {}): Promise<AccessToken> {
      if (tenantId.toLowerCase() !== home.toLowerCase()) throw foreignTenant(tenantId);
      return { token: `${PREFIX}${[scopes].flat().join(' ')}.${home}`, expiresOnTimestamp: NEVER };
    },
  };
}

function foreignTenant(tenantId: string): Error {
  const message = `The current credential is not configured to acquire tokens for tenant ${tenantId}.`;
  return Object.assign(new Error(message), { name: 'CredentialUnavailableError' });
}

/** What a request's Authorization header carries, if it is a token from here. */
export function tokenIn(authorization: string | undefined): Token | undefined {
  const [, token] = /^bearer (.+)$/i.exec(authorization ?? '') ?? [];
  if (!token?.startsWith(PREFIX)) return undefined;
  const split = token.lastIndexOf('.');
  return { scope: token.slice(PREFIX.length, split), tenantId: token.slice(split + 1) };
}

/** Whether the token was asked for this service, `https://vault.azure.net`. */
export const isFor = (token: Token, audience: string): boolean => token.scope === `${audience}/.default`;
