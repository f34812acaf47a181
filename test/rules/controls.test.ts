/** Controls that a benchmark has twice, for vaults with Azure RBAC and for those with access policies. */
import { expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import { fieldsOf, kindOf, lineage, shortName } from '../../src/model/catalog.ts';
import type { Rule } from '../../src/model/rule.ts';
import { BaseObjects } from '../../src/rules/base-objects.ts';
import { loadRules } from '../../src/rules/load.ts';
import { readFacts } from '../../src/snapshot/facts.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
const bases = new BaseObjects(installation.baseObjects, azure);

test.each([
  ['KV-ROT-005', 'rbac', '8.3.1'],
  ['KV-ROT-005', 'accessPolicy', '8.3.2'],
  ['KV-ROT-004', 'rbac', '8.3.3'],
  ['KV-ROT-004', 'accessPolicy', '8.3.4'],
])('%s in a vault with %s answers %s', async (id, permissionModel, control) => {
  const rule = rules.find((one) => one.id === id) as Rule;
  const objects = await bases.of(rule.kind);
  const [own, vault, ...ancestors] = lineage(azure, rule.kind).map((kind) =>
    readFacts(fieldsOf(kindOf(azure, kind)), objects[shortName(kind)], kind),
  );
  const params = Object.fromEntries(Object.entries(rule.params).map(([name, spec]) => [name, spec.default]));
  const frame = [{ ...own }, { ...vault, permissionModel }, ...ancestors, params, Date.parse('2026-03-31T00:00:00Z')];
  const [judgement] = judge(rule, frame, language.machine, 'findings');
  expect(judgement?.controls?.['cis-azure-5.0']).toEqual([control]);
});
