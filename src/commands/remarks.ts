/** What renderers have to say beside what they wrote. */
import type { Remark } from '../report/renderer.ts';
import type { Terminal } from './terminal.ts';

export interface RemarkFlags {
  readonly quiet?: boolean;
  readonly logFormat?: 'text' | 'json';
}

/** Gives whether there is one that makes the command fail; those are told even when quiet. */
export function tellRemarks(remarks: readonly Remark[], flags: RemarkFlags, { stderr }: Terminal): boolean {
  for (const remark of remarks) if (remark.unusable || !flags.quiet) stderr.write(line(remark, flags));
  return remarks.some(({ unusable }) => unusable);
}

function line({ unusable, message, next }: Remark, { logFormat }: RemarkFlags): string {
  const text = `${message}\n${next}`;
  return logFormat === 'json'
    ? `${JSON.stringify({ level: unusable ? 'error' : 'warning', message: text })}\n`
    : `${text}\n`;
}
