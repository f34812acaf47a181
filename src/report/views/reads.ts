/** What became of reads: answered in full, by another plane with less, or not at all. */
import type { Coverage } from '../../model/snapshot.ts';

export interface Reads {
  readonly asked: number;
  readonly read: number;
  readonly instead: number;
  readonly missing: number;
}

export function readsIn(coverage: readonly Coverage[]): Reads {
  const asked = coverage.length;
  const read = coverage.filter(({ status }) => status === 'read').length;
  const instead = coverage.filter(({ status, fallback }) => status !== 'read' && fallback).length;
  return { asked, read, instead, missing: asked - read - instead };
}

/** Parts of a bar, by the class of their fill. */
export const partsOf = ({ read, instead, missing }: Reads) => [
  { name: 'read', size: read },
  { name: 'instead', size: instead },
  { name: 'missing', size: missing },
];
