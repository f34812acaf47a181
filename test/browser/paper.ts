/** The report on paper: printed by Chromium, read back with Debian's Poppler. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import type { Report } from '../../src/model/report.ts';
import { page as render } from '../report/page.ts';
import { MISSING as NO_BROWSER, skipped as noBrowser } from './chromium.ts';

const PDFTOTEXT = '/usr/bin/pdftotext';
const noPoppler = !existsSync(PDFTOTEXT);

/** A missing program skips the tests that need it, but never in CI. */
export const skipped = noBrowser || (noPoppler && !process.env['CI']);
export const MISSING = noBrowser ? NO_BROWSER : `no ${PDFTOTEXT}: apt-get install poppler-utils`;

export interface Printed {
  /** In points, as `595 x 842`. */
  readonly size: string;
  /** The words of each page, laid out as they stand. */
  readonly pages: readonly string[];
  /** All words in the order in which they are read, with one blank between them. */
  readonly text: string;
}

const run = promisify(execFile);

export async function print(report: Report, format: 'A4' | 'Letter', browser: Browser): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-paper-'));
  try {
    const [html, pdf] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    await writeFile(html, await render(report));
    await toPdf(pathToFileURL(html).href, pdf, format, browser);
    const [laidOut, read] = await Promise.all([wordsOf(pdf, '-layout'), wordsOf(pdf)]);
    return { size: await sizeOf(pdf), pages: laidOut.split('\f').slice(0, -1), text: read.replace(/\s+/g, ' ') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function toPdf(address: string, path: string, format: 'A4' | 'Letter', browser: Browser): Promise<void> {
  const page = await browser.newPage({ offline: true });
  await page.goto(address);
  await page.pdf({ path, format, printBackground: true });
  await page.close();
}

async function wordsOf(pdf: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await run(PDFTOTEXT, [...options, pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function sizeOf(pdf: string): Promise<string> {
  const { stdout } = await run('/usr/bin/pdfinfo', [pdf]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(stdout) ?? [];
  return `${Math.floor(Number(width))} x ${Math.floor(Number(height))}`;
}
