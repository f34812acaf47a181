/**
 * What the tenant asks of those who sign in: two facets of azure.tenant. What policies state is kept under Graph's own
 * names and nesting; what rules ask of a policy stands beside it as named facts, derived in conditional-access.ts.
 */
import type { Fields, Kind } from '../../model/catalog.ts';
import { texts } from './field-words.ts';

const GRAPH = 'https://learn.microsoft.com/graph/api/resources';

const users = (about: string) => texts(about, 'An object id, lower case, or All, None, GuestsOrExternalUsers.');
const groups = (about: string) => texts(about, 'Object id of a group, lower case.');
const roles = (about: string) => texts(about, 'Template id of a directory role, lower case.');
const apps = (about: string) => texts(about, 'An application id, lower case, or a word for several, such as All.');
const locations = (about: string) => texts(about, 'Id of a named location, lower case, or All, AllTrusted.');

const guests = (about: string) =>
  ({
    type: 'list',
    optional: true,
    about,
    of: {
      type: 'enum',
      values: [
        'none',
        'internalGuest',
        'b2bCollaborationGuest',
        'b2bCollaborationMember',
        'b2bDirectConnectUser',
        'otherExternalUser',
        'serviceProvider',
      ],
      about: 'A type of guest or external user.',
    },
  }) as const;

const platforms = (about: string) =>
  ({
    type: 'list',
    about,
    of: {
      type: 'enum',
      values: ['all', 'android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux'],
      about: 'A platform, as the device claims it.',
    },
  }) as const;

const riskLevels = (about: string) =>
  ({
    type: 'list',
    about,
    of: { type: 'enum', values: ['none', 'low', 'medium', 'high', 'hidden'], about: 'A level.' },
  }) as const;

const filter = (about: string) =>
  ({
    type: 'object',
    optional: true,
    about,
    fields: {
      mode: { type: 'enum', values: ['include', 'exclude'], optional: true, about: 'What becomes of those it finds.' },
      rule: { type: 'string', optional: true, about: 'The expression that finds them.' },
    },
  }) as const;

