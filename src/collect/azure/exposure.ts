/**
 * Who can reach a vault over the network. What could not be read never makes it look less exposed: where it might add
 * to an answer, the answer is a gap. Sources: https://learn.microsoft.com/azure/key-vault/general/network-security
 * and https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition
 */
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import { settle } from '../settle.ts';
import { every, not, some, type Texts, type Truth } from '../truth.ts';
import { type AddressSpace, type Ipv4Space, ipv4Space, ipv6Space, PUBLIC_IPV4_ADDRESSES } from './address-space.ts';
import { exposureFacet } from './exposure-catalog.ts';
import { type FirewallRules, firewallRules, type NetworkFacts } from './firewall-rules.ts';
import type { PerimeterFacts } from './perimeter-facts.ts';
import { admittedRanges } from './perimeter-rules.ts';
import { approvals, type PrivateEndpointFacts, privateEndpointCounts } from './private-endpoints.ts';
import { choose, isOne } from './truth-count.ts';

/**
 * From a vault's settled facts. `knownSubscriptions` are the GUIDs of the tenant's subscriptions; a list that could not
 * be read, or not to its end, leaves it open whose a private endpoint is.
 */
export function exposureFacts(
  vault: NetworkFacts & PerimeterFacts & PrivateEndpointFacts,
  knownSubscriptions: Texts,
): FactsOf<typeof exposureFacet.fields> {
  const { privateEndpointConnections: connections = [] } = vault;
  const inbound = inboundOf(vault);
  return settle(exposureFacet.fields, {
    exposure: {
      reachableFrom: reachableFrom(inbound, some(approvals(connections))),
      internetShare: admitted(inbound, ({ share }) => share, 1000),
      addressCount: admitted(inbound, ({ publicAddresses }) => publicAddresses, PUBLIC_IPV4_ADDRESSES),
      rangesCoverInternet: inbound.ranges.firewall.isWholeInternet,
      subnets: byFirewall(inbound, inbound.firewall.subnets, 0),
      trustedServices: inbound.trustedServices,
      ...privateEndpointCounts(connections, knownSubscriptions),
    },
  });
}

/** The ways in over public networks. */
interface Inbound {
  /** The vault's own firewall has a say; otherwise its rules for addresses and subnets do nothing. */
  readonly firewallDecides: Truth;
  /** The rules of a perimeter have a say, alone or beside the firewall's. */
  readonly perimeterDecides: Truth;
  readonly firewall: FirewallRules;
  /** Public addresses that rules name: the firewall's, the perimeter's, and both together. */
  readonly ranges: Record<'firewall' | 'perimeter' | 'both', Ipv4Space>;
  /** The same of IPv6, which only a perimeter's rules can name. */
  readonly ranges6: AddressSpace<bigint>;
  readonly everyone: Truth;
  readonly trustedServices: Truth;
}

/**
 * Disabled and SecuredByPerimeter silence the firewall's rules, and so does a perimeter that is enforced; one that learns
 * adds its rules to theirs. Trusted services pass where public access is disabled, but not where a perimeter is enforced
 * or access is secured by a perimeter that the vault is not in: then nobody gets in over public networks.
 */
function inboundOf(vault: NetworkFacts & PerimeterFacts): Inbound {
  const { publicNetworkAccess = 'Enabled', perimeterAccessMode: mode, network } = vault;
  const is = (access: Access): Truth => isOne(publicNetworkAccess, access, ACCESS);
  const isEnforced = mode === undefined ? false : isOne(mode, 'Enforced', MODES);
  const perimeterDecides = mode instanceof Gap ? mode : mode !== undefined;
  const firewallDecides = every([is('Enabled'), not(isEnforced)]);
  const firewall = firewallRules(network);
  const named = admittedRanges(vault.perimeterInboundRules);
  const ranges = {
    firewall: ipv4Space(firewall.ranges),
    perimeter: ipv4Space(named),
    both: ipv4Space([...firewall.ranges, ...named]),
  };
  const ranges6 = ipv6Space(named);
  const everyone = some([
    every([firewallDecides, some([not(firewall.isOn), ranges.firewall.isWholeInternet])]),
    every([perimeterDecides, some([ranges.perimeter.isWholeInternet, ranges6.isWholeInternet])]),
    every([firewallDecides, perimeterDecides, ranges.both.isWholeInternet]),
  ]);
  const bypass = every([firewall.bypass, not(isEnforced), some([not(is('SecuredByPerimeter')), perimeterDecides])]);
  return {
    firewallDecides,
    perimeterDecides,
    firewall,
    ranges,
    ranges6,
    everyone,
    trustedServices: some([everyone, bypass]),
  };
}

type Access = (typeof ACCESS)[number];
const ACCESS = ['Enabled', 'Disabled', 'SecuredByPerimeter'] as const;
const MODES = ['Enforced', 'Learning', 'Audit'] as const;

/** The widest that gets in. Whether something wider does has to be known first. */
function reachableFrom(inbound: Inbound, hasPrivateEndpoint: Truth): string | Gap {
  const { firewallDecides, perimeterDecides, firewall, ranges, ranges6, everyone, trustedServices } = inbound;
  const byRule = (number: number | Gap): Truth => every([firewallDecides, firewall.isOn, isAny(number)]);
  const byPerimeter = some([isAny(ranges.perimeter.publicAddresses), isAny(ranges6.publicAddresses)]);
  return first([
    ['internet', everyone],
    ['someAddresses', some([byRule(ranges.firewall.publicAddresses), every([perimeterDecides, byPerimeter])])],
    ['someSubnets', byRule(firewall.subnets)],
    ['perimeter', perimeterDecides],
    ['trustedServicesOnly', trustedServices],
    ['privateOnly', hasPrivateEndpoint],
    ['nowhere', true],
  ]);
}

const isAny = (number: number | bigint | Gap): Truth => (number instanceof Gap ? number : number > 0);

type Level = (typeof exposureFacet.fields.exposure.fields.reachableFrom.values)[number];

function first(levels: readonly (readonly [Level, Truth])[]): string | Gap {
  const [level, truth] = levels.find(([, truth]) => truth !== false) ?? ['nowhere', true];
  return truth instanceof Gap ? truth : level;
}

/** What the firewall lets in: what its rules name, or what stands for it when it is off; 0 if it has no say. */
const byFirewall = (
  { firewallDecides, firewall }: Inbound,
  named: number | Gap,
  whenOff: number,
  otherwise: number | Gap = 0,
): number | Gap =>
  choose<number | Gap>(firewallDecides, choose<number | Gap>(firewall.isOn, named, whenOff), otherwise);

/** A number of public addresses, by whichever rules have a say; `all` while the firewall is off. */
function admitted(inbound: Inbound, numberOf: (space: Ipv4Space) => number | Gap, all: number): number | Gap {
  const { firewall, perimeter, both } = inbound.ranges;
  return choose<number | Gap>(
    inbound.perimeterDecides,
    byFirewall(inbound, numberOf(both), all, numberOf(perimeter)),
    byFirewall(inbound, numberOf(firewall), all),
  );
}
