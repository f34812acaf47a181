/** Errors in words: what happened, where, and what to do next, in at most three lines. */
import { display } from './report/text.ts';

const SYSTEM: { readonly [code: string]: string } = {
  ENOSPC: 'The disk is full: free some room and run it again.',
  EACCES: 'This file may not be read or written: check its permissions.',
  EROFS: 'The disk cannot be written to: choose another folder with --output.',
  ENOENT: 'Check the path.',
  EISDIR: 'This is a folder, and a file is needed: check the path.',
  ENOTDIR: 'A part of the path is a file, and a folder is needed: check the path.',
};

const SIGN_IN = /^(?:CredentialUnavailable|Authentication|AuthenticationRequired|AggregateAuthentication)Error$/;

export function explain(error: unknown, verbose: boolean): string {
  const stack = verbose && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  return `${words(error)}\n${stack}`;
}

function words(error: unknown): string {
  if (!(error instanceof Error)) return `Error: ${display(String(error))}`;
  const { name, message } = error;
  const { next, code, path, problems } = error as Error & {
    next?: string;
    code?: string;
    path?: string;
    problems?: readonly unknown[];
  };
  if (problems)
    return `${message}\n${problems.length === 1 ? '1 problem' : `${problems.length} problems`}; nothing was scanned.`;
  if (next !== undefined) return `${message}\n${next}`;
  if (SIGN_IN.test(name))
    return `Could not sign in to Azure: ${firstLine(message)}\nSign in with az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.`;
  if (name === 'SnapshotError' || name === 'EvaluationError') return message;
  if (code !== undefined && SYSTEM[code]) return `${path ?? firstLine(message)}: ${code}. ${SYSTEM[code]}`;
  return `This is a mistake in vault-posture: ${firstLine(message)}\nRun it again with --verbose and report what it prints.`;
}

const firstLine = (message: string): string => display(message.split('\n')[0] ?? '');
