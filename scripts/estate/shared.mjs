/** What all systems lean on. */
import { acls, closed, endpoint, noPolicy, OLTMANN_TENANT, policy, privateOnly, withoutSoftDelete } from './company.mjs';
import { CARELESS, certificates, keys, MIDDLING, secrets, TIDY } from './filler.mjs';
import { HOSTILE } from './hostile.mjs';

export const shared = {
  /** As it should be. */
  'kv-identity-shared-weu': {
    sku: 'premium',
    purgeProtection: true,
    network: privateOnly,
    endpoints: [endpoint('pe-kv-identity-shared-weu')],
    tags: { system: 'identity', owner: 'team-platform', criticality: 'high', critical: 'yes' },
    secrets: secrets(
      'kv-identity-shared-weu',
      TIDY,
      'scim-provisioning-token directory-sync-password saml-metadata-token break-glass-seal-json helpdesk-api-key',
    ),
    keys: keys(
      'kv-identity-shared-weu',
      TIDY,
      'token-signing saml-assertion-encryption badge-access-cmk mfa-seed-wrapping',
    ),
    certificates: {
      'login-havelmark-example': {
        age: 28,
        life: 180,
        months: 6,
        issuer: 'DigiCert',
        issuerType: 'OV-SSL',
        size: 3072,
      },
    },
  },

  /** All certificates that nobody else wants to keep: more than a page. */
  'kv-certs-shared-weu': {
    purgeProtection: true,
    network: closed('snet-ingress', 'snet-runners'),
    policies: [
      policy('posture-scan', { secrets: 'list', keys: 'list get getrotationpolicy', certificates: 'list get' }),
      policy('ingress-controller', { secrets: 'get', certificates: 'get list' }),
    ],
    tags: { system: 'ingress', owner: 'team-platform' },
    refusals: [noPolicy('/certificates/issuers')],
    certificates: {
      ...certificates(
        'kv-certs-shared-weu',
        MIDDLING,
        `mail-havelmark-example vpn-havelmark-example intranet-havelmark-example git-havelmark-example
        ci-havelmark-example artifacts-havelmark-example grafana-havelmark-example wiki-havelmark-example
        tickets-havelmark-example sftp-havelmark-example ldap-havelmark-example radius-havelmark-example
        sip-havelmark-example print-havelmark-example badge-havelmark-example scanner-havelmark-example
        time-havelmark-example mdm-havelmark-example archive-havelmark-example backup-havelmark-example
        dns-havelmark-example proxy-havelmark-example relay-havelmark-example kiosk-havelmark-example`,
      ),
      'code-signing': {
        age: 710,
        life: 730,
        months: 24,
        issuer: 'Unknown',
        size: 4096,
        contentType: 'application/x-pem-file',
      },
      'old-vpn-havelmark-example': { age: 1500, life: 365, issuer: 'Self' },
      'root-ca-2019': {
        created: '2019-06-03T08:00:00Z',
        expires: '2039-06-03T08:00:00Z',
        issuer: 'Unknown',
        size: 4096,
      },
    },
  },

  /** From 2017, before anybody asked. */
  HavelmarkVault: {
    group: 'Default-Storage-WestEurope',
    softDelete: false,
    refusals: withoutSoftDelete,
    by: 'admin@havelmark.example',
    made: '2017-05-09T11:02:33.4Z',
    tags: {},
    policies: [
      policy('posture-scan', { secrets: 'list', keys: 'list get', certificates: 'list get' }),
      policy('admin-2017', { secrets: 'All', keys: 'All', certificates: 'All' }),
      policy('left-the-company', { secrets: 'get list set delete', keys: 'get create delete' }),
    ],
    properties: {
      enableSoftDelete: undefined,
      softDeleteRetentionInDays: undefined,
      enableRbacAuthorization: null,
      enabledForDeployment: true,
      enabledForDiskEncryption: true,
      enabledForTemplateDeployment: true,
    },
    secrets: {
      ...secrets(
        'HavelmarkVault',
        CARELESS,
        `AdminPassword SqlSaPassword FtpUser FtpPassword OldWebsiteConnection BackupEncryptionPassphrase
        VpnPreSharedKey DomainJoinPassword`,
      ),
      TestSecret: { created: '2017-05-09T11:10:00Z' },
    },
    keys: {
      DiskEncryptionKey: { created: '2018-01-15T09:30:00Z', size: 2048, ops: ['wrapKey', 'unwrapKey'] },
      ImportedFromOnPrem: { created: '2019-03-01T10:00:00Z', size: 2048, tags: { origin: 'imported' } },
    },
    certificates: { RemoteDesktop: { created: '2018-06-01T07:00:00Z', expires: '2019-06-01T07:00:00Z', months: 12 } },
  },

  /** Came with a carrier that was bought; it listens to that carrier's tenant. */
  'kv-oltmann-migrated': {
    group: 'rg-oltmann-takeover',
    tags: { system: 'oltmann', owner: 'unknown' },
    policies: [policy('oltmann-admin', { secrets: 'all', keys: 'all' })],
    properties: { tenantId: OLTMANN_TENANT },
    secrets: secrets('kv-oltmann-migrated', CARELESS, 'as400-password dispatch-db-connection'),
    keys: keys('kv-oltmann-migrated', CARELESS, 'oltmann-archive'),
  },

  /** Somebody deleted it on Wednesday and it is on its way back. */
  'kv-backup-shared-neu': {
    purgeProtection: true,
    tags: { system: 'backup' },
    properties: {
      createMode: 'recover',
      provisioningState: 'RegisteringDns',
      networkAcls: undefined,
      enableRbacAuthorization: undefined,
      enableSoftDelete: undefined,
    },
    secrets: secrets('kv-backup-shared-neu', MIDDLING, 'vault-agent-passphrase tape-library-password'),
    keys: keys('kv-backup-shared-neu', MIDDLING, 'backup-kek'),
  },

  /** Every office, depot and home worker has a line of its own in the firewall. */
  'kv-network-shared-weu': {
    purgeProtection: true,
    network: {
      publicNetworkAccess: 'enabled',
      networkAcls: acls('deny', ['198.51.100.0/27', ...offices(64), '0.0.0.0/0'], [], 'azureservices'),
    },
    endpoints: [endpoint('pe-kv-network-shared', 'Rejected', HOSTILE.workflow)],
    tags: { system: 'network', owner: 'team-platform' },
    secrets: secrets(
      'kv-network-shared-weu',
      MIDDLING,
      'vpn-gateway-psk firewall-api-token dns-zone-transfer-key radius-shared-secret',
    ),
    keys: keys('kv-network-shared-weu', MIDDLING, 'dnssec-ksk'),
    certificates: certificates('kv-network-shared-weu', MIDDLING, 'gateway-havelmark-example'),
  },

  /** Resource Manager tells no access policies here, not even an empty list. */
  'kv-monitor-shared-weu': {
    sku: 'Standard',
    purgeProtection: true,
    retention: 30,
    network: closed('snet-runners'),
    tags: { system: 'monitoring', owner: 'team-platform' },
    properties: { accessPolicies: null },
    secrets: secrets(
      'kv-monitor-shared-weu',
      MIDDLING,
      'grafana-admin-password alert-webhook-token log-shipper-key pager-api-token',
    ),
    keys: keys('kv-monitor-shared-weu', MIDDLING, 'log-archive-cmk audit-trail-signing'),
  },
};

/** Addresses set aside for documentation, half with a prefix, half without. */
function offices(count) {
  return Array.from({ length: count }, (_, i) => `203.0.113.${i + 1}${i % 2 ? '/32' : ''}`);
}
