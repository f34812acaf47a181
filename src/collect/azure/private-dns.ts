/** Asks for the private endpoints of a vault, and for the DNS zones that know them. */
import { Gap } from '../../model/gap.ts';
import type { ToldList } from '../collector.ts';
import { isRecord, type RawFacts, settle } from '../settle.ts';
import { itemsOf } from '../truth.ts';
import { askAbout, type AskedFacet, type AskedItem } from './asked-facet.ts';
import { listTold } from './facet.ts';
import type { NetworkClient } from './network-client.ts';
import { privateDnsFacet } from './private-dns-catalog.ts';
import { approvals, type PrivateEndpointFacts } from './private-endpoints.ts';
import { listOrEmpty, lowerCase, part, textIn, within } from './raw.ts';

/** Of the connections that were let in. One of which that is not known may be one. */
export async function privateDns(network: NetworkClient, vault: PrivateEndpointFacts): Promise<AskedFacet> {
  const { list, told } = await askAbout(approvedIds(vault), (id) => endpoint(network, id));
  return { facts: settle(privateDnsFacet.fields, { privateDns: list }), told };
}

function approvedIds({ privateEndpointConnections: connections = [] }: PrivateEndpointFacts): (string | Gap)[] {
  const isApproved = approvals(connections);
  return itemsOf(connections).flatMap((connection, at) => {
    const truth = isApproved[at] as boolean | Gap;
    if (truth === false) return [];
    if (truth instanceof Gap || connection instanceof Gap) return [truth as Gap];
    return [connection.privateEndpointId ?? Gap.of('error')];
  });
}

/** The zones are what is judged: the request that told them comes first, to stand for the endpoint. */
async function endpoint(network: NetworkClient, id: string): Promise<AskedItem> {
  const own = await network.privateEndpoint(id);
  if (own.failure) {
    const gap = Gap.of(own.failure.reason);
    return { facts: { privateEndpointId: id, groupIds: gap, subnetId: gap, dnsZones: gap }, told: [own] };
  }
  const groups = await network.zoneGroups(id);
  return {
    facts: { privateEndpointId: id, ...endpointFacts(own.value), dnsZones: zonesIn(groups) },
    told: [groups, own],
  };
}

/** A connection may stand on either list, by who had to let it in. */
function endpointFacts(raw: RawFacts): RawFacts {
  const properties = part(raw, 'properties');
  if (properties instanceof Gap) return { groupIds: properties, subnetId: properties };
  const connections = [properties.privateLinkServiceConnections, properties.manualPrivateLinkServiceConnections];
  return {
    groupIds: groupIds(connections.map(listOrEmpty)),
    subnetId: within(properties, 'subnet', 'id'),
  };
}

/** An endpoint that leads nowhere would not have been let in. */
function groupIds(connections: readonly unknown[]): unknown {
  if (!connections.every(Array.isArray)) return Gap.of('error');
  const lists = connections.flat().map((one: unknown) => (isRecord(one) ? within(one, 'properties', 'groupIds') : one));
  return lists.length > 0 && lists.every(Array.isArray) ? lists.flat().map(lowerCase) : Gap.of('error');
}

const zonesIn = ({ items, failure }: ToldList<RawFacts>): unknown => listTold(items.flatMap(zonesOfGroup), failure);

function zonesOfGroup(group: RawFacts): unknown[] {
  const properties = part(group, 'properties');
  const zones = properties instanceof Gap ? properties : listOrEmpty(properties.privateDnsZoneConfigs);
  if (!Array.isArray(zones)) return [Gap.of('error')];
  return zones.map((zone: unknown) =>
    isRecord(zone) ? zoneName(within(zone, 'properties', 'privateDnsZoneId')) : zone,
  );
}

const ZONE_ID = /\/providers\/Microsoft\.Network\/privateDnsZones\/([^/]+)$/i;

const zoneName = (id: unknown): unknown => ZONE_ID.exec(textIn(id))?.[1]?.toLowerCase() ?? Gap.of('error');
