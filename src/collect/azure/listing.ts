/** Lists of a vault's objects, from the plane that knows more if it answers, else from the one that does. */
import { type Asked, type Failure, lastAsked, type ToldList } from '../collector.ts';
import type { RawFacts } from '../settle.ts';
import { unusable } from './failure.ts';
import { nameInList } from './object-facts.ts';

/** An object that was listed. */
export interface Listed {
  readonly name: string;
  readonly plane: 'data' | 'arm';
  readonly raw: RawFacts;
  readonly asked: Asked;
}

export interface Listing {
  /** By name, sorted. */
  readonly objects: readonly Listed[];
  readonly data: ToldList<RawFacts>;
  /** The control plane, when it was asked. */
  readonly arm?: ToldList<RawFacts>;
  /** Why the end was not reached; absent if it was. */
  readonly missing?: { readonly failure: Failure; readonly asked: Asked };
}

/**
 * The data plane's list; what it does not tell, the control plane may complete. `collection` is the address that all
 * objects of the list are under, `https://{vault}/{kind}`.
 */
export async function listObjects(
  collection: string,
  askData: () => Promise<ToldList<RawFacts>>,
  askArm?: () => Promise<ToldList<RawFacts>>,
): Promise<Listing> {
  const data = named('data', collection, await askData());
  if (!data.told.failure || !askArm) return merge(data);
  return merge(data, named('arm', collection, await askArm()));
}

interface Named {
  readonly objects: readonly Listed[];
  readonly told: ToldList<RawFacts>;
}

/** What is listed without a usable name is as good as not listed. */
function named(plane: Listed['plane'], collection: string, told: ToldList<RawFacts>): Named {
  const objects = told.items.flatMap((raw) => {
    const name = nameInList(plane, collection, raw);
    return name === undefined ? [] : [{ name, plane, raw, asked: told.asked }];
  });
  const nameless = told.items.length - objects.length;
  return {
    objects,
    told: nameless > 0 && !told.failure ? { ...told, failure: unusable(nameless, 'the list', 'name') } : told,
  };
}

function merge({ told: data, objects }: Named, arm?: Named): Listing {
  const both = [...(arm?.objects ?? []), ...objects];
  const byFolded = new Map(both.map((object) => [object.name.toLowerCase(), object]));
  const missing = data.failure && (!arm || arm.told.failure) && { failure: data.failure, asked: lastAsked(data) };
  return {
    objects: [...byFolded.values()].sort(byName),
    data,
    ...(arm && { arm: arm.told }),
    ...(missing && { missing }),
  };
}

const byName = (a: Listed, b: Listed): number => (a.name < b.name ? -1 : 1);

/** Nothing came: asking the same plane for single objects would get the same answer. */
export const isClosed = ({ data }: Listing): boolean => data.failure !== undefined && data.items.length === 0;
