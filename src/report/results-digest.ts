/** The sha256 of a report's results as lines, so that a page can be held against the JSON report that came with it. */
import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

/** Gives the same for the lines of `results` in report.json, without the commas between them. */
export const RECOMPUTE = `sed -n '/^"results":\\[$/,$p' report.json | sed -e '1d' -e '$d' -e 's/,$//' | sha256sum`;

export class ResultsDigest {
  readonly #hash = createHash('sha256');

  add(finding: Finding): void {
    this.#hash.update(`${JSON.stringify(finding)}\n`);
  }

  /** In hex; nothing can be added after. */
  end(): string {
    return this.#hash.digest('hex');
  }
}
