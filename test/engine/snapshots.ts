/** Snapshots of the test catalog, small enough to be written down, and what is found in them. */
import { evaluate, type EvaluateOptions } from '../../src/engine/evaluate.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { ResourceRecord, SnapshotHeader, SnapshotRecord } from '../../src/model/snapshot.ts';
import { snapshotOf } from '../../src/snapshot/read.ts';
import { catalog as plain, PARAM_VALUES } from './estate.ts';
import { language } from './rules.ts';

export const AT = '2026-03-31T00:00:00Z';
const header: SnapshotHeader = {
  record: 'header',
  schemaVersion: 1,
  tool: { name: 'test', version: '1' },
  run: { id: 'test', startedAt: AT, finishedAt: AT },
  collectedAt: AT,
  scope: { cloud: 'public', subscriptions: [], vaults: [] },
  complete: true,
};

type Facets = ResourceRecord['facets'];
export const told = (fields: Facets[string]['fields']): Facets => ({ main: { source: 1, fields } });
const SOURCE = { record: 'source', id: 1, plane: 'arm', request: 'GET https://example.com', at: AT } as const;
export const ESTATE: ResourceRecord = {
  record: 'resource',
  kind: 'test.estate',
  id: 'e',
  name: 'e',
  facets: told({ owner: 'me' }),
};
export const VAULT: ResourceRecord = {
  record: 'resource',
  kind: 'test.vault',
  id: '/groups/a/vaults/kv',
  name: 'kv',
  parent: 'e',
  host: 'kv.example.com',
  facets: told({ name: 'kv', model: 'rbac', network: { ranges: [{ value: '10.0.0.0/8' }, { value: '11.0.0.0/8' }] } }),
};
export const SECRET: ResourceRecord = {
  record: 'resource',
  kind: 'test.secret',
  id: 'https://kv.example.com/secrets/db',
  name: 'db',
  parent: VAULT.id,
  facets: told({
    name: 'db',
    enabled: true,
    created: AT,
    size: 20,
    tags: { map: {} },
    versions: [],
    grades: [],
    scopes: [],
  }),
};

/** What there can be, and what judges it. */
type World = Pick<EvaluateOptions, 'catalog' | 'machine'>;

/** In the order of the records; the source that told them is number 1. */
export async function found(
  rules: readonly Rule[],
  records: readonly SnapshotRecord[],
  { catalog, machine }: World = { catalog: plain, machine: language.machine },
): Promise<Finding[]> {
  const resources = records.filter(({ record }) => record === 'resource').length;
  const snapshot = snapshotOf(header, [SOURCE, ...records, { record: 'end', resources }], catalog);
  const params = () => ({ values: PARAM_VALUES });
  const findings: Finding[] = [];
  for await (const finding of evaluate(rules, snapshot, {
    catalog,
    machine,
    params,
    evidence: 'all',
  }))
    findings.push(finding);
  return findings;
}
