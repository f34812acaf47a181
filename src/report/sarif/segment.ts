/** Names from the estate as one segment of a repository's path. */

/** Azure's names for vaults end at 24 characters, those of HSMs too. */
const LONGEST = 100;

/**
 * Folded to lower case, since Azure's own answers differ in it and GitHub takes another path for another alert. Never
 * empty, and never one of the segments that mean another folder.
 */
export function segment(name: string, fold: (text: string) => string = (text) => text.toLowerCase()): string {
  const whole = fold(name.slice(0, LONGEST)).replace(/\p{Cs}/gu, '\uFFFD');
  return encodeURIComponent(/^\.*$/.test(whole) ? `_${whole}` : whole);
}
