import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { preflight } from '../../src/report/sarif/preflight.ts';
import { type SarifOptions, sarifRenderer } from '../../src/report/renderers/sarif.ts';
import { estate, HOSTILE, largeEstate, listed, oldSecret, poisoned, subscription, vaultId } from './sarif-estates.ts';
import {
  alertsOf,
  categoryOf,
  isSuccessful,
  keep,
  runsOf,
  sarifOf,
  schemaCheck,
  type SarifFiles,
  uriOf,
} from './sarif-files.ts';
import { COVERAGE, FINDINGS, HEAD, LEGACY, reportOf, RULES, sampleReport } from './sample-report.ts';

const schemaErrors = await schemaCheck();
const sample = await sarifOf(sampleReport());
const [run] = runsOf(sample);
const errorsOf = (log: unknown) => preflight(log).filter(({ level }) => level === 'error');

describe('what an alert tells', () => {
  const results = run?.results ?? [];
  const of = (ruleId: string) => results.find((result) => result.ruleId === ruleId);

  test('only failures are told: everything in the file becomes an open alert', () => {
    const fails = FINDINGS.filter(({ verdict }) => verdict === 'fail');
    expect(results).toHaveLength(fails.length);
    expect(sample.texts[0]).not.toMatch(/"kind":"(?!resource|fail)|"suppressions"|"rank"|"baselineState"/);
  });

  test('its first sentence names what and where', () => {
    expect(of('KV-NET-001')?.message.text).toBe(
      "Vault 'kv-legacy': Every network may reach the vault, and no firewall rule narrows it.",
    );
    expect(of('KV-ROT-004')?.message.text).toBe(
      "Secret 'db-password' in vault 'kv-payments-prod': The secret never expires.",
    );
  });

  test('it stands at a path of its vault, and names the resource in full', () => {
    expect(of('KV-NET-001')?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'azure-key-vault/kv-legacy' }, region: { startLine: 1 } },
        logicalLocations: [{ name: 'kv-legacy', fullyQualifiedName: LEGACY, kind: 'resource' }],
      },
    ]);
    expect(of('KV-ROT-004')?.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(
      /^\/subscriptions\/.*\/vaults\/kv-payments-prod\/secrets\/db-password$/,
    );
  });

  test('it keeps the fingerprint, and the half of it that GitHub compares', () => {
    const { fingerprint } = FINDINGS.find(
      ({ ruleId, verdict }) => ruleId === 'KV-NET-001' && verdict === 'fail',
    ) as Finding;
    expect(of('KV-NET-001')?.partialFingerprints).toEqual({
      primaryLocationLineHash: `${fingerprint.slice(0, 32)}:1`,
      'vaultPostureFinding/v1': fingerprint,
    });
  });

  test('it carries the evidence', () =>
    expect(of('KV-KEY-003')?.properties?.evidence).toEqual([
      { field: 'key.keySize', value: 2048 },
      { field: 'key.keyType', value: 'RSA-XL', unrecognised: true },
    ]));

  test('the worst stands first', () => expect(results[0]?.ruleId).toBe('KV-NET-001'));

  test('a finding on a subscription or the tenant has a path of its own', async () => {
    const on = (kind: string, id: string): Finding => ({
      ...oldSecret(1, 'kv', 's'),
      resource: { kind, id, name: 'x' },
      fingerprint: id,
    });
    const files = await sarifOf(
      estate([], [on('azure.subscription', `subscription:${subscription(1)}`), on('azure.tenant', 'tenant:t')]),
    );
    expect(runsOf(files).map((run) => run.results?.map(uriOf))).toEqual([
      [`azure-key-vault/subscription-${subscription(1)}`],
      [`azure-key-vault/tenant-${HEAD.run.tenantId}`],
    ]);
  });
});

