/** Rules over a snapshot: every verdict, in snapshot order, one resource after the other. */
import { hash } from 'node:crypto';
import type { Catalog, Field, Fields } from '../model/catalog.ts';
import { descendants, fieldsOf, holdersOf, lineage, shortName } from '../model/catalog.ts';
import type { Evidence, Finding, ResourceRef } from '../model/finding.ts';
import { BrokenList, Fault, Gap } from '../model/gap.ts';
import {
  type Frame,
  type ParamInForce,
  type ParamValue,
  type Read,
  type Rule,
  SEVERITIES,
  type Severity,
} from '../model/rule.ts';
import type { Resource, Snapshot, UnlistedRecord } from '../model/snapshot.ts';
import { type Judgement, judge } from './judge.ts';
import type { Machine } from './machine.ts';

/** The parameters of a rule for one resource. */
export interface ParamsFor {
  readonly values: { readonly [name: string]: ParamValue };
  /** Set when an override changed some for this resource. */
  readonly overridden?: { readonly [name: string]: ParamInForce };
}

export interface EvaluateOptions {
  readonly catalog: Catalog;
  readonly machine: Machine;
  readonly params: (rule: Rule, resource: Resource, ancestors: readonly Resource[]) => ParamsFor;
  /** `all` keeps what decided a pass, too. */
  readonly evidence: 'findings' | 'all';
}

/** A snapshot that cannot be judged as it is: a parent that is not there, a resource that is there twice. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}

/** Findings as they are made, and what else stands in the snapshot, for the report. */
export async function* evaluate(
  rules: readonly Rule[],
  snapshot: Snapshot,
  options: EvaluateOptions,
): AsyncGenerator<Finding> {
  const evaluation = new Evaluation(rules, Date.parse(snapshot.header.collectedAt), options);
  for await (const entry of snapshot.entries()) {
    if (entry.record === 'block') evaluation.beginBlock();
    else if (entry.record === 'resource') yield* evaluation.judge(entry);
    else if (entry.record === 'unlisted') yield* evaluation.unlisted(entry);
  }
}

/** A resource, and what stands around it. */
interface Judged {
  readonly resource: Resource;
  /** Nearest first. */
  readonly ancestors: readonly Resource[];
  readonly ref: ResourceRef;
  /** The resource and those of its ancestors that conditions see. */
  readonly line: readonly Resource[];
}

class Evaluation {
  readonly #options: EvaluateOptions;
  readonly #now: number;
  readonly #rules = new Map<string, Rule[]>();
  readonly #leaves: Leaves;
  /** Those that every block may refer to, and those of the block at hand. */
  readonly #shared = new Map<string, Resource>();
  #block: Map<string, Resource> | undefined;

  constructor(rules: readonly Rule[], now: number, options: EvaluateOptions) {
    this.#options = options;
    this.#now = now;
    this.#leaves = new Leaves(options.catalog);
    for (const rule of rules) this.#rules.set(rule.kind, [...(this.#rules.get(rule.kind) ?? []), rule]);
  }

  beginBlock(): void {
    this.#block = new Map();
  }

  *judge(resource: Resource): Generator<Finding> {
    this.#remember(resource);
    const rules = this.#rules.get(resource.kind);
    if (!rules) return;
    const ancestors = this.#ancestors(resource);
    const ref = refOf(resource, ancestors);
    const line = this.#inSight(resource, ancestors);
    const frame: Frame = line.map(({ facts }) => facts);
    for (const rule of rules) yield* this.#apply(rule, { resource, ancestors, ref, line }, frame);
  }

  /** A resource that may hang higher up sees only the ancestors that it has wherever it hangs. */
  #inSight(resource: Resource, ancestors: readonly Resource[]): Resource[] {
    const kinds = lineage(this.#options.catalog, resource.kind);
    return [resource, ...ancestors].filter(({ kind }) => kinds.includes(kind));
  }

