/** Audit events as an estate keeps them, and as the tables of a workspace show them. */

/**
 * One call of a vault: when, which vault, what, on which path, with which status, by whom. Short, since there are many;
 * the tables' rows are made of it when the workspace is first asked.
 */
export type StoredEvent = readonly [
  time: string,
  vault: string,
  operation: string,
  path: string,
  status: number,
  caller: string,
];

/** A row of AZKVAuditLogs, with the columns that are looked at. */
export interface AuditLogsRow {
  readonly TimeGenerated: string;
  readonly _ResourceId: string;
  readonly OperationName: string;
  readonly Id?: string;
  readonly RequestUri?: string;
  readonly HttpStatusCode?: number;
  readonly Identity?: { readonly claim?: { readonly [claim: string]: string } };
}

/** A row of AzureDiagnostics. Columns behind the first five are there once a row needed them. */
export interface DiagnosticsRow {
  readonly TimeGenerated: string;
  readonly _ResourceId?: string;
  readonly ResourceId: string;
  readonly OperationName: string;
  readonly ResourceProvider: string;
  readonly Category: string;
  readonly id_s?: string;
  readonly requestUri_s?: string;
  readonly httpStatusCode_d?: number;
  readonly identity_claim_oid_g?: string;
  readonly identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g?: string;
  readonly identity_claim_appid_g?: string;
  readonly AdditionalFields?: { readonly [column: string]: unknown };
}

/** The tables that a workspace has; a layout that no setting uses has no table. */
export interface WorkspaceTables {
  readonly AZKVAuditLogs?: readonly AuditLogsRow[];
  readonly AzureDiagnostics?: readonly DiagnosticsRow[];
}

export type Layout = keyof WorkspaceTables;

/** `vaultId` gives the ARM id of a vault by name; a caller is `oid/appid`. */
export function tablesOf(
  layout: Layout,
  events: readonly StoredEvent[],
  vaultId: (vault: string) => string,
): WorkspaceTables {
  return layout === 'AZKVAuditLogs'
    ? { AZKVAuditLogs: events.map((event) => auditLogsRow(event, vaultId(event[1]))) }
    : { AzureDiagnostics: events.map((event) => diagnosticsRow(event, vaultId(event[1]))) };
}

function auditLogsRow([time, vault, operation, path, status, caller]: StoredEvent, id: string): AuditLogsRow {
  const [oid = '', appid = ''] = caller.split('/');
  return {
    TimeGenerated: time,
    _ResourceId: id.toLowerCase(),
    OperationName: operation,
    ...(status < 300 && { Id: `${host(vault)}/${path}` }),
    RequestUri: `${host(vault)}/${path}?api-version=7.4`,
    HttpStatusCode: status,
    Identity: { claim: { oid, appid } },
  };
}

/** The shared table writes resources in capitals, and addresses as the caller wrote them: often with the port. */
function diagnosticsRow([time, vault, operation, path, status, caller]: StoredEvent, id: string): DiagnosticsRow {
  const [oid = '', appid = ''] = caller.split('/');
  return {
    TimeGenerated: time,
    ResourceId: id.toUpperCase(),
    OperationName: operation,
    ResourceProvider: 'MICROSOFT.KEYVAULT',
    Category: 'AuditEvent',
    ...(status < 300 && { id_s: `${host(vault)}/${path}` }),
    requestUri_s: `${host(vault)}:443/${path}?api-version=7.4`,
    httpStatusCode_d: status,
    identity_claim_oid_g: oid,
    identity_claim_appid_g: appid,
  };
}

const host = (vault: string): string => `https://${vault.toLowerCase()}.vault.azure.net`;
