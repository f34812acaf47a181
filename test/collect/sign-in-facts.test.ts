/** What the tenant asks of those who sign in, from Graph's answers to verdicts. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionalAccessFacts } from '../../src/collect/azure/sign-in-facts.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';
import {
  estates,
  factsOf,
  isObject,
  type Json,
  MANAGEMENT_APP,
  messages,
  policyWith,
  SOUND,
  type Tenant,
  verdicts,
} from './sign-in/tenants.ts';

const SOMEBODY = '7c000000-0000-4000-8000-000000000001';

describe('a tenant', () => {
  test.each(estates)('%s', (_, tenant, expected) => {
    expect(verdicts(tenant)).toEqual(expected);
  });

  test('no two tell the same story', () => {
    const told = estates.map(([, tenant]) => JSON.stringify(tenant));
    expect(new Set(told).size).toBe(told.length);
  });
});

test('a fail says which policies would do but for whom they leave out', () => {
  const near = policyWith({ conditions: { users: { excludeGroups: [SOMEBODY] } } });
  const tenant = { policies: [near, policyWith({ state: 'disabled' })], securityDefaults: false, breakGlass: [] };
  expect(messages(tenant)).toEqual([
    'No Conditional Access policy in force asks everybody for multifactor authentication whenever they manage Azure. ' +
      'Policies in all: 2; those that would do if they left out nobody but declared break-glass accounts: ' +
      'Multifactor authentication for all users.',
    'Security defaults are off, and no Conditional Access policy in force asks everybody for multifactor ' +
      'authentication wherever they sign in. ' +
      'Policies in all: 2; those that would do if they left out nobody but declared break-glass accounts: ' +
      'Multifactor authentication for all users.',
  ]);
});

describe('a policy as facts', () => {
  const only = (difference: Json) => {
    const { conditionalAccessPolicies } = conditionalAccessFacts([policyWith(difference)], MANAGEMENT_APP);
    return (conditionalAccessPolicies as Record<string, unknown>[])[0];
  };

  test('keeps what Graph says, without what is not set', () => {
    expect(only({})).toEqual({
      id: SOUND.id,
      name: SOUND.displayName,
      state: 'enabled',
      conditions: {
        users: {
          includeUsers: ['All'],
          excludeUsers: [],
          includeGroups: [],
          excludeGroups: [],
          includeRoles: [],
          excludeRoles: [],
        },
        applications: {
          includeApplications: ['All'],
          excludeApplications: [],
          includeUserActions: [],
          includeAuthenticationContextClassReferences: [],
        },
        clientAppTypes: ['all'],
        signInRiskLevels: [],
        userRiskLevels: [],
        otherConditions: [],
      },
      grantControls: {
        operator: 'OR',
        builtInControls: ['mfa'],
        customAuthenticationFactors: [],
        termsOfUse: [],
        otherControls: [],
      },
      enabled: true,
      requiresMfa: true,
      includesAllUsers: true,
      excluded: [],
      unconditional: true,
      coversAzureManagement: true,
      coversAllApps: true,
    });
  });

  test('lists all who are left out, as far as they could be read', () => {
    const users = {
      excludeUsers: ['7B000000-0000-4000-8000-00000000000A'],
      excludeGroups: ['6a000000-0000-4000-8000-000000000001', 7],
      excludeRoles: ['d29b2b05-8046-44ba-8758-1e26182fcf32'],
      excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: 'internalGuest' },
    };
    expect(only({ conditions: { users } })?.excluded).toEqual(
      new BrokenList(
        [
          '7b000000-0000-4000-8000-00000000000a',
          '6a000000-0000-4000-8000-000000000001',
          'd29b2b05-8046-44ba-8758-1e26182fcf32',
          'GuestsOrExternalUsers',
        ],
        Gap.of('error'),
      ),
    );
  });

  test('names conditions and controls that nobody knows, and no annotations', () => {
    const policy = only({
      conditions: { times: { from: 1 }, agentIdRiskLevels: null, users: { includeAgents: ['x'], 'a@odata.type': 'y' } },
      grantControls: { verifiedIds: ['x'] },
    }) as { conditions: { otherConditions: unknown }; grantControls: { otherControls: unknown } };
    expect(policy.conditions.otherConditions).toEqual(['times', 'users.includeAgents']);
    expect(policy.grantControls.otherControls).toEqual(['verifiedIds']);
  });

  test('covers Azure management by the id that it has in the cloud', () => {
    const government = '40a69793-8fe6-4db1-9591-dbc5c57b17d8';
    const policy = policyWith({ conditions: { applications: { includeApplications: [government] } } });
    const covers = (app: string) =>
      (conditionalAccessFacts([policy], app).conditionalAccessPolicies as Record<string, unknown>[])[0]
        ?.coversAzureManagement;
    expect([covers(government), covers(MANAGEMENT_APP)]).toEqual([true, false]);
  });

  test('that is no object is a gap in the list', () => {
    expect(conditionalAccessFacts([null, 'x', []], MANAGEMENT_APP)).toEqual({
      conditionalAccessPolicies: [Gap.of('error'), Gap.of('error'), Gap.of('error')],
    });
  });
});

// ---- what holds of every tenant

const EXCLUSIONS: readonly [where: readonly string[], whom: string][] = [
  [['conditions', 'users', 'excludeUsers'], SOMEBODY],
  [['conditions', 'users', 'excludeGroups'], SOMEBODY],
  [['conditions', 'users', 'excludeRoles'], SOMEBODY],
  [['conditions', 'users', 'excludeUsers'], 'GuestsOrExternalUsers'],
  [['conditions', 'applications', 'excludeApplications'], MANAGEMENT_APP],
  [['conditions', 'applications', 'excludeApplications'], 'Office365'],
  [['conditions', 'platforms', 'excludePlatforms'], 'linux'],
  [['conditions', 'locations', 'excludeLocations'], 'AllTrusted'],
];
const GARBLED: readonly Json[] = [7, 'garbled', [7], { garbled: [7] }];

/** Two tenants told together: policies of both, in any order. */
const tenants: fc.Arbitrary<Tenant> = fc
  .tuple(fc.constantFrom(...estates), fc.constantFrom(...estates), fc.boolean())
  .map(([[, one], [, other], both]) => (both ? { ...one, policies: [...one.policies, ...other.policies] } : one));

