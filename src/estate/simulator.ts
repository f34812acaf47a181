/**
 * Azure without Azure: where the network would be, answers from an estate. Same request, same answer; no clock, no
 * chance, no waiting.
 */
import { createHash } from 'node:crypto';
import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { Answer, Call } from './answer.ts';
import { answerFromArm } from './arm.ts';
import { tokenIn } from './credential.ts';
import { answerFromVault } from './data-plane.ts';
import type { Estate } from './estate.ts';
import { answerFromLogs } from './log-analytics.ts';
import { disturb, type Fault, networkError, type SentRequest, type Wire, wire } from './faults.ts';
import { answerFromGraph } from './graph.ts';

const ARM_HOST = 'management.azure.com';
const GRAPH_HOST = 'graph.microsoft.com';
const LOGS_HOST = 'api.loganalytics.azure.com';
const VAULT_SUFFIX = '.vault.azure.net';

export interface SimulatorOptions {
  /** The first that matches a request strikes. */
  readonly faults?: readonly Fault[];
}

export class Simulator implements HttpClient {
  /** Everything that was asked, in order. */
  readonly requests: SentRequest[] = [];
  readonly #estate: Estate;
  readonly #faults: readonly Fault[];
  readonly #struck = new Map<Fault, number>();

  constructor(estate: Estate, { faults = [] }: SimulatorOptions = {}) {
    this.#estate = estate;
    this.#faults = faults;
  }

  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    if (request.abortSignal?.aborted) throw networkError('AbortError', 'ABORT_ERR', 'The request was aborted.');
    const sent = { method: request.method, url: request.url };
    this.requests.push(sent);
    const answer = this.#answer(request);
    const fault = this.#strikes(sent);
    return response(request, fault ? disturb(fault, request, answer) : wire(answer));
  }

  #answer(request: PipelineRequest): Answer {
    const call = read(request);
    const { hostname } = call.url;
    if (hostname === ARM_HOST) return answerFromArm(this.#estate, call);
    if (hostname === LOGS_HOST) return answerFromLogs(this.#estate, call);
    if (hostname === GRAPH_HOST) return answerFromGraph(this.#estate, call);
    const vault = hostname.endsWith(VAULT_SUFFIX) && this.#estate.vault(hostname.slice(0, -VAULT_SUFFIX.length));
    if (!vault) throw networkError('RestError', 'ENOTFOUND', `getaddrinfo ENOTFOUND ${hostname}`);
    return answerFromVault(this.#estate, vault, call);
  }

  #strikes(sent: SentRequest): Fault | undefined {
    const struck = (fault: Fault) => this.#struck.get(fault) ?? 0;
    const live = (fault: Fault) => struck(fault) < (fault.times ?? Number.POSITIVE_INFINITY);
    const fault = this.#faults.find((one) => live(one) && one.matches(sent));
    if (fault) this.#struck.set(fault, struck(fault) + 1);
    return fault;
  }
}

function read(request: PipelineRequest): Call {
  const url = new URL(request.url);
  const segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const body = typeof request.body === 'string' ? { body: request.body } : {};
  return { method: request.method, url, segments, token: tokenIn(request.headers.get('authorization')), ...body };
}

const response = (request: PipelineRequest, { status, headers, text }: Wire): PipelineResponse => ({
  request,
  status,
  headers: createHttpHeaders({ ...headers, 'x-ms-request-id': requestId(request) }),
  bodyAsText: text,
});

/** Shaped like the service's, and always the same for the same request. */
function requestId({ method, url }: PipelineRequest): string {
  const hash = createHash('sha256').update(`${method} ${url}`).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
