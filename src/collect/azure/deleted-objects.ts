/**
 * What was deleted in one vault and can still be brought back. Only lists are asked for: of a single deleted secret the
 * service tells the value.
 */
import type { Gap } from '../../model/gap.ts';
import { type Asked, lastAsked, type Recorder, type ToldList } from '../collector.ts';
import type { Plan } from '../plan.ts';
import type { RawFacts } from '../settle.ts';
import { belongsByMark } from './belonging.ts';
import { deletedObjectFacts, nameOfDeleted } from './deleted-facts.ts';
import { unusable } from './failure.ts';
import { isClosed } from './listing.ts';
import type { Lists } from './lists.ts';
import { Tally } from './tally.ts';
import { OBJECT_KINDS, type ObjectKind, type VaultClient } from './vault-client.ts';

export const DELETED = 'azure.deletedObject';

export interface Deleting {
  readonly vault: VaultClient;
  readonly recorder: Recorder;
  readonly plan: Plan;
  /** Told of the vault: all that can be named for what is not asked for. */
  readonly unasked: Asked;
  /** Asked already: a plane that refused the living is not asked for the dead. */
  readonly lists: Lists;
  /** As the vault's settings state it. */
  readonly softDelete: boolean | Gap | undefined;
}

interface Deleted {
  readonly kind: ObjectKind;
  readonly told: ToldList<RawFacts>;
  readonly objects: readonly { readonly name: string; readonly raw: RawFacts }[];
  /** Nothing came of the list of the living either; where that holds for all three, coverage has said it. */
  readonly isKnown: boolean;
}

/** A vault without soft delete is not asked: what is deleted there is gone at once. */
export async function collectDeleted(deleting: Deleting): Promise<void> {
  const { vault, recorder, plan, unasked, softDelete } = deleting;
  const parent = vault.target.id;
  if (!plan.needsKind(DELETED)) {
    recorder.unlisted({ kind: DELETED, parent, gap: 'skipped', asked: unasked });
    return;
  }
  if (softDelete === false) return;
  const lists = await Promise.all(OBJECT_KINDS.map((kind) => ask(kind, deleting)));
  cover(lists, parent, recorder);
  for (const one of lists) record(one, certificatesIn(lists), deleting);
}

async function ask(kind: ObjectKind, { vault, lists, softDelete }: Deleting): Promise<Deleted> {
  const living = lists.asked(kind);
  const isKnown = living !== undefined && isClosed(living);
  const told = isKnown ? living.data : await vault.deleted(kind);
  return { ...named(kind, vault.target.host, softDelete === true ? told : excused(told)), isKnown };
}

/** Where soft delete was never switched on, the service has no such list: there is nothing that could be in it. */
const excused = (told: ToldList<RawFacts>): ToldList<RawFacts> =>
  told.failure?.reason === 'unsupported' ? { asked: told.asked, items: [] } : told;

function named(kind: ObjectKind, host: string, told: ToldList<RawFacts>): Omit<Deleted, 'isKnown'> {
  const objects = told.items.flatMap((raw) => {
    const name = nameOfDeleted(host, kind, raw);
    return name === undefined ? [] : [{ name, raw }];
  });
  const nameless = told.items.length - objects.length;
  const whole =
    nameless === 0 || told.failure
      ? told
      : { ...told, failure: unusable(nameless, `the list of deleted ${kind}`, 'name') };
  const byFolded = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  return { kind, told: whole, objects: [...byFolded.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function cover(lists: readonly Deleted[], parent: string, recorder: Recorder): void {
  const tally = new Tally('data');
  for (const { told } of lists) tally.count(told.failure);
  if (lists.some(({ isKnown }) => !isKnown))
    for (const entry of tally.entries()) recorder.coverage({ resource: parent, what: 'deletedObjects', ...entry });
  const lost = lists.find(({ told }) => told.failure)?.told;
  if (lost?.failure) recorder.unlisted({ kind: DELETED, parent, gap: lost.failure.reason, asked: lastAsked(lost) });
}

const certificatesIn = (lists: readonly Deleted[]): ReadonlySet<string> =>
  new Set(
    lists.flatMap(({ kind, objects }) =>
      kind === 'certificates' ? objects.map(({ name }) => name.toLowerCase()) : [],
    ),
  );

/** A secret and a key may be deleted under the same name: what tells them apart belongs to the name. */
function record({ kind, told, objects }: Deleted, certificates: ReadonlySet<string>, deleting: Deleting): void {
  const { id, host } = deleting.vault.target;
  for (const { name, raw } of objects)
    deleting.recorder.resource({
      kind: DELETED,
      id: `https://${host}/deleted${kind}/${name}`,
      name: `${kind}/${name}`,
      parent: id,
      facets: {
        deletion: {
          asked: told.asked,
          facts: deletedObjectFacts(kind, name, raw, belongs(kind, name, raw, certificates)),
        },
      },
    });
}

/** Its secret and its key are deleted and brought back with a certificate; while it can be, nothing else has its name. */
function belongs(
  kind: ObjectKind,
  name: string,
  { managed }: RawFacts,
  certificates: ReadonlySet<string>,
): boolean | Gap {
  if (kind === 'certificates') return false;
  return certificates.has(name.toLowerCase()) || belongsByMark(managed);
}
