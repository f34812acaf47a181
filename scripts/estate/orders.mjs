/** Who signed certificates that the vault did not sign itself, and how the last order for a version went. */
import { dice } from './dice.mjs';
import { HOSTILE } from './hostile.mjs';

const REFUSED = {
  code: 'RequestFailedWithErrorFromIssuer',
  message: 'The validation of the organization has expired. Contact your account manager.',
};

/** By vault and name. `signer` is a subject name; none means that the issuer in the policy says it. */
const STORIES = {
  'kv-web-prod-weu/shop-havelmark-example': { operation: { status: 'failed', error: REFUSED } },
  'kv-certs-shared-weu/ldap-havelmark-example': { operation: { status: 'failed', error: REFUSED } },
  'kv-certs-shared-weu/badge-havelmark-example': { operation: { status: 'inProgress' } },
  'kv-certs-shared-weu/mdm-havelmark-example': { operation: { status: 'cancelled' } },
  'kv-certs-shared-weu/root-ca-2019': { signer: 'itself' },
  'kv-track-prod-weu/api-track-havelmark-example': {
    signer: 'CN=GlobalSign Demo OV TLS CA, O=GlobalSign nv-sa, C=BE',
  },
  'kv-customs-prod-weu/customs-broker-client': { signer: 'CN=Zollagentur Client CA, O=Zollagentur, C=DE' },
  'kv-edi-prod-weu/partner-001-as2': { signer: 'itself' },
  'kv-edi-prod-weu/partner-002-as2': {
    signer: `CN=${HOSTILE.script}, O=${HOSTILE.bidi}`,
    operation: {
      status: 'failed',
      details: HOSTILE.terminal,
      error: { code: HOSTILE.formula, message: `${HOSTILE.workflow}\0${HOSTILE.breakout}` },
    },
  },
  'kv-edi-prod-weu/partner-003-as2': { signer: `CN=${HOSTILE.hyperlink}` },
};

/** Ordered, and never issued: somebody was to bring the request to an authority. */
export const pendingCertificates = {
  'kv-track-prod-weu': {
    'portal-track-havelmark-example': {
      age: 47,
      issuer: 'Unknown',
      renew: { mail: true, days: 60 },
      subject: 'CN=portal.track.havelmark.example',
      operation: { status: 'inProgress', details: 'Pending certificate created. Please Perform Merge to complete the request.' },
    },
  },
};

/** Vaults forget some of what they signed themselves. */
export function story(vault, name, { issuer = 'Self' }) {
  const known = STORIES[`${vault}/${name}`] ?? {};
  const done = issuer !== 'Unknown' && dice(`order/${vault}/${name}`) < 0.7;
  return { ...(done && { operation: { status: 'completed' } }), ...known };
}
