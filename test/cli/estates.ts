/** Estates in folders, a few lines each, for whole command lines. */
import { soundSignIn } from '../estate/sound-sign-in.ts';
import { folderWith } from '../folder.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const SUBSCRIPTION = '22222222-2222-4222-8222-222222222222';

const DESCRIPTION = {
  id: 'small',
  title: 'A small estate',
  now: '2026-11-20T06:00:00Z',
  tenantId: TENANT,
  identity: {
    objectId: '33333333-3333-4333-8333-333333333333',
    appId: '44444444-4444-4444-8444-444444444444',
    type: 'servicePrincipal',
  },
  clientAddress: '198.51.100.23',
  pageSizes: { subscriptions: 50, vaults: 50, objects: 25 },
  folders: ['all'],
};

const ENDPOINT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe`;

/** The endpoint of every vault, known to the zone that it should be known to. */
const NETWORK = {
  privateEndpoints: [
    {
      item: { id: ENDPOINT, properties: { privateLinkServiceConnections: [{ properties: { groupIds: ['vault'] } }] } },
      zoneGroups: [
        {
          properties: {
            privateDnsZoneConfigs: [
              {
                properties: {
                  privateDnsZoneId: '/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net',
                },
              },
            ],
          },
        },
      ],
    },
  ],
  subnets: [],
};

/** A vault that no rule complains of. */
const CLOSED = {
  sku: { family: 'A', name: 'standard' },
  tenantId: TENANT,
  accessPolicies: [],
  enableRbacAuthorization: true,
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  publicNetworkAccess: 'Disabled',
  networkAcls: { bypass: 'None', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
  privateEndpointConnections: [
    {
      id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/privateEndpointConnections/pe`,
      properties: {
        provisioningState: 'Succeeded',
        privateEndpoint: { id: ENDPOINT },
        privateLinkServiceConnectionState: { status: 'Approved' },
      },
    },
  ],
  provisioningState: 'Succeeded',
};

interface Vault {
  readonly properties?: object;
  /** The data plane and the lists of the control plane say no. */
  readonly refused?: boolean;
}

/** A folder with an estate of these vaults, by name. */
export function estateOf(vaults: { readonly [name: string]: Vault }): string {
  const raw = Object.entries(vaults).map(([name, { properties }]) => ({
    id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`,
    name,
    type: 'Microsoft.KeyVault/vaults',
    location: 'westeurope',
    tags: {},
    properties: { ...CLOSED, vaultUri: `https://${name}.vault.azure.net/`, ...properties },
  }));
  const refusals = Object.entries(vaults).flatMap(([name, { refused }]) =>
    refused ? [[`vaults/${name}/access.json`, JSON.stringify(REFUSALS)]] : [],
  );
  return folderWith({
    'estate.json': JSON.stringify(DESCRIPTION),
    'subscriptions.json': JSON.stringify([
      {
        id: `/subscriptions/${SUBSCRIPTION}`,
        subscriptionId: SUBSCRIPTION,
        displayName: 'Production',
        state: 'Enabled',
        tenantId: TENANT,
      },
    ]),
    'graph.json': JSON.stringify(soundSignIn),
    'network.json': JSON.stringify(NETWORK),
    'all/vaults.json': JSON.stringify(raw),
    ...Object.fromEntries(raw.map(({ name }) => [`vaults/${name}/diagnostics.json`, JSON.stringify(DIAGNOSTICS)])),
    ...(Object.fromEntries(refusals) as Record<string, string>),
  });
}

const DIAGNOSTICS = [
  {
    id: '/diagnosticSettings/audit',
    name: 'audit',
    properties: { storageAccountId: '/storageAccounts/audit', logs: [{ category: 'AuditEvent', enabled: true }] },
  },
];

const REFUSALS = ['data', 'arm'].map((plane) => ({
  plane,
  path: '/',
  status: 403,
  code: plane === 'data' ? 'Forbidden' : 'AuthorizationFailed',
}));

export const OPEN = { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Allow' } };
