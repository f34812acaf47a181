/** Connects the Azure provider to the cloud, or to an estate in a folder. */
import { setMaxListeners } from 'node:events';
import type { AccessToken, TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { azure } from './collect/azure/catalog.ts';
import { AzureClient } from './collect/azure/client.ts';
import { armScope, CLOUDS, type Cloud } from './collect/azure/clouds.ts';
import type { AuthKind, CloudName } from './model/choices.ts';
import { GuardedHttpClient } from './collect/azure/http.ts';
import { limitOf } from './collect/azure/limits.ts';
import { Pace } from './collect/azure/pace.ts';
import { claimsOf } from './collect/azure/claims.ts';
import { AzureProvider } from './collect/azure/provider.ts';
import { type Attempt, RetryingTransport } from './collect/azure/retry.ts';
import { isSignInError, signInError } from './collect/azure/sign-in.ts';
import { type Clock, fixedClock, systemClock } from './collect/clock.ts';
import type { Provider } from './collect/collector.ts';
import { planFor } from './collect/plan.ts';
import { systemTimer, type Timer, virtualTimer } from './collect/timer.ts';
import type { Needs } from './model/rule.ts';
import type { Identity, RequestCounts, ScanScope, SignIn, Tool } from './model/snapshot.ts';
import { whyRefused } from './model/system-error.ts';
import { checkProxies } from './proxy-address.ts';
import { readAtMost } from './snapshot/bounded.ts';
import { UsageError } from './usage-error.ts';

/** Requests under way at once: far below what the services allow. */
const CONCURRENCY = 16;

export interface ConnectOptions {
  readonly scope: ScanScope;
  /** What is asked for; everything if left out. */
  readonly needs?: Needs;
  /** A folder with an estate, instead of the cloud. */
  readonly estate?: string;
  readonly auth: AuthKind;
  /** A file with certificates that are trusted, too. */
  readonly caFile?: string;
  /** How long the whole collecting may take, in milliseconds. */
  readonly within: number;
  /** The user wants it to end. */
  readonly signal?: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  readonly tool: Tool;
  /** Is told of every exchange. */
  readonly listen?: (attempt: Attempt) => void;
}

export interface Connection {
  readonly provider: Provider;
  readonly clock: Clock;
  /** Set for an estate in a folder. */
  readonly estate?: { readonly id: string; readonly title: string };
  readonly identity?: Identity;
  /** Absent for an estate in a folder. */
  readonly signIn?: SignIn;
  /** How many requests there were so far, and what became of them. */
  readonly requests: RequestCounts;
  close(): Promise<void>;
}

/** Throws UsageError, CredentialSetupError, SignInError: before anything is read. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { scope, estate } = options;
  const cloud = Object.hasOwn(CLOUDS, scope.cloud) ? CLOUDS[scope.cloud as CloudName] : undefined;
  if (!cloud) throw new UsageError(`There is no cloud "${scope.cloud}".`, `Known: ${Object.keys(CLOUDS).join(', ')}.`);
  if (estate !== undefined && options.caFile !== undefined)
    throw new UsageError(
      'An estate in a folder has no certificate to be trusted.',
      'Leave out --ca-file, or --estate.',
    );
  return estate === undefined ? connectToAzure(cloud, options) : connectToEstate(cloud, estate, options);
}

async function connectToAzure(cloud: Cloud, options: ConnectOptions): Promise<Connection> {
  const { UndiciTransport } = await import('./collect/azure/transport.ts');
  const { credentialFor } = await import('./collect/azure/credentials.ts');
  const { IdentityHttpClient } = await import('./collect/azure/identity-http.ts');
  const { env, auth: kind, caFile } = options;
  checkProxies(env);
  const trusted = caFile === undefined ? [] : await certificatesIn(caFile, env.NODE_EXTRA_CA_CERTS);
  const wire = new UndiciTransport({ connections: CONCURRENCY, env, trusted });
  const counter = new RequestCounter(options.listen);
  const transport = patient(wire, systemTimer, options, counter);
  const http = new IdentityHttpClient(cloud, transport, env);
  try {
    const credential = await credentialFor({ kind, cloud, env, http });
    const token = await signIn(credential, cloud, http).catch((error: unknown) => {
      options.signal?.throwIfAborted();
      throw error;
    });
    const { tenantId, identity, proof } = claimsOf(token);
    return {
      provider: providerOver({ transport, credential, clock: systemClock, cloud, tenantId, identity }, options),
      clock: systemClock,
      identity,
      signIn: { auth: kind, ...(proof && { proof }) },
      requests: counter,
      close: () => wire.close(),
    };
  } catch (error) {
    await wire.close();
    throw error;
  }
}

/** Certificates that are named replace Node's own list, so what NODE_EXTRA_CA_CERTS added to that is named, too. */
async function certificatesIn(file: string, extra: string | undefined): Promise<string[]> {
  const text = await textOf(file).catch((error: Error) => {
    throw new UsageError(
      `The certificates in ${file} cannot be read: ${whyRefused(error)}.`,
      'Check the path that --ca-file names.',
      error,
    );
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new UsageError(`${file} holds no certificate.`, 'Name a file in PEM form.');
  return extra ? [text, await textOf(extra).catch(() => '')] : [text];
}

/** Bytes of certificates: all authorities of the world together take a quarter of a megabyte. */
const LARGEST = 16 * 1024 * 1024;

const textOf = async (file: string): Promise<string> => (await readAtMost(file, LARGEST)).toString('utf8');

/** The first token is fetched before anything else: without it there is no scan. */
async function signIn(
  credential: TokenCredential,
  cloud: Cloud,
  http: { lastError: (Error & { code?: string }) | undefined },
): Promise<AccessToken> {
  const token = await credential.getToken(armScope(cloud), { enableCae: true }).catch((error: unknown) => {
    throw isSignInError(error) ? signInError(error, http.lastError) : error;
  });
  if (!token)
    throw new UsageError('Could not sign in to Azure: no token was given.', 'Choose another way with --auth.');
  return token;
}

/** The estate fixes the time, so that it is judged the same on every day; waiting costs none. */
async function connectToEstate(cloud: Cloud, folder: string, options: ConnectOptions): Promise<Connection> {
  const { Estate } = await import('./estate/estate.ts');
  const { Simulator } = await import('./estate/simulator.ts');
  const { simulatedCredential } = await import('./estate/credential.ts');
  const estate = Estate.load(folder);
  const { id, title, now, tenantId, identity } = estate.description;
  const clock = fixedClock(Date.parse(now));
  const counter = new RequestCounter(options.listen);
  const transport = patient(new Simulator(estate), virtualTimer(), options, counter);
  const credential = simulatedCredential(estate);
  return {
    provider: providerOver({ transport, credential, clock, cloud, tenantId, identity }, options),
    clock,
    estate: { id, title },
    identity,
    requests: counter,
    close: async () => {},
  };
}

function patient(
  transport: HttpClient,
  timer: Timer,
  { within, signal }: ConnectOptions,
  counter: RequestCounter,
): HttpClient {
  const deadline = timer.elapsed() + within;
  // Every request that is under way listens.
  if (signal) setMaxListeners(0, signal);
  return new RetryingTransport({
    transport,
    timer,
    pace: new Pace(timer),
    limitOf,
    deadline,
    ...(signal && { signal }),
    listen: (attempt) => counter.count(attempt),
  });
}

class RequestCounter implements RequestCounts {
  readonly #listen: ((attempt: Attempt) => void) | undefined;
  sent = 0;
  retried = 0;
  throttled = 0;

  constructor(listen: ((attempt: Attempt) => void) | undefined) {
    this.#listen = listen;
  }

  count(attempt: Attempt): void {
    this.sent++;
    if (attempt.attempt > 1) this.retried++;
    if (attempt.status === 429) this.throttled++;
    this.#listen?.(attempt);
  }
}

interface Asking {
  readonly transport: HttpClient;
  readonly credential: TokenCredential;
  readonly clock: Clock;
  readonly cloud: Cloud;
  readonly tenantId: string | undefined;
  readonly identity: Identity;
}

function providerOver(
  { transport, credential, clock, cloud, tenantId, identity }: Asking,
  { scope, needs, tool }: ConnectOptions,
): Provider {
  const http = new GuardedHttpClient({ cloud, clock, transport, concurrency: CONCURRENCY });
  const client = new AzureClient({ cloud, credential, http, userAgent: `${tool.name}/${tool.version}`, identity });
  return new AzureProvider(client, scope, tenantId, planFor(azure, needs, scope.without ?? []));
}
