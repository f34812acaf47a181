/** Where a vault is declared as code, by its own tags. */
import type { Location } from '../model/location.ts';
import type { Resource } from '../model/snapshot.ts';

/**
 * Tags that name the file, the first that names one: ours, which may name a line (`infra/vaults.bicep:12`), and the one
 * that Yor writes (https://github.com/bridgecrewio/yor). Azure does not tell the letter case of tags' names apart.
 */
const TAGS = ['vp-source', 'git_file'];

/** A path from the root of a repository that leads nowhere else; behind it, perhaps, a line. */
const DECLARED = /^(?<file>[^\s/\\:\p{C}][^\\:\p{C}]*?)(?:(?::|#L)(?<line>[1-9]\d{0,6}))?$/u;

/** Undefined for what has no such tag, and for tags that name no file of a repository. */
export function declarationOf({ facts: { tags } }: Resource): Location | undefined {
  if (typeof tags !== 'object' || tags === null) return undefined;
  const byName = new Map(Object.entries(tags).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  for (const tag of TAGS) {
    const place = placeIn(byName.get(tag));
    if (place) return { ...place, tag };
  }
  return undefined;
}

function placeIn(value: unknown): Pick<Location, 'file' | 'line'> | undefined {
  const { file, line } = (typeof value === 'string' && DECLARED.exec(value.trim())?.groups) || {};
  if (file === undefined || file.split('/').some((step) => ['', '.', '..'].includes(step))) return undefined;
  return { file, ...(line !== undefined && { line: Number(line) }) };
}
