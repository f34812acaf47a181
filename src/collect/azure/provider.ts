/** Azure: which subscriptions and vaults there are, and a block for each vault. */
import type { ScanScope } from '../../model/snapshot.ts';
import { BrokenList, Gap } from '../../model/gap.ts';
import {
  type Asked,
  type Block,
  type Failure,
  type Inventory,
  lastAsked,
  type Provider,
  type Recorder,
  type ToldList,
} from '../collector.ts';
import { EVERYTHING, type Plan } from '../plan.ts';
import { isRecord, type RawFacts, settle } from '../settle.ts';
import type { Texts } from '../truth.ts';
import { AuditLogs } from './audit-logs.ts';
import { azure } from './catalog.ts';
import type { AzureClient } from './client.ts';
import { statusOf } from './coverage-status.ts';
import { collectDeleted } from './deleted-objects.ts';
import { readDeletedVaults } from './deleted-vaults.ts';
import { Lists } from './lists.ts';
import { readLocks } from './locks.ts';
import { collectObjects } from './objects.ts';
import { NetworkClient } from './network-client.ts';
import { textIn } from './raw.ts';
import { reachOf } from './reach.ts';
import { type Purpose, unusable } from './failure.ts';
import { turnedAway } from './sign-in.ts';
import { coverSignInPolicy, readSignInPolicy, signInFacets } from './sign-in-policy.ts';
import { vaultNetwork, vaultPrivateEndpoints, vaultSettings } from './vault-facts.ts';
import { vaultList } from './subscription-vaults.ts';
import { ARM_VERSION, VaultClient } from './vault-client.ts';
import { hostOf, type VaultTarget } from './vault-target.ts';

const SUBSCRIPTIONS_VERSION = '2022-12-01';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const VAULT_ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.KeyVault\/vaults\/([0-9A-Za-z-]{1,127})$/i;

interface Subscription {
  readonly id: string;
  readonly raw: RawFacts;
  readonly asked: Asked;
}

export class AzureProvider implements Provider {
  readonly name = 'azure';
  readonly catalog = azure;
  readonly #client: AzureClient;
  readonly #scope: ScanScope;
  /** Used when no subscription tells the tenant. */
  readonly #tenantId: string | undefined;
  readonly #plan: Plan;
  readonly #logs: AuditLogs;
  readonly #network: NetworkClient;

  constructor(client: AzureClient, scope: ScanScope, tenantId?: string, plan: Plan = EVERYTHING) {
    this.#client = client;
    this.#scope = scope;
    this.#tenantId = tenantId;
    this.#plan = plan;
    this.#logs = new AuditLogs(client, plan);
    this.#network = new NetworkClient(client);
  }

  /** Throws SignInError where the token is not taken at all. */
  async inventory(recorder: Recorder): Promise<Inventory> {
    const [told, signInPolicy] = await Promise.all([
      this.#client.list(`https://${this.#client.cloud.arm}/subscriptions?api-version=${SUBSCRIPTIONS_VERSION}`, {
        what: 'the list of subscriptions',
        remedy: 'Grant the role Reader on the subscriptions to be scanned.',
      }),
      readSignInPolicy(this.#client, this.#plan),
    ]);
    if (told.asked.status === 401) throw turnedAway(told.failure?.code);
    const found = subscriptionsIn(told);
    this.#network.expect(idsOf(told, found), lastAsked(told));
    const subscriptions = this.#inScope(found);
    const tenantId = tenantOf(subscriptions) ?? this.#tenantId ?? 'unknown';
    const tenant = `tenant:${tenantId}`;
    recorder.resource({
      kind: 'azure.tenant',
      id: tenant,
      name: tenantId,
      facets: {
        directory: { asked: told.asked, facts: settle(azure['azure.tenant'].facets.directory.fields, { tenantId }) },
        ...signInFacets(signInPolicy, told.asked),
      },
    });
    const failure = told.failure ?? unusableSubscriptions(told, found) ?? this.#notSeen(subscriptions);
    this.#coverSubscriptions(recorder, tenant, lastAsked(told), failure);
    coverSignInPolicy(recorder, tenant, signInPolicy, this.#plan);
    const blocks: Block[] = [];
    for (const found of await Promise.all(
      subscriptions.map((subscription) => this.#vaults(subscription, tenant, recorder)),
    )) {
      found.record();
      blocks.push(...found.blocks);
    }
    if (!failure) this.#coverVaults(recorder, tenant, lastAsked(told), blocks);
    this.#logs.expect(blocks.map(({ id }) => id));
    return { ...(tenantId !== 'unknown' && { tenantId }), blocks: unique(blocks) };
  }

  #inScope(found: readonly Subscription[]): Subscription[] {
    const wanted = this.#scope.subscriptions.map((id) => id.toLowerCase());
    const chosen =
      wanted.length === 0 ? found : found.filter(({ id, raw }) => wanted.includes(id) || wanted.includes(nameOf(raw)));
    return [...chosen].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What was asked for and is not there is a hole in the scan, as a refusal is. */
  #coverSubscriptions(recorder: Recorder, tenant: string, asked: Asked, failure: Failure | undefined): void {
    const about = { resource: tenant, what: 'inventory', plane: 'arm' } as const;
    recorder.coverage({ ...about, ...statusOf(failure) });
    if (failure) recorder.unlisted({ kind: 'azure.subscription', parent: tenant, gap: failure.reason, asked });
  }

