/** GitHub's matching of alerts, modelled as a set of tool, category, rule, path and hash. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { SarifOptions } from '../../src/report/renderers/sarif.ts';
import { HEAD } from './sample-report.ts';
import { estate, listed, oldSecret } from './sarif-estates.ts';
import { alertsOf, sarifOf } from './sarif-files.ts';

const coverage = [1, 2, 3].map(listed);

const alerts = async (findings: readonly Finding[], head = HEAD, options?: SarifOptions): Promise<Set<string>> =>
  alertsOf(await sarifOf(estate(coverage, findings, head), options));

/** Some secrets in some vaults of three subscriptions, each once. */
const findings = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ max: 9, min: 0 })),
    {
      selector: String,
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((places) => places.map(([number, vault, secret]) => oldSecret(number, `kv-${number}-${vault}`, `s-${secret}`)));

const holds = (property: fc.IAsyncProperty<unknown>) => fc.assert(property, { numRuns: 40 });

const without = (set: ReadonlySet<string>, other: ReadonlySet<string>) => [...set].filter((one) => !other.has(one));

const loud = ({ resource: { subscriptionId = '', vault = '', ...resource }, ...finding }: Finding): Finding => ({
  ...finding,
  resource: { ...resource, subscriptionId: subscriptionId.toUpperCase(), vault: vault.replace(/kv-/, 'KV-') },
});

describe('the same alerts', () => {
  test('whatever order the findings come in', () =>
    holds(
      fc.asyncProperty(
        findings.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        async ([all, shuffled]) => {
          expect(await alerts(shuffled)).toEqual(await alerts(all));
        },
      ),
    ));

  test.each<[string, (finding: Finding) => Finding]>([
    ['when a message is worded anew', (finding) => ({ ...finding, message: 'Older than it should be.' })],
    ['when a severity changes', (finding) => ({ ...finding, severity: 'low' })],
    ['when the evidence changes', (finding) => ({ ...finding, evidence: [] })],
    ['when Azure answers in another letter case', loud],
  ])('%s', (_, change) =>
    holds(
      fc.asyncProperty(findings, async (all) => {
        expect(await alerts(all.map(change))).toEqual(await alerts(all));
      }),
    ),
  );

  test.each([
    ['of another version of the tool', { ...HEAD, tool: { ...HEAD.tool, version: '9.0.0' } }],
    ['a day later', { ...HEAD, run: { ...HEAD.run, id: 'x', evaluatedAt: '2026-04-01T06:00:00.000Z' } }],
    ['by other rules beside', { ...HEAD, rules: HEAD.rules.toReversed() }],
  ])('%s', (_, head) =>
    holds(
      fc.asyncProperty(findings, async (all) => {
        expect(await alerts(all, head)).toEqual(await alerts(all));
      }),
    ),
  );
});

describe('other alerts', () => {
  test('one is gone when one is fixed', () =>
    holds(
      fc.asyncProperty(findings, async (all) => {
        const before = await alerts(all);
        const after = await alerts(all.slice(1));
        expect(without(before, after)).toHaveLength(1);
        expect(without(after, before)).toEqual([]);
      }),
    ));

  test('one goes and one comes when a secret is renamed', () =>
    holds(
      fc.asyncProperty(findings, async (all) => {
        const before = await alerts(all);
        const after = await alerts([oldSecret(1, 'kv-1-1', 'renamed'), ...all.slice(1)]);
        expect([without(before, after), without(after, before)].map(({ length }) => length)).toEqual([1, 1]);
      }),
    ));

  test('in groups, one is gone when the last of its vault is fixed', () =>
    holds(
      fc.asyncProperty(findings, async (all) => {
        const vaults = new Set(all.map(({ resource }) => resource.vault));
        const grouped = await alerts(all, HEAD, { sarifGroup: 'vault' });
        expect(grouped.size).toBe(vaults.size);
        const [gone] = vaults;
        const fixed = all.filter(({ resource }) => resource.vault !== gone);
        const after = await alerts(fixed, HEAD, { sarifGroup: 'vault' });
        expect(without(grouped, after)).toHaveLength(1);
      }),
    ));
});
