/** Estates of a few lines, for tests: what is not said is valid and boring. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Estate, type EstateDescription } from '../../src/estate/estate.ts';
import type { WorkspaceTables } from '../../src/estate/events.ts';
import type {
  RawAttributes,
  RawDeleted,
  RawDeletedVault,
  RawDiagnosticSetting,
  RawLock,
  RawMaterial,
  RawNetwork,
  RawPerimeterConfiguration,
  RawRotationPolicy,
  RawSignInPolicy,
  RawSubscription,
  RawVault,
  Refusal,
  StoredCertificate,
  StoredKey,
  StoredSecret,
  StoredWorkspace,
} from '../../src/estate/raw.ts';
import { soundSignIn } from './sound-sign-in.ts';

export const NOW = '2026-11-20T06:00:00Z';
export const TENANT = '11111111-1111-4111-8111-111111111111';
export const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
export const SUBSCRIPTION = '22222222-2222-4222-8222-222222222222';

/** Times are ISO 8601. */
interface Version {
  readonly created?: string;
  readonly updated?: string;
  readonly expires?: string;
  readonly notBefore?: string;
  readonly enabled?: boolean;
}

interface ObjectSpec extends Version {
  readonly tags?: Record<string, string>;
  readonly managed?: boolean;
  /** Versions before the current one. */
  readonly earlier?: readonly Version[];
}
interface SecretSpec extends ObjectSpec {
  readonly contentType?: string;
}
interface KeySpec extends ObjectSpec {
  readonly material?: Omit<RawMaterial, 'kid'>;
  readonly rotationPolicy?: Omit<RawRotationPolicy, 'id'>;
}
interface CertificateSpec extends ObjectSpec {
  /** Null for a certificate without one. */
  readonly policy?: Record<string, unknown> | null;
  /** DER as base64; null while no version has been issued. */
  readonly cer?: string | null;
  readonly operation?: { readonly status: string; readonly [member: string]: unknown };
}

export interface VaultSpec {
  readonly subscription?: string;
  readonly group?: string;
  readonly tags?: Record<string, string>;
  readonly properties?: Record<string, unknown>;
  readonly secrets?: Record<string, SecretSpec>;
  readonly keys?: Record<string, KeySpec>;
  readonly certificates?: Record<string, CertificateSpec>;
  /** Providers by name of the issuer. */
  readonly issuers?: Record<string, string>;
  /** By list, `secrets`; names with what differs from a deletion yesterday. */
  readonly deleted?: {
    readonly [kind in 'secrets' | 'keys' | 'certificates']?: Record<string, Record<string, unknown>>;
  };
  readonly refusals?: readonly Refusal[];
  /** All that can be logged goes to the workspace log-test if left out. */
  readonly diagnosticSettings?: readonly RawDiagnosticSetting[];
  readonly perimeterConfigurations?: readonly RawPerimeterConfiguration[];
}

/** A setting; what it sends are entries of `logs`, `to` its destinations. */
export const setting = (
  name: string,
  to: Record<string, unknown> = { workspaceId: WORKSPACE },
  logs: readonly Record<string, unknown>[] = [{ categoryGroup: 'allLogs', enabled: true }],
): RawDiagnosticSetting => ({ id: `/settings/${name}`, name, properties: { ...to, logs } });

