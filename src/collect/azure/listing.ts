/** Lists of a vault's objects, from the plane that knows more if it answers, else from the one that does. */
import type { Asked, Failure, ToldList } from '../collector.ts';
import type { RawFacts } from '../settle.ts';
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

/** The data plane's list; what it does not tell, the control plane may complete. */
export async function listObjects(
  askData: () => Promise<ToldList<RawFacts>>,
  askArm?: () => Promise<ToldList<RawFacts>>,
): Promise<Listing> {
  const data = await askData();
  if (!data.failure || !askArm) return merge(data);
  return merge(data, await askArm());
}

function merge(data: ToldList<RawFacts>, arm?: ToldList<RawFacts>): Listing {
  const objects = new Map<string, Listed>();
  let nameless = 0;
  for (const plane of ['arm', 'data'] as const) {
    const told = plane === 'arm' ? arm : data;
    for (const raw of told?.items ?? []) {
      const name = nameInList(plane, raw);
      if (name === undefined) nameless++;
      else objects.set(name.toLowerCase(), { name, plane, raw, asked: (told as ToldList<RawFacts>).asked });
    }
  }
  const missing = missingOf(data, arm, nameless);
  return { objects: [...objects.values()].sort(byName), data, ...(arm && { arm }), ...(missing && { missing }) };
}

function missingOf(
  data: ToldList<RawFacts>,
  arm: ToldList<RawFacts> | undefined,
  nameless: number,
): Listing['missing'] {
  if (nameless > 0)
    return { failure: { reason: 'error', detail: `${nameless} listed without a usable name` }, asked: data.asked };
  if (!data.failure || (arm && !arm.failure)) return undefined;
  return { failure: data.failure, asked: data.asked };
}

const byName = (a: Listed, b: Listed): number => (a.name < b.name ? -1 : 1);

/** Nothing came: asking the same plane for single objects would get the same answer. */
export const isClosed = ({ data }: Listing): boolean => data.failure !== undefined && data.items.length === 0;
