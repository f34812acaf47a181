/**
 * Ways to prove who scans. Each builds exactly one credential of the SDK, but `default`, which tries the SDK's chain.
 * Tokens are cached and fetched once however many ask: the SDK's credentials ask anew for each that asks.
 */
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type * as identityPackage from '@azure/identity';
import type { Cloud } from './clouds.ts';
import type { AuthKind } from '../../model/choices.ts';

/** What the chosen way needs is not there; `needs` names the variables. */
export class CredentialSetupError extends Error {
  override readonly name = 'CredentialSetupError';
  readonly next: string;

  constructor(kind: AuthKind, missing: readonly string[], next: string) {
    super(`--auth ${kind} needs ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not set.`);
    this.next = next;
  }
}

export interface CredentialOptions {
  readonly kind: AuthKind;
  readonly cloud: Cloud;
  readonly env: NodeJS.ProcessEnv;
  /** For everything a credential sends, guarded. */
  readonly http: HttpClient;
}

/** Imports the SDK's identity package: only a live scan pays for it. */
export async function credentialFor(options: CredentialOptions): Promise<TokenCredential> {
  const identity = await import('@azure/identity');
  return new CachedCredential(build(identity, options));
}

type IdentityPackage = typeof identityPackage;

/** Milliseconds for `az` and its like, which can hang. */
const PROCESS_WITHIN = 30_000;

function build(identity: IdentityPackage, { kind, cloud, env, http }: CredentialOptions): TokenCredential {
  const options = { authorityHost: `https://${cloud.authority}`, httpClient: http, retryOptions: { maxRetries: 0 } };
  const clientId = env.AZURE_CLIENT_ID;
  switch (kind) {
    case 'default':
      return new identity.DefaultAzureCredential({ ...options, processTimeoutInMs: PROCESS_WITHIN });
    case 'cli':
      return new identity.AzureCliCredential({ processTimeoutInMs: PROCESS_WITHIN });
    case 'env':
      needed(
        kind,
        env,
        ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID'],
        'Set them, and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH.',
      );
      return new identity.EnvironmentCredential(options);
    case 'managed-identity':
      return clientId === undefined
        ? new identity.ManagedIdentityCredential(options)
        : new identity.ManagedIdentityCredential({ ...options, clientId });
    case 'workload':
      needed(
        kind,
        env,
        ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_FEDERATED_TOKEN_FILE'],
        'The workload identity webhook sets them, if the pod is labelled for it.',
      );
      return new identity.WorkloadIdentityCredential(options);
    case 'github':
      return gitHub(identity, env, http, options);
    case 'pipelines':
      return pipelines(identity, env, options);
  }
}

type ClientOptions = { authorityHost: string; httpClient: HttpClient; retryOptions: { maxRetries: number } };

/** What GitHub's token is meant for, as Entra ID asks. Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust */
const AUDIENCE = 'api://AzureADTokenExchange';

/** The job's own token, in exchange for one of Entra ID: no secret is stored. */
function gitHub(
  identity: IdentityPackage,
  env: NodeJS.ProcessEnv,
  http: HttpClient,
  options: ClientOptions,
): TokenCredential {
  const next =
    'The job needs "permissions: id-token: write", and AZURE_TENANT_ID and AZURE_CLIENT_ID in its environment.';
  const [tenantId, clientId, address, token] = needed(
    'github',
    env,
    ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'],
    next,
  );
  const assertion = () => gitHubToken(http, address, token);
  return new identity.ClientAssertionCredential(tenantId, clientId, assertion, options);
}

async function gitHubToken(http: HttpClient, address: string, token: string): Promise<string> {
  const { createHttpHeaders, createPipelineRequest } = await import('@azure/core-rest-pipeline');
  const url = new URL(address);
  url.searchParams.set('audience', AUDIENCE);
  const headers = createHttpHeaders({ authorization: `Bearer ${token}`, accept: 'application/json' });
  const { status, bodyAsText } = await http.sendRequest(
    createPipelineRequest({ url: url.href, headers, timeout: PROCESS_WITHIN }),
  );
  const value = status === 200 ? (JSON.parse(bodyAsText ?? '{}') as { value?: string }).value : undefined;
  if (value) return value;
  throw Object.assign(new Error(`GitHub gave no token for this job (HTTP ${status}).`), {
    name: 'CredentialUnavailableError',
  });
}

function pipelines(identity: IdentityPackage, env: NodeJS.ProcessEnv, options: ClientOptions): TokenCredential {
  const next =
    'Run in an Azure Pipelines job with a service connection; map System.AccessToken to SYSTEM_ACCESSTOKEN, and set AZURE_SERVICE_CONNECTION_ID.';
  const names = [
    'AZURE_TENANT_ID',
    'AZURE_CLIENT_ID',
    'AZURE_SERVICE_CONNECTION_ID',
    'SYSTEM_ACCESSTOKEN',
    'SYSTEM_OIDCREQUESTURI',
  ] as const;
  const [tenantId, clientId, connection, token] = needed('pipelines', env, names, next);
  return new identity.AzurePipelinesCredential(tenantId, clientId, connection, token, options);
}

function needed<const N extends readonly string[]>(
  kind: AuthKind,
  env: NodeJS.ProcessEnv,
  names: N,
  next: string,
): { [K in keyof N]: string } {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0) throw new CredentialSetupError(kind, missing, next);
  return names.map((name) => env[name]) as { [K in keyof N]: string };
}

/** Tokens that end within this time are fetched anew, in milliseconds. */
const EARLY = 5 * 60_000;

/** One request for a token however many wait for it. */
export class CachedCredential implements TokenCredential {
  readonly #credential: TokenCredential;
  readonly #now: () => number;
  readonly #tokens = new Map<string, Promise<AccessToken | null>>();

  constructor(credential: TokenCredential, now: () => number = Date.now) {
    this.#credential = credential;
    this.#now = now;
  }

  async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken | null> {
    const key = JSON.stringify([scopes, options.tenantId, options.claims, options.enableCae]);
    const known = this.#tokens.get(key);
    if (known && !(await this.#isEnding(known))) return known;
    if (this.#tokens.get(key) !== known) return this.getToken(scopes, options);
    const asked = this.#credential.getToken(scopes, options);
    this.#tokens.set(key, asked);
    // A refusal is told to all who wait for it, and forgotten: the next one asks again.
    asked.catch(() => this.#tokens.delete(key));
    return asked;
  }

  async #isEnding(asked: Promise<AccessToken | null>): Promise<boolean> {
    const token = await asked;
    return token === null || token.expiresOnTimestamp - this.#now() < EARLY;
  }
}
