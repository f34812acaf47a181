/**
 * What rules ask of a Conditional Access policy. A value that nobody knows never makes a policy count; where the policy
 * would count but for it, the answer is a gap. One policy has to suffice: that several of them together reach everybody
 * cannot be told without knowing who is in which group.
 */
import type { FactsOf } from '../../model/catalog.ts';
import { BrokenList, Gap } from '../../model/gap.ts';
import { every, holds, isEmpty, itemsOf, not, some, type Texts, type Truth } from '../truth.ts';
import type { statedPolicy } from './sign-in-catalog.ts';

export type StatedPolicy = FactsOf<typeof statedPolicy>;

type There<T> = Exclude<T, Gap | undefined>;
type Conditions = There<StatedPolicy['conditions']>;
type Applications = There<Conditions['applications']>;
type GrantControls = There<StatedPolicy['grantControls']>;
type Strength = There<GrantControls['authenticationStrength']>;

/** The named facts that stand beside what the policy states. */
export function policyFacts(policy: StatedPolicy, managementApp: string): Record<string, unknown> {
  const { state = Gap.of('error'), conditions = Gap.of('error'), grantControls } = policy;
  const users = member(conditions, 'users');
  const applications = member(conditions, 'applications');
  return {
    enabled: lists([state], ['enabled'], ['disabled', 'enabledForReportingButNotEnforced']),
    requiresMfa: grantControls ? withAll(grantControls, requiresMfa) : false,
    includesAllUsers: lists(member(users, 'includeUsers'), ['All'], ['None', 'GuestsOrExternalUsers']),
    excluded: excluded(users),
    unconditional: withAll(conditions, unconditional),
    coversAzureManagement: withAll(applications, (known) => coversManagement(known, managementApp)),
    coversAllApps: withAll(applications, coversAllApps),
  };
}

/** A member of a part, or the gap that stands for the whole part. */
const member = <T extends object, K extends keyof T>(part: T | Gap, name: K): T[K] | Gap =>
  part instanceof Gap ? part : part[name];

const withAll = <T extends object>(part: T | Gap, ask: (part: T) => Truth): Truth =>
  part instanceof Gap ? part : ask(part);

// ---- what stands in a list

/** Whether a list names what is meant. Names that are neither meant nor known to be others may mean it. */
const lists = (texts: Texts, meant: readonly string[], others: readonly string[]): Truth =>
  holds(texts, (text) => {
    if (meant.includes(text)) return true;
    return others.includes(text) || isGuid(text) ? false : Gap.of('unsupported');
  });

/** As facts spell ids, lower case. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

// ---- whom it is for

type Users = Conditions['users'];

/** Guests are left out as a kind: which of them, and of which tenants, makes no difference to those that are. */
function excluded(users: Users): unknown {
  const guests = member(users, 'excludeGuestsOrExternalUsers');
  const all = [
    ...itemsOf(member(users, 'excludeUsers')),
    ...itemsOf(member(users, 'excludeGroups')),
    ...itemsOf(member(users, 'excludeRoles')),
    ...(guests === undefined ? [] : [guests instanceof Gap ? guests : 'GuestsOrExternalUsers']),
  ];
  const ids = all.filter((id) => !(id instanceof Gap));
  const gap = all.find((id) => id instanceof Gap);
  return gap ? new BrokenList(ids, gap) : ids;
}

// ---- when it applies

const unconditional = (conditions: Conditions): Truth =>
  every([
    everyModernClient(conditions.clientAppTypes),
    everyPlatform(conditions.platforms),
    everyLocation(conditions.locations),
    isEmpty(conditions.signInRiskLevels),
    isEmpty(conditions.userRiskLevels),
    isEmpty(conditions.insiderRiskLevels ?? []),
    isAbsent(conditions.deviceFilter),
    not(holds(conditions.transferMethods ?? [], (method) => method !== 'none')),
    not(holds(conditions.otherConditions, () => Gap.of('unsupported'))),
  ]);

const isAbsent = (part: object | Gap | undefined): Truth => (part instanceof Gap ? part : part === undefined);

const LEGACY = ['exchangeActiveSync', 'easSupported', 'other'];
const MODERN = ['browser', 'mobileAppsAndDesktopClients'];

/** Clients of legacy protocols need not be covered: they cannot be asked for anything, and Azure does not serve them. */
function everyModernClient(types: Texts): Truth {
  if (itemsOf(types).length === 0) return Gap.of('error');
  const asked = (type: string): Truth => lists(types, ['all', type], [...MODERN, ...LEGACY]);
  return every(MODERN.map(asked));
}

/** All platforms one by one are not all: a device that claims to be another one escapes. */
const PLATFORMS = ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux'];

const everyPlatform = (platforms: Conditions['platforms']): Truth =>
  platforms === undefined ||
  withAll(platforms, ({ includePlatforms, excludePlatforms }) =>
    every([lists(includePlatforms, ['all'], PLATFORMS), isEmpty(excludePlatforms)]),
  );

