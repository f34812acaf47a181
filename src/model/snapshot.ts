/**
 * A snapshot on disk: NDJSON, one record a line. A header; the records that all vaults share; then a block per vault,
 * begun by a `block` record; at last an `end` record, without which the file was cut off.
 */
import type { Plane } from './catalog.ts';
import type { AuthKind } from './choices.ts';
import type { Reason } from './gap.ts';

export const SNAPSHOT_SCHEMA_VERSION = 1;

/** A field on the wire. Timestamps are ISO 8601 in UTC; maps are wrapped so that no tag can pass for a gap. */
export type WireValue =
  | string
  | number
  | boolean
  | WireGap
  | WireMap
  | WireBrokenList
  | WireObject
  | readonly WireValue[];
export interface WireGap {
  readonly gap: Reason;
}
export interface WireMap {
  readonly map: { readonly [key: string]: WireValue };
}
export interface WireBrokenList {
  readonly items: readonly WireValue[];
  readonly complete: false;
  readonly gap: Reason;
}
export interface WireObject {
  readonly [field: string]: WireValue;
}

export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** Who scanned, as the token said; absent members were not told. */
export interface Identity {
  readonly objectId?: string;
  readonly appId?: string;
  readonly type?: 'user' | 'servicePrincipal' | 'managedIdentity';
}

/** What proved it, as far as the token says; `assertion` is a certificate or another service's token. */
export const PROOFS = ['managedIdentity', 'azureCli', 'azurePowerShell', 'secret', 'assertion'] as const;
export type Proof = (typeof PROOFS)[number];

/** How the one who scanned signed in. */
export interface SignIn {
  /** The way that was chosen. */
  readonly auth: AuthKind;
  /** Absent where the token does not tell. */
  readonly proof?: Proof;
}

/** What was asked to be scanned. Empty lists mean everything the identity can see. */
export interface ScanScope {
  readonly cloud: string;
  readonly subscriptions: readonly string[];
  readonly vaults: readonly string[];
  /** Planes that were switched off. */
  readonly without?: readonly Plane[];
}

/** What a scan cost the services, every try counted. */
export interface RequestCounts {
  readonly sent: number;
  /** Of these, tries after the first. */
  readonly retried: number;
  /** Refused because there were too many. */
  readonly throttled: number;
}

export interface SnapshotHeader {
  readonly record: 'header';
  readonly schemaVersion: number;
  readonly tool: Tool;
  readonly run: { readonly id: string; readonly startedAt: string; readonly finishedAt: string };
  /** "Now" for every rule: fixed when collecting began. */
  readonly collectedAt: string;
  readonly tenantId?: string;
  readonly identity?: Identity;
  readonly signIn?: SignIn;
  readonly scope: ScanScope;
  readonly requests?: RequestCounts;
  /** Set when the facts come from an estate in a folder, not from the cloud. */
  readonly estate?: string;
  /** False when a part of what was asked could not be read to its end. */
  readonly complete: boolean;
}

/** One request that told facts, or was refused them. Ids are unique in a snapshot and grow. */
export interface SourceRecord {
  readonly record: 'source';
  readonly id: number;
  readonly plane: Plane;
  /** Method and address, without anything secret. */
  readonly request: string;
  readonly apiVersion?: string;
  /** When it was answered, ISO 8601 in UTC. */
  readonly at: string;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** The service's own request id, for a question to its support. */
  readonly requestId?: string;
}

/** What a facet said: one source for all of its fields. */
export interface FacetRecord {
  readonly source: number;
  readonly fields: WireObject;
}

export interface ResourceRecord {
  readonly record: 'resource';
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  /** Name under which it is reached, where it has one; with kind and name it tells a resource apart for good. */
  readonly host?: string;
  readonly facets: { readonly [facet: string]: FacetRecord };
}

/** Children of this kind could not be listed, or not to the end. */
export interface UnlistedRecord {
  readonly record: 'unlisted';
  readonly kind: string;
  readonly parent: string;
  readonly gap: Reason;
  readonly source: number;
}

/** What coverage is told about. */
export const COVERAGE_SUBJECTS = [
  'inventory',
  'settings',
  'network',
  'locks',
  'diagnostics',
  'secrets',
  'keys',
  'certificates',
  'versions',
  'rotationPolicies',
  'certificatePolicies',
  'deletedObjects',
  'roleAssignments',
  'logs',
  'signInPolicy',
  'registration',
  'directory',
  'defender',
  'policy',
  'hsmKeys',
  'hsmRoles',
] as const;
export type CoverageSubject = (typeof COVERAGE_SUBJECTS)[number];

/** What was read, and what could not be, with its cure. */
export interface Coverage {
  /** An id as in results: of the vault, `subscription:<guid>` or `tenant:<guid>`. */
  readonly resource: string;
  readonly what: CoverageSubject;
  readonly plane: Plane;
  readonly status: 'read' | Reason;
  /** What happened, in words. */
  readonly detail?: string;
  /** The one permission or setting that would cure it. */
  readonly remedy?: string;
  /** The plane that answered instead. */
  readonly fallback?: Plane;
  /** How many things this is about, when it is several requests (versions of so many objects). */
  readonly asked?: number;
  /** How many of them could not be read. */
  readonly refused?: number;
}

export interface CoverageRecord extends Coverage {
  readonly record: 'coverage';
}

/** Begins the block of one vault: from here to the next block all records are about it. */
export interface BlockRecord {
  readonly record: 'block';
  readonly id: string;
}

export interface EndRecord {
  readonly record: 'end';
  /** Number of resource records before it. */
  readonly resources: number;
}

export type SnapshotRecord = SourceRecord | ResourceRecord | UnlistedRecord | CoverageRecord | BlockRecord | EndRecord;

/** A resource as conditions see it. */
export interface Resource extends Omit<ResourceRecord, 'facets'> {
  /** All facets' fields: values, gaps, broken-off lists; the absent have no entry. Timestamps are epoch milliseconds. */
  readonly facts: { readonly [field: string]: unknown };
  /** The source of each facet. */
  readonly sources: { readonly [facet: string]: number };
}

/** What a snapshot is read as. */
export type SnapshotEntry = SourceRecord | Resource | UnlistedRecord | CoverageRecord | BlockRecord;

/** A snapshot as evaluation reads it: header first, then a stream. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  /** All entries in order, checked against the catalog, none twice in a block; can be asked for again. Throws SnapshotError. */
  entries(): AsyncIterable<SnapshotEntry>;
}
