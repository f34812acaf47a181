/** What a vault's own firewall lets in while it has a say. Source: https://learn.microsoft.com/azure/key-vault/general/network-security */
import type { FactsOf } from '../../model/catalog.ts';
import { addressRange } from '../../model/address-ranges.ts';
import { Gap } from '../../model/gap.ts';
import type { Truth } from '../truth.ts';
import type { azure } from './catalog.ts';
import { distinct, isOne, textsOf } from './truth-count.ts';

export type NetworkFacts = FactsOf<(typeof azure)['azure.vault']['facets']['network']['fields']>;
type Firewall = Exclude<NetworkFacts['network'], Gap | undefined>;

export interface FirewallRules {
  /** Only what rules name gets in. */
  readonly isOn: Truth;
  /** Addresses that the rules name. */
  readonly ranges: readonly (string | Gap)[];
  /** Different subnets that the rules name. */
  readonly subnets: number | Gap;
  /** Trusted services pass whatever the rules say. */
  readonly bypass: Truth;
}

/** A firewall that was never set is off, and lets trusted services pass as one does that does not mention them. */
export function firewallRules(network: NetworkFacts['network']): FirewallRules {
  const firewall = network instanceof Gap ? unread(network) : (network ?? NEVER_SET);
  return {
    isOn: isOne(firewall.defaultAction ?? 'Allow', 'Deny', ['Allow', 'Deny']),
    ranges: textsOf(firewall.ipRules, ({ value }) => (value instanceof Gap ? value : ipv4Only(value))),
    subnets: distinct(textsOf(firewall.virtualNetworkRules, ({ subnetId }) => subnetId)),
    bypass: isOne(firewall.bypass ?? 'AzureServices', 'AzureServices', ['AzureServices', 'None']),
  };
}

const NEVER_SET: Firewall = { ipRules: [], virtualNetworkRules: [] };
const unread = (gap: Gap): Firewall => ({ defaultAction: gap, bypass: gap, ipRules: gap, virtualNetworkRules: gap });

/** The service takes no IPv6 rules: what one would let in is not known. */
const ipv4Only = (range: string): string | Gap => (addressRange(range)?.family === 6 ? Gap.of('unsupported') : range);
