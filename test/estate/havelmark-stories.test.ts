/** The committed demo estate tells every story it is there for. */
import { describe, expect, test } from 'vitest';
import { CANARY } from '../../src/estate/data-plane.ts';
import { nameOf } from '../../src/estate/object-name.ts';
import { Simulator } from '../../src/estate/simulator.ts';
import { armToken, ask, vaultToken } from './ask.ts';
import {
  certificates,
  contentsOf,
  DAY,
  description,
  estate,
  everything,
  keys,
  now,
  secrets,
  vaultOf,
  vaults,
} from './havelmark.ts';

const refusals = (name: string) => contentsOf(name).refusals.map(({ path, innerCode }) => [path, innerCode]);
const properties = (name: string) => vaultOf(name).properties;
const secretIn = (vault: string, name: string) =>
  contentsOf(vault).secrets.find(({ item }) => nameOf(item) === name)?.item.attributes;
const keyIn = (vault: string, name: string) => contentsOf(vault).keys.find(({ item }) => nameOf(item) === name);
const track = (name: string) => secretIn('kv-track-prod-weu', name);
const actions = (vault: string, name: string) => keyIn(vault, name)?.rotationPolicy?.lifetimeActions;

describe('the stories', () => {
  test('a vault as it should be', () => {
    expect(properties('kv-tms-prod-weu')).toMatchObject({
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      publicNetworkAccess: 'Disabled',
      privateEndpointConnections: [{ properties: { privateLinkServiceConnectionState: { status: 'Approved' } } }],
    });
    for (const { item } of contentsOf('kv-tms-prod-weu').secrets) {
      expect(now - item.attributes.created).toBeLessThan(90 * DAY);
      expect(item.attributes.exp).toBeGreaterThan(now + 30 * DAY);
    }
  });

  test('one from 2017 that states next to nothing', () => {
    const legacy = properties('HavelmarkVault');
    expect(legacy['enableRbacAuthorization']).toBeNull();
    for (const member of ['enableSoftDelete', 'enablePurgeProtection', 'networkAcls', 'publicNetworkAccess'])
      expect(legacy).not.toHaveProperty(member);
  });

  test('closed to the scanner by firewall and by private link', () => {
    expect(refusals('kv-billing-prod-weu')).toEqual([['/', 'ForbiddenByFirewall']]);
    expect(refusals('kv-treasury-prod-weu')).toEqual([['/', 'ForbiddenByConnection']]);
    expect(properties('kv-treasury-prod-weu')['publicNetworkAccess']).toBe('Disabled');
  });

  test('half readable, for three reasons', () => {
    expect(refusals('kv-customs-prod-weu')).toContainEqual(['/secrets', 'ForbiddenByRbac']);
    expect(refusals('kv-wms-prod-neu')).toContainEqual(['/certificates', 'AccessDenied']);
    expect(refusals('kv-edi-prod-weu')).toEqual([['/keys/*/rotationpolicy', 'ForbiddenByRbac']]);
  });

  test("one that listens to another tenant, and turns the company's token away", async () => {
    const url = 'https://kv-oltmann-migrated.vault.azure.net/secrets?api-version=2025-07-01';
    const { status, header } = await ask(new Simulator(estate), url, { token: vaultToken(description.tenantId) });
    expect(status).toBe(401);
    expect(header('www-authenticate')).not.toContain(description.tenantId);
  });

  test('odd answers of Resource Manager', () => {
    expect(properties('kv-backup-shared-neu')['createMode']).toBe('recover');
    expect(properties('kv-hrpay-prod-weu')['publicNetworkAccess']).toBe('SecuredByPerimeter');
    expect(properties('kv-monitor-shared-weu')['accessPolicies']).toBeNull();
    expect(properties('kv-track-test-weu')).not.toHaveProperty('sku');
    expect(properties('kv-network-shared-weu')).toMatchObject({ networkAcls: { defaultAction: 'deny' } });
    const { ipRules } = properties('kv-network-shared-weu')['networkAcls'] as { ipRules: unknown[] };
    expect(ipRules.length).toBeGreaterThan(60);
  });

  test('an empty vault', () => {
    expect(contentsOf('kv-sandbox-dev-weu')).toEqual({
      diagnosticSettings: [],
      perimeterConfigurations: [],
      secrets: [],
      keys: [],
      certificates: [],
      issuers: [],
      refusals: [],
      deletedSecrets: [],
      deletedKeys: [],
      deletedCertificates: [],
    });
  });

  test('enough in one vault for several pages, on either plane', () => {
    expect(contentsOf('kv-fleet-prod-weu').secrets.length).toBeGreaterThan(50);
    expect(contentsOf('kv-billing-prod-weu').secrets.length).toBeGreaterThan(description.pageSizes.objects);
    expect(contentsOf('kv-certs-shared-weu').certificates.length).toBeGreaterThan(25);
  });

  test('secrets on every edge of a limit', () => {
    expect(now - (track('sql-track-connection')?.created ?? 0)).toBe(90 * DAY);
    expect(now - (track('eventhub-track-send')?.created ?? 0)).toBe(90 * DAY + 1);
    expect((track('carrier-portal-password')?.exp ?? 0) - now).toBe(12 * DAY);
    expect(track('sms-gateway-token')?.exp).toBe(now);
    expect(track('push-notification-key')?.exp).toBe(now + 1);
    expect(track('partner-api-password')).toMatchObject({ enabled: true, exp: now - 12 * DAY });
    expect(track('retired-carrier-password')).toMatchObject({ enabled: false, exp: now - 400 * DAY });
    expect(track('retired-map-key')).not.toHaveProperty('exp');
    expect(track('anonymisation-salt')?.exp).toBe(Date.parse('9999-12-31T23:59:59Z') / 1000);
    expect(track('geocoder-leap-token')?.created).toBe(Date.parse('2024-02-29T12:00:00Z') / 1000);
    expect(track('webhook-secret-next')?.nbf).toBeGreaterThan(now);
  });

  test('keys of every kind a vault can hold', () => {
    const kinds = new Set(
      keys.map(({ material: { kty, crv, n } }) => `${kty} ${crv ?? Buffer.from(n ?? '', 'base64url').length * 8}`),
    );
    for (const kind of ['RSA 2048', 'RSA 3072', 'RSA 4096', 'EC P-256', 'EC P-384', 'RSA-HSM 4096', 'EC-HSM P-256'])
      expect(kinds).toContain(kind);
    const inHardware = everything.filter(({ contents }) =>
      contents.keys.some((key) => key.material.kty.endsWith('-HSM')),
    );
    for (const { vault } of inHardware) expect(vault.properties).toMatchObject({ sku: { name: 'premium' } });
  });

  test('rotation by age, before expiry, a mere notice, and none', () => {
    expect(actions('kv-payments-prod-weu', 'receipt-signing')).toMatchObject([{ trigger: { timeAfterCreate: 'P2M' } }]);
    expect(actions('kv-track-prod-weu', 'location-encryption')).toMatchObject([
      { trigger: { timeBeforeExpiry: 'P30D' } },
    ]);
    expect(actions('kv-track-prod-weu', 'label-signing')).toMatchObject([{ action: { type: 'Notify' } }]);
    expect(actions('kv-track-prod-weu', 'gps-replay-guard')).toBeUndefined();
  });

  test('certificates that renew themselves, that others issue, and that nobody knows', () => {
    const issuers = certificates.map(({ policy }) => policy?.['issuer']);
    for (const issuer of ['Self', 'DigiCert', 'Unknown'])
      expect(issuers).toContainEqual(expect.objectContaining({ name: issuer }));
    const expired = certificates.filter(({ item }) => (item.attributes.exp ?? now) < now);
    expect(new Set(expired.map(({ item }) => item.attributes.enabled))).toEqual(new Set([true, false]));
  });

  test.each([
    ['script', '<script>'],
    ['a formula', '=cmd|'],
    ['a reversed file name', '\u202E'],
    ['invisible characters', '\u200B'],
    ['markdown', '](javascript:'],
    ['a template', '{{constructor'],
    ['terminal codes', '\u001B[2J'],
    ['a workflow command', '\n::error'],
    ['half of a pair', '\uD83D'],
  ])('strangers have put %s into tags and content types', (_, text) => {
    const told = secrets.flatMap(({ item }) => [item.contentType ?? '', ...Object.entries(item.tags ?? {}).flat()]);
    expect(told.some((one) => one.includes(text))).toBe(true);
  });

  test('tags that look like our own gaps, or like a prototype', () => {
    const names = secrets.flatMap(({ item }) => Object.keys(item.tags ?? {}));
    for (const name of ['gap', 'map', '__proto__', 'constructor']) expect(names).toContain(name);
  });

  test('hostile subjects and issuers of certificates, and a hostile subscription', () => {
    const policies = certificates.map(({ policy }) => JSON.stringify(policy));
    for (const text of ['<script>', '=cmd|', '\u202E']) expect(policies.some((one) => one.includes(text))).toBe(true);
    expect(estate.subscriptions.some(({ displayName }) => displayName.includes('<b'))).toBe(true);
  });
});

describe('whatever is listed, no value is told beside the planted one', () => {
  test('on both planes', async () => {
    const simulator = new Simulator(estate);
    const tokens = { data: vaultToken(description.tenantId), arm: armToken(description.tenantId) };
    const texts: string[] = [];
    for (const { id, properties } of vaults) {
      const arm = `https://management.azure.com${id}/secrets?api-version=2026-02-01`;
      texts.push((await ask(simulator, arm, { token: tokens.arm })).text);
      for (let skip: string | undefined = `${properties.vaultUri}secrets?api-version=2025-07-01`; skip; ) {
        const { text } = await ask(simulator, skip, { token: tokens.data });
        texts.push(text);
        skip = (JSON.parse(text) as { nextLink?: string }).nextLink;
      }
    }
    expect(texts.join('').split(CANARY)).toHaveLength(2);
  });
});
