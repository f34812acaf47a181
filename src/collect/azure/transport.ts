/**
 * The wire: undici behind the SDK's HttpClient. It honours HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS and reuses
 * tunnels, where the SDK's own client opens one for each request.
 */
import { setMaxListeners } from 'node:events';
import { createSecureContext, rootCertificates } from 'node:tls';
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { EnvHttpProxyAgent, request as send } from 'undici';
import { answerText } from './answer-text.ts';
import { proxyPool } from './proxy-pool.ts';
import { within } from './time-limit.ts';

/** What the machine tells of itself, where App Service and Azure Arc hand out tokens, too: no proxy knows it. */
const NEVER_PROXIED = '169.254.169.254,127.0.0.1,localhost';

export interface TransportOptions {
  /** To one host at once. */
  readonly connections: number;
  readonly env: NodeJS.ProcessEnv;
  /** Certificates in PEM that are trusted besides the known authorities. */
  readonly trusted?: readonly string[];
}

export class UndiciTransport implements HttpClient {
  readonly #dispatcher: EnvHttpProxyAgent;
  readonly #closed = new AbortController();

  constructor({ connections, env, trusted = [] }: TransportOptions) {
    const { signal } = this.#closed;
    setMaxListeners(0, signal);
    const tls = { signal, ...(trusted.length > 0 && { secureContext: trusting(trusted) }) };
    this.#dispatcher = new EnvHttpProxyAgent({
      connections,
      noProxy: withoutProxy(env.no_proxy ?? env.NO_PROXY),
      connect: tls,
      requestTls: tls,
      proxyTls: tls,
      clientFactory: proxyPool,
    });
  }

  /** Rejects with an error that carries a `code` when there is no answer. Redirects are not followed. */
  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    const unwanted = request.abortSignal as AbortSignal | undefined;
    try {
      return await within(request.timeout, unwanted, (signal) => this.#exchange(request, signal));
    } catch (error) {
      throw coded(error);
    }
  }

  async #exchange(request: PipelineRequest, signal: AbortSignal): Promise<PipelineResponse> {
    const answer = await send(request.url, {
      method: request.method,
      headers: request.headers.toJSON(),
      body: typeof request.body === 'string' ? request.body : null,
      dispatcher: this.#dispatcher,
      signal,
    });
    const headers = createHttpHeaders(single(answer.headers));
    const bodyAsText = await answerText(answer.body, headers.get('content-encoding'));
    return { request, status: answer.statusCode, headers, bodyAsText };
  }

  /**
   * Ends connections without waiting for answers that nobody needs any more. The dispatcher lets those be that are still
   * made, as a tunnel that opened and then says nothing: they would keep the process for seconds.
   */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
    this.#closed.abort();
  }
}

/** A star means every host, and only when it stands alone. */
const withoutProxy = (hosts = ''): string => (hosts.trim() === '*' ? '*' : `${hosts},${NEVER_PROXIED}`);

/** One for all connections: to read the known authorities anew takes longer than the rest of a handshake. */
const trusting = (certificates: readonly string[]) =>
  createSecureContext({ ca: [...rootCertificates, ...certificates] });

const single = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** The rest of the program knows errors by code; a refusing proxy and a wrapped cause have none. */
function coded(error: unknown): unknown {
  const { message, code, cause } = error as Error & { code?: string };
  if (/^Proxy response \(\d+\)/.test(message)) return withCode(new Error(message, { cause: error }), 'EPROXY');
  if (code === undefined || code.startsWith('UND_ERR')) return codedCause(cause) ?? error;
  return error;
}

const codedCause = (cause: unknown): unknown => ((cause as { code?: string } | undefined)?.code ? cause : undefined);

const withCode = (error: Error, code: string): Error => Object.assign(error, { code });
