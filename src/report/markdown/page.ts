/** A text that may not outgrow a number of bytes: what does not fit is not written, and is counted. */

export class Page {
  readonly #pieces: string[] = [];
  #left: number;

  /** Bytes in UTF-8. */
  constructor(size: number) {
    this.#left = size;
  }

  /** Whether there was room. */
  add(text: string): boolean {
    const size = Buffer.byteLength(text);
    if (size > this.#left) return false;
    this.#left -= size;
    this.#pieces.push(text);
    return true;
  }

  /** As many rows as there is room for, with so many bytes kept free; gives how many. */
  addRows(rows: Iterable<string>, free: number): number {
    let number = 0;
    this.#left -= free;
    for (const row of rows) {
      if (!this.add(row)) break;
      number++;
    }
    this.#left += free;
    return number;
  }

  get text(): string {
    return this.#pieces.join('');
  }
}
