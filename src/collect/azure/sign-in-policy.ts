/** What the tenant asks of those who sign in, from Microsoft Graph: security defaults and Conditional Access. */
import type { Fields } from '../../model/catalog.ts';
import { BrokenList, Gap } from '../../model/gap.ts';
import type { Asked, Failure, Recorder } from '../collector.ts';
import type { Plan } from '../plan.ts';
import { type RawFacts, settleGap } from '../settle.ts';
import type { AzureClient } from './client.ts';
import type { Purpose } from './failure.ts';
import { coverageOf } from './objects.ts';
import { signInPolicy } from './sign-in-catalog.ts';
import { conditionalAccessFacts, securityDefaultsFacts } from './sign-in-facts.ts';

const PERMISSION = 'Policy.Read.All (application permission of Microsoft Graph, with admin consent)';
const REMEDY = `Grant the scanning identity ${PERMISSION}.`;
const purpose = (what: string): Purpose => ({ what, remedy: REMEDY, unauthorized: REMEDY });

type FacetName = keyof typeof signInPolicy;
const FACETS = Object.keys(signInPolicy) as FacetName[];

interface Facet {
  readonly asked: Asked;
  readonly facts: Record<string, unknown>;
  readonly failure?: Failure;
}

/** Facets of the tenant; those that are not there were not asked for. */
export type SignInPolicy = { readonly [name in FacetName]?: Facet };

/** Asks for what the plan needs. */
export async function readSignInPolicy(client: AzureClient, plan: Plan): Promise<SignInPolicy> {
  const wanted = plan.allows('graph') ? needed(plan) : [];
  const read = await Promise.all(wanted.map(async (facet) => [facet, await READ[facet](client)] as const));
  return Object.fromEntries(read);
}

const needed = (plan: Plan): FacetName[] => FACETS.filter((facet) => plan.needsFacet('azure.tenant', facet));

/** All facets; `source` told of the tenant, and is all that can be named for what was not asked for. */
export const signInFacets = (policy: SignInPolicy, source: Asked): { readonly [name in FacetName]: Facet } => ({
  securityDefaults: policy.securityDefaults ?? unasked(signInPolicy.securityDefaults.fields, source),
  conditionalAccess: policy.conditionalAccess ?? unasked(signInPolicy.conditionalAccess.fields, source),
});

const unasked = (fields: Fields, asked: Asked): Facet => ({ asked, facts: settleGap(fields, Gap.of('skipped')) });

/** Says what was read, and what was not; nothing of what no rule needs. */
export function coverSignInPolicy(recorder: Recorder, tenant: string, policy: SignInPolicy, plan: Plan): void {
  if (needed(plan).length === 0) return;
  const failures = Object.values(policy).flatMap(({ failure }) => failure ?? []);
  const lost = plan.allows('graph') ? failures : [SWITCHED_OFF];
  for (const entry of lost.length > 0 ? lost.map(coverageOf) : [{ status: 'read' as const }])
    recorder.coverage({ resource: tenant, what: 'signInPolicy', plane: 'graph', ...entry });
}

const SWITCHED_OFF: Failure = {
  reason: 'skipped',
  detail: 'not asked: Microsoft Graph is switched off',
  remedy: 'Scan without --without graph.',
};

const READ: { readonly [name in FacetName]: (client: AzureClient) => Promise<Facet> } = {
  securityDefaults: readSecurityDefaults,
  conditionalAccess: readConditionalAccess,
};

async function readSecurityDefaults(client: AzureClient): Promise<Facet> {
  const address = `https://${client.cloud.graph}/v1.0/policies/identitySecurityDefaultsEnforcementPolicy`;
  const told = await client.get(address, purpose('security defaults'));
  if (told.failure) return lost(signInPolicy.securityDefaults.fields, told.asked, told.failure);
  return { asked: told.asked, facts: securityDefaultsFacts(told.value) };
}

async function readConditionalAccess(client: AzureClient): Promise<Facet> {
  const address = `https://${client.cloud.graph}/v1.0/identity/conditionalAccess/policies`;
  const { asked, items, failure } = await client.list(address, purpose('Conditional Access policies'));
  const { managementApp } = client.cloud;
  if (!failure) return { asked, facts: conditionalAccessFacts(items, managementApp) };
  if (items.length === 0) return lost(signInPolicy.conditionalAccess.fields, asked, failure);
  return { asked, failure, facts: conditionalAccessFacts(brokenOff(items, failure), managementApp) };
}

const brokenOff = (items: readonly RawFacts[], { reason }: Failure) => new BrokenList(items, Gap.of(reason));

const lost = (fields: Fields, asked: Asked, failure: Failure): Facet => ({
  asked,
  failure,
  facts: settleGap(fields, Gap.of(failure.reason)),
});