export const WORKSPACE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-log/providers/Microsoft.OperationalInsights/workspaces/log-test`;
/** What queries of it go by. */
export const WORKSPACE_GUID = '77777777-7777-4777-8777-777777777777';

export const LOG_TEST: StoredWorkspace = {
  item: { id: WORKSPACE, name: 'log-test', properties: { customerId: WORKSPACE_GUID } },
  layout: 'AZKVAuditLogs',
  plan: 'Analytics',
};

/** Somebody looked at each vault 200 days before now. */
const visits = (vaults: readonly RawVault[]): WorkspaceTables => ({
  AZKVAuditLogs: vaults.map(({ id }) => ({
    TimeGenerated: '2026-05-04T06:00:00Z',
    _ResourceId: id.toLowerCase(),
    OperationName: 'VaultGet',
    HttpStatusCode: 200,
  })),
});

interface Settings {
  readonly subscriptions?: readonly RawSubscription[];
  /** Everybody is asked for a second factor, unless something else is said. */
  readonly signInPolicy?: RawSignInPolicy | 'refused';
  /** The workspace log-test alone, unless others are named. */
  readonly workspaces?: readonly StoredWorkspace[];
  /** What is in every workspace. */
  readonly tables?: WorkspaceTables;
  readonly network?: RawNetwork;
  readonly deletedVaults?: readonly RawDeletedVault[];
  readonly locks?: readonly RawLock[];
}

/** Vaults by name; `settings` changes the estate itself. */
export function smallEstate(
  vaults: Record<string, VaultSpec>,
  settings: Partial<EstateDescription> & Settings = {},
): Estate {
  const { subscriptions = [subscription(SUBSCRIPTION)], signInPolicy = soundSignIn, ...rest } = settings;
  const { workspaces = [LOG_TEST], tables, network, deletedVaults = [], locks = [], ...description } = rest;
  const items = Object.entries(vaults).map(([name, spec]) => vault(name, spec));
  return new Estate({
    description: { ...DESCRIPTION, ...description },
    subscriptions,
    vaults: items,
    contents: (name) => contents(name, vaults[name] ?? {}),
    workspaces,
    ...(network && { network }),
    tables: () => tables ?? visits(items),
    deletedVaults,
    locks,
    ...(signInPolicy !== 'refused' && { signInPolicy }),
  });
}

const DESCRIPTION: EstateDescription = {
  id: 'small',
  title: 'A small estate',
  now: NOW,
  tenantId: TENANT,
  identity: {
    objectId: '33333333-3333-4333-8333-333333333333',
    appId: '44444444-4444-4444-8444-444444444444',
    type: 'servicePrincipal',
  },
  clientAddress: '198.51.100.23',
  pageSizes: { subscriptions: 2, vaults: 7, objects: 25 },
};

export const subscription = (subscriptionId: string, members: Partial<RawSubscription> = {}): RawSubscription => ({
  id: `/subscriptions/${subscriptionId}`,
  subscriptionId,
  displayName: `Subscription ${subscriptionId.slice(0, 4)}`,
  state: 'Enabled',
  tenantId: TENANT,
  ...members,
});

const vault = (name: string, spec: VaultSpec): RawVault => ({
  id: `/subscriptions/${spec.subscription ?? SUBSCRIPTION}/resourceGroups/${spec.group ?? 'rg-test'}/providers/Microsoft.KeyVault/vaults/${name}`,
  name,
  type: 'Microsoft.KeyVault/vaults',
  location: 'westeurope',
  tags: spec.tags ?? {},
  properties: {
    tenantId: TENANT,
    sku: { family: 'A', name: 'standard' },
    vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
    accessPolicies: [],
    enableRbacAuthorization: true,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enablePurgeProtection: true,
    provisioningState: 'Succeeded',
    ...spec.properties,
  },
});

const contents = (name: string, spec: VaultSpec) => ({
  secrets: mapped(spec.secrets, (object, one) => secret(name, object, one)),
  keys: mapped(spec.keys, (object, one) => key(name, object, one)),
  certificates: mapped(spec.certificates, (object, one) => certificate(name, object, one)),
  issuers: mapped(spec.issuers, (issuer, provider) => ({
    id: address(name, 'certificates', `issuers/${issuer}`),
    provider,
  })),
  deletedSecrets: mapped(spec.deleted?.secrets, (object, one) => deleted(name, 'secrets', object, one)),
  deletedKeys: mapped(spec.deleted?.keys, (object, one) => deleted(name, 'keys', object, one)),
  deletedCertificates: mapped(spec.deleted?.certificates, (object, one) => deleted(name, 'certificates', object, one)),
  refusals: spec.refusals ?? [],
  diagnosticSettings: spec.diagnosticSettings ?? [setting('audit')],
  perimeterConfigurations: spec.perimeterConfigurations ?? [],
});

const mapped = <S, T>(specs: Record<string, S> = {}, make: (name: string, spec: S) => T): T[] =>
  Object.entries(specs).map(([name, spec]) => make(name, spec));

const secret = (vaultName: string, name: string, spec: SecretSpec): StoredSecret => {
  const item = (version: Version) => ({
    attributes: attributes(version),
    ...shared(spec),
    ...(spec.contentType !== undefined && { contentType: spec.contentType }),
  });
  const id = address(vaultName, 'secrets', name);
  return {
    item: { id, ...item(spec) },
    versions: every(spec).map((version, i) => ({ id: `${id}/${versionId(i)}`, ...item(version) })),
  };
};

const key = (vaultName: string, name: string, spec: KeySpec): StoredKey => {
  const kid = address(vaultName, 'keys', name);
  const item = (version: Version) => ({ attributes: attributes(version), ...shared(spec) });
  return {
    item: { kid, ...item(spec) },
    versions: every(spec).map((version, i) => ({ kid: `${kid}/${versionId(i)}`, ...item(version) })),
    material: {
      kid: `${kid}/${versionId(0)}`,
      ...(spec.material ?? RSA_2048),
    },
    ...(spec.rotationPolicy && { rotationPolicy: { id: `${kid}/rotationpolicy`, ...spec.rotationPolicy } }),
  };
};

const RSA_2048 = {
  kty: 'RSA',
  key_ops: ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey', 'sign', 'verify'],
  n: Buffer.alloc(256, 0xab).toString('base64url'),
  e: 'AQAB',
};

const certificate = (vaultName: string, name: string, spec: CertificateSpec): StoredCertificate => {
  const id = address(vaultName, 'certificates', name);
  const isIssued = spec.cer !== null;
  const item = (version: Version) => ({
    x5t: isIssued ? Buffer.alloc(20, 0xcd).toString('base64url') : '',
    subject: `CN=${name}`,
    attributes: attributes(version),
    ...shared(spec),
  });
  return {
    item: { id, ...item(spec) },
    versions: (isIssued ? every(spec) : []).map((version, i) => ({ id: `${id}/${versionId(i)}`, ...item(version) })),
    policy: spec.policy === null ? null : { id: `${id}/policy`, ...POLICY, ...spec.policy },
    ...(isIssued && { cer: spec.cer ?? SHOP }),
    ...(spec.operation && { operation: { id: `${id}/pending`, ...spec.operation } }),
  };
};

/** Of www.example.com, by an authority called Example Root. */
export const SHOP = new X509Certificate(
  readFileSync(join(import.meta.dirname, '../collect/certificates/rsa-2048.pem')),
).raw.toString('base64');

const POLICY = {
  key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
  secret_props: { contentType: 'application/x-pkcs12' },
  x509_props: { subject: 'CN=test', validity_months: 12 },
  lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
  issuer: { name: 'Self' },
};

const deleted = (vaultName: string, kind: string, name: string, differs: Record<string, unknown>): RawDeleted => ({
  recoveryId: address(vaultName, `deleted${kind}`, name),
  deletedDate: seconds('2026-11-19T06:00:00Z'),
  scheduledPurgeDate: seconds('2027-02-17T06:00:00Z'),
  [kind === 'keys' ? 'kid' : 'id']: address(vaultName, kind, name),
  attributes: attributes({}),
  ...differs,
});

const address = (vaultName: string, collection: string, name: string) =>
  `https://${vaultName.toLowerCase()}.vault.azure.net/${collection}/${name}`;

/** The current version first. */
const every = (spec: ObjectSpec): Version[] => [spec, ...(spec.earlier ?? [])];

const versionId = (index: number) => index.toString(16).padStart(32, '0');

const shared = ({ tags, managed }: ObjectSpec) => ({ ...(tags && { tags }), ...(managed && { managed }) });

const attributes = (version: Version): RawAttributes => {
  const created = seconds(version.created ?? '2026-10-01T00:00:00Z');
  return {
    enabled: version.enabled ?? true,
    ...(version.notBefore && { nbf: seconds(version.notBefore) }),
    ...(version.expires && { exp: seconds(version.expires) }),
    created,
    updated: version.updated ? seconds(version.updated) : created,
    recoveryLevel: 'Recoverable',
    recoverableDays: 90,
  };
};

const seconds = (iso: string) => Date.parse(iso) / 1000;
