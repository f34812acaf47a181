/** The secrets, keys and certificates of one synthetic vault, as a snapshot has them. */

/** @typedef {import('./estate.mjs').Writer} Writer */
/** @typedef {import('./estate.mjs').SnapshotLine} SnapshotLine */
/** @typedef {{ id: string, host: string }} Vault */

/** Of a hundred objects: 60 secrets, 25 keys, 15 certificates. @param {number} place */
const collectionAt = (place) => (place % 20 < 12 ? 'secrets' : place % 20 < 17 ? 'keys' : 'certificates');

const KINDS = { secrets: 'azure.secret', keys: 'azure.key', certificates: 'azure.certificate' };

/** One vault in fifty does not let its secrets be listed. @param {Writer} writer @param {Vault} vault @param {number} count @returns {Generator<SnapshotLine>} */
export function* objectRecords(writer, vault, count) {
  const places = Array.from({ length: count }, (_, place) => place);
  for (const collection of /** @type {const} */ (['secrets', 'keys', 'certificates'])) {
    const own = places.filter((place) => collectionAt(place) === collection);
    if (collection === 'secrets' && writer.dice.chance(2)) yield* refused(writer, vault, collection);
    else yield* listed(writer, vault, collection, own.length);
  }
}

/** @param {Writer} writer @param {Vault} vault @param {keyof typeof KINDS} collection */
function* refused(writer, { id, host }, collection) {
  const list = writer.source('data', `https://${host}/${collection}`, 403);
  yield list;
  const detail = `${collection}: Forbidden, ForbiddenByRbac: Caller is not authorized to perform action on resource.`;
  const remedy = 'Grant the role Key Vault Reader on the vault or above it.';
  yield { record: 'coverage', resource: id, what: collection, plane: 'data', status: 'forbidden', detail, remedy };
  yield { record: 'unlisted', kind: KINDS[collection], parent: id, gap: 'forbidden', source: list.id };
}

/** @param {Writer} writer @param {Vault} vault @param {keyof typeof KINDS} collection @param {number} count */
function* listed(writer, { id: parent, host }, collection, count) {
  const list = writer.source('data', `https://${host}/${collection}`);
  yield list;
  yield { record: 'coverage', resource: parent, what: collection, plane: 'data', status: 'read' };
  for (let number = 0; number < count; number++) {
    const name = `${writer.dice.pick(['db', 'api', 'storage', 'billing', 'partner'])}-${writer.dice.hex(6)}-${number}`;
    const id = `https://${host}/${collection}/${name}`;
    const { told, facets } = MAKE[collection](writer, name, id, list.id);
    yield* told;
    yield writer.resource({ kind: KINDS[collection], id, name, parent, facets });
  }
  yield {
    record: 'coverage',
    resource: parent,
    what: 'versions',
    plane: 'data',
    status: 'read',
    asked: count,
    refused: 0,
  };
}

const MAKE = { secrets: secret, keys: key, certificates: certificate };

const LAST_USED = { lastUsed: '2026-11-01T08:00:00.000Z' };

/** @param {Writer} writer @param {string} name @param {string} id @param {number} list */
function secret(writer, name, id, list) {
  const { dice } = writer;
  const versions = writer.source('data', `${id}/versions`);
  const belongsToCertificate = dice.chance(3) ? { gap: 'forbidden' } : dice.chance(10);
  const { history, ...own } = life(writer);
  const contentType = dice.pick(['text/plain', 'application/json', 'connection-string']);
  const fields = { name, ...own, contentType, tags: tags(writer), recoveryLevel: 'Recoverable', belongsToCertificate };
  const facets = {
    attributes: { source: list, fields },
    versions: { source: versions.id, fields: history },
    use: { source: list, fields: LAST_USED },
  };
  return { told: [versions], facets };
}

/** @param {Writer} writer @param {string} name @param {string} id @param {number} list */
function key(writer, name, id, list) {
  const { dice } = writer;
  const [material, rotation, versions] = ['', '/rotationpolicy', '/versions'].map((path) =>
    writer.source('data', id + path),
  );
  const { history, ...own } = life(writer);
  const fields = {
    name,
    ...own,
    hsmPlatform: 2,
    tags: tags(writer),
    recoveryLevel: 'Recoverable',
    belongsToCertificate: dice.chance(10),
  };
  const rsa = { keyType: dice.pick(['RSA', 'RSA-HSM']), keySize: dice.pick([2048, 3072, 4096]) };
  const type = dice.chance(70) ? rsa : { keyType: 'EC', curve: 'P-256' };
  const rotating = rotationFields(writer);
  const facets = {
    attributes: { source: list, fields },
    material: { source: material.id, fields: { ...type, keyOps: ['sign', 'verify', 'wrapKey', 'unwrapKey'] } },
    rotation: { source: rotation.id, fields: rotating },
    rotationDates: { source: rotation.id, fields: rotationDates(own, rotating) },
    versions: { source: versions.id, fields: history },
    use: { source: list, fields: LAST_USED },
  };
  return { told: [material, rotation, versions], facets };
}

