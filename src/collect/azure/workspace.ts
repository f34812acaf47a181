/** A Log Analytics workspace, asked what happened in vaults. */
import type { Asked, Failure, Told } from '../collector.ts';
import { isRecord } from '../settle.ts';
import { type AuditAnswer, auditAnswer } from './audit-answer.ts';
import type { AzureClient } from './client.ts';
import type { Purpose } from './failure.ts';
import { auditQuery } from './kql.ts';
import { textIn, within } from './raw.ts';

/** Source: https://learn.microsoft.com/rest/api/loganalytics/workspaces/get */
const WORKSPACE_VERSION = '2025-07-01';
const WORKSPACE_ID =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/?#]+\/providers\/Microsoft\.OperationalInsights\/workspaces\/([0-9A-Za-z-]{1,63})$/i;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the service grants a query at most. Source: https://learn.microsoft.com/azure/azure-monitor/logs/api/timeouts */
const LONGEST_QUERY_SECONDS = 600;
/** Logs are asked no further back: rules count in months. */
const WINDOW = 400 * 86_400_000;

/** Plans whose tables only take queries that are paid for one by one, at another address and in a smaller language. */
const OTHER_PLANS = new Set(['basic', 'auxiliary']);

export class Workspace {
  readonly #client: AzureClient;
  readonly #id: string;
  #found: Promise<Told<string>> | undefined;

  /** `id` as a diagnostic setting names it. */
  constructor(client: AzureClient, id: string) {
    this.#client = client;
    this.#id = id;
  }

  async events(vaults: readonly string[]): Promise<Told<AuditAnswer>> {
    const found = await (this.#found ??= this.#find());
    if (found.failure) return found;
    const to = this.#client.now();
    const query = auditQuery({ vaults, from: to - WINDOW, to, self: this.#client.identity ?? {} });
    const address = `https://${this.#client.cloud.logs}/v1/workspaces/${found.value}/query`;
    const question = { body: { query }, within: LONGEST_QUERY_SECONDS };
    const { asked, ...told } = await this.#client.query(address, question, this.#purpose('Log Analytics Reader'));
    if (told.failure) return { asked, failure: told.failure };
    const answer = told.value ? auditAnswer(told.value) : EMPTY;
    return answer ? { asked, value: answer } : { asked, failure: this.#strange('the answer is none to the query') };
  }

  /** The GUID that queries go by, if there is anything that can be asked. */
  async #find(): Promise<Told<string>> {
    const address = `https://${this.#client.cloud.arm}${this.#id}`;
    if (!WORKSPACE_ID.test(this.#id))
      return { asked: this.#unasked(), failure: this.#strange('the setting names no workspace') };
    const told = await this.#client.get(`${address}?api-version=${WORKSPACE_VERSION}`, this.#purpose('Reader'));
    if (told.failure) return told;
    const guid = textIn(within(told.value, 'properties', 'customerId'));
    if (!GUID.test(guid)) return { asked: told.asked, failure: this.#strange('the workspace does not tell its GUID') };
    const closed = await this.#closedTable(address);
    return closed ?? { asked: told.asked, value: guid.toLowerCase() };
  }

  /** Why the table with the events cannot be asked, if so. A workspace need not have it. */
  async #closedTable(workspace: string): Promise<{ asked: Asked; failure: Failure } | undefined> {
    const address = `${workspace}/tables/AZKVAuditLogs?api-version=${WORKSPACE_VERSION}`;
    const told = await this.#client.get(address, this.#purpose('Reader'));
    if (told.failure) return told.failure.reason === 'notFound' ? undefined : told;
    const { properties } = told.value;
    if (!isRecord(properties)) return { asked: told.asked, failure: this.#strange('the table does not tell its plan') };
    const plan = textIn(properties.plan);
    return OTHER_PLANS.has(plan.toLowerCase()) ? { asked: told.asked, failure: this.#otherPlan(plan) } : undefined;
  }

  #unasked(): Asked {
    return this.#client.unsent(`https://${this.#client.cloud.logs}/v1/workspaces`);
  }

  get #what(): string {
    return `audit logs in ${WORKSPACE_ID.exec(this.#id)?.[1] ?? 'a workspace'}`;
  }

  #purpose(role: string): Purpose {
    const remedy = `Grant the role ${role} on the workspace that the detail names.`;
    return { what: this.#what, remedy, unauthorized: 'Let the scanning identity have tokens for Log Analytics.' };
  }

  #strange(what: string): Failure {
    const remedy = 'Look at the diagnostic setting in the portal, and run the scan again.';
    return { reason: 'error', detail: `${this.#what}: ${what}`, remedy };
  }

  #otherPlan(plan: string): Failure {
    const detail = `${this.#what}: the plan of the table AZKVAuditLogs is ${plan.toLowerCase()}, each query of it is billed`;
    return { reason: 'unsupported', detail, remedy: 'Put the table AZKVAuditLogs on the Analytics plan.' };
  }
}

const EMPTY: AuditAnswer = { vaults: new Map(), isComplete: true };
