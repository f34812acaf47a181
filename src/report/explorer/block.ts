/** Findings, each as the number of its shape, and the resources that they are about. */
import type { Finding, ResourceRef } from '../../model/finding.ts';
import { display } from '../text.ts';
import { anchorPart } from '../views/finding.ts';
import { Digits, SHA256 } from './digits.ts';
import { type Legend, type Param, shownParams } from './legend.ts';
import { Numbering } from './numbering.ts';
import { Shape, shapeKey } from './shape.ts';

/** Findings of a block. */
export const BLOCK = 5000;

/** What few findings have, by the finding's place in the block. */
interface Rare<T> {
  [finding: number]: T;
}

export class Block {
  readonly #legend: Legend;
  readonly #shapes = new Map<string, { readonly number: number; readonly shape: Shape }>();
  /** The shape of each finding, and whether it is the first about its resource. */
  readonly #findings = { shape: [] as number[], first: [] as (0 | 1)[] };
  readonly #rare: { detail: Rare<string>; params: Rare<readonly Param[]>; called: Rare<string> } = {
    detail: {},
    params: {},
    called: {},
  };
  readonly #fingerprints = new Digits(SHA256, BLOCK);

  /** Each once for all the findings in a row that are about it. */
  readonly #resources = {
    kind: [] as number[],
    vault: [] as number[],
    subscription: [] as number[],
    name: [] as string[],
    /** The number of the place that the name follows, or all of it. */
    id: [] as (number | string)[],
  };
  readonly #places = new Numbering<string>();
  #resource: ResourceRef | undefined;

  constructor(legend: Legend) {
    this.#legend = legend;
  }

  get size(): number {
    return this.#findings.shape.length;
  }

  add(finding: Finding): void {
    const { number, shape } = this.#shapeOf(finding);
    shape.add(finding);
    this.#addRare(finding);
    this.#findings.shape.push(number);
    this.#findings.first.push(this.#addResource(finding.resource));
  }

  #shapeOf(finding: Finding) {
    const key = shapeKey(finding);
    const known = this.#shapes.get(key);
    if (known) return known;
    const made = { number: this.#shapes.size, shape: new Shape(this.#legend.finding(finding), finding) };
    this.#shapes.set(key, made);
    return made;
  }

  #addRare({ fingerprint, detail, params }: Finding): void {
    const place = this.size;
    if (!this.#fingerprints.add(fingerprint)) this.#rare.called[place] = anchorPart(fingerprint);
    if (detail !== undefined) this.#rare.detail[place] = display(detail);
    if (params !== undefined) this.#rare.params[place] = shownParams(params);
  }

  #addResource(resource: ResourceRef): 0 | 1 {
    if (this.#resource && isSame(this.#resource, resource)) return 0;
    this.#resource = resource;
    const { kind, vault, subscription } = this.#legend.resource(resource);
    const [name, id] = [display(resource.name), display(resource.id)];
    this.#resources.kind.push(kind);
    this.#resources.vault.push(vault);
    this.#resources.subscription.push(subscription);
    this.#resources.name.push(name);
    this.#resources.id.push(id.endsWith(name) ? this.#place(id.slice(0, id.length - name.length)) : id);
    return 1;
  }

  #place(text: string): number {
    return this.#places.of(text, () => text);
  }

  /** What nothing packs. */
  get digits(): Buffer {
    return this.#fingerprints.bytes;
  }

  toJSON(): object {
    return {
      shapes: [...this.#shapes.values()].map(({ shape }) => shape),
      findings: this.#findings,
      rare: this.#rare,
      places: this.#places.entries,
      resources: this.#resources,
    };
  }
}

const isSame = (a: ResourceRef, b: ResourceRef): boolean =>
  a.id === b.id &&
  a.name === b.name &&
  a.kind === b.kind &&
  a.vault === b.vault &&
  a.subscriptionId === b.subscriptionId;
