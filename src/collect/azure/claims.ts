/** What a token tells of whom it was given to. Its signature is Azure's business; this is only told to the reader of a report. */
import type { AccessToken } from '@azure/core-auth';
import type { Identity, Proof } from '../../model/snapshot.ts';

export interface Claims {
  readonly tenantId?: string;
  readonly identity: Identity;
  readonly proof?: Proof;
}

/** Nothing of a token that is not written like one. */
export function claimsOf({ token }: AccessToken): Claims {
  const payload = payloadOf(token);
  const proof = proofOf(payload);
  return { ...(payload.tid && { tenantId: payload.tid }), identity: identityOf(payload), ...(proof && { proof }) };
}

function identityOf({ oid, appid, azp, idtyp, xms_mirid: managed }: Payload): Identity {
  const appId = appid ?? azp;
  const type = managed ? 'managedIdentity' : idtyp === 'app' ? 'servicePrincipal' : 'user';
  return { ...(oid && { objectId: oid }), ...(appId && { appId }), ...(oid && { type }) };
}

/** Microsoft's own applications that people sign in with; azd uses that of az. Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in */
const APPLICATIONS: { readonly [appId: string]: Proof } = {
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'azureCli',
  '1950a258-227b-4e31-a9cf-717495945fc2': 'azurePowerShell',
};

/** How a client proved itself, `appidacr`. Source: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
const PROOFS_BY_CLASS: { readonly [authenticationClass: string]: Proof } = { 1: 'secret', 2: 'assertion' };

function proofOf({ appid, azp, appidacr, azpacr, xms_mirid: managed }: Payload): Proof | undefined {
  if (managed) return 'managedIdentity';
  return APPLICATIONS[appid ?? azp ?? ''] ?? PROOFS_BY_CLASS[appidacr ?? azpacr ?? ''];
}

type Payload = {
  readonly [claim in 'oid' | 'appid' | 'azp' | 'appidacr' | 'azpacr' | 'idtyp' | 'tid' | 'xms_mirid']?: string;
};

function payloadOf(token: string): Payload {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Payload;
  } catch {
    return {};
  }
}
