/** The vaults of a subscription that were deleted and can still be brought back. */
import { type Asked, lastAsked, type Recorder } from '../collector.ts';
import type { Plan } from '../plan.ts';
import type { RawFacts } from '../settle.ts';
import type { AzureClient } from './client.ts';
import type { Cloud } from './clouds.ts';
import { statusOf } from './coverage-status.ts';
import { deletedVaultFacts } from './deleted-facts.ts';
import { DELETED } from './deleted-objects.ts';
import { unusable } from './failure.ts';
import { textIn } from './raw.ts';
import { ARM_VERSION } from './vault-client.ts';

const DELETED_VAULT_ID =
  /^\/subscriptions\/([^/]+)\/providers\/Microsoft\.KeyVault\/locations\/[^/]+\/deletedVaults\/([0-9A-Za-z-]{1,127})$/i;

interface DeletedVault {
  readonly id: string;
  readonly name: string;
  readonly raw: RawFacts;
}

/** Where to look for them, and which of them count. */
export interface DeletedVaultsOf {
  /** GUID of the subscription. */
  readonly subscription: string;
  /** Its resource's id. */
  readonly parent: string;
  /** Told of the subscription: all that can be named for what is not asked for. */
  readonly unasked: Asked;
  isWanted(name: string): boolean;
}

/** Writes down what was told. Where the vaults could not be listed, that is said already for all that hangs on them. */
export type RecordDeleted = (recorder: Recorder, vaultsListed: boolean) => void;

/** The list says nothing of what is in them: nobody can know before a vault is recovered. */
export async function readDeletedVaults(client: AzureClient, plan: Plan, of: DeletedVaultsOf): Promise<RecordDeleted> {
  const { subscription, parent, unasked } = of;
  if (!plan.needsKind(DELETED))
    return (recorder) => recorder.unlisted({ kind: DELETED, parent, gap: 'skipped', asked: unasked });
  const path = `subscriptions/${subscription}/providers/Microsoft.KeyVault/deletedVaults`;
  const told = await client.list(`https://${client.cloud.arm}/${path}?api-version=${ARM_VERSION}`, {
    what: 'deleted vaults',
    remedy: 'Grant the role Reader on the subscription.',
  });
  const vaults = told.items.flatMap((raw) => vaultOf(raw, subscription));
  const nameless = told.items.length - vaults.length;
  const failure = told.failure ?? (nameless > 0 ? unusable(nameless, 'the list of deleted vaults', 'id') : undefined);
  return (recorder, vaultsListed) => {
    recorder.coverage({ resource: parent, what: 'deletedObjects', plane: 'arm', ...statusOf(failure) });
    if (failure && vaultsListed)
      recorder.unlisted({ kind: DELETED, parent, gap: failure.reason, asked: lastAsked(told) });
    for (const vault of vaults.filter(({ name }) => of.isWanted(name)).sort((a, b) => (a.id < b.id ? -1 : 1)))
      recorder.resource(resourceOf(vault, parent, told.asked, client.cloud));
  };
}

/** Its host stays taken while it can be recovered. */
const resourceOf = ({ id, name, raw }: DeletedVault, parent: string, asked: Asked, cloud: Cloud) => ({
  kind: DELETED,
  id,
  name,
  parent,
  host: `${name.toLowerCase()}${cloud.vaultSuffix}`,
  facets: { deletion: { asked, facts: deletedVaultFacts(name, raw) } },
});

function vaultOf(raw: RawFacts, subscription: string): DeletedVault[] {
  const id = textIn(raw.id);
  const [, listedIn, name] = DELETED_VAULT_ID.exec(id) ?? [];
  return name !== undefined && listedIn?.toLowerCase() === subscription ? [{ id, name, raw }] : [];
}
