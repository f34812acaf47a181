/** Where the names of a vault lead that is reached through private endpoints; a facet of azure.vault. */
import type { Facet } from '../../model/catalog.ts';
import { texts } from './field-words.ts';

export const privateDnsFacet = {
  planes: ['arm'],
  source: 'https://learn.microsoft.com/rest/api/virtualnetwork/private-dns-zone-groups/list',
  fields: {
    privateDns: {
      type: 'list',
      about: "Private endpoints that were let in, with the DNS zones that know the vault's private address.",
      of: {
        type: 'object',
        about: 'A private endpoint.',
        fields: {
          privateEndpointId: { type: 'string', about: 'ARM id of the private endpoint.' },
          groupIds: texts('What it leads to.', 'A sub-resource, lower case: vault.'),
          subnetId: { type: 'string', optional: true, about: 'ARM id of the subnet that it stands in.' },
          dnsZones: texts(
            'Zones that its DNS zone groups write its address to.',
            'Name of a private DNS zone, lower case.',
          ),
        },
      },
    },
  },
} as const satisfies Facet;
