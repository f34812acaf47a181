/** A list that comes in pages: what has come of it, and where it goes on. */
import type { Asked, Told, ToldList } from '../collector.ts';
import { isRecord, type RawFacts } from '../settle.ts';
import { CallError } from './http.ts';

/** More pages than any list has; behind it a service that never ends. */
const MOST_PAGES = 20_000;
/** Services send empty pages now and then; so many in a row lead nowhere. */
const MOST_BARREN = 50;

/** The pages of a list so far. */
export class Gathered {
  readonly #items = new Map<string, RawFacts>();
  readonly #links = new Set<string>();
  /** Pages in a row that brought nothing new. */
  #barren = 0;
  asked: Asked | undefined;

  /** Objects that move between pages while they are read come twice. */
  add(items: readonly unknown[]): void {
    const before = this.#items.size;
    this.#addAll(items);
    this.#barren = this.#items.size > before ? 0 : this.#barren + 1;
  }

  #addAll(items: readonly unknown[]): void {
    for (const item of items) {
      const raw: RawFacts = isRecord(item) ? item : {};
      const id = raw.id ?? raw.kid ?? raw.keyUri;
      this.#items.set(typeof id === 'string' ? id.toLowerCase() : `#${this.#items.size}`, raw);
    }
  }

  /** Where the list goes on, if it does: more of the same list, or nothing. Its token is for its host alone. */
  next(link: unknown, first: string, asked: Asked): string | undefined {
    if (link === undefined || link === null || link === '') return undefined;
    if (typeof link !== 'string' || !isSameList(link, first))
      throw new CallError(asked, 'Astray', undefined, 'the list goes on at the address of something else');
    if (!this.#isNew(link)) throw new CallError(asked, 'Circle', undefined, 'the list leads on and on without end');
    return link;
  }

  #isNew(link: string): boolean {
    if (this.#links.has(link) || this.#links.size >= MOST_PAGES || this.#barren >= MOST_BARREN) return false;
    this.#links.add(link);
    return true;
  }

  told(told: Told<unknown>): ToldList<RawFacts> {
    const items = [...this.#items.values()];
    if (!told.failure) return { asked: told.asked, items };
    const { asked, failure } = told;
    return this.asked ? { asked: this.asked, items, failure, brokeOff: asked } : { asked, items, failure };
  }
}

/** Services spell letter case, port and encoding of their links as they like; host and path stay the same. */
function isSameList(link: string, first: string): boolean {
  if (!URL.canParse(link)) return false;
  const [there, here] = [new URL(link), new URL(first)];
  return there.origin === here.origin && plain(there.pathname) === plain(here.pathname);
}

function plain(path: string): string {
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path;
  }
}
