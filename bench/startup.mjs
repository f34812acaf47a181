/** What `--help` costs above bare Node, in turn so that both see the same machine. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { printIfMain } from './table.mjs';

const RUNS = 25;
/** Milliseconds. */
const GOAL = 30;
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** @returns {Promise<import('./table.mjs').Row[]>} */
export async function measure() {
  const bare = [];
  const help = [];
  for (let run = 0; run < RUNS; run++) {
    bare.push(timed(['-e', '0']));
    help.push(timed([CLI, '--help']));
  }
  const above = median(help) - median(bare);
  return [
    { what: 'bare Node, ms, least / median', measured: shown(bare), ratio: 1 },
    { what: '--help, ms, least / median', measured: shown(help), ratio: median(help) / median(bare) },
    { what: '--help above bare Node, ms', measured: above.toFixed(1), goal: `< ${GOAL}`, met: above < GOAL },
  ];
}

/** Milliseconds from start to end of a process. @param {string[]} args */
function timed(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const shown = (numbers) => `${Math.min(...numbers).toFixed(1)} / ${median(numbers).toFixed(1)}`;

await printIfMain(import.meta, measure);
