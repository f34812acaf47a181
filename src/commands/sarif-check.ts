/** sarif-check: what GitHub would refuse or misread in SARIF files, told before they are uploaded. */
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXIT } from '../exit-code.ts';
import { whyRefused } from '../model/system-error.ts';
import { type PreflightProblem, preflight } from '../report/sarif/preflight.ts';
import { count, counted, display } from '../report/text.ts';
import { readAtMost } from '../snapshot/bounded.ts';
import { UsageError } from '../usage-error.ts';
import type { Terminal } from './terminal.ts';

/** Problems that are told one by one, a file. */
const TOLD = 50;

/** Bytes of a file: it is parsed whole. */
const LARGEST = 256 * 1024 * 1024;

/** In UTF-16 units. */
const LONGEST_PATH = 2000;

/** Throws UsageError for what cannot be read. */
export async function sarifCheck(paths: readonly string[], { cwd, stdout }: Terminal): Promise<number> {
  let errors = 0;
  for (const path of paths) {
    const problems = await problemsOf(resolve(cwd, path), path);
    errors += problems.filter(({ level }) => level === 'error').length;
    stdout.write(report(path, problems));
  }
  return errors > 0 ? EXIT.findings : EXIT.clean;
}

async function problemsOf(file: string, path: string): Promise<PreflightProblem[]> {
  const bytes = await readAtMost(file, LARGEST).catch((error: Error) => {
    throw new UsageError(`${path} cannot be read: ${whyRefused(error)}.`, 'Check the path.', error);
  });
  if (bytes.length > LARGEST)
    throw new UsageError(`${path} is longer than ${count(LARGEST)} bytes.`, 'GitHub takes 10 MB, packed.');
  return preflight(parsed(bytes, path), gzipSync(bytes).length);
}

function parsed(bytes: Buffer, path: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${path} is no SARIF file: it is not JSON.`, 'Name a .sarif file.', error);
  }
}

function report(path: string, problems: readonly PreflightProblem[]): string {
  const errors = problems.filter(({ level }) => level === 'error');
  const told = [...errors, ...problems.filter(({ level }) => level === 'warning')].slice(0, TOLD);
  const rest = problems.length - told.length;
  const file = display(path, LONGEST_PATH);
  const warnings = counted(problems.length - errors.length, 'warning');
  return [
    ...told.map(({ level, place, message }) => `${file}${place}: ${level}: ${message}\n`),
    ...(rest > 0 ? [`${file}: and ${counted(rest, 'more problem')}\n`] : []),
    `${file}: ${counted(errors.length, 'error')}, ${warnings}.\n`,
  ].join('');
}
