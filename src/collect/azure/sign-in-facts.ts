/**
 * From Microsoft Graph's answers about signing in to facts. Source: v1.0 of conditionalAccessPolicy and
 * identitySecurityDefaultsEnforcementPolicy. Graph writes every member: a list that is left out was not read, while
 * null is how a condition says that it is not set. Four lists are empty in nearly every policy, and recorded or trimmed
 * answers leave them out: those are empty then. Whom and what a policy is for, and whom it leaves out, must be told: an
 * empty list of exceptions is what a pass stands on.
 */
import { BrokenList, Gap } from '../../model/gap.ts';
import { isRecord, type RawFacts, settle } from '../settle.ts';
import { isGuid, policyFacts } from './conditional-access.ts';
import { textIn, within } from './raw.ts';
import { signInPolicy, statedPolicy } from './sign-in-catalog.ts';

/** From GET /policies/identitySecurityDefaultsEnforcementPolicy. */
export const securityDefaultsFacts = (policy: RawFacts): Record<string, unknown> =>
  settle(signInPolicy.securityDefaults.fields, { securityDefaults: policy.isEnabled });

/**
 * From all pages of GET /identity/conditionalAccess/policies. `managementApp` is the id of the Windows Azure Service
 * Management API in the cloud of the tenant.
 */
export function conditionalAccessFacts(
  policies: readonly unknown[] | BrokenList,
  managementApp: string,
): Record<string, unknown> {
  const mapped = (items: readonly unknown[]): unknown[] =>
    items.map((item) => (isRecord(item) ? policy(item, managementApp) : Gap.of('error')));
  return settle(signInPolicy.conditionalAccess.fields, {
    conditionalAccessPolicies:
      policies instanceof BrokenList ? new BrokenList(mapped(policies.items), policies.gap) : mapped(policies),
  });
}

function policy(raw: RawFacts, managementApp: string): RawFacts {
  const stated = settle(statedPolicy, {
    id: raw.id,
    name: raw.displayName,
    state: raw.state,
    conditions: isRecord(raw.conditions) ? conditions(raw.conditions) : raw.conditions,
    grantControls: isRecord(raw.grantControls) ? grantControls(raw.grantControls) : raw.grantControls,
  });
  return { ...stated, ...policyFacts(stated, managementApp) };
}

const conditions = (raw: RawFacts): RawFacts => ({
  users: isRecord(raw.users) ? users(raw.users) : raw.users,
  applications: isRecord(raw.applications) ? applications(raw.applications) : raw.applications,
  clientAppTypes: raw.clientAppTypes,
  platforms: part(raw.platforms),
  locations: part(raw.locations, locations),
  signInRiskLevels: orNone(raw.signInRiskLevels),
  userRiskLevels: orNone(raw.userRiskLevels),
  insiderRiskLevels: flags(raw.insiderRiskLevels),
  deviceFilter: part(within(raw, 'devices', 'deviceFilter')),
  transferMethods: flags(within(raw, 'authenticationFlows', 'transferMethods')),
  otherConditions: otherConditions(raw),
});

/** Null says that it is not set, as of any condition. */
const orNone = (list: unknown): unknown => list ?? [];

const users = (raw: RawFacts): RawFacts => ({
  includeUsers: spelt(raw.includeUsers),
  excludeUsers: spelt(raw.excludeUsers),
  includeGroups: spelt(raw.includeGroups),
  excludeGroups: spelt(raw.excludeGroups),
  includeRoles: spelt(raw.includeRoles),
  excludeRoles: spelt(raw.excludeRoles),
  includeGuestsOrExternalUsers: guests(raw.includeGuestsOrExternalUsers),
  excludeGuestsOrExternalUsers: guests(raw.excludeGuestsOrExternalUsers),
});

/** Some are meant, even if it is not said which. */
const guests = (raw: unknown): unknown => {
  const named = part(raw);
  return isRecord(named) ? (flags(named.guestOrExternalUserTypes) ?? Gap.of('error')) : named;
};

