import { describe, expect, test } from 'vitest';
import { access, policyFor } from '../../src/collect/azure/access.ts';
import { azure } from '../../src/collect/azure/catalog.ts';
import { EVERYTHING, planFor } from '../../src/collect/plan.ts';
import type { Access } from '../../src/model/access.ts';
import type { Catalog } from '../../src/model/catalog.ts';

const byFacet = <T>(kinds: Catalog | Access, planes: (facet: never) => Iterable<T>) =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { facets }]) => [
      kind,
      Object.fromEntries(Object.entries(facets).map(([facet, told]) => [facet, new Set(planes(told as never))])),
    ]),
  );

describe('the table of rights', () => {
  test('has every facet of the catalog, and a right for each plane that can tell it', () =>
    expect(byFacet(access, ({ rights }: { rights: object }) => Object.keys(rights))).toEqual(
      byFacet(azure, ({ planes }: { planes: readonly string[] }) => planes),
    ));

  test('grants nobody the value of a secret', () =>
    expect(JSON.stringify(access['azure.secret'])).not.toMatch(/"(?:get|backup|all)"|Secrets User/i));
});

describe('the entry that a vault with access policies wants', () => {
  test('has all that is read of its data plane', () =>
    expect(policyFor(EVERYTHING)).toEqual({
      secrets: ['list'],
      keys: ['list', 'get', 'getrotationpolicy'],
      certificates: ['list', 'get', 'listissuers'],
    }));

  test('has no more than the rules need', () => {
    const needs = { kinds: ['azure.secret'], fields: ['azure.secret.created', 'azure.vault.name'] };
    expect(policyFor(planFor(azure, needs, []))).toEqual({ secrets: ['list'] });
  });
});
