/**
 * Tries again what may go better the next time. The SDK's own retry is switched off: it gives up on a 429 without
 * Retry-After, waits for any Retry-After however long, and takes each request for itself.
 */
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Timer } from '../timer.ts';
import type { Limit, Pace } from './pace.ts';

/** One exchange, or an attempt at one. Nothing in it is secret. */
export interface Attempt {
  readonly method: string;
  /** Without query but for the api-version. */
  readonly address: string;
  readonly status?: number;
  readonly error?: string;
  /** From 1. */
  readonly attempt: number;
  readonly milliseconds: number;
  readonly requestId?: string;
}

export interface RetryOptions {
  readonly transport: HttpClient;
  readonly timer: Timer;
  readonly pace: Pace;
  /** What the service limits together, and how. */
  readonly limitOf: (request: PipelineRequest) => { readonly key: string; readonly limit: Limit };
  /** When the whole scan has to be over, in the timer's milliseconds. */
  readonly deadline: number;
  /** Ends what is under way and every wait; nothing more is asked. */
  readonly signal?: AbortSignal;
  readonly listen?: (attempt: Attempt) => void;
}

const ATTEMPTS = 5;
/** Longest wait that a service may ask for, in milliseconds; who asks for more is left alone. */
const LONGEST_WAIT = 60_000;
const FIRST_WAIT = 1000;
/** Longest wait for one answer, in milliseconds, unless the request says otherwise. */
const ANSWER_WITHIN = 60_000;

const PASSING_STATUS = new Set([408, 429, 500, 502, 503, 504]);
const PASSING_ERROR = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

type Outcome = { readonly response: PipelineResponse } | { readonly error: unknown };

export class RetryingTransport implements HttpClient {
  readonly #options: RetryOptions;

  constructor(options: RetryOptions) {
    this.#options = options;
  }

  /** The last answer, or the last error, of a bounded number of tries. */
  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    const within = request.timeout || ANSWER_WITHIN;
    if (this.#options.signal) request.abortSignal = either(request.abortSignal, this.#options.signal);
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#try(request, attempt, within);
      const wait = attempt < ATTEMPTS ? this.#waitAfter(outcome, attempt) : undefined;
      if (wait === undefined) return settle(outcome);
      if (isRefusal(outcome)) this.#options.pace.refused(this.#options.limitOf(request).key, wait);
      else await this.#options.timer.sleep(wait, request.abortSignal as AbortSignal | undefined);
    }
  }

  async #try(request: PipelineRequest, attempt: number, within: number): Promise<Outcome> {
    const { pace, limitOf, timer, transport, signal } = this.#options;
    if (signal?.aborted) throw signal.reason;
    const { key, limit } = limitOf(request);
    if (!(await pace.admit(key, limit, request.abortSignal as AbortSignal | undefined)))
      return { error: coded('Throttled', 'the service went on refusing') };
    const left = this.#options.deadline - timer.elapsed();
    if (left <= 0) return { error: coded('EDEADLINE', 'the time for the whole scan is over') };
    request.timeout = Math.ceil(Math.min(within, left));
    const from = timer.elapsed();
    const outcome = await transport.sendRequest(request).then(
      (response) => ({ response }),
      (error: unknown) => ({ error }),
    );
    this.#options.listen?.(describe(request, outcome, attempt, timer.elapsed() - from));
    if ('response' in outcome && outcome.response.status !== 429) pace.answered(key);
    return outcome;
  }

  /** Milliseconds until the next try; nothing if there should be none. */
  #waitAfter(outcome: Outcome, attempt: number): number | undefined {
    if (!isPassing(outcome)) return undefined;
    const asked = 'response' in outcome ? askedWait(outcome.response) : undefined;
    const wait = asked ?? FIRST_WAIT * 2 ** (attempt - 1);
    if (wait > LONGEST_WAIT) return undefined;
    return this.#options.timer.elapsed() + wait < this.#options.deadline ? wait : undefined;
  }
}

/** The SDK's credentials bring signals of their own; there are few of them, and none ever fires. */
function either(own: PipelineRequest['abortSignal'], ours: AbortSignal): NonNullable<PipelineRequest['abortSignal']> {
  if (own === undefined || own === ours) return ours;
  const both = new AbortController();
  for (const one of [own, ours]) one.addEventListener('abort', () => both.abort(ours.reason));
  return both.signal;
}

function isPassing(outcome: Outcome): boolean {
  if ('response' in outcome) return PASSING_STATUS.has(outcome.response.status);
  return PASSING_ERROR.has((outcome.error as { code?: string }).code ?? '');
}

const isRefusal = (outcome: Outcome): boolean => 'response' in outcome && outcome.response.status === 429;

/** What the answer asks for, in milliseconds. Key Vault and Conditional Access refuse without saying for how long. */
function askedWait({ headers }: PipelineResponse): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms');
  if (milliseconds !== undefined) return whole(Number(milliseconds));
  const after = headers.get('retry-after');
  if (after === undefined) return undefined;
  const date = headers.get('date');
  return whole(/^\s*\d+\s*$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.parse(date ?? ''));
}

const whole = (milliseconds: number): number | undefined =>
  Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;

function settle(outcome: Outcome): PipelineResponse {
  if ('response' in outcome) return outcome.response;
  throw outcome.error;
}

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

function describe({ method, url }: PipelineRequest, outcome: Outcome, attempt: number, milliseconds: number): Attempt {
  const { origin, pathname, searchParams } = new URL(url);
  const version = searchParams.get('api-version');
  const requestId = 'response' in outcome ? outcome.response.headers.get('x-ms-request-id') : undefined;
  return {
    method,
    address: `${origin}${pathname}${version ? `?api-version=${version}` : ''}`,
    ...('response' in outcome ? { status: outcome.response.status } : { error: errorName(outcome.error) }),
    attempt,
    milliseconds: Math.round(milliseconds),
    ...(requestId && { requestId }),
  };
}

const errorName = (error: unknown): string => (error as { code?: string }).code ?? (error as Error).name;