const applications = (raw: RawFacts): RawFacts => ({
  includeApplications: spelt(raw.includeApplications),
  excludeApplications: spelt(raw.excludeApplications),
  includeUserActions: raw.includeUserActions,
  includeAuthenticationContextClassReferences: raw.includeAuthenticationContextClassReferences,
  applicationFilter: part(raw.applicationFilter),
});

const locations = (raw: RawFacts): RawFacts => ({
  includeLocations: spelt(raw.includeLocations),
  excludeLocations: spelt(raw.excludeLocations),
});

const grantControls = (raw: RawFacts): RawFacts => ({
  operator: raw.operator,
  builtInControls: raw.builtInControls,
  customAuthenticationFactors: orNone(raw.customAuthenticationFactors),
  termsOfUse: orNone(raw.termsOfUse),
  authenticationStrength: isRecord(raw.authenticationStrength)
    ? strength(raw.authenticationStrength)
    : raw.authenticationStrength,
  otherControls: strangers(raw, GRANT_MEMBERS),
});

const strength = (raw: RawFacts): RawFacts => ({
  id: raw.id,
  displayName: raw.displayName,
  requirementsSatisfied: flags(raw.requirementsSatisfied),
  allowedCombinations: raw.allowedCombinations,
});

// ---- how Graph writes things

/** Several values of an enumeration in one text, separated by commas. */
const flags = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').map((flag) => flag.trim()) : value;

const WORDS = ['All', 'None', 'AllTrusted', 'GuestsOrExternalUsers', 'Office365', 'MicrosoftAdminPortals'];

/** Ids and the words that stand for several of them, in one spelling. */
const spelt = (list: unknown): unknown => (Array.isArray(list) ? list.map(spelling) : list);

function spelling(item: unknown): unknown {
  const folded = textIn(item).toLowerCase();
  return WORDS.find((word) => word.toLowerCase() === folded) ?? (isGuid(folded) ? folded : item);
}

/** A part of the conditions that may be left out; one in which nothing is set is not set either. */
function part(value: unknown, map: (part: RawFacts) => RawFacts = (same) => same): unknown {
  if (!isRecord(value)) return value;
  return Object.values(value).every(isUnset) ? undefined : map(value);
}

const isUnset = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

// ---- what Graph may come to say

const GRANT_MEMBERS = [
  'operator',
  'builtInControls',
  'customAuthenticationFactors',
  'termsOfUse',
  'authenticationStrength',
];

/** Members of conditions that are facts, and those of their parts. */
const CONDITION_MEMBERS = {
  users: [
    'includeUsers',
    'excludeUsers',
    'includeGroups',
    'excludeGroups',
    'includeRoles',
    'excludeRoles',
    'includeGuestsOrExternalUsers',
    'excludeGuestsOrExternalUsers',
  ],
  applications: [
    'includeApplications',
    'excludeApplications',
    'includeUserActions',
    'includeAuthenticationContextClassReferences',
    'applicationFilter',
  ],
  clientAppTypes: [],
  platforms: ['includePlatforms', 'excludePlatforms'],
  locations: ['includeLocations', 'excludeLocations'],
  signInRiskLevels: [],
  userRiskLevels: [],
  insiderRiskLevels: [],
  devices: ['deviceFilter'],
  authenticationFlows: ['transferMethods'],
} as const;

function otherConditions(raw: RawFacts): string[] {
  const parts = Object.entries(CONDITION_MEMBERS).flatMap(([name, known]) =>
    isRecord(raw[name]) ? strangers(raw[name], known).map((member) => `${name}.${member}`) : [],
  );
  return [...strangers(raw, Object.keys(CONDITION_MEMBERS)), ...parts];
}

/** Members that are set and not known. */
const strangers = (raw: RawFacts, known: readonly string[]): string[] =>
  Object.keys(raw).filter((name) => !known.includes(name) && !isAnnotation(name) && !isBlank(raw[name]));

/** `authenticationStrength@odata.context` and the like, about a member and no member. */
const isAnnotation = (name: string): boolean => name.includes('@');

/** Says nothing: new members come to every policy, switched off. */
const isBlank = (value: unknown): boolean =>
  isUnset(value) ||
  value === false ||
  (isRecord(value) && Object.entries(value).every(([name, member]) => isAnnotation(name) || isBlank(member)));
