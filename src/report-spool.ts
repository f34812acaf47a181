/** Keeps a report's long lists in a folder while it is made and read. */
import { join } from 'node:path';
import type { ReportSpool, SpooledList } from './report/spooled.ts';
import { readLines } from './snapshot/lines.ts';
import { TextFile } from './snapshot/text-file.ts';

export class FolderReportSpool implements ReportSpool {
  readonly #folder: string;
  readonly #files: { readonly [list in SpooledList]: TextFile };

  constructor(folder: string) {
    this.#folder = folder;
    this.#files = { results: new TextFile(this.#path('results')), sources: new TextFile(this.#path('sources')) };
  }

  #path(list: SpooledList): string {
    return join(this.#folder, `${list}.ndjson`);
  }

  append(list: SpooledList, line: string): Promise<void> {
    return this.#files[list].write(`${line}\n`);
  }

  /** Nothing is appended any more: from here on the lists can be read. */
  async finish(): Promise<void> {
    for (const file of Object.values(this.#files)) await file.close();
  }

  lines(list: SpooledList): AsyncIterable<string> {
    return readLines(this.#path(list));
  }

  /** For when it did not come to finish. */
  async abandon(): Promise<void> {
    for (const file of Object.values(this.#files)) await file.abandon();
  }
}
