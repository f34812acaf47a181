/** A value somewhere in a JSON document, with where that is: to ask of documents that may hold anything. */
export class JsonNode {
  readonly value: unknown;
  /** JSON Pointer, `/runs/0/results`; empty for the document. */
  readonly place: string;

  constructor(value: unknown, place = '') {
    this.value = value;
    this.place = place;
  }

  /** What a path of members and indexes leads to; its value is undefined where there is nothing. */
  at(...path: readonly (string | number)[]): JsonNode {
    return path.reduce<JsonNode>((node, step) => node.#child(step), this);
  }

  #child(step: string | number): JsonNode {
    const holder = this.value;
    const has = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step);
    const value = has ? (holder as { readonly [step: string | number]: unknown })[step] : undefined;
    return new JsonNode(value, `${this.place}/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`);
  }

  /** Of a list; none of anything else. */
  get items(): JsonNode[] {
    return Array.isArray(this.value) ? this.value.map((_, at) => this.at(at)) : [];
  }

  /** The text, or nothing where there is none but blanks. */
  get text(): string | undefined {
    return typeof this.value === 'string' && this.value.trim() !== '' ? this.value : undefined;
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get isThere(): boolean {
    return this.value !== undefined;
  }
}
