/** The questions that are asked of one vault, on both planes. Addresses stand here and nowhere else. */
import { policyText } from '../../model/access.ts';
import type { Asked, Failure, Told, ToldList } from '../collector.ts';
import { EVERYTHING, type Plan } from '../plan.ts';
import type { RawFacts } from '../settle.ts';
import { policyFor } from './access.ts';
import type { AzureClient } from './client.ts';
import type { Purpose } from './failure.ts';
import type { VaultTarget } from './vault-target.ts';

/** Of the data plane. Stable; not touched by the retirement of control-plane versions. */
const DATA_VERSION = '2025-07-01';
/** All older control-plane versions retire on 2027-02-27. Source: https://learn.microsoft.com/azure/key-vault/general/whats-new */
export const ARM_VERSION = '2026-02-01';
const MOST_PER_PAGE = 25;
/** Also certificates of which no version has been issued yet. */
const INCLUDE_PENDING = '&includePending=true';
/** The newest there is; its name has stayed. Source: https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/list */
const DIAGNOSTICS_VERSION = '2021-05-01-preview';
/** No stable version tells of perimeters. Source: azure-rest-api-specs, specification/keyvault, 2026-04-01-preview */
const PERIMETER_VERSION = '2026-04-01-preview';
/** Source: https://learn.microsoft.com/rest/api/resources/management-locks */
const LOCKS_VERSION = '2020-05-01';

export const OBJECT_KINDS = ['secrets', 'keys', 'certificates'] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

export class VaultClient {
  readonly target: VaultTarget;
  readonly #client: AzureClient;
  readonly #plan: Plan;
  /** The one grant that opens all that is read of the vault's data plane. */
  readonly #remedy: string;

  constructor(client: AzureClient, target: VaultTarget, plan: Plan = EVERYTHING) {
    this.#client = client;
    this.target = target;
    this.#plan = plan;
    this.#remedy = remedyFor(target, plan);
  }

  /** The address that all objects of a kind are under. */
  collection(kind: ObjectKind): string {
    return `https://${this.target.host}/${kind}`;
  }

  /** `GET https://{vault}/secrets` and its like. */
  list(kind: ObjectKind): Promise<ToldList<RawFacts>> {
    const more = kind === 'certificates' ? INCLUDE_PENDING : '';
    return this.#list(`/${kind}`, this.#purpose(kind), more);
  }

  /** `GET https://{vault}/deletedsecrets` and its like. Never one of them alone: that would tell a secret's value. */
  deleted(kind: ObjectKind): Promise<ToldList<RawFacts>> {
    return this.#list(`/deleted${kind}`, this.#purpose(`deleted ${kind}`));
  }

  versions(kind: ObjectKind, name: string): Promise<ToldList<RawFacts>> {
    return this.#list(`/${kind}/${name}/versions`, this.#purpose('versions'));
  }

  key(name: string): Promise<Told<RawFacts>> {
    return this.#get(`/keys/${name}`, this.#purpose('type and size of a key'));
  }

  rotationPolicy(name: string): Promise<Told<RawFacts>> {
    return this.#get(`/keys/${name}/rotationpolicy`, this.#purpose('a rotation policy'));
  }

  certificatePolicy(name: string): Promise<Told<RawFacts>> {
    return this.#get(`/certificates/${name}/policy`, this.#purpose('a certificate policy'));
  }

  /** With its policy. */
  certificate(name: string): Promise<Told<RawFacts>> {
    return this.#get(`/certificates/${name}`, this.#purpose('a certificate and its policy'));
  }

  /** The order for a new version. */
  certificateOperation(name: string): Promise<Told<RawFacts>> {
    return this.#get(`/certificates/${name}/pending`, this.#purpose('a certificate operation'));
  }

  issuers(): Promise<ToldList<RawFacts>> {
    return this.#list('/certificates/issuers', this.#purpose('certificate issuers'));
  }

  diagnosticSettings(): Promise<ToldList<RawFacts>> {
    const path = 'providers/Microsoft.Insights/diagnosticSettings';
    const address = `https://${this.#client.cloud.arm}${this.target.id}/${path}?api-version=${DIAGNOSTICS_VERSION}`;
    return this.#client.list(address, this.#armPurpose('diagnostic settings'));
  }

  perimeterConfigurations(): Promise<ToldList<RawFacts>> {
    const path = `${this.target.id}/networkSecurityPerimeterConfigurations`;
    const address = `https://${this.#client.cloud.arm}${path}?api-version=${PERIMETER_VERSION}`;
    return this.#client.list(address, this.#armPurpose('the network security perimeter'));
  }

