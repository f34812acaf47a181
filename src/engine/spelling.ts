/** What a misspelt word may have meant. */

/** The nearest of some words, letter case aside, if it is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const ranked = [...words].map((candidate) => ({
    candidate,
    distance: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  ranked.sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= mostMistakes(word) ? best.candidate : undefined;
}

/** Something of a short word has to be right: with two mistakes in two letters, it could be any. */
const mostMistakes = ({ length }: string): number => Math.min(length - 1, Math.max(2, Math.floor(length / 3)));

/** The same as a hint. */
export function didYouMean(word: string, words: Iterable<string>): string | undefined {
  const meant = nearest(word, words);
  return meant && `did you mean "${meant}"?`;
}

/** Letters to add, drop, change or swap. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
