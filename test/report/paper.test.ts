import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { paperOf } from '../../src/report/paper.ts';
import { FINDINGS } from './sample-report.ts';

const [FAILED] = FINDINGS.filter(({ verdict }) => verdict === 'fail') as [Finding];

const findings = (number: number, name: string, rules = 20): Finding[] =>
  Array.from({ length: number }, (_, at) => ({
    ...FAILED,
    ruleId: `KV-MAN-${at % rules}`,
    fingerprint: `f${at}`,
    resource: { ...FAILED.resource, name },
  }));

test.each([
  ['of ordinary names', 'db-password', 20, 363, 850],
  ['of names longer than any', 'n'.repeat(300), 20, 150, 768],
  ['of many rules', 'db-password', 140, 150, 480],
  ['of many rules and long names', 'n'.repeat(300), 140, 150, 150],
])('2,000 findings %s are printed to as many as fit', (_, name, rules, proven, printed) => {
  const { full, named } = paperOf(findings(2000, name, rules));
  expect([full.size, named.size]).toEqual([proven, printed]);
  expect([...full].every((finding) => named.has(finding))).toBe(true);
});

test('a few findings are all printed, whatever they are called', () => {
  const few = findings(100, 'n'.repeat(300));
  expect([...paperOf(few).full]).toEqual(few);
});

test('what is left of 200 pages goes to evidence', () => {
  const some = findings(300, 'db-password');
  expect([...paperOf(some).full]).toEqual(some);
});

test('where there is nothing, nothing is printed', () => expect(paperOf([]).named.size).toBe(0));
