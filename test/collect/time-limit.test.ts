import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { within } from '../../src/collect/azure/time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that never ends and hears nothing, as a connection that a proxy neither opens nor refuses. */
const deaf = () => new Promise<never>(() => {});

/** Work that ends when it is told to. */
const heedful = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

describe('what takes too long', () => {
  test('ends with the limit, to the millisecond, even if it hears nothing', async () => {
    let ended: unknown;
    const asked = within(60_000, undefined, deaf).catch((error: unknown) => (ended = error));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(ended).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await asked;
    expect(ended).toMatchObject({ code: 'ETIMEDOUT' });
  });

  test('is told to stop', async () => {
    let told = false;
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => (told = true));
      return heedful(signal);
    };
    const asked = expect(within(1000, undefined, work)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await vi.advanceTimersByTimeAsync(1000);
    await asked;
    expect(told).toBe(true);
  });

  test('and what does not leaves no timer behind', async () => {
    expect(await within(60_000, undefined, () => Promise.resolve('answer'))).toBe('answer');
    await expect(within(60_000, undefined, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what nobody wants any more', () => {
  test('ends at once with the reason, even if it hears nothing', async () => {
    const user = new AbortController();
    const asked = expect(within(60_000, user.signal, deaf)).rejects.toThrow('Ctrl-C');
    user.abort(new Error('Ctrl-C'));
    await asked;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends at once when it was over before it began', async () => {
    await expect(within(60_000, AbortSignal.abort(new Error('Ctrl-C')), deaf)).rejects.toThrow('Ctrl-C');
  });
});
