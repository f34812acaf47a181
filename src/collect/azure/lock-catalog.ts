/** What keeps a vault from being deleted or changed through Resource Manager; a facet of azure.vault. */
import type { Facet } from '../../model/catalog.ts';

export const locksFacet = {
  planes: ['arm'],
  source: 'https://learn.microsoft.com/rest/api/resources/management-locks/list-by-scope',
  fields: {
    locks: {
      type: 'list',
      about: 'Management locks on the vault, above it and below it.',
      of: {
        type: 'object',
        about: 'A lock.',
        fields: {
          name: { type: 'string', about: 'Its name.' },
          level: {
            type: 'enum',
            values: ['CanNotDelete', 'ReadOnly', 'NotSpecified'],
            about: 'What it forbids; ReadOnly forbids deletion, too.',
          },
          scope: {
            type: 'enum',
            values: ['subscription', 'resourceGroup', 'vault', 'below'],
            about: 'Where it stands, from its id; one below the vault protects a part of it, not the vault.',
          },
          notes: { type: 'string', optional: true, about: 'What whoever set it wrote.' },
        },
      },
    },
  },
} as const satisfies Facet;