  /** The same for vaults that were asked for by name. */
  #coverVaults(recorder: Recorder, tenant: string, asked: Asked, blocks: readonly Block[]): void {
    const seen = new Set(blocks.map(({ name }) => name.toLowerCase()));
    const absent = this.#scope.vaults.filter((wanted) => !seen.has(wanted.toLowerCase()));
    if (absent.length === 0) return;
    const failure = notFound(`not among the vaults that this identity sees: ${absent.join(', ')}`, 'vault');
    recorder.coverage({ resource: tenant, what: 'inventory', plane: 'arm', ...statusOf(failure) });
    recorder.unlisted({ kind: 'azure.vault', parent: tenant, gap: failure.reason, asked });
  }

  #notSeen(subscriptions: readonly Subscription[]): Failure | undefined {
    const seen = new Set(subscriptions.flatMap(({ id, raw }) => [id, nameOf(raw)]));
    const absent = this.#scope.subscriptions.filter((wanted) => !seen.has(wanted.toLowerCase()));
    if (absent.length === 0) return undefined;
    return notFound(`not among the subscriptions that this identity sees: ${absent.join(', ')}`, 'subscription');
  }

  async #vaults(
    { id, raw, asked }: Subscription,
    tenant: string,
    recorder: Recorder,
  ): Promise<{ record(): void; blocks: Block[] }> {
    const client = this.#client;
    const plan = this.#plan;
    const logs = this.#logs;
    const network = this.#network;
    const resource = `subscription:${id}`;
    const purpose: Purpose = { what: 'the list of vaults', remedy: 'Grant the role Reader on the subscription.' };
    // The typed client throws for the whole list when one vault has no sku, and drops fields it does not know.
    const address = `https://${this.#client.cloud.arm}/subscriptions/${id}/providers/Microsoft.KeyVault/vaults?api-version=${ARM_VERSION}`;
    const deletedVaults = {
      subscription: id,
      parent: resource,
      unasked: asked,
      isWanted: (name: string) => this.#isWanted({ name }),
    };
    const [answer, recordDeleted] = await Promise.all([
      this.#client.list(address, purpose),
      readDeletedVaults(client, plan, deletedVaults),
    ]);
    const told = vaultList(answer, raw);
    const targets = told.items.map((vault) => ({ vault, target: this.#target(vault, id, raw.tenantId) }));
    const nameless = targets.filter(({ target }) => !target).length;
    const failure = told.failure ?? (nameless > 0 ? unusable(nameless, 'the list of vaults', 'id') : undefined);
    const record = () => {
      recorder.resource({
        kind: 'azure.subscription',
        id: resource,
        name: typeof raw.displayName === 'string' ? raw.displayName : id,
        parent: tenant,
        facets: {
          description: {
            asked,
            facts: settle(azure['azure.subscription'].facets.description.fields, { ...raw, subscriptionId: id }),
          },
        },
      });
      const remark = told.remark !== undefined && { detail: told.remark };
      recorder.coverage({ resource, what: 'inventory', plane: 'arm', ...statusOf(failure), ...remark });
      if (failure)
        recorder.unlisted({ kind: 'azure.vault', parent: resource, gap: failure.reason, asked: lastAsked(told) });
      recordDeleted(recorder, failure === undefined);
    };
    const blocks = targets
      .filter(
        (entry): entry is { vault: RawFacts; target: VaultTarget } =>
          entry.target !== undefined && this.#isWanted(entry.target),
      )
      .map(
        ({ vault, target }) =>
          new VaultBlock({
            client,
            plan,
            logs,
            network,
            raw: vault,
            target,
            asked: told.asked,
            subscription: resource,
          }),
      );
    return { record, blocks: blocks.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }

  #isWanted({ name }: Pick<VaultTarget, 'name'>): boolean {
    const { vaults } = this.#scope;
    return vaults.length === 0 || vaults.some((wanted) => wanted.toLowerCase() === name.toLowerCase());
  }

  /** Nothing if its id does not say that it is a vault of that subscription. */
  #target(vault: RawFacts, listedIn: string, homeTenant: unknown): VaultTarget | undefined {
    const id = textIn(vault.id);
    const [, subscriptionId, resourceGroup, name] = VAULT_ID.exec(id) ?? [];
    if (resourceGroup === undefined || name === undefined || subscriptionId?.toLowerCase() !== listedIn)
      return undefined;
    const properties = isRecord(vault.properties) ? vault.properties : {};
    const { permissionModel } = vaultSettings(vault, resourceGroup);
    const { tenantId } = properties;
    return {
      id,
      name,
      subscriptionId,
      resourceGroup,
      ...hostOf(this.#client.cloud, name, properties.vaultUri ?? undefined),
      ...(!(permissionModel instanceof Gap) && { permissionModel: permissionModel as 'rbac' | 'accessPolicy' }),
      ...(typeof tenantId === 'string' &&
        typeof homeTenant === 'string' &&
        tenantId.toLowerCase() !== homeTenant.toLowerCase() && { foreignTenant: tenantId }),
    };
  }
}

/** By id; what moved between pages while they were read comes twice. */
function subscriptionsIn({ items, asked }: ToldList<RawFacts>): Subscription[] {
  const found = items.map((raw) => ({ id: textIn(raw.subscriptionId).toLowerCase(), raw, asked }));
  return [...new Map(found.filter(({ id }) => GUID.test(id)).map((one) => [one.id, one])).values()];
}

/** All that the identity sees, in scope or not. */
function idsOf(told: ToldList<RawFacts>, found: readonly Subscription[]): Texts {
  const failure = told.failure ?? unusableSubscriptions(told, found);
  const ids = found.map(({ id }) => id);
  return failure ? new BrokenList(ids, Gap.of(failure.reason)) : ids;
}

function unusableSubscriptions({ items }: ToldList<RawFacts>, found: readonly Subscription[]): Failure | undefined {
  const known = new Set(found.map(({ id }) => id));
  const strange = items.filter(({ subscriptionId }) => !known.has(textIn(subscriptionId).toLowerCase()));
  return strange.length > 0 ? unusable(strange.length, 'the list of subscriptions', 'id') : undefined;
}

const nameOf = ({ displayName }: RawFacts): string => textIn(displayName).toLowerCase();

const notFound = (detail: string, what: string): Failure => ({
  reason: 'notFound',
  detail,
  remedy: `Check the name, and grant the role Reader on the ${what}.`,
});

/** A vault that moved between pages while they were read comes twice. */
const unique = (blocks: readonly Block[]): Block[] => [
  ...new Map(blocks.map((block) => [block.id.toLowerCase(), block])).values(),
];

function tenantOf(subscriptions: readonly Subscription[]): string | undefined {
  const told = subscriptions.map(({ raw }) => raw.tenantId).find((id) => typeof id === 'string' && GUID.test(id));
  return told as string | undefined;
}

interface VaultBlockParts {
  readonly client: AzureClient;
  readonly plan: Plan;
  readonly logs: AuditLogs;
  readonly network: NetworkClient;
  readonly raw: RawFacts;
  readonly target: VaultTarget;
  /** The list of vaults that told of it. */
  readonly asked: Asked;
  readonly subscription: string;
}

class VaultBlock implements Block {
  readonly id: string;
  readonly name: string;
  readonly #parts: VaultBlockParts;

  constructor(parts: VaultBlockParts) {
    this.id = parts.target.id;
    this.name = parts.target.name;
    this.#parts = parts;
  }

  async collect(recorder: Recorder): Promise<void> {
    const { client, plan, logs, network, raw, target, asked, subscription } = this.#parts;
    const vault = new VaultClient(client, target, plan);
    const lists = new Lists(vault, plan);
    const told = { network: vaultNetwork(raw), privateEndpoints: vaultPrivateEndpoints(raw) };
    const facts = { ...told.network, ...told.privateEndpoints };
    const [{ diagnostics, trail, coverage }, reach, locks] = await Promise.all([
      logs.of(vault, asked),
      reachOf({ vault, network, plan, facts, unasked: asked }),
      readLocks(vault, plan, asked),
      lists.ask(),
    ]);
    const settings = vaultSettings(raw, target.resourceGroup);
    recorder.resource({
      kind: 'azure.vault',
      id: this.id,
      name: this.name,
      parent: subscription,
      host: target.host,
      facets: {
        settings: { asked, facts: settings },
        network: { asked, facts: told.network },
        privateEndpoints: { asked, facts: told.privateEndpoints },
        ...reach.facets,
        locks: locks.facet,
        diagnostics,
        logs: trail.logs,
      },
    });
    for (const what of ['settings', 'network'] as const)
      recorder.coverage({ resource: this.id, what, plane: 'arm', ...this.#coverage() });
    for (const covered of reach.coverage) recorder.coverage(covered);
    for (const covered of [...locks.coverage, ...coverage]) recorder.coverage({ resource: this.id, ...covered });
    const collecting = { vault, recorder, plan, unasked: asked, lists };
    await collectObjects({ ...collecting, trail });
    await collectDeleted({ ...collecting, softDelete: settings.softDelete as boolean | Gap | undefined });
  }

  #coverage() {
    if (isRecord(this.#parts.raw.properties)) return { status: 'read' } as const;
    return { status: 'error', detail: 'the vault came without its properties', remedy: 'Run the scan again.' } as const;
  }
}
