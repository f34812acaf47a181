/** Numbers for what much else shares, so that each says it in a digit or two. */
export class Numbering<T> {
  readonly #numbers = new Map<string, number>();
  readonly #entries: T[] = [];

  /** The number of what this key stands for, counted from 0 in the order of first use. */
  of(key: string, entry: () => T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#entries.length);
    return this.#entries.push(entry()) - 1;
  }

  /** By number. */
  get entries(): readonly T[] {
    return this.#entries;
  }
}
