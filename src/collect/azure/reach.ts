/** Who can reach a vault: what the vault itself does not tell of its network is asked for here, as far as rules need it. */
import type { Fields } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import type { Coverage } from '../../model/snapshot.ts';
import type { Asked, Facet, Failure } from '../collector.ts';
import type { Plan } from '../plan.ts';
import { settleGap } from '../settle.ts';
import { type AskedFacet, type Outcome, sourceOf } from './asked-facet.ts';
import { azure } from './catalog.ts';
import { exposureFacts } from './exposure.ts';
import type { NetworkFacts } from './firewall-rules.ts';
import type { NetworkClient } from './network-client.ts';
import { perimeterFacts, type PerimeterFacts } from './perimeter-facts.ts';
import { privateDns } from './private-dns.ts';
import type { PrivateEndpointFacts } from './private-endpoints.ts';
import { subnets } from './subnets.ts';
import { Tally } from './tally.ts';
import type { VaultClient } from './vault-client.ts';

const { facets } = azure['azure.vault'];
type Name = 'perimeter' | 'exposure' | 'privateDns' | 'subnets';

export interface Reach {
  readonly facets: { readonly [facet in Name]: Facet };
  /** What could not be read. */
  readonly coverage: readonly Coverage[];
}

interface Questions {
  readonly vault: VaultClient;
  readonly network: NetworkClient;
  readonly plan: Plan;
  /** What the vault itself told, and the request that told it. */
  readonly facts: NetworkFacts & PrivateEndpointFacts;
  readonly unasked: Asked;
}

export async function reachOf({ vault, network, plan, facts, unasked }: Questions): Promise<Reach> {
  const needs = (facet: Name): boolean => plan.needsFacet('azure.vault', facet);
  const needed = (facet: Name, read: () => Promise<AskedFacet>) =>
    needs(facet) ? read() : skipped(facets[facet].fields);
  const [perimeter, dns, nets] = await Promise.all([
    needs('perimeter') || needs('exposure') ? perimeterOf(vault, facts) : skipped(facets.perimeter.fields),
    needed('privateDns', () => privateDns(network, facts)),
    needed('subnets', () => subnets(network, facts)),
  ]);
  const exposure = await needed('exposure', async () => ({
    facts: exposureFacts({ ...facts, ...perimeter.facts }, network.subscriptions),
    told: [],
  }));
  const facetOf = (asked: AskedFacet): Facet => ({ asked: sourceOf(asked, unasked), facts: asked.facts });
  return {
    facets: {
      perimeter: facetOf(perimeter),
      exposure: facetOf(exposure),
      privateDns: facetOf(dns),
      subnets: facetOf(nets),
    },
    coverage: holes(
      vault.target.id,
      [perimeter, dns, nets].flatMap(({ told }) => told),
    ),
  };
}

async function skipped(fields: Fields): Promise<AskedFacet> {
  return { facts: settleGap(fields, Gap.of('skipped')), told: [] };
}

async function perimeterOf(vault: VaultClient, facts: NetworkFacts): Promise<AskedFacet & { facts: PerimeterFacts }> {
  const told = await vault.perimeterConfigurations();
  if (isNone(told.failure, facts)) return { facts: {}, told: [{ asked: told.asked }] };
  return { facts: perimeterFacts(told), told: [told] };
}

/** Resource Manager knows of no configurations here, and the vault, which it told of, does not say that it needs one. */
const isNone = (failure: Failure | undefined, { publicNetworkAccess: access }: NetworkFacts): boolean =>
  (failure?.reason === 'notFound' || UNKNOWN_TYPE.has(failure?.code ?? '')) &&
  !(access instanceof Gap) &&
  access !== 'SecuredByPerimeter';

/** Clouds without perimeters do not know the kind of resource. */
const UNKNOWN_TYPE = new Set(['InvalidResourceType', 'NoRegisteredProviderFound']);

function holes(resource: string, told: readonly Outcome[]): Coverage[] {
  const tally = new Tally('arm');
  for (const { failure } of told) tally.count(failure);
  const entries = tally.entries().filter(({ status }) => status !== 'read');
  return entries.map((entry) => ({ resource, what: 'network', ...entry }));
}
