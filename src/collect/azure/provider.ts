/** Azure: which subscriptions and vaults there are, and a block for each vault. */
import type { ScanScope } from '../../model/snapshot.ts';
import { Gap } from '../../model/gap.ts';
import type { Asked, Block, Failure, Inventory, Provider, Recorder } from '../collector.ts';
import { isRecord, type RawFacts, settle } from '../settle.ts';
import { azure } from './catalog.ts';
import type { AzureClient } from './client.ts';
import { coverageOf, collectObjects } from './objects.ts';
import type { Purpose } from './failure.ts';
import { vaultNetwork, vaultPrivateEndpoints, vaultSettings } from './vault-facts.ts';
import { ARM_VERSION, VaultClient } from './vault-client.ts';
import { hostOf, type VaultTarget } from './vault-target.ts';

const SUBSCRIPTIONS_VERSION = '2022-12-01';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const VAULT_ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.KeyVault\/vaults\/([0-9A-Za-z-]{1,127})$/i;

/** Asked of the user: nothing is found otherwise. */
export class ScopeError extends Error {
  override readonly name = 'ScopeError';
}

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

  constructor(client: AzureClient, scope: ScanScope, tenantId?: string) {
    this.#client = client;
    this.#scope = scope;
    this.#tenantId = tenantId;
  }

  async inventory(recorder: Recorder): Promise<Inventory> {
    const told = await this.#client.list(
      `https://${this.#client.cloud.arm}/subscriptions?api-version=${SUBSCRIPTIONS_VERSION}`,
      {
        what: 'the list of subscriptions',
        remedy: 'Grant the role Reader on the subscriptions to be scanned.',
      },
    );
    const subscriptions = this.#inScope(
      told.items.map((raw) => ({ id: String(raw.subscriptionId).toLowerCase(), raw, asked: told.asked })),
    );
    const tenantId = tenantOf(subscriptions) ?? this.#tenantId ?? 'unknown';
    const tenant = `tenant:${tenantId}`;
    recorder.resource({
      kind: 'azure.tenant',
      id: tenant,
      name: tenantId,
      facets: {
        directory: { asked: told.asked, facts: settle(azure['azure.tenant'].facets.directory.fields, { tenantId }) },
      },
    });
    this.#coverSubscriptions(recorder, tenant, told.asked, told.failure, subscriptions);
    const blocks: Block[] = [];
    for (const found of await Promise.all(
      subscriptions.map((subscription) => this.#vaults(subscription, tenant, recorder)),
    )) {
      found.record();
      blocks.push(...found.blocks);
    }
    return { ...(tenantId !== 'unknown' && { tenantId }), blocks: unique(blocks) };
  }

  #inScope(found: readonly Subscription[]): Subscription[] {
    const usable = found.filter(({ id }) => GUID.test(id));
    const wanted = this.#scope.subscriptions.map((id) => id.toLowerCase());
    const chosen =
      wanted.length === 0
        ? usable
        : usable.filter(({ id, raw }) => wanted.includes(id) || wanted.includes(String(raw.displayName).toLowerCase()));
    return [...chosen].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What was asked for and is not there is a hole in the scan, as a refusal is. */
  #coverSubscriptions(
    recorder: Recorder,
    tenant: string,
    asked: Asked,
    failure: Failure | undefined,
    subscriptions: readonly Subscription[],
  ): void {
    const about = { resource: tenant, what: 'inventory', plane: 'arm' } as const;
    const missing = failure ?? this.#notSeen(subscriptions);
    if (!missing) recorder.coverage({ ...about, status: 'read' });
    else {
      recorder.coverage({ ...about, ...coverageOf(missing) });
      recorder.unlisted({ kind: 'azure.subscription', parent: tenant, gap: missing.reason, asked });
    }
  }

  #notSeen(subscriptions: readonly Subscription[]): Failure | undefined {
    const seen = new Set(subscriptions.flatMap(({ id, raw }) => [id, String(raw.displayName).toLowerCase()]));
    const absent = this.#scope.subscriptions.filter((wanted) => !seen.has(wanted.toLowerCase()));
    if (absent.length === 0) return undefined;
    return {
      reason: 'notFound',
      detail: `not among the subscriptions that this identity sees: ${absent.join(', ')}`,
      remedy: 'Check the name, and grant the role Reader on the subscription.',
    };
  }

  async #vaults(
    { id, raw, asked }: Subscription,
    tenant: string,
    recorder: Recorder,
  ): Promise<{ record(): void; blocks: Block[] }> {
    const resource = `subscription:${id}`;
    const purpose: Purpose = { what: 'the list of vaults', remedy: 'Grant the role Reader on the subscription.' };
    // The typed client throws for the whole list when one vault has no sku, and drops fields it does not know.
    const address = `https://${this.#client.cloud.arm}/subscriptions/${id}/providers/Microsoft.KeyVault/vaults?api-version=${ARM_VERSION}`;
    const told = await this.#client.list(address, purpose);
    const targets = told.items.map((vault) => ({ vault, target: this.#target(vault, raw.tenantId) }));
    const nameless = targets.filter(({ target }) => !target).length;
    const failure = told.failure ?? (nameless > 0 ? unusable(nameless) : undefined);
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
      recorder.coverage({
        resource,
        what: 'inventory',
        plane: 'arm',
        ...(failure ? coverageOf(failure) : { status: 'read' as const }),
      });
      if (failure) recorder.unlisted({ kind: 'azure.vault', parent: resource, gap: failure.reason, asked: told.asked });
    };
    const blocks = targets
      .filter(
        (entry): entry is { vault: RawFacts; target: VaultTarget } =>
          entry.target !== undefined && this.#isWanted(entry.target),
      )
      .map(({ vault, target }) => new VaultBlock(this.#client, vault, target, told.asked, resource));
    return { record, blocks: blocks.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }

  #isWanted({ name }: VaultTarget): boolean {
    const { vaults } = this.#scope;
    return vaults.length === 0 || vaults.some((wanted) => wanted.toLowerCase() === name.toLowerCase());
  }

  #target(vault: RawFacts, homeTenant: unknown): VaultTarget | undefined {
    const [, subscriptionId, resourceGroup, name] = VAULT_ID.exec(String(vault.id)) ?? [];
    if (subscriptionId === undefined || resourceGroup === undefined || name === undefined) return undefined;
    const properties = isRecord(vault.properties) ? vault.properties : {};
    const { permissionModel } = vaultSettings(vault, resourceGroup);
    const { tenantId } = properties;
    return {
      id: String(vault.id),
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

const unusable = (times: number): Failure => ({
  reason: 'error',
  detail: `${times} in the list of vaults without a usable id`,
  remedy: 'Run the scan again; if it stays, give the request id to Azure support.',
});

/** A vault that moved between pages while they were read comes twice. */
const unique = (blocks: readonly Block[]): Block[] => [
  ...new Map(blocks.map((block) => [block.id.toLowerCase(), block])).values(),
];

function tenantOf(subscriptions: readonly Subscription[]): string | undefined {
  const told = subscriptions.map(({ raw }) => raw.tenantId).find((id) => typeof id === 'string' && GUID.test(id));
  return told as string | undefined;
}

class VaultBlock implements Block {
  readonly id: string;
  readonly name: string;
  readonly #client: AzureClient;
  readonly #raw: RawFacts;
  readonly #target: VaultTarget;
  readonly #asked: Asked;
  readonly #subscription: string;

  constructor(client: AzureClient, raw: RawFacts, target: VaultTarget, asked: Asked, subscription: string) {
    this.id = target.id;
    this.name = target.name;
    this.#client = client;
    this.#raw = raw;
    this.#target = target;
    this.#asked = asked;
    this.#subscription = subscription;
  }

  async collect(recorder: Recorder): Promise<void> {
    const asked = this.#asked;
    recorder.resource({
      kind: 'azure.vault',
      id: this.id,
      name: this.name,
      parent: this.#subscription,
      host: this.#target.host,
      facets: {
        settings: { asked, facts: vaultSettings(this.#raw, this.#target.resourceGroup) },
        network: { asked, facts: vaultNetwork(this.#raw) },
        privateEndpoints: { asked, facts: vaultPrivateEndpoints(this.#raw) },
      },
    });
    for (const what of ['settings', 'network'] as const)
      recorder.coverage({ resource: this.id, what, plane: 'arm', ...this.#coverage() });
    await collectObjects(new VaultClient(this.#client, this.#target), recorder);
  }

  #coverage() {
    if (isRecord(this.#raw.properties)) return { status: 'read' } as const;
    return { status: 'error', detail: 'the vault came without its properties', remedy: 'Run the scan again.' } as const;
  }
}
