/** Names that say nothing: the same for the same text and key, and not to be guessed back without the key. */
import { createHmac } from 'node:crypto';

/** Hexadecimal digits: among a million texts, two alike are one in thirty million. */
const DIGITS = 16;

/** Texts whose pseudonyms are kept at hand; vaults and subscriptions come again and again. */
const KEPT = 10_000;

export class Pseudonyms {
  readonly #key: Uint8Array;
  readonly #kept = new Map<string, string>();

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** `secret`, `db-password` → `secret-9f31a0c2b4d5e6f7`. Letter case makes no difference, as in Azure's names and ids. */
  named(label: string, text: string): string {
    return `${label}-${this.of(text)}`;
  }

  of(text: string): string {
    const folded = text.toLowerCase().normalize('NFC');
    const known = this.#kept.get(folded);
    if (known !== undefined) return known;
    const made = this.#hash('name', folded).slice(0, DIGITS);
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(folded, made);
    return made;
  }

  /** As long as it was: 64 hexadecimal digits. What it was made of can be guessed, so that it may not stay. */
  fingerprint(text: string): string {
    return this.#hash('fingerprint', text);
  }

  #hash(purpose: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${purpose}\0${text}`).digest('hex');
  }
}
