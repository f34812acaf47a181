/** What renderers have to say beside what they wrote. */
import type { Remark } from '../report/renderer.ts';
import { display } from '../report/text.ts';
import type { Terminal } from './terminal.ts';

/** Of a line, in UTF-16 units. Names in it may come from an estate. */
const LONGEST = 2000;

/** How much is told beside reports, and in which form. */
export interface LogFlags {
  readonly quiet?: boolean;
  readonly logFormat?: 'text' | 'json';
}

/** Gives whether there is one that makes the command fail; those are told even when quiet. */
export function tellRemarks(remarks: readonly Remark[], flags: LogFlags, { stderr }: Terminal): boolean {
  for (const remark of remarks) if (remark.unusable || !flags.quiet) stderr.write(line(remark, flags));
  return remarks.some(({ unusable }) => unusable);
}

function line({ unusable, message, next }: Remark, { logFormat }: LogFlags): string {
  const text = `${display(message, LONGEST)}\n${display(next, LONGEST)}`;
  return logFormat === 'json'
    ? `${JSON.stringify({ level: unusable ? 'error' : 'warning', message: text })}\n`
    : `${text}\n`;
}
