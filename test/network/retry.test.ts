import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { limitOf } from '../../src/collect/azure/limits.ts';
import { Pace } from '../../src/collect/azure/pace.ts';
import { type Attempt, RetryingTransport } from '../../src/collect/azure/retry.ts';
import { virtualTimer } from '../../src/collect/timer.ts';

const VAULTS =
  'https://management.azure.com/subscriptions/7a6a0937-e920-44ae-b8cc-e4a32ca49016/providers/Microsoft.KeyVault/vaults?api-version=2026-02-01';
const SECRETS = 'https://kv-a.vault.azure.net/secrets?api-version=2025-07-01';

type Step = { status: number; headers?: Record<string, string> } | { code: string };

/** A service that answers as told, the last answer for ever. */
function service(
  steps: readonly Step[],
  { within = 3_600_000, signal }: { within?: number; signal?: AbortSignal } = {},
) {
  const timer = virtualTimer();
  const attempts: (Attempt & { at: number })[] = [];
  let next = 0;
  const transport: HttpClient = {
    async sendRequest(request): Promise<PipelineResponse> {
      const step = steps[Math.min(next++, steps.length - 1)] as Step;
      if ('code' in step) throw Object.assign(new Error(step.code), { code: step.code });
      return { request, status: step.status, headers: createHttpHeaders(step.headers), bodyAsText: '{}' };
    },
  };
  const http = new RetryingTransport({
    transport,
    timer,
    pace: new Pace(timer),
    limitOf,
    deadline: within,
    ...(signal && { signal }),
    listen: (attempt) => attempts.push({ ...attempt, at: timer.elapsed() }),
  });
  const ask = (url = VAULTS) => http.sendRequest(createPipelineRequest({ url }));
  return { ask, attempts, timer };
}

const waits = (attempts: readonly { at: number }[]): number[] =>
  attempts.slice(1).map(({ at }, index) => Math.round(at - (attempts[index] as { at: number }).at));

