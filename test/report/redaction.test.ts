import addFormats from 'ajv-formats';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import type { Evidence, Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { redacted } from '../../src/report/redaction/redaction.ts';
import { RENDERERS } from '../../src/report/renderers/index.ts';
import { json } from '../../src/report/renderers/json.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { page, readAsset } from './page.ts';
import { poisoned } from './poison.ts';
import { filesOf, rendered } from './rendered.ts';
import {
  type Contents,
  COVERAGE,
  FIGURES,
  FINDINGS,
  HEAD,
  LEGACY,
  PAYMENTS,
  reportOf,
  RULES,
  sampleReport,
  SOURCES,
} from './sample-report.ts';

const key = (text: string) => Buffer.from(text.repeat(32));
const of = (report: Report, word = 'k') => redacted(report, { key: key(word), catalog: azure });

async function findingsOf(report: Report): Promise<Finding[]> {
  const list: Finding[] = [];
  for await (const finding of report.results()) list.push(finding);
  return list;
}

const CANARY = 'canary';

/** Whatever the estate, or who scans it, can have written; and members that nobody knows yet. */
function estate(): Contents {
  const { head, findings, sources } = poisoned(CANARY);
  const more = { comment: CANARY, list: [CANARY] };
  return {
    head: {
      ...head,
      run: {
        ...head.run,
        ...more,
        identity: { ...head.run.identity, ...more },
        // Releases, profiles and rules are not the estate's.
        collector: { name: 'vault-posture', version: '0.0.9', ...more },
        settings: { sha256: CANARY, profile: 'strict', only: ['KV-REC-002'], ...more },
      },
      subscriptions: [{ id: CANARY, name: CANARY, ...more }],
      figures: { ...FIGURES, ...more, resources: { [CANARY]: 1 }, exposure: { [CANARY]: 1 } },
      coverage: head.coverage.map((entry) => ({ ...entry, ...more })),
      rules: RULES.map((rule) => ({
        ...rule,
        params: { list: { value: [CANARY], from: 'config' }, one: { value: CANARY, from: 'override 1' } },
      })),
    },
    findings: findings.map((finding) => ({
      ...finding,
      ...more,
      controls: {},
      params: { list: { value: [CANARY], from: 'override 2' } },
      kind: CANARY,
      about: `azure.${CANARY}`,
      location: { file: CANARY, line: 12, tag: CANARY },
      resource: { ...finding.resource, ...more },
      evidence: [
        ...(finding.evidence ?? []).map((entry) => ({ ...entry, ...more })),
        { field: `secret.tags.${CANARY}`, value: CANARY },
        { field: `secret.tags["${CANARY}"]`, value: [CANARY, { [CANARY]: CANARY }] },
        { field: `${CANARY}.${CANARY}`, value: { items: [CANARY], gap: 'partial' } },
        { field: 'vault.publicNetworkAccess', value: CANARY, unrecognised: true },
        { field: 'secret.created', value: CANARY },
        { field: 'vault.network.ipRules[0].value', value: CANARY },
      ] as const satisfies readonly Evidence[],
    })),
    sources: sources.map((source) => ({ ...source, ...more })),
  };
}

describe('nothing that the estate wrote is left', () => {
  const whole = reportOf(estate());

  test('the report that it is tried on has it everywhere', async () =>
    expect((await rendered(json, whole)).match(/canary/g)?.length).toBeGreaterThan(500));

  test.each(Object.entries(RENDERERS))('in %s', async (_, make) => {
    const files = await filesOf(make(readAsset), of(whole));
    expect(files.join('')).not.toMatch(/canary/i);
  });

  test.each([
    ...[PAYMENTS, LEGACY].flatMap((id) => id.split('/').filter((part) => /[\d-]/.test(part))),
    ...FINDINGS.map(({ resource }) => resource.name).filter((name) => name.length > 4 && name !== 'retired'),
    ...FINDINGS.map(({ fingerprint }) => fingerprint),
    HEAD.run.id,
    HEAD.run.identity?.objectId ?? '',
    HEAD.run.settings?.sha256 ?? '',
    HEAD.subscriptions?.[0]?.name ?? '',
    ...SOURCES.flatMap(({ requestId }) => requestId ?? []),
    COVERAGE[12]?.detail ?? '',
    COVERAGE[12]?.remedy ?? '',
    ...FINDINGS.flatMap(({ location }) => location?.file ?? []),
  ])('of the sample, not even %j', async (text) => {
    const out = (await rendered(json, of(sampleReport()))).toLowerCase();
    expect(text).not.toBe('');
    expect(out).not.toContain(JSON.stringify(text).slice(1, -1).toLowerCase());
  });
});

describe('what is left holds together', () => {
  test('a report is still a report, and says what it is', async () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const made = JSON.parse(await rendered(json, of(sampleReport()))) as { run: object };
    expect([ajv.validate(reportSchema, made), ajv.errors]).toEqual([true, null]);
    expect(made.run).toMatchObject({ redacted: true, complete: false, scope: { cloud: 'public' } });
  });

  test('all verdicts, severities, reasons and counts stay', async () => {
    const bare = ({ ruleId, verdict, severity, reason }: Finding) => ({ ruleId, verdict, severity, reason });
    expect((await findingsOf(of(sampleReport()))).map(bare)).toEqual(FINDINGS.map(bare));
    expect(of(sampleReport()).totals).toEqual(sampleReport().totals);
  });

  test('one thing has one pseudonym: a vault in its own id, in its objects and in coverage', async () => {
    const report = of(sampleReport());
    const findings = await findingsOf(report);
    const vault = findings.find(({ ruleId, verdict }) => ruleId === 'KV-NET-001' && verdict === 'fail')?.resource;
    const secret = findings.find(
      ({ resource }) => resource.kind === 'azure.secret' && resource.vault === vault?.id,
    )?.resource;
    expect(vault?.id).toMatch(
      /^\/subscriptions\/[0-9a-f]{16}\/resourceGroups\/group-[0-9a-f]{16}\/providers\/Microsoft\.KeyVault\/vaults\/vault-[0-9a-f]{16}$/,
    );
    expect(vault?.id.endsWith(`/${vault.name}`)).toBe(true);
    expect(secret?.id).toBe(`https://${vault?.name}.vault.azure.net/secrets/${secret?.name}`);
    expect(report.coverage.map(({ resource }) => resource)).toContain(vault?.id);
    expect(vault?.id).toContain(`/${vault?.subscriptionId}/`);
  });

  test.each([
    ['letter case', PAYMENTS.toUpperCase(), PAYMENTS],
    ['escapes in an address', 'https://kv.vault.azure.net/secrets/a%20b', 'https://KV.vault.azure.net/secrets/A b'],
  ])('%s makes no other pseudonym', (_, one, other) => {
    const coverage = [one, other].map((resource) => ({ ...COVERAGE[0]!, resource }));
    const [first, second] = of(sampleReport({ head: { ...HEAD, coverage } })).coverage;
    expect(first?.resource).toBe(second?.resource);
  });

  test.each<[string, Evidence, Evidence]>([
    [
      "Azure's own words",
      { field: 'vault.publicNetworkAccess', value: 'Enabled' },
      { field: 'vault.publicNetworkAccess', value: 'Enabled' },
    ],
    [
      'times',
      { field: 'secret.created', value: '2025-01-12T09:30:00Z' },
      { field: 'secret.created', value: '2025-01-12T09:30:00Z' },
    ],
    [
      'numbers, and where they are from',
      { field: 'key.keySize', value: 2048, source: { ref: 6 } },
      { field: 'key.keySize', value: 2048, source: { ref: 6 } },
    ],
    [
      'gaps',
      { field: 'vault.tags.owner', value: { gap: 'forbidden' } },
      { field: 'vault.tags[…]', value: { gap: 'forbidden' } },
    ],
    [
      'places in lists',
      { field: 'vault.network.ipRules[2]', value: true },
      { field: 'vault.network.ipRules[2]', value: true },
    ],
  ])('evidence keeps %s', async (_, given, kept) => {
    const findings = [{ ...FINDINGS[5]!, evidence: [given] }];
    expect((await findingsOf(of(sampleReport({ findings }))))[0]?.evidence).toEqual([kept]);
  });

  test.each<[string, Evidence, string]>([
    ['a name before a time', { field: 'secret.created', value: 'db 2025-01-12T09:30:00Z' }, 'secret.created'],
    ['a name behind a time', { field: 'secret.created', value: '2025-01-12T09:30:00Z db' }, 'secret.created'],
    [
      'a time where no time belongs',
      { field: 'secret.contentType', value: '2025-01-12T09:30:00Z' },
      'secret.contentType',
    ],
    ["another field's word", { field: 'vault.sku', value: 'Enabled' }, 'vault.sku'],
    ['a word that the catalog lists, of what it does not', { field: 'vault.x.sku', value: 'premium' }, 'vault[…]'],
    ['what stands in an item that has no fields', { field: 'vault.sku[0]', value: 'premium' }, 'vault.sku[…]'],
    ['what no one declares', { field: 'x.y', value: 'Enabled' }, '[…]'],
    ['a parameter', { field: 'params.names', value: 'db' }, 'params.names'],
    ['a part of a parameter', { field: 'params.names["db"]', value: 'db' }, '[…]'],
  ])('evidence loses %s', async (_, given, field) => {
    const findings = [{ ...FINDINGS[5]!, evidence: [given] }];
    const [entry] = (await findingsOf(of(sampleReport({ findings }))))[0]?.evidence ?? [];
    expect(entry).toEqual({ field, value: expect.stringMatching(/^text-[0-9a-f]{16}$/) as unknown });
  });

  test.each([
    ['a gap that nobody knows', { gap: CANARY }],
    ['a list', ['Enabled']],
    ['a list that calls itself a gap', Object.assign(['x'], { gap: 'forbidden' })],
    ['an object', { gap2: 'forbidden' }],
  ])('evidence loses %s', async (_, value) => {
    const findings = [{ ...FINDINGS[5]!, evidence: [{ field: 'vault.publicNetworkAccess', value }] }];
    expect((await findingsOf(of(sampleReport({ findings }))))[0]?.evidence).toEqual([
      { field: 'vault.publicNetworkAccess', value: '[…]' },
    ]);
  });

  test('evidence keeps whether something is there, and that nobody knows the value', async () => {
    const evidence = [
      { field: 'secret.expires', value: false, presence: true },
      { field: 'secret.notBefore', value: null },
      { field: 'vault.network.ipRules[0].value', value: 5, source: { ref: 3 }, unrecognised: true },
    ] as const;
    const findings = [{ ...FINDINGS[5]!, evidence }];
    expect((await findingsOf(of(sampleReport({ findings }))))[0]?.evidence).toEqual(evidence);
  });

  test('coverage keeps how many were asked, refused and wait for it, and what answered instead; words go', () => {
    const counts = { asked: 0, refused: 0, fallback: 'arm', verdicts: 0, orMore: true } as const;
    const entry = { resource: 'tenant:x', what: 'versions', plane: 'data', status: 'forbidden' } as const;
    const coverage = [entry, { ...entry, ...counts, detail: CANARY, remedy: CANARY }];
    const [bare, full] = of(sampleReport({ head: { ...HEAD, coverage } })).coverage;
    expect(Object.keys(bare ?? {})).toEqual(['resource', 'what', 'plane', 'status']);
    expect(full).toEqual({ ...bare, ...counts, remedy: expect.stringMatching(/^The cure is /) as unknown });
  });

  test('a finding has no member that it did not have', async () => {
    const { ruleId, verdict, severity, resource, fingerprint } = FINDINGS[5]!;
    const bare = { ruleId, verdict, severity, resource: { kind: resource.kind, id: 'x', name: 'x' }, fingerprint };
    const [left] = await findingsOf(of(sampleReport({ findings: [bare] })));
    expect(Object.keys(left ?? {})).toEqual(Object.keys(bare));
    expect(Object.keys(left?.resource ?? {})).toEqual(['kind', 'id', 'name']);
  });

  test('a subscription has one name in the list, where it is judged itself, and where it was asked for', async () => {
    const scope = { ...HEAD.run.scope, subscriptions: ['payments PRODUCTION'] };
    const report = of(sampleReport({ head: { ...HEAD, run: { ...HEAD.run, scope } } }));
    const [subscription] = report.subscriptions ?? [];
    const [judged] = await findingsOf(report);
    expect(judged?.resource).toMatchObject({ name: subscription?.name, id: `subscription:${subscription?.id}` });
    expect(report.run.scope.subscriptions).toEqual([subscription?.name]);
  });

  test('how one signed in, what collected and the profile stay', () => {
    const report = of(sampleReport());
    expect(report.run.signIn).toEqual(HEAD.run.signIn);
    expect(report.run.collector).toEqual(HEAD.run.collector);
    expect(report.run.settings?.profile).toBe('strict');
  });

  test('a way to sign in that nobody knows is left out', () => {
    const signIn = { auth: 'canary', proof: 'canary' } as never;
    expect(of(sampleReport({ head: { ...HEAD, run: { ...HEAD.run, signIn } } })).run).not.toHaveProperty('signIn');
  });

  test('rules say what they said, with their own defaults', () => {
    const rules = [
      { ...RULES[0]!, params: { names: { value: ['db'], from: 'default' }, days: { value: 60, from: 'config' } } },
    ];
    expect(of(sampleReport({ head: { ...HEAD, rules } })).rules).toEqual(rules);
  });

  test('so do frameworks with all their controls, and figures stay', () => {
    const { frameworks, figures } = of(sampleReport());
    expect(frameworks).toEqual(HEAD.frameworks);
    expect(figures).toEqual(HEAD.figures);
  });

  test('figures by what no catalog names go', () => {
    const { figures } = HEAD;
    if (!figures) throw new Error('the sample has no figures');
    const strange = { ...figures, resources: { [CANARY]: 1 }, exposure: { [CANARY]: 1 } };
    const { figures: left } = of(sampleReport({ head: { ...HEAD, figures: strange } }));
    expect(left).toEqual({ ...figures, resources: {}, exposure: {} });
  });

  test('the page says that it is a copy without names', async () =>
    expect(await page(of(sampleReport()))).toContain('Redacted copy.</strong> Names, ids and texts of the estate are'));
});

describe('the key', () => {
  const text = (word: string) => rendered(json, of(sampleReport(), word));

  test('that is the same gives the same bytes', async () => expect(await text('a')).toBe(await text('a')));

  test('that is another gives no pseudonym in common', async () => {
    const hashes = async (word: string) => new Set((await text(word)).match(/\b[0-9a-f]{16}\b|\b[0-9a-f]{64}\b/g));
    const [one, other] = [await hashes('a'), await hashes('b')];
    const { sha256 } = HEAD.tool.ruleset;
    expect([...one].filter((hash) => other.has(hash))).toEqual([sha256]);
    expect(one.size).toBeGreaterThan(FINDINGS.length);
  });
});
