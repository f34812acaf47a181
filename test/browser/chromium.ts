/** Debian's Chromium, where it is installed. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export const executablePath = PLACES.find((path) => existsSync(path));

export const MISSING = `no Chromium in ${PLACES.join(' or ')}: apt-get install chromium-headless-shell`;

/** A missing browser skips the tests that need one, but never in CI. */
export const skipped = executablePath === undefined && !process.env['CI'];

export async function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(MISSING);
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
}
