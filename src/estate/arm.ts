/** Resource Manager, `https://management.azure.com`: subscriptions, vaults, and a vault's keys and secrets. */
import { type Answer, type Call, failure, methodNotAllowed, ok, parameter } from './answer.ts';
import { armKey, armKeyInFull, armKeyVersion, armKeyVersionInFull, armSecret } from './arm-shapes.ts';
import { isFor } from './credential.ts';
import type { Estate, PageSizes } from './estate.ts';
import { privateEndpoint, subnet, zoneGroups } from './network.ts';
import { named, versionOf } from './object-name.ts';
import { page } from './paging.ts';
import type { RawVault, StoredKey, StoredWorkspace } from './raw.ts';
import { refusedByArm } from './refusal.ts';
import { on, type Route, route } from './routes.ts';

const AUDIENCE = 'https://management.azure.com';
const SUBSCRIPTION_VERSIONS = ['2016-06-01', '2019-06-01', '2020-01-01', '2021-01-01', '2022-12-01'];
const VAULT_VERSIONS = [
  '2019-09-01',
  '2021-10-01',
  '2022-07-01',
  '2023-02-01',
  '2023-07-01',
  '2024-11-01',
  '2025-05-01',
  '2026-02-01',
];

const DIAGNOSTICS_VERSIONS = ['2021-05-01-preview'];
const PERIMETER_VERSIONS = ['2024-04-01-preview', '2026-04-01-preview'];
const NETWORK_VERSIONS = ['2023-11-01', '2024-05-01', '2025-05-01', '2025-09-01'];
const LOCK_VERSIONS = ['2016-09-01', '2020-05-01'];
const WORKSPACE_VERSIONS = ['2023-09-01', '2025-02-01', '2025-07-01'];

export function answerFromArm(estate: Estate, call: Call): Answer {
  const early = unauthenticated(estate, call) ?? missingVersion(call);
  if (early) return early;
  if (call.method !== 'GET') return methodNotAllowed(call);
  return route(ROUTES, { estate, call }, call.segments) ?? noSuchPath(call);
}

