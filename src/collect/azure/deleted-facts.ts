/** From what was deleted, as the service lists it, to facts. */
import { Gap } from '../../model/gap.ts';
import { type RawFacts, settle, settleGap } from '../settle.ts';
import { deletedObject } from './deleted-catalog.ts';
import { instant, isObjectName, isoInstant, nameUnder, part, within } from './raw.ts';
import type { ObjectKind } from './vault-client.ts';

const { fields } = deletedObject.facets.deletion;

const OBJECT_TYPES = { secrets: 'secret', keys: 'key', certificates: 'certificate' } as const;

/**
 * Of an item of `GET https://{vault}/deletedsecrets` and its like; `recoveryId` is what it is known by there. Undefined
 * if the item has no name that Azure would allow.
 */
export function nameOfDeleted(host: string, kind: ObjectKind, raw: RawFacts): string | undefined {
  const told = nameUnder(`https://${host}/deleted${kind}`, raw.recoveryId);
  const name = told ?? nameUnder(`https://${host}/${kind}`, raw.id ?? raw.kid);
  return isObjectName(name) ? name : undefined;
}

/** Times are unix seconds. */
export const deletedObjectFacts = (
  kind: ObjectKind,
  name: string,
  raw: RawFacts,
  belongsToCertificate: boolean | Gap,
): object =>
  settle(fields, {
    objectType: OBJECT_TYPES[kind],
    name,
    deletedAt: instant(raw.deletedDate),
    scheduledPurgeAt: instant(raw.scheduledPurgeDate),
    recoveryLevel: within(raw, 'attributes', 'recoveryLevel'),
    tags: raw.tags ?? {},
    belongsToCertificate,
  });

/** Of an item of a subscription's `deletedVaults`; times are ISO 8601. */
export function deletedVaultFacts(name: string, raw: RawFacts): object {
  const own = { objectType: 'vault', name, belongsToCertificate: false };
  const properties = part(raw, 'properties');
  if (properties instanceof Gap) return { ...settleGap(fields, properties), ...own };
  return settle(fields, {
    ...own,
    deletedAt: isoInstant(properties.deletionDate),
    scheduledPurgeAt: isoInstant(properties.scheduledPurgeDate),
    purgeProtection: properties.purgeProtectionEnabled,
    location: properties.location,
    tags: properties.tags ?? {},
  });
}
