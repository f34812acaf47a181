/** The query parses, and its names and types hold, whatever tables and columns a workspace has. Nothing is run. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditQuery } from '../../../src/collect/azure/kql.ts';
import { analysed } from './kusto.ts';

const VAULT =
  '/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-a/providers/Microsoft.KeyVault/vaults/kv-a';
const QUESTION = {
  vaults: [VAULT, VAULT.replace('kv-a', 'kv-b')],
  from: Date.parse('2025-10-16T06:00:00Z'),
  to: Date.parse('2026-11-20T06:00:00Z'),
  self: { objectId: '33333333-3333-4333-8333-333333333333', appId: '44444444-4444-4444-8444-444444444444' },
};

/** As documented: https://learn.microsoft.com/azure/azure-monitor/reference/tables/azkvauditlogs */
const AZKVAuditLogs = `TimeGenerated: datetime, _ResourceId: string, _SubscriptionId: string, OperationName: string,
  Id: string, RequestUri: string, HttpStatusCode: int, ResultType: string, ResultSignature: string,
  CallerIpAddress: string, Identity: dynamic, Properties: dynamic, TenantId: string, Type: string`;
/** What every AzureDiagnostics has: https://learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics */
const BARE = `TimeGenerated: datetime, _ResourceId: string, ResourceId: string, ResourceProvider: string,
  ResourceType: string, Category: string, OperationName: string, ResultType: string`;
const AzureDiagnostics = `${BARE}, id_s: string, requestUri_s: string, httpStatusCode_d: real,
  identity_claim_oid_g: string, identity_claim_appid_g: string,
  identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g: string, AdditionalFields: dynamic`;

const errors = (query: string, tables: Record<string, string>) =>
  analysed(query, tables).filter((diagnostic) => !isAboutAbsentTable(diagnostic));

/** A union that is fuzzy leaves out tables that are not there, and says so. */
const isAboutAbsentTable = (diagnostic: string) => diagnostic.startsWith('Warning: The fuzzy name');

describe('the query of audit events', () => {
  const query = auditQuery(QUESTION);

  test.each([
    ['both tables', { AZKVAuditLogs, AzureDiagnostics }],
    ['the table of Key Vault alone', { AZKVAuditLogs }],
    ['the shared table alone', { AzureDiagnostics }],
    ['a shared table that no vault has sent to yet', { AzureDiagnostics: BARE }],
    ['both, the shared one without columns of Key Vault', { AZKVAuditLogs, AzureDiagnostics: BARE }],
    ['guids in the columns for callers', { AzureDiagnostics: AzureDiagnostics.replaceAll('_g: string', '_g: guid') }],
    ['neither table', {}],
  ] as const)('holds in a workspace with %s', (_, tables) => {
    expect(errors(query, tables)).toEqual([]);
  });

  test('is not called sound when it is not', () => {
    expect(errors(query.replace('TimeGenerated between', 'TimeGenerate between'), { AZKVAuditLogs })).not.toEqual([]);
    expect(errors(query.replace('summarize', 'sumarize'), { AZKVAuditLogs })).not.toEqual([]);
  });

  test('says when it looks from and to, and never looks at a clock', () => {
    expect(query).toContain('datetime(2025-10-16T06:00:00.000Z)');
    expect(query).toContain('datetime(2026-11-20T06:00:00.000Z)');
    expect(query).not.toMatch(/\b(?:ago|now)\s*\(/);
  });

  test('holds for a scanner that nobody knows', () => {
    expect(errors(auditQuery({ ...QUESTION, self: {} }), { AZKVAuditLogs })).toEqual([]);
  });

  test('no id can end its own literal', () => {
    const lines = query.split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hostile = auditQuery({ ...QUESTION, vaults: [text], self: { objectId: text, appId: `"${text}` } });
        const literals = hostile.split('\n').filter((line) => /^let (?:vaults|selfOid|selfApp) /.test(line));
        expect(hostile.split('\n')).toHaveLength(lines);
        for (const line of literals)
          expect(line).toMatch(/^let \w+ = (?:dynamic\(\[)?"(?:[0-9A-Za-z/._-]|\\u[0-9a-f]{4})*"(?:\]\))?;$/);
      }),
    );
    const worst = auditQuery({ ...QUESTION, vaults: ['"]); AZKVAuditLogs | take 1 //\n\\', "'", '\u2028'] });
    expect(errors(worst, { AZKVAuditLogs })).toEqual([]);
  });
});
