/**
 * Asks Azure, and gives back what it was told or why not: a refusal is an answer too, and never thrown.
 *
 * Control-plane keys and secrets go through the typed client of @azure/arm-keyvault. Everything else goes through the
 * SDK's bare pipeline, because the typed client would lose what rules need: it throws for a whole list when one vault
 * lacks `sku`, drops fields it does not know, and there is none for the data plane that keeps the text of a refusal.
 */
import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type Pipeline,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { Identity } from '../../model/snapshot.ts';
import type { Asked, Told, ToldList } from '../collector.ts';
import { isRecord, type RawFacts } from '../settle.ts';
import { armScope, type Cloud, graphScope, logsScope, vaultScope } from './clouds.ts';
import { failureOf, type Purpose } from './failure.ts';
import { Gathered } from './gathered.ts';
import { GuardError } from './guard.ts';
import { CallError, type GuardedHttpClient, NO_CONTENT } from './http.ts';
import { isSignInError } from './sign-in.ts';

export interface AzureClientOptions {
  readonly cloud: Cloud;
  readonly credential: TokenCredential;
  readonly http: GuardedHttpClient;
  /** Named in the customer's logs: `vault-posture/0.1.0`. */
  readonly userAgent: string;
  /** Who asks, if the token said. */
  readonly identity?: Identity;
}

/** What is asked with POST. */
interface Question {
  readonly body: object;
  /** How long the service may think, in seconds. */
  readonly within: number;
}

/** A page of a list that the SDK reads. */
interface Page extends ReadonlyArray<unknown> {
  readonly continuationToken?: string;
}

/** A page of a list on the wire. Graph writes its links as OData has them. */
interface PageBody {
  readonly value?: unknown;
  readonly nextLink?: unknown;
  readonly '@odata.nextLink'?: unknown;
}

export class AzureClient {
  readonly cloud: Cloud;
  readonly #options: AzureClientOptions;
  readonly #arm: Pipeline;
  readonly #vault: Pipeline;
  readonly #graph: Pipeline;
  readonly #logs: Pipeline;
  readonly #controlPlanes = new Map<string, KeyVaultManagementClient>();

  constructor(options: AzureClientOptions) {
    this.cloud = options.cloud;
    this.#options = options;
    this.#arm = this.#pipeline(armScope(options.cloud));
    this.#vault = this.#pipeline(vaultScope(options.cloud));
    this.#graph = this.#pipeline(graphScope(options.cloud));
    this.#logs = this.#pipeline(logsScope(options.cloud));
  }

