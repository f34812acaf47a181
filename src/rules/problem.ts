/** What is wrong with a file that a person wrote, with its place and the way out. */

export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
}

/** A rule, test or framework file cannot be used. Carries every problem found, not just the first. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** `rules/a.yaml:6:15: message (hint)` */
export const formatProblem = ({ file, line, column, message, hint }: Problem): string =>
  `${file}:${line}:${column}: ${message}${hint ? ` (${hint})` : ''}`;

/** The nearest of some words to a misspelt one, if it is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const ranked = [...words].map((candidate) => ({
    candidate,
    distance: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  ranked.sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

/** Levenshtein distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
