/** Everything that an access policy can grant, one by one: a full set fails only when nothing is missing from it. */
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import type { Rule } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boringFacts } from './boring.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
const rule = rules.find(({ id }) => id === 'KV-ACC-002') as Rule;
const [vault, ...ancestors] = await boringFacts(rule);

/** As Azure lists them. Source: https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/create-or-update */
const EVERY = {
  keys: `encrypt decrypt wrapkey unwrapkey sign verify get list create update import delete backup restore recover
    release rotate getrotationpolicy setrotationpolicy`,
  secrets: 'get list set delete backup restore recover',
  certificates: `get list delete create import update managecontacts getissuers listissuers setissuers deleteissuers
    manageissuers recover backup restore`,
  storage: 'get list delete set update regeneratekey recover backup restore setsas listsas getsas deletesas',
};

const NOBODY = { principalId: 'p', keys: [], secrets: [], certificates: [], storage: [] };

function verdictOn(granted: object): string | undefined {
  const facts = { ...vault, permissionModel: 'accessPolicy', accessPolicies: [{ ...NOBODY, ...granted }] };
  const [only] = judge(rule, [facts, ...ancestors, { flagFullSet: true }, 0], language.machine, 'findings');
  return only?.verdict;
}

describe.each(Object.entries(EVERY))('of what can be granted on %s', (kind, list) => {
  const every = list.split(/\s+/);

  test('all is too much', () => expect(verdictOn({ [kind]: every })).toBe('fail'));

  test.each(every)('all but %s is not everything', (missing) =>
    expect(verdictOn({ [kind]: every.filter((permission) => permission !== missing) })).toBe('pass'),
  );
});

test('one principal is found once for each application through which it may do everything', () => {
  const granted = { ...NOBODY, keys: ['all'] };
  const accessPolicies = [granted, { ...granted, applicationId: 'a' }, { ...granted, applicationId: 'b' }, granted];
  const facts = { ...vault, permissionModel: 'accessPolicy', accessPolicies };
  const found = judge(rule, [facts, ...ancestors, { flagFullSet: true }, 0], language.machine, 'findings');
  expect(found.map(({ identity }) => identity)).toEqual([
    ['p', ''],
    ['p', 'a'],
    ['p', 'b'],
  ]);
});
