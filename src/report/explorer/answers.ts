/** Answers that evidence stands on, by column. */
import { PLANES } from '../../model/catalog.ts';
import type { Source } from '../../model/report.ts';
import { display } from '../text.ts';
import { sourceView } from '../views/finding.ts';
import { Digits, GUID } from './digits.ts';
import { Steps } from './steps.ts';

/** Answers of a block. */
export const ANSWERS = 2000;

export class Answers {
  readonly #requestIds = new Digits(GUID, ANSWERS);
  readonly #ids = new Steps();
  readonly #columns = {
    id: [] as number[],
    plane: [] as number[],
    request: [] as string[],
    at: [] as string[],
    status: [] as (number | null)[],
  };
  /** Ids of requests that are no GUIDs, by the answer's place in the block; empty where there is none. */
  readonly #called: { [answer: number]: string } = {};

  get size(): number {
    return this.#columns.id.length;
  }

  add(source: Source): void {
    const { request, at, status, requestId } = sourceView(source);
    if (!this.#requestIds.add(requestId ?? '')) this.#called[this.size] = display(requestId ?? '');
    this.#columns.id.push(this.#ids.to(source.id));
    this.#columns.plane.push(PLANES.indexOf(source.plane));
    this.#columns.request.push(display(request));
    this.#columns.at.push(display(at));
    this.#columns.status.push(status);
  }

  /** What nothing packs. */
  get digits(): Buffer {
    return this.#requestIds.bytes;
  }

  toJSON(): object {
    return { answers: this.#columns, called: this.#called };
  }
}
