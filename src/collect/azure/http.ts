/**
 * The one HttpClient that all Azure clients get. Around the wire it guards what leaves, keeps what a refusal said (the
 * SDK's list calls lose it) and writes down every exchange.
 */
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Clock } from '../clock.ts';
import type { Asked } from '../collector.ts';
import type { Plane } from '../../model/catalog.ts';
import type { Cloud } from './clouds.ts';
import { guard } from './guard.ts';

/** A request that got no usable answer. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly asked: Asked;
  /** `error.code` of the answer, or the code of the network error. */
  readonly code: string | undefined;
  /** `error.innererror.code`: Key Vault tells there why it said no. */
  readonly innerCode: string | undefined;

  constructor(asked: Asked, code: string | undefined, innerCode: string | undefined, message: string, cause?: unknown) {
    super(message, { cause });
    this.asked = asked;
    this.code = code;
    this.innerCode = innerCode;
  }
}

export interface HttpOptions {
  readonly cloud: Cloud;
  readonly clock: Clock;
  /** What is around the wire: a transport to the network, or a simulator. */
  readonly transport: HttpClient;
  /** Requests under way at once. */
  readonly concurrency: number;
}

/** An answer in full: there is nothing to tell. */
export const NO_CONTENT = 204;

export class GuardedHttpClient implements HttpClient {
  readonly #options: HttpOptions;
  readonly #places: Places;
  requests = 0;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#places = new Places(options.concurrency);
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#options.clock.now();
  }

  /** Throws GuardError for what may not leave, CallError for refusals (but 401, which the SDK answers) and lost answers. */
  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    guard(this.#options.cloud, request.method, request.url);
    await this.#places.take();
    try {
      this.requests++;
      return await this.#send(request);
    } finally {
      this.#places.give();
    }
  }

  async #send(request: PipelineRequest): Promise<PipelineResponse> {
    let response: PipelineResponse;
    try {
      response = await this.#options.transport.sendRequest(request);
    } catch (error) {
      throw this.#lost(request, error);
    }
    if (response.status >= 300 && response.status !== 401) throw this.refused(response);
    if (response.status < 300 && response.status !== NO_CONTENT && !isJson(response.bodyAsText))
      throw new CallError(this.asked(response), 'NotJson', undefined, 'the answer is not JSON');
    return response;
  }

  #lost(request: PipelineRequest, error: unknown): unknown {
    if (request.abortSignal?.aborted) return error;
    const { code, message } = error as { code?: string; message: string };
    return new CallError(this.described(request.method, request.url), code, undefined, message, error);
  }

  /** The exchange as a refusal. */
  refused(response: PipelineResponse): CallError {
    const { code, innerCode, message } = errorOf(response.bodyAsText);
    return new CallError(this.asked(response), code, innerCode, message ?? `HTTP ${response.status}`);
  }

  /** The exchange, to be the source of facts. */
  asked(response: PipelineResponse): Asked {
    const requestId = response.headers.get('x-ms-request-id') ?? response.headers.get('request-id');
    const { method, url } = response.request;
    return { ...this.described(method, url), status: response.status, ...(requestId && { requestId }) };
  }

  /** A request without its answer; of the query only the api-version is kept. */
  described(method: string, url: string): Asked {
    const { hostname, pathname, searchParams } = new URL(url);
    const apiVersion = searchParams.get('api-version');
    return {
      plane: planeOf(this.#options.cloud, hostname),
      request: `${method} https://${hostname}${pathname}`,
      ...(apiVersion && { apiVersion }),
      at: new Date(this.#options.clock.now()).toISOString(),
    };
  }
}

function planeOf(cloud: Cloud, host: string): Plane {
  if (host === cloud.logs) return 'logs';
  if (host === cloud.graph) return 'graph';
  return host.endsWith(cloud.vaultSuffix) ? 'data' : 'arm';
}

/** Captive portals and broken-off answers come with status 200. */
export function isJson(body: string | null | undefined): boolean {
  try {
    JSON.parse(body ?? '');
    return true;
  } catch {
    return false;
  }
}

interface ErrorBody {
  code?: string;
  message?: string;
  innererror?: { code?: string };
  innerError?: { code?: string };
}

/** What an error answer says; nothing if it is not of Azure's form. */
function errorOf(body: string | null | undefined): { code?: string; innerCode?: string; message?: string } {
  const error = parseError(body);
  const code = codeOf(error?.code);
  const message = textOf(error?.message);
  const innerCode = codeOf((error?.innererror ?? error?.innerError)?.code);
  return { ...(code && { code }), ...(innerCode && { innerCode }), ...(message && { message }) };
}

function parseError(body: string | null | undefined): ErrorBody | undefined {
  try {
    return (JSON.parse(body ?? '') as { error?: ErrorBody } | null)?.error;
  } catch {
    return undefined;
  }
}

/** A word for programs; other texts in its place may hold anything, and codes are shown. */
const codeOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : undefined;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** So many at once, the others in order of arrival. */
class Places {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
