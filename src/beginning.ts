/** When and for what a scan began: kept with what it read, so that one that goes on is still the same scan. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Needs } from './model/rule.ts';
import type { ScanScope } from './model/snapshot.ts';
import { readAtMost } from './snapshot/bounded.ts';
import { writeTextFile } from './snapshot/text-file.ts';
import { UsageError } from './usage-error.ts';

/** In bytes; names of all that is in scope are in it. */
const LARGEST = 64 * 1024 * 1024;

export interface Beginning {
  readonly id: string;
  /** ISO 8601 in UTC: "now" for every rule, unless `asOf` is another time. */
  readonly startedAt: string;
  readonly asOf?: string;
  readonly scope: ScanScope;
  /** What it asks for; everything if left out. */
  readonly needs?: Needs;
  readonly estate?: string;
}

/** Forgets what an earlier scan left in the folder. */
export const startAfresh = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** The beginning that the folder tells of, or that of a new scan. Throws UsageError if it was another scan. */
export async function beginningIn(folder: string, begun: Omit<Beginning, 'id'> & { id?: string }): Promise<Beginning> {
  const path = join(folder, 'beginning.json');
  const earlier = await readBeginning(path);
  if (!earlier) {
    const beginning = { ...begun, id: begun.id ?? randomUUID() };
    await writeTextFile(path, (file) => file.write(`${JSON.stringify(beginning)}\n`));
    return beginning;
  }
  if (isSameScan(earlier, begun)) return earlier;
  throw new UsageError(
    `${folder} holds what a scan of something else had read.`,
    'Name the same subscriptions, vaults, planes and rules as before, or leave --resume out to begin anew.',
  );
}

async function readBeginning(path: string): Promise<Beginning | undefined> {
  const bytes = await readAtMost(path, LARGEST).catch(() => undefined);
  return bytes && parsed(bytes.toString('utf8'), path);
}

function parsed(text: string, path: string): Beginning | undefined {
  try {
    return (JSON.parse(text) as Beginning | null) ?? undefined;
  } catch (error) {
    throw new UsageError(`${path} was cut off or edited.`, 'Leave --resume out to begin anew.', error);
  }
}

type Asked = Pick<Beginning, 'scope' | 'estate' | 'asOf' | 'needs'>;

const isSameScan = (one: Asked, other: Asked): boolean => inOneLine(one) === inOneLine(other);

const inOneLine = ({ scope, estate, asOf, needs }: Asked): string => JSON.stringify([scope, estate, asOf, needs]);
