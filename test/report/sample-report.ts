/** A report in memory, for formats: two vaults, every verdict, gaps of several kinds, names that mean harm. */
import { createHash } from 'node:crypto';
import { type Finding, VERDICTS, type Verdict } from '../../src/model/finding.ts';
import type {
  Cure,
  Figures,
  Report,
  ReportFramework,
  ReportHead,
  ReportRule,
  Source,
  Totals,
} from '../../src/model/report.ts';
import type { Coverage } from '../../src/model/snapshot.ts';
import { resultsOf } from '../../src/report/spooled.ts';

const SUBSCRIPTION = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-payments/providers/Microsoft.KeyVault/vaults`;
export const PAYMENTS = `${GROUP}/kv-payments-prod`;
export const LEGACY = `${GROUP}/kv-legacy`;

/** A secret's name that is markup, turns the reading direction around and hides a character. */
export const HOSTILE_NAME = '"><img src=x onerror=alert(1)>\u202Egnp.exe\u200B';

export interface Contents {
  readonly head: Omit<ReportHead, 'totals'>;
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
}

export const sampleReport = (changes: Partial<Contents> = {}): Report =>
  reportOf({ head: HEAD, findings: FINDINGS, sources: SOURCES, ...changes });

export function reportOf({ head, findings, sources }: Contents): Report {
  const results = (wanted?: Verdict) => stream(findings.filter(({ verdict }) => verdict === (wanted ?? verdict)));
  return {
    ...head,
    totals: totals(findings),
    results: ({ verdict } = {}) => resultsOf(() => results(verdict)),
    sources: () => stream(sources),
  };
}

async function* stream<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items;
}

const totals = (findings: readonly Finding[]): Totals =>
  Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length]),
  ) as { [V in Verdict]: number };

export const fingerprint = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex');

// ---- rules

const rule = (id: string, changes: Partial<ReportRule>): ReportRule => ({
  id,
  aliases: [],
  title: id,
  severity: 'medium',
  kind: 'azure.vault',
  params: {},
  controls: {},
  why: 'Because what is not checked is not known.',
  fix: {},
  references: [],
  tags: [],
  ...changes,
});

export const RULES: readonly ReportRule[] = [
  rule('KV-REC-002', {
    title: 'Purge protection is on',
    severity: 'high',
    require: 'has(vault.purgeProtection) && vault.purgeProtection',
    controls: { 'cis-azure-5.0': [{ id: '8.3.5' }], 'mcsb-v2': [{ id: 'DP-8' }] },
    why: 'Without it whoever may delete a vault may also destroy it for good, and with it every key that data is encrypted with.',
    fix: {
      az: 'az keyvault update --name <vault> --enable-purge-protection true',
      bicep:
        "resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {\n  properties: {\n    enablePurgeProtection: true\n  }\n}",
      terraform: 'resource "azurerm_key_vault" "example" {\n  purge_protection_enabled = true\n}',
      portal: 'Open the vault, then Settings, Properties, and choose “Enable purge protection”.',
      sideEffects: 'It cannot be switched off again, and deleted objects stay until their retention ends.',
    },
    references: ['https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview'],
  }),
  rule('KV-NET-001', {
    title: 'Public networks are kept out by the firewall',
    severity: 'critical',
    controls: {
      'cis-azure-5.0': [
        { id: '8.3.7', title: 'Public network access is disabled', when: "vault.publicNetworkAccess == 'Enabled'" },
        { id: '8.3.8' },
      ],
    },
    each: { list: 'vault.network.ipRules', as: 'range' },
    require: "range != '0.0.0.0/0'",
    why: 'A vault that answers everyone is one leaked credential away from being read by anyone.',
    fix: { az: 'az keyvault update --name <vault> --default-action Deny' },
    references: ['https://learn.microsoft.com/azure/key-vault/general/network-security', 'javascript:alert(1)'],
  }),
  rule('KV-ROT-001', {
    title: 'Secrets are rotated within the allowed age',
    severity: 'high',
    kind: 'azure.secret',
    aliases: ['KV-ROT-100'],
    when: 'secret.enabled',
    measurable: 'has(secret.created)',
    require: 'now - secret.created\n  <= days(params.maxAgeDays)',
    params: {
      maxAgeDays: { value: 60, from: 'config' },
      useNotBefore: { value: false, from: 'default' },
    },
    controls: { 'mcsb-v2': [{ id: 'DP-6' }] },
    why: 'The older a credential is, the more copies of it exist and the longer a leaked one stays useful.',
    fix: { az: 'az keyvault secret set --vault-name <vault> --name <secret> --file <file-with-the-new-value>' },
    references: ['https://learn.microsoft.com/azure/key-vault/secrets/tutorial-rotation'],
  }),
  rule('KV-ROT-004', {
    title: 'Every enabled secret has an expiration date',
    kind: 'azure.secret',
    controls: { 'cis-azure-5.0': [{ id: '8.3.3' }, { id: '8.3.4' }] },
    why: 'An expiry makes somebody look at a secret again, and bounds the life of a forgotten one.',
    fix: { az: 'az keyvault secret set-attributes --vault-name <vault> --name <secret> --expires <date>' },
  }),
  rule('KV-KEY-003', {
    title: 'RSA keys have at least 3072 bits',
    severity: 'low',
    kind: 'azure.key',
    require: 'key.keySize >= params.minimumBits',
    params: { minimumBits: { value: 3072, from: 'profile strict' } },
    why: 'Smaller keys are expected to fall within the time that what they protect must stay secret.',
    fix: { az: 'az keyvault key create --vault-name <vault> --name <key> --kty RSA --size 3072' },
  }),
  rule('KV-LOG-001', {
    title: 'Audit events are sent somewhere that keeps them',
    severity: 'high',
    controls: { 'mcsb-v2': [{ id: 'LT-3' }] },
    why: 'Without the log nobody can say who read a secret.',
  }),
  rule('KV-CRT-002', {
    title: 'Certificates renew themselves before they expire',
    kind: 'azure.certificate',
    why: 'An expired certificate is an outage with a date.',
  }),
  rule('KV-DEF-001', { title: 'Defender for Key Vault is on', kind: 'azure.subscription' }),
  rule('KV-REC-001', { title: 'Soft delete is on', severity: 'high' }),
];

// ---- what was asked, and what was read

const source = (id: number, plane: Source['plane'], request: string, status = 200): Source => ({
  id,
  plane,
  request,
  at: `2026-03-31T06:00:${String(id).padStart(2, '0')}.000Z`,
  status,
  requestId: `5f0c${id}e1a-8d0b-4d53-9f6e-0a6d1c2b7e4${id}`,
});

export const SOURCES: readonly Source[] = [
  source(1, 'arm', `GET https://management.azure.com${PAYMENTS}?api-version=2024-11-01`),
  source(2, 'arm', `GET https://management.azure.com${LEGACY}?api-version=2024-11-01`),
  source(3, 'data', 'GET https://kv-payments-prod.vault.azure.net/secrets?api-version=7.5'),
  source(4, 'data', 'GET https://kv-legacy.vault.azure.net/secrets?api-version=7.5', 403),
  source(5, 'arm', `GET https://management.azure.com${LEGACY}/secrets?api-version=2024-11-01`),
  source(6, 'data', 'GET https://kv-payments-prod.vault.azure.net/keys?api-version=7.5'),
];

