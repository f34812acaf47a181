/** Counts the outcomes of many small questions of one sort, for one line of coverage each. */
import type { Plane } from '../../model/catalog.ts';
import type { Coverage } from '../../model/snapshot.ts';
import type { Failure } from '../collector.ts';

type Entry = Omit<Coverage, 'resource' | 'what'>;

export class Tally {
  readonly #plane: Plane;
  #asked = 0;
  readonly #refused = new Map<string, { failure: Failure; fallback: Plane | undefined; times: number }>();

  constructor(plane: Plane) {
    this.#plane = plane;
  }

  /** `fallback` is the plane that answered instead. */
  count(failure: Failure | undefined, fallback?: Plane): void {
    this.#asked++;
    if (!failure) return;
    const key = `${failure.detail} ${fallback ?? ''}`;
    this.#refused.set(key, { failure, fallback, times: (this.#refused.get(key)?.times ?? 0) + 1 });
  }

  /** One entry if all was read; else one for each way in which it was not, in an order that timing does not change. */
  entries(): Entry[] {
    const asked = this.#asked;
    if (this.#refused.size === 0) return [{ plane: this.#plane, status: 'read', asked, refused: 0 }];
    return [...this.#refused].sort(byKey).map(([, { failure, fallback, times }]) => ({
      plane: this.#plane,
      status: failure.reason,
      detail: failure.detail,
      ...(failure.remedy && { remedy: failure.remedy }),
      ...(fallback && { fallback }),
      asked,
      refused: times,
    }));
  }
}

/** For entries of maps. */
export const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
