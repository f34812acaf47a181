/**
 * An estate of any size as a snapshot, written as a stream: `node bench/estate.mjs FILE VAULTS OBJECTS`. Most of it is as
 * it should be, some of it neglected, here and there something could not be read. Same sizes, same bytes.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Dice } from './dice.mjs';
import { objectRecords } from './objects.mjs';

const NOW = Date.UTC(2026, 10, 20, 6);
const DAY = 86_400_000;
const AT = new Date(NOW).toISOString();
const SUBSCRIPTIONS = 20;
const TENANT = '0f3c61f2-7d57-4c0e-9c55-4a1f3b7b8f10';

/** @typedef {{ record: string, [member: string]: unknown }} SnapshotLine */
/** @typedef {{ vaults: number, objects: number }} Size objects in all vaults together */

/** @param {string} file @param {Size} size */
export async function writeEstate(file, size) {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  for (const record of records(size)) if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
  out.end();
  await finished(out);
}

/** @param {Size} size @returns {Generator<SnapshotLine>} */
export function* records({ vaults, objects }) {
  const writer = new Writer();
  yield header();
  yield* shared(writer);
  for (let number = 0; number < vaults; number++) {
    const from = Math.floor((objects * number) / vaults);
    const to = Math.floor((objects * (number + 1)) / vaults);
    yield* block(writer, number, to - from);
  }
  yield { record: 'end', resources: writer.resources };
}

const header = () => ({
  record: 'header',
  schemaVersion: 1,
  tool: { name: 'vault-posture', version: 'bench' },
  run: { id: 'bench', startedAt: AT, finishedAt: AT },
  collectedAt: AT,
  tenantId: TENANT,
  scope: { cloud: 'public', subscriptions: [], vaults: [] },
  estate: 'Synthetic estate',
  complete: true,
});

/** Counts what a snapshot has to be consistent in. */
export class Writer {
  resources = 0;
  sources = 0;
  dice = new Dice(20261120);

  /** @param {'arm' | 'data'} plane @param {string} address @param {number} [status] */
  source(plane, address, status = 200) {
    const apiVersion = plane === 'arm' ? '2026-02-01' : '2025-07-01';
    const id = ++this.sources;
    return {
      record: 'source',
      id,
      plane,
      request: `GET ${address}`,
      apiVersion,
      at: AT,
      status,
      requestId: this.dice.guid(),
    };
  }

  /** @param {object} resource */
  resource(resource) {
    this.resources++;
    return { record: 'resource', ...resource };
  }

  /** So many days before now, as snapshots write times; negative for the future. @param {number} days */
  daysAgo(days) {
    return new Date(NOW - days * DAY + this.dice.below(DAY)).toISOString();
  }
}

/** @param {number} number */
const subscriptionId = (number) => new Dice(number).guid();

/** @param {Writer} writer */
function* shared(writer) {
  const tenant = `tenant:${TENANT}`;
  const list = writer.source('arm', 'https://management.azure.com/subscriptions');
  yield list;
  const directory = { source: list.id, fields: { tenantId: TENANT } };
  const signIn = {
    securityDefaults: { source: list.id, fields: { securityDefaults: true } },
    conditionalAccess: { source: list.id, fields: { conditionalAccessPolicies: [] } },
  };
  yield writer.resource({ kind: 'azure.tenant', id: tenant, name: TENANT, facets: { directory, ...signIn } });
  for (let number = 0; number < SUBSCRIPTIONS; number++) {
    const fields = { subscriptionId: subscriptionId(number), displayName: `Landing zone ${number}`, state: 'Enabled' };
    const id = `subscription:${fields.subscriptionId}`;
    const facets = { description: { source: list.id, fields } };
    yield writer.resource({ kind: 'azure.subscription', id, name: fields.displayName, parent: tenant, facets });
    yield { record: 'coverage', resource: id, what: 'inventory', plane: 'arm', status: 'read' };
  }
}

