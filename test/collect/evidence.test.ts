import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import { Estate } from '../../src/estate/estate.ts';
import { lineage, shortName } from '../../src/model/catalog.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { rules, scan } from './scan.ts';

const estate = Estate.load(fileURLToPath(new URL('../../fixtures/estate/havelmark', import.meta.url)));

const conditions = (rule: Rule): Condition[] =>
  [rule.when, rule.measurable, rule.each?.list, rule.require, ...rule.severityWhen.map(({ when }) => when)].filter(
    (condition) => condition !== undefined,
  );

/** What a rule can have looked at: its parameters, and the fields that its conditions name. */
function readable(rule: Rule): Set<string> {
  const variables = new Map(lineage(azure, rule.kind).map((kind) => [kind, shortName(kind)]));
  const fields = conditions(rule).flatMap((condition) => condition.fields);
  const paths = fields.map((field) => {
    const kind = [...variables.keys()].find((name) => field.startsWith(`${name}.`)) ?? '';
    return `${variables.get(kind)}${field.slice(kind.length)}`;
  });
  return new Set([...paths, ...Object.keys(rule.params).map((name) => `params.${name}`)]);
}

test('the evidence for every verdict of the demo names what its own rule asks, however many ran before it', async () => {
  const { findings } = await scan(estate);
  const strange = findings.flatMap(({ ruleId, about, evidence = [] }) => {
    if (about) return [];
    const known = readable(rules.find(({ id }) => id === ruleId) as Rule);
    const tops = evidence.map(({ field }) => field.split(/[.[]/).slice(0, 2).join('.'));
    return tops.filter((top) => !known.has(top)).map((top) => `${ruleId}: ${top}`);
  });
  expect([...new Set(strange)]).toEqual([]);
});
