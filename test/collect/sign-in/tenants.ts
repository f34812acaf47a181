/** Tenants from raw Graph answers, and the verdicts of the rules on how people sign in to them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { azure } from '../../../src/collect/azure/catalog.ts';
import { signInPolicy } from '../../../src/collect/azure/sign-in-catalog.ts';
import { conditionalAccessFacts, securityDefaultsFacts } from '../../../src/collect/azure/sign-in-facts.ts';
import { settleGap } from '../../../src/collect/settle.ts';
import { judge, type Judgement } from '../../../src/engine/judge.ts';
import { Language } from '../../../src/engine/language.ts';
import { fieldsOf } from '../../../src/model/catalog.ts';
import { BrokenList, Gap, type Reason } from '../../../src/model/gap.ts';
import { readFacts, writeFacts } from '../../../src/snapshot/facts.ts';
import { installation } from '../../../src/installation.ts';
import { loadRules } from '../../../src/rules/load.ts';

const language = new Language(azure);
const fields = fieldsOf(azure['azure.tenant']);

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const MULTIFACTOR = ['KV-IDN-003', 'KV-IDN-006'];
const { rules: all } = await loadRules([installation.rules], language);
const rules = all.filter(({ id }) => MULTIFACTOR.includes(id));

export const MANAGEMENT_APP = '797f4846-ba00-4fd7-ba43-dac1f8f63013';

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** What Graph would tell of a tenant. */
export interface Tenant {
  readonly policies: readonly Json[];
  readonly securityDefaults: Json;
  readonly brokenOff?: Reason;
  readonly refused?: Reason;
  readonly breakGlass: readonly string[];
}

export interface Verdicts {
  readonly management: string;
  readonly everything: string;
}

export function verdicts(told: Tenant): Verdicts {
  const [management = '', everything = ''] = judgements(told).map(({ verdict }) => verdict);
  return { management, everything };
}

export const messages = (told: Tenant): unknown[] => judgements(told).map(({ message }) => message);

/** Through a snapshot, as in a scan. In the order of the rules' ids. */
function judgements(told: Tenant): Judgement[] {
  const facts = readFacts(fields, JSON.parse(JSON.stringify(writeFacts(fields, factsOf(told)))), 'tenant');
  return rules.flatMap((rule) => {
    const defaults = Object.fromEntries(Object.entries(rule.params).map(([name, spec]) => [name, spec.default]));
    return judge(rule, [facts, { ...defaults, breakGlass: told.breakGlass }, 0], language.machine, 'findings');
  });
}

export function factsOf({ policies, brokenOff, refused, securityDefaults }: Tenant): Record<string, unknown> {
  const listed = brokenOff ? new BrokenList(policies, Gap.of(brokenOff)) : policies;
  return {
    tenantId: '11111111-1111-4111-8111-111111111111',
    ...securityDefaultsFacts({ isEnabled: securityDefaults }),
    ...(refused
      ? settleGap(signInPolicy.conditionalAccess.fields, Gap.of(refused))
      : conditionalAccessFacts(listed, MANAGEMENT_APP)),
  };
}

// ---- tenants as the files tell them

export const SOUND = JSON.parse(readFileSync(path('policy.json'), 'utf8')) as { [member: string]: Json };

type Told = Partial<Tenant> & Verdicts & { readonly policies: readonly Json[] };

/** By story. */
export const estates: readonly (readonly [story: string, tenant: Tenant, expected: Verdicts])[] = Object.entries(
  parse(readFileSync(path('estates.yaml'), 'utf8')) as Record<string, Told>,
).map(([story, { management, everything, ...told }]) => [
  story,
  { securityDefaults: false, breakGlass: [], ...told, policies: told.policies.map(policyWith) },
  { management, everything },
]);

/** The sound policy but for what is told; `absent` names members that are not there at all. */
export function policyWith(difference: Json): Json {
  if (!isObject(difference)) return difference;
  const { absent = [], ...rest } = difference;
  const policy = changed(SOUND, rest) as { [member: string]: Json };
  for (const name of absent as string[]) without(policy, name.split('.'));
  return policy;
}

function changed(from: Json, difference: Json): Json {
  if (!isObject(difference) || !isObject(from)) return difference;
  const result = structuredClone(from);
  for (const [name, value] of Object.entries(difference)) result[name] = changed(from[name] ?? null, value);
  return result;
}

function without(policy: { [member: string]: Json }, [name = '', ...rest]: string[]): void {
  if (rest.length === 0) delete policy[name];
  else without(policy[name] as { [member: string]: Json }, rest);
}

export function isObject(value: Json | undefined): value is { [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
