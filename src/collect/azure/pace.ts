/**
 * Keeps each service's published limit before the service has to refuse. One bucket of requests a service limits
 * together; a refusal pauses the whole bucket, since the others would be refused, too.
 */
import type { Timer } from '../timer.ts';

/** So many at once after a quiet time, then so many a second. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/** How long a bucket may go on refusing before no more is asked of it, in milliseconds. */
const PATIENCE = 180_000;

export class Pace {
  readonly #timer: Timer;
  readonly #buckets = new Map<string, Bucket>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** Resolves when a request may go. False when the service has refused for so long that asking on is pointless. */
  async admit(key: string, limit: Limit, signal?: AbortSignal): Promise<boolean> {
    const bucket = this.#bucket(key, limit);
    for (;;) {
      if (bucket.isExhausted(this.#timer.elapsed())) return false;
      const wait = bucket.take(this.#timer.elapsed());
      if (wait === 0) return true;
      await this.#timer.sleep(wait, signal);
    }
  }

  /** The service refused: nobody asks it again before so many milliseconds. */
  refused(key: string, wait: number): void {
    this.#buckets.get(key)?.pause(this.#timer.elapsed(), wait);
  }

  answered(key: string): void {
    this.#buckets.get(key)?.calm();
  }

  #bucket(key: string, limit: Limit): Bucket {
    const known = this.#buckets.get(key);
    if (known) return known;
    const bucket = new Bucket(limit, this.#timer.elapsed());
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

class Bucket {
  readonly #limit: Limit;
  #tokens: number;
  #filledAt: number;
  #pausedUntil = 0;
  #refusedSince: number | undefined;

  constructor(limit: Limit, now: number) {
    this.#limit = limit;
    this.#tokens = limit.burst;
    this.#filledAt = now;
  }

  /** Milliseconds until it is worth trying; 0 when a token was taken. */
  take(now: number): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now;
    this.#tokens = Math.min(this.#limit.burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#limit.perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) / this.#limit.perSecond) * 1000);
    this.#tokens--;
    return 0;
  }

  pause(now: number, wait: number): void {
    this.#refusedSince ??= now;
    this.#pausedUntil = Math.max(this.#pausedUntil, now + wait);
  }

  calm(): void {
    this.#refusedSince = undefined;
  }

  isExhausted(now: number): boolean {
    return this.#refusedSince !== undefined && now - this.#refusedSince > PATIENCE;
  }
}
