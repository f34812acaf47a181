/** What the rows of the explorer share, by number: written once, behind the rows. */
import { type Finding, VERDICTS } from '../../model/finding.ts';
import type { ReportControl, ReportRule } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import { placeKey, subscriptionName, type Tally, vaultOf } from '../tally.ts';
import { display } from '../text.ts';
import { anchorPart, params } from '../views/finding.ts';
import { kindWords, REASON_WORDS, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts';
import { Numbering } from './numbering.ts';

/** What is to be known about the estate and the rules to explain the numbers. */
export interface LegendContext {
  readonly rules: readonly ReportRule[];
  readonly tally: Tally;
  /** By `placeKey`; only the vaults that stand in the inventory have one. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** A parameter in force: name, value, who set it. */
export type Param = readonly [name: string, value: string, from: string];

/** Controls that one finding speaks for: each framework with its ids. */
type Controls = readonly (readonly [framework: string, ids: readonly string[]])[];

export class Legend {
  readonly #context: LegendContext;
  readonly #known: ReadonlyMap<string, ReportRule>;
  readonly #rules = new Numbering<object>();
  readonly #vaults = new Numbering<object>();
  readonly #subscriptions = new Numbering<object>();
  readonly #kinds = new Numbering<string>();
  readonly #reasons = new Numbering<string>();
  readonly #controls = new Numbering<Controls>();

  #source = 0;

  constructor(context: LegendContext) {
    this.#context = context;
    this.#known = new Map(context.rules.map((rule) => [rule.id, rule]));
  }

  /** The numbers of one finding, in the order in which the page's script reads them. */
  numbers(finding: Finding): number[] {
    return [
      VERDICTS.indexOf(finding.verdict),
      SEVERITIES.indexOf(finding.severity),
      this.#rules.of(finding.ruleId, () => this.#rule(finding.ruleId)),
      this.#vault(finding),
      this.#subscription(finding),
      this.#kinds.of(finding.resource.kind, () => display(kindWords(finding.resource.kind))),
      this.#reason(finding),
      this.#controlsOf(finding),
    ];
  }

  /** From the source that was named last to this one: mostly none or a short one. */
  step(source: number): number {
    const step = source - this.#source;
    this.#source = source;
    return step;
  }

  #rule(id: string): object {
    const rule = this.#known.get(id);
    return {
      id: display(id),
      title: display(rule?.title ?? id),
      anchor: anchorPart(id),
      failed: Boolean(this.#context.tally.rules.get(id)?.all('fail')),
      params: shownParams(rule?.params ?? {}),
    };
  }

  #vault({ resource }: Finding): number {
    const key = placeKey(vaultOf(resource) ?? '');
    const { tally, anchors } = this.#context;
    return this.#vaults.of(key, () => ({
      name: display(tally.places.get(key)?.name ?? ''),
      anchor: anchors.get(key) ?? '',
    }));
  }

  #subscription({ resource }: Finding): number {
    const id = resource.subscriptionId ?? subscriptionIn(resource.vault) ?? subscriptionIn(resource.id) ?? '';
    return this.#subscriptions.of(placeKey(id), () => ({
      id: display(id),
      name: display(id && subscriptionName(id, this.#context.tally)),
    }));
  }

  #reason({ reason, about }: Finding): number {
    return this.#reasons.of(`${reason ?? ''} ${about ?? ''}`, () =>
      display(reason ? REASON_WORDS[reason] + (about ? ` (${kindWords(about)} not listed)` : '') : ''),
    );
  }

  #controlsOf({ ruleId, controls }: Finding): number {
    const held = Object.entries(controls ?? this.#controlsOfRule(ruleId));
    return this.#controls.of(JSON.stringify(held), () =>
      held.map(([framework, ids]) => [display(framework), ids.map((id) => display(id))]),
    );
  }

  /** A rule says its controls itself unless some depend on the resource; then each finding says them. */
  #controlsOfRule(ruleId: string): { [framework: string]: readonly string[] } {
    const entries = Object.entries(this.#known.get(ruleId)?.controls ?? {});
    return Object.fromEntries(entries.map(([framework, controls]) => [framework, controls.map(({ id }) => id)]));
  }

  /** For JSON; every text fit to be shown. */
  toJSON(): object {
    return {
      verdicts: VERDICTS.map((key) => ({ key, word: VERDICT_WORDS[key] })),
      severities: SEVERITIES.map((key) => ({ key, word: SEVERITY_WORDS[key] })),
      rules: this.#rules.entries,
      vaults: this.#vaults.entries,
      subscriptions: this.#subscriptions.entries,
      kinds: this.#kinds.entries,
      reasons: this.#reasons.entries,
      controls: this.#controls.entries,
      titles: Object.fromEntries(this.#context.rules.flatMap(controlTitles)),
    };
  }
}

const subscriptionIn = (id = ''): string | undefined => /^(?:\/subscriptions\/|subscription:)([^/]+)/i.exec(id)?.[1];

export const shownParams = (inForce: NonNullable<Finding['params']>): Param[] =>
  params(inForce).map(({ name, value, from }) => [display(name), display(value), display(from)]);

/** Titles of controls by framework and id. */
const controlTitles = ({ controls }: ReportRule): [string, string][] =>
  Object.entries(controls).flatMap(([framework, all]) =>
    all.filter(hasTitle).map(({ id, title }) => [`${display(framework)}:${display(id)}`, display(title)]),
  );

const hasTitle = (control: ReportControl): control is ReportControl & { title: string } => control.title !== undefined;
