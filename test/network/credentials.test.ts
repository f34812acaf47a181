import type { AccessToken, TokenCredential } from '@azure/core-auth';
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { CLOUDS } from '../../src/collect/azure/clouds.ts';
import { CachedCredential, credentialFor } from '../../src/collect/azure/credentials.ts';
import { IdentityHttpClient } from '../../src/collect/azure/identity-http.ts';
import { signInError } from '../../src/collect/azure/sign-in.ts';

const PUBLIC = CLOUDS.public;
const TENANT = 'e29a2540-c481-4e4d-878f-f7725c82f4e1';
const CLIENT = '71b9a30a-1e63-47eb-ade7-21c653aef79a';

const NOW = Date.UTC(2026, 10, 20);
const token = (name: string, minutes: number): AccessToken => ({
  token: name,
  expiresOnTimestamp: NOW + minutes * 60_000,
});

/** A directory that counts how often it is asked. */
function directory(answers: (AccessToken | Error)[]): TokenCredential & { asked: number } {
  return {
    asked: 0,
    async getToken() {
      const answer = answers[Math.min(this.asked++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer as AccessToken;
    },
  };
}

describe('tokens are asked for once', () => {
  test('however many vaults ask at the same time', async () => {
    const entra = directory([token('one', 60)]);
    const cached = new CachedCredential(entra, () => NOW);
    const tokens = await Promise.all(
      Array.from({ length: 50 }, () => cached.getToken('https://vault.azure.net/.default')),
    );
    expect(new Set(tokens.map((given) => given?.token))).toEqual(new Set(['one']));
    expect(entra.asked).toBe(1);
  });

  test('and anew shortly before they end, again once', async () => {
    const entra = directory([token('old', 4), token('new', 60)]);
    const cached = new CachedCredential(entra, () => NOW);
    await cached.getToken('a');
    const tokens = await Promise.all(Array.from({ length: 10 }, () => cached.getToken('a')));
    expect(tokens.at(-1)?.token).toBe('new');
    expect(entra.asked).toBe(2);
  });

  test('each service and tenant has its own', async () => {
    const entra = directory([token('one', 60)]);
    const cached = new CachedCredential(entra, () => NOW);
    await cached.getToken('https://vault.azure.net/.default');
    await cached.getToken('https://management.azure.com/.default');
    await cached.getToken('https://vault.azure.net/.default', { tenantId: 'another' });
    expect(entra.asked).toBe(3);
  });

  test('a refusal is told to all who wait, and forgotten', async () => {
    const entra = directory([new Error('no'), token('one', 60)]);
    const cached = new CachedCredential(entra, () => NOW);
    const first = await Promise.allSettled([cached.getToken('a'), cached.getToken('a')]);
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await cached.getToken('a'))?.token).toBe('one');
  });
});

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly authorization?: string | undefined;
  readonly body: URLSearchParams;
}

/** A wire on which GitHub hands out job tokens and Entra ID exchanges them. */
function wire() {
  const sent: Sent[] = [];
  const http: HttpClient = {
    async sendRequest(request: PipelineRequest) {
      const { method, url } = request;
      sent.push({
        method,
        url,
        authorization: request.headers.get('authorization'),
        body: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
      });
      const body = url.startsWith('https://login.')
        ? { token_type: 'Bearer', expires_in: 3599, access_token: 'from-entra' }
        : { value: 'job-token' };
      return {
        request,
        status: 200,
        headers: createHttpHeaders({ 'content-type': 'application/json' }),
        bodyAsText: JSON.stringify(body),
      };
    },
  };
  return { http, sent };
}

const GITHUB = {
  AZURE_TENANT_ID: TENANT,
  AZURE_CLIENT_ID: CLIENT,
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.actions.example/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
};

