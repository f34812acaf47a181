/** Whatever number a parameter lets through, its rule judges with it. */
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boringFacts, defaultsOf } from './boring.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
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
    const [first, ...others] = await boringFacts(rule);
    const frame = [{ ...first, ...own }, ...others, { ...defaultsOf(rule), [name]: value }, NOW];
    const reasons = judge(rule, frame, language.machine, 'findings').map(({ reason }) => reason);
    expect(reasons).not.toContain('ruleError');
  });
});
