/** Trouble that a test switches on. */
import type { PipelineRequest } from '@azure/core-rest-pipeline';
import { type Answer, failure } from './answer.ts';

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
}

export type FaultKind =
  | 400
  | 401
  | 403
  | 404
  | 429
  | 500
  | 504
  /** 200 with the page of a captive portal. */
  | 'html'
  /** 200 with the first half of what should have been told. */
  | 'truncated'
  /** 200 with nothing in it. */
  | 'empty'
  /** The connection breaks. */
  | 'reset'
  /** No answer within the request's `timeout`; told at once, nobody has to wait. */
  | 'silence';

interface Aimed {
  matches(request: SentRequest): boolean;
  /** How often it strikes; every time when absent. */
  readonly times?: number;
}

/** An answer that takes the place of the right one. */
export interface Disturbance extends Aimed {
  readonly answer: FaultKind;
  /** Seconds in the Retry-After of a 429 or 500; no such header when absent. */
  readonly retryAfter?: number;
}

/** The right answer, changed. */
export interface Edit extends Aimed {
  edit(body: unknown): unknown;
}

export type Fault = Disturbance | Edit;

/** An answer on its way out. */
export interface Wire {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
}

export function disturb(fault: Fault, request: PipelineRequest, answer: Answer): Wire {
  if ('edit' in fault) return wire({ ...answer, body: fault.edit(structuredClone(answer.body)) });
  const { answer: kind, retryAfter } = fault;
  if (typeof kind === 'number') return wire({ ...refusal(kind, request), headers: headersOf(kind, retryAfter) });
  return STAND_INS[kind](wire(answer), request);
}

/** The answer as JSON text. */
export const wire = ({ status, body, headers }: Answer): Wire => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  text: body === undefined ? '' : JSON.stringify(body),
});

// ---- whole answers

function refusal(status: number, { url }: PipelineRequest): Answer {
  const { hostname } = new URL(url);
  const [code, message, innerCode] = textsOf(hostname)[status] ?? ['Unknown', 'Unknown'];
  return failure(status, code, message, innerCode);
}

function textsOf(hostname: string): Texts {
  if (hostname.startsWith('management.')) return ARM;
  if (hostname.startsWith('api.loganalytics.')) return LOGS;
  return hostname.startsWith('graph.') ? GRAPH : DATA;
}

interface Texts {
  readonly [status: number]: readonly [code: string, message: string, innerCode?: string];
}

const ARM: Texts = {
  401: ['ExpiredAuthenticationToken', 'The access token expiry is in the past.'],
  403: ['AuthorizationFailed', 'The client does not have authorization to perform this action over this scope.'],
  404: ['ResourceNotFound', 'The resource was not found.'],
  429: ['TooManyRequests', 'The request is being throttled as the limit has been reached for operation type - Read.'],
  500: ['InternalServerError', 'Encountered an internal server error.'],
};

const DATA: Texts = {
  401: ['Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.'],
  403: ['Forbidden', 'Caller is not authorized to perform action on resource.', 'ForbiddenByRbac'],
  404: ['NotFound', 'The requested object was not found in this key vault.'],
  429: [
    'Throttled',
    'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached',
  ],
  500: ['InternalServerError', 'An unexpected error occurred.'],
};

const GRAPH: Texts = {
  401: ['InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
  403: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  404: ['Request_ResourceNotFound', 'The resource does not exist.'],
  429: ['TooManyRequests', 'This request is throttled. Please try again after some time.'],
  500: ['generalException', 'An unspecified error has occurred.'],
};

const LOGS: Texts = {
  400: ['BadArgumentError', 'The request had some invalid properties', 'SemanticError'],
  401: ['InvalidTokenError', 'The provided authentication is not valid for this resource'],
  403: ['InsufficientAccessError', 'The provided credentials have insufficient access to perform the operation'],
  404: ['WorkspaceNotFoundError', 'The workspace could not be found'],
  429: ['ThrottledError', 'There are too many queries queued'],
  500: ['InternalServerError', 'An unexpected error occurred.'],
  504: ['GatewayTimeout', 'The query took longer than it may'],
};

const headersOf = (status: number, retryAfter: number | undefined) => ({
  ...(status === 401 && { 'www-authenticate': 'Bearer error="invalid_token"' }),
  ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
});

// ---- answers that are none

type StandIn = (right: Wire, request: PipelineRequest) => Wire;

const STAND_INS: { readonly [kind in Extract<FaultKind, string>]: StandIn } = {
  html: () => ({ status: 200, headers: { 'content-type': 'text/html' }, text: PORTAL }),
  truncated: (right) => ({ ...right, status: 200, text: right.text.slice(0, right.text.length / 2) }),
  empty: (right) => ({ ...right, status: 200, text: '' }),
  reset: (_, { url }) => {
    throw networkError('RestError', 'ECONNRESET', `The connection to ${new URL(url).hostname} was reset.`);
  },
  silence: (_, { url, timeout }) => {
    throw networkError('TimeoutError', 'ETIMEDOUT', `${new URL(url).hostname} did not answer within ${timeout} ms.`);
  },
};

const PORTAL = '<!doctype html><html><head><title>Guest network</title></head><body>Please sign in.</body></html>';

/** What a transport throws when no answer came. */
export const networkError = (name: string, code: string, message: string): Error =>
  Object.assign(new Error(message), { name, code });
