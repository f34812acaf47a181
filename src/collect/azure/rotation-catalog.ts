/** When a key's rotation policy will next do its work, if ever; a facet of azure.key. */
import type { Facet } from '../../model/catalog.ts';

export const rotationDatesFacet = {
  planes: ['data', 'arm'],
  source: 'https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation',
  fields: {
    nextRotation: {
      type: 'timestamp',
      optional: true,
      about:
        'When the rotation policy rotates the current version, which may be past; months and years are those of the ' +
        'calendar. Absent if it never will.',
    },
    rotationCanFire: {
      type: 'bool',
      about:
        'Whether the rotation policy can ever rotate the current version: one that counts from the expiry cannot ' +
        'without an expiry, both of the key and in the policy. False without a policy.',
    },
  },
} as const satisfies Facet;
