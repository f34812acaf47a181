/** What rules read of an estate: every expression of theirs counts, wherever it stands. */
import { expect, test } from 'vitest';
import { planFor } from '../../src/collect/plan.ts';
import { azure } from '../../src/collect/azure/catalog.ts';
import { installation } from '../../src/installation.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { needsOf } from '../../src/rules/needs.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
const [some] = rules.filter(({ id }) => id === 'KV-REC-002') as [Rule];

const reads = (field: string): Condition => ({
  text: field,
  type: 'bool',
  fields: [`azure.secret.${field}`],
  run: () => true,
});
const bare: Rule = { ...some, kind: 'azure.secret', require: reads('name'), message: [], identity: [], controls: {} };

test.each<[string, Partial<Rule>]>([
  ['when', { when: reads('enabled') }],
  ['measurable', { measurable: reads('enabled') }],
  ['each', { each: { list: reads('enabled'), as: 'one' } }],
  ['require', { require: reads('enabled') }],
  ['severityWhen', { severityWhen: [{ when: reads('enabled'), severity: 'low' }] }],
  ['identity', { identity: [reads('enabled')] }],
  ['message', { message: ['of ', reads('enabled')] }],
  ['a control that holds for some', { controls: { cis: [{ id: '1' }, { id: '2', when: reads('enabled') }] } }],
])('%s', (_, differs) => {
  expect(needsOf([{ ...bare, ...differs }]).fields).toContain('azure.secret.enabled');
});

test('a rule that reads its vault alone needs the objects that it judges, and no facet of theirs', () => {
  const require: Condition = { ...reads('name'), fields: ['azure.vault.permissionModel'] };
  const plan = planFor(azure, needsOf([{ ...bare, require }]), []);
  expect([plan.needsKind('azure.secret'), plan.needsKind('azure.vault'), plan.needsKind('azure.key')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([plan.needsFacet('azure.vault', 'settings'), plan.needsFacet('azure.secret', 'versions')]).toEqual([
    true,
    false,
  ]);
});

test('no rule reads what the catalog does not have', () => {
  for (const field of needsOf(rules).fields) {
    const [, kind = '', name = ''] = /^(.+)\.([^.]+)$/.exec(field) ?? [];
    const facets = Object.values((azure as unknown as Record<string, { facets: object }>)[kind]?.facets ?? {});
    expect(
      facets.some(({ fields }: { fields: object }) => Object.hasOwn(fields, name)),
      field,
    ).toBe(true);
  }
});
