/** A scan asks for what its rules read, and for nothing of a plane that was switched off. */
import { describe, expect, test } from 'vitest';
import type { SentRequest } from '../../src/estate/faults.ts';
import { estate } from '../estate/havelmark.ts';
import { SUBSCRIPTION, smallEstate, TENANT } from '../estate/small-estate.ts';
import { collected, fieldsOf, holes, resources, scan, unlisted, verdict } from './scan.ts';

const hostsOf = (requests: readonly SentRequest[]) =>
  [...new Set(requests.map(({ url }) => new URL(url).hostname.replace(/^[^.]+(?=\.vault\.)/, '*')))].toSorted();
const pathsOf = (requests: readonly SentRequest[]) =>
  requests.map(({ url }) =>
    url.replace(/^https:\/\/([^/]+)[^?]*?(\/[^/?]+(?:\/(?:versions|policy|rotationpolicy))?)\?.*$/, '$1 $2'),
  );
const ARM = 'management.azure.com';
const VAULTS = '*.vault.azure.net';
const GRAPH = 'graph.microsoft.com';
const INVENTORY = [`${ARM} /subscriptions`, `${ARM} /vaults`];

const REFUSED = [
  { plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' },
] as const;
const small = (vault: Parameters<typeof smallEstate>[0][string]) => smallEstate({ 'kv-a': vault });
const open = small({
  secrets: { db: {}, tls: { managed: true, contentType: 'application/x-pkcs12' } },
  keys: { k: {}, tls: { managed: true } },
  certificates: { tls: {} },
});

describe('a rule is not asked for more than it reads', () => {
  test('on purge protection: lists of vaults, no more', async () => {
    const { requests } = await collected(estate, { only: ['KV-REC-002'] });
    expect(hostsOf(requests)).toEqual([ARM]);
    expect([...new Set(pathsOf(requests))]).toEqual(INVENTORY);
  });

  test('on signing in: nothing of what is in a vault', async () => {
    const { requests } = await collected(estate, { only: ['KV-IDN-003'] });
    expect(hostsOf(requests)).toEqual([GRAPH, ARM]);
    expect(requests.filter(({ url }) => url.startsWith(`https://${GRAPH}`))).toHaveLength(2);
  });

  test('on secrets: neither keys nor certificates, where the vault itself tells what belongs to a certificate', async () => {
    const { requests, records } = await collected(open, { only: ['KV-ROT-001'] });
    expect(pathsOf(requests)).toEqual([...INVENTORY, 'kv-a.vault.azure.net /secrets']);
    expect(fieldsOf({ records }, 'azure.secret', 'tls').belongsToCertificate).toBe(true);
  });

  test('on the expiry of certificates: their list, not their policies', async () => {
    const { requests } = await collected(open, { only: ['KV-CRT-001'] });
    expect(pathsOf(requests)).toEqual([...INVENTORY, 'kv-a.vault.azure.net /certificates']);
  });
});

describe('what belongs to a certificate', () => {
  const secrets = { db: {}, tls: { managed: true, contentType: 'application/x-pkcs12' } };
  const listed = (requests: readonly SentRequest[]) => pathsOf(requests).slice(INVENTORY.length);

  test('takes the other lists when Resource Manager alone tells of secrets', async () => {
    const closed = small({ secrets, keys: { tls: { managed: true } }, refusals: REFUSED });
    const { requests, records } = await collected(closed, { only: ['KV-ROT-001'] });
    expect(listed(requests)).toEqual([
      'kv-a.vault.azure.net /secrets',
      `${ARM} /secrets`,
      'kv-a.vault.azure.net /certificates',
      'kv-a.vault.azure.net /keys',
      `${ARM} /keys`,
    ]);
    expect(fieldsOf({ records }, 'azure.secret', 'tls').belongsToCertificate).toEqual({ gap: 'unsupported' });
    expect(resources({ records }, 'azure.key')).toEqual([]);
  });

  test('takes no other list when no secret could be the part of one', async () => {
    const { requests, records } = await collected(small({ secrets: { db: {} }, refusals: REFUSED }), {
      only: ['KV-ROT-001'],
    });
    expect(listed(requests)).toEqual(['kv-a.vault.azure.net /secrets', `${ARM} /secrets`]);
    expect(fieldsOf({ records }, 'azure.secret', 'db').belongsToCertificate).toBe(false);
  });

  test('takes the keys no more when the certificates can be listed', async () => {
    const refusals = REFUSED.map((refusal) => ({ ...refusal, path: '/secrets' }));
    const { requests, records } = await collected(small({ secrets, certificates: { tls: {} }, refusals }), {
      only: ['KV-ROT-001'],
    });
    expect(listed(requests)).toEqual([
      'kv-a.vault.azure.net /secrets',
      `${ARM} /secrets`,
      'kv-a.vault.azure.net /certificates',
    ]);
    expect(fieldsOf({ records }, 'azure.secret', 'tls').belongsToCertificate).toBe(true);
  });
});

describe('what was not asked for', () => {
  test('stands in the snapshot as skipped, so that no other rule takes it for absent', async () => {
    const { records } = await collected(open, { only: ['KV-ROT-001'] });
    expect(unlisted({ records })).toMatchObject([
      { kind: 'azure.deletedObject', gap: 'skipped', parent: `subscription:${SUBSCRIPTION}` },
      { kind: 'azure.key', gap: 'skipped' },
      { kind: 'azure.certificate', gap: 'skipped' },
      { kind: 'azure.deletedObject', gap: 'skipped', parent: expect.stringMatching(/kv-a$/) },
    ]);
    expect(fieldsOf({ records }, 'azure.vault', 'kv-a').locks).toEqual({ gap: 'skipped' });
    expect(fieldsOf({ records }, 'azure.secret', 'db').versions).toEqual({ gap: 'skipped' });
    expect(fieldsOf({ records }, 'azure.tenant', TENANT)).toMatchObject({
      securityDefaults: { gap: 'skipped' },
      conditionalAccessPolicies: { gap: 'skipped' },
    });
  });

  test('is no hole in the scan', async () => {
    const scanned = await scan(open, { only: ['KV-ROT-001'] });
    expect(holes(scanned)).toEqual([]);
    expect(scanned.coverage.map(({ what }) => what)).not.toContain('signInPolicy');
  });

  test('changes no verdict', async () => {
    const everything = await scan(estate);
    const only = [...new Set(everything.findings.map(({ ruleId }) => ruleId))];
    const planned = await scan(estate, { only });
    expect(planned.findings.map(withoutSources)).toEqual(everything.findings.map(withoutSources));
  });
});

/** Sources are numbered in the order in which records name them: other requests, other numbers. */
const withoutSources = (finding: object): unknown =>
  JSON.parse(JSON.stringify(finding, (key, value: unknown) => (key === 'source' ? undefined : value)));

describe('a plane that was switched off', () => {
  test('Graph: how people sign in is unknown, and that changes no exit code', async () => {
    const scanned = await scan(open, { only: ['KV-IDN-003', 'KV-IDN-006'], scope: { without: ['graph'] } });
    expect(hostsOf(scanned.requests)).toEqual([ARM]);
    expect(scanned.findings).toMatchObject([
      { ruleId: 'KV-IDN-003', verdict: 'unknown', reason: 'skipped' },
      { ruleId: 'KV-IDN-006', verdict: 'unknown', reason: 'skipped' },
    ]);
    expect(holes(scanned)).toMatchObject([
      { resource: `tenant:${TENANT}`, what: 'signInPolicy', plane: 'graph', status: 'skipped' },
    ]);
    expect(scanned.exitCode('info')).toBe(0);
  });

  test('the data plane: Resource Manager tells what it can, the rest is skipped', async () => {
    const scanned = await scan(open, { scope: { without: ['data'] } });
    expect(hostsOf(scanned.requests)).not.toContain('kv-a.vault.azure.net');
    expect(hostsOf(scanned.requests)).not.toContain(VAULTS);
    expect(verdict(scanned, 'KV-ROT-001', 'db')).toBe('pass');
    expect(unlisted(scanned)).toMatchObject([
      { kind: 'azure.certificate', gap: 'skipped' },
      { kind: 'azure.deletedObject', gap: 'skipped' },
    ]);
    const about = scanned.findings.filter(({ resource, reason }) => resource.name === 'tls' && reason !== undefined);
    expect(new Set(about.map(({ reason }) => reason))).toEqual(new Set(['skipped']));
    const skipped = holes(scanned).filter(({ plane }) => plane === 'data');
    expect(skipped.map(({ what, status, fallback }) => [what, status, fallback])).toEqual([
      ['secrets', 'skipped', 'arm'],
      ['keys', 'skipped', 'arm'],
      ['certificates', 'skipped', undefined],
    ]);
  });
});
