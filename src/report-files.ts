/** Reports as files: each format written to its own, and the JSON form read again. */
import type { Report } from './model/report.ts';
import { NumberedFiles } from './numbered-files.ts';
import { readReport, ReportError } from './report/read.ts';
import type { Remark, Renderer, Sink } from './report/renderer.ts';
import { LongLineError, readLines } from './snapshot/lines.ts';
import { UsageError } from './usage-error.ts';

/** A format, and the file that it is written to. */
export interface Output {
  readonly renderer: Renderer;
  readonly path: string;
}

/** Writes each format to its file; a file is there whole or not at all. Throws the signal's reason. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  signal: AbortSignal,
): Promise<readonly Remark[]> {
  const remarks: Remark[] = [];
  for (const output of outputs) remarks.push(...(await writeOutput(report, output, signal)));
  return remarks;
}

async function writeOutput(
  report: Report,
  { renderer, path }: Output,
  signal: AbortSignal,
): Promise<readonly Remark[]> {
  const files = new NumberedFiles(path);
  const open = (number: number): Sink => stoppable(files.open(number), signal);
  try {
    const remarks = await renderer.render(report, open(1), async (number) => open(number));
    await files.close(renderer.severalFiles ?? false);
    return remarks ?? [];
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

const stoppable = (sink: Sink, signal: AbortSignal): Sink => ({
  async write(text) {
    signal.throwIfAborted();
    await sink.write(text);
  },
});

/** A report from its JSON form. Throws UsageError; while it is read, too: read it inside of `inReport`. */
export const openReport = (path: string): Promise<Report> => inReport(path, () => readReport(() => readLines(path)));

/** Tells which file it was that is no report. Throws UsageError. */
export async function inReport<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ReportError || error instanceof LongLineError)) throw error;
    const next = 'Name a report.json that scan or evaluate wrote.';
    throw new UsageError(`${path} is no report: ${error.message}.`, next, error);
  }
}