describe('what a rule tells', () => {
  const rules = run?.tool.driver.rules ?? [];
  const purge = rules.find(({ id }) => id === 'KV-REC-002');

  test('all rules that ran are there, by id', () =>
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id).sort()));

  test('its help tells why, how to put it right, and what that does besides', () => {
    expect(purge?.help?.text).toContain('az keyvault update --name <vault> --enable-purge-protection true');
    expect(purge?.help?.markdown).toContain('```bicep\nresource vault');
    expect(purge?.help?.markdown).toContain('**Side effects**\n\nIt cannot be switched off again');
    expect(purge?.help?.markdown).toContain('- cis-azure-5.0 8.3.5');
    expect(purge?.help?.markdown).toContain(
      '- <https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview>',
    );
  });

  test('parameters in force tell who set them', () =>
    expect(rules.find(({ id }) => id === 'KV-ROT-001')?.help?.text).toContain('maxAgeDays = 60 (config)'));

  test('severity is a number in the middle of a band; what is only informative has none', async () => {
    const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
    const rules = severities.map((severity) => ({ ...(RULES[0] as (typeof RULES)[number]), id: severity, severity }));
    const files = await sarifOf(estate([listed(1)], [], { ...HEAD, rules }));
    const told = runsOf(files)[0]?.tool.driver.rules?.map(({ id, properties, defaultConfiguration }) => [
      id,
      defaultConfiguration?.level,
      properties?.['security-severity'],
    ]);
    expect(told).toEqual([
      ['critical', 'error', '9.5'],
      ['high', 'error', '8.0'],
      ['info', 'note', undefined],
      ['low', 'note', '2.0'],
      ['medium', 'warning', '5.5'],
    ]);
  });

  test('it has ten tags at most, the first of them security', async () => {
    const tags = Array.from({ length: 30 }, (_, at) => `tag-${at}`);
    const files = await sarifOf(estate([listed(1)], [], { ...HEAD, rules: RULES.map((rule) => ({ ...rule, tags })) }));
    for (const { properties } of runsOf(files)[0]?.tool.driver.rules ?? []) {
      expect(properties?.tags).toHaveLength(10);
      expect(properties?.tags?.[0]).toBe('security');
    }
  });
});

describe('what closes an alert', () => {
  const unknown = (number: number, reason: Finding['reason']): Finding => {
    const { message: _, ...finding } = oldSecret(number, `kv-${number}`, 'unknown');
    return { ...finding, verdict: 'unknown', fingerprint: `unknown-${number}`, ...(reason && { reason }) };
  };
  const refused = { ...listed(2), status: 'forbidden' as const, remedy: 'Grant the role Reader.' };

  test('each subscription has its own run; a clean one has an empty one', async () => {
    const files = await sarifOf(estate([listed(2), listed(1)], [oldSecret(1, 'kv-1', 'a')]));
    expect(runsOf(files).map((run) => [run.automationDetails?.id, run.results?.length, isSuccessful(run)])).toEqual([
      [`vault-posture/sub-${subscription(1)}/20260331T060000Z`, 1, true],
      [`vault-posture/sub-${subscription(2)}/20260331T060000Z`, 0, true],
    ]);
    expect(files.remarks).toEqual([]);
  });

  test('a run with an unknown verdict was successful, and says what would cure it', async () => {
    const hole = { ...refused, resource: vaultId(2, 'kv-2'), what: 'secrets' as const };
    const files = await sarifOf(
      estate([listed(1), listed(2), hole], [oldSecret(2, 'kv-2', 'a'), unknown(2, 'forbidden')]),
    );
    const [clean, partial] = runsOf(files);
    expect([clean, partial].map(isSuccessful)).toEqual([true, true]);
    expect(clean?.invocations?.[0]?.toolExecutionNotifications).toBeUndefined();
    expect(partial?.results).toHaveLength(1);
    expect(partial?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
      "Secrets not read of 'kv-2'. Access was refused. Cure: Grant the role Reader.",
      '1 verdict unknown. Access was refused.',
    ]);
    expect(files.remarks.map(({ unusable, message }) => [unusable, message])).toEqual([
      [
        false,
        expect.stringContaining('1 of 2 runs could not be read in full, so that alerts of what was not read may'),
      ],
    ]);
  });

  test('what the user switched off does not count', async () => {
    const files = await sarifOf(estate([listed(1)], [unknown(1, 'skipped')]));
    expect(files.remarks).toEqual([]);
  });

  test('a rule that broke does', async () =>
    expect((await sarifOf(estate([listed(1)], [unknown(1, 'ruleError')]))).remarks).toHaveLength(1));

  test('a subscription of which nothing could be read has no run, and that is said', async () => {
    const files = await sarifOf(estate([listed(1), refused], [unknown(2, 'forbidden')]));
    expect(runsOf(files).map(categoryOf)).toEqual([`vault-posture/sub-${subscription(1)}`]);
    expect(files.remarks[0]?.message).toContain(`no run where nothing could be read`);
    expect(files.remarks[0]?.message).toContain(subscription(2));
  });

  test('one whose vaults could not be listed is told of, whatever else was read', async () => {
    const files = await sarifOf(estate([refused], [oldSecret(2, 'kv-2', 'a')]));
    expect(runsOf(files).map((run) => [run.results?.length, isSuccessful(run)])).toEqual([[1, true]]);
    expect(files.remarks.map(({ message }) => message)).toEqual([expect.stringContaining('may close')]);
  });

  test('a scan that read nothing at all writes one run, and that is no success', async () => {
    const files = await sarifOf(estate([refused], []));
    expect(runsOf(files).map((run) => [categoryOf(run), run.results?.length, isSuccessful(run)])).toEqual([
      [`vault-posture/tenant-${HEAD.run.tenantId}`, 0, false],
    ]);
  });

  test('a report that lists only failures, and counts more, is told of, and cannot be used to carry on', async () => {
    const report = estate([listed(1)], [unknown(1, 'forbidden')]);
    const narrowed = { ...report, results: () => estate([], []).results() };
    const told = async (options?: SarifOptions) => (await sarifOf(narrowed, options)).remarks;
    const remark = { message: expect.stringContaining('lists only some'), next: expect.stringContaining('--only') };
    expect(await told()).toEqual([{ ...remark, unusable: false }]);
    expect(await told({ lastScan: { results: [] } })).toEqual([{ ...remark, unusable: true }]);
  });
});

