/** Who can reach a vault's data plane at all, as its network settings add up; a facet of azure.vault. */
import type { Facet } from '../../model/catalog.ts';

export const exposureFacet = {
  planes: ['arm'],
  source: 'https://learn.microsoft.com/azure/key-vault/general/network-security',
  fields: {
    exposure: {
      type: 'object',
      about: 'Who can reach the vault over the network, whatever they may do there.',
      fields: {
        reachableFrom: {
          type: 'enum',
          values: [
            'internet',
            'someAddresses',
            'someSubnets',
            'perimeter',
            'trustedServicesOnly',
            'privateOnly',
            'nowhere',
          ],
          about:
            'The widest that gets in, the widest first: every public address, some, some subnets, members of a network ' +
            'security perimeter and whom it trusts, trusted Azure services, private endpoints, nobody.',
        },
        internetShare: {
          type: 'int',
          about: 'Public IPv4 addresses that get in, per thousand that there are, rounded up; 0 only if none does.',
        },
        addressCount: { type: 'int', about: 'Public IPv4 addresses that get in, each counted once.' },
        rangesCoverInternet: {
          type: 'bool',
          about: "Ranges in the firewall's rules, in force or not, together name every public IPv4 address.",
        },
        subnets: {
          type: 'int',
          about: 'Subnets that rules in force let in, each counted once; 0 while the firewall is off.',
        },
        trustedServices: {
          type: 'bool',
          about: 'Trusted Azure services get in, also where public access is disabled.',
        },
        approvedPrivateEndpoints: { type: 'int', about: 'Connections from private endpoints that were let in.' },
        pendingPrivateEndpoints: { type: 'int', about: 'Connections that wait for approval.' },
        foreignPrivateEndpoints: {
          type: 'int',
          about: "Connections that were let in from a subscription that is none of the tenant's known ones.",
        },
      },
    },
  },
} as const satisfies Facet;
