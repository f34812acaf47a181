/** Controls that a benchmark has twice, for vaults with Azure RBAC and for those with access policies. */
import { expect, test } from 'vitest';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import type { Rule } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boringFacts, defaultsOf } from './boring.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);

test.each([
  ['KV-ROT-005', 'rbac', '8.3.1'],
  ['KV-ROT-005', 'accessPolicy', '8.3.2'],
  ['KV-ROT-004', 'rbac', '8.3.3'],
  ['KV-ROT-004', 'accessPolicy', '8.3.4'],
])('%s in a vault with %s answers %s', async (id, permissionModel, control) => {
  const rule = rules.find((one) => one.id === id) as Rule;
  const [own = {}, vault, ...ancestors] = await boringFacts(rule);
  const now = Date.parse('2026-03-31T00:00:00Z');
  const frame = [own, { ...vault, permissionModel }, ...ancestors, defaultsOf(rule), now];
  const [judgement] = judge(rule, frame, language.machine, 'findings');
  expect(judgement?.controls?.['cis-azure-5.0']).toEqual([control]);
});