/** Trusted places left out are left out. */
const everyLocation = (locations: Conditions['locations']): Truth =>
  locations === undefined ||
  withAll(locations, ({ includeLocations, excludeLocations }) =>
    every([lists(includeLocations, ['All'], ['AllTrusted']), isEmpty(excludeLocations)]),
  );

// ---- what they sign in to

/** None of them holds Azure management; the admin portals are pages, not the API behind them. */
const SUITES = ['None', 'Office365', 'MicrosoftAdminPortals'];

/** Which applications a filter finds is not known here. */
const UNSEEN = Gap.of('unsupported');

function coversManagement(
  { includeApplications, excludeApplications, applicationFilter }: Applications,
  app: string,
): Truth {
  const meant = ['All', app];
  return every([
    some([lists(includeApplications, meant, SUITES), mayInclude(applicationFilter)]),
    not(lists(excludeApplications, meant, SUITES)),
    applicationFilter === undefined || UNSEEN,
  ]);
}

type Filter = Applications['applicationFilter'];

function mayInclude(filter: Filter): Truth {
  if (filter === undefined) return false;
  return member(filter, 'mode') === 'exclude' ? false : UNSEEN;
}

/** A filter that excludes is there to leave some out. */
const coversAllApps = ({ includeApplications, excludeApplications, applicationFilter }: Applications): Truth =>
  every([
    lists(includeApplications, ['All'], SUITES),
    isEmpty(excludeApplications),
    applicationFilter === undefined || (member(applicationFilter, 'mode') === 'exclude' ? false : UNSEEN),
  ]);

// ---- what it asks for

/** Asked for together, one that is multifactor authentication suffices; as alternatives, all have to be. */
function requiresMfa(grant: GrantControls): Truth {
  const alternatives = controls(grant);
  const together = some(alternatives);
  if (grant.operator === 'AND' || together === false) return together;
  return grant.operator === 'OR' ? every(alternatives) : Gap.of('error');
}

/** Of each control whether it is multifactor authentication. */
function controls(grant: GrantControls): Truth[] {
  const strength = grant.authenticationStrength;
  const others = [...itemsOf(grant.customAuthenticationFactors), ...itemsOf(grant.termsOfUse)];
  return [
    ...itemsOf(grant.builtInControls).map(isMfa),
    ...others.map((control) => (control instanceof Gap ? control : false)),
    ...(strength === undefined ? [] : [withAll(strength, bringsMfa)]),
    ...itemsOf(grant.otherControls).map(() => Gap.of('unsupported')),
  ];
}

const OTHER_CONTROLS = [
  'block',
  'compliantDevice',
  'domainJoinedDevice',
  'approvedApplication',
  'compliantApplication',
  'passwordChange',
  'riskRemediation',
];

const isMfa = (control: string | Gap): Truth => lists([control], ['mfa'], OTHER_CONTROLS);

/**
 * Multifactor authentication, passwordless, phishing-resistant.
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
 */
const BUILT_IN_STRENGTHS = [
  '00000000-0000-0000-0000-000000000002',
  '00000000-0000-0000-0000-000000000003',
  '00000000-0000-0000-0000-000000000004',
];

/** Graph says which claims a strength brings; of a tenant's own one its ways to sign in have to bear it out. */
function bringsMfa({ id, requirementsSatisfied, allowedCombinations = Gap.of('error') }: Strength): Truth {
  const isBuiltIn = typeof id === 'string' && BUILT_IN_STRENGTHS.includes(id);
  const stated = requirementsSatisfied && lists(requirementsSatisfied, ['mfa'], ['none']);
  if (isBuiltIn) return stated ?? true;
  return every([stated ?? Gap.of('error'), not(holds(allowedCombinations, isSingleFactor))]);
}

/** Methods that suffice alone, and those that do not. Source: {@link BUILT_IN_STRENGTHS} */
const MULTI_FACTOR = [
  'windowshelloforbusiness',
  'fido2',
  'x509certificatemultifactor',
  'devicebasedpush',
  'temporaryaccesspassonetime',
  'temporaryaccesspassmultiuse',
  'federatedmultifactor',
];
const SINGLE_FACTOR = [
  'password',
  'voice',
  'sms',
  'email',
  'hardwareoath',
  'softwareoath',
  'microsoftauthenticatorpush',
  'qrcodepin',
  'federatedsinglefactor',
  'x509certificatesinglefactor',
];

/** Whether methods that are used together come to a single factor. */
function isSingleFactor(combination: string): Truth {
  const methods = new Set(combination.split(',').map((method) => method.trim().toLowerCase()));
  const known = [...methods].filter((method) => SINGLE_FACTOR.includes(method));
  if ([...methods].some((method) => MULTI_FACTOR.includes(method)) || known.length > 1) return false;
  return known.length === methods.size || Gap.of('unsupported');
}
