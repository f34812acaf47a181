/** Asks what became of the subnets that a vault's firewall names. */
import { Gap } from '../../model/gap.ts';
import { isRecord, type RawFacts, settle } from '../settle.ts';
import { askAbout, type AskedFacet, type AskedItem } from './asked-facet.ts';
import type { NetworkFacts } from './firewall-rules.ts';
import type { NetworkClient } from './network-client.ts';
import { listOrEmpty, lowerCase, part } from './raw.ts';
import { subnetsFacet } from './subnet-catalog.ts';
import { textsOf } from './truth-count.ts';

export async function subnets(client: NetworkClient, { network }: NetworkFacts): Promise<AskedFacet> {
  const rules = network instanceof Gap ? network : (network?.virtualNetworkRules ?? []);
  const ids = textsOf(rules, ({ subnetId }) => subnetId);
  const { list, told } = await askAbout(ids, (id) => subnet(client, id));
  return { facts: settle(subnetsFacet.fields, { subnets: list }), told };
}

async function subnet(client: NetworkClient, id: string): Promise<AskedItem> {
  const told = await client.subnet(id);
  const { asked, failure } = told;
  if (!failure)
    return { facts: { subnetId: id, exists: true, hasServiceEndpoint: hasEndpoint(told.value) }, told: [told] };
  const isGone = failure.reason === 'notFound' && client.sees(id) === true;
  if (isGone) return { facts: { subnetId: id, exists: false, hasServiceEndpoint: false }, told: [{ asked }] };
  const gap = Gap.of(failure.reason);
  return { facts: { subnetId: id, exists: gap, hasServiceEndpoint: gap }, told: [told] };
}

const SERVICE = 'microsoft.keyvault';

function hasEndpoint(raw: RawFacts): unknown {
  const properties = part(raw, 'properties');
  const endpoints = properties instanceof Gap ? properties : listOrEmpty(properties.serviceEndpoints);
  if (!Array.isArray(endpoints)) return Gap.of('error');
  return endpoints.some((one: unknown) => isRecord(one) && lowerCase(one.service) === SERVICE);
}
