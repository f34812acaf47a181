/** Which gaps of coverage the unknown verdicts wait for, and so what each cure would give. */
import type { Access, FacetAccess } from '../model/access.ts';
import { type Catalog, lineage, type Plane, shortName } from '../model/catalog.ts';
import type { Evidence, Finding } from '../model/finding.ts';
import { isReason } from '../model/gap.ts';
import type { Cure, ReportCoverage } from '../model/report.ts';
import type { Coverage } from '../model/snapshot.ts';
import { entryAt } from './growing-map.ts';
import { placeKey, vaultOf } from './resource-id.ts';

type Entry = { -readonly [K in keyof ReportCoverage]: ReportCoverage[K] };

/** A verdict that is unknown for the same gaps in the same place as others, and how many there are. */
interface Wait {
  readonly places: readonly string[];
  readonly gaps: readonly FacetAccess[][];
  readonly hidesMore: boolean;
  times: number;
}

type Growing = { -readonly [K in keyof Omit<Cure, 'places'>]: Cure[K] } & { readonly places: Set<string> };

export class Waiting {
  readonly #catalog: Catalog;
  readonly #access: Access;
  readonly #entries: Entry[] = [];
  readonly #byPlace = new Map<string, Entry[]>();
  readonly #cures = new Map<string, Growing>();
  /** By field as evidence spells it, and kind of the rule: what would tell it, best first. */
  readonly #tellers = new Map<string, readonly FacetAccess[]>();
  #tenant: string | undefined;
  #waits = new Map<string, Wait>();

  constructor(catalog: Catalog, access: Access) {
    this.#catalog = catalog;
    this.#access = access;
  }

  heard(coverage: Coverage): void {
    const told = { ...coverage };
    this.#entries.push(told);
    if (told.status === 'read') return;
    const place = placeKey(told.resource);
    entryAt(this.#byPlace, place, () => []).push(told);
    if (place.startsWith('tenant:')) this.#tenant = place;
    if (told.remedy !== undefined) this.#closes(this.#cure(told.remedy), place);
  }

  #closes(cure: Growing, place: string): void {
    cure.gaps++;
    cure.places.add(place);
  }

  add(finding: Finding): void {
    if (finding.verdict !== 'unknown' || finding.reason === 'ruleError') return;
    const fields = (finding.evidence ?? []).filter(isGap).map(({ field }) => topOf(field));
    if (fields.length === 0) return;
    const places = placesOf(finding);
    const key = [...places, finding.resource.kind, finding.about ?? '', ...fields].join('\n');
    const wait = this.#waits.get(key);
    if (wait) wait.times++;
    else this.#waits.set(key, this.#wait(finding, places, fields));
  }

  #wait(finding: Finding, places: readonly string[], fields: readonly string[]): Wait {
    const { about, resource } = finding;
    const gaps = about ? [this.#listOf(about, resource.kind)] : fields.map((field) => this.#tellersOf(field, resource));
    return { places, gaps: gaps.map((tellers) => [...tellers]), hidesMore: about !== undefined, times: 1 };
  }

  /** What lists the kind below `parent` that leads to `about`: vaults, if a subscription's secrets are not known. */
  #listOf(about: string, parent: string): readonly FacetAccess[] {
    const line = lineage(this.#catalog, about);
    const listed = this.#access[line[line.indexOf(parent) - 1] ?? about];
    return listed ? [listed.list] : [];
  }

  #tellersOf(field: string, { kind }: Finding['resource']): readonly FacetAccess[] {
    return entryAt(this.#tellers, `${kind} ${field}`, () => this.#findTellers(field, kind));
  }

  /** The facet that has the field; a plane that did not even give the list is covered by the list alone. */
  #findTellers(field: string, kind: string): readonly FacetAccess[] {
    const [variable = '', name = ''] = field.split('.');
    const owner = lineage(this.#catalog, kind).find((one) => shortName(one) === variable);
    const facets = Object.entries((owner && this.#catalog[owner]?.facets) || {});
    const facet = facets.find(([, { fields }]) => Object.hasOwn(fields, name))?.[0];
    const own = owner && this.#access[owner];
    return own && facet ? [own.facets[facet], own.list].filter((one) => one !== undefined) : [];
  }

  /** A part of the snapshot is over: what its verdicts wait for has been told by now. */
  settle(): void {
    for (const wait of this.#waits.values()) this.#count(wait);
    this.#waits = new Map();
  }

  #count({ places, gaps, hidesMore, times }: Wait): void {
    const missing = gaps.map((tellers) => this.#missing(places, tellers));
    for (const entry of new Set(missing.flat())) {
      entry.verdicts = (entry.verdicts ?? 0) + times;
      if (hidesMore) entry.orMore = true;
    }
    for (const remedy of new Set(missing.flat().flatMap((entry) => entry.remedy ?? []))) {
      const cure = this.#cure(remedy);
      const alone = missing.every((entries) => entries.some((entry) => entry.remedy === remedy));
      cure[alone ? 'verdicts' : 'together'] += times;
      if (hidesMore) cure.orMore = true;
    }
  }

  /** What was not read there, of the first teller that something is said about; the nearest place first. */
  #missing(places: readonly string[], tellers: readonly FacetAccess[]): readonly Entry[] {
    for (const { subject, rights } of tellers)
      for (const place of [...places, this.#tenant ?? '']) {
        const planes = Object.keys(rights) as Plane[];
        const entries = this.#byPlace
          .get(place)
          ?.filter(({ what, plane }) => what === subject && planes.includes(plane));
        if (entries && entries.length > 0) return entries;
      }
    return [];
  }

  #cure(remedy: string): Growing {
    const fresh = (): Growing => ({ cure: remedy, verdicts: 0, together: 0, gaps: 0, places: new Set() });
    return entryAt(this.#cures, remedy, fresh);
  }

  /** All that was heard, with the number of verdicts that wait for it. */
  get coverage(): readonly ReportCoverage[] {
    return this.#entries;
  }

  /** The cure that gives most by itself first. */
  get cures(): readonly Cure[] {
    const cures = [...this.#cures.values()].map((cure): Cure => ({ ...cure, places: cure.places.size }));
    return cures.sort(
      (a, b) => b.verdicts - a.verdicts || b.together - a.together || b.gaps - a.gaps || (a.cure < b.cure ? -1 : 1),
    );
  }
}

/** A gap, or a list that broke off. */
const isGap = ({ value }: Evidence): boolean =>
  typeof value === 'object' && value !== null && 'gap' in value && isReason(value.gap);

/** `vault.network.ipRules[0].value` → `vault.network` */
const topOf = (field: string): string => field.split(/[.[]/).slice(0, 2).join('.');

/** Where coverage may speak of it, the nearest first. */
function placesOf({ resource }: Finding): string[] {
  const { id, subscriptionId } = resource;
  const places = [vaultOf(resource), subscriptionId && `subscription:${subscriptionId}`, id];
  return [...new Set(places.flatMap((place) => (place ? [placeKey(place)] : [])))];
}
