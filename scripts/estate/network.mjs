/** What surrounds the vaults: perimeters, private endpoints with their DNS zones, subnets. */
import { SUBSCRIPTIONS } from './company.mjs';
import { guid } from './dice.mjs';

const hub =
  `/subscriptions/${SUBSCRIPTIONS.shared}/resourceGroups/rg-network-shared-weu/providers/Microsoft.Network`;

// ---- perimeters

/** By vault. */
const PERIMETERS = {
  'kv-hrpay-prod-weu': {
    perimeter: 'nsp-finance',
    accessMode: 'Enforced',
    rules: [
      { name: 'payroll-bureau', direction: 'Inbound', addressPrefixes: ['198.51.100.0/27'] },
      { name: 'production', direction: 'Inbound', subscriptions: [{ id: `/subscriptions/${SUBSCRIPTIONS.production}` }] },
      { name: 'tax-office', direction: 'Outbound', fullyQualifiedDomainNames: ['elster.example'] },
    ],
  },
  /** Put into one in spring, to see what would break. */
  'kv-monitor-shared-weu': {
    perimeter: 'nsp-monitoring',
    accessMode: 'Learning',
    rules: [{ name: 'offices', direction: 'Inbound', addressPrefixes: ['198.51.100.0/27', '203.0.113.64/28'] }],
  },
};

export function perimeterConfigurations(vaultId, vault) {
  const { perimeter, accessMode, rules } = PERIMETERS[vault] ?? {};
  if (!perimeter) return [];
  const perimeterGuid = guid(`perimeter/${perimeter}`);
  const name = `${perimeterGuid}.${vault}`;
  return [
    {
      id: `${vaultId}/networkSecurityPerimeterConfigurations/${name}`,
      name,
      type: 'Microsoft.KeyVault/vaults/networkSecurityPerimeterConfigurations',
      properties: {
        provisioningState: 'Succeeded',
        networkSecurityPerimeter: {
          id: `${hub}/networkSecurityPerimeters/${perimeter}`,
          perimeterGuid,
          location: 'westeurope',
        },
        resourceAssociation: { name: vault, accessMode },
        profile: { name: 'defaultprofile', accessRulesVersion: 1, accessRules: rules.map(accessRule) },
      },
    },
  ];
}

const accessRule = ({ name, direction, addressPrefixes = [], subscriptions = [], fullyQualifiedDomainNames = [] }) => ({
  name,
  properties: { direction, addressPrefixes, subscriptions, fullyQualifiedDomainNames },
});

// ---- private endpoints

const ZONE = 'privatelink.vaultcore.azure.net';

const privateEndpoints = [
  privateEndpoint('production', 'kv-tms-prod-weu', ZONE),
  /** Made by hand; callers still go to the public address. */
  privateEndpoint('production', 'kv-track-prod-weu'),
  /** The zone of another name has never answered anybody. */
  privateEndpoint('production', 'kv-payments-prod-weu', 'privatelink.vault.azure.net'),
  privateEndpoint('shared', 'kv-identity-shared-weu', ZONE),
];

function privateEndpoint(folder, vault, zone) {
  const name = `pe-${vault}`;
  const id = `${hub}/privateEndpoints/${name}`;
  const group = `/subscriptions/${SUBSCRIPTIONS[folder]}/resourceGroups/rg-${vault.split('-')[1]}-${folder}`;
  const privateLinkServiceId = `${group}/providers/Microsoft.KeyVault/vaults/${vault}`;
  return {
    item: {
      id,
      name,
      type: 'Microsoft.Network/privateEndpoints',
      location: 'westeurope',
      properties: {
        provisioningState: 'Succeeded',
        subnet: { id: `${hub}/virtualNetworks/vnet-hub-weu/subnets/snet-endpoints` },
        privateLinkServiceConnections: [{ name, properties: { privateLinkServiceId, groupIds: ['vault'] } }],
        manualPrivateLinkServiceConnections: [],
      },
    },
    zoneGroups: zone ? [zoneGroup(id, zone)] : [],
  };
}

function zoneGroup(endpoint, zone) {
  const config = { name: zone.replaceAll('.', '-'), properties: { privateDnsZoneId: `${hub}/privateDnsZones/${zone}` } };
  return {
    id: `${endpoint}/privateDnsZoneGroups/default`,
    name: 'default',
    properties: { provisioningState: 'Succeeded', privateDnsZoneConfigs: [config] },
  };
}

/** The treasury does not let the scanner look at its endpoint. */
export const refusals = [
  { plane: 'arm', path: `${hub}/privateEndpoints/pe-kv-treasury-prod-weu`, status: 403, code: 'AuthorizationFailed' },
];

/** Who clears payments stands in the carrier's own tenant. */
export const clearing = {
  name: 'pe-clearing',
  endpoint:
    `/subscriptions/${guid('subscription/oltmann')}/resourceGroups/rg-clearing/providers/Microsoft.Network` +
    '/privateEndpoints/pe-clearing',
  status: 'Approved',
  description: 'Clearing by Oltmann',
};

// ---- subnets

/** The subnet of customs is gone; its rule has stayed. */
const subnets = [
  subnet('snet-track-prod'),
  subnet('snet-runners'),
  subnet('snet-billing-prod'),
  subnet('snet-payments-prod'),
  subnet('snet-edi-prod'),
  subnet('snet-ingress'),
  subnet('snet-track-test'),
  /** Somebody switched the service endpoint off. */
  subnet('snet-wms-prod', []),
];

function subnet(name, services = ['Microsoft.KeyVault', 'Microsoft.Storage']) {
  return {
    id: `${hub}/virtualNetworks/vnet-hub-weu/subnets/${name}`,
    name,
    type: 'Microsoft.Network/virtualNetworks/subnets',
    properties: {
      provisioningState: 'Succeeded',
      serviceEndpoints: services.map((service) => ({ service, locations: ['*'], provisioningState: 'Succeeded' })),
    },
  };
}

export const network = { privateEndpoints, subnets };
