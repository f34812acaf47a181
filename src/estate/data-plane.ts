/** A vault's own interface, `https://<vault>.vault.azure.net`: https://learn.microsoft.com/rest/api/keyvault/ */
import { type Answer, type Call, failure, methodNotAllowed, ok, parameter } from './answer.ts';
import { isFor } from './credential.ts';
import type { Estate, VaultContents } from './estate.ts';
import { type Named, named, nameOf, versionOf } from './object-name.ts';
import { page } from './paging.ts';
import type { RawRotationPolicy, RawVault, StoredCertificate, StoredKey, Versioned } from './raw.ts';
import { refusedByVault } from './refusal.ts';
import { on, type Route, route } from './routes.ts';

const AUDIENCE = 'https://vault.azure.net';
const API_VERSION = /^(7\.[0-6]|2025-07-01|2026-04-01)$/;
const PAGE_SIZE = 25;

/** Every value this service would ever tell, so that a test can look for it in any output. */
export const CANARY = 'CANARY-SECRET-VALUE-';

/** As the service decides: who asks, in which version, from where and with what right, and only then for what. */
export function answerFromVault(estate: Estate, vault: RawVault, call: Call): Answer {
  return (
    unauthenticated(vault, call) ??
    badVersion(call) ??
    refusedByVault(estate, vault, call) ??
    found({ vault, call, contents: estate.contents(vault) })
  );
}

function unauthenticated(vault: RawVault, { token }: Call): Answer | undefined {
  const tenant = vault.properties.tenantId;
  if (!token) return challenge(tenant, 'AKV10000: Request is missing a Bearer or PoP token.');
  if (!isFor(token, AUDIENCE)) return challenge(tenant, `AKV10022: Invalid audience. Expected ${AUDIENCE}.`);
  if (token.tenantId === tenant) return undefined;
  return challenge(tenant, `AKV10032: Invalid issuer. Expected ${issuer(tenant)}, found ${issuer(token.tenantId)}.`);
}

const issuer = (tenant: string) => `https://sts.windows.net/${tenant}/`;

const challenge = (tenant: string, message: string): Answer => ({
  ...failure(401, 'Unauthorized', message),
  headers: {
    'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/${tenant}", resource="${AUDIENCE}"`,
  },
});

function badVersion(call: Call): Answer | undefined {
  const version = parameter(call, 'api-version');
  if (version === undefined) return failure(400, 'BadParameter', 'api-version must be specified');
  if (API_VERSION.test(version)) return undefined;
  return failure(400, 'BadParameter', `The specified version (${version}) is not recognized.`);
}

// ---- routes

interface Context {
  readonly vault: RawVault;
  readonly call: Call;
  readonly contents: VaultContents;
}

function found(context: Context): Answer {
  const { call } = context;
  if (call.method === 'POST') return route(BACKUP, context, call.segments) ?? methodNotAllowed(call);
  if (call.method !== 'GET') return methodNotAllowed(call);
  return route(READS, context, call.segments) ?? failure(404, 'NotFound', 'The requested path was not found.');
}

const READS: readonly Route<Context>[] = [
  on('secrets', ({ call, contents }) => pageOf(call, items(contents.secrets))),
  on('secrets/{name}/versions', ({ call, contents }, { name }) => versions(call, 'Secret', contents.secrets, name)),
  on('secrets/{name}', ({ contents, vault }, { name }) => secretValue(contents, vault, name)),
  on('secrets/{name}/{version}', ({ contents, vault }, { name }) => secretValue(contents, vault, name)),
  on('keys', ({ call, contents }) => pageOf(call, items(contents.keys))),
  on('keys/{name}/versions', ({ call, contents }, { name }) => versions(call, 'Key', contents.keys, name)),
  on('keys/{name}/rotationpolicy', ({ contents, vault }, { name }) => rotationPolicy(contents, vault, name)),
  on('keys/{name}', ({ contents }, { name }) => keyBundle(contents, name)),
  on('keys/{name}/{version}', ({ contents }, { name, version }) => keyBundle(contents, name, version)),
  on('certificates', ({ call, contents }) => pageOf(call, items(listedCertificates(call, contents)))),
  on('certificates/issuers', ({ call, contents }) => pageOf(call, contents.issuers ?? [])),
  on('certificates/{name}', ({ contents }, { name }) => certificateBundle(contents, name)),
  on('certificates/{name}/versions', ({ call, contents }, { name }) =>
    versions(call, 'Certificate', contents.certificates, name),
  ),
  on('certificates/{name}/policy', ({ contents }, { name }) => certificatePolicy(contents, name)),
  on('certificates/{name}/pending', ({ contents }, { name }) => certificateOperation(contents, name)),
  on('deletedsecrets', ({ call, contents }) => pageOf(call, contents.deletedSecrets ?? [])),
  on('deletedsecrets/{name}', ({ contents, vault }, { name }) => deletedSecretValue(contents, vault, name)),
  on('deletedkeys', ({ call, contents }) => pageOf(call, contents.deletedKeys ?? [])),
  on('deletedcertificates', ({ call, contents }) => pageOf(call, contents.deletedCertificates ?? [])),
];

