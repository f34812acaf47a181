/** What the simulated services are asked and what they say. */
import type { Token } from './credential.ts';

/** A request as both planes look at it. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  /** The path without empty parts, decoded. */
  readonly segments: readonly string[];
  readonly token: Token | undefined;
  /** What was posted. */
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  /** Becomes JSON; nothing when undefined. */
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

/** Azure's error envelope; the data plane says in `innererror` what the trouble really is. */
export const failure = (status: number, code: string, message: string, innerCode?: string): Answer => ({
  status,
  body: { error: { code, message, ...(innerCode && { innererror: { code: innerCode } }) } },
});

export const methodNotAllowed = ({ method }: Call): Answer =>
  failure(405, 'MethodNotAllowed', `The requested resource does not support the http method '${method}'.`);

/** A parameter of the query, its name in any letter case, percent-encoded or not. */
export function parameter(call: Call, name: string): string | undefined {
  for (const [key, value] of call.url.searchParams) if (key.toLowerCase() === name) return value;
  return undefined;
}
