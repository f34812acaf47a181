/** Two scans of an estate: which alerts of the first GitHub has after the second. */
import * as fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { Coverage } from '../../src/model/snapshot.ts';
import type { SarifOptions } from '../../src/report/renderers/sarif.ts';
import { preflight } from '../../src/report/sarif/preflight.ts';
import { type LastScan, lastScanOf, PreviousError } from '../../src/report/sarif/previous.ts';
import { fingerprint, HEAD, reportOf } from './sample-report.ts';
import { estate, HOSTILE, listed, oldSecret, poisoned, subscription, vaultId } from './sarif-estates.ts';
import { alertsOf, categoryOf, isSuccessful, runsOf, sarifOf, schemaCheck, type SarifFiles } from './sarif-files.ts';

const schemaErrors = await schemaCheck();
const coverage = [1, 2].map(listed);

const at = (day: number) => ({ ...HEAD, run: { ...HEAD.run, evaluatedAt: `2026-04-0${day}T06:00:00.000Z` } });

const lastScan = ({ logs }: SarifFiles): LastScan => lastScanOf(logs, HEAD.tool.name);

/** The scan after another. */
const after = (before: SarifFiles, findings: readonly Finding[], read = coverage, day = 2): Promise<SarifFiles> =>
  sarifOf(estate(read, findings, at(day)), { lastScan: lastScan(before) });

const secretsIn = (number: number, name: string) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 })
    .map((secrets) => secrets.map((secret) => oldSecret(number, name, `s-${secret}`)));

/** Three vaults with old secrets, in two subscriptions. */
const vaults = fc.tuple(secretsIn(1, 'kv-a'), secretsIn(1, 'kv-b'), secretsIn(2, 'kv-c'));

const vaultRef = (number: number, name: string): Finding['resource'] => ({
  kind: 'azure.vault',
  id: vaultId(number, name),
  name,
  subscriptionId: subscription(number),
});

const subscriptionRef = (number: number): Finding['resource'] => ({
  kind: 'azure.subscription',
  id: `subscription:${subscription(number)}`,
  name: `Subscription ${number}`,
  subscriptionId: subscription(number),
});

const TENANT = { kind: 'azure.tenant', id: `tenant:${HEAD.run.tenantId}`, name: 'Tenant' };

/** The rule could not be judged on a resource, or on what could not be listed below it. */
const unknown = (resource: Finding['resource'], about?: string, reason: Finding['reason'] = 'firewall'): Finding => ({
  ruleId: 'KV-ROT-001',
  verdict: 'unknown',
  severity: 'high',
  resource,
  ...(about !== undefined && { about }),
  reason,
  fingerprint: fingerprint('unknown', resource.id, about ?? ''),
});

const secretsOf = (number: number, name: string) => unknown(vaultRef(number, name), 'azure.secret');

const turned = (finding: Finding, verdict: Finding['verdict'], reason?: Finding['reason']): Finding => {
  const { message: _, ...rest } = finding;
  return { ...rest, verdict, ...(reason && { reason }) };
};

const holds = <T>(values: fc.Arbitrary<T>, check: (value: T) => Promise<void>) =>
  fc.assert(fc.asyncProperty(values, check), { numRuns: 30 });

const results = (files: SarifFiles) => runsOf(files).flatMap((run) => run.results ?? []);

const carried = (files: SarifFiles) => results(files).filter(({ properties }) => properties?.carriedForward === true);

describe('the same alerts', () => {
  test.each<[string, (findings: readonly Finding[]) => Finding[]]>([
    ['when its secrets cannot be listed', () => [secretsOf(1, 'kv-a')]],
    ['when they are listed, and not readable', (own) => own.map((finding) => turned(finding, 'unknown', 'forbidden'))],
    ['when the rule breaks', (own) => own.map((finding) => turned(finding, 'unknown', 'ruleError'))],
    ['when one is readable, and bad still', (own) => [...own.slice(0, 1), secretsOf(1, 'kv-a')]],
  ])('of a vault that turns the scan away: %s', (_, now) =>
    holds(vaults, async ([a, b, c]) => {
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
      const second = await after(first, [...now(a), ...b, ...c]);
      expect(alertsOf(second)).toEqual(alertsOf(first));
      expect(runsOf(second).map(isSuccessful)).toEqual([true, true]);
    }),
  );

  test('of a subscription whose vaults cannot be listed', () =>
    holds(vaults, async ([a, b, c]) => {
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
      const second = await after(first, [unknown(subscriptionRef(1), 'azure.vault', 'throttled'), ...c]);
      expect(alertsOf(second)).toEqual(alertsOf(first));
    }));

  test('of a subscription of which nothing could be read', () =>
    holds(vaults, async ([a, b, c]) => {
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
      const refused: Coverage = { ...listed(1), status: 'forbidden' };
      const second = await after(first, c, [refused, listed(2)]);
      expect(alertsOf(second)).toEqual(alertsOf(first));
      expect(second.remarks.map(({ message }) => message)).toEqual([
        expect.stringContaining(`of the last scan carried forward`),
      ]);
    }));

  test('of a tenant whose subscriptions could not be listed', () =>
    holds(vaults, async ([a, b, c]) => {
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
      const second = await after(first, [unknown(TENANT, 'azure.subscription', 'forbidden')], []);
      expect(alertsOf(second)).toEqual(alertsOf(first));
      expect(runsOf(second).map(isSuccessful)).toEqual([true, true]);
    }));

  test('in groups', () =>
    holds(vaults, async ([a, b, c]) => {
      const grouped: SarifOptions = { sarifGroup: 'vault' };
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)), grouped);
      const findings = [secretsOf(1, 'kv-a'), ...b.slice(0, 1), secretsOf(1, 'kv-b'), ...c];
      const second = await sarifOf(estate(coverage, findings, at(2)), { ...grouped, lastScan: lastScan(first) });
      expect(alertsOf(second)).toEqual(alertsOf(first));
      expect(carried(second)).toHaveLength(1);
    }));
});

