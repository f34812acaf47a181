/** What was deleted and can still be brought back: the kind azure.deletedObject. */
import type { Kind } from '../../model/catalog.ts';

export const deletedObject = {
  about: 'A vault, or a secret, key or certificate in one, that was deleted and can still be recovered.',
  parent: 'azure.vault',
  orUnder: 'azure.subscription',
  facets: {
    deletion: {
      planes: ['data', 'arm'],
      source: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
      fields: {
        objectType: {
          type: 'enum',
          values: ['vault', 'secret', 'key', 'certificate'],
          about: 'What was deleted. A deleted vault hangs on its subscription, all else on its vault.',
        },
        name: { type: 'string', about: 'The name that it had, and still takes.' },
        deletedAt: { type: 'timestamp', about: 'When it was deleted.' },
        scheduledPurgeAt: {
          type: 'timestamp',
          about: 'When the service deletes it for good. It always says; where it did not, this could not be read.',
        },
        recoveryLevel: {
          type: 'string',
          optional: true,
          about: 'Whether it may be purged before, as the data plane tells; absent for vaults.',
        },
        purgeProtection: {
          type: 'bool',
          optional: true,
          about: 'Of a deleted vault: whether it cannot be purged before. Absent for all else.',
        },
        location: { type: 'string', optional: true, about: 'Of a deleted vault: the Azure region.' },
        tags: {
          type: 'map',
          of: { type: 'string', about: 'Value of the tag.' },
          about: 'Tags that it had; none is an empty map.',
        },
        belongsToCertificate: {
          type: 'bool',
          about: 'It is the secret or the key of a certificate of the same name, and comes back with it.',
        },
      },
    },
  },
} as const satisfies Kind;
