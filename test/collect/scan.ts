/** The whole walk over an estate in memory: the real provider, client, guard, engine and rules; only the disk is missing. */
import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { access } from '../../src/collect/azure/access.ts';
import { azure } from '../../src/collect/azure/catalog.ts';
import { AzureClient } from '../../src/collect/azure/client.ts';
import { CLOUDS } from '../../src/collect/azure/clouds.ts';
import { GuardedHttpClient } from '../../src/collect/azure/http.ts';
import { AzureProvider } from '../../src/collect/azure/provider.ts';
import { fixedClock } from '../../src/collect/clock.ts';
import { collect, type Spool } from '../../src/collect/collect.ts';
import type { Progress } from '../../src/collect/collector.ts';
import { planFor } from '../../src/collect/plan.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { Language } from '../../src/engine/language.ts';
import { simulatedCredential } from '../../src/estate/credential.ts';
import type { Estate } from '../../src/estate/estate.ts';
import type { Fault, SentRequest } from '../../src/estate/faults.ts';
import { Simulator } from '../../src/estate/simulator.ts';
import { exitCode } from '../../src/exit-code.ts';
import { installation } from '../../src/installation.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { Rule, Severity } from '../../src/model/rule.ts';
import type {
  Coverage,
  ResourceRecord,
  ScanScope,
  SnapshotHeader,
  SnapshotRecord,
  UnlistedRecord,
} from '../../src/model/snapshot.ts';
import { compileReport } from '../../src/report/compile.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import type { ReportSpool, SpooledList } from '../../src/report/spooled.ts';
import { loadRules } from '../../src/rules/load.ts';
import { needsOf } from '../../src/rules/needs.ts';
import { Parameters } from '../../src/rules/parameters.ts';
import { writeFacts } from '../../src/snapshot/facts.ts';
import { snapshotOf } from '../../src/snapshot/read.ts';
import { Numbering } from '../../src/snapshot/spool.ts';

export const cloud = CLOUDS.public;

const language = new Language(azure);
/** What these tests reason about: counts of verdicts must not move with every rule that is added. */
const JUDGED = /^KV-(?:ACC-001|CRT-001|IDN-00[36]|LOG-001|NET-00[124]|REC-00[123]|ROT-00[1245678]|ROT-012|USE-001)$/;
const loaded = await loadRules([installation.rules], language);
export const allRules = loaded.rules;
export const rules = allRules.filter(({ id }) => JUDGED.test(id));
export const { sha256 } = loaded;
const parameters = new Parameters(allRules, { config: {}, overrides: [] });

export interface ScanOptions {
  readonly faults?: readonly Fault[];
  readonly scope?: Partial<ScanScope>;
  /** Requests, and vaults, under way at once. */
  readonly concurrency?: number;
  readonly vaultsAtOnce?: number;
  /** Ids of the rules that are judged, and that collecting is planned for; if left out, those of `rules`, and everything. */
  readonly only?: readonly string[];
  /** Judges by all rules that are shipped, those that are off by default among them. */
  readonly byAllRules?: boolean;
  /** Which verdicts come with what decided them; fails and unknowns if left out. */
  readonly evidence?: 'findings' | 'all';
  /** Collects for rules that would read these fields, `azure.secret.created`; judges by `only` all the same. */
  readonly reading?: readonly string[];
  /** The sign-in service gives none for it. */
  readonly withoutTokensFor?: string;
  /** Put between the guard and the simulator. */
  readonly wire?: (simulator: Simulator) => HttpClient;
}

export interface Scan {
  readonly records: readonly SnapshotRecord[];
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  readonly report: Report;
  readonly outcome: Outcome;
  readonly requests: readonly SentRequest[];
  exitCode(failOn?: Severity): number;
}

/** Collects, evaluates and compiles; rejects as the program would end with an error. */
export async function scan(estate: Estate, options: ScanOptions = {}): Promise<Scan> {
  const { records, requests } = await collected(estate, options);
  const { report, outcome } = await judged(estate, records, options);
  const findings: Finding[] = [];
  for await (const finding of report.results()) findings.push(finding);
  return {
    records,
    findings,
    coverage: report.coverage,
    report,
    outcome,
    requests,
    exitCode: (failOn = 'high') => exitCode(outcome, { failOn, allowUnknown: false, allowEmpty: false }),
  };
}

