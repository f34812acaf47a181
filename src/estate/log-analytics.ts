/** Log Analytics: https://learn.microsoft.com/azure/azure-monitor/logs/api/overview */
import { type Answer, type Call, failure, methodNotAllowed, ok } from './answer.ts';
import { answerToAudit } from './audit-query.ts';
import { isFor } from './credential.ts';
import type { Estate } from './estate.ts';

const AUDIENCE = 'https://api.loganalytics.io';

export function answerFromLogs(estate: Estate, call: Call): Answer {
  const [version, collection, guid = '', verb] = call.segments;
  if (version !== 'v1' || collection !== 'workspaces' || verb !== 'query')
    return failure(404, 'PathNotFoundError', 'The requested path does not exist');
  if (call.method !== 'POST') return methodNotAllowed(call);
  if (!call.token || !isFor(call.token, AUDIENCE))
    return failure(403, 'InvalidAuthenticationTokenAudience', `The token is not for ${AUDIENCE}`);
  const workspace = estate.workspaces.find(({ item }) => item.properties.customerId === guid);
  if (!workspace) return failure(404, 'WorkspaceNotFoundError', 'The workspace could not be found');
  if (workspace.refusesQueries)
    return failure(403, 'InsufficientAccessError', 'The provided credentials have insufficient access to the resource');
  const tables = estate.tables(workspace);
  return Object.keys(tables).length === 0 ? NOTHING : answered(answerToAudit(queryIn(call.body), tables));
}

/** A workspace that nothing was ever sent to. */
const NOTHING: Answer = { status: 204, body: undefined };

function queryIn(body: string | undefined): string {
  const parsed = JSON.parse(body ?? '{}') as { query?: unknown };
  return typeof parsed.query === 'string' ? parsed.query : '';
}

const COLUMNS = [
  { name: 'VaultId', type: 'string' },
  { name: 'Kind', type: 'string' },
  { name: 'Name', type: 'string' },
  { name: 'First', type: 'datetime' },
  { name: 'Last', type: 'datetime' },
];

function answered(rows: (readonly string[])[] | undefined): Answer {
  if (!rows) return failure(400, 'BadArgumentError', 'The request had some invalid properties', 'SemanticError');
  return ok({ tables: [{ name: 'PrimaryResult', columns: COLUMNS, rows }] });
}