const BACKUP: readonly Route<Context>[] = [
  on('secrets/{name}/backup', ({ vault }, { name }) => ok({ value: canary(vault, name) })),
  on('keys/{name}/backup', ({ vault }, { name }) => ok({ value: canary(vault, name) })),
  on('certificates/{name}/backup', ({ vault }, { name }) => ok({ value: canary(vault, name) })),
];

// ---- lists

function pageOf(call: Call, list: readonly unknown[]): Answer {
  const size = Number(parameter(call, 'maxresults') ?? PAGE_SIZE);
  if (!(size >= 1 && size <= PAGE_SIZE)) return failure(400, 'BadParameter', 'maxresults must be between 1 and 25.');
  return page(call, list, size, 'data');
}

function versions(call: Call, noun: Noun, objects: readonly Versioned<Named>[], name: string): Answer {
  const object = named(objects, name);
  return object ? pageOf(call, object.versions) : missing(noun, name);
}

const items = (objects: readonly Versioned<unknown>[]) => objects.map(({ item }) => item);

// ---- single objects

type Noun = 'Secret' | 'Key' | 'Certificate';

const missing = (noun: Noun, name: string): Answer =>
  failure(
    404,
    `${noun}NotFound`,
    `A ${noun.toLowerCase()} with (name/id) ${name} was not found in this key vault. If you recently deleted this ` +
      `${noun.toLowerCase()} you may be able to recover it using the correct recovery command.`,
  );

/** The very thing that a posture scan must never ask for. */
function secretValue({ secrets }: VaultContents, vault: RawVault, name: string): Answer {
  const secret = named(secrets, name);
  return secret ? ok({ ...secret.item, value: canary(vault, name) }) : missing('Secret', name);
}

/** It is told of what was deleted, too. */
function deletedSecretValue({ deletedSecrets = [] }: VaultContents, vault: RawVault, name: string): Answer {
  const path = `/deletedsecrets/${name}`.toLowerCase();
  const secret = deletedSecrets.find(({ recoveryId }) => recoveryId.toLowerCase().endsWith(path));
  return secret ? ok({ ...secret, value: canary(vault, name) }) : missing('Secret', name);
}

const canary = (vault: RawVault, name: string) => `${CANARY}${vault.name}-${name}`;

function keyBundle({ keys }: VaultContents, name: string, version?: string): Answer {
  const key = named(keys, name);
  const { kid, ...item } = (version ? key?.versions.find((one) => versionOf(one) === version) : key?.item) ?? {};
  if (!key || !kid) return missing('Key', version ? `${name}/${version}` : name);
  return ok({ key: version ? { ...key.material, kid } : key.material, ...item });
}

function rotationPolicy({ keys }: VaultContents, { properties }: RawVault, name: string): Answer {
  const key = named(keys, name);
  if (!key) return missing('Key', name);
  return ok(key.rotationPolicy ?? defaultPolicy(key, properties.vaultUri));
}

/**
 * What a key without a policy of its own answers: a notice and no rotation.
 * https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
const defaultPolicy = ({ item }: StoredKey, vaultUri: string): RawRotationPolicy => ({
  id: `${vaultUri}keys/${nameOf(item)}/rotationpolicy`,
  lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
  attributes: {},
});

function certificatePolicy({ certificates }: VaultContents, name: string): Answer {
  const certificate = named(certificates, name);
  return certificate?.policy ? ok(certificate.policy) : missing('Certificate', name);
}

const isIssued = ({ versions }: StoredCertificate): boolean => versions.length > 0;

const listedCertificates = (call: Call, { certificates }: VaultContents): readonly StoredCertificate[] =>
  parameter(call, 'includepending') === 'true' ? certificates : certificates.filter(isIssued);

/** https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate */
function certificateBundle({ certificates }: VaultContents, name: string): Answer {
  const certificate = named(certificates, name);
  if (!certificate) return missing('Certificate', name);
  const { item, cer, policy, versions } = certificate;
  const current = versions.find(({ x5t }) => x5t === item.x5t) ?? item;
  const under = (collection: string) => current.id.replace('/certificates/', `/${collection}/`);
  const { subject: _, ...members } = item;
  const issued = cer !== undefined && { kid: under('keys'), sid: under('secrets'), cer };
  return ok({ ...members, id: current.id, ...issued, ...(policy && { policy }) });
}

function certificateOperation({ certificates }: VaultContents, name: string): Answer {
  const operation = named(certificates, name)?.operation;
  return operation
    ? ok(operation)
    : failure(404, 'PendingCertificateNotFound', `Pending certificate not found: ${name}`);
}
