/** Keeps a report's long lists in a folder while it is made and read. */
import { join } from 'node:path';
import type { ReportSpool } from './report/compile.ts';
import { readLines } from './snapshot/lines.ts';
import { TextFile } from './snapshot/text-file.ts';

type List = 'results' | 'sources';

export class FolderReportSpool implements ReportSpool {
  readonly #folder: string;
  readonly #files: { readonly [list in List]: TextFile };

  constructor(folder: string) {
    this.#folder = folder;
    this.#files = { results: new TextFile(this.#path('results')), sources: new TextFile(this.#path('sources')) };
  }

  #path(list: List): string {
    return join(this.#folder, `${list}.ndjson`);
  }

  append(list: List, line: string): Promise<void> {
    return this.#files[list].write(`${line}\n`);
  }

  /** Nothing is appended any more: from here on the lists can be read. */
  async finish(): Promise<void> {
    for (const file of Object.values(this.#files)) await file.close();
  }

  lines(list: List): AsyncIterable<string> {
    return readLines(this.#path(list));
  }

  /** For when it did not come to finish. */
  async abandon(): Promise<void> {
    for (const file of Object.values(this.#files)) await file.abandon();
  }
}
