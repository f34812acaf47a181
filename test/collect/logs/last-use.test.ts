/**
 * What a log says of the use of a secret, and what it does not say. The simulator stands in for Kusto: it works out in
 * plain code what the one query would give over rows of either table (src/estate/audit-query.ts).
 */
import { describe, expect, test } from 'vitest';
import type { Estate } from '../../../src/estate/estate.ts';
import type { AuditLogsRow, DiagnosticsRow, WorkspaceTables } from '../../../src/estate/events.ts';
import type { Fault, FaultKind } from '../../../src/estate/faults.ts';
import type { StoredWorkspace } from '../../../src/estate/raw.ts';
import { LOG_TEST, setting, smallEstate, SUBSCRIPTION, type VaultSpec } from '../../estate/small-estate.ts';
import { fieldsOf, holes, type Scan, scan, verdict } from '../scan.ts';

const RULE = 'KV-USE-001';
const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-test/providers/Microsoft.KeyVault/vaults/kv-a`;
const KV = 'https://kv-a.vault.azure.net';
const VERSION = '0123456789abcdef0123456789abcdef';
const APP = { oid: '55555555-5555-4555-8555-555555555555', appid: '66666666-6666-4666-8666-666666666666' };
const SCANNER = { oid: '33333333-3333-4333-8333-333333333333', appid: '44444444-4444-4444-8444-444444444444' };
/** The application through which people, and the scanner as well, sign in. */
const CLI = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

interface Call {
  /** Days before now. */
  readonly days: number;
  readonly operation?: string;
  /** What the log says was called; the current version of the secret if left out. */
  readonly id?: string | undefined;
  readonly uri?: string | undefined;
  readonly status?: number | undefined;
  readonly by?: { readonly oid?: string; readonly appid?: string };
}

const at = (days: number) => new Date(Date.parse('2026-11-20T06:00:00Z') - days * 86_400_000).toISOString();

/** Since when there is a log, in days; a look at the vault is its first event. */
const began = (days: number): Call => ({ days, operation: 'VaultGet', id: KV, uri: `${KV}/?api-version=7.4` });
const read = (days: number, call: Partial<Call> = {}): Call => ({ days, ...call });

const SECRET = `${KV}/secrets/db`;

const auditLogs = ({ days, operation = 'SecretGet', id, uri, status = 200, by = APP }: Call): AuditLogsRow => ({
  TimeGenerated: at(days),
  _ResourceId: ID.toLowerCase(),
  OperationName: operation,
  Id: id ?? `${SECRET}/${VERSION}`,
  RequestUri: uri ?? `${SECRET}?api-version=7.4`,
  HttpStatusCode: status,
  Identity: { claim: by },
});

const diagnostics = ({ days, operation = 'SecretGet', id, uri, status = 200, by = APP }: Call): DiagnosticsRow => ({
  TimeGenerated: at(days),
  ResourceId: ID.toUpperCase(),
  ResourceProvider: 'MICROSOFT.KEYVAULT',
  Category: 'AuditEvent',
  OperationName: operation,
  id_s: id ?? `${SECRET}/${VERSION}`,
  requestUri_s: uri ?? `${SECRET}?api-version=7.4`,
  httpStatusCode_d: status,
  ...(by.oid && { identity_claim_oid_g: by.oid }),
  ...(by.appid && { identity_claim_appid_g: by.appid }),
});

const TABLES: { readonly [table: string]: (calls: readonly Call[]) => WorkspaceTables } = {
  AZKVAuditLogs: (calls) => ({ AZKVAuditLogs: calls.map(auditLogs) }),
  AzureDiagnostics: (calls) => ({ AzureDiagnostics: calls.map(diagnostics) }),
  'both tables': (calls) => ({
    AZKVAuditLogs: calls.filter((_, i) => i % 2 === 0).map(auditLogs),
    AzureDiagnostics: calls.filter((_, i) => i % 2 === 1).map(diagnostics),
  }),
};

const OLD = { created: '2025-01-01T00:00:00Z' };

function estateWith(tables: WorkspaceTables, vault: VaultSpec = {}, workspaces?: readonly StoredWorkspace[]): Estate {
  return smallEstate({ 'kv-a': { secrets: { db: OLD }, ...vault } }, { tables, ...(workspaces && { workspaces }) });
}

const judged = (calls: readonly Call[], vault: VaultSpec = {}): Promise<Scan> =>
  scan(estateWith({ AZKVAuditLogs: calls.map(auditLogs) }, vault));

const reasonOf = ({ findings }: Scan) =>
  findings.find(({ ruleId, resource }) => ruleId === RULE && resource.name === 'db')?.reason;

const coverageOf = (scanned: Scan) => scanned.coverage.find(({ what }) => what === 'logs');

describe.each(Object.entries(TABLES))('in %s', (_, tables) => {
  test.each<[title: string, calls: readonly Call[], expected: string]>([
    ['read yesterday', [read(1)], 'pass'],
    ['read 89 days ago', [read(89)], 'pass'],
    ['read exactly 90 days ago', [read(90)], 'pass'],
    ['read a second more than 90 days ago', [read(90 + 1 / 86_400)], 'fail'],
    ['read 91 days ago', [read(91)], 'fail'],
    ['read long ago and again yesterday', [read(150), read(1), read(120)], 'pass'],
    ['never read', [], 'fail'],
    ['read once, through the address of a version', [read(3, { uri: `${SECRET}/${VERSION}?api-version=7.4` })], 'pass'],
    ['read, and only the request says what', [read(3, { id: '' })], 'pass'],
    ['read, and the id is that of the vault', [read(3, { id: KV })], 'pass'],
    ['read by its name in capitals', [read(3, { id: `${KV}/SECRETS/DB`.toUpperCase() })], 'pass'],
    [
      'read at an address with a port',
      [read(3, { id: '', uri: 'https://kv-a.vault.azure.net:443/secrets/db' })],
      'pass',
    ],
    ['read at an address with two slashes', [read(3, { id: '', uri: `${KV}//secrets/db/?api-version=7.4` })], 'pass'],
    ['read only by the scanner', [read(3, { by: SCANNER })], 'fail'],
    [
      'read only by the scanner, in capitals',
      [read(3, { by: { oid: SCANNER.oid.toUpperCase(), appid: SCANNER.appid.toUpperCase() } })],
      'fail',
    ],
    [
      'read by the same person through another application',
      [read(3, { by: { oid: SCANNER.oid, appid: CLI } })],
      'pass',
    ],
    [
      'read by somebody else through the same application',
      [read(3, { by: { oid: APP.oid, appid: SCANNER.appid } })],
      'pass',
    ],
    ['read by nobody that is named', [read(3, { by: {} })], 'pass'],
    ['read, but refused', [read(3, { status: 403 })], 'fail'],
    ['read, but not found', [read(3, { status: 404 })], 'fail'],
    [
      'only listed',
      [read(3, { operation: 'SecretListVersions' }), read(2, { operation: 'SecretList', id: `${KV}/secrets` })],
      'fail',
    ],
    ['only set', [read(3, { operation: 'SecretSet' })], 'fail'],
    [
      'another secret whose name begins alike',
      [read(3, { id: `${KV}/secrets/db-2`, uri: `${KV}/secrets/db-2` })],
      'fail',
    ],
    [
      'a key of the same name',
      [read(3, { operation: 'KeySign', id: `${KV}/keys/db`, uri: `${KV}/keys/db/sign` })],
      'fail',
    ],
  ])('%s', async (_, calls, expected) => {
    expect(verdict(await scan(estateWith(tables([began(200), ...calls]))), RULE, 'db')).toBe(expected);
  });

  test('in a log that began 60 days ago, a secret that is not in it is unknown', async () => {
    const short = await scan(estateWith(tables([began(60)])));
    expect(verdict(short, RULE, 'db')).toBe('unknown');
    expect(reasonOf(short)).toBe('notCovered');
    expect(coverageOf(short)?.status).toBe('read');
  });

  test('a read that does not say how it went makes it unknown, never unused', async () => {
    const calls = [began(200), read(1, { operation: 'SecretList' }), read(3)];
    const made = tables(calls);
    const blind: WorkspaceTables = JSON.parse(
      JSON.stringify(made).replaceAll('"HttpStatusCode":200', '"X":0').replaceAll('"httpStatusCode_d":200', '"X":0'),
    );
    const scanned = await scan(estateWith(blind));
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', 'partial']);
  });
});

