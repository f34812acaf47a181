#!/usr/bin/env node
/** The process around a command line. */
import { EXIT } from './exit-code.ts';
import { main } from './main.ts';

const { stdout, stderr, env } = process;
const interruption = new AbortController();

process.once('SIGTERM', () => interruption.abort());
process.once('SIGINT', () => {
  stderr.write('\nStopping; once more stops at once.\n');
  interruption.abort();
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
});

/** Node itself would end with 1, which means findings. */
async function crash(error: Error): Promise<never> {
  const { explain } = await import('./explain.ts');
  stderr.write(explain(error, process.argv.includes('--verbose')));
  process.exit(EXIT.broken);
}
process.on('uncaughtException', (error) => void crash(error));

/** The SDK renews tokens ahead of time and turns its back on what becomes of it; who then needs the token will tell. */
async function crashUnlessSignedOut(error: Error): Promise<void> {
  const { isSignInError } = await import('./collect/azure/sign-in.ts');
  if (!isSignInError(error)) await crash(error);
}
process.on('unhandledRejection', (error: Error) => void crashUnlessSignedOut(error));

/** Whoever reads may stop reading: `rules list | head`. */
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') void crash(error);
  });

process.exitCode = await main(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  signal: interruption.signal,
});