  /** Those above the vault and below it, too. */
  locks(): Promise<ToldList<RawFacts>> {
    const path = 'providers/Microsoft.Authorization/locks';
    const address = `https://${this.#client.cloud.arm}${this.target.id}/${path}?api-version=${LOCKS_VERSION}`;
    return this.#client.list(address, this.#armPurpose('locks'));
  }

  armSecrets(): Promise<ToldList<RawFacts>> {
    const { resourceGroup, name } = this.target;
    return this.#client.pages(
      this.#controlPlane().secrets.list(resourceGroup, name).byPage(),
      this.#armAddress('secrets'),
      this.#armPurpose('secrets'),
    );
  }

  armKeys(): Promise<ToldList<RawFacts>> {
    const { resourceGroup, name } = this.target;
    return this.#client.pages(
      this.#controlPlane().keys.list(resourceGroup, name).byPage(),
      this.#armAddress('keys'),
      this.#armPurpose('keys'),
    );
  }

  armKey(key: string): Promise<Told<RawFacts>> {
    const { resourceGroup, name } = this.target;
    return this.#client.typed(
      this.#controlPlane().keys.get(resourceGroup, name, key),
      this.#armAddress(`keys/${key}`),
      this.#armPurpose('a key'),
    );
  }

  armKeyVersions(key: string): Promise<ToldList<RawFacts>> {
    const { resourceGroup, name } = this.target;
    const pages = this.#controlPlane().keys.listVersions(resourceGroup, name, key).byPage();
    return this.#client.pages(pages, this.#armAddress(`keys/${key}/versions`), this.#armPurpose('versions of a key'));
  }

  #controlPlane() {
    return this.#client.controlPlane(this.target.subscriptionId);
  }

  #armAddress(path: string): string {
    return `https://${this.#client.cloud.arm}${this.target.id}/${path}?api-version=${ARM_VERSION}`;
  }

  #armPurpose(what: string): Purpose {
    return { what, remedy: 'Grant the role Reader on the vault or above it.' };
  }

  async #list(path: string, purpose: Purpose, more = ''): Promise<ToldList<RawFacts>> {
    const query = `api-version=${DATA_VERSION}&maxresults=${MOST_PER_PAGE}${more}`;
    const address = `https://${this.target.host}${path}?${query}`;
    const unasked = this.#unasked(address, purpose);
    return unasked ? { ...unasked, items: [] } : this.#client.list(address, purpose);
  }

  async #get(path: string, purpose: Purpose): Promise<Told<RawFacts>> {
    const address = `https://${this.target.host}${path}?api-version=${DATA_VERSION}`;
    return this.#unasked(address, purpose) ?? this.#client.get(address, purpose);
  }

  /** Why the data plane is not asked, if it is not: a vault whose stated address is not its own gets no token. */
  #unasked(address: string, { what }: Purpose): { asked: Asked; failure: Failure } | undefined {
    const failure = this.#plan.allows('data') ? this.#astray(what) : switchedOff(what);
    return failure && { asked: this.#client.unsent(address), failure };
  }

  #astray(what: string): Failure | undefined {
    const { astray } = this.target;
    if (!astray) return undefined;
    const remedy = 'Look at the vault in the portal: its address is not one that Azure would give.';
    return { reason: 'error', detail: `${what}: not asked, ${astray}`, remedy };
  }

  #purpose(what: string): Purpose {
    const { foreignTenant } = this.target;
    const remedy = this.#remedy;
    return { what, remedy, ...(foreignTenant !== undefined && { unauthorized: remedy }) };
  }
}

function remedyFor({ foreignTenant, permissionModel }: VaultTarget, plan: Plan): string {
  if (foreignTenant) return `The vault trusts another tenant: scan it with an identity of ${foreignTenant}.`;
  if (permissionModel === 'rbac') return 'Grant the role Key Vault Reader on the vault or above it.';
  const policy = policyText(policyFor(plan));
  if (permissionModel === 'accessPolicy') return `Add an access policy for the scanning identity with ${policy}.`;
  return `Grant the role Key Vault Reader, or on a vault with access policies ${policy}.`;
}

const switchedOff = (what: string): Failure => ({
  reason: 'skipped',
  detail: `${what}: not asked, the data plane is switched off`,
  remedy: 'Scan without --without data.',
});