function unauthenticated(estate: Estate, { token }: Call): Answer | undefined {
  if (!token)
    return failure(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.");
  if (isFor(token, AUDIENCE) && token.tenantId === estate.description.tenantId) return undefined;
  return failure(401, 'InvalidAuthenticationToken', 'The access token is for another audience or tenant.');
}

const missingVersion = (call: Call) =>
  parameter(call, 'api-version')
    ? undefined
    : failure(400, 'MissingApiVersionParameter', 'The api-version query parameter is required for all requests.');

function unknownVersion(call: Call, known: readonly string[]): Answer | undefined {
  const version = parameter(call, 'api-version') ?? '';
  if (known.includes(version)) return undefined;
  const message = `The api-version '${version}' is invalid. The supported versions are '${known.join(',')}'.`;
  return failure(400, 'InvalidApiVersionParameter', message);
}

const noSuchPath = ({ url }: Call) =>
  failure(404, 'ResourceNotFound', `The resource '${url.pathname}' was not found. It may be of an unknown type.`);

// ---- routes

interface Context {
  readonly estate: Estate;
  readonly call: Call;
}

const IN_SUBSCRIPTION = 'subscriptions/{subscription}/providers/microsoft.keyvault/vaults';
const IN_GROUP = 'subscriptions/{subscription}/resourcegroups/{group}/providers/microsoft.keyvault/vaults';

const WORKSPACE =
  'subscriptions/{subscription}/resourcegroups/{group}/providers/microsoft.operationalinsights/workspaces/{workspace}';

const NETWORK = 'subscriptions/{subscription}/resourcegroups/{group}/providers/microsoft.network';

const ROUTES: readonly Route<Context>[] = [
  on('subscriptions', (context) => subscriptions(context)),
  on(IN_SUBSCRIPTION, (context, { subscription }) => vaults(context, subscription)),
  on('subscriptions/{subscription}/providers/microsoft.keyvault/deletedvaults', (context, { subscription }) =>
    deletedVaults(context, subscription),
  ),
  on(IN_GROUP, (context, { subscription, group }) => vaults(context, subscription, group)),
  inVault('', ({ vault }) => ok(vault)),
  inVault('/secrets', (context) => secrets(context)),
  inVault('/secrets/{name}', (context, { name }) => secret(context, name)),
  inVault('/keys', (context) => keys(context)),
  inVault('/keys/{name}', (context, { name }) => key(context, name)),
  inVault('/keys/{name}/versions', (context, { name }) => keyVersions(context, name)),
  inVault('/keys/{name}/versions/{version}', (context, { name, version }) => keyVersion(context, name, version)),
  inVault(
    '/providers/microsoft.insights/diagnosticsettings',
    ({ estate, vault }) => ok({ value: estate.contents(vault).diagnosticSettings ?? [] }),
    DIAGNOSTICS_VERSIONS,
  ),
  inVault(
    '/networksecurityperimeterconfigurations',
    ({ estate, vault }) => ok({ value: estate.contents(vault).perimeterConfigurations ?? [] }),
    PERIMETER_VERSIONS,
  ),
  around('privateendpoints/{endpoint}', privateEndpoint),
  around('privateendpoints/{endpoint}/privatednszonegroups', zoneGroups),
  around('virtualnetworks/{network}/subnets/{subnet}', subnet),
  inVault(
    '/providers/microsoft.authorization/locks',
    ({ estate, vault }) => ok({ value: estate.locksOf(vault) }),
    LOCK_VERSIONS,
  ),
  on(WORKSPACE, (context, parts) => withWorkspace(context, parts.workspace, ({ item }) => ok(item))),
  on(`${WORKSPACE}/tables/{table}`, (context, parts) =>
    withWorkspace(context, parts.workspace, (one) => table(one, parts.table)),
  ),
  inVault('/privateendpointconnections', ({ vault }) =>
    ok({ value: vault.properties.privateEndpointConnections ?? [] }),
  ),
];

function listed(
  { estate, call }: Context,
  items: readonly unknown[],
  what: Exclude<keyof PageSizes, 'policies'>,
): Answer {
  const top = Number(parameter(call, '$top') ?? Number.POSITIVE_INFINITY);
  return page(call, items, Math.min(top, estate.description.pageSizes[what]), 'arm');
}

function subscriptions(context: Context): Answer {
  const { estate, call } = context;
  return unknownVersion(call, SUBSCRIPTION_VERSIONS) ?? listed(context, estate.subscriptions, 'subscriptions');
}

function vaults(context: Context, subscription: string, group?: string): Answer {
  const { estate, call } = context;
  const inGroup = (vault: RawVault) => group === undefined || groupOf(vault) === group.toLowerCase();
  return (
    unknownSubscription(estate, subscription) ??
    unknownVersion(call, VAULT_VERSIONS) ??
    refusedByArm(estate, call) ??
    listed(context, estate.vaultsOf(subscription).filter(inGroup), 'vaults')
  );
}

function deletedVaults(context: Context, subscription: string): Answer {
  const { estate, call } = context;
  return (
    unknownSubscription(estate, subscription) ??
    unknownVersion(call, VAULT_VERSIONS) ??
    refusedByArm(estate, call) ??
    listed(context, estate.deletedVaultsOf(subscription), 'vaults')
  );
}

function unknownSubscription({ subscriptions }: Estate, subscription: string): Answer | undefined {
  if (subscriptions.some((one) => one.subscriptionId.toLowerCase() === subscription.toLowerCase())) return undefined;
  return failure(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
}

const groupOf = (vault: RawVault) => vault.id.split('/')[4]?.toLowerCase();

/** A route to what surrounds vaults. */
function around(rest: string, answer: (estate: Estate, call: Call) => Answer): Route<Context> {
  return on(
    `${NETWORK}/${rest}`,
    ({ estate, call }) => unknownVersion(call, NETWORK_VERSIONS) ?? refusedByArm(estate, call) ?? answer(estate, call),
  );
}

// ---- workspaces

function withWorkspace(
  { estate, call }: Context,
  name: string,
  answer: (workspace: StoredWorkspace) => Answer,
): Answer {
  const id = `/${call.segments.slice(0, 8).join('/')}`.toLowerCase();
  const workspace = estate.workspaces.find(({ item }) => item.id.toLowerCase() === id);
  const refused = unknownVersion(call, WORKSPACE_VERSIONS) ?? refusedByArm(estate, call);
  if (refused) return refused;
  return workspace ? answer(workspace) : failure(404, 'ResourceNotFound', `The workspace '${name}' was not found.`);
}

function table({ item, plan }: StoredWorkspace, name: string): Answer {
  if (plan === undefined || name.toLowerCase() !== 'azkvauditlogs')
    return failure(404, 'NotFound', `Table ${name} does not exist in workspace '${item.name}'`);
  return ok({
    id: `${item.id}/tables/AZKVAuditLogs`,
    name: 'AZKVAuditLogs',
    properties: { plan, retentionInDays: 30 },
  });
}

// ---- inside a vault

interface VaultContext extends Context {
  readonly vault: RawVault;
}
interface VaultParts {
  readonly name: string;
  readonly version: string;
}

/** A route behind a vault's id; a vault that is elsewhere than the path says does not exist. */
function inVault(
  rest: string,
  answer: (context: VaultContext, parts: VaultParts) => Answer,
  versions: readonly string[] = VAULT_VERSIONS,
): Route<Context> {
  const pattern = `${IN_GROUP}/{vault}${rest}` as `${typeof IN_GROUP}/{vault}/{name}/{version}`;
  return on(pattern, (context, parts) => {
    const { estate, call } = context;
    const vault = estate.vault(parts.vault);
    const id = call.segments.slice(0, 8).join('/');
    if (vault?.id.toLowerCase() !== `/${id.toLowerCase()}`) return vaultMissing(parts.vault, parts.group);
    return (
      unknownVersion(call, versions) ??
      refusedByArm(estate, call, vault, call.segments.slice(8)) ??
      answer({ ...context, vault }, parts)
    );
  });
}

const vaultMissing = (vault: string, group: string) => {
  const message = `The Resource 'Microsoft.KeyVault/vaults/${vault}' under resource group '${group}' was not found.`;
  return failure(404, 'ResourceNotFound', message);
};

function secrets(context: VaultContext): Answer {
  const { estate, vault } = context;
  const all = estate.contents(vault).secrets.map((one) => armSecret(vault, one));
  return listed(context, all, 'objects');
}

function secret({ estate, vault }: VaultContext, name: string): Answer {
  const one = named(estate.contents(vault).secrets, name);
  return one ? ok(armSecret(vault, one)) : failure(404, 'SecretNotFound', `The secret '${name}' was not found.`);
}

function keys(context: VaultContext): Answer {
  const { estate, vault } = context;
  const all = estate.contents(vault).keys.map((one) => armKey(vault, one));
  return listed(context, all, 'objects');
}

const key = (context: VaultContext, name: string): Answer =>
  withKey(context, name, (one) => ok(armKeyInFull(context.vault, one)));

const keyVersions = (context: VaultContext, name: string): Answer =>
  withKey(context, name, (one) => {
    const all = one.versions.map((version) => armKeyVersion(context.vault, one, version));
    return listed(context, all, 'objects');
  });

const keyVersion = (context: VaultContext, name: string, version: string): Answer =>
  withKey(context, name, (one) => {
    const found = one.versions.find((candidate) => versionOf(candidate) === version);
    return found ? ok(armKeyVersionInFull(context.vault, one, found)) : keyMissing(`${name}/${version}`);
  });

function withKey({ estate, vault }: VaultContext, name: string, answer: (key: StoredKey) => Answer): Answer {
  const one = named(estate.contents(vault).keys, name);
  return one ? answer(one) : keyMissing(name);
}

const keyMissing = (name: string) => failure(404, 'KeyNotFound', `The key '${name}' was not found.`);
