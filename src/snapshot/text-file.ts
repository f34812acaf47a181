/** Text files that are there whole or not at all, however large. */
import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';

const CHUNK = 1 << 18;

/** Throws if something stands there that must not be replaced by a file: /dev/null would be gone for the whole machine. */
export function assertReplaceable(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (!there || there.isFile() || there.isDirectory()) return;
  const next = 'Name a file; one that is not there yet is made.';
  throw Object.assign(new Error(`${path} is a device or a pipe, and would be replaced by a file.`), { next });
}

/** Collects what is written beside the file; only `close` puts it in its place. `.gz` by name. */
export class TextFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #bytes: ReturnType<typeof createWriteStream>;
  readonly #entry: Gzip | ReturnType<typeof createWriteStream>;
  #failure: Error | undefined;
  #waiting: string[] = [];
  #length = 0;
  /** Wakes the write that waits for room. */
  #goOn = (): void => {};

  constructor(path: string) {
    assertReplaceable(path);
    this.#path = path;
    this.#temporary = `${path}.tmp`;
    this.#bytes = createWriteStream(this.#temporary);
    this.#entry = path.endsWith('.gz') ? createGzip({ level: 6 }) : this.#bytes;
    if (this.#entry !== this.#bytes) this.#entry.pipe(this.#bytes);
    for (const stream of new Set([this.#entry, this.#bytes])) stream.on('error', (error: Error) => this.#fail(error));
    this.#entry.on('drain', () => this.#goOn());
    this.#bytes.on('close', () => this.#goOn());
  }

  /** What is told names the file, not what is written beside it. */
  #fail(error: Error): void {
    this.#failure ??= Object.assign(error, { path: this.#path });
    this.#entry.destroy();
    this.#bytes.destroy();
  }

  /** Resolves when there is room for more. Rejects when the disk refuses. */
  async write(text: string): Promise<void> {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= CHUNK) await this.#flush();
  }

  async #flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    if (!this.#entry.write(text)) await new Promise<void>((resolve) => (this.#goOn = resolve));
    if (this.#failure) throw this.#failure;
  }

  /** Puts the file in its place. */
  async close(): Promise<void> {
    await this.#flush();
    this.#entry.end();
    await finished(this.#bytes);
    if (this.#failure) throw this.#failure;
    await rename(this.#temporary, this.#path).catch((error: Error) => {
      this.#fail(error);
      throw error;
    });
  }

  /** Leaves no trace. */
  async abandon(): Promise<void> {
    this.#fail(new Error('abandoned'));
    // A stream that is still opening makes its file after this: wait, or it stays behind.
    if (!this.#bytes.closed) await new Promise<void>((resolve) => this.#bytes.once('close', () => resolve()));
    await rm(this.#temporary, { force: true });
  }
}

/** Writes a whole file by a function; what goes wrong leaves the old file, or none. */
export async function writeTextFile(path: string, fill: (file: TextFile) => Promise<void>): Promise<void> {
  const file = new TextFile(path);
  try {
    await fill(file);
    await file.close();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}