  #remember(resource: Resource): void {
    const known = this.#block ?? this.#shared;
    const id = resource.id.toLowerCase();
    if (known.has(id)) throw new EvaluationError(`The snapshot has ${resource.id} twice; collect again.`);
    known.set(id, resource);
  }

  #ancestors(resource: Resource): Resource[] {
    const { catalog } = this.#options;
    const ancestors: Resource[] = [];
    let child = resource;
    for (let kinds = holdersOf(catalog, child.kind); kinds.length > 0; kinds = holdersOf(catalog, child.kind)) {
      const id = child.parent?.toLowerCase() ?? '';
      const parent = this.#block?.get(id) ?? this.#shared.get(id);
      if (!parent || !kinds.includes(parent.kind))
        throw new EvaluationError(
          `The snapshot has ${child.id}, but not the ${kinds.join(' or ')} that holds it; collect again.`,
        );
      ancestors.push(parent);
      child = parent;
    }
    return ancestors;
  }

  *#apply(rule: Rule, { resource, ancestors, ref, line }: Judged, frame: Frame): Generator<Finding> {
    const { values, overridden } = this.#options.params(rule, resource, ancestors);
    const base = line.length;
    frame.length = base;
    frame[base] = values;
    frame[base + 1] = this.#now;
    for (const judgement of judge(rule, frame, this.#options.machine, this.#options.evidence)) {
      const evidence = judgement.reads && this.#leaves.evidence(judgement.reads, rule.kind, line);
      yield findingOf(
        rule,
        ref,
        judgement,
        evidence,
        overridden,
        fingerprint(rule.id, resource, ancestors, judgement.identity),
      );
    }
  }

  /** Each rule for what could not be listed, and for all that would be below it, is unknown once, on the parent. */
  *unlisted({ kind, parent, gap, source }: UnlistedRecord): Generator<Finding> {
    const resource = this.#block?.get(parent.toLowerCase()) ?? this.#shared.get(parent.toLowerCase());
    if (!resource)
      throw new EvaluationError(`The snapshot tells of children of ${parent}, which is not in it; collect again.`);
    const ancestors = this.#ancestors(resource);
    for (const about of [kind, ...descendants(this.#options.catalog, kind)])
      for (const rule of this.#rules.get(about) ?? [])
        yield {
          ruleId: rule.id,
          verdict: 'unknown',
          severity: worst(rule),
          resource: refOf(resource, ancestors),
          about,
          evidence: [{ field: about, value: { gap }, source: { ref: source } }],
          reason: gap,
          fingerprint: fingerprint(rule.id, resource, ancestors, [], about),
        };
  }
}

const worst = (rule: Rule): Severity => {
  const possible = [rule.severity, ...rule.severityWhen.map(({ severity }) => severity)];
  return SEVERITIES.find((severity) => possible.includes(severity)) as Severity;
};

function refOf(resource: Resource, ancestors: readonly Resource[]): ResourceRef {
  const { kind, id, name } = resource;
  const vault = ancestors.find((ancestor) => ancestor.host !== undefined);
  const subscription = [resource, ...ancestors].find((one) => one.kind.endsWith('.subscription'));
  const subscriptionId = subscription?.facts.subscriptionId;
  return {
    kind,
    id,
    name,
    ...(vault && { vault: vault.id }),
    ...(typeof subscriptionId === 'string' && { subscriptionId }),
  };
}

function findingOf(
  rule: Rule,
  resource: ResourceRef,
  { verdict, severity, message, reason, detail, controls }: Judgement,
  evidence: readonly Evidence[] | undefined,
  params: ParamsFor['overridden'],
  fingerprint: string,
): Finding {
  return {
    ruleId: rule.id,
    verdict,
    severity,
    resource,
    ...(message !== undefined && { message }),
    ...(evidence && { evidence }),
    ...(reason && { reason }),
    ...(detail !== undefined && { detail }),
    ...(params && { params }),
    ...(controls && { controls }),
    fingerprint,
  };
}

/**
 * The same as long as it is the same problem: from rule, host, kind, name and what tells items apart, never from ages,
 * versions or texts. Hosts are unique in a cloud, so a vault that moves to another group keeps its findings.
 */
function fingerprint(
  ruleId: string,
  resource: Resource,
  ancestors: readonly Resource[],
  identity: readonly unknown[],
  about?: string,
): string {
  const host = [resource, ...ancestors].find((one) => one.host !== undefined)?.host ?? resource.id;
  const kind = shortName(about ?? resource.kind);
  const name = about ? `*${shortName(resource.kind)}` : resource.name;
  const subkey = identity.map((part) => JSON.stringify(part)).join('\0');
  const key = ['vp1', ruleId, host.toLowerCase(), kind, name.toLowerCase(), subkey];
  return hash('sha256', key.join('\0').normalize('NFC'), 'hex');
}

/** Turns what conditions read into evidence: JSON values, each with the source that told it. */
class Leaves {
  /** The facet of each top field, by kind. */
  readonly #facets = new Map<string, Map<string, string>>();
  /** By kind. */
  readonly #fields = new Map<string, Fields>();
  /** The variables of rules for a kind, in the order of a resource and its ancestors. */
  readonly #variables = new Map<string, readonly string[]>();

  constructor(catalog: Catalog) {
    for (const [kind, declared] of Object.entries(catalog)) {
      this.#fields.set(kind, fieldsOf(declared));
      this.#variables.set(kind, lineage(catalog, kind).map(shortName));
      const byField = Object.entries(declared.facets).flatMap(([facet, { fields }]) =>
        Object.keys(fields).map((field) => [field, facet] as const),
      );
      this.#facets.set(kind, new Map(byField));
    }
  }

  evidence(reads: readonly Read[], kind: string, resources: readonly Resource[]): Evidence[] {
    const seen = new Map<string, Evidence>();
    for (const read of reads) if (!seen.has(read.field)) seen.set(read.field, this.#one(read, kind, resources));
    return [...seen.values()];
  }

  #one({ field, value, presence }: Read, kind: string, resources: readonly Resource[]): Evidence {
    const [variable, ...path] = field.split(/\.|\[/);
    const resource = resources[this.#variables.get(kind)?.indexOf(variable ?? '') ?? -1];
    const top = path[0];
    if (!resource || top === undefined) return { field, value: json(value), ...(presence && { presence }) };
    const declared = this.#declared(resource.kind, field);
    const ref = resource.sources[this.#facets.get(resource.kind)?.get(top) ?? ''];
    return {
      field,
      value: json(value, declared),
      ...(presence && { presence }),
      ...(ref !== undefined && { source: { ref } }),
      ...(!presence && isUnrecognised(declared, value) && { unrecognised: true as const }),
    };
  }

  /** The field that a path such as `vault.network.ipRules[0].value` names. */
  #declared(kind: string, path: string): Field | undefined {
    let fields = this.#fields.get(kind) ?? {};
    let field: Field | undefined;
    for (const step of path
      .replaceAll(/\[\d+\]/g, '')
      .split('.')
      .slice(1)) {
      field = Object.hasOwn(fields, step) ? fields[step] : undefined;
      const inner = field?.type === 'list' ? field.of : field;
      fields = inner?.type === 'object' ? inner.fields : {};
    }
    return field;
  }
}

const isUnrecognised = (field: Field | undefined, value: unknown): boolean =>
  field?.type === 'enum' && typeof value === 'string' && !field.values.includes(value);

/** Times as ISO 8601, gaps named, absence as null. */
function json(value: unknown, field?: Field): unknown {
  if (value instanceof Gap) return { gap: value.reason };
  if (value instanceof Fault) return { fault: value.message };
  if (value instanceof BrokenList) return { items: value.items.map((item) => json(item)), gap: value.gap.reason };
  if (value === undefined) return null;
  if (field?.type === 'timestamp' && typeof value === 'number') return new Date(value).toISOString();
  return Array.isArray(value) ? value.map((item) => json(item)) : value;
}
