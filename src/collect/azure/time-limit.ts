/**
 * Ends what takes too long, or is not wanted any more. Not AbortSignal.any over AbortSignal.timeout: Node 20 collects
 * such a signal as garbage, and it never fires.
 */

/** Rejects with code ETIMEDOUT after so many milliseconds, or with the signal's reason, whatever becomes of the work. */
export async function within<T>(
  milliseconds: number,
  unwanted: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(tooLate()), milliseconds);
  const pass = () => limit.abort(unwanted?.reason);
  if (unwanted?.aborted) pass();
  unwanted?.addEventListener('abort', pass, { once: true });
  try {
    return await Promise.race([aborted(limit.signal), work(limit.signal)]);
  } finally {
    clearTimeout(timer);
    unwanted?.removeEventListener('abort', pass);
  }
}

/** undici heeds a signal only once there is a connection. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });

const tooLate = (): Error => Object.assign(new Error('no answer within the time limit'), { code: 'ETIMEDOUT' });
