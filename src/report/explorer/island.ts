/**
 * The data of the page's explorer: a line for each block of findings, then of the answers that their evidence stands on,
 * and last the legend to both. All of it is kept packed until the page is written, about 60 bytes for a finding.
 */
import type { Finding } from '../../model/finding.ts';
import type { ReportHead, Source } from '../../model/report.ts';
import { Answers, ANSWERS } from './answers.ts';
import { Block, BLOCK } from './block.ts';
import { Legend, type LegendContext } from './legend.ts';
import { Packing } from './packing.ts';

/** Findings that the explorer holds at most, the worst of them. A browser keeps about 1 KB for each. */
export const EXPLORED = 200_000;

/** The island as bytes: what was packed, and fingerprints and ids of requests, which nothing packs. */
export interface PackedIsland {
  readonly packed: readonly Buffer[];
  readonly digits: readonly Buffer[];
}

export class Island {
  readonly #legend: Legend;
  readonly #packing = new Packing();
  readonly #digits: Buffer[] = [];
  readonly #named = new Set<number>();
  #block: Block;
  #answers = new Answers();
  #findings = 0;

  constructor(head: Pick<ReportHead, 'frameworks' | 'rules'>) {
    this.#legend = new Legend(head);
    this.#block = new Block(this.#legend);
  }

  /** Findings come first; those that are too many are left out. Resolves when there is room for more. */
  async add(finding: Finding): Promise<void> {
    if (this.#findings === EXPLORED) return;
    for (const { source } of finding.evidence ?? []) if (source) this.#named.add(source.ref);
    this.#block.add(finding);
    this.#findings++;
    if (this.#block.size === BLOCK) await this.#endBlock();
  }

  async #endBlock(): Promise<void> {
    await this.#pack(this.#block);
    this.#block = new Block(this.#legend);
  }

  async #pack(block: Block | Answers): Promise<void> {
    if (block.size === 0) return;
    this.#digits.push(block.digits);
    await this.#packing.add(JSON.stringify(block));
  }

  /** Then all sources: those that no evidence names are left out. */
  async hear(source: Source): Promise<void> {
    if (!this.#named.has(source.id)) return;
    if (this.#block.size > 0) await this.#endBlock();
    this.#answers.add(source);
    if (this.#answers.size < ANSWERS) return;
    await this.#pack(this.#answers);
    this.#answers = new Answers();
  }

  async end(context: LegendContext): Promise<PackedIsland> {
    await this.#pack(this.#block);
    await this.#pack(this.#answers);
    await this.#packing.add(JSON.stringify({ size: this.#findings, ...this.#legend.told(context) }));
    return { packed: await this.#packing.end(), digits: this.#digits };
  }
}
