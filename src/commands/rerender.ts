/** report: other formats from a report in its JSON form. */
import { resolve } from 'node:path';
import { prepareFiles } from '../destinations.ts';
import { EXIT } from '../exit-code.ts';
import { inReport, openReport, writeOutputs } from '../report-files.ts';
import type { FormatOptions, Renderers } from '../report/renderers/index.ts';
import { DEFAULT_FOLDER, outputsOf } from './outputs.ts';
import { type RedactFlags, redactionOf } from './redact.ts';
import { tellRemarks } from './remarks.ts';
import { type PreviousFlags, withLastScan } from './sarif-previous.ts';
import type { Terminal } from './terminal.ts';

export async function rerender(
  path: string,
  flags: PreviousFlags &
    RedactFlags &
    FormatOptions & { format: readonly string[]; output?: string; out: readonly string[] },
  terminal: Terminal,
  renderers: Renderers,
): Promise<number> {
  const redaction = await redactionOf(flags, terminal.cwd);
  const choice = {
    folder: flags.output ?? DEFAULT_FOLDER,
    formats: flags.format.length > 0 || flags.out.length > 0 ? flags.format : ['html'],
    files: flags.out,
    options: await withLastScan(flags, terminal),
  };
  const { cwd, stdout, signal } = terminal;
  const outputs = outputsOf(choice, cwd, renderers);
  const file = resolve(cwd, path);
  const report = await openReport(file);
  await prepareFiles({ written: outputs.map((output) => output.path), kept: [file] });
  const remarks = await inReport(file, () => writeOutputs(redaction.report(report), outputs, signal));
  if (!flags.quiet) for (const output of outputs) stdout.write(`Wrote ${output.path}\n`);
  return tellRemarks(remarks, flags, terminal) ? EXIT.broken : EXIT.clean;
}