describe('what passes is tried again', () => {
  test.each<[string, Step]>([
    ['a refusal without Retry-After, as Key Vault sends it', { status: 429 }],
    ['a service that is starting', { status: 503 }],
    ['a gateway that lost its service', { status: 502 }],
    ['a connection that was reset', { code: 'ECONNRESET' }],
    ['a name server that is busy', { code: 'EAI_AGAIN' }],
    ['a silence', { code: 'ETIMEDOUT' }],
  ])('%s', async (_, step) => {
    const { ask, attempts } = service([step, step, { status: 200 }]);
    expect((await ask()).status).toBe(200);
    expect(waits(attempts)).toEqual([1000, 2000]);
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  test('a refusal waits as long as the service asks', async () => {
    const { ask, attempts } = service([
      { status: 429, headers: { 'retry-after': '17' } },
      { status: 429, headers: { 'retry-after-ms': '250' } },
      { status: 200 },
    ]);
    await ask();
    expect(waits(attempts)).toEqual([17_000, 250]);
  });

  test('a date in Retry-After counts from the date of the answer', async () => {
    const headers = { date: 'Fri, 20 Nov 2026 06:00:00 GMT', 'retry-after': 'Fri, 20 Nov 2026 06:00:09 GMT' };
    const { ask, attempts } = service([{ status: 503, headers }, { status: 200 }]);
    await ask();
    expect(waits(attempts)).toEqual([9000]);
  });

  test('a wait in milliseconds may stand under the name that older services use', async () => {
    const { ask, attempts } = service([{ status: 429, headers: { 'x-ms-retry-after-ms': '400' } }, { status: 200 }]);
    await ask();
    expect(waits(attempts)).toEqual([400]);
  });

  test('a service that asks for a whole minute gets it', async () => {
    const { ask, attempts } = service([{ status: 503, headers: { 'retry-after': '60' } }, { status: 200 }]);
    await ask();
    expect(waits(attempts)).toEqual([60_000]);
  });

  test('what stands in Retry-After and is neither number nor date is as good as nothing', async () => {
    const { ask, attempts } = service([{ status: 429, headers: { 'retry-after': 'soon' } }, { status: 200 }]);
    await ask();
    expect(waits(attempts)).toEqual([1000]);
  });
});

describe('what does not pass is not tried again', () => {
  test.each([401, 403, 404, 400, 501])('HTTP %i', async (status) => {
    const { ask, attempts } = service([{ status }]);
    expect((await ask()).status).toBe(status);
    expect(attempts).toHaveLength(1);
  });

  test.each(['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ENOTFOUND', 'ETOOLARGE'])('%s', async (code) => {
    const { ask, attempts } = service([{ code }]);
    await expect(ask()).rejects.toMatchObject({ code });
    expect(attempts).toHaveLength(1);
  });

  test.each(['61', '3600'])('a service that asks for %s seconds is left alone', async (seconds) => {
    const { ask, attempts, timer } = service([{ status: 429, headers: { 'retry-after': seconds } }]);
    expect((await ask()).status).toBe(429);
    expect(attempts).toHaveLength(1);
    expect(timer.elapsed()).toBe(0);
  });
});

describe('patience ends', () => {
  test('after five tries', async () => {
    const { ask, attempts } = service([{ status: 500 }]);
    expect((await ask()).status).toBe(500);
    expect(attempts).toHaveLength(5);
  });

  test('with the time for the whole scan', async () => {
    const { ask, timer } = service([{ status: 503 }], { within: 4000 });
    expect((await ask()).status).toBe(503);
    expect(timer.elapsed()).toBeLessThanOrEqual(4000);
    await timer.sleep(4000);
    await expect(ask()).rejects.toMatchObject({ code: 'EDEADLINE' });
  });

  test('to the millisecond: no wait that ends with the time, and no request then', async () => {
    const { ask, attempts, timer } = service([{ status: 503 }], { within: 1000 });
    expect((await ask()).status).toBe(503);
    expect(attempts).toHaveLength(1);
    await timer.sleep(1000);
    await expect(ask()).rejects.toMatchObject({ code: 'EDEADLINE' });
    expect(attempts).toHaveLength(1);
  });

  test('an answer is waited for as long as the request says, but not beyond the time for the whole scan', async () => {
    const timer = virtualTimer();
    const timeouts: number[] = [];
    const transport: HttpClient = {
      async sendRequest(request) {
        timeouts.push(request.timeout);
        return { request, status: 200, headers: createHttpHeaders(), bodyAsText: '{}' };
      },
    };
    const http = new RetryingTransport({ transport, timer, pace: new Pace(timer), limitOf, deadline: 100_000 });
    await http.sendRequest(createPipelineRequest({ url: VAULTS }));
    await http.sendRequest(createPipelineRequest({ url: VAULTS, timeout: 75_000 }));
    await timer.sleep(90_000);
    await http.sendRequest(createPipelineRequest({ url: VAULTS }));
    expect(timeouts).toEqual([60_000, 75_000, 10_000]);
  });

  test('not with a vault that refuses now and then for ten minutes, and answers in between', async () => {
    const refusal = { status: 429, headers: { 'retry-after': '30' } };
    const { ask, timer } = service(Array.from({ length: 41 }, (_, at) => (at % 2 === 0 ? refusal : { status: 200 })));
    for (let time = 0; time < 20; time++) expect((await ask(SECRETS)).status).toBe(200);
    expect(timer.elapsed()).toBeGreaterThanOrEqual(600_000);
  });

  test('with a vault that has refused for ten minutes: the others are still asked', async () => {
    const { ask, attempts, timer } = service([{ status: 429, headers: { 'retry-after': '30' } }]);
    for (let time = 0; time < 20; time++) await ask(SECRETS).catch(() => undefined);
    expect(timer.elapsed()).toBeLessThan(600_000);
    const before = attempts.length;
    await expect(ask(SECRETS)).rejects.toMatchObject({ code: 'Throttled' });
    expect(attempts).toHaveLength(before);
    await ask('https://kv-b.vault.azure.net/secrets?api-version=2025-07-01');
    expect(attempts.length).toBeGreaterThan(before);
  });
});

describe('published limits are kept before the service has to refuse', () => {
  test('Resource Manager is asked 25 times a second at most once its bucket is empty', async () => {
    const { ask, attempts } = service([{ status: 200 }]);
    for (let time = 0; time < 600; time++) await ask();
    const within = (from: number) => attempts.filter(({ at }) => at >= from && at < from + 1000).length;
    expect(Math.max(...attempts.slice(251).map(({ at }) => within(at)))).toBeLessThanOrEqual(25);
    expect(attempts.filter(({ at }) => at === 0).length).toBeLessThanOrEqual(250);
  });

  test('a vault is asked less than 4,000 times in ten seconds', async () => {
    const { ask, attempts } = service([{ status: 200 }]);
    for (let time = 0; time < 9000; time++) await ask(SECRETS);
    const times = attempts.map(({ at }) => at);
    for (let index = 0; index + 4000 < times.length; index += 250)
      expect((times[index + 4000] as number) - (times[index] as number)).toBeGreaterThanOrEqual(10_000);
  });

  test('Conditional Access is asked once a second, whatever else Graph is asked meanwhile', async () => {
    const { ask, attempts } = service([{ status: 200 }]);
    const graph = 'https://graph.microsoft.com/v1.0';
    for (let page = 0; page < 4; page++) {
      await ask(`${graph}/identity/conditionalAccess/policies?$skiptoken=${page}`);
      await ask(`${graph}/policies/identitySecurityDefaultsEnforcementPolicy`);
    }
    expect(attempts.map(({ at }) => Math.round(at / 1000))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  test.each([
    ['a subscription, however it is written', VAULTS, VAULTS.replace('7a6a0937-e920', '7A6A0937-E920'), true],
    ['log queries and vaults', 'https://api.loganalytics.azure.com/v1/workspaces/w/query', SECRETS, false],
  ])('%s: whether one pace is kept', (_, one, other, isOne) => {
    const [first, second] = [one, other].map((url) => limitOf(createPipelineRequest({ url })));
    expect(first?.key === second?.key && first?.limit === second?.limit).toBe(isOne);
    expect(first?.limit === second?.limit).toBe(isOne);
  });

  test('a quiet hour does not save up for a rush', async () => {
    const { ask, attempts, timer } = service([{ status: 200 }], { within: 7_200_000 });
    await ask();
    await timer.sleep(3_600_000);
    for (let time = 0; time < 600; time++) await ask();
    expect(attempts.filter(({ at }) => at === 3_600_000).length).toBeLessThanOrEqual(250);
  });

  test('who is told to wait less does not shorten the wait of the others', async () => {
    const timer = virtualTimer();
    const pace = new Pace(timer);
    const limit = { burst: 9, perSecond: 1 };
    await pace.admit('vault', limit);
    pace.refused('vault', 20_000);
    pace.refused('vault', 1000);
    expect(await pace.admit('vault', limit)).toBe(true);
    expect(timer.elapsed()).toBe(20_000);
  });

  test('one that was told to wait makes the others of its service wait, too', async () => {
    const { ask, attempts } = service([{ status: 429, headers: { 'retry-after': '20' } }, { status: 200 }]);
    await Promise.all([
      ask(),
      ask(
        'https://management.azure.com/subscriptions/7a6a0937-e920-44ae-b8cc-e4a32ca49016/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-a/keys',
      ),
    ]);
    expect(attempts.filter(({ at }) => at > 0).every(({ at }) => at >= 20_000)).toBe(true);
  });
});

test('the record of an exchange has no query but the api-version', async () => {
  const { ask, attempts } = service([{ status: 200 }]);
  await ask(`${SECRETS}&$skiptoken=hidden`);
  expect(attempts[0]).toMatchObject({ method: 'GET', address: SECRETS, status: 200, attempt: 1 });
});

describe('Ctrl-C', () => {
  test.each([
    ['', undefined],
    [', with a signal of its own', new AbortController().signal],
  ])('reaches what is under way%s', async (_, abortSignal) => {
    const user = new AbortController();
    const deaf: HttpClient = {
      sendRequest: ({ abortSignal }) =>
        new Promise((_, reject) => abortSignal?.addEventListener('abort', () => reject(user.signal.reason as Error))),
    };
    const timer = virtualTimer();
    const options = { transport: deaf, timer, pace: new Pace(timer), limitOf, deadline: 3_600_000 };
    const http = new RetryingTransport({ ...options, signal: user.signal });
    const asked = expect(
      http.sendRequest(createPipelineRequest({ url: VAULTS, ...(abortSignal && { abortSignal }) })),
    ).rejects.toThrow('Ctrl-C');
    await Promise.resolve();
    user.abort(new Error('Ctrl-C'));
    await asked;
  });

  test('ends the waiting for another try', async () => {
    const user = new AbortController();
    const { ask, attempts } = service([{ status: 503 }], { signal: user.signal });
    const asked = expect(ask()).rejects.toThrow('Ctrl-C');
    user.abort(new Error('Ctrl-C'));
    await asked;
    expect(attempts.length).toBeLessThan(2);
  });

  test('ends the waiting for a place among what a service allows', async () => {
    const user = new AbortController();
    const still = {
      elapsed: () => 0,
      sleep: (_: number, signal?: AbortSignal) =>
        new Promise<void>((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    };
    const pace = new Pace(still);
    const limit = { burst: 1, perSecond: 1 };
    expect(await pace.admit('vault', limit, user.signal)).toBe(true);
    const waiting = expect(pace.admit('vault', limit, user.signal)).rejects.toThrow('Ctrl-C');
    user.abort(new Error('Ctrl-C'));
    await waiting;
  });

  test('lets nothing more be asked', async () => {
    const { ask, attempts } = service([{ status: 200 }], { signal: AbortSignal.abort(new Error('Ctrl-C')) });
    await expect(ask()).rejects.toThrow('Ctrl-C');
    expect(attempts).toEqual([]);
  });
});
