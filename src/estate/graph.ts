/** Microsoft Graph, `https://graph.microsoft.com/v1.0`: how people sign in to the tenant. */
import { type Answer, type Call, failure, methodNotAllowed, ok } from './answer.ts';
import { isFor } from './credential.ts';
import type { Estate } from './estate.ts';
import { page } from './paging.ts';
import type { RawSignInPolicy } from './raw.ts';
import { on, type Route, route } from './routes.ts';

const AUDIENCE = 'https://graph.microsoft.com';

export function answerFromGraph(estate: Estate, call: Call): Answer {
  const early = unauthenticated(estate, call);
  if (early) return early;
  if (call.method !== 'GET') return methodNotAllowed(call);
  const { signInPolicy } = estate;
  if (!signInPolicy) return withoutConsent();
  return route(ROUTES, { estate, call, signInPolicy }, call.segments) ?? noSuchPath(call);
}

function unauthenticated(estate: Estate, { token }: Call): Answer | undefined {
  if (token && isFor(token, AUDIENCE) && token.tenantId === estate.description.tenantId) return undefined;
  return failure(401, 'InvalidAuthenticationToken', token ? 'Invalid audience.' : 'Access token is empty.');
}

/** What it says to an application that nobody granted the permission. */
const withoutConsent = () =>
  failure(403, 'AccessDenied', 'You cannot perform the requested operation, required scopes are missing in the token.');

const noSuchPath = ({ segments }: Call) =>
  failure(400, 'BadRequest', `Resource not found for the segment '${segments.at(1) ?? ''}'.`);

interface Context {
  readonly estate: Estate;
  readonly call: Call;
  readonly signInPolicy: RawSignInPolicy;
}

const ROUTES: readonly Route<Context>[] = [
  on('v1.0/policies/identitysecuritydefaultsenforcementpolicy', ({ signInPolicy }) =>
    ok(signInPolicy.securityDefaults),
  ),
  on('v1.0/identity/conditionalaccess/policies', ({ estate, call, signInPolicy }) =>
    page(
      call,
      signInPolicy.conditionalAccess,
      estate.description.pageSizes.policies ?? Number.POSITIVE_INFINITY,
      'graph',
    ),
  ),
];
