/**
 * The least right that tells each facet, by plane. Roles: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 * and https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault; permissions of
 * access policies: https://learn.microsoft.com/azure/key-vault/general/assign-access-policy. A value of a secret is
 * under none of them.
 */
import { type Access, type AccessTo, mergeRights, type PolicyPermissions, type Right } from '../../model/access.ts';
import type { Plan } from '../plan.ts';
import type { azure } from './catalog.ts';

/** Reads all of Resource Manager, the control plane's keys and secrets with it, past the vaults' firewalls. */
const arm: Right = { grant: 'Reader', on: 'the subscriptions, or a management group above them' };

/** The role works on vaults with Azure RBAC alone; others want an access policy. */
const data = (policy: PolicyPermissions): Right => ({
  grant: 'Key Vault Reader',
  on: 'the vaults with Azure RBAC, or above them',
  policy,
});

/** Source: https://learn.microsoft.com/azure/azure-monitor/logs/manage-access */
const logs: Right = { grant: 'Log Analytics Reader', on: 'the workspaces that the vaults send their audit events to' };

/** Source: https://learn.microsoft.com/graph/permissions-reference */
const graph = (grant: string): Right => ({
  grant,
  on: 'Microsoft Graph, as an application permission with admin consent',
});

const secrets = data({ secrets: ['list'] });
const anyList = data({ secrets: ['list'], keys: ['list'], certificates: ['list'] });
const keyList = data({ keys: ['list'] });
const keyGet = data({ keys: ['list', 'get'] });
const keyRotation = data({ keys: ['list', 'get', 'getrotationpolicy'] });
const certificateList = data({ certificates: ['list'] });
const certificateGet = data({ certificates: ['list', 'get'] });
const issuerList = data({ certificates: ['list', 'get', 'listissuers'] });
const signIn = graph('Policy.Read.All');

export const access = {
  'azure.tenant': {
    list: { subject: 'inventory', rights: { arm } },
    facets: {
      directory: { subject: 'inventory', rights: { arm } },
      securityDefaults: { subject: 'signInPolicy', rights: { graph: signIn } },
      conditionalAccess: { subject: 'signInPolicy', rights: { graph: signIn } },
    },
  },
  'azure.subscription': {
    list: { subject: 'inventory', rights: { arm } },
    facets: { description: { subject: 'inventory', rights: { arm } } },
  },
  'azure.vault': {
    list: { subject: 'inventory', rights: { arm } },
    facets: {
      settings: { subject: 'settings', rights: { arm } },
      network: { subject: 'network', rights: { arm } },
      privateEndpoints: { subject: 'network', rights: { arm } },
      perimeter: { subject: 'network', rights: { arm } },
      privateDns: { subject: 'network', rights: { arm } },
      subnets: { subject: 'network', rights: { arm } },
      exposure: { subject: 'network', rights: { arm } },
      locks: { subject: 'locks', rights: { arm } },
      diagnostics: { subject: 'diagnostics', rights: { arm } },
      logs: { subject: 'logs', rights: { logs } },
    },
  },
  'azure.secret': {
    list: { subject: 'secrets', rights: { data: secrets, arm } },
    facets: {
      attributes: { subject: 'secrets', rights: { data: secrets, arm } },
      versions: { subject: 'versions', rights: { data: secrets } },
      use: { subject: 'logs', rights: { logs } },
    },
  },
  'azure.key': {
    list: { subject: 'keys', rights: { data: keyList, arm } },
    facets: {
      attributes: { subject: 'keys', rights: { data: keyList, arm } },
      material: { subject: 'keys', rights: { data: keyGet, arm } },
      rotation: { subject: 'rotationPolicies', rights: { data: keyRotation, arm } },
      rotationDates: { subject: 'rotationPolicies', rights: { data: keyRotation, arm } },
      versions: { subject: 'versions', rights: { data: keyList, arm } },
      use: { subject: 'logs', rights: { logs } },
    },
  },
  'azure.certificate': {
    list: { subject: 'certificates', rights: { data: certificateList } },
    facets: {
      attributes: { subject: 'certificates', rights: { data: certificateList } },
      policy: { subject: 'certificatePolicies', rights: { data: certificateGet } },
      publicPart: { subject: 'certificatePolicies', rights: { data: certificateGet } },
      issuer: { subject: 'certificatePolicies', rights: { data: issuerList } },
      operation: { subject: 'certificatePolicies', rights: { data: certificateGet } },
      versions: { subject: 'versions', rights: { data: certificateList } },
    },
  },
  'azure.deletedObject': {
    list: { subject: 'deletedObjects', rights: { data: anyList, arm } },
    facets: { deletion: { subject: 'deletedObjects', rights: { data: anyList, arm } } },
  },
} as const satisfies AccessTo<typeof azure>;

/** All permissions that an access policy has to grant for what a plan asks of a vault's data plane. */
export function policyFor(plan: Plan): PolicyPermissions {
  const kinds = Object.entries<Access[string]>(access).filter(([kind]) => plan.needsKind(kind));
  const needed = kinds.flatMap(([kind, { list, facets }]) => [
    list,
    ...Object.entries(facets).flatMap(([facet, told]) => (plan.needsFacet(kind, facet) ? [told] : [])),
  ]);
  const [merged] = mergeRights(needed.flatMap(({ rights }) => rights.data ?? []));
  return merged?.policy ?? {};
}
