/** Errors in words: what happened, where, and what to do next, in at most three lines. */
import { counted, display } from './report/text.ts';

const SYSTEM: { readonly [code: string]: string } = {
  ENOSPC: 'The disk is full: free some room and run it again.',
  EACCES: 'This file may not be read or written: check its permissions.',
  EROFS: 'The disk cannot be written to: choose another folder with --output.',
  ENOENT: 'Check the path.',
  EEXIST: 'A file stands where a folder is needed: check the path.',
  EPERM: 'The system does not allow it: check the permissions.',
  ENAMETOOLONG: 'The name is too long: choose a shorter one.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n) and run it again.',
  ELOOP: 'The links at this path lead in a circle: check the path.',
  EISDIR: 'This is a folder, and a file is needed: check the path.',
  ENOTDIR: 'A part of the path is a file, and a folder is needed: check the path.',
};

const SIGN_IN = /^(?:CredentialUnavailable|Authentication|AuthenticationRequired|AggregateAuthentication)Error$/;

/** Whose message says it all. */
const SPEAKING = new Set(['SnapshotError', 'EvaluationError', 'EstateError']);

/** Longest line; paths can be long. In UTF-16 units. */
const LONGEST_LINE = 2000;

export function explain(error: unknown, verbose: boolean): string {
  const stack = verbose && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `${lines(words(error))}\n${stack}`;
}

/** Names in messages may come from an estate. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => display(line, LONGEST_LINE))
    .join('\n');

function words(error: unknown): string {
  if (!(error instanceof Error)) return `Error: ${String(error)}`;
  const { name, message } = error;
  const { next, code, path, problems } = error as Error & {
    next?: string;
    code?: string;
    path?: string;
    problems?: readonly unknown[];
  };
  if (problems) return `${message}\n${counted(problems.length, 'problem')}; nothing was done.`;
  if (next !== undefined) return `${message}\n${next}`;
  if (SIGN_IN.test(name))
    return `Could not sign in to Azure: ${firstLine(message)}\nSign in with az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.`;
  if (SPEAKING.has(name)) return message;
  if (code !== undefined && SYSTEM[code]) return `${path ?? firstLine(message)}: ${code}. ${SYSTEM[code]}`;
  return `This is a mistake in vault-posture: ${firstLine(message)}\nRun it again with --verbose and report what it prints.`;
}

const firstLine = (message: string): string => message.split('\n')[0] ?? '';
