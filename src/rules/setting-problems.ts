/** What cannot be meant in settings of rules: in a profile, in the configuration, in its overrides. */
import type { ParamSpec, Rule } from '../model/rule.ts';
import { whyNotAllowed } from './param-value.ts';
import type { ParameterLayers, RuleSetting, RuleSettings } from './parameters.ts';
import { isNamed } from './rule-name.ts';

/** A setting names a rule or parameter that is not there, or a value that it cannot have. `path` is where it stands. */
export interface SettingProblem {
  readonly layer: 'profile' | 'config' | 'override';
  /** Index of the override. */
  readonly index?: number;
  readonly path: readonly string[];
  /** Whether the name at the end of the path is wrong, or the value behind it. */
  readonly wrong: 'name' | 'value';
  readonly message: string;
  readonly known: readonly string[];
  /** What the parameter is. */
  readonly about?: string;
}

/** Everything in the layers that cannot be meant. */
export function checkLayers(rules: readonly Rule[], { profile, config, overrides }: ParameterLayers): SettingProblem[] {
  return [
    ...(profile ? checkSettings(rules, profile.rules, { layer: 'profile' }) : []),
    ...checkSettings(rules, config, { layer: 'config' }),
    ...overrides.flatMap((override, index) => checkSettings(rules, override.rules, { layer: 'override', index })),
  ];
}

type Place = Pick<SettingProblem, 'layer' | 'index'>;

function checkSettings(rules: readonly Rule[], settings: RuleSettings, place: Place): SettingProblem[] {
  const owners = new Map<Rule, string>();
  return Object.entries(settings).flatMap(([id, setting]) => {
    const rule = rules.find((candidate) => isNamed(candidate, id));
    if (!rule) return [strangeRule(rules, id, place)];
    const twin = owners.get(rule);
    owners.set(rule, id);
    return [...(twin === undefined ? [] : [sameRule(id, twin, place)]), ...checkParams(rule, id, setting, place)];
  });
}

const strangeRule = (rules: readonly Rule[], id: string, place: Place): SettingProblem => ({
  ...place,
  path: [id],
  wrong: 'name',
  message: `there is no rule ${id}`,
  known: rules.map((candidate) => candidate.id),
});

/** Only one of them would count. */
const sameRule = (id: string, twin: string, place: Place): SettingProblem => ({
  ...place,
  path: [id],
  wrong: 'name',
  message: `${id} and ${twin} are the same rule`,
  known: [],
});

function checkParams(rule: Rule, id: string, { params = {} }: RuleSetting, place: Place): SettingProblem[] {
  return Object.entries(params).flatMap(([name, value]): SettingProblem[] => {
    const path = [id, 'params', name];
    if (!Object.hasOwn(rule.params, name))
      return [
        {
          ...place,
          path,
          wrong: 'name',
          message: `${rule.id} has no parameter ${name}`,
          known: Object.keys(rule.params),
        },
      ];
    const spec = rule.params[name] as ParamSpec;
    const why = whyNotAllowed(spec, value);
    return why ? [{ ...place, path, wrong: 'value', message: `${name} ${why}`, known: [], about: spec.about }] : [];
  });
}
