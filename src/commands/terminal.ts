/** Where a command runs: what goes out, where paths begin, and what may stop it. */
import pc from 'picocolors';

export interface Terminal {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly env: NodeJS.ProcessEnv;
  /** The folder that relative paths are seen from. */
  readonly cwd: string;
  readonly signal: AbortSignal;
}

export type Colors = ReturnType<typeof pc.createColors>;

/** Colours where somebody looks: not in files and pipes, not with NO_COLOR (https://no-color.org). */
export const colorsFor = (terminal: Terminal): Colors => pc.createColors(hasColors(terminal));

function hasColors({ stdout, env: { NO_COLOR, FORCE_COLOR, TERM } }: Terminal): boolean {
  if (NO_COLOR || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  return stdout.isTTY === true ? TERM !== 'dumb' : Boolean(FORCE_COLOR);
}

const NARROWEST = 40;
/** Longer lines are hard to read, and what is no terminal has none that fits. */
const WIDEST = 100;

/** Columns for tables: what is no terminal has one line for each row. */
export const tableWidthOf = ({ stdout: { isTTY, columns } }: Terminal): number =>
  isTTY === true && columns ? Math.max(columns, NARROWEST) : Infinity;

/** Columns for running text. */
export const widthOf = ({ stdout: { columns = WIDEST } }: Terminal): number =>
  Math.min(Math.max(columns, NARROWEST), WIDEST);
