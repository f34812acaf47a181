/** Which reports are written where, from --format, --output and --out. */
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { nearest } from '../engine/spelling.ts';
import { installation } from '../installation.ts';
import type { Output } from '../report-files.ts';
import type { Renderer } from '../report/renderer.ts';
import type { FormatOptions, Renderers } from '../report/renderers/index.ts';
import { UsageError } from '../usage-error.ts';

export const DEFAULT_FOLDER = 'vault-posture-report';
export const DEFAULT_FORMATS = ['html', 'json', 'sarif'];

export interface OutputChoice {
  readonly folder: string;
  readonly formats: readonly string[];
  /** Files that were named one by one; their ending decides the format. */
  readonly files: readonly string[];
  readonly options: FormatOptions;
}

/** `--out` alone writes just that; otherwise each format goes to the folder, too. Relative paths begin at `cwd`. */
export function outputsOf(choice: OutputChoice, cwd: string, renderers: Renderers): Output[] {
  const { folder, formats, files, options } = choice;
  const named = files.map((path) => ({ renderer: rendererOfFile(path, renderers, options), path: resolve(cwd, path) }));
  const inFolder = formats.map((name) => rendererOf(name, renderers, options));
  const placed = inFolder.map((renderer) => ({ renderer, path: join(resolve(cwd, folder), renderer.file) }));
  return [...new Map([...named, ...placed].map((output) => [output.path, output])).values()];
}

export const isFormat = (name: string, renderers: Renderers): boolean => Object.hasOwn(renderers, name.toLowerCase());

function rendererOf(name: string, renderers: Renderers, options: FormatOptions): Renderer {
  const make = isFormat(name, renderers) ? renderers[name.toLowerCase()] : undefined;
  if (make) return make((path) => readFile(join(installation.templates, path), 'utf8'), options);
  const meant = nearest(name, Object.keys(renderers));
  throw new UsageError(
    `There is no format "${name}".`,
    `${meant ? `Did you mean ${meant}? ` : ''}Formats: ${Object.keys(renderers).join(', ')}.`,
  );
}

/** A file's ending is that of the format's own file. */
function rendererOfFile(path: string, renderers: Renderers, options: FormatOptions): Renderer {
  const ending = extname(path).toLowerCase();
  const all = Object.keys(renderers).map((name) => rendererOf(name, renderers, options));
  const found = all.find(({ file }) => extname(file) === ending);
  if (found) return found;
  const endings = all.map(({ file }) => extname(file));
  throw new UsageError(`The ending of ${path} names no format.`, `Endings: ${endings.join(', ')}.`);
}
