/** Subscriptions as people know them: by name, with the GUID that tells two of one name apart. */
import type { ReportHead } from '../model/report.ts';

export class SubscriptionNames {
  readonly #names = new Map<string, string>();
  readonly #ids = new Map<string, string[]>();

  constructor({ subscriptions = [] }: Pick<ReportHead, 'subscriptions'>) {
    for (const { id, name } of subscriptions) {
      if (folded(id) === folded(name)) continue;
      this.#names.set(folded(id), name);
      this.#ids.set(folded(name), [...(this.#ids.get(folded(name)) ?? []), id]);
    }
  }

  /** `1b4e…` → `Payments production (1b4e…)`; the id alone where it has no name. */
  of(id: string): string {
    const name = this.#names.get(folded(id));
    return name === undefined ? id : `${name} (${id})`;
  }

  /** The same for what was asked for, which may be a name, and that of several. */
  asked(text: string): string {
    const ids = this.#ids.get(folded(text));
    return ids ? `${text} (${ids.join(', ')})` : this.of(text);
  }

  /** The same for a place of coverage, `subscription:1b4e…`; undefined for places of other kinds. */
  place(place: string): string | undefined {
    const id = /^subscription:(.+)$/is.exec(place)?.[1];
    return id === undefined ? undefined : `subscription ${this.of(id)}`;
  }
}

/** Neither names nor ids tell letter case apart. */
const folded = (text: string): string => text.toLowerCase();