/** What GitHub renders: messages, and help outside of its code. */
const rendered = (files: SarifFiles): string[] =>
  runsOf(files).flatMap(({ tool, results = [] }) => [
    ...results.map(({ message }) => message.text ?? ''),
    ...(tool.driver.rules ?? []).map(({ help }) => (help?.markdown ?? '').replace(/^(`{3,})[^]*?^\1$/gm, '')),
  ]);

describe('files that GitHub takes', () => {
  const complete = estate([listed(1), { ...listed(1), resource: `tenant:${HEAD.run.tenantId}` }], []);

  test.each([
    ['the sample', sampleReport()],
    ['an estate without findings', complete],
    ['a scan that read nothing', estate([], [])],
    ['every name hostile at once', reportOf(poisoned(HOSTILE.join(' ')))],
  ])('%s', async (name, report) => {
    const files = await sarifOf(report);
    await keep(name.replaceAll(' ', '-'), files);
    expect(files.logs.flatMap(schemaErrors)).toEqual([]);
    expect(files.logs.flatMap(errorsOf)).toEqual([]);
  });

  test('30,000 findings in six subscriptions', async () => {
    const files = await sarifOf(largeEstate(6, 5000));
    await keep('large', files);
    expect(files.remarks).toEqual([]);
    expect(files.logs.flatMap(schemaErrors)).toEqual([]);
    expect(files.logs.flatMap(errorsOf)).toEqual([]);
    expect(alertsOf(files).size).toBe(30_000);
  });

  test.each(HOSTILE)('with %j in every name', async (text) => {
    const files = await sarifOf(reportOf(poisoned(text)));
    expect(files.logs.flatMap(schemaErrors)).toEqual([]);
    expect(files.logs.flatMap(errorsOf)).toEqual([]);
    expect(/\\u(?:00|d8)|[\u200B\u202E\u2066]/i.test(files.texts.join(''))).toBe(false);
    expect(rendered(files).filter((shown) => shown.includes(']('))).toEqual([]);
    for (const { results } of runsOf(files))
      for (const result of results ?? []) expect(uriOf(result)).toMatch(/^azure-key-vault\/[^/]+$/);
  });

  test('code cannot end its own fence', async () => {
    const files = await sarifOf(reportOf(poisoned('```\n```sh')));
    expect(runsOf(files)[0]?.tool.driver.rules?.[0]?.help?.markdown).toContain('````sh\n```\n```sh\n````');
  });

  test('21 subscriptions need a second file, and 20 do not', async () => {
    expect((await sarifOf(largeEstate(20, 1))).logs).toHaveLength(1);
    const files = await sarifOf(largeEstate(21, 1));
    expect(files.logs.map(({ runs }) => runs.length)).toEqual([20, 1]);
    expect(files.logs.flatMap(schemaErrors)).toEqual([]);
  });

  test('a second file that cannot be had is an error', async () =>
    expect(sarifRenderer().render(largeEstate(21, 1), { write: async () => {} })).rejects.toThrow('second file'));

  test('two findings that would be one alert are an error', async () => {
    const finding = oldSecret(1, 'kv-1', 'a');
    await expect(sarifOf(estate([listed(1)], [finding, finding]))).rejects.toThrow('one alert');
  });

  test('a result without its rule is an error', async () =>
    expect(sarifOf(estate([], [{ ...oldSecret(1, 'kv-1', 'a'), ruleId: 'KV-NONE-001' }]))).rejects.toThrow(
      'KV-NONE-001',
    ));

  test('coverage speaks of vaults in any letter case, and of one subscription', async () => {
    const loud = {
      ...listed(1),
      resource: vaultId(1, 'KV-1').toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'),
    };
    expect(runsOf(await sarifOf(estate([...COVERAGE.slice(0, 1), loud, listed(1)], []))).map(categoryOf)).toHaveLength(
      2,
    );
  });
});

describe('a subscription with more than 5,000 findings', () => {
  const urgent: Finding = { ...oldSecret(1, 'kv-worst', 'z'), severity: 'critical' };
  const report = estate(
    [listed(1)],
    [...Array.from({ length: 11_000 }, (_, at) => oldSecret(1, `kv-${at % 70}`, `secret-${at}`)), urgent],
  );

  test('fails loudly, with advice', async () => {
    const files = await sarifOf(report);
    expect(files.remarks).toEqual([
      {
        unusable: true,
        message: expect.stringContaining('has 11,001 results'),
        next: expect.stringContaining('--sarif-group vault'),
      },
    ]);
    expect(runsOf(files)[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      '6,001 results had no room in this run.',
    );
    expect(files.logs.flatMap(errorsOf)).toEqual([]);
  });

  test('keeps the same worst ones in whatever order they come', async () => {
    const findings: Finding[] = [];
    for await (const finding of report.results()) findings.unshift(finding);
    const files = await sarifOf(report);
    const [run] = runsOf(files);
    expect(run?.results).toHaveLength(5000);
    expect(run?.results?.[0]?.partialFingerprints?.['vaultPostureFinding/v1']).toBe(urgent.fingerprint);
    expect((await sarifOf(estate([listed(1)], findings))).texts).toEqual(files.texts);
  });

  test('fits when there is one result for each rule and vault', async () => {
    const files = await sarifOf(report, { sarifGroup: 'vault' });
    expect(files.remarks).toEqual([]);
    expect(files.logs.flatMap(schemaErrors)).toEqual([]);
    expect(files.logs.flatMap(errorsOf)).toEqual([]);
    const results = runsOf(files)[0]?.results ?? [];
    expect(results).toHaveLength(71);
    expect(results.map(({ message }) => message.text)).toContain(
      "Vault 'kv-worst': 1 finding of rule 'KV-ROT-001': secret 'z'.",
    );
    expect(results[1]?.message.text).toMatch(
      /^Vault 'kv-\d+': 157|158 findings of rule 'KV-ROT-001', among them secret 's/,
    );
    expect(results.reduce((sum, { properties }) => sum + Number(properties?.findings), 0)).toBe(11_001);
  });
});
