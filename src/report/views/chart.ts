/** Places in an SVG 360 wide, for charts whose table stands beside them. */
import { count } from '../text.ts';

const WIDTH = 360;
/** Half-way between two columns or rows, in the same unit. */
const GAP = 0.3;

export interface Part {
  /** Class of the fill; with a pattern where `PATTERNS` has one, so that it is told apart without colours. */
  readonly name: string;
  readonly size: number;
}

/** Fills that are patterns of the page, by name. */
const PATTERNS: { readonly [name: string]: string } = {
  over: 'pattern-over',
  expired: 'pattern-over',
  key: 'pattern-key',
  certificate: 'pattern-certificate',
  instead: 'pattern-key',
  missing: 'pattern-unknown',
  unknown: 'pattern-unknown',
};

const rounded = (value: number): number => Math.round(10 * value) / 10;

const total = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0);

// ---- columns

const TOP = 16;
const BASE = 140;
const HEIGHT = 158;

export interface Column {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** Stacked columns with their sums above. `limit` is drawn before the column of that number. */
export function columns(all: readonly Column[], limit?: { readonly before: number; readonly label: string }) {
  const step = WIDTH / Math.max(1, all.length);
  const scale = (BASE - TOP) / Math.max(1, ...all.map(({ parts }) => total(parts)));
  return {
    height: HEIGHT,
    base: BASE,
    bars: all.flatMap(({ parts }, at) => stacked(parts, step * (at + GAP / 2), step * (1 - GAP), scale)),
    sums: all.map(({ parts }, at) => ({
      x: rounded(step * (at + 0.5)),
      y: rounded(BASE - scale * total(parts) - 4),
      text: count(total(parts)),
    })),
    labels: all.map(({ label }, at) => ({ x: rounded(step * (at + 0.5)), y: BASE + 13, text: label })),
    limit: limit ? limitLine(step * limit.before, limit.label) : null,
  };
}

function stacked(parts: readonly Part[], x: number, width: number, scale: number) {
  let y = BASE;
  return parts
    .filter(({ size }) => size > 0)
    .map(({ name, size }) => {
      y -= scale * size;
      return bar(name, x, y, width, scale * size);
    });
}

const bar = (name: string, x: number, y: number, width: number, height: number) => ({
  name,
  pattern: PATTERNS[name] ?? null,
  x: rounded(x),
  y: rounded(y),
  width: Math.max(1, rounded(width)),
  height: Math.max(1, rounded(height)),
});

/** The words stand on the side where there is more room. */
const limitLine = (x: number, label: string) => ({
  x: rounded(x),
  label,
  textX: rounded(x + (x > WIDTH / 2 ? -4 : 4)),
  anchor: x > WIDTH / 2 ? 'end' : 'start',
});

// ---- rows

const ROW = 24;
const LABELS = 128;
/** Room for the numbers beside the bars, for each character and between. */
const CHARACTER = 5.6;
const ROOM = 8;

export interface Row {
  readonly label: string;
  readonly parts: readonly Part[];
  /** Beside the bar; the sum of its parts if left out. */
  readonly number?: string;
}

/** Stacked rows: the label left, the number right. Each is as long as its sum, or all are of one length. */
export function rows(all: readonly Row[], length: 'bySum' | 'whole') {
  const longest = Math.max(1, ...all.map(({ parts }) => total(parts)));
  const numbers = all.map(({ parts, number }) => number ?? count(total(parts)));
  const room = WIDTH - LABELS - ROOM - CHARACTER * Math.max(0, ...numbers.map(({ length }) => length));
  return {
    height: ROW * all.length + 4,
    bars: all.flatMap(({ parts }, at) => {
      const whole = length === 'whole' ? Math.max(1, total(parts)) : longest;
      return along(parts, ROW * at + 5, room / whole);
    }),
    labels: all.map(({ label }, at) => ({ y: ROW * at + 16, text: label })),
    numbers: numbers.map((text, at) => ({ y: ROW * at + 16, text })),
  };
}

function along(parts: readonly Part[], y: number, scale: number) {
  let x = LABELS;
  return parts
    .filter(({ size }) => size > 0)
    .map(({ name, size }) => {
      const drawn = bar(name, x, y, scale * size, ROW - 9);
      x += scale * size;
      return drawn;
    });
}
