import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { csv, writeSheets } from '../../src/report/renderers/csv.ts';
import { cell, line } from '../../src/report/csv/cell.ts';
import { PAYLOADS } from './payloads.ts';
import { filesOf, rendered } from './rendered.ts';
import { FINDINGS, HEAD, largeReport, LEGACY, sampleReport } from './sample-report.ts';
import { type Table, tableOf } from './table.ts';

const text = await rendered(csv, sampleReport());
const [header = [], ...rows] = tableOf(text.slice(1));
const column = (name: string) => header.indexOf(name);
const cellsOf = (table: Table, name: string) => table.map((row) => row[column(name)]);
const rowOf = (ruleId: string, verdict: string) =>
  rows.find((row) => row[column('rule')] === ruleId && row[column('verdict')] === verdict) as string[];
const told = (row: readonly string[]) => Object.fromEntries(header.map((name, at) => [name, row[at]]));

describe('the table', () => {
  test('has these columns in this order: imports depend on it', () =>
    expect(header).toEqual([
      'verdict',
      'severity',
      'rule',
      'title',
      'kind',
      'name',
      'vault',
      'subscription',
      'message',
      'reason',
      'evidence',
      'controls',
      'resource_id',
      'evaluated_at',
      'fingerprint',
      'declared_in',
    ]));

  test('has every verdict, in the order of the report', () =>
    expect(cellsOf(rows, 'fingerprint')).toEqual(FINDINGS.map(({ fingerprint }) => fingerprint)));

  test('tells a failure with its evidence and controls', () =>
    expect(told(rowOf('KV-NET-001', 'fail'))).toEqual({
      verdict: 'fail',
      severity: 'critical',
      rule: 'KV-NET-001',
      title: 'Public networks are kept out by the firewall',
      kind: 'azure.vault',
      name: 'kv-legacy',
      vault: 'kv-legacy',
      subscription: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
      message: 'Every network may reach the vault, and no firewall rule narrows it.',
      reason: '',
      evidence: 'vault.publicNetworkAccess: Enabled, vault.network.defaultAction: Allow',
      controls: 'cis-azure-5.0 8.3.7, cis-azure-5.0 8.3.8',
      resource_id: LEGACY,
      evaluated_at: HEAD.run.evaluatedAt,
      fingerprint: FINDINGS.find(({ ruleId, verdict }) => ruleId === 'KV-NET-001' && verdict === 'fail')?.fingerprint,
      declared_in: '',
    }));

  test('tells why something is not known', () =>
    expect(told(rowOf('KV-CRT-002', 'unknown'))).toMatchObject({
      vault: 'kv-legacy',
      message: 'A firewall turned the scan away (certificate not listed)',
      reason: 'firewall',
    }));

  test('names the controls that hold for the resource where that depends on it', () =>
    expect(told(rowOf('KV-ROT-004', 'fail'))).toMatchObject({
      vault: 'kv-payments-prod',
      controls: 'cis-azure-5.0 8.3.3',
    }));

  test('names the file that declares the vault', () =>
    expect(told(rowOf('KV-ROT-004', 'fail')).declared_in).toBe('infra/payments/vault.bicep, line 12'));

  test('begins with the mark by which Excel knows UTF-8, and ends each line as RFC 4180 has it', () => {
    expect(text.startsWith('\uFEFF"verdict",')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('"\r\n')).toBe(true);
  });

  test('is written line by line', async () => {
    let pieces = 0;
    await csv.render(largeReport(50), { write: async () => void pieces++ });
    expect(pieces).toBe(1 + 50 + FINDINGS.length);
  });

  test('goes on in a second file where a sheet is full, header and all', async () => {
    const renderer = {
      ...csv,
      render: (report: Report, sink: Parameters<typeof csv.render>[1], more?: Parameters<typeof csv.render>[2]) =>
        writeSheets(report, sink, more, 8),
    };
    const sheets = (await filesOf(renderer, sampleReport())).map((sheet) => tableOf(sheet.slice(1)));
    expect(sheets.map((sheet) => sheet.length)).toEqual([8, 8, FINDINGS.length - 14 + 1]);
    expect(sheets.map(([first]) => first)).toEqual([header, header, header]);
    expect(sheets.flatMap(([, ...rest]) => rest)).toEqual(rows);
  });
});

describe('a cell', () => {
  /** Neither where the cell begins, nor where a list's separator is the semicolon. */
  const FORMULA = /^[\s"]*[=+\-@＝＋－＠]|;[\s"]*[=+\-@＝＋－＠]/;

  test.each(Object.entries(PAYLOADS))('with %s is no formula, and fits', (_, payload) => {
    const shown = cell(payload);
    expect(shown).not.toMatch(FORMULA);
    expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    expect(shown.length).toBeLessThanOrEqual(32_767);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['＝1', "'＝1"],
    ['\t=1', '⟦U+0009⟧=1'],
    ['  @x', "'  @x"],
    ['a;-1', "a;'-1"],
    ['a-b=c', 'a-b=c'],
    ["'=1", "''=1"],
  ])('%j is %j', (text, shown) => expect(cell(text)).toBe(shown));

  test('that is too long is cut with a note', () => {
    expect(cell('y'.repeat(32_767))).toBe('y'.repeat(32_767));
    expect(cell('y'.repeat(32_768))).toMatch(/^y+…/);
    expect(cell('='.repeat(40_000))).toHaveLength(32_767);
  });

  test('comes back from a reader of RFC 4180 as it was shown', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 })), (table) => {
        const shown = table.map((row) => row.map(cell));
        expect(tableOf(shown.map(line).join(''))).toEqual(shown);
      }),
    ));

  test('loses nothing of a harmless text', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][\w ,."'/:#&<>|-]{0,60}$/), (text) => {
        expect(cell(text)).toBe(text);
      }),
    ));
});
