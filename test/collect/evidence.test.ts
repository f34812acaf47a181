import { describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import type { SentRequest } from '../../src/estate/faults.ts';
import { lineage, shortName } from '../../src/model/catalog.ts';
import type { Source } from '../../src/model/report.ts';
import type { Condition, Rule } from '../../src/model/rule.ts';
import { estate } from '../estate/havelmark.ts';
import { allRules, type Scan, scan } from './scan.ts';

const conditions = (rule: Rule): Condition[] =>
  [rule.when, rule.measurable, rule.each?.list, rule.require, ...rule.severityWhen.map(({ when }) => when)].filter(
    (condition) => condition !== undefined,
  );

/** What a rule can have looked at: its parameters, and the fields that its conditions name. */
function readable(rule: Rule): Set<string> {
  const variables = new Map(lineage(azure, rule.kind).map((kind) => [kind, shortName(kind)]));
  const fields = conditions(rule).flatMap((condition) => condition.fields);
  const paths = fields.map((field) => {
    const kind = [...variables.keys()].find((name) => field.startsWith(`${name}.`)) ?? '';
    return `${variables.get(kind)}${field.slice(kind.length)}`;
  });
  return new Set([...paths, ...Object.keys(rule.params).map((name) => `params.${name}`)]);
}

/** As sources tell it: address without a query, and the version of the interface. */
function written({ method, url }: SentRequest): string {
  const { origin, pathname, searchParams } = new URL(url);
  return [`${method} ${origin}${pathname}`, searchParams.get('api-version') ?? ''].join(' ').trim();
}

async function sourcesOf({ report }: Scan): Promise<Map<number, Source>> {
  const sources = new Map<number, Source>();
  for await (const source of report.sources()) sources.set(source.id, source);
  return sources;
}

const scanned = await scan(estate, { byAllRules: true, evidence: 'all' });
const evidence = scanned.findings.flatMap(({ ruleId, about, evidence = [] }) =>
  evidence.map((leaf) => ({ ruleId, about, ...leaf })),
);

/** An item of a list that the rule itself writes down: no fact of the estate. */
const isOwn = (field: string): boolean => /^\w+\[\d+\]$/.test(field);

describe('the evidence for every verdict of the demo, by every rule that comes along', () => {
  test('is there', () => {
    const told = new Set(evidence.map(({ ruleId }) => ruleId));
    expect(allRules.filter(({ id }) => !told.has(id)).map(({ id }) => id)).toEqual([]);
    const bare = scanned.findings.filter(
      ({ verdict, evidence = [] }) => /fail|unknown/.test(verdict) && evidence.length === 0,
    );
    expect(bare.map(({ ruleId }) => ruleId)).toEqual([]);
  });

  test('names what its own rule asks, however many ran before it', () => {
    const known = new Map(allRules.map((rule) => [rule.id, readable(rule)]));
    const strange = evidence.flatMap(({ ruleId, about, field }) => {
      const top = field.split(/[.[]/).slice(0, 2).join('.');
      return about || isOwn(field) || known.get(ruleId)?.has(top) ? [] : [`${ruleId}: ${top}`];
    });
    expect([...new Set(strange)]).toEqual([]);
  });

  test('comes from a request that was made, or from a parameter', async () => {
    const made = new Set(scanned.requests.map(written));
    const sources = await sourcesOf(scanned);
    const invented = evidence.filter(({ field, source }) => {
      if (!source) return !field.startsWith('params.') && !isOwn(field);
      const { request, apiVersion = '' } = sources.get(source.ref) ?? { request: 'none' };
      return !made.has(`${request} ${apiVersion}`.trim());
    });
    expect([...new Set(invented.map(({ ruleId, field }) => `${ruleId}: ${field}`))]).toEqual([]);
  });
});