describe('fewer alerts', () => {
  const without = (set: ReadonlySet<string>, other: ReadonlySet<string>) => [...set].filter((one) => !other.has(one));

  test('when a vault was deleted, though another turns the scan away', () =>
    holds(vaults, async ([a, b, c]) => {
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
      const second = await after(first, [secretsOf(1, 'kv-b'), ...c]);
      expect(alertsOf(second)).toEqual(alertsOf(await sarifOf(estate(coverage, [...b, ...c]))));
    }));

  test.each(['pass', 'notApplicable', 'waived'] as const)(
    'by the one whose secret is judged %s today, though others of its vault are not',
    (verdict) =>
      holds(vaults, async ([a, b, c]) => {
        const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
        const [fixed] = a as [Finding];
        const second = await after(first, [turned(fixed, verdict), secretsOf(1, 'kv-a'), ...b, ...c]);
        expect(without(alertsOf(first), alertsOf(second))).toHaveLength(1);
        expect(without(alertsOf(second), alertsOf(first))).toEqual([]);
      }),
  );

  test('when they are fixed after having been carried', () =>
    holds(vaults, async ([a, b, c]) => {
      const first = await sarifOf(estate(coverage, [...a, ...b, ...c], at(1)));
      const second = await after(first, [secretsOf(1, 'kv-a'), ...b, ...c]);
      const third = await after(second, [...a.map((finding) => turned(finding, 'pass')), ...b, ...c], coverage, 3);
      expect(alertsOf(third)).toEqual(alertsOf(await sarifOf(estate(coverage, [...b, ...c]))));
    }));

  test.each<[string, (own: readonly Finding[]) => Report]>([
    [
      'what cannot be told was switched off',
      () => estate([listed(1)], [unknown(vaultRef(1, 'kv-a'), 'azure.secret', 'skipped')]),
    ],
    [
      'their rule does not run any more',
      () =>
        estate([listed(1)], [{ ...secretsOf(1, 'kv-a'), ruleId: 'KV-LOG-001' }], {
          ...HEAD,
          rules: HEAD.rules.filter(({ id }) => id !== 'KV-ROT-001'),
        }),
    ],
    [
      'another rule is the one that cannot be told',
      () => estate([listed(1)], [{ ...secretsOf(1, 'kv-a'), ruleId: 'KV-ROT-004' }]),
    ],
  ])('when %s', async (_, today) => {
    const own = [oldSecret(1, 'kv-a', 's')];
    const first = await sarifOf(estate([listed(1)], own));
    expect(results(await sarifOf(today(own), { lastScan: lastScan(first) }))).toEqual([]);
  });
});

describe('several findings on one resource', () => {
  const item = (verdict: Finding['verdict'], range: string): Finding => ({
    ...unknown(vaultRef(1, 'kv-a')),
    ruleId: 'KV-NET-001',
    verdict,
    fingerprint: fingerprint('KV-NET-001', range),
  });
  const alerts = async (...findings: Finding[]) => {
    const first = await sarifOf(estate(coverage, [item('fail', 'wide'), item('fail', 'wider')]));
    return carried(await after(first, findings)).map(({ partialFingerprints }) => partialFingerprints);
  };

  test('stay while the list of them cannot be read to its end', async () => {
    expect(await alerts(item('fail', 'wide'), item('unknown', ''))).toHaveLength(1);
    expect(await alerts(item('unknown', ''))).toHaveLength(2);
  });

  test('go when it can, whichever is still there', async () => {
    expect(await alerts(item('fail', 'wide'))).toEqual([]);
    expect(await alerts(item('pass', ''))).toEqual([]);
  });
});