describe('a log', () => {
  test('columns that no longer fit into the shared table are found among the additional fields', async () => {
    const { id_s, requestUri_s, httpStatusCode_d, identity_claim_oid_g, identity_claim_appid_g, ...row } = diagnostics(
      read(3),
    );
    const AdditionalFields = { id_s, requestUri_s, httpStatusCode_d, identity_claim_oid_g, identity_claim_appid_g };
    const tables = { AzureDiagnostics: [diagnostics(began(200)), { ...row, AdditionalFields }] };
    expect(verdict(await scan(estateWith(tables)), RULE, 'db')).toBe('pass');
  });

  test('a certificate is fetched as a secret, which the rule leaves to the certificate', async () => {
    const tls = { ...OLD, managed: true, contentType: 'application/x-pkcs12' };
    const vault = { secrets: { tls }, keys: { tls: { ...OLD, managed: true } }, certificates: { tls: OLD } };
    const scanned = await judged(
      [began(200), read(3, { id: `${KV}/secrets/tls/${VERSION}`, uri: `${KV}/secrets/tls` })],
      vault,
    );
    expect(verdict(scanned, RULE, 'tls')).toBe('notApplicable');
    expect(fieldsOf(scanned, 'azure.secret', 'tls').lastUsed).toBe(at(3));
  });

  test('tells when a key was last put to work', async () => {
    const calls = ['KeySign', 'KeyUnwrap', 'KeyRelease'].map((operation, i) =>
      read(5 + i, { operation, id: `${KV}/keys/k/${VERSION}` }),
    );
    const scanned = await judged([began(200), ...calls, read(1, { operation: 'KeyGet', id: `${KV}/keys/k` })], {
      keys: { k: OLD },
    });
    expect(fieldsOf(scanned, 'azure.key', 'k').lastUsed).toBe(at(5));
    expect(fieldsOf(scanned, 'azure.vault', 'kv-a')).toMatchObject({ logsFrom: at(200), logsTo: at(1) });
  });

  test('of another vault says nothing', async () => {
    const row = { ...auditLogs(read(3)), _ResourceId: ID.replace('kv-a', 'kv-b').toLowerCase() };
    const scanned = await scan(estateWith({ AZKVAuditLogs: [auditLogs(began(200)), row] }));
    expect(verdict(scanned, RULE, 'db')).toBe('fail');
  });
});