/** Only the reading. */
export async function collected(
  estate: Estate,
  {
    faults = [],
    scope = {},
    concurrency = 16,
    vaultsAtOnce = 4,
    only,
    reading,
    withoutTokensFor,
    wire = (simulator) => simulator,
  }: ScanOptions = {},
): Promise<{ records: readonly SnapshotRecord[]; requests: readonly SentRequest[] }> {
  const simulator = new Simulator(estate, { faults });
  const { now, tenantId } = estate.description;
  const http = new GuardedHttpClient({
    cloud,
    clock: fixedClock(Date.parse(now)),
    transport: wire(simulator),
    concurrency,
  });
  const client = new AzureClient({
    cloud,
    credential: credentialOf(estate, withoutTokensFor),
    http,
    userAgent: 'test/1',
    identity: estate.description.identity,
  });
  const needs = reading ? { kinds: [], fields: reading } : only && needsOf(chosen(only));
  const plan = planFor(azure, needs, scope.without ?? []);
  const provider = new AzureProvider(client, { ...EVERYTHING, ...scope }, tenantId, plan);
  const spool = new MemorySpool();
  const { parts } = await collect({ provider, spool, writeFacts, progress: SILENT, concurrency: vaultsAtOnce });
  return { records: spool.assembled(parts), requests: simulator.requests };
}

function credentialOf(estate: Estate, without?: string): TokenCredential {
  const credential = simulatedCredential(estate);
  return {
    async getToken(scopes, options) {
      if (without !== undefined && [scopes].flat().includes(`${without}/.default`))
        throw Object.assign(new Error('AADSTS65001: The user or administrator has not consented.'), {
          name: 'AuthenticationError',
        });
      return credential.getToken(scopes, options);
    },
  };
}

const chosen = (only?: readonly string[]): readonly Rule[] =>
  only ? loaded.rules.filter(({ id }) => only.includes(id)) : rules;

const EVERYTHING: ScanScope = { cloud: 'public', subscriptions: [], vaults: [] };

const SILENT: Progress = { stage: () => {}, step: () => {}, done: () => {} };

/** Keeps parts as the JSON they would be on disk. */
class MemorySpool implements Spool {
  readonly #parts = new Map<string, string>();

  async has(part: string): Promise<boolean> {
    return this.#parts.has(part);
  }

  async put(part: string, records: readonly SnapshotRecord[]): Promise<void> {
    this.#parts.set(part, JSON.stringify(records));
  }

  assembled(parts: readonly string[]): SnapshotRecord[] {
    const numbering = new Numbering();
    const records = parts.flatMap((part) => {
      numbering.nextPart();
      const own = JSON.parse(this.#parts.get(part) ?? '[]') as SnapshotRecord[];
      return own.map((record) => numbering.renumber(record));
    });
    return [...records, { record: 'end', resources: numbering.resources }];
  }
}

async function judged(
  estate: Estate,
  records: readonly SnapshotRecord[],
  { only, byAllRules, evidence = 'findings' }: ScanOptions,
) {
  const options = {
    catalog: azure,
    machine: language.machine,
    params: parameters.for.bind(parameters),
    evidence,
  };
  const judging = byAllRules ? allRules : chosen(only);
  return compileReport({
    catalog: azure,
    access,
    snapshot: snapshotOf(headerOf(estate), records, azure),
    rules: [],
    frameworks: [],
    rulesetSha256: sha256,
    tool: headerOf(estate).tool,
    settings: { sha256 },
    evaluate: (watched) => evaluate(judging, watched, options),
    spool: new MemoryReportSpool(),
  });
}

function headerOf({ description: { now, tenantId } }: Estate): SnapshotHeader {
  const run = { id: 'test', startedAt: now, finishedAt: now };
  const tool = { name: 'test', version: '1' };
  return {
    record: 'header',
    schemaVersion: 1,
    tool,
    run,
    collectedAt: now,
    tenantId,
    scope: EVERYTHING,
    complete: true,
  };
}

class MemoryReportSpool implements ReportSpool {
  readonly #lists = { results: [] as string[], sources: [] as string[] };

  async append(list: SpooledList, line: string): Promise<void> {
    this.#lists[list].push(line);
  }

  async *lines(list: SpooledList): AsyncGenerator<string> {
    yield* this.#lists[list];
  }
}

// ---- looking at a scan

export const resources = ({ records }: Pick<Scan, 'records'>, kind: string): ResourceRecord[] =>
  records.filter((record): record is ResourceRecord => record.record === 'resource' && record.kind === kind);

/** The one resource of that kind and name, its facets' fields in one. */
export function fieldsOf(scanned: Pick<Scan, 'records'>, kind: string, name: string): Record<string, unknown> {
  const found = resources(scanned, kind).find((resource) => resource.name === name);
  if (!found) throw new Error(`the snapshot has no ${kind} ${name}`);
  return Object.assign({}, ...Object.values(found.facets).map(({ fields }) => fields));
}

export const unlisted = ({ records }: Pick<Scan, 'records'>): UnlistedRecord[] =>
  records.filter((record): record is UnlistedRecord => record.record === 'unlisted');

/** The verdict of a rule on a resource by name; undefined if there is none. */
export const verdict = ({ findings }: Scan, ruleId: string, name: string): string | undefined =>
  findings.find((finding) => finding.ruleId === ruleId && finding.resource.name === name && !finding.about)?.verdict;

/** What could not be read. */
export const holes = ({ coverage }: Scan): Coverage[] => coverage.filter(({ status }) => status !== 'read');