/** @param {Writer} writer */
function rotationFields({ dice }) {
  if (dice.chance(5)) return { rotationPolicy: { gap: 'forbidden' } };
  const notice = { action: 'Notify', timeBeforeExpiry: 'P30D' };
  if (dice.chance(60)) return { rotationPolicy: { lifetimeActions: [notice] } };
  return {
    rotationPolicy: { expiryTime: 'P90D', lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P60D' }, notice] },
  };
}

/** Of `P60D`. @param {{ created: string }} key @param {{ rotationPolicy: { gap?: string, expiryTime?: string } }} policy */
function rotationDates({ created }, { rotationPolicy }) {
  if (rotationPolicy.gap) return { nextRotation: rotationPolicy, rotationCanFire: rotationPolicy };
  if (!rotationPolicy.expiryTime) return { rotationCanFire: false };
  return { nextRotation: new Date(Date.parse(created) + 60 * 86_400_000).toISOString(), rotationCanFire: true };
}

/** @param {Writer} writer @param {string} name @param {string} id @param {number} list */
function certificate(writer, name, id, list) {
  const { dice } = writer;
  const [bundle, versions, pending] = ['', '/versions', '/pending'].map((path) => writer.source('data', id + path));
  const { history, ...own } = life(writer);
  const subject = `CN=${name}.example.com`;
  const fields = { name, ...own, thumbprint: dice.hex(27), subject, tags: tags(writer), recoveryLevel: 'Recoverable' };
  const issued = {
    issuerName: dice.pick(['DigiCert', 'Self', 'Unknown']),
    subject,
    dnsNames: [`${name}.example.com`],
    validityMonths: 12,
    keyType: 'RSA',
    keySize: 2048,
    exportable: true,
    reuseKey: false,
    contentType: 'application/x-pkcs12',
    lifetimeActions: [{ action: 'AutoRenew', lifetimePercentage: 80 }],
  };
  const facets = {
    attributes: { source: list, fields },
    policy: { source: bundle.id, fields: { policy: issued } },
    versions: { source: versions.id, fields: history },
    publicPart: { source: bundle.id, fields: { publicPart: publicPart(writer, subject, own) } },
    issuer: { source: bundle.id, fields: { issuerProvider: issued.issuerName } },
    operation: { source: pending.id, fields: dice.chance(50) ? {} : { operation: { status: 'completed' } } },
  };
  return { told: [bundle, versions, pending], facets };
}

/** @param {Writer} writer @param {string} subject @param {{ created: string, expires?: string }} own */
const publicPart = ({ dice }, subject, { created, expires = '9999-12-31T23:59:59.000Z' }) => ({
  keyType: 'RSA',
  keySize: 2048,
  signatureAlgorithm: '1.2.840.113549.1.1.11',
  subject,
  issuer: 'CN=Example TLS CA, O=Example',
  subjectCommonName: subject.slice(3),
  issuerCommonName: 'Example TLS CA',
  dnsNames: [subject.slice(3)],
  notBefore: created,
  notAfter: expires,
  selfSigned: dice.chance(30),
  chain: [],
});

/** Attributes of the current version, and the versions. @param {Writer} writer */
function life(writer) {
  const { dice } = writer;
  const age = dice.chance(70) ? dice.below(90) : dice.below(700);
  const own = version(writer, age);
  if (dice.chance(2)) return { ...own, history: { versions: { gap: 'throttled' } } };
  const older = Array.from({ length: dice.below(3) }, (_, back) => version(writer, age + 90 * (back + 1)));
  return { ...own, history: { versions: [own, ...older].map((one) => ({ id: dice.hex(32), ...one })) } };
}

/** @param {Writer} writer @param {number} age days */
function version(writer, age) {
  const created = writer.daysAgo(age);
  const life = writer.dice.pick([90, 180, 365, 730]);
  const expires = writer.dice.chance(75) && { expires: writer.daysAgo(age - life) };
  return { enabled: writer.dice.chance(92), created, updated: created, ...expires };
}

/** @param {Writer} writer */
const tags = ({ dice }) => ({ map: dice.chance(50) ? {} : { owner: `team-${dice.below(40)}`, purpose: dice.hex(5) } });