  #pipeline(scope: string): Pipeline {
    const { credential, userAgent } = this.#options;
    const pipeline = createPipelineFromOptions({
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      userAgentOptions: { userAgentPrefix: userAgent },
    });
    pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));
    return pipeline;
  }

  /** The typed control-plane client of a subscription. Used for reading only: the guard lets nothing else out. */
  controlPlane(subscriptionId: string): KeyVaultManagementClient {
    const known = this.#controlPlanes.get(subscriptionId);
    if (known) return known;
    const { credential, http, userAgent } = this.#options;
    const client = new KeyVaultManagementClient(credential, subscriptionId, {
      endpoint: `https://${this.cloud.arm}`,
      httpClient: http,
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      userAgentOptions: { userAgentPrefix: userAgent },
    });
    this.#controlPlanes.set(subscriptionId, client);
    return client;
  }

  get identity(): Identity | undefined {
    return this.#options.identity;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#options.http.now();
  }

  /** A request that was never made, as the source of what is missing. */
  unsent(address: string): Asked {
    return this.#options.http.described('GET', address);
  }

  /** One object. */
  async get(address: string, purpose: Purpose): Promise<Told<RawFacts>> {
    return this.#told(address, purpose, async () => {
      const response = await this.#send(address);
      return { asked: this.#options.http.asked(response), value: this.#objectIn(response) };
    });
  }

  /** The answer to a log query; nothing when the service has nothing to tell. */
  async query(address: string, question: Question, purpose: Purpose): Promise<Told<RawFacts | undefined>> {
    return this.#told(
      address,
      purpose,
      async () => {
        const response = await this.#send(address, question);
        const asked = this.#options.http.asked(response);
        return { asked, value: response.status === NO_CONTENT ? undefined : this.#objectIn(response) };
      },
      'POST',
    );
  }

  /** A list, page by page to its end, each item once. */
  async list(address: string, purpose: Purpose): Promise<ToldList<RawFacts>> {
    const gathered = new Gathered();
    const told = await this.#told(address, purpose, async () => {
      const asked = await this.#gather(address, gathered);
      return { asked, value: undefined };
    });
    return gathered.told(told);
  }

  async #gather(address: string, gathered: Gathered): Promise<Asked> {
    let next: string | undefined = address;
    while (next !== undefined) {
      const response = await this.#send(next);
      gathered.asked ??= this.#options.http.asked(response);
      const page = JSON.parse(response.bodyAsText ?? '') as PageBody | null;
      if (!Array.isArray(page?.value)) throw this.#unexpected(response, 'the answer has no list');
      gathered.add(page.value);
      next = gathered.next(page.nextLink ?? page['@odata.nextLink'], address, this.#options.http.asked(response));
    }
    return gathered.asked as Asked;
  }

  /** A list of the typed client, page by page. `first` is the address that its first page has, for the record. */
  async pages(pages: AsyncIterable<Page>, first: string, purpose: Purpose): Promise<ToldList<RawFacts>> {
    const gathered = new Gathered();
    const told = await this.#told(first, purpose, async () => {
      const asked = this.#options.http.described('GET', first);
      for await (const page of pages) {
        gathered.asked ??= { ...asked, status: 200 };
        gathered.add(page);
        gathered.next(page.continuationToken, first, gathered.asked);
      }
      return { asked: gathered.asked ?? asked, value: undefined };
    });
    return gathered.told(told);
  }

  /** One object of the typed client. */
  async typed(call: Promise<object>, address: string, purpose: Purpose): Promise<Told<RawFacts>> {
    return this.#told(address, purpose, async () => {
      const value = await call;
      return { asked: { ...this.#options.http.described('GET', address), status: 200 }, value: value as RawFacts };
    });
  }

  async #send(address: string, question?: Question): Promise<PipelineResponse> {
    const request = createPipelineRequest({ url: address, headers: createHttpHeaders({ accept: 'application/json' }) });
    if (question) put(request, question);
    if (new URL(address).hostname === this.cloud.graph) request.headers.set('prefer', ALL_ENUM_VALUES);
    const response = await this.#pipelineTo(address).sendRequest(this.#options.http, request);
    if (response.status >= 300) throw this.#options.http.refused(response);
    return response;
  }

  #pipelineTo(address: string): Pipeline {
    const { hostname } = new URL(address);
    if (hostname === this.cloud.arm) return this.#arm;
    if (hostname === this.cloud.graph) return this.#graph;
    return hostname === this.cloud.logs ? this.#logs : this.#vault;
  }

  #objectIn(response: PipelineResponse): RawFacts {
    const value: unknown = JSON.parse(response.bodyAsText ?? '');
    if (isRecord(value)) return value;
    throw this.#unexpected(response, 'the answer is no object');
  }

  #unexpected(response: PipelineResponse, message: string): CallError {
    return new CallError(this.#options.http.asked(response), 'UnexpectedAnswer', undefined, message);
  }

  /** The one place where errors of a call become a failure. What is no answer of the service is thrown on. */
  async #told<T>(address: string, purpose: Purpose, ask: () => Promise<Told<T>>, method = 'GET'): Promise<Told<T>> {
    try {
      return await ask();
    } catch (error) {
      const lost = this.#lost(error, address, method);
      if (!lost) throw error;
      return { asked: lost.asked, failure: failureOf(lost, purpose) };
    }
  }

  /** The typed client trips over answers of a form it does not expect; an answer may lead to what the guard refuses. */
  #lost(error: unknown, address: string, method: string): CallError | undefined {
    if (error instanceof CallError) return error;
    const { name, message, statusCode } = error as Error & { statusCode?: number };
    const asked = { ...this.#options.http.described(method, address), ...(statusCode && { status: statusCode }) };
    if (isSignInError(error) && new URL(address).hostname !== this.cloud.arm)
      return new CallError(asked, 'NoToken', undefined, message, error);
    if (error instanceof GuardError) return new CallError(asked, 'Guarded', undefined, message, error);
    return SURPRISES.has(name) ? new CallError(asked, 'UnexpectedAnswer', undefined, message, error) : undefined;
  }
}

/** Else Graph writes `unknownFutureValue` for what its enumerations learned after they were first published. */
const ALL_ENUM_VALUES = 'include-unknown-enum-members';

/** The service's limit stands a little before ours, so that it is the service that says so. */
const GRACE_SECONDS = 15;

function put(request: PipelineRequest, { body, within }: Question): void {
  request.method = 'POST';
  request.body = JSON.stringify(body);
  request.timeout = (within + GRACE_SECONDS) * 1000;
  request.headers.set('content-type', 'application/json');
  request.headers.set('prefer', `wait=${within}`);
}

const SURPRISES = new Set(['TypeError', 'RangeError', 'SyntaxError', 'RestError']);
