/** What is known of the network security perimeter that a vault is in; a facet of azure.vault. */
import type { Facet } from '../../model/catalog.ts';
import { texts } from './field-words.ts';

export const perimeterFacet = {
  planes: ['arm'],
  source: 'https://learn.microsoft.com/azure/private-link/network-security-perimeter-concepts',
  fields: {
    perimeterAccessMode: {
      type: 'enum',
      values: ['Enforced', 'Learning', 'Audit'],
      optional: true,
      about:
        'Mode of the network security perimeter, Learning being what the portal calls transition; absent if the vault ' +
        'is in none.',
    },
    perimeterInboundRules: {
      type: 'list',
      optional: true,
      about: 'What the perimeter lets in from outside of it; absent if the vault is in none.',
      of: {
        type: 'object',
        about: 'An inbound access rule.',
        fields: {
          name: { type: 'string', optional: true, about: 'Name of the rule.' },
          addressPrefixes: texts('Addresses that it lets in.', 'An address or CIDR range, IPv4 or IPv6.'),
          subscriptions: texts('Subscriptions whose managed identities it lets in.', 'ARM id of a subscription.'),
          perimeters: texts('Other perimeters that it lets in.', 'ARM id of a perimeter.'),
          serviceTags: texts('Services whose addresses it lets in.', 'A service tag, as Azure names it.'),
        },
      },
    },
  },
} as const satisfies Facet;
