import { describe, expect, test } from 'vitest';
import { access } from '../../src/collect/azure/access.ts';
import { azure } from '../../src/collect/azure/catalog.ts';
import { installation } from '../../src/installation.ts';
import type { Rule } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { rightsOf } from '../../src/rules/rights.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
const rightsFor = (id: string) => rightsOf(rules.find((rule) => rule.id === id) as Rule, azure, access);
const grants = (rights: readonly { grant: string }[]) => rights.map(({ grant }) => grant);

describe('to be told', () => {
  test.each<[string, string, string[], string[], string[]]>([
    ["of a vault's firewall, Reader does", 'KV-NET-001', ['arm'], ['Reader'], []],
    [
      'the age of a secret, Reader does, and the data plane knows more',
      'KV-ROT-001',
      ['arm', 'data'],
      ['Reader'],
      ['Key Vault Reader'],
    ],
    ['of certificates, only the data plane does', 'KV-CRT-001', ['arm', 'data'], ['Reader', 'Key Vault Reader'], []],
    [
      'the last use, logs do, and older versions the data plane',
      'KV-USE-001',
      ['arm', 'data', 'logs'],
      ['Reader', 'Log Analytics Reader', 'Key Vault Reader'],
      [],
    ],
    ['what sign-in asks for, Graph does', 'KV-IDN-006', ['arm', 'graph'], ['Reader', 'Policy.Read.All'], []],
  ])('%s', (_, id, planes, needed, better) => {
    const rights = rightsFor(id);
    expect({ planes: rights.planes, needed: grants(rights.needed), better: grants(rights.better) }).toEqual({
      planes,
      needed,
      better,
    });
  });

  test('of rotation policies, an access policy grants three permissions on keys', () =>
    expect(rightsFor('KV-ROT-012').better[0]?.policy).toEqual({ keys: ['list', 'get', 'getrotationpolicy'] }));

  test('every rule has a way', () =>
    expect(rules.filter((rule) => rightsOf(rule, azure, access).needed.length === 0)).toEqual([]));
});

test('a field that the table of rights leaves out is a mistake', () => {
  const some = rules.find(({ id }) => id === 'KV-REC-002') as Rule;
  const { 'azure.vault': vaults, ...others } = access;
  const poorer = { ...others, 'azure.vault': { ...vaults, facets: {} } };
  expect(() => rightsOf(some, azure, poorer)).toThrow('does not say what lets one read azure.vault.');
});
