/** How people sign in at Havelmark, as Microsoft Graph tells it: policies that grew over the years, each with its hole. */
import { guid } from './dice.mjs';

const AZURE_MANAGEMENT = '797f4846-ba00-4fd7-ba43-dac1f8f63013';
/** Global Administrator, Privileged Role Administrator, Security Administrator. */
const ADMINISTRATORS = [
  '62e90394-69f5-4237-9190-012177145e10',
  'e8611ab8-c189-46e8-94e1-60213ab1f814',
  '194ae4cb-b126-40b2-bd5b-6091b380977d',
];
const PHISHING_RESISTANT = {
  id: '00000000-0000-0000-0000-000000000004',
  createdDateTime: '2021-12-01T00:00:00Z',
  modifiedDateTime: '2021-12-01T00:00:00Z',
  displayName: 'Phishing-resistant MFA',
  description: 'Phishing-resistant, Passwordless methods for the strongest authentication, such as a FIDO2 security key',
  policyType: 'builtIn',
  requirementsSatisfied: 'mfa',
  allowedCombinations: ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
};

const breakGlass = guid('principal/break-glass');
const depotAutomation = guid('group/depot-automation');
const GRAPH = 'https://graph.microsoft.com/v1.0/$metadata';

export const signInPolicy = {
  securityDefaults: {
    '@odata.context': `${GRAPH}#policies/identitySecurityDefaultsEnforcementPolicy/$entity`,
    id: '00000000-0000-0000-0000-000000000005',
    displayName: 'Security Defaults',
    description: 'A set of basic identity security mechanisms recommended by Microsoft.',
    isEnabled: false,
  },
  conditionalAccess: [
    policy('CA001 Block legacy authentication', '2021-03-02T09:14:27.6612034Z', {
      clientAppTypes: ['exchangeActiveSync', 'other'],
      users: { includeUsers: ['All'], excludeUsers: [breakGlass] },
      controls: ['block'],
    }),
    policy('CA002 MFA for administrators', '2021-03-02T09:31:50.1184425Z', {
      users: { includeRoles: ADMINISTRATORS, excludeUsers: [breakGlass] },
      controls: ['mfa'],
    }),
    // In an office a password is enough.
    policy('CA003 MFA for all users outside our offices', '2021-05-11T07:02:11.9034417Z', {
      users: { includeUsers: ['All'], excludeUsers: [breakGlass] },
      locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
      controls: ['mfa'],
    }),
    // It would do, were it not for the accounts that scripts in the depots sign in with.
    policy('CA004 MFA for Azure management', '2022-09-19T12:45:03.4471922Z', {
      users: { includeUsers: ['All'], excludeUsers: [breakGlass], excludeGroups: [depotAutomation] },
      applications: { includeApplications: [AZURE_MANAGEMENT] },
      controls: ['mfa'],
    }),
    policy('CA005 MFA when a sign-in looks risky', '2023-02-06T10:20:41.0082117Z', {
      users: { includeUsers: ['All'], excludeUsers: [breakGlass] },
      signInRiskLevels: ['high', 'medium'],
      controls: ['mfa'],
    }),
    policy('CA006 Phishing-resistant MFA for everybody (pilot)', '2026-08-24T06:55:19.7730158Z', {
      state: 'enabledForReportingButNotEnforced',
      users: { includeUsers: ['All'], excludeUsers: [breakGlass] },
      strength: PHISHING_RESISTANT,
    }),
    policy('CA007 Block sign-in from abroad', '2021-11-30T15:08:36.2290846Z', {
      state: 'disabled',
      users: { includeUsers: ['All'], excludeUsers: [breakGlass] },
      locations: { includeLocations: ['All'], excludeLocations: [guid('location/europe')] },
      controls: ['block'],
    }),
  ],
};

function policy(displayName, createdDateTime, { state = 'enabled', controls, strength, ...conditions }) {
  const id = guid(`policy/${displayName}`);
  return {
    id,
    templateId: null,
    displayName,
    createdDateTime,
    modifiedDateTime: null,
    state,
    sessionControls: null,
    conditions: conditionsOf(conditions),
    grantControls: {
      operator: 'OR',
      builtInControls: controls ?? [],
      customAuthenticationFactors: [],
      termsOfUse: [],
      'authenticationStrength@odata.context': `${GRAPH}#policies/conditionalAccessPolicies('${id}')/grantControls/authenticationStrength/$entity`,
      authenticationStrength: strength ?? null,
    },
  };
}

function conditionsOf({ users, applications = {}, clientAppTypes = ['all'], locations, signInRiskLevels = [] }) {
  return {
    userRiskLevels: [],
    signInRiskLevels,
    clientAppTypes,
    servicePrincipalRiskLevels: [],
    insiderRiskLevels: null,
    platforms: null,
    locations: locations ?? null,
    devices: null,
    clientApplications: null,
    authenticationFlows: null,
    applications: {
      includeApplications: ['All'],
      excludeApplications: [],
      includeUserActions: [],
      includeAuthenticationContextClassReferences: [],
      applicationFilter: null,
      ...applications,
    },
    users: {
      includeUsers: [],
      excludeUsers: [],
      includeGroups: [],
      excludeGroups: [],
      includeRoles: [],
      excludeRoles: [],
      includeGuestsOrExternalUsers: null,
      excludeGuestsOrExternalUsers: null,
      ...users,
    },
  };
}
