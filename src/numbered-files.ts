/** A report's files: `report.sarif`, and `report-2.sarif` and on for what does not fit. All are put in place, or none. */
import { rm } from 'node:fs/promises';
import { parse, join } from 'node:path';
import { TextFile } from './snapshot/text-file.ts';

export class NumberedFiles {
  readonly #path: string;
  readonly #files: TextFile[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  /** Numbers begin at 1 and follow each other. */
  open(number: number): TextFile {
    const file = new TextFile(numbered(this.#path, number));
    this.#files.push(file);
    return file;
  }

  /** With `all`, files of higher numbers that an earlier report needed are gone afterwards. */
  async close(all: boolean): Promise<void> {
    for (const file of this.#files) await file.close();
    if (all) await this.#removeOlder();
  }

  /** Beside the new ones they would tell what is over. */
  async #removeOlder(): Promise<void> {
    for (let number = this.#files.length + 1; await removed(numbered(this.#path, number)); number++);
  }

  async abandon(): Promise<void> {
    for (const file of this.#files) await file.abandon();
  }
}

/** `report.sarif`, 2 → `report-2.sarif` */
export function numbered(path: string, number: number): string {
  const { dir, name, ext } = parse(path);
  return number === 1 ? path : join(dir, `${name}-${number}${ext}`);
}

const removed = (path: string): Promise<boolean> =>
  rm(path).then(
    () => true,
    () => false,
  );
