/** Reads an estate into a snapshot file, and goes on where an earlier scan stopped. */
import { dirname } from 'node:path';
import { type Beginning, beginningIn, startAfresh } from './beginning.ts';
import type { Attempt } from './collect/azure/retry.ts';
import { isSignInError, SignInError, signInError } from './collect/azure/sign-in.ts';
import { collect } from './collect/collect.ts';
import type { Inventory, Progress } from './collect/collector.ts';
import { type Connection, type ConnectOptions, connect } from './connect.ts';
import { installation } from './installation.ts';
import { Interruption } from './interruption.ts';
import { SNAPSHOT_SCHEMA_VERSION, type SnapshotHeader } from './model/snapshot.ts';
import { writeFacts } from './snapshot/facts.ts';
import { makeFolder } from './snapshot/folder.ts';
import { assemble, FolderSpool } from './snapshot/spool.ts';
import { Trace } from './trace.ts';

/** Vaults under way at once. */
const VAULTS_AT_ONCE = 4;

export interface CollectRun extends Omit<ConnectOptions, 'tool' | 'listen'> {
  /** Judged as if it were then, ISO 8601 in UTC; when collecting began if left out. */
  readonly asOf?: string;
  /** File for a record of all requests. */
  readonly trace?: string;
  /** Goes on where an interrupted scan into the same file stopped. */
  readonly resume: boolean;
  /** Whether anybody could go on after an interruption. */
  readonly keepRest: boolean;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface Gathered {
  readonly header: SnapshotHeader;
  /** Parts that lack something for a reason that may pass: what was read is kept, to go on with. */
  readonly unsettled: number;
}

/**
 * Reads the estate into a snapshot file. What was read is left beside it when that does not come to its end, or when
 * something is missing that may be there the next time. Throws Interruption, SignInError.
 */
export async function collectTo(file: string, run: CollectRun): Promise<Gathered> {
  await makeFolder(dirname(file));
  const trace = run.trace === undefined ? undefined : await Trace.open(run.trace);
  try {
    const listen = trace && ((attempt: Attempt) => trace.write(attempt));
    const connection = await connect({ ...run, tool: installation.tool, ...(listen && { listen }) });
    try {
      return await collectOver(connection, file, run);
    } finally {
      await connection.close();
    }
  } finally {
    await trace?.close();
  }
}

async function collectOver(connection: Connection, file: string, run: CollectRun): Promise<Gathered> {
  const folder = `${file}.spool`;
  try {
    if (!run.resume) await startAfresh(folder);
    const spool = await FolderSpool.open(folder);
    const gathered = await collectInto(spool, file, connection, run);
    if (gathered.unsettled === 0 || !run.keepRest) await spool.remove();
    return gathered;
  } catch (error) {
    if (run.signal.aborted) throw run.keepRest ? interruptionOver(folder) : run.signal.reason;
    throw isSignInError(error) ? signInLost(error, run) : error;
  }
}

const interruptionOver = (folder: string): Interruption =>
  new Interruption(
    `Interrupted. What was read so far is kept in ${folder}`,
    'To go on, run the same again with --resume',
  );

/** The token was refused in the middle of the scan. */
function signInLost(error: Error, { keepRest }: CollectRun): SignInError {
  const { message, next } = signInError(error, undefined);
  const on = keepRest ? ' Then go on with --resume: what was read so far is kept.' : '';
  return new SignInError(message, `${next}${on}`, error);
}

async function collectInto(
  spool: FolderSpool,
  file: string,
  connection: Connection,
  run: CollectRun,
): Promise<Gathered> {
  const { provider, clock, estate } = connection;
  const { progress, signal, scope, needs } = run;
  const beginning = await beginningIn(spool.folder, {
    startedAt: new Date(clock.now()).toISOString(),
    ...(run.asOf !== undefined && { asOf: run.asOf }),
    scope,
    ...(needs && { needs }),
    ...(estate && { id: `estate-${estate.id}`, estate: estate.title }),
  });
  const { inventory, parts, unsettled } = await collect({
    provider,
    spool,
    writeFacts,
    progress,
    signal,
    concurrency: VAULTS_AT_ONCE,
  });
  const { sent, retried, throttled } = connection.requests;
  const header = {
    ...headerOf(beginning, inventory.tenantId, signedIn(connection, inventory), new Date(clock.now()).toISOString()),
    requests: { sent, retried, throttled },
  };
  await assemble(spool, parts, header, file);
  return { header, unsettled };
}

const signedIn = (connection: Connection, { identity = connection.identity }: Inventory) => ({
  ...(identity && { identity }),
  ...(connection.signIn && { signIn: connection.signIn }),
});

const headerOf = (
  { id, startedAt, asOf, scope, estate }: Beginning,
  tenantId: string | undefined,
  { identity, signIn }: Pick<SnapshotHeader, 'identity' | 'signIn'>,
  finishedAt: string,
): SnapshotHeader => ({
  record: 'header',
  schemaVersion: SNAPSHOT_SCHEMA_VERSION,
  tool: installation.tool,
  run: { id, startedAt, finishedAt },
  collectedAt: asOf ?? startedAt,
  ...(tenantId !== undefined && { tenantId }),
  ...(identity && { identity }),
  ...(signIn && { signIn }),
  scope,
  ...(estate !== undefined && { estate }),
  complete: true,
});
