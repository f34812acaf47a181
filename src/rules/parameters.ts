/** Which value a parameter has for a resource, and who set it: rule < profile < configuration < overrides in order. */
import type { ParamsFor } from '../engine/evaluate.ts';
import type { ParamInForce, ParamValue, Rule } from '../model/rule.ts';
import type { Resource } from '../model/snapshot.ts';

/** What may be said of a rule in a profile, in the configuration, or in an override. */
export interface RuleSetting {
  readonly enabled?: boolean;
  readonly params?: { readonly [name: string]: ParamValue };
}

export interface RuleSettings {
  readonly [ruleId: string]: RuleSetting;
}

/** For some resources only. All that is named must hold. */
export interface Override {
  readonly match: {
    /** Tags of the resource or of its vault, by name and value. */
    readonly tags?: { readonly [name: string]: string };
    /** A pattern for the name of the vault: `*` stands for any characters. */
    readonly vault?: string;
    /** The subscription's id or name. */
    readonly subscription?: string;
  };
  readonly rules: RuleSettings;
}

export interface ParameterLayers {
  readonly profile?: { readonly name: string; readonly rules: RuleSettings };
  readonly config: RuleSettings;
  readonly overrides: readonly Override[];
}

export class Parameters {
  readonly #layers: ParameterLayers;
  readonly #base = new Map<string, { readonly [name: string]: ParamInForce }>();
  readonly #values = new Map<string, ParamsFor>();

  constructor(rules: readonly Rule[], layers: ParameterLayers) {
    this.#layers = layers;
    for (const rule of rules) {
      const base = this.#baseOf(rule);
      this.#base.set(rule.id, base);
      this.#values.set(rule.id, { values: valuesOf(base) });
    }
  }

  /** What holds for a rule unless an override says otherwise. */
  base(rule: Rule): { readonly [name: string]: ParamInForce } {
    return this.#base.get(rule.id) ?? {};
  }

  #baseOf(rule: Rule): { [name: string]: ParamInForce } {
    const { profile, config } = this.#layers;
    const base: { [name: string]: ParamInForce } = {};
    for (const [name, spec] of Object.entries(rule.params)) base[name] = { value: spec.default, from: 'default' };
    if (profile) lay(base, settingOf(profile.rules, rule), `profile ${profile.name}`);
    lay(base, settingOf(config, rule), 'config');
    return base;
  }

  /** Whether the rule runs at all. */
  isEnabled(rule: Rule): boolean {
    const { profile, config } = this.#layers;
    return (
      settingOf(config, rule)?.enabled ?? (profile && settingOf(profile.rules, rule)?.enabled) ?? rule.enabledByDefault
    );
  }

  /** For one resource, with its ancestors. */
  for(rule: Rule, resource: Resource, ancestors: readonly Resource[]): ParamsFor {
    const base = this.#values.get(rule.id) ?? { values: {} };
    if (this.#layers.overrides.length === 0) return base;
    const overridden: { [name: string]: ParamInForce } = {};
    for (const [index, override] of this.#layers.overrides.entries()) {
      const setting = settingOf(override.rules, rule);
      if (setting?.params && matches(override.match, resource, ancestors))
        lay(overridden, setting, `override ${index + 1}`);
    }
    return Object.keys(overridden).length === 0
      ? base
      : { values: { ...base.values, ...valuesOf(overridden) }, overridden };
  }
}

/** Settings name a rule by its id, or by one that it had before. */
const settingOf = (settings: RuleSettings, { id, aliases }: Rule): RuleSetting | undefined =>
  settings[id] ?? aliases.map((alias) => settings[alias]).find((setting) => setting !== undefined);

function lay(onto: { [name: string]: ParamInForce }, setting: RuleSetting | undefined, from: string): void {
  for (const [name, value] of Object.entries(setting?.params ?? {})) onto[name] = { value, from };
}

const valuesOf = (params: { readonly [name: string]: ParamInForce }): { [name: string]: ParamValue } =>
  Object.fromEntries(Object.entries(params).map(([name, { value }]) => [name, value]));

function matches(
  { tags, vault, subscription }: Override['match'],
  resource: Resource,
  ancestors: readonly Resource[],
): boolean {
  const line = [resource, ...ancestors];
  const holder = line.find(({ host }) => host !== undefined);
  if (tags && !Object.entries(tags).every(([name, value]) => line.some((one) => hasTag(one, name, value))))
    return false;
  if (vault !== undefined && !(holder && patternOf(vault).test(holder.name))) return false;
  return subscription === undefined || line.some((one) => isSubscription(one, subscription.toLowerCase()));
}

/** Tag names do not tell letter case apart, values do. Source: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources */
function hasTag({ facts }: Resource, name: string, value: string): boolean {
  const tags = facts.tags;
  if (typeof tags !== 'object' || tags === null) return false;
  return Object.entries(tags).some(([key, held]) => key.toLowerCase() === name.toLowerCase() && held === value);
}

const isSubscription = ({ kind, name, facts }: Resource, wanted: string): boolean =>
  kind.endsWith('.subscription') && [name, facts.subscriptionId].some((own) => isSame(own, wanted));

const isSame = (text: unknown, lowerCase: string): boolean =>
  typeof text === 'string' && text.toLowerCase() === lowerCase;

const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  );