const FIREWALL = 'Let the scanner’s address through the vault’s firewall, or run it from a network that is let in';
const READER = 'Give the scanner the role Log Analytics Reader on the workspace';

export const COVERAGE: readonly Coverage[] = [
  { resource: `subscription:${SUBSCRIPTION}`, what: 'inventory', plane: 'arm', status: 'read' },
  { resource: `subscription:${SUBSCRIPTION}`, what: 'defender', plane: 'arm', status: 'read' },
  { resource: 'tenant:72f988bf-86f1-41af-91ab-2d7cd011db47', what: 'signInPolicy', plane: 'graph', status: 'skipped' },
  { resource: PAYMENTS, what: 'settings', plane: 'arm', status: 'read' },
  { resource: PAYMENTS, what: 'diagnostics', plane: 'arm', status: 'read' },
  { resource: PAYMENTS, what: 'secrets', plane: 'data', status: 'read' },
  { resource: PAYMENTS, what: 'keys', plane: 'data', status: 'read' },
  { resource: PAYMENTS, what: 'certificates', plane: 'data', status: 'read' },
  { resource: PAYMENTS, what: 'versions', plane: 'data', status: 'partial', asked: 340, refused: 12 },
  { resource: PAYMENTS, what: 'logs', plane: 'logs', status: 'forbidden', remedy: READER },
  { resource: LEGACY, what: 'settings', plane: 'arm', status: 'read' },
  { resource: LEGACY, what: 'diagnostics', plane: 'arm', status: 'read' },
  {
    resource: LEGACY,
    what: 'secrets',
    plane: 'data',
    status: 'firewall',
    fallback: 'arm',
    detail: 'Client address is not authorized and caller is not a trusted service.',
    remedy: FIREWALL,
  },
  { resource: LEGACY, what: 'keys', plane: 'data', status: 'firewall', fallback: 'arm', remedy: FIREWALL },
  { resource: LEGACY, what: 'certificates', plane: 'data', status: 'firewall', remedy: FIREWALL },
  { resource: LEGACY, what: 'logs', plane: 'logs', status: 'forbidden', remedy: READER },
];

