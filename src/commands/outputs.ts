/** Which reports are written where, from --format, --output and --out. */
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { installation } from '../installation.ts';
import { FORMATS, type Format, RENDERERS } from '../report/renderers/index.ts';
import type { Output } from '../run.ts';
import { UsageError } from '../usage-error.ts';

export const DEFAULT_FOLDER = 'vault-posture-report';
export const DEFAULT_FORMATS: readonly Format[] = ['html', 'json'];

export interface OutputChoice {
  readonly folder: string;
  readonly formats: readonly string[];
  /** Files that were named one by one; their ending decides the format. */
  readonly files: readonly string[];
}

/** `--out` alone writes just that; otherwise each format goes to the folder, too. */
export function outputsOf({ folder, formats, files }: OutputChoice): Output[] {
  const named = files.map((path) => ({ renderer: rendererOf(formatOf(path)), path: resolve(path) }));
  const inFolder = formats.map(checkedFormat).map(rendererOf);
  return [...named, ...inFolder.map((renderer) => ({ renderer, path: join(resolve(folder), renderer.file) }))];
}

const rendererOf = (format: Format) =>
  RENDERERS[format]((path) => readFile(join(installation.templates, path), 'utf8'));

function checkedFormat(name: string): Format {
  const format = FORMATS.find((known) => known === name.toLowerCase());
  if (format) return format;
  throw new UsageError(`There is no format "${name}".`, `Formats: ${FORMATS.join(', ')}.`);
}

function formatOf(path: string): Format {
  const name = basename(path).toLowerCase();
  const format = FORMATS.find((known) => name.endsWith(`.${known}`));
  if (format) return format;
  throw new UsageError(
    `The ending of ${path} names no format.`,
    `Endings: ${FORMATS.map((known) => `.${known}`).join(', ')}.`,
  );
}
