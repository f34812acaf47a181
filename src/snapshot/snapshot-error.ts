/** Why a file is not taken as a snapshot. */
/** The file is no snapshot, was cut off, or says what the catalog does not allow. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
}

/** Written by us and changed since, or by somebody else. */
export const damaged = (where: string, what: string): SnapshotError =>
  new SnapshotError(`${where}: ${what}. The file was changed after it was written: collect again.`);
