/** What the findings of the explorer share, by number: written once, behind them. */
import { PLANES } from '../../model/catalog.ts';
import { type Finding, type ResourceRef, VERDICTS } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { ReportHead, ReportRule } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import { ControlNames } from '../control-names.ts';
import { entryAt } from '../growing-map.ts';
import { placeKey, subscriptionIn, vaultOf } from '../resource-id.ts';
import type { Tally } from '../tally.ts';
import { display } from '../text.ts';
import { conditions } from '../views/conditions.ts';
import { anchorPart, declared, params } from '../views/finding.ts';
import { kindWords, PLANE_WORDS, REASON_WORDS, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts';
import { Numbering } from './numbering.ts';

/** What is to be known about the estate to explain the numbers. */
export interface LegendContext {
  readonly tally: Tally;
  /** By `placeKey`; only the vaults that stand in the inventory have one. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** A parameter in force: name, value, who set it. */
export type Param = readonly [name: string, value: string, from: string];

/** What a finding shares with many others. */
export interface FindingNumbers {
  readonly verdict: number;
  readonly severity: number;
  readonly rule: number;
  readonly reason: number;
  readonly controls: number;
}

/** Controls that one finding speaks for: each framework with its ids. */
type Controls = readonly (readonly [framework: string, ids: readonly string[]])[];

/** Names of what numbers stand for are asked for at the end: only then all of the estate has gone by. */
export class Legend {
  readonly #names: ControlNames;
  readonly #known: ReadonlyMap<string, ReportRule>;
  readonly #ruleIds = new Numbering<string>();
  readonly #vaults = new Numbering<string>();
  readonly #subscriptions = new Numbering<string>();
  readonly #kinds = new Numbering<string>();
  readonly #reasons = new Numbering<string>();
  readonly #controls = new Numbering<Controls>();
  /** Where findings do not say their controls, by rule. */
  readonly #controlsByRule = new Map<string, number>();

  constructor(head: Pick<ReportHead, 'frameworks' | 'rules'>) {
    this.#names = new ControlNames(head);
    this.#known = new Map(head.rules.map((rule) => [rule.id, rule]));
  }

  finding({ ruleId, verdict, severity, reason, about, controls }: Finding): FindingNumbers {
    return {
      verdict: VERDICTS.indexOf(verdict),
      severity: SEVERITIES.indexOf(severity),
      rule: this.#ruleIds.of(ruleId, () => ruleId),
      reason: this.#reason(reason, about),
      controls: controls ? this.#numberOf(Object.entries(controls)) : this.#controlsOfRule(ruleId),
    };
  }

  resource(resource: ResourceRef) {
    const { kind, id, vault, subscriptionId } = resource;
    const vaultKey = placeKey(vaultOf(resource) ?? '');
    const subscription = subscriptionId ?? subscriptionIn(vault) ?? subscriptionIn(id) ?? '';
    return {
      kind: this.#kinds.of(kind, () => display(kindWords(kind))),
      vault: this.#vaults.of(vaultKey, () => vaultKey),
      subscription: this.#subscriptions.of(placeKey(subscription), () => subscription),
    };
  }

  #reason(reason: Finding['reason'], about: string | undefined): number {
    return this.#reasons.of(`${reason ?? ''} ${about ?? ''}`, () =>
      display(reason ? REASON_WORDS[reason] + (about ? ` (${kindWords(about)} not listed)` : '') : ''),
    );
  }

  #numberOf(held: Controls): number {
    return this.#controls.of(JSON.stringify(held), () => held);
  }

  /** A rule says its controls itself unless some depend on the resource; then each finding says them. */
  #controlsOfRule(ruleId: string): number {
    return entryAt(this.#controlsByRule, ruleId, () => {
      const controls = Object.entries(this.#known.get(ruleId)?.controls ?? {});
      return this.#numberOf(controls.map(([framework, named]) => [framework, named.map(({ id }) => id)]));
    });
  }

  /** For JSON; every text fit to be shown. */
  told({ tally, anchors }: LegendContext): object {
    return {
      verdicts: VERDICTS.map((key) => ({ key, word: VERDICT_WORDS[key] })),
      severities: SEVERITIES.map((key) => ({ key, word: SEVERITY_WORDS[key] })),
      planes: PLANES.map((plane) => PLANE_WORDS[plane]),
      rules: this.#ruleIds.entries.map((id) => ruleEntry(id, this.#known.get(id), tally)),
      vaults: this.#vaults.entries.map((key) => ({
        name: display(tally.places.get(key)?.name ?? ''),
        anchor: anchors.get(key) ?? '',
        declared: shownPlace(tally.places.get(key)?.location),
      })),
      subscriptions: this.#subscriptions.entries.map((id) => ({
        id: display(id),
        name: display(tally.subscriptions.of(id)),
      })),
      kinds: this.#kinds.entries,
      reasons: this.#reasons.entries,
      controls: this.#controls.entries.map(shownControls),
      ...this.#controlNames(),
    };
  }

  #controlNames() {
    const held = this.#controls.entries.flat();
    const frameworks = held.map(([id]) => [display(id), display(this.#names.framework(id))]);
    const titles = held.flatMap(([framework, ids]) =>
      ids.map((id) => [`${display(framework)}:${display(id)}`, display(this.#names.control(framework, id) ?? '')]),
    );
    return { frameworks: Object.fromEntries(frameworks), titles: Object.fromEntries(titles) };
  }
}

/** As where a finding is declared, in one text. */
function shownPlace(location: Location | undefined): string {
  const told = declared(location);
  return told ? display(`${told.place} (tag ${told.tag})`) : '';
}

const shownControls = (held: Controls): Controls =>
  held.map(([framework, ids]) => [display(framework), ids.map((id) => display(id))]);

const ruleEntry = (id: string, rule: ReportRule | undefined, tally: Tally) => ({
  id: display(id),
  title: display(rule?.title ?? id),
  anchor: anchorPart(id),
  failed: Boolean(tally.rules.get(id)?.all('fail')),
  conditions: rule ? shownConditions(rule) : [],
  params: shownParams(rule?.params ?? {}),
});

const shownConditions = (rule: ReportRule): [name: string, lines: string[]][] =>
  conditions(rule).map(({ name, lines }) => [name, lines.map((line) => display(line))]);

export const shownParams = (inForce: NonNullable<Finding['params']>): Param[] =>
  params(inForce).map(({ name, value, from }) => [display(name), display(value), display(from)]);
