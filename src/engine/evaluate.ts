/** Rules over a snapshot: every verdict, in snapshot order, one resource after the other. */
import { type Catalog, descendants, holdersOf, lineage } from '../model/catalog.ts';
import type { Evidence, Finding, ResourceRef } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import { type Frame, type ParamInForce, type ParamValue, type Rule, type Severity, worstOf } from '../model/rule.ts';
import type { Resource, Snapshot, UnlistedRecord } from '../model/snapshot.ts';
import { declarationOf } from './declaration.ts';
import { fingerprint } from './fingerprint.ts';
import { isFinding, type Judgement, judge } from './judge.ts';
import { Leaves } from './leaves.ts';
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

/** A snapshot that cannot be judged as it is: a parent is not there. */
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
  readonly location: Location | undefined;
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
    const judged = { resource, ancestors, ref, line, location: locationOf([resource, ...ancestors]) };
    for (const rule of rules) yield* this.#apply(rule, judged, frame);
  }

  /** A resource that may hang higher up sees only the ancestors that it has wherever it hangs. */
  #inSight(resource: Resource, ancestors: readonly Resource[]): Resource[] {
    const kinds = lineage(this.#options.catalog, resource.kind);
    return [resource, ...ancestors].filter(({ kind }) => kinds.includes(kind));
  }

  #remember(resource: Resource): void {
    (this.#block ?? this.#shared).set(resource.id.toLowerCase(), resource);
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

  *#apply(rule: Rule, judged: Judged, frame: Frame): Generator<Finding> {
    const { resource, ancestors, line } = judged;
    const { values, overridden } = this.#options.params(rule, resource, ancestors);
    const base = line.length;
    frame.length = base;
    frame[base] = values;
    frame[base + 1] = this.#now;
    for (const judgement of judge(rule, frame, this.#options.machine, this.#options.evidence)) {
      const evidence = judgement.reads && this.#leaves.evidence(judgement.reads, rule.kind, line);
      yield findingOf(
        rule,
        judged,
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
    const location = locationOf([resource, ...ancestors]);
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
          ...(location && { location }),
          fingerprint: fingerprint(rule.id, resource, ancestors, [], about),
        };
  }
}

/** The worst that it may be. */
const worst = ({ severity, severityWhen }: Rule): Severity =>
  worstOf([severity, ...severityWhen.map((step) => step.severity)]);

function refOf(resource: Resource, ancestors: readonly Resource[]): ResourceRef {
  const { kind, id, name } = resource;
  const vault = ancestors.find(isVault);
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

const isVault = ({ host }: Resource): boolean => host !== undefined;

function locationOf(line: readonly Resource[]): Location | undefined {
  const vault = line.find(isVault);
  return vault && declarationOf(vault);
}

function findingOf(
  rule: Rule,
  { ref, location }: Judged,
  { verdict, severity, message, reason, detail, controls }: Judgement,
  evidence: readonly Evidence[] | undefined,
  params: ParamsFor['overridden'],
  fingerprint: string,
): Finding {
  return {
    ruleId: rule.id,
    verdict,
    severity,
    resource: ref,
    ...(message !== undefined && { message }),
    ...(evidence && { evidence }),
    ...(reason && { reason }),
    ...(detail !== undefined && { detail }),
    ...(params && { params }),
    ...(controls && { controls }),
    ...(location && isFinding({ verdict }) && { location }),
    fingerprint,
  };
}
