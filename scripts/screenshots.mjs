// Takes the pictures of a report for the README: node scripts/screenshots.mjs path/to/report.html [folder, else docs]
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report, folder = 'docs'] = process.argv.slice(2);
if (!report || !existsSync(report)) {
  console.error('usage: node scripts/screenshots.mjs path/to/report.html [folder]');
  process.exit(2);
}

const executablePath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);
if (!executablePath) {
  console.error('No Chromium: apt-get install chromium-headless-shell');
  process.exit(2);
}

const DESKTOP = { width: 1440, height: 1000 };
const PHONE = { width: 360, height: 780 };
const PICTURES = [
  { name: 'report-light.png', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'report-dark.png', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'report-phone-light.png', viewport: PHONE, colorScheme: 'light' },
  { name: 'report-phone-dark.png', viewport: PHONE, colorScheme: 'dark' },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
for (const { name, ...options } of PICTURES) {
  const context = await browser.newContext({ ...options, offline: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(report)).href);
  await page.screenshot({ path: join(folder, name) });
  await context.close();
  console.log(join(folder, name));
}
await browser.close();
