/** From a vault as ARM tells it to facts. Source: api-version 2026-02-01 of Microsoft.KeyVault, Vaults - List By Subscription. */
import { Gap } from '../../model/gap.ts';
import { isRecord, type RawFacts, settle, settleGap } from '../settle.ts';
import { azure } from './catalog.ts';
import { each, isoInstant, listOrEmpty, lowerCase, part, within } from './raw.ts';

const { settings, network, privateEndpoints } = azure['azure.vault'].facets;

/** Absent stays absent: the service leaves out `enablePurgeProtection` unless it is true. */
export function vaultSettings(vault: RawFacts, resourceGroup: string): Record<string, unknown> {
  const properties = part(vault, 'properties');
  const own = { name: vault.name, resourceGroup, location: vault.location, tags: listOrEmptyMap(vault.tags) };
  if (properties instanceof Gap) return { ...settleGap(settings.fields, properties), ...pickSettled(own) };
  return settle(settings.fields, {
    ...own,
    createdAt: isoInstant(within(vault, 'systemData', 'createdAt')),
    vaultTenantId: properties.tenantId,
    sku: within(properties, 'sku', 'name'),
    vaultUri: properties.vaultUri,
    softDelete: properties.enableSoftDelete,
    softDeleteRetentionDays: properties.softDeleteRetentionInDays,
    purgeProtection: properties.enablePurgeProtection,
    rbacAuthorization: properties.enableRbacAuthorization,
    permissionModel: permissionModel(properties.enableRbacAuthorization),
    createMode: properties.createMode,
    provisioningState: properties.provisioningState,
    enabledForDeployment: properties.enabledForDeployment,
    enabledForDiskEncryption: properties.enabledForDiskEncryption,
    enabledForTemplateDeployment: properties.enabledForTemplateDeployment,
    accessPolicies: each(properties.accessPolicies, accessPolicy),
  });
}

const listOrEmptyMap = (tags: unknown): unknown => tags ?? {};

/** The facts that do not depend on `properties`. */
function pickSettled(own: RawFacts): Record<string, unknown> {
  const settled: Record<string, unknown> = settle(settings.fields, own);
  return Object.fromEntries(Object.keys(own).flatMap((name) => (name in settled ? [[name, settled[name]]] : [])));
}

/** Null and absent mean access policies, as false does. Source: https://learn.microsoft.com/azure/key-vault/general/access-control-default */
function permissionModel(rbac: unknown): unknown {
  if (rbac === true) return 'rbac';
  return rbac === false || rbac === null || rbac === undefined ? 'accessPolicy' : Gap.of('error');
}

function accessPolicy(policy: RawFacts): RawFacts {
  const permissions = part(policy, 'permissions');
  const granted = (kind: string) => (permissions instanceof Gap ? permissions : lowered(permissions[kind]));
  return {
    principalId: policy.objectId,
    applicationId: policy.applicationId,
    policyTenantId: policy.tenantId,
    keys: granted('keys'),
    secrets: granted('secrets'),
    certificates: granted('certificates'),
    storage: granted('storage'),
  };
}

const lowered = (permissions: unknown): unknown =>
  Array.isArray(permissions) ? permissions.map(lowerCase) : listOrEmpty(permissions);

export function vaultNetwork(vault: RawFacts): Record<string, unknown> {
  const properties = part(vault, 'properties');
  if (properties instanceof Gap) return settleGap(network.fields, properties);
  return settle(network.fields, {
    publicNetworkAccess: properties.publicNetworkAccess,
    network: isRecord(properties.networkAcls) ? firewall(properties.networkAcls) : properties.networkAcls,
  });
}

const firewall = (acls: RawFacts): RawFacts => ({
  defaultAction: acls.defaultAction,
  bypass: acls.bypass,
  ipRules: each(listOrEmpty(acls.ipRules), ({ value }) => ({ value })),
  virtualNetworkRules: each(listOrEmpty(acls.virtualNetworkRules), (rule) => ({
    subnetId: rule.id,
    ignoreMissingServiceEndpoint: rule.ignoreMissingVnetServiceEndpoint,
  })),
});

export function vaultPrivateEndpoints(vault: RawFacts): Record<string, unknown> {
  const properties = part(vault, 'properties');
  if (properties instanceof Gap) return settleGap(privateEndpoints.fields, properties);
  return settle(privateEndpoints.fields, {
    privateEndpointConnections: each(properties.privateEndpointConnections, connection),
  });
}

function connection(raw: RawFacts): RawFacts {
  const properties = part(raw, 'properties');
  if (properties instanceof Gap)
    return {
      name: raw.name,
      status: properties,
      privateEndpointId: properties,
      provisioningState: properties,
      description: properties,
    };
  return {
    name: raw.name ?? nameIn(raw.id),
    privateEndpointId: within(properties, 'privateEndpoint', 'id'),
    status: within(properties, 'privateLinkServiceConnectionState', 'status'),
    provisioningState: properties.provisioningState,
    description: within(properties, 'privateLinkServiceConnectionState', 'description'),
  };
}

const nameIn = (id: unknown): unknown => (typeof id === 'string' ? id.split('/').at(-1) : undefined);
