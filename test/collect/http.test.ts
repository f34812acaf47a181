/** What is kept of an exchange, and what a refusal says. */
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { GuardedHttpClient } from '../../src/collect/azure/http.ts';
import { fixedClock } from '../../src/collect/clock.ts';
import { cloud } from './scan.ts';

const SECRETS = 'https://kv-a.vault.azure.net/secrets?api-version=2025-07-01';

const over = (transport: HttpClient, concurrency = 1) =>
  new GuardedHttpClient({ cloud, clock: fixedClock(0), transport, concurrency });

const answering = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  over({
    sendRequest: async (request) => ({
      request,
      status,
      headers: createHttpHeaders(headers),
      bodyAsText: JSON.stringify(body),
    }),
  });

const asked = (http: HttpClient, more: Partial<PipelineRequest> = {}) =>
  http.sendRequest(Object.assign(createPipelineRequest({ url: SECRETS }), more));

describe('a refusal', () => {
  test.each(['innererror', 'innerError'])('says why in its %s', async (member) => {
    const body = { error: { code: 'Forbidden', message: 'no', [member]: { code: 'ForbiddenByRbac' } } };
    await expect(asked(answering(403, body))).rejects.toMatchObject({
      code: 'Forbidden',
      innerCode: 'ForbiddenByRbac',
    });
  });

  test.each([
    ['of a hundred letters is a word', 100, 'x'.repeat(100)],
    ['of more is none', 101, undefined],
  ])('whose code %s', async (_, length, code) => {
    const body = { error: { code: 'x'.repeat(length), message: 'no' } };
    await expect(asked(answering(400, body))).rejects.toMatchObject({ code, message: 'no' });
  });

  test.each([300, 304, 399])('is each answer that leads elsewhere, as HTTP %i', async (status) => {
    await expect(asked(answering(status))).rejects.toMatchObject({ name: 'CallError', asked: { status } });
  });

  test.each(['x-ms-request-id', 'request-id'])('names its request by %s', async (header) => {
    const refused = asked(answering(403, {}, { [header]: 'e5d1' }));
    await expect(refused).rejects.toMatchObject({ asked: { requestId: 'e5d1' } });
  });

  test('leaves its place to the next', async () => {
    const http = answering(403);
    await expect(asked(http)).rejects.toMatchObject({ name: 'CallError' });
    await expect(asked(http)).rejects.toMatchObject({ name: 'CallError' });
    expect(http.requests).toBe(2);
  });
});

test('a request that nobody wants any more is no lost answer', async () => {
  const reason = new Error('Ctrl-C');
  const http = over({ sendRequest: () => Promise.reject(reason) });
  await expect(asked(http, { abortSignal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  await expect(asked(http)).rejects.toMatchObject({ name: 'CallError', message: 'Ctrl-C' });
});

test.each([
  [`https://${cloud.arm}/subscriptions?api-version=2022-12-01`, 'arm', '2022-12-01'],
  [SECRETS, 'data', '2025-07-01'],
  [`https://${cloud.graph}/v1.0/identity/conditionalAccess/policies`, 'graph', undefined],
  [`https://${cloud.logs}/v1/workspaces/w/query`, 'logs', undefined],
])('%s is a source on its own plane', (url, plane, apiVersion) => {
  expect(answering(200).described('GET', `${url}${url.includes('?') ? '&' : '?'}$skiptoken=x`)).toEqual({
    plane,
    request: `GET ${url.replace(/\?.*/, '')}`,
    ...(apiVersion !== undefined && { apiVersion }),
    at: '1970-01-01T00:00:00.000Z',
  });
});
