/** The subscription that earns the money. Vaults by name; each has one story. */
import {
  acls,
  behindFirewall,
  behindPrivateLink,
  closed,
  endpoint,
  noPolicy,
  noRole,
  policy,
  privateOnly,
} from './company.mjs';
import { CARELESS, certificates, keys, MIDDLING, secrets, TIDY } from './filler.mjs';
import { HOSTILE } from './hostile.mjs';
import { clearing } from './network.mjs';

export const production = {
  /** As it should be. */
  'kv-tms-prod-weu': {
    purgeProtection: true,
    network: privateOnly,
    endpoints: [endpoint('pe-kv-tms-prod-weu')],
    tags: { system: 'transport-management', criticality: 'high', critical: 'yes', owner: 'team-transport' },
    secrets: {
      ...secrets(
        'kv-tms-prod-weu',
        TIDY,
        `sql-orders-connection sql-planning-connection servicebus-dispatch-send servicebus-dispatch-listen
        redis-session-password storage-documents-sas maps-routing-key toll-collect-client-secret
        exchange-rates-api-key portal-oauth-client-secret appinsights-connection edi-gateway-token`,
      ),
      'smtp-relay-password': { age: 30, life: 120, earlier: [92, 151, 214], contentType: 'password' },
    },
    keys: {
      ...keys('kv-tms-prod-weu', TIDY, 'waybill-signing planning-cmk'),
      'order-signing': { age: 40, life: 365, kty: 'EC', curve: 'P-384', rotation: { after: 'P60D', expiry: 'P1Y' } },
      'documents-cmk': {
        age: 55,
        life: 365,
        earlier: [115, 176],
        size: 4096,
        rotation: { after: 'P60D', notify: 'P30D', expiry: 'P1Y' },
      },
    },
    certificates: {
      'tms-havelmark-example': {
        age: 35,
        life: 365,
        issuer: 'DigiCert',
        issuerType: 'OV-SSL',
        renew: { days: 30 },
        size: 3072,
        subject: 'CN=tms.havelmark.example, O=Havelmark Freight SE, C=DE',
        names: ['tms.havelmark.example', 'planning.havelmark.example'],
      },
    },
  },

  /** Good, too, and everything in it sits on an edge. */
  'kv-track-prod-weu': {
    purgeProtection: true,
    network: closed('snet-track-prod', 'snet-runners'),
    endpoints: [
      endpoint('pe-kv-track-prod-weu'),
      endpoint('pe-kv-track-old', 'Disconnected', 'Removed with the old hub'),
    ],
    tags: {
      system: 'track-and-trace',
      owner: 'team-customer',
      Critical: 'true',
      git_file: 'terraform/tracking/main.tf',
    },
    secrets: {
      'sql-track-connection': { created: '2026-08-22T06:00:00Z', life: 180, contentType: 'connection-string' },
      'eventhub-track-send': { created: '2026-08-22T05:59:59Z', life: 180, contentType: 'connection-string' },
      'eventhub-track-listen': { created: '2026-08-22T06:00:01Z', life: 180, contentType: 'connection-string' },
      'carrier-portal-password': { age: 50, expires: 12, earlier: [111] },
      'carrier-portal-fallback': { age: 50, expires: '2026-12-20T06:00:00Z' },
      'sms-gateway-token': { age: 20, expires: '2026-11-20T06:00:00Z' },
      'push-notification-key': { age: 20, expires: '2026-11-20T06:00:01Z' },
      'webhook-secret-next': { age: 3, notBefore: '2027-01-01T00:00:00Z', expires: '2027-04-01T00:00:00Z' },
      'webhook-secret': { age: 61, notBefore: '2026-10-01T00:00:00Z', expires: '2027-01-01T00:00:00Z' },
      'anonymisation-salt': { created: '2026-10-05T12:00:00Z', expires: '9999-12-31T23:59:59Z' },
      'geocoder-leap-token': { created: '2024-02-29T12:00:00Z', expires: '2028-02-29T12:00:00Z' },
      'retired-carrier-password': { age: 900, enabled: false, expires: -400 },
      'retired-map-key': { age: 1200, enabled: false },
      'partner-api-password': { age: 700, expires: -12, earlier: [1010, 1380] },
      'rotated-a-lot': { age: 2, life: 30, earlier: [30, 61, 91, 120, 152] },
    },
    keys: {
      'location-encryption': {
        created: '2026-08-22T06:00:00Z',
        life: 365,
        rotation: { before: 'P30D', expiry: 'P120D' },
      },
      'label-signing': {
        created: '2026-08-22T05:59:59Z',
        life: 365,
        kty: 'EC',
        rotation: { notify: 'P30D', expiry: 'P2Y' },
      },
      'gps-replay-guard': { age: 400, expires: -35, size: 3072 },
      'old-label-signing': { age: 1600, enabled: false, expires: -500, size: 2048 },
      'forever-key': { age: 88, expires: '9999-12-31T23:59:59Z', kty: 'EC', curve: 'P-521' },
    },
    certificates: {
      'track-havelmark-example': { age: 300, life: 365, months: 12, names: ['track.havelmark.example'] },
      'api-track-havelmark-example': { age: 376, life: 365, issuer: 'Unknown', renew: { mail: true, days: 60 } },
      'old-track-havelmark-example': { age: 800, life: 365, enabled: false },
      'device-ca-track': { age: 20, life: 730, months: 24, kty: 'EC', curve: 'P-384', exportable: false },
    },
  },

  /** Its firewall does not know the scanner; what Resource Manager tells is bad enough. */
  'kv-billing-prod-weu': {
    purgeProtection: true,
    network: { publicNetworkAccess: 'Enabled', networkAcls: acls('Deny', ['203.0.113.192/28'], ['snet-billing-prod']) },
    tags: {
      system: 'billing',
      owner: 'team-finance',
      dataClass: 'confidential',
      critical: 'yes',
      'vp-source': 'infra/billing/vault.bicep:12',
    },
    refusals: [behindFirewall],
    secrets: {
      'bank-ebics-password': { age: 412, contentType: 'password' },
      'sql-ledger-connection': { age: 31, life: 120, contentType: 'connection-string' },
      'tax-portal-client-secret': { age: 220, expires: -3 },
      ...secrets(
        'kv-billing-prod-weu',
        MIDDLING,
        'invoice-mailbox-password dunning-api-token archive-sas payment-gateway-key',
      ),
    },
    keys: {
      'invoice-signing': { age: 80, life: 365, size: 3072, rotation: { before: 'P30D', expiry: 'P1Y' } },
      'ledger-cmk': { age: 520, size: 2048 },
    },
    certificates: { 'billing-havelmark-example': { age: 90, life: 365, issuer: 'DigiCert', issuerType: 'OV-SSL' } },
  },

  /** Keys in hardware, kept by people who know how. */
  'kv-payments-prod-weu': {
    sku: 'premium',
    purgeProtection: true,
    network: closed('snet-payments-prod'),
    endpoints: [endpoint('pe-kv-payments-prod-weu'), clearing],
    tags: { system: 'payments', owner: 'team-finance', scope: 'pci', critical: '' },
    secrets: secrets(
      'kv-payments-prod-weu',
      TIDY,
      'acquirer-client-secret terminal-config-json psd2-oauth-client-secret',
    ),
    keys: {
      'card-data-kek': { age: 25, life: 180, kty: 'RSA-HSM', size: 4096, rotation: { after: 'P60D', expiry: 'P180D' } },
      'card-data-kek-3072': {
        age: 70,
        life: 180,
        kty: 'RSA-HSM',
        size: 3072,
        rotation: { before: 'P30D', expiry: 'P120D' },
      },
      'receipt-signing': { age: 12, life: 365, kty: 'EC-HSM', curve: 'P-256', rotation: { after: 'P2M' } },
      'settlement-signing': {
        age: 64,
        life: 365,
        kty: 'EC-HSM',
        curve: 'P-384',
        rotation: { after: 'P80D', notify: 'P15D' },
      },
      'enclave-release': {
        age: 33,
        life: 365,
        kty: 'RSA-HSM',
        exportable: true,
        ops: ['wrapKey', 'unwrapKey'],
        rotation: { after: 'P60D' },
      },
      'acquirer-imported': {
        age: 640,
        expires: 90,
        kty: 'RSA-HSM',
        size: 2048,
        platform: '1',
        exportable: false,
        ops: ['encrypt', 'decrypt'],
        tags: { origin: 'imported', ceremony: '2025-02-18' },
      },
    },
    certificates: {
      'pay-havelmark-example': {
        age: 60,
        life: 365,
        issuer: 'DigiCert',
        issuerType: 'EV-SSL',
        kty: 'RSA-HSM',
        size: 3072,
        platform: '1',
        exportable: false,
      },
    },
  },

  /** Private, and the scanner stands outside. */
  'kv-treasury-prod-weu': {
    sku: 'premium',
    purgeProtection: true,
    network: { publicNetworkAccess: 'Disabled', networkAcls: acls('Deny', [], [], 'None') },
    endpoints: [
      endpoint('pe-kv-treasury-prod-weu'),
      endpoint('pe-kv-treasury-audit', 'Pending', HOSTILE.long.repeat(4)),
    ],
    tags: { system: 'treasury', owner: 'team-finance' },
    refusals: [behindPrivateLink],
    secrets: secrets('kv-treasury-prod-weu', TIDY, 'swift-lau-password hedge-desk-token bank-statement-sftp-password'),
    keys: { 'swift-signing': { age: 45, life: 365, kty: 'RSA-HSM', size: 3072, rotation: { after: 'P80D' } } },
  },

  /** Half readable: nobody gave the scanner the right to list secrets. */
  'kv-customs-prod-weu': {
    purgeProtection: true,
    network: closed('snet-customs-prod'),
    tags: { system: 'customs', owner: 'team-transport' },
    refusals: [noRole('/secrets'), noRole('/deletedsecrets')],
    secrets: {
      'atlas-bin-password': { age: 300 },
      ...secrets('kv-customs-prod-weu', MIDDLING, 'excise-emcs-token tariff-api-key broker-sftp-password'),
    },
    keys: keys(
      'kv-customs-prod-weu',
      MIDDLING,
      'declaration-signing declaration-archive-cmk transit-guarantee-signing',
    ),
    certificates: {
      ...certificates('kv-customs-prod-weu', MIDDLING, 'atlas-havelmark-example emcs-havelmark-example'),
      'customs-broker-client': {
        age: 500,
        expires: -135,
        issuer: 'Unknown',
        subject: 'CN=broker client, O=Zollagentur',
      },
    },
  },

  /** Access policies: the scanner may list secrets and keys, certificates not at all. */
  'kv-wms-prod-neu': {
    purgeProtection: true,
    network: closed('snet-wms-prod'),
    policies: [
      policy('posture-scan', { secrets: 'list', keys: 'list get getrotationpolicy' }),
      policy('app-wms-prod', { secrets: 'Get List', keys: 'Get WrapKey UnwrapKey', certificates: 'Get' }),
      policy('group-depot-admins', { secrets: 'all', keys: 'all', certificates: 'all' }),
      policy('backup-service', { secrets: 'get list backup', keys: 'get list backup', application: 'backup-portal' }),
    ],
    tags: { system: 'warehouse', owner: 'team-depot' },
    refusals: [noPolicy('/certificates'), noPolicy('/deletedcertificates')],
    secrets: secrets(
      'kv-wms-prod-neu',
      MIDDLING,
      `sql-stock-connection scanner-mdm-token printer-fleet-password conveyor-plc-password forklift-telemetry-key
      temperature-sensor-key wms-admin-password yard-gate-api-key label-printer-sas`,
    ),
    keys: keys('kv-wms-prod-neu', MIDDLING, 'stock-export-signing picking-cmk pallet-id-signing cold-chain-cmk'),
    certificates: certificates('kv-wms-prod-neu', MIDDLING, 'wms-havelmark-example depot-gateway-havelmark-example'),
  },

  /** Open to the world, and one secret per depot and device, set once: three pages of neglect. */
  'kv-fleet-prod-weu': {
    retention: 7,
    tags: { system: 'fleet-telematics' },
    by: 'j.petersen@havelmark.example',
    made: '2021-11-02T16:41:08.12Z',
    secrets: {
      ...secrets('kv-fleet-prod-weu', CARELESS, depots('psk mqtt-password sim-pin')),
      'gps-gateway-password': { age: 1100, planted: true },
      'tachograph-archive-sas': { age: 820, expires: -90, contentType: 'connection-string' },
      'fuel-card-api-key': { age: 650, expires: -285 },
      'driver-app-jwt-secret': { age: 95 },
    },
    keys: {
      ...keys(
        'kv-fleet-prod-weu',
        CARELESS,
        'telemetry-signing route-archive-cmk driver-app-token toll-box-signing driver-card-wrapping',
      ),
      'telemetry-legacy': { age: 1500, expires: -770 },
    },
    certificates: {
      'mqtt-havelmark-example': { age: 400, life: 365, subject: 'CN=mqtt.havelmark.example' },
      'fleet-havelmark-example': { age: 350, life: 365 },
    },
  },

  /** Partners fill in the tags here. The rotation policies are not for the scanner. */
  'kv-edi-prod-weu': {
    purgeProtection: true,
    network: closed('snet-edi-prod'),
    tags: {
      system: 'edi',
      owner: HOSTILE.script,
      'hidden-link:runbook': HOSTILE.markdown,
      'vp-source': '../../../etc/passwd',
    },
    refusals: [noRole('/keys/*/rotationpolicy')],
    secrets: {
      'partner-001-sftp-password': { age: 30, life: 120, tags: { partner: HOSTILE.script, contact: HOSTILE.plus } },
      'partner-002-sftp-password': { age: 130, contentType: HOSTILE.bidi, tags: { partner: HOSTILE.bidi } },
      'partner-003-sftp-password': { age: 200, contentType: HOSTILE.formula, tags: { note: HOSTILE.formula } },
      'partner-004-sftp-password': { age: 95, life: 200, tags: { note: HOSTILE.sum, [HOSTILE.breakout]: 'yes' } },
      'partner-005-sftp-password': { age: 210, tags: { owner: HOSTILE.invisible, note: HOSTILE.markdown } },
      'partner-006-sftp-password': { age: 300, contentType: HOSTILE.template, tags: { note: HOSTILE.template } },
      'partner-007-sftp-password': { age: 301, contentType: HOSTILE.terminal, tags: { note: HOSTILE.hyperlink } },
      'partner-008-sftp-password': { age: 302, contentType: HOSTILE.long, tags: { note: HOSTILE.workflow } },
      'partner-009-sftp-password': { age: 303, contentType: HOSTILE.nothing, tags: { note: HOSTILE.halfPair } },
      'partner-010-sftp-password': {
        age: 304,
        tags: Object.fromEntries([
          ['__proto__', 'polluted'],
          ['constructor', 'x'],
        ]),
      },
      'partner-011-sftp-password': { age: 305, tags: { gap: 'forbidden', map: 'none', items: '0' } },
      'partner-012-as2-passphrase': { age: 15, life: 90, tags: {}, contentType: HOSTILE.breakout },
      ...secrets('kv-edi-prod-weu', MIDDLING, 'as2-mailbox-password van-operator-token edifact-parser-licence'),
    },
    keys: {
      'as2-signing': { age: 75, life: 365, size: 2048, rotation: { after: 'P80D' }, tags: { partner: HOSTILE.script } },
      'as2-decryption': { age: 300, size: 2048 },
      ...keys('kv-edi-prod-weu', MIDDLING, 'van-signing archive-cmk as4-signing'),
    },
    certificates: {
      'partner-001-as2': {
        age: 40,
        life: 365,
        issuer: 'Unknown',
        subject: `CN=${HOSTILE.breakout}, O=Spedition & Söhne`,
      },
      'partner-002-as2': { age: 380, life: 365, issuer: HOSTILE.script, subject: `CN=${HOSTILE.bidi}` },
      'partner-003-as2': {
        age: 90,
        life: 365,
        issuer: HOSTILE.formula,
        subject: HOSTILE.formula,
        names: [HOSTILE.script],
      },
      'partner-004-as2': { age: 91, life: 365, subject: `CN=${HOSTILE.terminal}`, tags: { note: HOSTILE.workflow } },
    },
  },

  /** The public sites. */
  'kv-web-prod-weu': {
    purgeProtection: true,
    network: { publicNetworkAccess: 'Enabled', networkAcls: acls('Allow', ['198.51.100.0/27'], []) },
    tags: { system: 'web', owner: 'team-customer' },
    secrets: secrets(
      'kv-web-prod-weu',
      MIDDLING,
      'cms-admin-password captcha-secret newsletter-api-key cdn-purge-token',
    ),
    keys: keys('kv-web-prod-weu', MIDDLING, 'cookie-encryption form-token-signing preview-link-signing'),
    certificates: {
      ...certificates(
        'kv-web-prod-weu',
        MIDDLING,
        `www-havelmark-example shop-havelmark-example jobs-havelmark-example status-havelmark-example
        careers-havelmark-example press-havelmark-example investors-havelmark-example`,
      ),
      'campaign-2024-havelmark-example': { age: 700, life: 365 },
      'wildcard-havelmark-example': { age: 330, life: 365, months: 12, reuseKey: true, names: ['*.havelmark.example'] },
    },
  },

  /** Inside a network security perimeter. */
  'kv-hrpay-prod-weu': {
    purgeProtection: true,
    network: { publicNetworkAccess: 'SecuredByPerimeter', networkAcls: acls('Deny', [], []) },
    tags: { system: 'payroll', owner: 'team-finance', dataClass: 'personal' },
    secrets: secrets('kv-hrpay-prod-weu', TIDY, 'payroll-sftp-password elster-certificate-pin pension-portal-password'),
    keys: keys('kv-hrpay-prod-weu', TIDY, 'payslip-cmk pension-export-signing'),
  },
};

/** One name per depot and device. */
function depots(devices) {
  const towns = `rotterdam antwerpen hamburg bremen duisburg basel milano verona lyon lille poznan gdynia brno
    graz gyor malmo aarhus zaragoza`.split(/\s+/);
  return towns.flatMap((town) => devices.split(' ').map((device) => `gateway-${town}-${device}`)).join(' ');
}
