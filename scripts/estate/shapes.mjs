/**
 * From a few words about a vault or an object to the JSON that Azure would tell.
 *
 * Times in a spec are ISO 8601, exact to the second, or days from now (ages count back), moved by some seconds so that
 * nothing happens at six sharp. `life` gives each version an expiry so many days after it was made.
 */
import { between, noise, shuffled } from './dice.mjs';
import { publicPart } from './public-parts.mjs';

export const NOW = '2026-11-20T06:00:00Z';
const DAY = 86_400;
const now = Date.parse(NOW) / 1000;

const CANARY = 'CANARY-SECRET-VALUE-';

/** @typedef {{ name: string, host: string, recovery: object }} Home the vault that an object is in */

// ---- objects

export function secret(home, name, spec) {
  const id = `${home.host}secrets/${name}`;
  const members = (version) => ({
    attributes: version.attributes,
    ...(spec.contentType !== undefined && { contentType: spec.contentType }),
    ...shared(spec),
  });
  return listed(history(home, `secrets/${name}`, spec), (version) => ({ id: id + version.path, ...members(version) }), {
    value: spec.planted && `${CANARY}${home.name}-${name}-in-a-list`,
  });
}

export function key(home, name, spec) {
  const kid = `${home.host}keys/${name}`;
  const versions = history(home, `keys/${name}`, spec);
  const keyAttributes = (version) => ({
    ...version.attributes,
    ...(spec.exportable !== undefined && { exportable: spec.exportable }),
    hsmPlatform: platform(spec),
  });
  return {
    ...listed(versions, (version) => ({
      kid: kid + version.path,
      attributes: keyAttributes(version),
      ...shared(spec),
    })),
    material: { kid: kid + versions[0].path, ...material(`${home.name}/${name}`, spec) },
    ...(spec.rotation && { rotationPolicy: rotationPolicy(kid, spec.rotation, versions.at(-1)) }),
  };
}

/** A certificate, and the key and the secret of its name. */
export function certificate(home, name, spec) {
  const id = `${home.host}certificates/${name}`;
  const subject = spec.subject ?? `CN=${name.replaceAll('-', '.')}`;
  const versions = history(home, `certificates/${name}`, { early: 600, ...spec });
  const { cer, x5t } = publicPart(`${home.name}/${name}`, versions[0].attributes);
  const item = (version) => ({
    id: id + version.path,
    x5t: version.attributes === versions[0].attributes ? x5t : noise(`x5t/${id}${version.path}`, 20).toString('base64url'),
    subject,
    attributes: version.attributes,
    ...shared(spec),
  });
  return {
    certificate: {
      ...listed(versions, item),
      policy: certificatePolicy(id, { ...spec, subject }, versions),
      ...(cer && { cer }),
      ...(spec.operation && { operation: operation(id, spec) }),
    },
    key: managedKey(home, name, spec, versions),
    secret: managedSecret(home, name, spec, versions),
  };
}

/** Ordered, and not there yet: neither versions, nor a key, nor a secret. */
export function pendingCertificate(home, name, spec) {
  const id = `${home.host}certificates/${name}`;
  const versions = history(home, `certificates/${name}`, { ...spec, enabled: false });
  const { subject } = spec;
  return {
    item: { id, x5t: '', subject, attributes: versions[0].attributes },
    versions: [],
    policy: certificatePolicy(id, spec, versions),
    operation: operation(id, spec),
  };
}

/** What `GET /certificates/{name}/pending` tells, without the request for signing, which nobody reads. */
const operation = (id, { issuer = 'Self', operation: { status = 'inProgress', details = DETAILS[status], error } }) => ({
  id: `${id}/pending`,
  issuer: { name: issuer },
  cancellation_requested: status === 'cancelled',
  status,
  status_details: details,
  ...(error && { error }),
  ...(status === 'completed' && { target: id }),
  request_id: noise(`request/${id}`, 16).toString('hex'),
});

const DETAILS = {
  inProgress:
    'Pending certificate created. Certificate request is in progress. This may take some time based on the issuer ' +
    'provider. Please check again later.',
  failed: 'Certificate request failed.',
  cancelled: 'Certificate request was cancelled.',
};

function managedKey(home, name, spec, versions) {
  const kid = `${home.host}keys/${name}`;
  return {
    ...listed(versions, ({ path, attributes }) => ({
      kid: kid + path,
      attributes: { ...attributes, hsmPlatform: platform(spec) },
      managed: true,
      ...shared(spec),
    })),
    material: { kid: kid + versions[0].path, ...material(`${home.name}/${name}`, spec) },
  };
}

function managedSecret(home, name, spec, versions) {
  const id = `${home.host}secrets/${name}`;
  const contentType = spec.contentType ?? PKCS12;
  return listed(versions, ({ path, attributes }) => ({
    id: id + path,
    attributes,
    contentType,
    managed: true,
    ...shared(spec),
  }));
}

const PKCS12 = 'application/x-pkcs12';

/** A list shows the current version's attributes under an address without version. */
const listed = (versions, toItem, inList = {}) => ({
  item: { ...toItem({ ...versions[0], path: '' }), ...(inList.value && inList) },
  versions: shuffled(versions[0].path, versions.map(toItem)),
});