/** The other way round than by the number of gaps. */
export const CURES: readonly Cure[] = [
  { cure: READER, verdicts: 12, together: 3, gaps: 2, places: 2 },
  { cure: FIREWALL, verdicts: 1, together: 0, orMore: true, gaps: 3, places: 1 },
];

// ---- what the estate looks like, and what its controls are called

const expiries = (expired: number, first: number, never: number) => ({
  expired,
  months: Array.from({ length: 12 }, (_, at) => ({
    month: new Date(Date.UTC(2026, 2 + at, 1)).toISOString().slice(0, 7),
    count: at ? at % 3 : first,
  })),
  later: 2,
  never,
  unknown: 1,
});

export const FIGURES: Figures = {
  resources: {
    'azure.tenant': 1,
    'azure.subscription': 1,
    'azure.vault': 2,
    'azure.secret': 6,
    'azure.key': 1,
    'azure.certificate': 1,
  },
  unlisted: { 'azure.certificate': 1 },
  secretAges: {
    classes: [
      { upTo: 30, count: 1 },
      { upTo: 60, count: 0 },
      { upTo: 90, count: 1 },
      { upTo: 180, count: 1 },
      { upTo: 365, count: 0 },
      { upTo: 730, count: 1 },
      { count: 0 },
    ],
    unknown: 1,
  },
  expiries: {
    'azure.secret': expiries(1, 2, 4),
    'azure.key': expiries(0, 0, 1),
    'azure.certificate': expiries(0, 1, 0),
  },
  exposure: { internet: 1, privateOnly: 1 },
  exposureUnknown: 0,
};

export const FRAMEWORKS: readonly ReportFramework[] = [
  {
    id: 'cis-azure-5.0',
    title: 'CIS Microsoft Azure Foundations Benchmark',
    version: '5.0.0',
    publisher: 'Center for Internet Security',
    sources: ['https://www.cisecurity.org/benchmark/azure'],
    controls: [
      { id: '8.3.3', title: 'Secrets in vaults with Azure RBAC expire' },
      { id: '8.3.4', title: 'Secrets in vaults with access policies expire' },
      { id: '8.3.5', title: 'Purge protection is on' },
      { id: '8.3.7', title: 'Public network access is disabled' },
      { id: '8.3.8', title: 'Private endpoints are in use' },
      { id: '8.3.9', title: 'Keys rotate automatically' },
      {
        id: '8.3.10',
        title: 'A managed HSM is used where one is required',
        manual: true,
        about: 'Whether one is required is for the organisation to say.',
      },
    ],
  },
  {
    id: 'mcsb-v2',
    title: 'Microsoft cloud security benchmark',
    version: 'v2 (preview)',
    publisher: 'Microsoft',
    sources: ['https://learn.microsoft.com/security/benchmark/azure/overview'],
    controls: [
      { id: 'DP-6', title: 'Use a secure key management process' },
      { id: 'DP-8', title: 'Ensure security of key and certificate repository' },
      { id: 'LT-3', title: 'Enable logging for security investigation' },
    ],
  },
];

