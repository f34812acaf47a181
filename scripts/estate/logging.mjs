/** Who logs what where, and what the logs say. Settings, workspaces and the events in them. */
import { SCANNER, SUBSCRIPTIONS } from './company.mjs';
import { between, dice, guid, oneOf } from './dice.mjs';
import { NOW } from './shapes.mjs';

const DAY = 86_400;
const now = Date.parse(NOW) / 1000;

// ---- workspaces

const shared = `/subscriptions/${SUBSCRIPTIONS.shared}/resourceGroups/rg-monitor-shared-weu/providers`;

const workspaceId = (name) => `${shared}/Microsoft.OperationalInsights/workspaces/${name}`;

export const workspaces = [
  /** Where the platform team wants everything. */
  workspace('log-central-weu', { layout: 'AZKVAuditLogs', plan: 'Analytics' }),
  /** From before there was a table for each service. */
  workspace('log-legacy-neu', { layout: 'AzureDiagnostics' }),
  /** The security team's own. */
  workspace('log-security-weu', { layout: 'AZKVAuditLogs', plan: 'Analytics', refusesQueries: true }),
  /** Cheap, and queries are billed. */
  workspace('log-archive-weu', { layout: 'AZKVAuditLogs', plan: 'Basic' }),
];

function workspace(name, rest) {
  const properties = { customerId: guid(`workspace/${name}`), provisioningState: 'Succeeded', retentionInDays: 365 };
  const item = { id: workspaceId(name), name, type: 'Microsoft.OperationalInsights/workspaces', properties };
  return { item, ...rest };
}

// ---- settings

const BOTH_GROUPS = [{ categoryGroup: 'audit' }, { categoryGroup: 'allLogs' }];
const AUDIT_EVENT = [{ category: 'AuditEvent' }];
const toWorkspace = (name, logs = BOTH_GROUPS) => ({ name: 'audit', to: { workspaceId: workspaceId(name) }, logs });
const toStorage = {
  name: 'archive',
  to: { storageAccountId: `${shared}/Microsoft.Storage/storageAccounts/sthavelmarkaudit` },
  logs: AUDIT_EVENT,
};
const hub = `${shared}/Microsoft.EventHub/namespaces/evhns-siem/authorizationRules/send`;

/** By vault: its settings, and for how many days events have come to each workspace. */
const LOGGING = {
  'kv-tms-prod-weu': { settings: [toWorkspace('log-central-weu')], days: 200 },
  'kv-track-prod-weu': { settings: [toWorkspace('log-central-weu')], days: 180 },
  'kv-billing-prod-weu': { settings: [toWorkspace('log-central-weu')], days: 140 },
  'kv-payments-prod-weu': { settings: [toWorkspace('log-central-weu'), toStorage], days: 320 },
  'kv-treasury-prod-weu': { settings: [toWorkspace('log-security-weu')], days: 320 },
  'kv-customs-prod-weu': { settings: [toWorkspace('log-legacy-neu')], days: 60 },
  'kv-wms-prod-neu': { settings: [toWorkspace('log-legacy-neu', AUDIT_EVENT)], days: 180 },
  'kv-fleet-prod-weu': { settings: [toWorkspace('log-legacy-neu', AUDIT_EVENT)], days: 250 },
  'kv-edi-prod-weu': { settings: [toWorkspace('log-central-weu')], days: 60 },
  'kv-web-prod-weu': { settings: [toStorage] },
  'kv-hrpay-prod-weu': { settings: [toWorkspace('log-security-weu')], days: 320 },
  'kv-identity-shared-weu': { settings: [toWorkspace('log-central-weu')], days: 365 },
  'kv-certs-shared-weu': { settings: [toWorkspace('log-central-weu')], days: 120 },
  /** The workspace was taken out of the setting, the setting was left. */
  'kv-oltmann-migrated': { settings: [{ name: 'audit', to: { workspaceId: '' }, logs: AUDIT_EVENT }] },
  /** Set on Wednesday, and nothing has arrived yet. */
  'kv-backup-shared-neu': { settings: [toWorkspace('log-central-weu')] },
  'kv-network-shared-weu': {
    settings: [
      toWorkspace('log-central-weu', [{ category: 'AuditEvent', enabled: false }]),
      { ...toStorage, logs: [{ category: 'AzurePolicyEvaluationDetails' }] },
    ],
  },
  'kv-monitor-shared-weu': { settings: [toWorkspace('log-archive-weu')], days: 320 },
  'kv-tms-dev-weu': { settings: [toWorkspace('log-central-weu', [{ categoryGroup: 'allLogs', enabled: false }])] },
  'kv-track-test-weu': { settings: [toWorkspace('log-security-weu')], days: 100 },
  'kv-data-dev-weu': {
    settings: [{ name: 'siem', to: { eventHubAuthorizationRuleId: hub, eventHubName: 'keyvault' }, logs: BOTH_GROUPS }],
  },
};

