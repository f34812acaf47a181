/** Collects what is in one vault: secrets, keys, certificates, their versions and policies. */
import type { Fields } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import type { CoverageSubject } from '../../model/snapshot.ts';
import {
  type Asked,
  type CollectedResource,
  type Facet,
  type Failure,
  type Recorder,
  type Told,
  type ToldList,
} from '../collector.ts';
import type { Plan } from '../plan.ts';
import { type RawFacts, settle } from '../settle.ts';
import { azure } from './catalog.ts';
import { Certificates } from './certificates.ts';
import { statusOf } from './coverage-status.ts';
import { gapFacet, listTold, skippedFacet } from './facet.ts';
import { isClosed, type Listed, type Listing } from './listing.ts';
import { KINDS, type Lists } from './lists.ts';
import {
  armKeyMaterial,
  certificateFacts,
  keyFacts,
  keyMaterial,
  rotationFacts,
  secretFacts,
  versionFacts,
} from './object-facts.ts';
import { textIn } from './raw.ts';
import { type RotatedKey, rotationDates } from './rotation-dates.ts';
import { byKey, Tally } from './tally.ts';
import type { Trail } from './trail.ts';
import { OBJECT_KINDS, type ObjectKind, type VaultClient } from './vault-client.ts';

export interface Collecting {
  readonly vault: VaultClient;
  readonly recorder: Recorder;
  readonly plan: Plan;
  /** Told of the vault: all that can be named for what is not asked for. */
  readonly unasked: Asked;
  /** Asked already. */
  readonly lists: Lists;
  readonly trail: Trail;
}

export async function collectObjects(collecting: Collecting): Promise<void> {
  const { vault, recorder, unasked, lists } = collecting;
  for (const kind of OBJECT_KINDS) {
    const collector = new ObjectCollector(collecting, kind);
    if (lists.isNeeded(kind)) await collector.collect();
    else {
      collector.coverList();
      recorder.unlisted({ kind: KINDS[kind], parent: vault.target.id, gap: 'skipped', asked: unasked });
    }
  }
}

/** The objects of one kind in one vault. */
class ObjectCollector {
  readonly #vault: VaultClient;
  readonly #recorder: Recorder;
  readonly #plan: Plan;
  readonly #kind: ObjectKind;
  readonly #lists: Lists;
  readonly #trail: Trail;
  readonly #certificates: Certificates;
  readonly #tallies = new Map<string, { readonly what: CoverageSubject; readonly tally: Tally }>();

