/**
 * A large estate judged and rendered by processes whose heap is small. A process that dies, or a report that is not
 * whole, ends the benchmark with an error. Sizes other than the promised: `node bench/memory.mjs VAULTS OBJECTS`.
 */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { writeEstate } from './estate.mjs';
import { print } from './table.mjs';

const PROMISED = { vaults: 2000, objects: 200_000 };
/** Megabytes. */
const HEAP = 256;
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PEAK = new URL('peak.mjs', import.meta.url).href;

/** @param {import('./estate.mjs').Size} [size] @returns {Promise<import('./table.mjs').Row[]>} */
export async function measure(size = PROMISED) {
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-bench-'));
  try {
    const snapshot = join(folder, 'snapshot.ndjson');
    await writeEstate(snapshot, size);
    const { size: bytes } = await stat(snapshot);
    const json = await evaluate(snapshot, join(folder, 'report.json'));
    const html = await evaluate(snapshot, join(folder, 'report.html'));
    const verdicts = await verdictsIn(join(folder, 'report.json'));
    return [
      { what: `snapshot of ${size.vaults} vaults, ${size.objects} objects, MB`, measured: megabytes(bytes) },
      { what: 'verdicts', measured: verdicts },
      ...rowsOf('JSON', json, bytes),
      ...rowsOf('HTML', html, bytes),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @typedef {{ seconds: number, peak: number, bytes: number }} Run `peak`: resident bytes */

/** @param {string} snapshot @param {string} report @returns {Promise<Run>} */
async function evaluate(snapshot, report) {
  const start = process.hrtime.bigint();
  const args = [
    `--max-old-space-size=${HEAP}`,
    '--import',
    PEAK,
    CLI,
    'evaluate',
    snapshot,
    '--out',
    report,
    '--quiet',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const [errors, peak, code] = await Promise.all([text(child.stderr), text(child.stdio[3]), ended]);
  if (code !== 0 && code !== 1) throw new Error(`under ${HEAP} MB it ended with ${code}: ${errors.slice(0, 500)}`);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, peak: Number(peak) * 1024, bytes: (await stat(report)).size };
}

/** @param {string} format @param {Run} run @param {number} read bytes of the snapshot @returns {import('./table.mjs').Row[]} */
const rowsOf = (format, { seconds, peak, bytes }, read) => [
  { what: `judged and rendered to ${format}, s`, measured: seconds.toFixed(1) },
  { what: `  ${format} written, MB`, measured: megabytes(bytes), ratio: bytes / read },
  { what: `  most memory held with a heap of ${HEAP} MB, MB`, measured: megabytes(peak), ratio: peak / read },
];

const megabytes = (bytes) => Math.round(bytes / 1e6);

/** The totals in the head, once the results have been counted against them. @param {string} report */
async function verdictsIn(report) {
  let promised = 0;
  let results = 0;
  let last = '';
  for await (const line of createInterface({ input: createReadStream(report) })) {
    if (line.startsWith('"totals":')) promised = sum(JSON.parse(line.slice('"totals":'.length, -1)));
    if (line.startsWith('{"ruleId":')) results++;
    last = line;
  }
  if (last !== ']}' || results === 0 || results !== promised)
    throw new Error(`the report has ${results} of ${promised} results and ends with ${last}`);
  return results;
}

const sum = (totals) => Object.values(totals).reduce((all, number) => all + number, 0);

if (process.argv[1] === import.meta.filename) {
  const [vaults = PROMISED.vaults, objects = PROMISED.objects] = process.argv.slice(2).map(Number);
  print(await measure({ vaults, objects }));
}