/** The file of a vault's settings, as Resource Manager lists them. */
export const diagnosticSettings = (vaultId, vault) =>
  (LOGGING[vault]?.settings ?? []).map(({ name, to, logs }) => ({
    id: `${vaultId}/providers/Microsoft.Insights/diagnosticSettings/${name}`,
    name,
    type: 'Microsoft.Insights/diagnosticSettings',
    properties: {
      ...to,
      logs: logs.map((entry) => ({ enabled: true, retentionPolicy: { enabled: false, days: 0 }, ...entry })),
      metrics: [{ category: 'AllMetrics', enabled: false }],
    },
  }));

// ---- events

/** What somebody did on purpose; the rest falls as the dice do. */
const STORIES = {
  'kv-track-prod-weu': {
    'carrier-portal-password': { at: '2026-11-02T08:14:31Z', status: 200 },
    'eventhub-track-send': { at: '2026-08-22T06:00:00Z', status: 200 },
    'geocoder-leap-token': { at: '2026-08-22T05:59:59Z', status: 200 },
    'partner-api-password': { at: '2026-11-19T05:12:44Z', status: 200, caller: 'scanner' },
    'rotated-a-lot': { at: '2026-11-19T22:03:17Z', status: 200 },
    'retired-carrier-password': { at: '2026-11-18T21:40:10Z', status: 403 },
  },
};

/** Vaults as they should be: whatever is in them is read. */
const ALL_IN_USE = ['kv-tms-prod-weu', 'kv-identity-shared-weu'];

/** Events of one workspace, the oldest first; `vaults` are names with the files of what is in them. */
export function events(workspace, vaults) {
  const sending = vaults.filter(({ name }) => sendsTo(name, workspace));
  return sending.flatMap(vaultEvents).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const sendsTo = (vault, workspace) =>
  LOGGING[vault]?.days !== undefined &&
  LOGGING[vault].settings.some(({ to }) => to.workspaceId === workspaceId(workspace));

/** One for the beginning, one for the scanner's last visit, one for most objects. */
function vaultEvents({ name, files }) {
  const { days } = LOGGING[name];
  const first = event(now - days * DAY, name, 'VaultGet', '', 200, 'portal');
  const visit = event(now - DAY + between(`${name}/visit`, 0, 999), name, 'SecretList', 'secrets', 200, 'scanner');
  const uses = ['secrets', 'keys'].flatMap((kind) =>
    files[`${kind}.json`].flatMap((object) => useOf(name, kind, object, days) ?? []),
  );
  return [first, ...uses, visit];
}

const KEY_CALLS = ['KeySign', 'KeyWrap', 'KeyUnwrap', 'KeyVerify'];

function useOf(vault, kind, { item, versions }, days) {
  const name = (item.id ?? item.kid).split('/').at(-1);
  const seed = `use/${vault}/${kind}/${name}`;
  const operation = kind === 'secrets' ? 'SecretGet' : oneOf(`${seed}/call`, KEY_CALLS);
  const story = kind === 'secrets' ? STORIES[vault]?.[name] : undefined;
  if (story)
    return [event(Date.parse(story.at) / 1000, vault, operation, `${kind}/${name}`, story.status, story.caller ?? 'app')];
  const isInUse = ALL_IN_USE.includes(vault);
  const age = isInUse ? between(`${seed}/lately`, 0, 40) : usedBefore(seed, days);
  const at = now - age * DAY - between(`${seed}/second`, 0, DAY - 1);
  const firstMade = Math.min(...versions.map(({ attributes }) => attributes.created));
  if (age === undefined || at < firstMade) return undefined;
  const version = dice(`${seed}/pinned`) < 0.4 ? `/${(versions[0].id ?? versions[0].kid).split('/').at(-1)}` : '';
  const status = !isInUse && dice(`${seed}/denied`) < 0.06 ? 403 : 200;
  return [event(at, vault, operation, `${kind}/${name}${version}`, status, 'app')];
}

/** In days: most lately, some long ago, some never. */
function usedBefore(seed, days) {
  const chance = dice(`${seed}/chance`);
  if (chance < 0.72) return between(`${seed}/lately`, 0, 40);
  return chance < 0.86 && days > 100 ? between(`${seed}/longAgo`, 91, days - 2) : undefined;
}

const event = (at, vault, operation, path, status, caller) => [
  new Date(at * 1000).toISOString().replace('.000Z', 'Z'),
  vault,
  operation,
  path,
  status,
  CALLERS[caller] ?? `${guid(`principal/${caller}-${vault}`)}/${guid(`application/${caller}-${vault}`)}`,
];

const CALLERS = { scanner: `${SCANNER.objectId}/${SCANNER.appId}` };
