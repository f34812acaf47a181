import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { paperOf } from '../../src/report/paper.ts';
import { FINDINGS } from './sample-report.ts';

const [FAILED] = FINDINGS.filter(({ verdict }) => verdict === 'fail') as [Finding];

/** Of 20 rules. */
const findings = (number: number, name: string): Finding[] =>
  Array.from({ length: number }, (_, at) => ({
    ...FAILED,
    ruleId: `KV-MAN-${at % 20}`,
    fingerprint: `f${at}`,
    resource: { ...FAILED.resource, name },
  }));

test.each([
  ['of ordinary names', 'db-password', 850],
  ['of the longest names that Azure allows', 'n'.repeat(127), 425],
  ['of names longer than any', 'n'.repeat(300), 340],
])('2,000 findings %s are printed to as many as fit', (_, name, printed) => {
  const { full, named } = paperOf(findings(2000, name));
  expect([full.size, named.size]).toEqual([150, printed]);
  expect([...full].every((finding) => named.has(finding))).toBe(true);
});

test('a few findings are all printed, whatever they are called', () => {
  const few = findings(100, 'n'.repeat(300));
  expect([...paperOf(few).full]).toEqual(few);
});

test('where there is nothing, nothing is printed', () => expect(paperOf([]).named.size).toBe(0));