/** @param {Writer} writer @param {number} number @param {number} objects */
function* block(writer, number, objects) {
  const subscription = subscriptionId(number % SUBSCRIPTIONS);
  const name = `kv-bench-${String(number).padStart(5, '0')}`;
  const group = `rg-bench-${number % 97}`;
  const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`;
  const host = `${name}.vault.azure.net`;
  yield { record: 'block', id };
  yield* vault(writer, { id, name, host, subscription, group });
  yield* objectRecords(writer, { id, host }, objects);
}

const DIAGNOSTICS = [
  { name: 'audit', workspaceId: '/workspaces/log', logs: [{ categoryGroup: 'allLogs', enabled: true }] },
];

/** @param {Writer} writer @param {{ id: string, name: string, host: string, subscription: string, group: string }} about */
function* vault(writer, { id, name, host, subscription, group }) {
  const list = writer.source(
    'arm',
    `https://management.azure.com/subscriptions/${subscription}/providers/Microsoft.KeyVault/vaults`,
  );
  yield list;
  const facets = {
    settings: { source: list.id, fields: settings(writer, name, host, group) },
    network: { source: list.id, fields: network(writer) },
    privateEndpoints: { source: list.id, fields: privateEndpoints(writer, name, subscription) },
    perimeter: { source: list.id, fields: {} },
    privateDns: { source: list.id, fields: { privateDns: [] } },
    subnets: { source: list.id, fields: { subnets: [] } },
    exposure: { source: list.id, fields: { exposure: EXPOSURE } },
    locks: { source: list.id, fields: { locks: [] } },
    diagnostics: { source: list.id, fields: { diagnosticSettings: DIAGNOSTICS } },
    logs: { source: list.id, fields: { logsFrom: '2026-01-01T00:00:00.000Z', logsTo: AT } },
  };
  yield writer.resource({ kind: 'azure.vault', id, name, parent: `subscription:${subscription}`, host, facets });
  for (const what of ['settings', 'network'])
    yield { record: 'coverage', resource: id, what, plane: 'arm', status: 'read' };
}

const EXPOSURE = {
  reachableFrom: 'someAddresses',
  internetShare: 1,
  addressCount: 3,
  rangesCoverInternet: false,
  subnets: 0,
  trustedServices: true,
  approvedPrivateEndpoints: 1,
  pendingPrivateEndpoints: 0,
  foreignPrivateEndpoints: 0,
};

/** @param {Writer} writer @param {string} name @param {string} host @param {string} resourceGroup */
function settings({ dice }, name, host, resourceGroup) {
  const rbac = dice.chance(70);
  return {
    name,
    location: dice.pick(['westeurope', 'northeurope', 'germanywestcentral']),
    resourceGroup,
    tags: { map: { environment: dice.pick(['production', 'test', 'development']), owner: `team-${dice.below(40)}` } },
    createdAt: '2024-03-05T10:15:00.000Z',
    vaultTenantId: TENANT,
    sku: dice.pick(['standard', 'standard', 'premium']),
    vaultUri: `https://${host}/`,
    softDelete: true,
    softDeleteRetentionDays: dice.pick([90, 90, 90, 30, 7]),
    ...(dice.chance(60) && { purgeProtection: true }),
    rbacAuthorization: rbac,
    permissionModel: rbac ? 'rbac' : 'accessPolicy',
    provisioningState: 'Succeeded',
    enabledForDeployment: dice.chance(10),
    enabledForDiskEncryption: dice.chance(10),
    enabledForTemplateDeployment: dice.chance(20),
    accessPolicies: rbac ? [] : Array.from({ length: 1 + dice.below(6) }, () => accessPolicy(dice)),
  };
}

/** @param {Dice} dice */
const accessPolicy = (dice) => ({
  principalId: dice.guid(),
  policyTenantId: TENANT,
  keys: ['get', 'list'],
  secrets: ['get', 'list', 'set'],
  certificates: [],
  storage: [],
});

/** @param {Writer} writer */
function network({ dice }) {
  if (dice.chance(2)) return { publicNetworkAccess: { gap: 'error' }, network: { gap: 'error' } };
  const publicNetworkAccess = dice.pick(['Enabled', 'Enabled', 'Disabled']);
  const ipRules = Array.from({ length: dice.below(5) }, () => ({ value: `203.0.113.${dice.below(256)}/32` }));
  const defaultAction = dice.pick(['Allow', 'Deny', 'Deny']);
  return { publicNetworkAccess, network: { defaultAction, bypass: 'AzureServices', ipRules, virtualNetworkRules: [] } };
}

/** @param {Writer} writer @param {string} name @param {string} subscription */
function privateEndpoints({ dice }, name, subscription) {
  if (dice.chance(50)) return {};
  const privateEndpointId = `/subscriptions/${subscription}/resourceGroups/rg-network/providers/Microsoft.Network/privateEndpoints/pe-${name}`;
  const connection = { name: `pe-${name}`, privateEndpointId, status: 'Approved', provisioningState: 'Succeeded' };
  return { privateEndpointConnections: [connection] };
}

if (process.argv[1] === import.meta.filename) {
  const [file, vaults, objects] = process.argv.slice(2);
  await writeEstate(file, { vaults: Number(vaults), objects: Number(objects) });
}
