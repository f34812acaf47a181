/**
 * What Kusto would make of the one query that this scanner asks, worked out in plain code, row by row and table by
 * table. Any other query is none that is understood here.
 */
import { auditQuery } from '../collect/azure/kql.ts';
import type { AuditLogsRow, DiagnosticsRow, WorkspaceTables } from './events.ts';

/** A row of both tables' union, before anything is counted. */
interface Call {
  readonly time: string;
  readonly vaultId: string;
  readonly operation: string;
  readonly addresses: readonly string[];
  readonly status: number | undefined;
  readonly oid: string;
  readonly appId: string;
}

interface Summary {
  readonly key: readonly [vaultId: string, kind: string, name: string];
  first: string;
  last: string;
}

interface Question {
  readonly from: number;
  readonly to: number;
  readonly vaults: readonly string[];
  readonly self: { readonly objectId: string; readonly appId: string };
}

/** The answer's rows; undefined if the query is another one. */
export function answerToAudit(query: string, tables: WorkspaceTables): (readonly string[])[] | undefined {
  const question = questionIn(query);
  if (!question || auditQuery(question) !== query) return undefined;
  const calls = [...(tables.AZKVAuditLogs ?? []).map(ofAuditLogs), ...diagnostics(tables).map(ofDiagnostics)];
  return summarized(
    calls.filter((call) => isMeant(call, question)),
    question,
  );
}

const diagnostics = ({ AzureDiagnostics = [] }: WorkspaceTables) =>
  AzureDiagnostics.filter(
    ({ ResourceProvider, Category }) =>
      ResourceProvider.toUpperCase() === 'MICROSOFT.KEYVAULT' && Category === 'AuditEvent',
  );

function questionIn(query: string): Question | undefined {
  const value = (name: string) =>
    new RegExp(`^let ${name} = (?:datetime|dynamic)?\\(?(.*?)\\)?;$`, 'm').exec(query)?.[1];
  const text = (name: string) => JSON.parse(value(name) ?? '""') as string;
  const [since, until, vaults] = [value('since'), value('until'), value('vaults')];
  if (since === undefined || until === undefined || vaults === undefined) return undefined;
  return {
    from: Date.parse(since),
    to: Date.parse(until),
    vaults: JSON.parse(vaults) as string[],
    self: { objectId: text('selfOid'), appId: text('selfApp') },
  };
}

// ---- the two tables

function ofAuditLogs(row: AuditLogsRow): Call {
  const claim = row.Identity?.claim ?? {};
  return {
    time: row.TimeGenerated,
    vaultId: row['_ResourceId'],
    operation: row.OperationName,
    addresses: [row.Id ?? '', row.RequestUri ?? ''],
    status: row.HttpStatusCode,
    oid: (claim.oid || claim['http://schemas.microsoft.com/identity/claims/objectidentifier']) ?? '',
    appId: claim.appid ?? '',
  };
}

function ofDiagnostics(row: DiagnosticsRow): Call {
  const more = row.AdditionalFields ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const status = row.httpStatusCode_d ?? more.httpStatusCode_d;
  return {
    time: row.TimeGenerated,
    vaultId: row['_ResourceId'] || row.ResourceId,
    operation: row.OperationName,
    addresses: [row.id_s || text(more.id_s), row.requestUri_s || text(more.requestUri_s)],
    status: typeof status === 'number' ? status : undefined,
    oid:
      row.identity_claim_oid_g ||
      text(more.identity_claim_oid_g) ||
      row.identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g ||
      '',
    appId: row.identity_claim_appid_g || text(more.identity_claim_appid_g),
  };
}

// ---- what is counted

function isMeant({ time, vaultId }: Call, { from, to, vaults }: Question): boolean {
  const at = Date.parse(time);
  return at >= from && at <= to && vaults.some((vault) => same(vault, vaultId));
}

function summarized(calls: readonly Call[], question: Question): (readonly string[])[] {
  const groups = new Map<string, Summary>();
  for (const call of calls) {
    const kind = kindOf(call, question);
    const name = kind === 'secrets' || kind === 'keys' ? nameIn(call) : '';
    const key = [call.vaultId.toLowerCase(), kind, name] as const;
    const group = groups.get(key.join(' ')) ?? { key, first: call.time, last: call.time };
    groups.set(key.join(' '), group);
    if (Date.parse(call.time) < Date.parse(group.first)) group.first = call.time;
    if (Date.parse(call.time) > Date.parse(group.last)) group.last = call.time;
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key, first, last }]) => [...key, first, last]);
}

const KEY_USES = new Set(
  ['sign', 'verify', 'wrap', 'unwrap', 'encrypt', 'decrypt', 'release'].map((verb) => `key${verb}`),
);

function kindOf(call: Call, { self }: Question): string {
  const operation = call.operation.toLowerCase();
  const isUse = operation === 'secretget' || KEY_USES.has(operation);
  if (!isUse || isMine(call, self)) return '';
  if (call.status === undefined) return 'unclear';
  if (call.status < 200 || call.status > 299) return '';
  return nameIn(call) === '' ? 'unclear' : collectionOf(call);
}

const isMine = ({ oid, appId }: Call, self: Question['self']): boolean =>
  self.objectId !== '' && same(oid, self.objectId) && (appId === '' || self.appId === '' || same(appId, self.appId));

const collectionOf = ({ operation }: Call) => (operation.toLowerCase() === 'secretget' ? 'secrets' : 'keys');

function nameIn(call: Call): string {
  const pattern = new RegExp(`^https?://[^/]+/+${collectionOf(call)}/+([^/?#]+)`);
  const names = call.addresses.map((address) => pattern.exec(address.toLowerCase())?.[1]);
  return names.find((name) => name !== undefined) ?? '';
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
