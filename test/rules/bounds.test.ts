/** Whatever number a parameter lets through, its rule judges with it. */
import { describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import { fieldsOf, kindOf, lineage, shortName } from '../../src/model/catalog.ts';
import { BaseObjects } from '../../src/rules/base-objects.ts';
import { loadRules } from '../../src/rules/load.ts';
import { readFacts } from '../../src/snapshot/facts.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
const bases = new BaseObjects(installation.baseObjects, azure);
const NOW = Date.parse('2026-11-20T06:00:00Z');

const numbers = rules.flatMap((rule) =>
  Object.entries(rule.params).flatMap(([name, { type, minimum, maximum }]) =>
    type === 'integer'
      ? [minimum ?? Number.MIN_SAFE_INTEGER, maximum ?? Number.MAX_SAFE_INTEGER].map(
          (value) => [rule.id, name, value, rule] as const,
        )
      : [],
  ),
);

describe.each(numbers)('%s with %s at %i', (_, name, value, rule) => {
  test.each([
    ['ordinary dates', {}],
    ['a date in the year 1', { expires: Date.parse('0001-01-01T00:00:00Z') }],
    ['a date in the year 9999', { expires: Date.parse('9999-12-31T23:59:59Z') }],
  ])('judges %s', async (_dates, own) => {
    const objects = await bases.of(rule.kind);
    const [first, ...others] = lineage(azure, rule.kind).map((kind) =>
      readFacts(fieldsOf(kindOf(azure, kind)), objects[shortName(kind)], kind),
    );
    const defaults = Object.fromEntries(Object.entries(rule.params).map(([one, spec]) => [one, spec.default]));
    const frame = [{ ...first, ...own }, ...others, { ...defaults, [name]: value }, NOW];
    const reasons = judge(rule, frame, language.machine, 'findings').map(({ reason }) => reason);
    expect(reasons).not.toContain('ruleError');
  });
});