describe('a result that is carried forward', async () => {
  const own = oldSecret(1, 'kv-a', 's');
  const first = await sarifOf(estate(coverage, [own], at(1)));
  const second = await after(first, [secretsOf(1, 'kv-a')]);
  const third = await after(second, [secretsOf(1, 'kv-a')], coverage, 3);

  test('is what it was, and says when it was last seen', () => {
    const [before] = results(first);
    expect(results(second)).toEqual([
      {
        ...before,
        properties: { ...before?.properties, carriedForward: true, lastSeen: '2026-04-01T06:00:00.000Z' },
      },
    ]);
  });

  test('keeps that when it is carried again', () => expect(results(third)).toEqual(results(second)));

  test('is not marked any more once it is seen again', async () =>
    expect(results(await after(third, [own], coverage, 4))).toEqual(results(first)));

  test('points at its rule, wherever that stands in the run', async () => {
    const rules = [{ ...(HEAD.rules[0] as (typeof HEAD.rules)[number]), id: 'A-000' }, ...HEAD.rules];
    const files = await sarifOf(estate(coverage, [secretsOf(1, 'kv-a')], { ...HEAD, rules }), {
      lastScan: lastScan(first),
    });
    const [run] = runsOf(files);
    const [result] = run?.results ?? [];
    expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('KV-ROT-001');
  });

  test('is counted among the notifications', () =>
    expect(runsOf(second)[0]?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual(
      ['1 verdict unknown. A firewall turned the scan away.', '1 result carried forward from the last scan.'],
    ));

  test('is taken by GitHub like any other', () => {
    for (const files of [second, third]) {
      expect(files.logs.flatMap(schemaErrors)).toEqual([]);
      expect(files.logs.flatMap((log) => preflight(log))).toEqual([]);
    }
  });
});

describe('with more than GitHub keeps', () => {
  const many = (count: number, vault: string, severity: Finding['severity']) =>
    Array.from({ length: count }, (_, at) => ({ ...oldSecret(1, vault, `s-${at}`), severity }));

  test('the worst stay, carried or not', async () => {
    const first = await sarifOf(estate([listed(1)], many(3000, 'kv-a', 'high'), at(1)));
    const second = await after(first, [secretsOf(1, 'kv-a'), ...many(3000, 'kv-b', 'low')], [listed(1)]);
    expect(results(second)).toHaveLength(5000);
    expect(carried(second)).toHaveLength(3000);
    expect(second.remarks.map(({ unusable, message }) => [unusable, message])).toEqual([
      [true, expect.stringContaining('has 6,000 results')],
      [false, expect.stringContaining('3,000 results of the last scan carried forward')],
    ]);
    expect(second.logs.flatMap((log) => preflight(log)).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('a subscription that is not read, and had nothing, is left out still', async () => {
  const first = await sarifOf(estate(coverage, [oldSecret(1, 'kv-a', 's')]));
  const refused: Coverage = { ...listed(2), status: 'forbidden' };
  const second = await after(first, [oldSecret(1, 'kv-a', 's')], [listed(1), refused]);
  expect(runsOf(second).map(categoryOf)).toEqual([`vault-posture/sub-${subscription(1)}`]);
  expect(second.remarks.map(({ message }) => message)).toEqual([expect.stringContaining('no run where nothing')]);
});

test.each(HOSTILE)('what was written with %j in every name can be carried', async (text) => {
  const { head, findings } = poisoned(text);
  const first = await sarifOf(reportOf({ head, findings, sources: [] }));
  const unread = findings.map((finding) => turned(finding, 'unknown', 'forbidden'));
  const second = await sarifOf(reportOf({ head, findings: unread, sources: [] }), { lastScan: lastScan(first) });
  expect(alertsOf(second)).toEqual(alertsOf(first));
  expect(carried(second)).toHaveLength(results(first).length);
});

describe('what is no last scan', async () => {
  const { logs } = await sarifOf(estate(coverage, [oldSecret(1, 'kv-a', 's')]));
  const [log] = logs as [Log];
  const changed = (change: (copy: Log) => unknown): Log => {
    const copy = structuredClone(log);
    change(copy);
    return copy;
  };

  test.each<[string, readonly unknown[], string]>([
    ['a list', [[]], 'no SARIF'],
    ['nothing', [null], 'no SARIF'],
    ['a log without runs', [changed((copy) => (copy.runs = []))], 'no SARIF'],
    [
      'a log of another tool',
      [changed((copy) => copy.runs.forEach(({ tool }) => (tool.driver.name = 'x')))],
      'another',
    ],
    ['the same file twice', [log, log], `two runs of the subscription ${subscription(1)}`],
    [
      'a log with other categories',
      [changed((copy) => copy.runs.forEach((run, at) => (run.automationDetails = { id: `x${at}/y` })))],
      '/runs/0/automationDetails/id: names no subscription',
    ],
    [
      'a result without a message',
      [changed((copy) => ((copy.runs[0]?.results?.[0] ?? { message: {} }).message = {}))],
      'no message',
    ],
    [
      'a result without our fingerprint',
      [changed((copy) => delete copy.runs[0]?.results?.[0]?.partialFingerprints?.['vaultPostureFinding/v1'])],
      'vaultPostureFinding~1v1: is not there',
    ],
    [
      'a result of no known severity',
      [changed((copy) => delete copy.runs[0]?.results?.[0]?.properties?.severity)],
      'severity: is no severity',
    ],
  ])('%s', (_, files, reason) => {
    expect(() => lastScanOf(files, HEAD.tool.name)).toThrow(PreviousError);
    expect(() => lastScanOf(files, HEAD.tool.name)).toThrow(reason);
  });
});