  constructor({ vault, recorder, plan, lists, trail }: Collecting, kind: ObjectKind) {
    this.#vault = vault;
    this.#recorder = recorder;
    this.#plan = plan;
    this.#kind = kind;
    this.#lists = lists;
    this.#trail = trail;
    this.#certificates = new Certificates({
      vault,
      plan,
      ask: (ask) => this.#data(ask),
      tally: (what, failure) => this.#tally(what, 'data', failure),
    });
  }

  get #listing(): Listing {
    return this.#lists.of(this.#kind);
  }

  async collect(): Promise<void> {
    const { missing } = this.#listing;
    const { id } = this.#vault.target;
    this.coverList();
    if (missing)
      this.#recorder.unlisted({
        kind: KINDS[this.#kind],
        parent: id,
        gap: missing.failure.reason,
        asked: missing.asked,
      });
    for (const resource of await Promise.all(this.#listing.objects.map((object) => this.#object(object))))
      this.#recorder.resource(resource);
    for (const [, { what, tally }] of [...this.#tallies].sort(byKey))
      for (const entry of tally.entries())
        if (what !== this.#kind || entry.status !== 'read') this.#recorder.coverage({ resource: id, what, ...entry });
  }

  /** Nothing is said of a list that nobody needed. */
  coverList(): void {
    const listing = this.#lists.asked(this.#kind);
    if (!listing) return;
    const { data, arm } = listing;
    const about = { resource: this.#vault.target.id, what: this.#kind };
    const fallback = data.failure && arm && !arm.failure && ({ fallback: 'arm' } as const);
    this.#recorder.coverage({ ...about, plane: 'data', ...statusOf(data.failure), ...fallback });
    if (arm) this.#recorder.coverage({ ...about, plane: 'arm', ...statusOf(arm.failure) });
  }

  async #object(object: Listed): Promise<CollectedResource> {
    const { target } = this.#vault;
    return {
      kind: KINDS[this.#kind],
      id: `${this.#vault.collection(this.#kind)}/${object.name}`,
      name: object.name,
      parent: target.id,
      facets: await this.#facets(object),
    };
  }

  #facets(object: Listed): Promise<Record<string, Facet>> {
    if (this.#kind === 'secrets') return this.#secret(object);
    return this.#kind === 'keys' ? this.#key(object) : this.#certificate(object);
  }

  async #secret(object: Listed): Promise<Record<string, Facet>> {
    const { name, plane, raw, asked } = object;
    return {
      attributes: { asked, facts: secretFacts(name, plane, raw, this.#belongs('secrets', object)) },
      versions: await this.#versions(object),
      use: this.#trail.use('secrets', name),
    };
  }

  async #key(object: Listed): Promise<Record<string, Facet>> {
    const { name, plane, raw, asked } = object;
    const arm = once(() => this.#vault.armKey(name));
    const [material, rotation, versions] = await Promise.all([
      this.#material(object, arm),
      this.#rotation(object, arm),
      this.#versions(object),
    ]);
    const attributes = keyFacts(name, plane, raw, this.#belongs('keys', object));
    const key = { ...attributes, ...rotation.facts } as RotatedKey;
    return {
      attributes: { asked, facts: attributes },
      material,
      rotation,
      rotationDates: { asked: rotation.asked, facts: rotationDates(key) },
      versions,
      use: this.#trail.use('keys', name),
    };
  }

  async #certificate(object: Listed): Promise<Record<string, Facet>> {
    const { name, raw, asked } = object;
    const [details, versions] = await Promise.all([this.#certificates.of(object), this.#versions(object)]);
    return { attributes: { asked, facts: certificateFacts(name, raw) }, versions, ...details };
  }

  #belongs(kind: 'secrets' | 'keys', object: Listed): boolean | Gap {
    const told = this.#lists.belongs(kind, object);
    return told instanceof Gap && !this.#plan.allows('data') ? Gap.of('skipped') : told;
  }

  /** A facet that no rule reads, and of which none is derived, costs no request. */
  async #needed(
    facet: string,
    { asked }: Listed,
    fields: Fields,
    read: () => Promise<Facet>,
    derived: readonly string[] = [],
  ): Promise<Facet> {
    if ([facet, ...derived].some((one) => this.#plan.needsFacet(KINDS[this.#kind], one))) return read();
    return skippedFacet(fields, asked);
  }

  #material(object: Listed, arm: () => Promise<Told<RawFacts>>): Promise<Facet> {
    const { fields } = azure['azure.key'].facets.material;
    return this.#needed('material', object, fields, () => this.#readMaterial(object, fields, arm));
  }

  async #readMaterial({ name }: Listed, fields: Fields, arm: () => Promise<Told<RawFacts>>): Promise<Facet> {
    const told = await this.#eitherPlane('keys', () => this.#vault.key(name), arm);
    if (told.failure) return gapFacet(fields, told);
    return { asked: told.asked, facts: told.plane === 'data' ? keyMaterial(told.value) : armKeyMaterial(told.value) };
  }

  #rotation(object: Listed, arm: () => Promise<Told<RawFacts>>): Promise<Facet> {
    const { fields } = azure['azure.key'].facets.rotation;
    const read = () => this.#readRotation(object, fields, arm);
    return this.#needed('rotation', object, fields, read, ['rotationDates']);
  }

  async #readRotation({ name }: Listed, fields: Fields, arm: () => Promise<Told<RawFacts>>): Promise<Facet> {
    const told = await this.#eitherPlane('rotationPolicies', () => this.#vault.rotationPolicy(name), arm);
    if (told.failure) return gapFacet(fields, told);
    return {
      asked: told.asked,
      facts: rotationFacts(told.plane === 'data' ? told.value : told.value.rotationPolicy),
    };
  }

  #versions(object: Listed): Promise<Facet> {
    const { fields } = azure['azure.secret'].facets.versions;
    return this.#needed('versions', object, fields, () => this.#readVersions(object));
  }

  async #readVersions({ name }: Listed): Promise<Facet> {
    const data = isClosed(this.#listing) ? this.#closed<RawFacts>() : await this.#vault.versions(this.#kind, name);
    if (!data.failure || this.#kind !== 'keys') {
      this.#tally('versions', 'data', data.failure);
      return versionsFacet('data', data);
    }
    const arm = await this.#vault.armKeyVersions(name);
    this.#tally('versions', 'data', data.failure, arm.failure ? undefined : 'arm');
    this.#tally('versions', 'arm', arm.failure);
    return arm.failure ? versionsFacet('data', data) : versionsFacet('arm', arm);
  }

  /** What the data plane tells of one object, or the control plane in its stead; the failure is the data plane's. */
  async #eitherPlane(
    what: CoverageSubject,
    askData: () => Promise<Told<RawFacts>>,
    askArm: () => Promise<Told<RawFacts>>,
  ): Promise<Told<RawFacts> & { plane: 'data' | 'arm' }> {
    const data = await this.#data(askData);
    const arm = data.failure ? await askArm() : undefined;
    this.#tally(what, 'data', data.failure, arm && !arm.failure ? 'arm' : undefined);
    if (arm) this.#tally(what, 'arm', arm.failure);
    return arm && !arm.failure ? { ...arm, plane: 'arm' } : { ...data, plane: 'data' };
  }

  /** A closed plane is not asked again for each object. */
  async #data(ask: () => Promise<Told<RawFacts>>): Promise<Told<RawFacts>> {
    if (!isClosed(this.#listing)) return ask();
    const { asked, failure } = this.#closed();
    return { asked, failure };
  }

  #closed<T>(): ToldList<T> & { failure: Failure } {
    const { asked, failure } = this.#listing.data;
    return { asked, items: [], failure: failure as Failure };
  }

  /** Coverage speaks of many small questions together. A closed data plane is told once, by its list. */
  #tally(what: CoverageSubject, plane: 'data' | 'arm', failure: Failure | undefined, fallback?: 'arm'): void {
    if (plane === 'data' && isClosed(this.#listing)) return;
    const key = `${what} ${plane}`;
    const { tally } = this.#tallies.get(key) ?? { tally: new Tally(plane) };
    this.#tallies.set(key, { what, tally });
    tally.count(failure, fallback);
  }
}

/** The newest first; services promise no order. */
function versionsFacet(plane: 'data' | 'arm', told: ToldList<RawFacts>): Facet {
  const { fields } = azure['azure.secret'].facets.versions;
  const items = told.items.map((raw) => versionFacts(plane, raw)).sort(newestFirst);
  return { asked: told.asked, facts: settle(fields, { versions: listTold(items, told.failure) }) };
}

const newestFirst = (a: RawFacts, b: RawFacts): number =>
  madeAt(b) - madeAt(a) || (textIn(a.id) < textIn(b.id) ? -1 : 1);

const madeAt = ({ created }: RawFacts): number => (typeof created === 'number' ? created : 0);

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}
