/** Waiting, so that tests and estates need not wait. Not the time of day: that is a clock's. */

export interface Timer {
  /** Milliseconds since some moment; never goes back. */
  elapsed(): number;
  /** Rejects with the signal's reason when that is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemTimer: Timer = {
  elapsed: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => {
        clearTimeout(timeout);
        reject(signal?.reason as Error);
      };
      const timeout = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

/** Time passes only while somebody sleeps, and then at once. */
export function virtualTimer(): Timer {
  let now = 0;
  return {
    elapsed: () => now,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      now += Math.max(0, milliseconds);
    },
  };
}
