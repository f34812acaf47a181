/**
 * The question that Log Analytics is asked: one for all vaults that are given, answered by Kusto, so that rows come
 * back for objects and not for events. Audit events stand in a table of their own or among those of all resources,
 * depending on the setting that sends them, and in some workspaces in both.
 */
import type { Identity } from '../../model/snapshot.ts';

export interface AuditQuestion {
  /** ARM ids. */
  readonly vaults: readonly string[];
  /** Epoch milliseconds; the query never looks at the clock. */
  readonly from: number;
  readonly to: number;
  /** Who scans: what this identity reads is no use. */
  readonly self: Identity;
}

/** Calls that use what is in the vault. Lists and reads of metadata do not. */
const USES = [
  'SecretGet',
  ...['Sign', 'Verify', 'Wrap', 'Unwrap', 'Encrypt', 'Decrypt', 'Release'].map((verb) => `Key${verb}`),
];

/**
 * Gives VaultId, Kind, Name, First, Last. One row for each object that was used, Kind `secrets` or `keys`, Name in
 * small letters; one with Kind `unclear` for uses that do not say what was used or how it went; one without a Kind for
 * all else that happened in the vault. Success is told by the status alone: ResultType says Success of refusals, too.
 * AzureDiagnostics has the columns that its workspace has seen data for, and when it has too many of them puts new ones
 * into AdditionalFields. A workspace may lack either table, or both.
 * Sources: https://learn.microsoft.com/azure/azure-monitor/reference/tables/azkvauditlogs,
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics,
 * https://learn.microsoft.com/azure/key-vault/general/logging
 */
export const auditQuery = ({ vaults, from, to, self }: AuditQuestion): string => `\
let since = ${datetime(from)};
let until = ${datetime(to)};
let vaults = ${list(vaults)};
let selfOid = ${literal(self.objectId ?? '')};
let selfApp = ${literal(self.appId ?? '')};
let uses = ${list(USES)};
let longOid = "http://schemas.microsoft.com/identity/claims/objectidentifier";
union isfuzzy=true
  (datatable(TimeGenerated: datetime, VaultId: string, OperationName: string, Uri1: string, Uri2: string, Status: int, Oid: string, App: string)[]),
  (AZKVAuditLogs
  | where TimeGenerated between (since .. until)
  | extend Claim = parse_json(tostring(column_ifexists("Identity", dynamic(null)))).claim
  | project TimeGenerated, VaultId = column_ifexists("_ResourceId", ""), OperationName,
      Uri1 = column_ifexists("Id", ""), Uri2 = column_ifexists("RequestUri", ""),
      Status = toint(column_ifexists("HttpStatusCode", int(null))),
      Oid = coalesce(tostring(Claim.oid), tostring(Claim[longOid])), App = tostring(Claim.appid)),
  (AzureDiagnostics
  | where TimeGenerated between (since .. until)
  | where ResourceProvider =~ "MICROSOFT.KEYVAULT" and Category == "AuditEvent"
  | extend More = parse_json(tostring(column_ifexists("AdditionalFields", dynamic(null))))
  | project TimeGenerated, OperationName,
      VaultId = coalesce(column_ifexists("_ResourceId", ""), column_ifexists("ResourceId", "")),
      Uri1 = coalesce(tostring(column_ifexists("id_s", "")), tostring(More.id_s)),
      Uri2 = coalesce(tostring(column_ifexists("requestUri_s", "")), tostring(More.requestUri_s)),
      Status = coalesce(toint(column_ifexists("httpStatusCode_d", real(null))), toint(More.httpStatusCode_d)),
      Oid = coalesce(tostring(column_ifexists("identity_claim_oid_g", "")), tostring(More.identity_claim_oid_g),
        tostring(column_ifexists("identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g", ""))),
      App = coalesce(tostring(column_ifexists("identity_claim_appid_g", "")), tostring(More.identity_claim_appid_g)))
| where VaultId in~ (vaults)
| extend IsMine = isnotempty(selfOid) and Oid =~ selfOid and (isempty(App) or isempty(selfApp) or App =~ selfApp)
| extend Collection = iff(OperationName =~ "SecretGet", "secrets", "keys")
| extend Object = iff(Collection == "secrets",
    coalesce(extract(@"^https?://[^/]+/+secrets/+([^/?#]+)", 1, tolower(Uri1)), extract(@"^https?://[^/]+/+secrets/+([^/?#]+)", 1, tolower(Uri2))),
    coalesce(extract(@"^https?://[^/]+/+keys/+([^/?#]+)", 1, tolower(Uri1)), extract(@"^https?://[^/]+/+keys/+([^/?#]+)", 1, tolower(Uri2))))
| extend Kind = case(
    OperationName !in~ (uses) or IsMine, "",
    isnull(Status), "unclear",
    Status !between (200 .. 299), "",
    isempty(Object), "unclear",
    Collection)
| summarize First = min(TimeGenerated), Last = max(TimeGenerated)
    by VaultId = tolower(VaultId), Kind, Name = iff(Kind in ("secrets", "keys"), Object, "")
| order by VaultId asc, Kind asc, Name asc
`;

const datetime = (at: number): string => `datetime(${new Date(at).toISOString()})`;

const list = (texts: readonly string[]): string => `dynamic([${texts.map(literal).join(', ')}])`;

/** Whatever is neither letter, digit nor plain punctuation of an id is escaped: no text can end its own literal. */
const literal = (text: string): string =>
  `"${text.replace(/[^0-9A-Za-z/._-]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
