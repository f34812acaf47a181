import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import type { Fault, FaultKind, SentRequest } from '../../src/estate/faults.ts';
import { Simulator } from '../../src/estate/simulator.ts';
import { ask, type Body } from './ask.ts';
import { SUBSCRIPTION, smallEstate } from './small-estate.ts';

const SECRETS = 'https://kv-a.vault.azure.net/secrets?api-version=2025-07-01';
const KEYS = 'https://kv-a.vault.azure.net/keys?api-version=2025-07-01';
const VAULTS = `https://management.azure.com/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults?api-version=2026-02-01`;

const estate = smallEstate({ 'kv-a': { secrets: { db: {} } } });
const everything = () => true;
const onKeys = ({ url }: SentRequest) => url.includes('/keys');
const leadingAstray = (body: unknown) => ({ ...(body as Body), nextLink: 'https://evil.example/secrets' });
const losingOne = (body: unknown) => {
  (body as { value: unknown[] }).value.pop();
  return body;
};
const suffering = (...faults: Fault[]) => new Simulator(estate, { faults });

describe('trouble on order', () => {
  test.each<[FaultKind, string, string]>([
    [401, VAULTS, 'ExpiredAuthenticationToken'],
    [403, VAULTS, 'AuthorizationFailed'],
    [404, VAULTS, 'ResourceNotFound'],
    [429, VAULTS, 'TooManyRequests'],
    [500, VAULTS, 'InternalServerError'],
    [401, SECRETS, 'Unauthorized'],
    [403, SECRETS, 'Forbidden'],
    [404, SECRETS, 'NotFound'],
    [429, SECRETS, 'Throttled'],
    [500, SECRETS, 'InternalServerError'],
  ])('%s from %s is worded as that service words it', async (answer, url, code) => {
    const reply = await ask(suffering({ matches: everything, answer }), url);
    expect([reply.status, reply.body.error.code]).toEqual([answer, code]);
  });

  test('throttled, with and without a word about how long', async () => {
    const polite = await ask(suffering({ matches: everything, answer: 429, retryAfter: 7 }), SECRETS);
    expect(polite.header('retry-after')).toBe('7');
    const curt = await ask(suffering({ matches: everything, answer: 429 }), SECRETS);
    expect(curt.header('retry-after')).toBeUndefined();
  });

  test('a captive portal says 200 and means nothing', async () => {
    const { status, text, header } = await ask(suffering({ matches: everything, answer: 'html' }), SECRETS);
    expect([status, header('content-type')]).toEqual([200, 'text/html']);
    expect(text).toMatch(/^<!doctype html>/);
  });

  test('an answer cut in the middle is no JSON', async () => {
    const { status, text } = await ask(suffering({ matches: everything, answer: 'truncated' }), SECRETS);
    expect(status).toBe(200);
    expect(text).toMatch(/^\{"value":/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test('an answer with nothing in it', async () => {
    const { status, text } = await ask(suffering({ matches: everything, answer: 'empty' }), SECRETS);
    expect([status, text]).toEqual([200, '']);
  });

  test('a connection that breaks', async () => {
    const asked = ask(suffering({ matches: everything, answer: 'reset' }), SECRETS);
    await expect(asked).rejects.toMatchObject({ name: 'RestError', code: 'ECONNRESET' });
  });

  test('a service that never answers costs no time', async () => {
    const asked = ask(suffering({ matches: everything, answer: 'silence' }), SECRETS, { timeout: 30_000 });
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError', code: 'ETIMEDOUT', message: /30000 ms/ });
  });

  test('an answer with another content than it should have', async () => {
    const { body } = await ask(suffering({ matches: everything, edit: leadingAstray }), SECRETS);
    expect(body).toMatchObject({ value: [{}], nextLink: 'https://evil.example/secrets' });
  });

  test('an edit leaves the estate as it was', async () => {
    const simulator = suffering({ matches: everything, edit: losingOne, times: 1 });
    expect((await ask(simulator, SECRETS)).body.value).toHaveLength(0);
    expect((await ask(simulator, SECRETS)).body.value).toHaveLength(1);
  });
});

describe('trouble where and as often as wanted', () => {
  test('only the requests that were meant', async () => {
    const simulator = suffering({ matches: onKeys, answer: 500 });
    expect((await ask(simulator, SECRETS)).status).toBe(200);
    expect((await ask(simulator, KEYS)).status).toBe(500);
  });

  test('twice, and then well again', async () => {
    const simulator = suffering({ matches: everything, answer: 429, times: 2 });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await ask(simulator, SECRETS)).status);
    expect(statuses).toEqual([429, 429, 200, 200]);
  });

  test('one fault after another', async () => {
    const simulator = suffering(
      { matches: everything, answer: 500, times: 1 },
      { matches: everything, answer: 429, times: 1 },
    );
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await ask(simulator, SECRETS)).status);
    expect(statuses).toEqual([500, 429, 200]);
  });
});

describe('what the simulator keeps', () => {
  test('every request in order, the refused ones too', async () => {
    const simulator = suffering({ matches: everything, answer: 403, times: 1 });
    await ask(simulator, SECRETS);
    await ask(simulator, KEYS);
    expect(simulator.requests).toEqual([
      { method: 'GET', url: SECRETS },
      { method: 'GET', url: KEYS },
    ]);
  });

  test('a request called off is never sent', async () => {
    const simulator = suffering();
    const request = createPipelineRequest({ url: SECRETS, abortSignal: AbortSignal.abort() });
    await expect(simulator.sendRequest(request)).rejects.toMatchObject({ name: 'AbortError' });
    expect(simulator.requests).toEqual([]);
  });

  test('the same request has the same request id, another one another', async () => {
    const ids = [];
    for (const url of [SECRETS, SECRETS, KEYS]) ids.push((await ask(suffering(), url)).header('x-ms-request-id'));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});