const conditions = {
  users: {
    type: 'object',
    about: 'Whom it is for.',
    fields: {
      includeUsers: users('Users it is for.'),
      excludeUsers: users('Users left out.'),
      includeGroups: groups('Groups it is for.'),
      excludeGroups: groups('Groups left out.'),
      includeRoles: roles('Directory roles it is for.'),
      excludeRoles: roles('Directory roles left out.'),
      includeGuestsOrExternalUsers: guests('Types of guests it is for; absent if none is named.'),
      excludeGuestsOrExternalUsers: guests('Types of guests left out; absent if none is named.'),
    },
  },
  applications: {
    type: 'object',
    about: 'What they sign in to.',
    fields: {
      includeApplications: apps('Applications it is for.'),
      excludeApplications: apps('Applications left out.'),
      includeUserActions: texts('Actions it is for, instead of applications.', 'An action, as a URN.'),
      includeAuthenticationContextClassReferences: texts(
        'Authentication contexts it is for, instead of applications.',
        'Id of an authentication context.',
      ),
      applicationFilter: filter('Applications by their security attributes; absent if it has no such filter.'),
    },
  },
  clientAppTypes: {
    type: 'list',
    about: 'Kinds of clients it is for.',
    of: {
      type: 'enum',
      values: ['all', 'browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'easSupported', 'other'],
      about: 'A kind of clients; exchangeActiveSync, easSupported and other cannot do multifactor authentication.',
    },
  },
  platforms: {
    type: 'object',
    optional: true,
    about: 'Platforms it is for; absent if it is for all.',
    fields: {
      includePlatforms: platforms('Platforms it is for.'),
      excludePlatforms: platforms('Platforms left out.'),
    },
  },
  locations: {
    type: 'object',
    optional: true,
    about: 'Places it is for; absent if it is for all.',
    fields: {
      includeLocations: locations('Places it is for.'),
      excludeLocations: locations('Places left out.'),
    },
  },
  signInRiskLevels: riskLevels('Only for sign-ins of these risk levels; empty if for all.'),
  userRiskLevels: riskLevels('Only for users of these risk levels; empty if for all.'),
  insiderRiskLevels: {
    type: 'list',
    optional: true,
    about: 'Only for users of these insider risk levels; absent if for all.',
    of: { type: 'enum', values: ['minor', 'moderate', 'elevated'], about: 'A level.' },
  },
  deviceFilter: filter('Devices by their properties; absent if it has no such filter.'),
  transferMethods: {
    type: 'list',
    optional: true,
    about: 'Only for these authentication flows; absent if for all.',
    of: { type: 'enum', values: ['none', 'deviceCodeFlow', 'authenticationTransfer'], about: 'A flow.' },
  },
  otherConditions: texts('Conditions that are set and not among these fields.', "The condition's name in Graph."),
} as const satisfies Fields;

const grantControls = {
  operator: {
    type: 'enum',
    values: ['AND', 'OR'],
    optional: true,
    about: 'Whether all controls are asked for, or one of them.',
  },
  builtInControls: {
    type: 'list',
    about: 'Controls that Entra ID brings along.',
    of: {
      type: 'enum',
      values: [
        'block',
        'mfa',
        'compliantDevice',
        'domainJoinedDevice',
        'approvedApplication',
        'compliantApplication',
        'passwordChange',
        'riskRemediation',
      ],
      about: 'A control.',
    },
  },
  customAuthenticationFactors: texts('Custom controls; they do not satisfy multifactor authentication.', 'Its id.'),
  termsOfUse: texts('Terms of use to be accepted.', 'Id of an agreement.'),
  authenticationStrength: {
    type: 'object',
    optional: true,
    about: 'The authentication strength asked for.',
    fields: {
      id: { type: 'string', optional: true, about: 'Its id.' },
      displayName: { type: 'string', optional: true, about: 'Its name in the portal.' },
      requirementsSatisfied: {
        type: 'list',
        optional: true,
        about: 'The claims that signing in so brings.',
        of: { type: 'enum', values: ['none', 'mfa'], about: 'A claim.' },
      },
      allowedCombinations: {
        type: 'list',
        optional: true,
        about: 'Ways to sign in that it allows.',
        of: { type: 'string', about: 'Methods that have to be used together, separated by commas.' },
      },
    },
  },
  otherControls: texts('Controls that are set and not among these fields.', "The control's name in Graph."),
} as const satisfies Fields;

/** What a Conditional Access policy says of itself. */
export const statedPolicy = {
  id: { type: 'string', about: "The policy's id." },
  name: { type: 'string', about: 'Its name in the portal (displayName).' },
  state: {
    type: 'enum',
    values: ['enabled', 'disabled', 'enabledForReportingButNotEnforced'],
    optional: true,
    about: 'Whether it is in force, off, or only reports what it would do.',
  },
  conditions: { type: 'object', optional: true, about: 'When it applies.', fields: conditions },
  grantControls: {
    type: 'object',
    optional: true,
    about: 'What it asks for; absent if it only limits sessions.',
    fields: grantControls,
  },
} as const satisfies Fields;

/** What rules ask of a policy. */
const derivedPolicy = {
  enabled: { type: 'bool', about: 'It is in force: neither off nor only reporting.' },
  requiresMfa: {
    type: 'bool',
    about:
      'Nobody whom it applies to gets in without multifactor authentication: that or a strength that brings it is ' +
      'asked for, and no other control may take its place.',
  },
  includesAllUsers: { type: 'bool', about: 'It is for all users but those it excludes.' },
  excluded: texts(
    'Users, groups and roles left out; GuestsOrExternalUsers if some of those are.',
    'An object id or role template id, lower case, or GuestsOrExternalUsers.',
  ),
  unconditional: {
    type: 'bool',
    about:
      'It applies to browsers and to mobile and desktop clients alike, on every platform, from every place, at every ' +
      'risk, on every device and in every authentication flow.',
  },
  coversAzureManagement: {
    type: 'bool',
    about: 'It is for the Windows Azure Service Management API, by name or among all applications.',
  },
  coversAllApps: { type: 'bool', about: 'It is for all applications; none is left out.' },
} as const satisfies Fields;

/** Facets of azure.tenant. */
export const signInPolicy = {
  securityDefaults: {
    planes: ['graph'],
    source: `${GRAPH}/identitysecuritydefaultsenforcementpolicy`,
    fields: {
      securityDefaults: {
        type: 'bool',
        about: 'Security defaults are on: all users register for multifactor authentication and are asked for it.',
      },
    },
  },
  conditionalAccess: {
    planes: ['graph'],
    source: `${GRAPH}/conditionalaccesspolicy`,
    fields: {
      conditionalAccessPolicies: {
        type: 'list',
        about: 'Conditional Access policies, in force or not.',
        of: { type: 'object', about: 'A policy.', fields: { ...statedPolicy, ...derivedPolicy } },
      },
    },
  },
} as const satisfies Kind['facets'];
