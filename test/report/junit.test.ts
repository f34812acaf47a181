import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Contents } from './sample-report.ts';
import { junit } from '../../src/report/renderers/junit.ts';
import { rendered } from './rendered.ts';
import { COVERAGE, FINDINGS, HEAD, largeReport, sampleReport } from './sample-report.ts';
import { xmlProblems } from './xml-check.ts';

const junitOf = (changes?: Partial<Contents>) => rendered(junit, sampleReport(changes));
const xml = await junitOf();
const suiteOf = (text: string, name: string): string =>
  new RegExp(`<testsuite name="${name}"[^]*?</testsuite>`).exec(text)?.[0] ?? '';
const caseOf = (text: string, suite: string, ruleId: string): string =>
  new RegExp(`<testcase name="${ruleId}[^]*?(?:/>\n<testcase|</testcase>|/>\n</testsuite>)`).exec(
    suiteOf(text, suite),
  )?.[0] ?? '';
const onlyWith = (...findings: readonly Partial<Finding>[]) =>
  junitOf({ findings: findings.map((changes) => ({ ...(FINDINGS[6] as Finding), ...changes })) });

describe('a test report', () => {
  test('is of our form', async () => expect(await xmlProblems(xml)).toEqual([]));

  test('has nothing that Jenkins refuses', () => {
    expect(xml).not.toMatch(/<properties|<testsuites[^>]* (?:skipped|timestamp)=|<testcase[^>]* (?:file|line|status)=/);
    expect(xml).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="vault-posture 0\.1\.0" tests="\d+" failures="\d+" errors="\d+">/,
    );
  });

  test('has a suite for each vault and subscription, what could not be read first', () =>
    expect([...xml.matchAll(/<testsuite name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Coverage',
      'subscription Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427)',
      'kv-payments-prod',
      'kv-legacy',
    ]));

  test('counts what is in it', () => {
    for (const suite of [...xml.matchAll(/<testsuite [^]*?<\/testsuite>/g)].map(([text]) => text)) {
      const count = (element: string) => suite.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0;
      const numbers = `tests="${count('testcase')}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
      expect(suite).toContain(numbers);
    }
    const all = (element: string) => xml.match(new RegExp(`<${element}[ >]`, 'g'))?.length;
    expect(xml).toContain(`tests="${all('testcase')}" failures="${all('failure')}" errors="${all('error')}">`);
  });

  test('a failure of several objects tells each, the worst first', () =>
    expect(caseOf(xml, 'kv-payments-prod', 'KV-ROT-001')).toMatch(
      /<failure type="high" message="3 findings: Secrets are rotated[^"]*">high: secret db-password: The current version is 443 days old[^]*\nmedium: secret smtp-relay: [^]*<\/failure>/,
    ));

  test('what is not known is an error, with the reason', () => {
    expect(caseOf(xml, 'kv-legacy', 'KV-LOG-001')).toContain(
      '<error type="forbidden" message="Not known: Access was refused">',
    );
    expect(caseOf(xml, 'kv-legacy', 'KV-ROT-004')).toContain('The rule itself failed: division by zero');
  });

  test('what passed has nothing to say', () =>
    expect(xml).toContain(
      '<testcase name="KV-DEF-001 Defender for Key Vault is on" classname="subscription Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427)"/>',
    ));

  test.each<[string, readonly Partial<Finding>[], RegExp]>([
    [
      'one that failed among many that passed is a failure',
      [{ verdict: 'pass' }, {}, { verdict: 'unknown' }],
      /<failure/,
    ],
    [
      'one that is not known among many that passed is an error',
      [{ verdict: 'pass' }, { verdict: 'unknown' }],
      /<error/,
    ],
    [
      'waived ones are skipped',
      [{ verdict: 'pass' }, { verdict: 'waived' }],
      /<skipped type="waived" message="Waived: 1 failure"\/>/,
    ],
    ['what applies to none is skipped', [{ verdict: 'notApplicable' }], /<skipped type="notApplicable"/],
    [
      'what applies to some passed',
      [{ verdict: 'notApplicable' }, { verdict: 'pass' }],
      /<testcase name="KV-ROT-001[^>]*\/>/,
    ],
  ])('%s', async (_, findings, shown) => {
    const text = await onlyWith(...findings);
    expect(caseOf(text, 'kv-payments-prod', 'KV-ROT-001')).toMatch(shown);
    expect(await xmlProblems(text)).toEqual([]);
  });

  test('a failure of very many objects tells twenty of them, the worst among them', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ severity: at === 499 ? 'critical' : 'low' }) as const);
    const text = caseOf(await onlyWith(...many), 'kv-payments-prod', 'KV-ROT-001');
    expect(text).toContain('>critical: ');
    expect(text.match(/^.*low: /gm)).toHaveLength(19);
    expect(text).toContain('and 480 more: the JSON report has all');
  });

  test('as many as are told leave no rest to be looked for, one more does', async () => {
    const text = async (count: number) =>
      caseOf(await onlyWith(...Array.from({ length: count }, () => ({}))), 'kv-payments-prod', 'KV-ROT-001');
    expect(await text(20)).not.toContain(' more: the JSON report has all');
    expect(await text(21)).toContain('\nand 1 more: the JSON report has all');
  });

  test('a single failure is told in its own words, several in those of the rule', async () => {
    const text = async (...findings: readonly Partial<Finding>[]) =>
      caseOf(await onlyWith(...findings), 'kv-payments-prod', 'KV-ROT-001');
    const told = { message: 'It is 443 days old.', severity: 'low' } as const;
    expect(await text(told)).toContain('<failure type="low" message="It is 443 days old.">');
    expect(await text(told, { ...told, severity: 'info' })).toContain(
      '<failure type="low" message="2 findings: Secrets',
    );
    expect(await text({ verdict: 'unknown', reason: 'timeout' }, { verdict: 'unknown', reason: 'timeout' })).toMatch(
      /<error type="timeout" message="Not known for 2: /,
    );
  });

  test('places that could not be read are errors; what the user switched off is skipped', () => {
    const suite = suiteOf(xml, 'Coverage');
    expect(suite).toContain(
      '<testcase name="What was asked of kv-legacy was read" classname="Coverage">\n<error type="firewall"',
    );
    expect(suite).toMatch(/72f988bf[^]*?<skipped type="skipped" message="Sign-in policy"\/>/);
  });

  test('a subscription that could not be read goes by its name', async () => {
    const coverage = COVERAGE.slice(0, 1).map((entry) => ({ ...entry, status: 'forbidden' as const }));
    expect(suiteOf(await junitOf({ head: { ...HEAD, coverage } }), 'Coverage')).toContain(
      'name="What was asked of subscription Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427) was read"',
    );
  });

  test('a complete scan has a case that passed in their place', async () => {
    const text = await junitOf({ head: { ...HEAD, coverage: COVERAGE.slice(0, 2) } });
    expect(suiteOf(text, 'Coverage')).toContain(
      '<testcase name="Everything that was asked for was read" classname="Coverage"/>',
    );
  });

  test('an empty scan is of our form, too', async () =>
    expect(await xmlProblems(await junitOf({ findings: [], head: { ...HEAD, coverage: [] } }))).toEqual([]));

  test('is written a suite at a time', async () => {
    let [longest, whole] = [0, 0];
    const report = largeReport(0);
    const blocks = Array.from({ length: 200 }, (_, at) =>
      FINDINGS.map((finding) => ({
        ...finding,
        resource: { ...finding.resource, ...(finding.resource.vault && { vault: `${finding.resource.vault}-${at}` }) },
      })),
    ).flat();
    await junit.render(
      { ...report, ...sampleReport({ findings: blocks }) },
      {
        async write(text) {
          longest = Math.max(longest, text.length);
          whole += text.length;
        },
      },
    );
    expect(longest).toBeLessThan(whole / 50);
  });
});
