/** A vault's management locks: its own, those above it, those below it. */
import { Gap } from '../../model/gap.ts';
import type { Coverage } from '../../model/snapshot.ts';
import type { Asked, Facet, ToldList } from '../collector.ts';
import type { Plan } from '../plan.ts';
import { type RawFacts, settle } from '../settle.ts';
import { statusOf } from './coverage-status.ts';
import { listTold, skippedFacet } from './facet.ts';
import { locksFacet } from './lock-catalog.ts';
import { textIn, within } from './raw.ts';
import type { VaultClient } from './vault-client.ts';
import type { VaultTarget } from './vault-target.ts';

const { fields } = locksFacet;

export interface ReadLocks {
  readonly facet: Facet;
  readonly coverage: readonly Omit<Coverage, 'resource'>[];
}

/** `unasked` is the source of what is not asked for. */
export async function readLocks(vault: VaultClient, plan: Plan, unasked: Asked): Promise<ReadLocks> {
  if (!plan.needsFacet('azure.vault', 'locks')) return { facet: skippedFacet(fields, unasked), coverage: [] };
  const told = await vault.locks();
  return {
    facet: { asked: told.asked, facts: lockFacts(vault.target, told) },
    coverage: [{ what: 'locks', plane: 'arm', ...statusOf(told.failure) }],
  };
}

export const lockFacts = (target: VaultTarget, { items, failure }: ToldList<RawFacts>): object =>
  settle(fields, {
    locks: listTold(
      items.map((raw) => lock(target, raw)),
      failure,
    ),
  });

const lock = (target: VaultTarget, raw: RawFacts): RawFacts => ({
  name: raw.name,
  level: within(raw, 'properties', 'level'),
  scope: scopeOf(target, textIn(raw.id).toLowerCase()),
  notes: within(raw, 'properties', 'notes'),
});

const LOCKS = '/providers/microsoft.authorization/locks/';

/** What a lock's id says in front of the lock itself; one that stands nowhere near the vault is not understood. */
function scopeOf({ id: vaultId, subscriptionId }: VaultTarget, id: string): string | Gap {
  const holder = id.slice(0, Math.max(0, id.lastIndexOf(LOCKS)));
  const vault = vaultId.toLowerCase();
  if (holder === `/subscriptions/${subscriptionId.toLowerCase()}`) return 'subscription';
  if (holder === vault.slice(0, vault.lastIndexOf('/providers/'))) return 'resourceGroup';
  if (holder === vault) return 'vault';
  return holder.startsWith(`${vault}/`) ? 'below' : Gap.of('error');
}
