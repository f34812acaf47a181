/** One rule on one resource: conditions → verdicts, with what a reader needs to understand them. */
import { BrokenList, Fault, Gap, type Reason, RuleFault } from '../model/gap.ts';
import { type Condition, type Frame, type Read, type Rule, type Severity, worstOf } from '../model/rule.ts';
import { checked } from './condition.ts';
import type { Machine } from './machine.ts';
import { itemsOf } from './operators.ts';
import { write } from './messages.ts';
import type { ItemPath } from './paths.ts';
import { decide, decideBeforeItems, type Outcome, unknown } from './verdict.ts';

export interface Judgement {
  readonly verdict: Outcome['verdict'];
  /** For a fail or an unknown as `severityWhen` has it; otherwise the rule's own. */
  readonly severity: Severity;
  /** Only for a fail. */
  readonly message?: string;
  /** What decided, where it was traced. */
  readonly reads?: readonly Read[];
  /** Only for unknown. */
  readonly reason?: Reason | 'ruleError';
  /** Only for `ruleError`. */
  readonly detail?: string;
  /** Tells the items of one resource apart; empty for the whole resource. */
  readonly identity: readonly unknown[];
  /** The controls that hold, by framework; only when some of the rule's depend on the resource. */
  readonly controls?: Record<string, string[]>;
  /** It is about one item of `each`. */
  readonly item?: true;
}

/** Which verdicts come with the reads that decided them: fails and unknowns, or all. */
export type Traced = 'findings' | 'all';

/** `frame` holds the resource, its ancestors, `params` and `now`; slots behind them are written to. */
export function judge(rule: Rule, frame: Frame, machine: Machine, trace: Traced): Judgement[] {
  // Places of items belong to the rule that went through them: in another one the slot holds something else.
  if (machine.paths.length > 0) machine.paths.length = 0;
  const job = { rule, frame, machine, trace, plan: planOf(rule) };
  return job.plan.each ? judgeItems(job, job.plan.each) : [judgeOne(job, () => decide(rule, frame))];
}

interface Job {
  readonly rule: Rule;
  readonly frame: Frame;
  readonly machine: Machine;
  readonly trace: Traced;
  readonly plan: Plan;
}

// ---- what is worked out once for a rule

interface Plan {
  /** Judgements that are the same for every resource: without a message, a trace, or controls that hang on it. */
  readonly settled: { readonly [V in Outcome['verdict']]?: Judgement };
  readonly conditionalControls: boolean;
  readonly each?: Each;
}

interface Each {
  readonly list: Condition;
  /** Where the item stands. */
  readonly slot: number;
  readonly itemPath: ItemPath;
  /** `measurable` asks about the item, not the resource. */
  readonly measurableAboutItem: boolean;
}

const NONE: readonly unknown[] = [];
const plans = new WeakMap<Rule, Plan>();

function planOf(rule: Rule): Plan {
  const known = plans.get(rule);
  if (known) return known;
  const plan = makePlan(rule);
  plans.set(rule, plan);
  return plan;
}

function makePlan(rule: Rule): Plan {
  const conditionalControls = Object.values(rule.controls).some((controls) => controls.some(({ when }) => when));
  const common = { severity: rule.severity, identity: NONE };
  const settled = {
    pass: { verdict: 'pass', ...common },
    notApplicable: { verdict: 'notApplicable', ...common },
  } as const;
  return {
    settled: conditionalControls ? {} : settled,
    conditionalControls,
    ...(rule.each && { each: makeEach(rule, rule.each) }),
  };
}

function makeEach(rule: Rule, { list, as }: { list: Condition; as: string }): Each {
  const own = checked(list);
  const measurableAboutItem = rule.measurable !== undefined && checked(rule.measurable).mentions(as);
  return { list, slot: own.slots.length, itemPath: own.itemPath(as), measurableAboutItem };
}

// ---- one verdict

/** Asked without a trace first, and again with one where the reads are wanted: passes stay cheap. */
function judgeOne(job: Job, answer: () => Outcome): Judgement {
  if (job.trace === 'all') return traced(job, answer);
  const outcome = answer();
  if (isFinding(outcome)) return traced(job, answer);
  return job.plan.settled[outcome.verdict] ?? conclude(job, outcome);
}

/** Whether somebody has to do something about it. */
export const isFinding = ({ verdict }: Pick<Judgement, 'verdict'>): boolean =>
  verdict === 'fail' || verdict === 'unknown';

function traced(job: Job, answer: () => Outcome, index?: number): Judgement {
  job.machine.startTrace();
  const outcome = answer();
  const reads = job.machine.endTrace();
  return conclude(job, outcome, reads, index);
}

type Growing = { -readonly [K in keyof Judgement]: Judgement[K] };
const isMistake = (part: unknown): part is RuleFault => part instanceof RuleFault;

