/** What became of the subnets that a vault's firewall names; a facet of azure.vault. */
import type { Facet } from '../../model/catalog.ts';

export const subnetsFacet = {
  planes: ['arm'],
  source: 'https://learn.microsoft.com/rest/api/virtualnetwork/subnets/get',
  fields: {
    subnets: {
      type: 'list',
      about: "Subnets that rules of the vault's firewall name, each once.",
      of: {
        type: 'object',
        about: 'A subnet.',
        fields: {
          subnetId: { type: 'string', about: 'ARM id of the subnet, as the rule has it.' },
          exists: { type: 'bool', about: 'It is there; a rule outlives its subnet.' },
          hasServiceEndpoint: {
            type: 'bool',
            about: 'It has a service endpoint for Key Vault, without which the rule lets nobody in.',
          },
        },
      },
    },
  },
} as const satisfies Facet;
