/** --redact and --redact-key: reports that may leave the house. */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { azure } from '../collect/azure/catalog.ts';
import type { Report } from '../model/report.ts';
import { whyRefused } from '../model/system-error.ts';
import type { Outcome } from '../report/outcome.ts';
import { redacted } from '../report/redaction/redaction.ts';
import { readAtMost } from '../snapshot/bounded.ts';
import { UsageError } from '../usage-error.ts';
import type { PreviousFlags } from './sarif-previous.ts';

export interface RedactFlags extends Pick<PreviousFlags, 'sarifPrevious'> {
  readonly redact?: boolean;
  /** A file. Alone it means --redact, too. */
  readonly redactKey?: string;
}

export interface Redaction {
  readonly report: (report: Report) => Report;
  readonly outcome: (outcome: Outcome) => Outcome;
}

const NONE: Redaction = { report: (report) => report, outcome: (outcome) => outcome };

/** Bytes of a key: fewer could be tried. */
const SHORTEST = 32;
const LONGEST = 65_536;

export const isRedacted = ({ redact, redactKey }: RedactFlags): boolean => redact === true || redactKey !== undefined;

/** Without a key it takes one that nobody will ever know: what belongs together can be seen in one run's reports only. */
export async function redactionOf(flags: RedactFlags, cwd: string): Promise<Redaction> {
  if (!isRedacted(flags)) return NONE;
  if ((flags.sarifPrevious ?? []).length > 0)
    throw new UsageError(
      'The last scan would bring its names into a redacted report.',
      'Leave out --sarif-previous, or --redact.',
    );
  const key = flags.redactKey === undefined ? randomBytes(SHORTEST) : await keyIn(resolve(cwd, flags.redactKey));
  return { report: (report) => redacted(report, { key, catalog: azure }), outcome };
}

const makeOne = (path: string): string => `Make one, and keep it: openssl rand -hex ${SHORTEST} > ${path}`;

async function keyIn(path: string): Promise<Buffer> {
  const bytes = await readAtMost(path, LONGEST).catch((error: Error) => {
    throw new UsageError(`The key ${path} cannot be read: ${whyRefused(error)}.`, 'Check the path.', error);
  });
  if (bytes.length > LONGEST) throw new UsageError(`The key ${path} is longer than ${LONGEST} bytes.`, makeOne(path));
  const key = Buffer.from(bytes.toString('utf8').trim());
  if (key.length >= SHORTEST) return key;
  throw new UsageError(`The key ${path} is shorter than ${SHORTEST} bytes: it could be tried out.`, makeOne(path));
}

/** What went wrong in a rule may tell what it read. */
const outcome = (given: Outcome): Outcome => ({
  ...given,
  ruleErrors: new Map(
    [...given.ruleErrors.keys()].map((id) => [id, 'run it without --redact to read what went wrong']),
  ),
});
