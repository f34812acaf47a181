/**
 * Who can reach a vault over the network. What could not be read never makes it look less exposed: where it might add
 * to an answer, the answer is a gap. Sources: https://learn.microsoft.com/azure/key-vault/general/network-security
 * and https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition
 */
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import { settle } from '../settle.ts';
import { every, not, some, type Texts, type Truth } from '../truth.ts';
import { PUBLIC_IPV4_ADDRESSES } from './address-space.ts';
import { exposureFacet } from './exposure-catalog.ts';
import { type FirewallRules, firewallRules, type NetworkFacts } from './firewall-rules.ts';
import { approvals, type PrivateEndpointFacts, privateEndpointCounts } from './private-endpoints.ts';
import { choose, isOne } from './truth-count.ts';

/**
 * From a vault's settled facts. `knownSubscriptions` are the GUIDs of the tenant's subscriptions; a list that could not
 * be read, or not to its end, leaves it open whose a private endpoint is.
 */
export function exposureFacts(
  vault: NetworkFacts & PrivateEndpointFacts,
  knownSubscriptions: Texts,
): FactsOf<typeof exposureFacet.fields> {
  const { privateEndpointConnections: connections = [] } = vault;
  const inbound = inboundOf(vault);
  const { rules } = inbound;
  return settle(exposureFacet.fields, {
    exposure: {
      reachableFrom: reachableFrom(inbound, some(approvals(connections))),
      internetShare: withPerimeter(inbound, byFirewall(inbound, rules.share, 1000), 1000),
      addressCount: withPerimeter(
        inbound,
        byFirewall(inbound, rules.addresses, PUBLIC_IPV4_ADDRESSES),
        PUBLIC_IPV4_ADDRESSES,
      ),
      subnets: byFirewall(inbound, rules.subnets, 0),
      trustedServices: inbound.trustedServices,
      ...privateEndpointCounts(connections, knownSubscriptions),
    },
  });
}

/** The ways in over public networks, each by itself. */
interface Inbound {
  /** The vault's own firewall has a say; otherwise its rules for addresses and subnets do nothing. */
  readonly firewallDecides: Truth;
  /** The rules of a perimeter have a say, alone or beside the firewall's. */
  readonly perimeterDecides: Truth;
  readonly rules: FirewallRules;
  readonly everyone: Truth;
  readonly trustedServices: Truth;
}

/**
 * Disabled and SecuredByPerimeter silence the firewall's rules, and so does a perimeter that is enforced; one that learns
 * adds its rules to theirs. Trusted services pass where public access is disabled, but not where a perimeter is enforced
 * or access is secured by a perimeter that the vault is not in.
 */
function inboundOf({ publicNetworkAccess = 'Enabled', perimeterAccessMode: mode, network }: NetworkFacts): Inbound {
  const is = (access: Access): Truth => isOne(publicNetworkAccess, access, ACCESS);
  const isEnforced = mode === undefined ? false : isOne(mode, 'Enforced', MODES);
  const inPerimeter = mode instanceof Gap ? mode : mode !== undefined;
  const rules = firewallRules(network);
  const firewallDecides = every([is('Enabled'), not(isEnforced)]);
  const everyone = every([firewallDecides, rules.admitsAll]);
  const bypass = every([rules.bypass, not(isEnforced), some([not(is('SecuredByPerimeter')), inPerimeter])]);
  return {
    firewallDecides,
    perimeterDecides: some([is('SecuredByPerimeter'), inPerimeter]),
    rules,
    everyone,
    trustedServices: some([everyone, bypass]),
  };
}

type Access = (typeof ACCESS)[number];
const ACCESS = ['Enabled', 'Disabled', 'SecuredByPerimeter'] as const;
const MODES = ['Enforced', 'Learning', 'Audit'] as const;

/** A perimeter's rules are not read. */
const UNREAD_RULES = Gap.of('unsupported');

/** The widest that gets in. Whether something wider does has to be known first. */
function reachableFrom(inbound: Inbound, hasPrivateEndpoint: Truth): string | Gap {
  const { firewallDecides, perimeterDecides, rules, everyone, trustedServices } = inbound;
  const byRule = (number: number | Gap): Truth =>
    every([firewallDecides, rules.isOn, number instanceof Gap ? number : number > 0]);
  const perimeterAddsSome = every([firewallDecides, perimeterDecides, UNREAD_RULES]);
  return first([
    ['internet', some([everyone, perimeterAddsSome])],
    ['someAddresses', byRule(rules.addresses)],
    ['someSubnets', byRule(rules.subnets)],
    ['perimeter', perimeterDecides],
    ['trustedServicesOnly', trustedServices],
    ['privateOnly', hasPrivateEndpoint],
    ['nowhere', true],
  ]);
}

type Level = (typeof exposureFacet.fields.exposure.fields.reachableFrom.values)[number];

function first(levels: readonly (readonly [Level, Truth])[]): string | Gap {
  const [level, truth] = levels.find(([, truth]) => truth !== false) ?? ['nowhere', true];
  return truth instanceof Gap ? truth : level;
}

/** What the firewall lets in: what its rules name, or what stands for it when it is off; 0 if it has no say. */
const byFirewall = ({ firewallDecides, rules }: Inbound, named: number | Gap, whenOff: number): number | Gap =>
  choose(firewallDecides, choose<number | Gap>(rules.isOn, named, whenOff), 0);

/** A perimeter can only add to what there is, up to all. */
const withPerimeter = ({ perimeterDecides }: Inbound, number: number | Gap, all: number): number | Gap =>
  choose(perimeterDecides, number === all ? all : UNREAD_RULES, number);
