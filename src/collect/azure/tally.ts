/** Counts the outcomes of many small questions of one sort, for one line of coverage each. */
import type { Plane } from '../../model/catalog.ts';
import type { Coverage } from '../../model/snapshot.ts';
import type { Failure } from '../collector.ts';

type Entry = Omit<Coverage, 'resource' | 'what'>;

export class Tally {
  readonly #plane: Plane;
  #asked = 0;
  readonly #refused = new Map<string, { failure: Failure; times: number }>();

  constructor(plane: Plane) {
    this.#plane = plane;
  }

  count(failure: Failure | undefined): void {
    this.#asked++;
    if (!failure) return;
    const seen = this.#refused.get(failure.detail);
    this.#refused.set(failure.detail, { failure, times: (seen?.times ?? 0) + 1 });
  }

  /** One entry if all was read; else one for each way in which it was not. */
  entries(): Entry[] {
    const asked = this.#asked;
    if (this.#refused.size === 0) return [{ plane: this.#plane, status: 'read', asked, refused: 0 }];
    return [...this.#refused.values()].map(({ failure, times }) => ({
      plane: this.#plane,
      status: failure.reason,
      detail: failure.detail,
      ...(failure.remedy && { remedy: failure.remedy }),
      asked,
      refused: times,
    }));
  }
}
