/**
 * Why a request is refused, in the form of the services' own texts. Which right a request needs:
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault and
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
import { type Answer, type Call, failure } from './answer.ts';
import type { Estate, EstateDescription } from './estate.ts';
import type { RawVault, Refusal } from './raw.ts';

/** The vault's refusal of a data-plane request, if it has one. */
export function refusedByVault(estate: Estate, vault: RawVault, call: Call): Answer | undefined {
  const refusal = applying(estate.contents(vault).refusals, 'data', call.segments);
  return refusal && answerOf(refusal, dataPlaneText(refusal, estate.description, vault, call.segments));
}

/** Resource Manager's refusal; `inVault` is the part of the path behind the vault, when there is one. */
export function refusedByArm(
  estate: Estate,
  call: Call,
  vault?: RawVault,
  inVault: readonly string[] = [],
): Answer | undefined {
  const refusal =
    applying(estate.description.refusals ?? [], 'arm', call.segments) ??
    (vault && applying(estate.contents(vault).refusals, 'arm', inVault));
  if (!refusal) return undefined;
  const isRbac = vault && refusal.code === 'ForbiddenByRbac';
  return answerOf(refusal, isRbac ? roleText(estate.description, vault, inVault) : armText(estate.description, call));
}

const answerOf = ({ status, code, innerCode }: Refusal, message: string) => failure(status, code, message, innerCode);

const applying = (refusals: readonly Refusal[], plane: Refusal['plane'], segments: readonly string[]) =>
  refusals.find((refusal) => refusal.plane === plane && beginsWith(segments, refusal.path));

const beginsWith = (segments: readonly string[], path: string) =>
  path
    .split('/')
    .filter(Boolean)
    .every(
      (part, i) => segments[i] !== undefined && (part === '*' || part.toLowerCase() === segments[i].toLowerCase()),
    );

// ---- texts

function dataPlaneText(refusal: Refusal, estate: EstateDescription, vault: RawVault, segments: readonly string[]) {
  const text = TEXTS[refusal.innerCode ?? ''];
  return text ? text(estate, vault, segments) : 'Operation is not allowed.';
}

type Text = (estate: EstateDescription, vault: RawVault, segments: readonly string[]) => string;

const firewallText: Text = (estate, vault) =>
  [
    'Client address is not authorized and caller is not a trusted service.',
    `Client address: ${estate.clientAddress}`,
    `Caller: ${caller(estate)}`,
    `Vault: ${vault.name};location=${vault.location}`,
  ].join('\r\n');

const connectionText: Text = (estate, vault) =>
  [
    'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
    `Caller: ${caller(estate)}`,
    `Vault: ${vault.name};location=${vault.location}`,
  ].join('\r\n');

const roleText: Text = (estate, vault, segments) =>
  [
    'Caller is not authorized to perform action on resource.',
    'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
    `Caller: ${caller(estate)}`,
    `Action: 'Microsoft.KeyVault/vaults/${rightFor(segments).action}'`,
    `Resource: '${vault.id.toLowerCase()}/${segments.slice(0, 2).join('/')}'`,
    'Assignment: (not found)',
    'DenyAssignmentId: null',
    'DecisionReason: null ',
    `Vault: ${vault.name};location=${vault.location}`,
  ].join('\r\n');

const policyText: Text = (estate, vault, segments) =>
  `The user, group or application '${caller(estate)}' does not have ` +
  `${rightFor(segments).permission} permission on key vault '${vault.name};location=${vault.location}'. ` +
  'For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287';

const TEXTS: { readonly [innerCode: string]: Text } = {
  ForbiddenByFirewall: firewallText,
  ForbiddenByConnection: connectionText,
  ForbiddenByRbac: roleText,
  AccessDenied: policyText,
};

const caller = ({ identity, tenantId }: EstateDescription) =>
  `appid=${identity.appId};oid=${identity.objectId};iss=https://sts.windows.net/${tenantId}/`;

function armText({ identity }: EstateDescription, { segments }: Call): string {
  const provider = segments.findIndex((segment) => segment.toLowerCase() === 'providers');
  const [namespace, ...rest] = segments.slice(provider + 1);
  const type = rest.filter((_, i) => i % 2 === 0).join('/');
  const scope = segments.slice(0, rest.length % 2 === 0 ? segments.length : provider).join('/');
  return (
    `The client '${identity.appId}' with object id '${identity.objectId}' does not have authorization to perform action ` +
    `'${namespace}/${type}/read' over scope '/${scope}' or the scope is invalid. ` +
    'If access was recently granted, please refresh your credentials.'
  );
}

// ---- rights

interface Right {
  /** Data action, behind `Microsoft.KeyVault/vaults/`. */
  readonly action: string;
  /** Words of the access policy. */
  readonly permission: string;
}

function rightFor(segments: readonly string[]): Right {
  const [collection = '', name, part] = segments.map((segment) => segment.toLowerCase());
  const kind = collection.replace('deleted', '');
  if (part === 'rotationpolicy') return { action: 'keyrotationpolicies/read', permission: 'keys getrotationpolicy' };
  if (kind === 'certificates' && name === 'issuers')
    return { action: 'certificatecas/read', permission: 'certificates listissuers' };
  const lists = name === undefined || part === 'versions';
  if (kind !== 'secrets') return { action: `${kind}/read`, permission: `${kind} ${lists ? 'list' : 'get'}` };
  return lists
    ? { action: 'secrets/readMetadata/action', permission: 'secrets list' }
    : { action: 'secrets/getSecret/action', permission: 'secrets get' };
}