export const HEAD: Omit<ReportHead, 'totals'> = {
  schemaVersion: 1,
  tool: {
    name: 'vault-posture',
    version: '0.1.0',
    ruleset: { sha256: fingerprint('ruleset'), rules: RULES.length },
  },
  run: {
    id: '0195e2a4-6f1c-7c52-9a53-3f1f3f0b8d11',
    startedAt: '2026-03-31T06:00:00.000Z',
    finishedAt: '2026-03-31T06:01:47.310Z',
    evaluatedAt: '2026-03-31T06:00:00.000Z',
    tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    identity: { objectId: '6c1d2a3e-5a3b-4c65-b7e4-1f0b2f9f1a77', type: 'servicePrincipal' },
    signIn: { auth: 'default', proof: 'secret' },
    collector: { name: 'vault-posture', version: '0.0.9' },
    settings: { sha256: fingerprint('settings'), profile: 'strict' },
    scope: { cloud: 'public', subscriptions: [SUBSCRIPTION], vaults: [] },
    complete: false,
  },
  figures: FIGURES,
  subscriptions: [{ id: SUBSCRIPTION, name: 'Payments production' }],
  coverage: COVERAGE,
  frameworks: FRAMEWORKS,
  rules: RULES,
};

// ---- findings

type Draft = Pick<Finding, 'ruleId' | 'verdict' | 'severity'> & Partial<Finding>;

const onVault = (id: string, draft: Draft): Finding => ({
  fingerprint: fingerprint(draft.ruleId, id),
  ...draft,
  resource: { kind: 'azure.vault', id, name: id.slice(id.lastIndexOf('/') + 1), subscriptionId: SUBSCRIPTION },
});

const onObject = (vault: string, kind: 'secret' | 'key' | 'certificate', name: string, draft: Draft): Finding => {
  const host = vault.slice(vault.lastIndexOf('/') + 1);
  const id = `https://${host}.vault.azure.net/${kind}s/${encodeURIComponent(name)}`;
  const resource = { kind: `azure.${kind}`, id, name, vault, subscriptionId: SUBSCRIPTION };
  return { fingerprint: fingerprint(draft.ruleId, id), ...draft, resource };
};

const tooOld = (days: number, severity: Finding['severity'] = 'high'): Draft => ({
  ruleId: 'KV-ROT-001',
  verdict: 'fail',
  severity,
  message: `The current version is ${days} days old; the limit is 60.`,
  evidence: [
    { field: 'secret.created', value: '2025-01-12T09:30:00Z', source: { ref: 3 } },
    { field: 'secret.enabled', value: true, source: { ref: 3 } },
    { field: 'params.maxAgeDays', value: 60 },
  ],
});

