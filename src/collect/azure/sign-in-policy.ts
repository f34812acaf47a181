/** What the tenant asks of those who sign in, from Microsoft Graph: security defaults and Conditional Access. */
import type { Fields } from '../../model/catalog.ts';
import { BrokenList, Gap } from '../../model/gap.ts';
import type { Asked, Facet, Failure, Recorder } from '../collector.ts';
import type { Plan } from '../plan.ts';
import type { RawFacts } from '../settle.ts';
import type { AzureClient } from './client.ts';
import { statusOf } from './coverage-status.ts';
import { gapFacet, skippedFacet } from './facet.ts';
import type { Purpose } from './failure.ts';
import { signInPolicy } from './sign-in-catalog.ts';
import { conditionalAccessFacts, securityDefaultsFacts } from './sign-in-facts.ts';

const PERMISSION = 'Policy.Read.All (application permission of Microsoft Graph, with admin consent)';
const REMEDY = `Grant the scanning identity ${PERMISSION}.`;
const purpose = (what: string): Purpose => ({ what, remedy: REMEDY, unauthorized: REMEDY });

type FacetName = keyof typeof signInPolicy;
const FACETS = Object.keys(signInPolicy) as FacetName[];

interface ReadFacet extends Facet {
  readonly failure?: Failure;
}

/** Facets of the tenant; those that are not there were not asked for. */
export type SignInPolicy = { readonly [name in FacetName]?: ReadFacet };

/** Asks for what the plan needs. */
export async function readSignInPolicy(client: AzureClient, plan: Plan): Promise<SignInPolicy> {
  const wanted = plan.allows('graph') ? needed(plan) : [];
  const read = await Promise.all(wanted.map(async (facet) => [facet, await READ[facet](client)] as const));
  return Object.fromEntries(read);
}

const needed = (plan: Plan): FacetName[] => FACETS.filter((facet) => plan.needsFacet('azure.tenant', facet));

/** All facets; `source` told of the tenant, and is all that can be named for what was not asked for. */
export const signInFacets = (policy: SignInPolicy, source: Asked): { readonly [name in FacetName]: Facet } => ({
  securityDefaults: policy.securityDefaults ?? skippedFacet(signInPolicy.securityDefaults.fields, source),
  conditionalAccess: policy.conditionalAccess ?? skippedFacet(signInPolicy.conditionalAccess.fields, source),
});

/** Says what was read, and what was not; nothing of what no rule needs. */
export function coverSignInPolicy(recorder: Recorder, tenant: string, policy: SignInPolicy, plan: Plan): void {
  if (needed(plan).length === 0) return;
  const failures = Object.values(policy).flatMap(({ failure }) => failure ?? []);
  const lost = plan.allows('graph') ? failures : [SWITCHED_OFF];
  for (const failure of lost.length > 0 ? lost : [undefined])
    recorder.coverage({ resource: tenant, what: 'signInPolicy', plane: 'graph', ...statusOf(failure) });
}

const SWITCHED_OFF: Failure = {
  reason: 'skipped',
  detail: 'not asked: Microsoft Graph is switched off',
  remedy: 'Scan without --without graph.',
};

const READ: { readonly [name in FacetName]: (client: AzureClient) => Promise<ReadFacet> } = {
  securityDefaults: readSecurityDefaults,
  conditionalAccess: readConditionalAccess,
};

async function readSecurityDefaults(client: AzureClient): Promise<ReadFacet> {
  const address = `https://${client.cloud.graph}/v1.0/policies/identitySecurityDefaultsEnforcementPolicy`;
  const told = await client.get(address, purpose('security defaults'));
  if (told.failure) return lost(signInPolicy.securityDefaults.fields, told.asked, told.failure);
  return { asked: told.asked, facts: securityDefaultsFacts(told.value) };
}

async function readConditionalAccess(client: AzureClient): Promise<ReadFacet> {
  const address = `https://${client.cloud.graph}/v1.0/identity/conditionalAccess/policies`;
  const { asked, items, failure } = await client.list(address, purpose('Conditional Access policies'));
  const { managementApp } = client.cloud;
  if (!failure) return { asked, facts: conditionalAccessFacts(items, managementApp) };
  if (items.length === 0) return lost(signInPolicy.conditionalAccess.fields, asked, failure);
  return { asked, failure, facts: conditionalAccessFacts(brokenOff(items, failure), managementApp) };
}

const brokenOff = (items: readonly RawFacts[], { reason }: Failure) => new BrokenList(items, Gap.of(reason));

const lost = (fields: Fields, asked: Asked, failure: Failure): ReadFacet => ({
  ...gapFacet(fields, { asked, failure }),
  failure,
});
