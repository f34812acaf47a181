/**
 * The audit logs of all vaults. Vaults send them where their diagnostic settings say, mostly many to the same
 * workspace: each workspace is asked once for many vaults together, when the first of them wants to know.
 */
import { Gap } from '../../model/gap.ts';
import type { Coverage } from '../../model/snapshot.ts';
import { type Asked, type Facet, type Failure, lastAsked, type Told } from '../collector.ts';
import type { Plan } from '../plan.ts';
import type { AuditAnswer } from './audit-answer.ts';
import { azure } from './catalog.ts';
import type { AzureClient } from './client.ts';
import { statusOf } from './coverage-status.ts';
import { auditDestinations, diagnosticFacts, type DiagnosticFacts } from './diagnostics.ts';
import { skippedFacet } from './facet.ts';
import { AGAIN } from './failure.ts';
import { noTrail, type Trail, trailOf } from './trail.ts';
import type { VaultClient } from './vault-client.ts';
import { Workspace } from './workspace.ts';

const { diagnostics } = azure['azure.vault'].facets;

/** Keeps an answer well below the 500,000 rows that Log Analytics gives at most: a row is an object. */
const VAULTS_PER_QUERY = 250;

type Covered = Omit<Coverage, 'resource'>;

/** What one vault's settings and log say. */
export interface VaultLogs {
  readonly diagnostics: Facet;
  readonly trail: Trail;
  readonly coverage: readonly Covered[];
}

export class AuditLogs {
  readonly #client: AzureClient;
  readonly #plan: Plan;
  /** The vaults that a vault is asked together with, by its id in small letters. */
  readonly #groups = new Map<string, readonly string[]>();
  readonly #workspaces = new Map<string, Workspace>();
  readonly #answers = new Map<string, Promise<Told<AuditAnswer>>>();

  constructor(client: AzureClient, plan: Plan) {
    this.#client = client;
    this.#plan = plan;
  }

  /** ARM ids of the vaults that are going to ask. Their order makes the queries: it has to be the same every time. */
  expect(vaults: readonly string[]): void {
    for (let from = 0; from < vaults.length; from += VAULTS_PER_QUERY) {
      const group = vaults.slice(from, from + VAULTS_PER_QUERY);
      for (const vault of group) this.#groups.set(vault.toLowerCase(), group);
    }
  }

  /** `unasked` is the source of what is not asked for. */
  async of(vault: VaultClient, unasked: Asked): Promise<VaultLogs> {
    const wantsTrail = this.#plan.allows('logs') && this.#needsTrail();
    if (!wantsTrail && !this.#plan.needsFacet('azure.vault', 'diagnostics')) return this.#skipped(unasked);
    const told = await vault.diagnosticSettings();
    const facts = diagnosticFacts(told);
    const read = { asked: told.asked, facts };
    const covered: Covered = { what: 'diagnostics', plane: 'arm', ...statusOf(told.failure) };
    if (!wantsTrail)
      return { ...this.#skipped(unasked), diagnostics: read, coverage: [covered, ...this.#switchedOff()] };
    const { trail, coverage } = await this.#trail(vault.target.id, facts, lastAsked(told));
    return { diagnostics: read, trail, coverage: [covered, ...coverage] };
  }

  #needsTrail(): boolean {
    return (
      this.#plan.needsFacet('azure.vault', 'logs') ||
      this.#plan.needsFacet('azure.secret', 'use') ||
      this.#plan.needsFacet('azure.key', 'use')
    );
  }

  #skipped(asked: Asked): VaultLogs {
    return {
      diagnostics: skippedFacet(diagnostics.fields, asked),
      trail: noTrail(asked, { reason: 'skipped' }),
      coverage: this.#switchedOff(),
    };
  }

  #switchedOff(): Covered[] {
    if (this.#plan.allows('logs') || !this.#needsTrail()) return [];
    const remedy = 'Scan without --without logs.';
    return [{ what: 'logs', plane: 'logs', status: 'skipped', detail: 'audit logs: not asked, switched off', remedy }];
  }

  async #trail(vault: string, facts: DiagnosticFacts, asked: Asked): Promise<Pick<VaultLogs, 'trail' | 'coverage'>> {
    const { workspaces, anywhere } = auditDestinations(facts);
    if (workspaces.length === 0) {
      const failure = withoutWorkspace(anywhere);
      return { trail: noTrail(asked, failure), coverage: [logsCovered(failure)] };
    }
    const told = await Promise.all(workspaces.map((workspace) => this.#events(workspace, vault)));
    return {
      trail: trailOf(vault, told, this.#client.now()),
      coverage: told.map((one) => logsCovered(lack(vault, one))),
    };
  }

  #events(workspace: string, vault: string): Promise<Told<AuditAnswer>> {
    const group = this.#groups.get(vault.toLowerCase()) ?? [vault];
    const key = `${workspace.toLowerCase()} ${group[0] ?? ''}`;
    const answer = this.#answers.get(key) ?? this.#workspace(workspace).events(group);
    this.#answers.set(key, answer);
    return answer;
  }

  #workspace(id: string): Workspace {
    const workspace = this.#workspaces.get(id.toLowerCase()) ?? new Workspace(this.#client, id);
    this.#workspaces.set(id.toLowerCase(), workspace);
    return workspace;
  }
}

const logsCovered = (failure: Failure | undefined): Covered => ({ what: 'logs', plane: 'logs', ...statusOf(failure) });

/** Why nothing can be asked about a vault that sends to no workspace. */
function withoutWorkspace(anywhere: boolean | Gap): Failure {
  const remedy = 'Send the audit events of the vault to a Log Analytics workspace.';
  if (anywhere instanceof Gap)
    return { reason: anywhere.reason, detail: 'audit logs: where they go is not known', remedy: READER };
  return anywhere
    ? { reason: 'unsupported', detail: 'audit logs: they go to no workspace, and other places are not read', remedy }
    : { reason: 'notCovered', detail: 'audit logs: none are sent anywhere', remedy };
}

const READER = 'Grant the role Reader on the vault or above it.';

/** What is missing of one vault in a workspace's answer. */
function lack(vault: string, told: Told<AuditAnswer>): Failure | undefined {
  if (told.failure) return told.failure;
  const { vaults, isComplete } = told.value;
  const events = vaults.get(vault.toLowerCase());
  if (!isComplete) return { reason: 'partial', detail: 'audit logs: the workspace answered in part', remedy: AGAIN };
  if (events?.unclear)
    return { reason: 'partial', detail: 'audit logs: some uses do not say what was used', remedy: AGAIN };
  if (events) return undefined;
  const remedy = 'Look whether events arrive: a new diagnostic setting takes a while, an unused vault has none.';
  return { reason: 'notCovered', detail: 'audit logs: the workspace holds no event of the vault', remedy };
}