describe('no log', () => {
  test.each<[title: string, settings: VaultSpec['diagnosticSettings'], reason: string, logged: string]>([
    ['no setting', [], 'notCovered', 'fail'],
    [
      'a setting that is switched off',
      [setting('a', undefined, [{ category: 'AuditEvent', enabled: false }])],
      'notCovered',
      'fail',
    ],
    ['a setting whose workspace was taken out', [setting('a', { workspaceId: '' })], 'notCovered', 'fail'],
    [
      'nothing but policy evaluations',
      [setting('a', undefined, [{ category: 'AzurePolicyEvaluationDetails', enabled: true }])],
      'notCovered',
      'fail',
    ],
    ['only a storage account', [setting('a', { storageAccountId: '/s' })], 'unsupported', 'pass'],
    ['a setting that names no workspace', [setting('a', { workspaceId: '/subscriptions/../x' })], 'error', 'pass'],
    [
      'a setting that cannot be made out',
      [{ id: '/a', name: 'a', properties: { workspaceId: 7, logs: 'all' } }],
      'error',
      'unknown',
    ],
  ])('%s', async (_, diagnosticSettings = [], reason, logged) => {
    const scanned = await judged([began(200), read(3)], { diagnosticSettings });
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', reason]);
    expect(verdict(scanned, 'KV-LOG-001', 'kv-a')).toBe(logged);
    expect(coverageOf(scanned)).toMatchObject({ status: reason, plane: 'logs', remedy: expect.any(String) });
    expect(scanned.requests.filter(({ url }) => url.includes('loganalytics'))).toEqual([]);
  });

  test('a setting, and no event has come', async () => {
    const row = { ...auditLogs(read(3)), _ResourceId: ID.replace('kv-a', 'kv-b').toLowerCase() };
    const scanned = await scan(estateWith({ AZKVAuditLogs: [row] }));
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', 'notCovered']);
    expect(coverageOf(scanned)).toMatchObject({ status: 'notCovered' });
  });

  test('a workspace that nothing was ever sent to answers without a body', async () => {
    const scanned = await scan(estateWith({}));
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', 'notCovered']);
  });

  test.each(['Basic', 'Auxiliary'] as const)('a table on the plan %s is not asked', async (plan) => {
    const scanned = await scan(
      estateWith({ AZKVAuditLogs: [began(200), read(3)].map(auditLogs) }, {}, [{ ...LOG_TEST, plan }]),
    );
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', 'unsupported']);
    expect(coverageOf(scanned)?.detail).toContain(`plan of the table AZKVAuditLogs is ${plan.toLowerCase()}`);
    expect(scanned.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe('a workspace that does not answer', () => {
  const calls = [began(200), read(3)];
  const isQuery = ({ url }: { url: string }) => url.endsWith('/query');
  const troubled = (fault: Fault) => scan(estateWith({ AZKVAuditLogs: calls.map(auditLogs) }), { faults: [fault] });

  test.each<[answer: FaultKind, reason: string]>([
    [400, 'error'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [429, 'throttled'],
    [504, 'timeout'],
    ['silence', 'timeout'],
    ['html', 'error'],
    ['truncated', 'error'],
  ])('%s: unknown, and told why', async (answer, reason) => {
    const scanned = await troubled({ matches: isQuery, answer });
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', reason]);
    expect(holes(scanned)).toMatchObject([{ what: 'logs', plane: 'logs', status: reason, remedy: expect.any(String) }]);
  });

  test('to who may not ask: names the role and the workspace', async () => {
    const scanned = await troubled({ matches: isQuery, answer: 403 });
    expect(coverageOf(scanned)).toMatchObject({
      detail: 'audit logs in log-test: HTTP 403 InsufficientAccessError',
      remedy: 'Grant the role Log Analytics Reader on the workspace that the detail names.',
    });
  });

  const edited = (edit: (body: Body) => unknown) => troubled({ matches: isQuery, edit: (body) => edit(body as Body) });
  const PARTIAL = { code: 'PartialError', message: 'There were some errors when processing your query.' };

  test('in full: what is missing is unknown, what was seen of late is true', async () => {
    const seen = [began(200), read(0.5)];
    const faults = [{ matches: isQuery, edit: (body: unknown) => ({ ...(body as Body), error: PARTIAL }) }];
    const lately = await scan(estateWith({ AZKVAuditLogs: seen.map(auditLogs) }), { faults });
    expect(verdict(lately, RULE, 'db')).toBe('pass');
    expect(coverageOf(lately)?.status).toBe('partial');
    for (const old of [[began(200)], [began(200), read(120)], []]) {
      const scanned = await scan(estateWith({ AZKVAuditLogs: old.map(auditLogs) }), { faults });
      expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', 'partial']);
    }
  });

  test('with dates: never 1970, and unknown', async () => {
    const nulled = await edited((body) => ({
      tables: body.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => [...row.slice(0, 3), null, null]),
      })),
    }));
    expect([verdict(nulled, RULE, 'db'), reasonOf(nulled)]).toEqual(['unknown', 'partial']);
  });

  test.each<[title: string, edit: (body: Body) => unknown]>([
    [
      'a column less',
      (body) => ({ tables: body.tables.map((table) => ({ ...table, columns: table.columns.slice(1) })) }),
    ],
    ['no table', () => ({ tables: [] })],
    ['nothing known', () => ({})],
    ['a list', () => []],
  ])('with what was asked: %s', async (_, edit) => {
    const scanned = await edited(edit);
    expect([verdict(scanned, RULE, 'db'), reasonOf(scanned)]).toEqual(['unknown', 'error']);
  });
});

interface Body {
  readonly tables: readonly { readonly columns: readonly unknown[]; readonly rows: readonly (readonly unknown[])[] }[];
}

test('two workspaces: what the one cannot tell, the other does', async () => {
  const second: StoredWorkspace = {
    ...LOG_TEST,
    item: {
      ...LOG_TEST.item,
      id: LOG_TEST.item.id.replace('log-test', 'log-closed'),
      name: 'log-closed',
      properties: { customerId: '88888888-8888-4888-8888-888888888888' },
    },
    refusesQueries: true,
  };
  const diagnosticSettings = [setting('a', { workspaceId: second.item.id }), setting('b')];
  const calls = [began(200), read(91)].map(auditLogs);
  const scanned = await scan(estateWith({ AZKVAuditLogs: calls }, { diagnosticSettings }, [second, LOG_TEST]));
  expect(verdict(scanned, RULE, 'db')).toBe('fail');
  expect(scanned.coverage.filter(({ what }) => what === 'logs').map(({ status }) => status)).toEqual([
    'forbidden',
    'read',
  ]);
});