const shared = ({ tags }) => (tags ? { tags } : {});

// ---- versions

/** The current version first. */
function history(home, path, spec) {
  const seed = `${home.name}/${path}`;
  const ages = [spec.created ?? spec.age, ...(spec.earlier ?? [])];
  return ages.map((age, i) => ({
    path: `/${noise(`version/${seed}/${ages.length - i}`, 16).toString('hex')}`,
    attributes: attributes(home, `${seed}/${i}`, i === 0 ? spec : earlier(spec), age),
  }));
}

/** What went before was valid in its time. */
const earlier = ({ life, early }) => ({ life, early });

function attributes(home, seed, spec, age) {
  const created = typeof age === 'string' ? seconds(age) : now - age * DAY - between(seed, 0, 43_199);
  const notBefore = moment(spec.notBefore) ?? (spec.early && created - spec.early);
  const expires = moment(spec.expires) ?? (spec.life && created + spec.life * DAY);
  return {
    enabled: spec.enabled ?? true,
    ...(notBefore && { nbf: notBefore }),
    ...(expires && { exp: expires }),
    created,
    updated: moment(spec.updated) ?? created,
    ...home.recovery,
  };
}

const moment = (time) => (typeof time === 'number' ? now + time * DAY : time && seconds(time));

const seconds = (iso) => Date.parse(iso) / 1000;

// ---- keys

const EVERYTHING = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'];
const COORDINATE = { 'P-256': 32, 'P-256K': 32, 'P-384': 48, 'P-521': 66 };

/** Hardware is as new as can be where a spec does not say `platform: '1'`. */
const platform = ({ kty = 'RSA', platform = '2' }) => (kty.endsWith('-HSM') ? platform : '0');

/** Noise in the right length, of no use to anybody. */
function material(seed, { kty = 'RSA', size = 2048, curve = 'P-256', ops }) {
  if (kty.startsWith('RSA')) return { kty, key_ops: ops ?? EVERYTHING, n: modulus(seed, size / 8), e: 'AQAB' };
  const coordinate = (axis) => noise(`${axis}/${seed}`, COORDINATE[curve]).toString('base64url');
  return { kty, key_ops: ops ?? ['sign', 'verify'], crv: curve, x: coordinate('x'), y: coordinate('y') };
}

function modulus(seed, length) {
  const bytes = noise(`n/${seed}`, length);
  bytes[0] |= 0x80;
  return bytes.toString('base64url');
}

const action = (type, trigger) => ({ trigger, action: { type } });

/** `{ after: 'P18M' }`, `{ before: 'P30D' }`, `{ notify: 'P30D' }`, with `expiry`. */
function rotationPolicy(kid, { after, before, notify, expiry }, oldest) {
  return {
    id: `${kid}/rotationpolicy`,
    lifetimeActions: [
      ...(after ? [action('Rotate', { timeAfterCreate: after })] : []),
      ...(before ? [action('Rotate', { timeBeforeExpiry: before })] : []),
      ...(notify ? [action('Notify', { timeBeforeExpiry: notify })] : []),
    ],
    attributes: {
      ...(expiry && { expiryTime: expiry }),
      created: oldest.attributes.created,
      updated: oldest.attributes.created,
    },
  };
}

// ---- certificate policies

function certificatePolicy(id, spec, versions) {
  const { created } = versions.at(-1).attributes;
  const { issuer = 'Self', months = 12, subject, names, renew = { percent: 80 }, exportable = true } = spec;
  return {
    id: `${id}/policy`,
    key_props: { exportable, ...keyProperties(spec), reuse_key: spec.reuseKey ?? false },
    secret_props: { contentType: spec.contentType ?? PKCS12 },
    x509_props: {
      subject,
      ...(names && { sans: { dns_names: names } }),
      ekus: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
      key_usage: ['digitalSignature', 'keyEncipherment'],
      validity_months: months,
    },
    lifetime_actions: [lifetimeAction(issuer, renew)],
    issuer: { name: issuer, ...(spec.issuerType && { cty: spec.issuerType }) },
    attributes: { enabled: true, created, updated: created },
  };
}

const keyProperties = ({ kty = 'RSA', size = 2048, curve = 'P-256' }) =>
  kty.startsWith('RSA') ? { kty, key_size: size } : { kty, crv: curve };

/** Nobody renews for an issuer that the vault does not know. */
const lifetimeAction = (issuer, { percent, days, mail }) => ({
  trigger: days ? { days_before_expiry: days } : { lifetime_percentage: percent },
  action: { action_type: mail || issuer === 'Unknown' ? 'EmailContacts' : 'AutoRenew' },
});

// ---- vaults

/** What deletion leaves: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview */
export function recovery({ softDelete = true, retention = 90, purgeProtection }) {
  if (!softDelete) return { recoveryLevel: 'Purgeable' };
  const name = retention < 90 ? 'CustomizedRecoverable' : 'Recoverable';
  return { recoveryLevel: purgeProtection ? name : `${name}+Purgeable`, recoverableDays: retention };
}

export const host = (name) => `https://${name.toLowerCase()}.vault.azure.net/`;
