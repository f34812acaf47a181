// Takes the pictures of a report for the README: node scripts/screenshots.mjs path/to/report.html [folder, else docs]
// Needs Debian's chromium-headless-shell and poppler-utils.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
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
  { name: 'report-figures.png', viewport: DESKTOP, colorScheme: 'light', section: 'figures' },
  { name: 'report-frameworks.png', viewport: DESKTOP, colorScheme: 'light', section: 'frameworks' },
  { name: 'report-phone-light.png', viewport: PHONE, colorScheme: 'light' },
  { name: 'report-phone-dark.png', viewport: PHONE, colorScheme: 'dark' },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
for (const { name, section, ...options } of PICTURES) {
  const context = await browser.newContext({ ...options, offline: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(report)).href);
  if (section) await page.locator(`#${section}`).evaluate(unfolded);
  await page.screenshot({ path: join(folder, name) });
  await context.close();
  console.log(join(folder, name));
}
await printed();
await browser.close();

/** In the page: its first part is opened, and it stands at the top. */
function unfolded(section) {
  section.querySelector('details')?.setAttribute('open', '');
  section.scrollIntoView();
}

/** The page of findings after the first, as it comes out of a printer. */
async function printed() {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(report)).href);
  const pdf = join(folder, 'report.pdf');
  await page.pdf({ path: pdf, format: 'A4', printBackground: true });
  for (const [name, number] of [['report-print-cover', 1], ['report-print-findings', 12]]) {
    execFileSync('pdftoppm', ['-png', '-singlefile', '-r', '90', '-f', `${number}`, '-l', `${number}`, pdf, join(folder, name)]);
    console.log(join(folder, `${name}.png`));
  }
  rmSync(pdf);
}
