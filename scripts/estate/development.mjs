/** Where things are tried. */
import { acls, closed, policy } from './company.mjs';
import { CARELESS, certificates, keys, MIDDLING, secrets } from './filler.mjs';
import { HOSTILE } from './hostile.mjs';

export const development = {
  /** A copy of production's names with nobody behind it; policies that RBAC has made inert. */
  'kv-tms-dev-weu': {
    retention: 7,
    network: { networkAcls: acls('Allow', [], []) },
    policies: [policy('everybody-in-it', { secrets: 'all', keys: 'all', certificates: 'all' })],
    properties: { enableRbacAuthorization: true },
    tags: { system: 'transport-management', owner: HOSTILE.formula },
    secrets: secrets(
      'kv-tms-dev-weu',
      CARELESS,
      `sql-orders-connection sql-planning-connection servicebus-dispatch-send redis-session-password
      storage-documents-sas maps-routing-key portal-oauth-client-secret smtp-relay-password appinsights-connection`,
    ),
    keys: keys('kv-tms-dev-weu', CARELESS, 'order-signing documents-cmk'),
    certificates: certificates('kv-tms-dev-weu', CARELESS, 'tms-dev-havelmark-example'),
  },

  /** The answer leaves the pricing tier out. */
  'kv-track-test-weu': {
    network: closed('snet-track-test'),
    tags: { system: 'track-and-trace' },
    properties: { sku: undefined },
    secrets: secrets(
      'kv-track-test-weu',
      MIDDLING,
      'sql-track-connection eventhub-track-send sms-gateway-token webhook-secret',
    ),
    keys: keys('kv-track-test-weu', MIDDLING, 'location-encryption label-signing'),
  },

  /** Nothing in it. */
  'kv-sandbox-dev-weu': { tags: {}, purgeProtection: true, network: closed() },

  /** Purging is allowed to half the company. */
  'kv-data-dev-weu': {
    retention: 30,
    policies: [
      policy('posture-scan', { secrets: 'list', keys: 'list get getrotationpolicy', certificates: 'list get' }),
      policy('group-data-science', { secrets: 'get list set delete purge', keys: 'get list purge' }),
    ],
    network: { publicNetworkAccess: 'Enabled' },
    tags: { system: 'data-platform', note: HOSTILE.terminal },
    secrets: {
      ...secrets(
        'kv-data-dev-weu',
        CARELESS,
        `warehouse-loader-password notebook-token lake-sas-connection spark-history-password feature-store-key
        model-registry-token demand-forecast-api-key weather-feed-key`,
      ),
      'jupyter-password-2': { age: 410, enabled: false },
    },
    keys: {
      ...keys('kv-data-dev-weu', CARELESS, 'lake-cmk pseudonym-key'),
      'chain-of-custody': { age: 200, kty: 'EC', curve: 'P-256K' },
    },
    certificates: certificates('kv-data-dev-weu', CARELESS, 'notebook-havelmark-example'),
  },

  /** A firewall with a hole of four thousand addresses. */
  'kv-fleet-test-weu': {
    network: { publicNetworkAccess: 'Enabled', networkAcls: acls('Deny', ['198.51.100.0/27', '203.0.112.0/20'], []) },
    tags: { system: 'fleet-telematics', owner: 'team-depot' },
    secrets: secrets(
      'kv-fleet-test-weu',
      MIDDLING,
      'gateway-lab-psk gateway-lab-mqtt-password fuel-card-api-key driver-app-jwt-secret',
    ),
    keys: keys('kv-fleet-test-weu', MIDDLING, 'telemetry-signing'),
  },
};
