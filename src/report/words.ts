/** What the model's terms are called in prose. */
import { type Plane, shortName } from '../model/catalog.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import type { Severity } from '../model/rule.ts';
import type { CoverageSubject, Proof } from '../model/snapshot.ts';

type FindingReason = NonNullable<Finding['reason']>;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  fail: 'Failed',
  unknown: 'Unknown',
  pass: 'Passed',
  notApplicable: 'Not applicable',
  waived: 'Waived',
};

export const REASON_WORDS: Readonly<Record<FindingReason, string>> = {
  forbidden: 'Access was refused',
  firewall: 'A firewall turned the scan away',
  throttled: 'The service was too busy to answer',
  notFound: 'It was not found',
  notLicensed: 'The tenant has no licence for it',
  unsupported: 'The service does not offer it',
  timeout: 'No answer came in time',
  notCovered: 'What is known does not reach far enough to tell',
  partial: 'Only a part could be read',
  skipped: 'It was not asked for in this scan',
  error: 'Reading it failed',
  ruleError: 'The rule itself failed',
};

export const PLANE_WORDS: Readonly<Record<Plane, string>> = {
  arm: 'Resource Manager',
  data: 'Data plane',
  logs: 'Logs',
  graph: 'Microsoft Graph',
};

export const SUBJECT_WORDS: Readonly<Record<CoverageSubject, string>> = {
  inventory: 'Inventory',
  settings: 'Settings',
  network: 'Network',
  locks: 'Locks',
  diagnostics: 'Diagnostic settings',
  secrets: 'Secrets',
  keys: 'Keys',
  certificates: 'Certificates',
  versions: 'Versions',
  rotationPolicies: 'Rotation policies',
  certificatePolicies: 'Certificates: policies, public parts, orders',
  deletedObjects: 'Deleted objects',
  roleAssignments: 'Role assignments',
  logs: 'Audit logs',
  signInPolicy: 'Sign-in policy',
  registration: 'Registered sign-in methods',
  directory: 'Directory',
  defender: 'Defender for Cloud',
  policy: 'Azure Policy',
  hsmKeys: 'HSM keys',
  hsmRoles: 'HSM roles',
};

/** `azure.deletedObject` → `deleted object` */
export const kindWords = (kind: string): string =>
  shortName(kind).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Who can reach a vault over the network, the widest first; by the values of the catalog's `exposure.reachableFrom`. */
export const EXPOSURE_WORDS: { readonly [reachableFrom: string]: string } = {
  internet: 'The whole internet',
  someAddresses: 'Some addresses',
  someSubnets: 'Some subnets',
  perimeter: 'As its perimeter lets in',
  trustedServicesOnly: 'Trusted services only',
  privateOnly: 'Private endpoints only',
  nowhere: 'Nobody',
};

/** What proved who scans; none of it tells what the secret is. */
export const PROOF_WORDS: Readonly<Record<Proof, string>> = {
  managedIdentity: 'a managed identity',
  azureCli: 'a person through Azure CLI',
  azurePowerShell: 'a person through Azure PowerShell',
  secret: 'an application with a secret',
  assertion: 'an application with a certificate or a federated token',
};

/** Said of a report without the estate's names. */
export const REDACTED = 'Redacted copy.';
export const REDACTION =
  'Names, ids and texts of the estate are pseudonyms or left out; verdicts, severities, counts and times are as they were found.';
