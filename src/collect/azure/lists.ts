/** The lists of one vault that the plan needs, and those without which it cannot be told what belongs to a certificate. */
import { Gap } from '../../model/gap.ts';
import type { Plan } from '../plan.ts';
import type { RawFacts } from '../settle.ts';
import { belongsByMark, belongsByNeighbours, type Neighbours } from './belonging.ts';
import { type Listed, type Listing, listObjects } from './listing.ts';
import { OBJECT_KINDS, type ObjectKind, type VaultClient } from './vault-client.ts';

export const KINDS = { secrets: 'azure.secret', keys: 'azure.key', certificates: 'azure.certificate' } as const;

/** The list that may tell by itself comes first. */
const NEIGHBOURS = { secrets: ['certificates', 'keys'], keys: ['certificates', 'secrets'] } as const;
const PARTS = { secrets: 'secret', keys: 'key' } as const;

export class Lists {
  readonly #vault: VaultClient;
  readonly #plan: Plan;
  readonly #listings = new Map<ObjectKind, Listing>();
  #neighbours: Neighbours = {};

  constructor(vault: VaultClient, plan: Plan) {
    this.#vault = vault;
    this.#plan = plan;
  }

  async ask(): Promise<void> {
    await Promise.all(OBJECT_KINDS.filter((kind) => this.isNeeded(kind)).map((kind) => this.#list(kind)));
    for (const kind of ['secrets', 'keys'] as const) await this.#askNeighbours(kind);
  }

  /** Whether any rule judges what is in this list. */
  isNeeded(kind: ObjectKind): boolean {
    return this.#plan.needsKind(KINDS[kind]);
  }

  /** The list, if it was asked for. */
  asked(kind: ObjectKind): Listing | undefined {
    return this.#listings.get(kind);
  }

  /** A list that was asked for. */
  of(kind: ObjectKind): Listing {
    const listing = this.#listings.get(kind);
    if (!listing) throw new Error(`${kind} were not asked for`);
    return listing;
  }

  /** Whether an object is part of a certificate. */
  belongs(kind: 'secrets' | 'keys', { name, plane, raw }: Listed): boolean | Gap {
    return plane === 'data' ? belongsByMark(raw.managed) : belongsByNeighbours(PARTS[kind], name, this.#neighbours);
  }

  /** Asked while they may still tell what the data plane did not, and some rule wants to know. */
  async #askNeighbours(kind: 'secrets' | 'keys'): Promise<void> {
    if (!this.#plan.needsField(KINDS[kind], 'belongsToCertificate')) return;
    for (const neighbour of NEIGHBOURS[kind])
      if (!this.#listings.has(neighbour) && this.#isDoubtful(kind)) await this.#list(neighbour);
  }

  #isDoubtful(kind: 'secrets' | 'keys'): boolean {
    const { objects } = this.#listings.get(kind) ?? { objects: [] };
    return objects.some((object) => object.plane === 'arm' && this.belongs(kind, object) instanceof Gap);
  }

  async #list(kind: ObjectKind): Promise<void> {
    const vault = this.#vault;
    const askData = () => vault.list(kind);
    const askArm = { secrets: () => vault.armSecrets(), keys: () => vault.armKeys(), certificates: undefined }[kind];
    this.#listings.set(kind, await listObjects(vault.collection(kind), askData, askArm));
    this.#neighbours = neighboursOf(this.#listings);
  }
}

/** What was listed to its end. */
function neighboursOf(listings: ReadonlyMap<ObjectKind, Listing>): Neighbours {
  const whole = (kind: ObjectKind) => {
    const listing = listings.get(kind);
    return listing && !listing.missing ? listing.objects : undefined;
  };
  const [secrets, keys, certificates] = OBJECT_KINDS.map(whole);
  return {
    ...(secrets && { secrets: new Map(secrets.map((one) => [folded(one), { contentType: contentTypeOf(one) }])) }),
    ...(keys && { keys: new Set(keys.map(folded)) }),
    ...(certificates && { certificates: new Set(certificates.map(folded)) }),
  };
}

const folded = ({ name }: Listed): string => name.toLowerCase();

const contentTypeOf = ({ plane, raw }: Listed): unknown =>
  plane === 'data' ? raw.contentType : (raw.properties as RawFacts | undefined)?.contentType;