const WORTH: { readonly [verdict: string]: number } = { fail: 0, unknown: 1, pass: 2 };
const isNoBetter = (after: string, before: string): boolean => (WORTH[after] ?? -1) <= (WORTH[before] ?? -1);
const both = ({ management, everything }: { management: string; everything: string }) => [management, everything];

function expectNoBetter(after: Tenant, before: Tenant): void {
  const [verdictsAfter, verdictsBefore] = [both(verdicts(after)), both(verdicts(before))];
  verdictsAfter.forEach((verdict, at) => expect(isNoBetter(verdict, verdictsBefore[at] ?? '')).toBe(true));
}

/** A copy in which what stands at a place is another thing. */
function put(value: Json, [step, ...rest]: readonly (string | number)[], change: (old: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? put(item, rest, change) : item));
  if (!isObject(value)) return value;
  return { ...value, [step]: put(value[step] ?? null, rest, change) };
}

/** The steps to every part of a value. */
function places(value: Json): (string | number)[][] {
  if (Array.isArray(value)) return [[], ...value.flatMap((item, at) => places(item).map((rest) => [at, ...rest]))];
  if (!isObject(value)) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, member]) => places(member).map((rest) => [name, ...rest]))];
}

describe('of every tenant', () => {
  test('leaving out somebody or something more never makes it better', () => {
    fc.assert(
      fc.property(tenants, fc.constantFrom(...EXCLUSIONS), fc.nat(), (tenant, [where, whom], pick) => {
        const at = pick % Math.max(1, tenant.policies.length);
        const more = (old: Json) => (Array.isArray(old) ? [...old, whom] : old);
        const policies = put([...tenant.policies], [at, ...where], more) as Json[];
        expectNoBetter({ ...tenant, policies }, tenant);
      }),
      { numRuns: 600, seed: 20_261_120 },
    );
  });

  test('a policy for everybody and everything never makes it worse, and settles it', () => {
    fc.assert(
      fc.property(tenants, fc.boolean(), (tenant, first) => {
        const policies = first ? [SOUND, ...tenant.policies] : [...tenant.policies, SOUND];
        const { refused: _, ...told } = tenant;
        expect(verdicts({ ...told, policies })).toEqual({ management: 'pass', everything: 'pass' });
      }),
      { numRuns: 300, seed: 20_261_120 },
    );
  });

  test('the order of policies does not matter, nor that of the lists in them', () => {
    fc.assert(
      fc.property(tenants, (tenant) => {
        const reversed = (value: Json): Json => {
          if (Array.isArray(value)) return value.map(reversed).toReversed();
          if (!isObject(value)) return value;
          return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, reversed(member)]));
        };
        expect(verdicts({ ...tenant, policies: tenant.policies.map(reversed).toReversed() })).toEqual(verdicts(tenant));
      }),
      { numRuns: 300, seed: 20_261_120 },
    );
  });

  test('what cannot be read never turns a fail into a pass, nor an unknown', () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [story, tenant] of estates) {
      const before = both(verdicts(tenant));
      for (const place of places([...tenant.policies]).filter(({ length }) => length > 0))
        for (const garbled of GARBLED) {
          asked++;
          const policies = put([...tenant.policies], place, () => garbled) as Json[];
          const after = both(verdicts({ ...tenant, policies }));
          const isBetter = after.some((verdict, at) => verdict === 'pass' && before[at] !== 'pass');
          if (isBetter) wrong.push(`${story}: ${place.join('.')} = ${JSON.stringify(garbled)}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(10_000);
  });

  test('where the list breaks off, what passed with the rest of it may only become unknown', () => {
    fc.assert(
      fc.property(tenants, fc.nat(), ({ brokenOff: _, ...tenant }, cut) => {
        const policies = tenant.policies.slice(0, cut % (tenant.policies.length + 1));
        const [less, more] = [both(verdicts({ ...tenant, policies, brokenOff: 'throttled' })), both(verdicts(tenant))];
        less.forEach((verdict, at) => expect([more[at], 'unknown']).toContain(verdict));
      }),
      { numRuns: 300, seed: 20_261_120 },
    );
  });

  test('facts are such as the catalog allows', () => {
    for (const [, tenant] of estates) expect(Object.keys(factsOf(tenant)).sort()).toEqual(FIELDS);
  });
});

const FIELDS = ['conditionalAccessPolicies', 'securityDefaults', 'tenantId'];
