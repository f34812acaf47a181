/** The answers that evidence stands on, as `src/report/explorer/answers.ts` wrote them. */
import { guid } from './digits.js';

/** @typedef {{ plane: string, request: string, at: string, status: number | null, requestId: string }} Answer */
/**
 * @typedef {object} AnswerBlock
 * @property {{ id: number[], plane: number[], request: string[], at: string[], status: (number | null)[] }} answers
 * @property {{ [answer: number]: string }} called ids of requests that are no GUIDs
 */

const GUID_BYTES = 16;

export class Answers {
  /** @type {Map<number, { block: AnswerBlock, at: number, digits: number }>} */
  #places = new Map();
  #planes;
  #digits;

  /** @param {AnswerBlock[]} blocks @param {string[]} planes @param {Uint8Array} digits GUIDs of requests, one for each answer */
  constructor(blocks, planes, digits) {
    this.#planes = planes;
    this.#digits = digits;
    for (const block of blocks) this.#hear(block);
  }

  /** @param {AnswerBlock} block */
  #hear(block) {
    let id = 0;
    for (const [at, step] of block.answers.id.entries()) {
      id += step;
      this.#places.set(id, { block, at, digits: this.#places.size * GUID_BYTES });
    }
  }

  /** @param {number} id @returns {Answer | undefined} */
  of(id) {
    const place = this.#places.get(id);
    if (!place) return undefined;
    const { block, at, digits } = place;
    const { plane, request, at: times, status } = block.answers;
    return {
      plane: this.#planes[plane[at] ?? -1] ?? '',
      request: request[at] ?? '',
      at: times[at] ?? '',
      status: status[at] ?? null,
      requestId: block.called[at] ?? guid(this.#digits.subarray(digits, digits + GUID_BYTES)),
    };
  }
}
