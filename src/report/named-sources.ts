/** The requests that evidence names: kept for the report; the others are forgotten with the block that they were told in. */
import type { Source } from '../model/report.ts';
import type { ReportSpool } from './spooled.ts';

export class NamedSources {
  readonly #spool: ReportSpool;
  readonly #shared = new Map<number, Source>();
  #block: Map<number, Source> | undefined;

  constructor(spool: ReportSpool) {
    this.#spool = spool;
  }

  heard({ record: _, ...source }: Source & { record: string }): void {
    (this.#block ?? this.#shared).set(source.id, source);
  }

  beginBlock(): void {
    this.#block = new Map();
  }

  /** Those that are written are forgotten, too: ids are unique. */
  async named(id: number): Promise<void> {
    const keeper = this.#block?.has(id) ? this.#block : this.#shared;
    const source = keeper.get(id);
    if (!source) return;
    keeper.delete(id);
    await this.#spool.append('sources', JSON.stringify(source));
  }
}
