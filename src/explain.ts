/** Errors in words: what happened, where, and what to do next, in at most three lines. */
import { isSignInError } from './collect/azure/sign-in.ts';
import { isSystemError, wayOut, whyRefused } from './model/system-error.ts';
import { counted, display } from './report/text.ts';
import { formatProblem, type Problem } from './rules/problem.ts';

/** Whose message says it all. */
const SPEAKING = new Set(['SnapshotError', 'EvaluationError']);

/** Longest line; paths can be long. In UTF-16 units. */
const LONGEST_LINE = 2000;

export function explain(error: unknown, verbose: boolean): string {
  const stack = verbose && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `${words(error).map(line).join('\n')}\n${stack}`;
}

/** Names in messages may come from an estate: none of them begins a line of its own. */
const line = (text: string): string => display(text, LONGEST_LINE);

/** A line each. */
function words(error: unknown): string[] {
  if (!(error instanceof Error)) return [`Error: ${String(error)}`];
  const { name, message } = error;
  const { next, path, problems } = error as Error & {
    next?: string;
    path?: string;
    problems?: readonly Problem[];
  };
  if (problems) return [...problems.map(formatProblem), `${counted(problems.length, 'problem')}; nothing was done.`];
  if (next !== undefined) return [message, next];
  if (isSignInError(error)) return [`Could not sign in to Azure: ${firstLine(message)}`, SIGN_IN_WITH];
  if (SPEAKING.has(name)) return [message];
  if (isSystemError(error))
    return [`${path ?? 'It could not be read or written'}: ${whyRefused(error)}.`, wayOut(error)];
  return [`This is a mistake in vault-posture: ${firstLine(message)}`, REPORT_IT];
}

const SIGN_IN_WITH = 'Sign in with az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.';
const REPORT_IT = 'Run it again with --verbose and report what it prints.';

const firstLine = (message: string): string => message.split('\n')[0] ?? '';
