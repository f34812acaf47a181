/** Digests and GUIDs are digits by chance, which nothing packs: they stand behind each other as bytes, in places of one size. */

export interface DigitKind {
  readonly pattern: RegExp;
  readonly bytes: number;
}

export const SHA256: DigitKind = { pattern: /^[0-9a-f]{64}$/, bytes: 32 };
export const GUID: DigitKind = { pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, bytes: 16 };

export class Digits {
  readonly #kind: DigitKind;
  readonly #bytes: Buffer;
  #places = 0;

  constructor(kind: DigitKind, places: number) {
    this.#kind = kind;
    this.#bytes = Buffer.alloc(kind.bytes * places);
  }

  /** Takes the next place; false if the text is none of the kind, and the place stays empty. */
  add(text: string): boolean {
    const at = this.#kind.bytes * this.#places++;
    const fits = this.#kind.pattern.test(text);
    if (fits) this.#bytes.write(text.replaceAll('-', ''), at, 'hex');
    return fits;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#kind.bytes * this.#places);
  }
}
