#!/usr/bin/env node
/** The process around a command line. */
import { EXIT } from './exit-code.ts';
import { main } from './main.ts';

const interruption = new AbortController();
process.once('SIGTERM', () => interruption.abort());
process.once('SIGINT', () => {
  interruption.abort();
  // Whoever presses twice does not want to wait for what is under way.
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
});

const { stdout, stderr, env } = process;
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env, signal: interruption.signal });
