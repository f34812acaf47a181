/** Asking a simulated service as a client on the wire does. */
import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import type { Simulator } from '../../src/estate/simulator.ts';
import { TENANT } from './small-estate.ts';

interface Ask {
  readonly method?: HttpMethods;
  /** Undefined sends no Authorization at all. */
  readonly token?: string | undefined;
  readonly timeout?: number;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly header: (name: string) => string | undefined;
  /** The body, read as JSON. */
  readonly body: Body;
}

/** What the tests look at in lists, objects and errors. */
export interface Body {
  readonly value: readonly Listed[];
  readonly nextLink?: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly innererror?: { readonly code: string } };
  readonly [member: string]: unknown;
}
interface Listed {
  readonly id: string;
  readonly kid: string;
  readonly name: string;
  readonly properties: Record<string, unknown>;
}

export const vaultToken = (tenant = TENANT) => `simulated.https://vault.azure.net/.default.${tenant}`;
export const armToken = (tenant = TENANT) => `simulated.https://management.azure.com/.default.${tenant}`;

export async function ask(simulator: Simulator, url: string, { method = 'GET', timeout = 0, ...rest }: Ask = {}) {
  const token = 'token' in rest ? rest.token : fitting(url);
  const headers = createHttpHeaders(token ? { authorization: `Bearer ${token}` } : {});
  const response = await simulator.sendRequest(createPipelineRequest({ url, method, headers, timeout }));
  const text = response.bodyAsText ?? '';
  const reply: Reply = {
    status: response.status,
    text,
    header: (name) => response.headers.get(name),
    get body() {
      return JSON.parse(text) as Body;
    },
  };
  return reply;
}

const fitting = (url: string) => (new URL(url).hostname === 'management.azure.com' ? armToken() : vaultToken());

/** All pages of a list. */
export async function askForAll(simulator: Simulator, url: string): Promise<{ pages: number[]; items: Listed[] }> {
  const pages: number[] = [];
  const items: Listed[] = [];
  for (let next: string | null | undefined = url; next; ) {
    const { body }: Reply = await ask(simulator, next);
    pages.push(body.value.length);
    items.push(...body.value);
    next = body.nextLink;
  }
  return { pages, items };
}
