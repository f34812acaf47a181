/** What was deleted and is still kept, and what is locked against deletion. */
import { SUBSCRIPTIONS } from './company.mjs';
import { between } from './dice.mjs';
import { host, NOW, recovery } from './shapes.mjs';

const DAY = 86_400;
const now = Date.parse(NOW) / 1000;

/**
 * By vault and kind: names with the days since they were deleted, or the moment. A certificate takes a key and a secret
 * with it; of one that is deleted they are listed, too, and marked.
 */
const DELETED = {
  'kv-tms-prod-weu': { secrets: { 'sql-orders-connection-old': 12 }, keys: { 'waybill-signing-2024': 40 } },
  /** Kept for 90 days, and on the edge of the last seven. */
  'kv-track-prod-weu': {
    secrets: {
      'carrier-portal-2023': '2026-08-29T06:00:00Z',
      'carrier-portal-2024': '2026-08-29T06:00:01Z',
      'sms-gateway-token-old': '2026-08-22T05:59:59Z',
    },
  },
  /** Somebody tidied up last Sunday, in a vault that keeps things for a week. */
  'kv-fleet-prod-weu': {
    secrets: { 'depot-master-password': 5, 'telemetry-ingest-sas': 5, 'can-bus-update-key': 5 },
    keys: { 'firmware-signing': 5 },
  },
  'kv-payments-prod-weu': { keys: { 'card-data-kek-2025': 86 } },
  'kv-certs-shared-weu': { certificates: { 'shop-havelmark-example': 84, 'fax-havelmark-example': 20 } },
  'kv-data-dev-weu': { secrets: { 'notebook-scratch-token': 3, [`q${'x'.repeat(126)}`]: 28 } },
  'kv-network-shared-weu': { secrets: { 'radius-shared-secret-old': 50 }, certificates: { 'old-gateway-example': 88 } },
};

/** Files of a vault's folder. */
export function deletedFiles(name, spec) {
  const { secrets = {}, keys = {}, certificates = {} } = DELETED[name] ?? {};
  const home = { name, host: host(name), recovery: recovery(spec), retention: spec.retention ?? 90 };
  const list = (kind, specs, managed) =>
    Object.entries(specs).map(([one, age]) => deleted(home, kind, one, age, managed));
  return {
    'deletedsecrets.json': [...list('secrets', secrets), ...list('secrets', certificates, true)],
    'deletedkeys.json': [...list('keys', keys), ...list('keys', certificates, true)],
    'deletedcertificates.json': list('certificates', certificates),
  };
}

function deleted(home, kind, name, age, managed) {
  const at =
    typeof age === 'string'
      ? Date.parse(age) / 1000
      : now - age * DAY - between(`deleted/${home.name}/${name}`, 0, 43_199);
  const created = at - between(`lived/${home.name}/${name}`, 30, 500) * DAY;
  return {
    recoveryId: `${home.host}deleted${kind}/${name}`,
    deletedDate: at,
    scheduledPurgeDate: at + home.retention * DAY,
    [kind === 'keys' ? 'kid' : 'id']: `${home.host}${kind}/${name}`,
    attributes: { enabled: true, created, updated: created, ...home.recovery },
    ...(managed && { managed }),
  };
}

// ---- vaults

export const deletedVaults = [
  /** The web shop's vault before the move; its last day but two. */
  vault('production', 'kv-shop-prod-weu', {
    deleted: '2026-08-24T15:04:09Z',
    tags: { system: 'shop', owner: 'team-customer' },
  }),
  vault('production', 'kv-tms-prod-neu', { deleted: '2026-10-30T09:12:44Z', purgeProtection: true }),
  /** Made and deleted by a pipeline, with the shortest retention there is. */
  vault('development', 'kv-pr-4711-test', { deleted: '2026-11-19T22:15:03Z', retention: 7, location: 'northeurope' }),
];

function vault(folder, name, { deleted, retention = 90, purgeProtection, tags = {}, location = 'westeurope' }) {
  const subscription = `/subscriptions/${SUBSCRIPTIONS[folder]}`;
  const vaultId = `${subscription}/resourceGroups/rg-${name.split('-')[1]}-${folder}/providers/Microsoft.KeyVault/vaults/${name}`;
  const id = `${subscription}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`;
  const purged = new Date(Date.parse(deleted) + retention * DAY * 1000).toISOString().replace('.000', '');
  return {
    id,
    name,
    type: 'Microsoft.KeyVault/deletedVaults',
    properties: {
      vaultId,
      location,
      tags,
      deletionDate: deleted,
      scheduledPurgeDate: purged,
      ...(purgeProtection && { purgeProtectionEnabled: true }),
    },
  };
}

// ---- locks

const inProduction = `/subscriptions/${SUBSCRIPTIONS.production}/resourceGroups`;
const inVault = (group, name) => `${inProduction}/${group}/providers/Microsoft.KeyVault/vaults/${name}`;

export const locks = [
  lock(`/subscriptions/${SUBSCRIPTIONS.shared}`, 'platform-keep', 'CanNotDelete', 'Ask team-platform'),
  lock(`${inProduction}/rg-payments-production`, 'pci-scope', 'ReadOnly'),
  lock(inVault('rg-tms-production', 'kv-tms-prod-weu'), 'keep', 'CanNotDelete'),
  /** Of the vault only its line to the network is safe. */
  lock(
    `${inVault('rg-track-production', 'kv-track-prod-weu')}/privateEndpointConnections/pe-kv-track-prod-weu`,
    'endpoint-keep',
    'CanNotDelete',
  ),
  /** Somewhere else. */
  lock(`${inProduction}/rg-track-production-old`, 'keep', 'CanNotDelete'),
];

function lock(scope, name, level, notes) {
  const properties = { level, ...(notes && { notes }) };
  return {
    id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
    type: 'Microsoft.Authorization/locks',
    name,
    properties,
  };
}
