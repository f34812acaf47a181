/**
 * Azure's JSON as an estate keeps it on disk. Only what the simulator itself looks at is named; everything else that an
 * item carries is passed on as it is.
 */

/** Times are unix seconds. */
export interface RawAttributes {
  readonly enabled: boolean;
  readonly created: number;
  readonly updated: number;
  readonly nbf?: number;
  readonly exp?: number;
  readonly exportable?: boolean;
  readonly hsmPlatform?: string;
  readonly recoveryLevel?: string;
  readonly recoverableDays?: number;
}

interface RawItem {
  readonly attributes: RawAttributes;
  readonly tags?: { readonly [name: string]: string };
  /** Set on the key and the secret that belong to a certificate. */
  readonly managed?: boolean;
}

/** An item of `GET /secrets` (id without version) or of `GET /secrets/{name}/versions` (id with version). */
export interface RawSecret extends RawItem {
  readonly id: string;
  readonly contentType?: string;
  /** No list ever carries it; an estate may plant one to see what a scanner does with it. */
  readonly value?: string;
}

/** An item of `GET /keys` or `GET /keys/{name}/versions`. */
export interface RawKey extends RawItem {
  readonly kid: string;
}

/** An item of `GET /certificates` or `GET /certificates/{name}/versions`. */
export interface RawCertificate extends RawItem {
  readonly id: string;
  readonly x5t: string;
  readonly subject?: string;
}

/** The public part of a key, as in JSON Web Key. */
export interface RawMaterial {
  readonly kid: string;
  readonly kty: string;
  readonly key_ops?: readonly string[];
  /** Modulus of an RSA key, base64url. */
  readonly n?: string;
  readonly e?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
}

export interface RawRotationPolicy {
  readonly id: string;
  readonly lifetimeActions: readonly {
    readonly trigger: { readonly timeAfterCreate?: string; readonly timeBeforeExpiry?: string };
    readonly action: { readonly type: string };
  }[];
  readonly attributes: { readonly expiryTime?: string; readonly created?: number; readonly updated?: number };
}

/** An object as listed and the versions it has, in the order in which the service happens to tell them. */
export interface Versioned<T> {
  readonly item: T;
  readonly versions: readonly T[];
}
export type StoredSecret = Versioned<RawSecret>;
export interface StoredKey extends Versioned<RawKey> {
  /** The current version's material. */
  readonly material: RawMaterial;
  /** Absent while nobody has set one. */
  readonly rotationPolicy?: RawRotationPolicy;
}
export interface StoredCertificate extends Versioned<RawCertificate> {
  /** Null for one that came without. */
  readonly policy: { readonly [member: string]: unknown } | null;
  /** The current version's public part, DER as base64; absent while no version has been issued. */
  readonly cer?: string;
  /** What `GET /certificates/{name}/pending` tells. Absent if there never was an order, or it was deleted. */
  readonly operation?: { readonly status: string; readonly [member: string]: unknown };
}

/** An item of `GET /certificates/issuers`. */
export interface RawIssuer {
  readonly id: string;
  readonly provider: string;
}

/** An item of `GET /subscriptions`. */
export interface RawSubscription {
  readonly id: string;
  readonly subscriptionId: string;
  readonly displayName: string;
  readonly state: string;
  readonly tenantId: string;
}

/** An item of the vaults' list of a subscription. */
export interface RawVault {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly tags?: { readonly [name: string]: string };
  readonly properties: {
    readonly tenantId: string;
    readonly vaultUri: string;
    readonly privateEndpointConnections?: readonly unknown[];
    readonly [member: string]: unknown;
  };
}

/** An item of a vault's `GET …/providers/Microsoft.Insights/diagnosticSettings`. */
export interface RawDiagnosticSetting {
  readonly id: string;
  readonly name: string;
  readonly properties: { readonly [member: string]: unknown };
}

/** An item of a vault's `GET …/networkSecurityPerimeterConfigurations`. */
export interface RawPerimeterConfiguration {
  readonly id: string;
  readonly properties: { readonly [member: string]: unknown };
}

/** What surrounds vaults, wherever it stands. */
export interface RawNetwork {
  readonly privateEndpoints: readonly {
    /** As Resource Manager tells it. */
    readonly item: { readonly id: string; readonly [member: string]: unknown };
    /** Items of its `GET …/privateDnsZoneGroups`. */
    readonly zoneGroups: readonly unknown[];
  }[];
  readonly subnets: readonly { readonly id: string; readonly [member: string]: unknown }[];
}

/** An item of `GET /deletedsecrets` and its like; times are unix seconds. */
export interface RawDeleted {
  readonly recoveryId: string;
  readonly deletedDate: number;
  readonly scheduledPurgeDate?: number;
  readonly [member: string]: unknown;
}

/** An item of a subscription's `GET …/providers/Microsoft.KeyVault/deletedVaults`. */
export interface RawDeletedVault {
  readonly id: string;
  readonly name: string;
  readonly properties: { readonly [member: string]: unknown };
}

/** A management lock; its id says where it stands. */
export interface RawLock {
  readonly id: string;
  readonly name: string;
  readonly properties: { readonly level: string; readonly notes?: string };
}

/** A Log Analytics workspace, and what queries of it meet. */
export interface StoredWorkspace {
  /** As Resource Manager tells it. */
  readonly item: {
    readonly id: string;
    readonly name: string;
    readonly properties: { readonly customerId: string; readonly [member: string]: unknown };
  };
  /** The table that the settings of this workspace's vaults fill. */
  readonly layout: 'AZKVAuditLogs' | 'AzureDiagnostics';
  /** Of the table AZKVAuditLogs, if there is one. */
  readonly plan?: 'Analytics' | 'Basic' | 'Auxiliary';
  /** The estate's identity may see the workspace, but not what is in it. */
  readonly refusesQueries?: boolean;
}

/** Requests that the service refuses to the estate's identity. */
export interface Refusal {
  readonly plane: 'arm' | 'data';
  /**
   * Beginning of the path, `*` for any one segment. In a vault's refusals it counts from the vault: `/` is everything
   * on that plane, `/keys` the keys.
   */
  readonly path: string;
  readonly status: number;
  readonly code: string;
  /** What the data plane adds in `innererror`: ForbiddenByRbac, ForbiddenByFirewall, … */
  readonly innerCode?: string;
}

/** What Microsoft Graph tells of how people sign in. */
export interface RawSignInPolicy {
  /** `GET /policies/identitySecurityDefaultsEnforcementPolicy`. */
  readonly securityDefaults: { readonly isEnabled: boolean; readonly [member: string]: unknown };
  /** Items of `GET /identity/conditionalAccess/policies`. */
  readonly conditionalAccess: readonly { readonly [member: string]: unknown }[];
}
