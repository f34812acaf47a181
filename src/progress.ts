/** Progress on stderr: a live line on a terminal, a plain line now and then elsewhere, groups on GitHub. */
import type { Progress } from './collect/collector.ts';
import { display } from './report/text.ts';

export interface ProgressOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface ProgressOptions {
  readonly output: ProgressOutput;
  readonly quiet: boolean;
  readonly format: 'text' | 'json';
  /** On GitHub Actions, stages fold. */
  readonly groups: boolean;
  /** Epoch milliseconds, for how often a line is due. */
  readonly now: () => number;
}

/** Milliseconds between plain lines, and between redraws of the live one. */
const PLAIN_EVERY = 10_000;
const LIVE_EVERY = 100;

export class ProgressReporter implements Progress {
  readonly #options: ProgressOptions;
  readonly #live: boolean;
  #name = '';
  #total: number | undefined;
  #steps = 0;
  #shownAt = 0;
  #startedAt = 0;
  #open = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#live = options.output.isTTY === true && options.format === 'text' && !options.quiet;
  }

  stage(name: string, total?: number): void {
    this.#name = name;
    this.#total = total;
    this.#steps = 0;
    this.#startedAt = this.#options.now();
    this.#shownAt = this.#startedAt;
    this.#open = true;
    if (this.#options.groups && !this.#options.quiet) this.#options.output.write(`::group::${name}\n`);
    if (this.#live) this.#redraw('');
  }

  step(what: string): void {
    this.#steps++;
    const now = this.#options.now();
    if (now - this.#shownAt < (this.#live ? LIVE_EVERY : PLAIN_EVERY)) return;
    this.#shownAt = now;
    if (this.#live) this.#redraw(display(what));
    else this.#line();
  }

  done(): void {
    this.#clear();
    this.#line();
    this.#endGroup();
  }

  /** For when a stage did not come to its end: what is written next is neither hidden in it nor on its line. */
  close(): void {
    if (!this.#open) return;
    this.#clear();
    this.#endGroup();
  }

  #clear(): void {
    if (this.#live) this.#options.output.write('\r\u001b[K');
  }

  #endGroup(): void {
    this.#open = false;
    if (this.#options.groups && !this.#options.quiet) this.#options.output.write('::endgroup::\n');
  }

  #counts(): string {
    if (this.#total === undefined) return this.#steps > 0 ? `${this.#steps}` : '';
    return `${this.#steps} of ${this.#total}`;
  }

  /** Steps a second, once there has been time to tell. */
  #rate(): string {
    const seconds = (this.#options.now() - this.#startedAt) / 1000;
    return seconds >= 1 && this.#steps > 0 ? `${(this.#steps / seconds).toFixed(1)}/s` : '';
  }

  #redraw(what: string): void {
    const text = [this.#name, this.#counts(), this.#rate(), what].filter((part) => part !== '').join('  ');
    this.#options.output.write(`\r\u001b[K${text.slice(0, (this.#options.output.columns ?? 80) - 1)}`);
  }

  #line(): void {
    if (this.#options.quiet) return;
    const counts = this.#counts();
    const text =
      this.#options.format === 'json'
        ? JSON.stringify({
            level: 'info',
            stage: this.#name,
            steps: this.#steps,
            ...(this.#total !== undefined && { total: this.#total }),
          })
        : counts
          ? `${this.#name}: ${counts}`
          : this.#name;
    this.#options.output.write(`${text}\n`);
  }
}