describe('ways to sign in', () => {
  test('a GitHub job exchanges its own token, with no stored secret', async () => {
    const { http, sent } = wire();
    const guarded = new IdentityHttpClient(PUBLIC, http, GITHUB);
    const credential = await credentialFor({ kind: 'github', cloud: PUBLIC, env: GITHUB, http: guarded });
    expect((await credential.getToken('https://vault.azure.net/.default'))?.token).toBe('from-entra');
    expect(sent[0]).toMatchObject({ method: 'GET', authorization: 'Bearer request-token' });
    expect(new URL(sent[0]?.url ?? '').searchParams.get('audience')).toBe('api://AzureADTokenExchange');
    const exchange = sent.find(({ method }) => method === 'POST');
    expect(exchange?.url).toContain(`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`);
    expect(exchange?.body.get('client_assertion')).toBe('job-token');
    expect(exchange?.body.get('client_secret')).toBeNull();
  });

  test('an Azure Pipelines job likewise', async () => {
    const env = {
      AZURE_TENANT_ID: TENANT,
      AZURE_CLIENT_ID: CLIENT,
      AZURE_SERVICE_CONNECTION_ID: 'b1a6d3f0-0000-4000-8000-000000000000',
      SYSTEM_ACCESSTOKEN: 'system-token',
      SYSTEM_OIDCREQUESTURI: 'https://dev.azure.example/org/_apis/distributedtask/hubs/build/oidctoken',
    };
    process.env.SYSTEM_OIDCREQUESTURI = env.SYSTEM_OIDCREQUESTURI;
    try {
      const { http, sent } = wire();
      const pipelines: HttpClient = {
        async sendRequest(request) {
          const answer = await http.sendRequest(request);
          return request.url.startsWith('https://dev.')
            ? { ...answer, bodyAsText: '{"oidcToken":"job-token"}' }
            : answer;
        },
      };
      const credential = await credentialFor({
        kind: 'pipelines',
        cloud: PUBLIC,
        env,
        http: new IdentityHttpClient(PUBLIC, pipelines, env),
      });
      expect((await credential.getToken('https://vault.azure.net/.default'))?.token).toBe('from-entra');
      expect(sent.some(({ authorization }) => authorization === 'Bearer system-token')).toBe(true);
    } finally {
      delete process.env.SYSTEM_OIDCREQUESTURI;
    }
  });

  test.each(['env', 'workload', 'github', 'pipelines'] as const)('--auth %s names what it misses', async (kind) => {
    const { http } = wire();
    const missing = await credentialFor({ kind, cloud: PUBLIC, env: {}, http }).catch((error: unknown) => error);
    expect(missing).toMatchObject({
      name: 'CredentialSetupError',
      message: expect.stringContaining('AZURE_TENANT_ID'),
    });
    expect((missing as { next: string }).next).not.toBe('');
  });
});

describe('what credentials may send', () => {
  const refused = async (method: 'GET' | 'POST', url: string, env: NodeJS.ProcessEnv = {}) => {
    const { http, sent } = wire();
    await expect(
      new IdentityHttpClient(PUBLIC, http, env).sendRequest(createPipelineRequest({ method, url })),
    ).rejects.toMatchObject({ name: 'GuardError' });
    expect(sent).toEqual([]);
  };

  test.each<['GET' | 'POST', string]>([
    ['POST', 'https://login.evil.example/common/oauth2/v2.0/token'],
    ['POST', 'https://login.microsoftonline.us/common/oauth2/v2.0/token'],
    ['POST', `https://login.microsoftonline.com.evil.example/${TENANT}/oauth2/v2.0/token`],
    ['GET', `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`],
    ['POST', 'https://management.azure.com/subscriptions?api-version=2022-12-01'],
    ['GET', 'https://kv-a.vault.azure.net/secrets/x'],
    ['GET', GITHUB.ACTIONS_ID_TOKEN_REQUEST_URL],
    ['GET', 'http://169.254.169.254/metadata/instance?api-version=2021-02-01'],
  ])('not %s %s', (method, url) => refused(method, url));

  test('not another path of the host that the job named', () =>
    refused('GET', 'https://pipelines.actions.example/secrets', GITHUB));
});

