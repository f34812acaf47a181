/** Chance that is the same on every run. */

export class Dice {
  #state;

  /** @param {number} seed any integer */
  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** The next of 2^32 numbers: a Weyl sequence, its bits mixed as MurmurHash3 does at its end. */
  #next() {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  }

  /** From 0 up to, without, `bound`. @param {number} bound */
  below(bound) {
    return Math.floor((this.#next() / 2 ** 32) * bound);
  }

  /** True so many times in a hundred. @param {number} percent */
  chance(percent) {
    return this.below(100) < percent;
  }

  /** @template T @param {readonly T[]} items @returns {T} */
  pick(items) {
    return items[this.below(items.length)];
  }

  /** Lower-case hexadecimal digits. @param {number} length */
  hex(length) {
    let digits = '';
    while (digits.length < length) digits += this.#next().toString(16).padStart(8, '0');
    return digits.slice(0, length);
  }

  guid() {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-');
  }
}
