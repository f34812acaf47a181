/** --sarif-previous: the SARIF of the last scan, read before the new one may take its place. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { installation } from '../installation.ts';
import { whyRefused } from '../model/system-error.ts';
import { numbered } from '../numbered-files.ts';
import type { SarifOptions } from '../report/renderers/sarif.ts';
import { type LastScan, lastScanOf, PreviousError } from '../report/sarif/previous.ts';
import { count } from '../report/text.ts';
import { readAtMost } from '../snapshot/bounded.ts';
import { UsageError } from '../usage-error.ts';
import { type LogFlags, tellRemarks } from './remarks.ts';
import type { Terminal } from './terminal.ts';

export interface PreviousFlags extends LogFlags {
  readonly sarifPrevious?: readonly string[];
}

/** Bytes of all files together: they are parsed whole, and kept until the new ones are written. */
const LARGEST = 50 * 1024 * 1024;

/**
 * The flags with what the files hold that they name, `report-2.sarif` and on beside a `report.sarif` among them. Where
 * none is there yet, that is told. Throws UsageError.
 */
export async function withLastScan<F extends PreviousFlags>(
  flags: F,
  terminal: Terminal,
): Promise<F & Pick<SarifOptions, 'lastScan'>> {
  const named = (flags.sarifPrevious ?? []).map((path) => resolve(terminal.cwd, path));
  if (named.length === 0) return flags;
  const files = await filesAt(named);
  if (files.size === 0) tellRemarks([firstScan(named)], flags, terminal);
  return { ...flags, lastScan: await lastScanIn(files) };
}

const firstScan = (named: readonly string[]) => ({
  unusable: false,
  message: `SARIF: there is no ${named.join(', ')} yet, so that nothing is carried forward.`,
  next: 'That is as it should be for a first scan only: alerts of what cannot be read may close.',
});

/** Sizes in bytes, by path; empty when no named file is there. Throws UsageError when only some are. */
async function filesAt(named: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const files = new Map<string, number>();
  for (const path of named) await addSiblings(path, files);
  const missing = named.find((path) => !files.has(path));
  if (missing !== undefined && files.size > 0)
    throw unusable(missing, 'it is not there, though others are', 'Name all files of the last scan.');
  return files;
}

async function addSiblings(path: string, files: Map<string, number>): Promise<void> {
  for (let number = 1; ; number++) {
    const file = numbered(path, number);
    const size = await sizeOf(file);
    if (size === undefined) return;
    files.set(file, size);
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unusable(path, whyRefused(error), 'Check the path.', error);
  }
}

async function lastScanIn(files: ReadonlyMap<string, number>): Promise<LastScan> {
  const paths = [...files.keys()];
  const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
  if (bytes > LARGEST)
    throw unusable(
      paths.join(', '),
      `${count(bytes)} bytes are more than ${count(LARGEST)}`,
      'Give --sarif-group vault, then and now: one result for each rule and vault.',
    );
  try {
    return lastScanOf(await Promise.all(paths.map(parsed)), installation.tool.name);
  } catch (error) {
    if (!(error instanceof PreviousError)) throw error;
    throw unusable(paths.join(', '), error.message, 'Name the report.sarif of the last scan.', error);
  }
}

async function parsed(path: string): Promise<unknown> {
  const bytes = await readAtMost(path, LARGEST).catch((error: Error) => {
    throw unusable(path, whyRefused(error), 'Check the path.', error);
  });
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unusable(path, 'it is not JSON, or was cut off', 'Name the report.sarif of the last scan.', error);
  }
}

const unusable = (path: string, why: string, next: string, cause?: unknown): UsageError =>
  new UsageError(`${path} cannot be used as the last scan: ${why}.`, next, cause);