export const FINDINGS: readonly Finding[] = [
  {
    ruleId: 'KV-DEF-001',
    verdict: 'pass',
    severity: 'medium',
    resource: { kind: 'azure.subscription', id: `subscription:${SUBSCRIPTION}`, name: 'Payments production' },
    fingerprint: fingerprint('KV-DEF-001', SUBSCRIPTION),
  },
  onVault(PAYMENTS, { ruleId: 'KV-REC-001', verdict: 'pass', severity: 'high' }),
  onVault(PAYMENTS, { ruleId: 'KV-REC-002', verdict: 'pass', severity: 'high' }),
  onVault(PAYMENTS, { ruleId: 'KV-NET-001', verdict: 'pass', severity: 'critical' }),
  onVault(PAYMENTS, { ruleId: 'KV-LOG-001', verdict: 'pass', severity: 'high' }),
  onObject(PAYMENTS, 'secret', 'db-password', tooOld(443)),
  onObject(PAYMENTS, 'secret', HOSTILE_NAME, tooOld(97)),
  onObject(PAYMENTS, 'secret', 'smtp-relay', tooOld(61, 'medium')),
  onObject(PAYMENTS, 'secret', 'webhook-signing', { ruleId: 'KV-ROT-001', verdict: 'pass', severity: 'high' }),
  onObject(PAYMENTS, 'secret', 'retired', { ruleId: 'KV-ROT-001', verdict: 'notApplicable', severity: 'high' }),
  onObject(PAYMENTS, 'secret', 'db-password', {
    ruleId: 'KV-ROT-004',
    verdict: 'fail',
    severity: 'medium',
    message: 'The secret never expires.',
    evidence: [{ field: 'secret.expires', value: null, source: { ref: 3 } }],
    controls: { 'cis-azure-5.0': ['8.3.3'] },
    location: { file: 'infra/payments/vault.bicep', line: 12, tag: 'vp-source' },
  }),
  onObject(PAYMENTS, 'key', 'tokens', {
    ruleId: 'KV-KEY-003',
    verdict: 'fail',
    severity: 'low',
    message: 'The key has 2048 bits; at least 3072 are asked for.',
    evidence: [
      { field: 'key.keySize', value: 2048, source: { ref: 6 } },
      { field: 'key.keyType', value: 'RSA-XL', unrecognised: true, source: { ref: 6 } },
    ],
    params: { minimumBits: { value: 3072, from: 'override 1' } },
  }),
  onObject(PAYMENTS, 'certificate', 'api-gateway', { ruleId: 'KV-CRT-002', verdict: 'pass', severity: 'medium' }),
  onVault(LEGACY, { ruleId: 'KV-REC-001', verdict: 'pass', severity: 'high' }),
  onVault(LEGACY, {
    ruleId: 'KV-REC-002',
    verdict: 'fail',
    severity: 'high',
    message: 'Purge protection is off: a deleted vault can be destroyed for good.',
    evidence: [{ field: 'vault.purgeProtection', value: null, source: { ref: 2 } }],
  }),
  onVault(LEGACY, {
    ruleId: 'KV-NET-001',
    verdict: 'fail',
    severity: 'critical',
    message: 'Every network may reach the vault, and no firewall rule narrows it.',
    evidence: [
      { field: 'vault.publicNetworkAccess', value: 'Enabled', source: { ref: 2 } },
      { field: 'vault.network.defaultAction', value: 'Allow', source: { ref: 2 } },
    ],
  }),
  onVault(LEGACY, {
    ruleId: 'KV-LOG-001',
    verdict: 'unknown',
    severity: 'high',
    reason: 'forbidden',
    evidence: [{ field: 'vault.diagnosticSettings', value: { gap: 'forbidden' }, source: { ref: 2 } }],
  }),
  onVault(LEGACY, {
    ruleId: 'KV-CRT-002',
    verdict: 'unknown',
    severity: 'medium',
    reason: 'firewall',
    about: 'azure.certificate',
  }),
  onObject(LEGACY, 'secret', 'ftp', {
    ruleId: 'KV-ROT-001',
    verdict: 'unknown',
    severity: 'high',
    reason: 'firewall',
    evidence: [{ field: 'secret.belongsToCertificate', value: { gap: 'firewall' }, source: { ref: 5 } }],
  }),
  onObject(LEGACY, 'secret', 'ftp', {
    ruleId: 'KV-ROT-004',
    verdict: 'unknown',
    severity: 'medium',
    reason: 'ruleError',
    detail: 'division by zero',
  }),
];

const vaultId = (number: number): string => `${GROUP}/kv-team-${String(number).padStart(4, '0')}`;

/** The sample with secrets that are too old added until it has so many failures. */
export function largeReport(failures: number, vaults = 50): Report {
  const findings = Array.from({ length: failures }, (_, at) =>
    onObject(vaultId(at % vaults), 'secret', `secret-${at}`, tooOld(61 + (at % 900), at % 7 ? 'medium' : 'high')),
  );
  const coverage: Coverage[] = Array.from({ length: vaults }, (_, at) => at).flatMap((at) => [
    { resource: vaultId(at), what: 'settings', plane: 'arm', status: 'read' },
    at % 3
      ? { resource: vaultId(at), what: 'secrets', plane: 'data', status: 'read' }
      : { resource: vaultId(at), what: 'secrets', plane: 'data', status: 'firewall', remedy: FIREWALL },
  ]);
  return sampleReport({
    head: { ...HEAD, coverage: [...COVERAGE, ...coverage] },
    findings: [...FINDINGS, ...findings],
  });
}
