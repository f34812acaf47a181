/** What a vendor's collectors have in common: they ask, and write down what they were told and what they were not. */
import type { Catalog } from '../model/catalog.ts';
import type { Reason } from '../model/gap.ts';
import type { Coverage, Identity, ResourceRecord, SourceRecord, UnlistedRecord } from '../model/snapshot.ts';

/** A request and its answer, before it has a number. */
export type Asked = Omit<SourceRecord, 'record' | 'id'>;

/** Why an answer could not be had, and what would cure it. */
export interface Failure {
  readonly reason: Reason;
  readonly detail: string;
  readonly remedy?: string;
  /** The service's own word for it. */
  readonly code?: string;
}

/** What came of a question: a value, or a failure; the request either way. */
export type Told<T> =
  | { readonly asked: Asked; readonly value: T; readonly failure?: undefined }
  | { readonly asked: Asked; readonly failure: Failure };

/** What came of asking for a list: the items that came, and a failure if the end was not reached. */
export interface ToldList<T> {
  /** What told the items; what failed, if there are none. */
  readonly asked: Asked;
  readonly items: readonly T[];
  readonly failure?: Failure;
  /** The request that failed, if it was not the first. */
  readonly brokeOff?: Asked;
}

/** The request whose answer ended a list. */
export const lastAsked = ({ asked, brokeOff }: ToldList<unknown>): Asked => brokeOff ?? asked;

type Unnumbered<R extends { source: number }> = Omit<R, 'record' | 'source'> & { readonly asked: Asked };

/** What was told of one facet. */
export interface Facet {
  readonly asked: Asked;
  /** Settled. */
  readonly facts: object;
}

export interface CollectedResource extends Omit<ResourceRecord, 'record' | 'facets'> {
  readonly facets: { readonly [facet: string]: Facet };
}

/** Takes down one part of a snapshot: the shared one, or a block. */
export interface Recorder {
  resource(resource: CollectedResource): void;
  unlisted(record: Unnumbered<UnlistedRecord>): void;
  coverage(record: Coverage): void;
}

/** A part of the estate that is collected by itself. */
export interface Block {
  readonly id: string;
  /** For progress and file names. */
  readonly name: string;
  collect(recorder: Recorder): Promise<void>;
}

/** What reading the shared part found out. */
export interface Inventory {
  readonly tenantId?: string;
  readonly identity?: Identity;
  readonly blocks: readonly Block[];
}

/** A vendor whose estates can be scanned. */
export interface Provider {
  readonly name: string;
  readonly catalog: Catalog;
  /** Reads what all blocks share, and finds the blocks. */
  inventory(recorder: Recorder): Promise<Inventory>;
}

/** Told so that the user sees that something goes on. */
export interface Progress {
  /** A new stage; `total` steps if that is known. */
  stage(name: string, total?: number): void;
  step(what: string): void;
  /** The stage is over. */
  done(): void;
}
