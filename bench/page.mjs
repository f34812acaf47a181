/**
 * The HTML report of 100,000 findings: how long it takes to write, how much memory that holds, how large it is; and where
 * Chromium is found, how soon it can be read and filtered. The findings are those that the shipped rules make of a
 * synthetic estate. `node bench/page.mjs FINDINGS` takes another number.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { writeEstate } from './estate.mjs';
import { print } from './table.mjs';

const FINDINGS = 100_000;
/** Findings that an object of the synthetic estate has at least, in all. */
const EACH = 1.4;
const OBJECTS_IN_A_VAULT = 40;
/** Milliseconds and bytes. */
const GOALS = { write: 3000, held: 250e6, size: 15e6, open: 3000, filter: 150 };
const BROWSER = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PEAK = new URL('peak.mjs', import.meta.url).href;

/** @param {number} [findings] @returns {Promise<import('./table.mjs').Row[]>} */
export async function measure(findings = FINDINGS) {
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-bench-'));
  try {
    const report = await reportOf(folder, findings);
    const page = join(folder, 'report.html');
    const { milliseconds, held } = await run(['report', report, '--out', page, '--quiet']);
    const { size } = await stat(page);
    return [
      row(`page of ${findings.toLocaleString('en')} findings written, ms`, milliseconds, GOALS.write),
      row('  most memory held, MB', held, GOALS.held, 1e6),
      row('  its size, MB', size, GOALS.size, 1e6),
      ...(BROWSER ? await read(page, BROWSER) : [{ what: '  opening and filtering', measured: 'no Chromium' }]),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {string} what @param {number} value @param {number} goal @param {number} [unit] */
const row = (what, value, goal, unit = 1) => ({
  what,
  measured: (value / unit).toFixed(unit === 1 ? 0 : 1),
  goal: `<= ${goal / unit}`,
  met: value <= goal,
});

/** A report of exactly so many failed and unknown findings. @param {string} folder @param {number} findings */
async function reportOf(folder, findings) {
  const [snapshot, all, report] = ['snapshot.ndjson', 'all.json', 'report.json'].map((name) => join(folder, name));
  const objects = Math.ceil(findings / EACH);
  await writeEstate(snapshot, { vaults: Math.ceil(objects / OBJECTS_IN_A_VAULT), objects });
  await run(['evaluate', snapshot, '--out', all, '--quiet']);
  await keep(all, report, findings);
  return report;
}

/** The first findings; a finding stands in one line. @param {string} from @param {string} to @param {number} findings */
async function keep(from, to, findings) {
  const out = createWriteStream(to, { highWaterMark: 1 << 20 });
  let kept = 0;
  for await (const line of createInterface({ input: createReadStream(from) })) {
    const isResult = line.startsWith('{"ruleId":');
    if (isResult && (kept === findings || !/"verdict":"(?:fail|unknown)"/.test(line))) continue;
    kept += Number(isResult);
    const last = isResult && kept === findings;
    if (!out.write(`${last ? line.replace(/,$/, '') : line}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  if (kept < findings) throw new Error(`the estate gave ${kept} findings instead of ${findings}`);
}

/** @param {string[]} args */
async function run(args) {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', PEAK, CLI, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [errors, peak, code] = await Promise.all([text(child.stderr), text(child.stdio[3]), ended]);
  if (code !== 0 && code !== 1) throw new Error(`${args[0]} ended with ${code}: ${errors.slice(0, 500)}`);
  return { milliseconds: performance.now() - start, held: Number(peak) * 1024 };
}

/** @param {string} page @param {string} executablePath @returns {Promise<import('./table.mjs').Row[]>} */
async function read(page, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--disable-dev-shm-usage'] });
  try {
    const tab = await (await browser.newContext({ offline: true })).newPage();
    const start = performance.now();
    await tab.goto(pathToFileURL(page).href);
    await tab.locator('#rows[aria-busy=false]').waitFor({ state: 'attached' });
    const opened = performance.now() - start;
    const chosen = await tab.evaluate(filter, ['severity', 'medium']);
    const typed = await tab.evaluate(filter, ['text', 'the partner']);
    return [
      row('  opened, all listed, ms', opened, GOALS.open),
      row('  filtered by severity and drawn, ms', chosen, GOALS.filter),
      row('  searched for two words and drawn, ms', typed, GOALS.filter),
    ];
  } finally {
    await browser.close();
  }
}

/** In the page: puts a value into the filter; milliseconds until the answer is drawn. */
const filter = ([name, value]) =>
  new Promise((resolve) => {
    const field = document.getElementById('filter').elements[name];
    field.value = value;
    const start = performance.now();
    field.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  });

if (process.argv[1] === import.meta.filename) {
  const [findings = FINDINGS] = process.argv.slice(2).map(Number);
  print(await measure(findings));
}
