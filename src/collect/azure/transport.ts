/**
 * The wire: undici behind the SDK's HttpClient. It honours HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS and reuses
 * tunnels, where the SDK's own client opens one for each request.
 */
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { EnvHttpProxyAgent, request as send } from 'undici';

/** More than any answer to a read of metadata has; a service that sends more is not the one that was meant. */
const LARGEST_ANSWER = 32 * 1024 * 1024;

export class UndiciTransport implements HttpClient {
  readonly #dispatcher: EnvHttpProxyAgent;

  constructor(options: { connections: number }) {
    this.#dispatcher = new EnvHttpProxyAgent({ connections: options.connections });
  }

  /** Rejects with an error that carries a `code` when there is no answer. Redirects are not followed. */
  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    const signals = [
      AbortSignal.timeout(request.timeout),
      ...(request.abortSignal ? [request.abortSignal as AbortSignal] : []),
    ];
    try {
      const answer = await send(request.url, {
        method: request.method,
        headers: request.headers.toJSON(),
        body: typeof request.body === 'string' ? request.body : null,
        dispatcher: this.#dispatcher,
        signal: AbortSignal.any(signals),
      });
      const bodyAsText = await readText(answer.body);
      return { request, status: answer.statusCode, headers: createHttpHeaders(single(answer.headers)), bodyAsText };
    } catch (error) {
      throw coded(error);
    }
  }

  async close(): Promise<void> {
    await this.#dispatcher.close();
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LARGEST_ANSWER)
      throw Object.assign(new Error(`the answer is larger than ${LARGEST_ANSWER} bytes`), { code: 'ETOOLARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const single = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** A time limit has a name but no code; the rest of the program knows errors by code. */
function coded(error: unknown): unknown {
  const { name, cause } = error as Error & { cause?: unknown };
  if (name === 'TimeoutError')
    return Object.assign(new Error('no answer within the time limit', { cause: error }), { code: 'ETIMEDOUT' });
  return (cause as { code?: string } | undefined)?.code ? cause : error;
}
