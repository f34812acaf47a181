/** The sha256 of a report's results as lines, so that a page can be held against the JSON report that came with it. */
import { createHash } from 'node:crypto';

/** Gives the same for the lines of `results` in report.json, without the commas between them. */
export const RECOMPUTE = `sed -n '/^"results":\\[$/,$p' report.json | sed -e '1d' -e '$d' -e 's/,$//' | sha256sum`;

/** Characters that are digested at once. */
const BATCH = 1 << 16;

export class ResultsDigest {
  readonly #hash = createHash('sha256');
  #waiting = '';

  /** A result as JSON, without the line's end. */
  add(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length < BATCH) return;
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }

  /** In hex; nothing can be added after. */
  end(): string {
    return this.#hash.update(this.#waiting).digest('hex');
  }
}