/** A mistake of the rule in any of its parts makes the verdict unknown, so that it cannot be overlooked. */
function conclude(job: Job, outcome: Outcome, reads?: readonly Read[], index?: number): Judgement {
  const { rule, frame, plan } = job;
  const severity = isFinding(outcome) ? severityOf(rule, frame) : rule.severity;
  const identity = index === undefined ? NONE : identityOf(rule, frame, index);
  const controls = plan.conditionalControls ? controlsOf(rule, frame, outcome) : undefined;
  const message = outcome.verdict === 'fail' ? write(rule.message, frame) : undefined;
  const mistake = [severity, identity, controls, message].find(isMistake);
  const told = mistake ? unknown(mistake) : outcome;
  // Grown member by member, as objects that are made by the million have to be: spreading costs more than judging.
  const judgement: Growing = {
    verdict: told.verdict,
    severity: isMistake(severity) ? rule.severity : severity,
    identity: isMistake(identity) ? [`item:${index}`] : identity,
  };
  if (told.verdict === 'unknown') judgement.reason = told.reason;
  if (told.verdict === 'unknown' && told.detail !== undefined) judgement.detail = told.detail;
  if (typeof message === 'string' && !mistake) judgement.message = message;
  if (controls && !isMistake(controls)) judgement.controls = controls;
  if (index !== undefined) judgement.item = true;
  if (reads) judgement.reads = reads;
  return judgement;
}

/** The first that holds. Where that cannot be told, the worst that it may be. */
function severityOf({ severity, severityWhen }: Rule, frame: Frame): Severity | RuleFault {
  const possible: Severity[] = [];
  for (const step of severityWhen) {
    const holds = step.when.run(frame);
    if (holds instanceof RuleFault) return holds;
    if (holds !== false) possible.push(step.severity);
    if (holds === true) return worstOf(possible);
  }
  return worstOf([...possible, severity]);
}

/** What cannot be told does not rule a control out. Where the rule does not apply, nothing guards their conditions. */
function controlsOf(rule: Rule, frame: Frame, { verdict }: Outcome): Record<string, string[]> | RuleFault {
  const holding: Record<string, string[]> = {};
  for (const [framework, controls] of Object.entries(rule.controls)) {
    const ids: string[] = [];
    for (const { id, when } of controls) {
      const holds = when ? when.run(frame) : true;
      if (holds instanceof RuleFault && verdict !== 'notApplicable') return holds;
      if (holds !== false) ids.push(id);
    }
    if (ids.length > 0) holding[framework] = ids;
  }
  return holding;
}

function identityOf(rule: Rule, frame: Frame, index: number): readonly unknown[] | RuleFault {
  const values = rule.identity.map((part) => part.run(frame));
  return values.find((value) => value instanceof RuleFault) ?? values.map((value) => apart(value, index));
}

/** Items that cannot be told apart by what they are, are by where they stand. */
function apart(value: unknown, index: number): unknown {
  const gap = value instanceof BrokenList ? value.gap : value;
  return gap instanceof Fault ? `gap:${gap.message}:${index}` : gap;
}

// ---- the items of `each`

/** Stands for the item where there is none: what asks about it stays open. */
const NO_ITEM = Gap.of('notFound');

function judgeItems(job: Job, each: Each): Judgement[] {
  const { rule, frame } = job;
  frame[each.slot] = NO_ITEM;
  const ahead = (): Outcome | undefined => decideBeforeItems(rule, frame, each.measurableAboutItem);
  const early = ahead();
  if (early) return [judgeOne(job, () => ahead() ?? early)];
  const list = each.list.run(frame);
  if (list instanceof Fault) return [judgeOne(job, () => listUnknown(job, each, list))];
  const findings = itemsOf(list).flatMap((item, index) => judgeItem(job, each, item, index) ?? []);
  frame[each.slot] = NO_ITEM;
  if (list instanceof BrokenList) findings.push(judgeOne(job, () => listUnknown(job, each, list.gap)));
  return findings.length > 0 ? merged(findings) : [judgeOne(job, () => allPass(job, each))];
}

/** Asks again what came before, for the trace. */
function listUnknown({ rule, frame }: Job, each: Each, fault: Fault): Outcome {
  decideBeforeItems(rule, frame, each.measurableAboutItem);
  each.list.run(frame);
  return unknown(fault);
}

/** Nothing for an item that passes: they have one pass together. */
function judgeItem(job: Job, each: Each, item: unknown, index: number): Judgement | undefined {
  if (!isFinding(decideItem(job, each, item, index))) return undefined;
  return traced(job, () => decideItem(job, each, item, index), index);
}

function decideItem({ rule, frame, machine }: Job, each: Each, item: unknown, index: number): Outcome {
  frame[each.slot] = item;
  if (machine.tracing) machine.paths[each.slot] = each.itemPath(frame, item, index);
  return decide(rule, frame);
}

/** All items over again, where their reads are wanted. */
function allPass(job: Job, each: Each): Outcome {
  if (job.machine.tracing) {
    const list = each.list.run(job.frame);
    itemsOf(list).forEach((item, index) => decideItem(job, each, item, index));
    job.frame[each.slot] = NO_ITEM;
  }
  return { verdict: 'pass' };
}

/** Equal items are one finding, the first; what fails stands above what is unknown. */
function merged(findings: readonly Judgement[]): Judgement[] {
  const byIdentity = new Map<string, Judgement>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.item, finding.identity]);
    const first = byIdentity.get(key);
    if (!first || (first.verdict === 'unknown' && finding.verdict === 'fail')) byIdentity.set(key, finding);
  }
  return [...byIdentity.values()];
}