describe('why signing in did not work', () => {
  test('nothing that could be tried', () => {
    const chain = Object.assign(new Error('ChainedTokenCredential authentication failed.'), {
      name: 'AggregateAuthenticationError',
    });
    expect(signInError(chain, undefined).message).toBe('Could not sign in to Azure. No way to sign in is set up here.');
  });

  const fault = (message: string) => Object.assign(new Error(message), { name: 'AuthenticationRequiredError' });
  test.each<[string, string, string | undefined, RegExp]>([
    [
      'a wrong secret',
      'invalid_client: AADSTS7000215: Invalid client secret provided.',
      undefined,
      /secret is wrong.*AADSTS7000215/,
    ],
    [
      'an expired secret',
      'invalid_client: AADSTS7000222: The provided client secret keys are expired.',
      undefined,
      /secret has expired/,
    ],
    ['a wrong tenant', 'AADSTS90002: Tenant not found.', undefined, /no such tenant/],
    ['an application of another tenant', 'AADSTS700016: Application was not found.', undefined, /not in this tenant/],
    ['no consent', 'AADSTS65001: The user or administrator has not consented.', undefined, /consented/],
    [
      'a clock that is wrong',
      'AADSTS700024: Client assertion is not within its valid time range.',
      undefined,
      /time of this machine/,
    ],
    [
      'a federated credential that does not fit',
      'AADSTS700213: No matching federated identity record found.',
      undefined,
      /federated credential/,
    ],
    ['a number that is not known here', 'AADSTS999999: Something new. Trace ID: 1', undefined, /AADSTS999999/],
    ['a proxy that refuses', 'network_error: See https://aka.ms/msal.js.errors', 'EPROXY', /proxy refuses/],
    ['no proxy where one should be', 'network_error', 'ECONNREFUSED', /refused/],
    [
      'an authority that is not known',
      'network_error',
      'SELF_SIGNED_CERT_IN_CHAIN',
      /authority that is not known here/,
    ],
    ['no network', 'network_error', 'ENETUNREACH', /no way to the network/],
    ['no name server', 'network_error', 'EAI_AGAIN', /cannot be looked up/],
    ['a page of the network in its place', 'network_error', 'NotJson', /Something else answers/],
    ['a service that is down', 'EnvironmentCredential authentication failed.', 'HTTP 503', /out of order.*HTTP 503/],
  ])('%s', (_, message, code, words) => {
    const wire = code === undefined ? undefined : Object.assign(new Error(code), { code });
    const error = signInError(fault(message), wire);
    expect(error.message).toMatch(words);
    expect(error.next).toMatch(/\w/);
    expect(`${error.message}${error.next}`).not.toContain('Trace ID');
  });

  const answering = (status: number, bodyAsText: string): HttpClient => ({
    sendRequest: async (request) => ({ request, status, headers: createHttpHeaders(), bodyAsText }),
  });

  test.each<[string, number, string, string | undefined]>([
    ['the page of a hotel', 200, '<html>Welcome</html>', 'NotJson'],
    ['nothing at all', 200, '', 'NotJson'],
    ['the page of a gateway', 502, '<html>Bad gateway</html>', 'HTTP 502'],
    ['too many requests', 429, '{"error":"temporarily_unavailable"}', 'HTTP 429'],
    ['a refusal as Entra ID words it', 400, '{"error":"invalid_client"}', undefined],
  ])('what answered in place of the sign-in service is remembered: %s', async (_, status, body, code) => {
    const http = new IdentityHttpClient(PUBLIC, answering(status, body), {});
    const url = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`;
    await http.sendRequest(createPipelineRequest({ method: 'POST', url }));
    expect(http.lastError?.code).toBe(code);
  });
});
