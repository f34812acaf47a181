import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, VERDICTS } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { SEVERITIES } from '../../src/model/rule.ts';
import { foremost, select, stream } from '../../src/report/selection.ts';
import { FINDINGS, largeReport, sampleReport } from './sample-report.ts';

const chosen = async (report: Report, room: number): Promise<readonly Finding[]> => (await select(report, room)).chosen;

const kinds = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.map(({ ruleId, verdict, severity }) => `${ruleId} ${verdict} ${severity}`));

describe('a page with too little room', () => {
  test('takes all that failed or is unknown when there is room', async () =>
    expect(await chosen(sampleReport(), 100)).toHaveLength(
      FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown').length,
    ));

  test('is filled and no more', async () => expect(await chosen(largeReport(500), 60)).toHaveLength(60));

  test('shows something of every rule, verdict and severity', async () =>
    expect(kinds(await chosen(largeReport(500), 60))).toEqual(kinds(await chosen(largeReport(500), 1000))));

  test('gives the rest of the room to the worst', async () => {
    const severities = (await chosen(largeReport(500), 60)).map(({ severity }) => severity);
    expect(severities.filter((severity) => severity === 'medium').length).toBeLessThan(12);
  });

  test('keeps to the worst when there is no room for some of everything', async () =>
    expect(await chosen(largeReport(500), 1)).toMatchObject([{ ruleId: 'KV-NET-001', severity: 'critical' }]));
});

describe('a page filled while its findings go by', () => {
  const anyFindings = fc.array(
    fc.record({
      ruleId: fc.constantFrom('KV-REC-002', 'KV-NET-001', 'X-1', 'X-2'),
      verdict: fc.constantFrom(...VERDICTS),
      severity: fc.constantFrom(...SEVERITIES),
    }),
    { maxLength: 400 },
  );

  test('has what it would have, had all been counted first', async () =>
    fc.assert(
      fc.asyncProperty(anyFindings, fc.integer({ min: 1, max: 120 }), async (kinds, room) => {
        const findings = kinds.map((kind, at) => ({ ...(FINDINGS[0] as Finding), ...kind, fingerprint: String(at) }));
        const report = sampleReport({ findings });
        const { tally, chosen: passing } = await select(report, room);
        const counted: Finding[] = [];
        for await (const finding of stream(report, tally, room)) counted.push(finding);
        expect(passing).toEqual(counted);
      }),
    ));
});

describe('a printed page', () => {
  const listed = FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');

  test('has something of every rule before it has more of one', async () => {
    const all = await chosen(largeReport(500), 1000);
    expect(kinds([...foremost(all, kinds(all).size)])).toEqual(kinds(all));
  });

  test('begins with the worst', () =>
    expect([...foremost(listed, 1)]).toMatchObject([{ ruleId: 'KV-NET-001', severity: 'critical' }]));

  test('has with more room all that it had with less', async () => {
    const all = await chosen(largeReport(500), 1000);
    const more = foremost(all, 60);
    expect([...foremost(all, 25)].filter((finding) => !more.has(finding))).toEqual([]);
    expect(more.size).toBe(60);
  });

  test('has everything when there is room', () => expect(foremost(listed, 100).size).toBe(listed.length));
});
