/** Havelmark Freight SE, an invented forwarder in Potsdam: who it is in the cloud, and how it words a vault. */
import { guid } from './dice.mjs';
import { NOW } from './shapes.mjs';

export const TENANT = guid('tenant/havelmark');
/** The tenant of a carrier that Havelmark bought and has not moved yet. */
export const OLTMANN_TENANT = guid('tenant/oltmann');

export const SUBSCRIPTIONS = {
  production: guid('subscription/production'),
  shared: guid('subscription/shared'),
  development: guid('subscription/development'),
  closed: guid('subscription/closed'),
};

/** The scanner's own principal. */
export const SCANNER = {
  objectId: guid('principal/posture-scan'),
  appId: guid('application/posture-scan'),
  type: 'servicePrincipal',
};

export const description = {
  id: 'havelmark',
  title: 'Havelmark Freight SE (invented)',
  now: NOW,
  tenantId: TENANT,
  identity: SCANNER,
  clientAddress: '198.51.100.23',
  pageSizes: { subscriptions: 50, vaults: 7, objects: 5 },
  folders: Object.keys(SUBSCRIPTIONS),
};

export const subscriptions = [
  subscription('production', 'Havelmark Production'),
  subscription('shared', 'Havelmark Shared Services'),
  subscription('development', 'Development & Test <b title="=HYPERLINK(0)">DO NOT BILL</b>'),
  subscription('closed', 'Azure Pass 2023', 'Disabled'),
];

function subscription(folder, displayName, state = 'Enabled') {
  const subscriptionId = SUBSCRIPTIONS[folder];
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: TENANT,
    displayName,
    state,
    subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', spendingLimit: 'Off' },
  };
}

// ---- words for vaults

/** Closed but for the office and some subnets. */
export const closed = (...subnets) => ({
  publicNetworkAccess: 'Enabled',
  networkAcls: acls('Deny', ['198.51.100.0/27', '203.0.113.64/28'], subnets),
});

/** Reached by private link alone; the scanner's runner stands in the same network. */
export const privateOnly = { publicNetworkAccess: 'Disabled', networkAcls: acls('Deny', [], []) };

export function acls(defaultAction, ranges, subnets, bypass = 'AzureServices') {
  return {
    bypass,
    defaultAction,
    ipRules: ranges.map((value) => ({ value })),
    virtualNetworkRules: subnets.map((name) => ({ id: subnet(name), ignoreMissingVnetServiceEndpoint: false })),
  };
}

const subnet = (name) =>
  `/subscriptions/${SUBSCRIPTIONS.shared}/resourcegroups/rg-network-shared-weu/providers/microsoft.network` +
  `/virtualnetworks/vnet-hub-weu/subnets/${name}`;

export function endpoint(name, status = 'Approved', description = 'Auto-Approved') {
  return {
    name,
    endpoint:
      `/subscriptions/${SUBSCRIPTIONS.shared}/resourceGroups/rg-network-shared-weu` +
      `/providers/Microsoft.Network/privateEndpoints/${name}`,
    status,
    description,
  };
}

/** An access policy; permissions as words divided by spaces. */
export function policy(principal, { keys = '', secrets = '', certificates = '', application }) {
  return {
    tenantId: TENANT,
    objectId: guid(`principal/${principal}`),
    ...(application && { applicationId: guid(`application/${application}`) }),
    permissions: { keys: words(keys), secrets: words(secrets), certificates: words(certificates), storage: [] },
  };
}

const words = (text) => text.split(' ').filter(Boolean);

// ---- what the scanner is refused

const refusal = (innerCode) => (path) => ({ plane: 'data', path, status: 403, code: 'Forbidden', innerCode });
export const noRole = refusal('ForbiddenByRbac');
export const noPolicy = refusal('AccessDenied');
export const behindFirewall = refusal('ForbiddenByFirewall')('/');
export const behindPrivateLink = refusal('ForbiddenByConnection')('/');

/** Soft delete was never switched on: the vault has no lists of what was deleted. */
export const withoutSoftDelete = ['secrets', 'keys', 'certificates'].map((kind) => ({
  plane: 'data',
  path: `/deleted${kind}`,
  status: 400,
  code: 'NotSupported',
}));
