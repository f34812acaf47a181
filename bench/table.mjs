/** What benchmarks tell, as a table. */

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number | string} measured
 * @property {number} [ratio] to the plainest way of doing the same
 * @property {string} [goal]
 * @property {boolean} [met]
 */

/** @param {readonly Row[]} rows */
export function print(rows) {
  const cells = rows.map(({ what, measured, ratio, goal, met }) => [
    what,
    typeof measured === 'number' ? measured.toLocaleString('en') : measured,
    ratio === undefined ? '' : `× ${ratio.toFixed(2)}`,
    goal === undefined ? '' : `${goal} ${met ? 'met' : 'MISSED'}`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column].length)));
  for (const [what, measured, ratio, goal] of cells)
    console.log(
      `${what.padEnd(widths[0])}  ${measured.padStart(widths[1])}  ${ratio.padStart(widths[2])}  ${goal}`.trimEnd(),
    );
}

/** Runs a benchmark that was started by itself. @param {ImportMeta} meta @param {() => Promise<Row[]>} measure */
export async function printIfMain(meta, measure) {
  if (process.argv[1] === meta.filename) print(await measure());
}
