/** A report on disk, opened offline as a reader would. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit extends BrowserContextOptions {
  readonly fragment?: string;
  /** The browser cannot unpack, as older ones: what stands in the page is all there is. */
  readonly withoutUnpacking?: boolean;
}

/** The file of a report, looked at in a browser. */
export class Opened {
  readonly address: string;
  readonly folder: string;
  readonly #browser: Browser;

  private constructor(folder: string, address: string, browser: Browser) {
    this.folder = folder;
    this.address = address;
    this.#browser = browser;
  }

  static async of(html: string, browser: Browser): Promise<Opened> {
    const folder = await mkdtemp(join(tmpdir(), 'vault-posture-'));
    const file = join(folder, 'report.html');
    await writeFile(file, html);
    return new Opened(folder, pathToFileURL(file).href, browser);
  }

  /** Fails on any complaint in the console and any request but the page itself. */
  async visit<T>({ fragment = '', withoutUnpacking, ...options }: Visit, read: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext({ offline: true, reducedMotion: 'reduce', ...options });
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      if (withoutUnpacking) await page.addInitScript('delete globalThis.DecompressionStream');
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(this.address)) complaints.push(request.url());
      });
      await page.goto(this.address + fragment);
      if (options.javaScriptEnabled !== false && !withoutUnpacking) await unpacked(page);
      const result = await read(page);
      expect(complaints).toEqual([]);
      return result;
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

/** All findings stand in the list of them. */
export const unpacked = (page: Page): Promise<void> =>
  page.locator('#rows[aria-busy=false]').waitFor({ state: 'attached' });

/** What axe finds wrong in a part of the page; it has to be visited with `bypassCSP`. */
export async function barriers(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis')))
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
  const run = `axe.run(${JSON.stringify(part)}, { resultTypes: ['violations'] })`;
  const { violations } = (await page.evaluate(run)) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export const widthOf = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth');
