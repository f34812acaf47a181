/**
 * From a vault's perimeter configurations to facts. Their form is the one that all services share:
 * https://github.com/Azure/azure-rest-api-specs, specification/keyvault, 2026-04-01-preview.
 */
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import type { ToldList } from '../collector.ts';
import { isRecord, type RawFacts, settle, settleGap } from '../settle.ts';
import { perimeterFacet } from './perimeter-catalog.ts';
import { listOrEmpty, lowerCase, part, within } from './raw.ts';

const { fields } = perimeterFacet;

export type PerimeterFacts = FactsOf<typeof fields>;

/** A vault without any configuration is in no perimeter. One that is not found may be in any. */
export function perimeterFacts({ items, failure }: ToldList<RawFacts>): PerimeterFacts {
  if (failure) return settleGap(fields, Gap.of(failure.reason));
  if (items.length === 0) return {};
  return settle(fields, {
    perimeterAccessMode: accessMode(items),
    perimeterInboundRules: items.flatMap(inboundRules),
  });
}

/** Where associations say different things, which of them prevails is not described. */
function accessMode(items: readonly RawFacts[]): unknown {
  const modes = items.map(modeOf);
  const different = new Set(modes.map(lowerCase));
  return different.size === 1 ? modes[0] : (modes.find((mode) => mode instanceof Gap) ?? Gap.of('unsupported'));
}

/** A configuration that is not in force, or not any more, does not tell what is. */
function modeOf(item: RawFacts): unknown {
  const properties = part(item, 'properties');
  if (properties instanceof Gap) return properties;
  if (lowerCase(properties.provisioningState ?? 'Succeeded') !== 'succeeded') return Gap.of('unsupported');
  return within(properties, 'resourceAssociation', 'accessMode') ?? Gap.of('error');
}

function inboundRules(item: RawFacts): unknown[] {
  const properties = part(item, 'properties');
  const profile = properties instanceof Gap ? properties : part(properties, 'profile');
  const rules = profile instanceof Gap ? profile : profile.accessRules;
  return Array.isArray(rules) ? rules.flatMap(inboundRule) : [Gap.of('error')];
}

/** A rule whose direction is not known may be an inbound one. */
function inboundRule(rule: unknown): unknown[] {
  const properties = isRecord(rule) ? part(rule, 'properties') : Gap.of('error');
  if (properties instanceof Gap) return [properties];
  const direction = lowerCase(properties.direction);
  if (direction === 'outbound') return [];
  return [direction === 'inbound' ? inbound((rule as RawFacts).name, properties) : Gap.of('unsupported')];
}

const inbound = (name: unknown, properties: RawFacts): RawFacts => ({
  name,
  addressPrefixes: listOrEmpty(properties.addressPrefixes),
  subscriptions: idsOf(properties.subscriptions),
  perimeters: idsOf(properties.networkSecurityPerimeters),
  serviceTags: listOrEmpty(properties.serviceTags),
});

function idsOf(list: unknown): unknown {
  const items = listOrEmpty(list);
  return Array.isArray(items) ? items.map((item: unknown) => (isRecord(item) ? item.id : item)) : items;
}
