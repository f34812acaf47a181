/** What either plane tells of keys, secrets and certificates, as facts. */
import { describe, expect, test } from 'vitest';
import {
  armKeyMaterial,
  certificateFacts,
  certificatePolicy,
  keyFacts,
  keyMaterial,
  rotationFacts,
  secretFacts,
  versionFacts,
} from '../../src/collect/azure/object-facts.ts';
import { Gap } from '../../src/model/gap.ts';

const ERROR = Gap.of('error');
const CREATED = 1_790_000_000;
const attributes = {
  enabled: true,
  created: CREATED,
  updated: CREATED,
  exp: CREATED + 60,
  nbf: CREATED - 60,
  recoveryLevel: 'Recoverable',
};
const settled = {
  enabled: true,
  created: CREATED * 1000,
  updated: CREATED * 1000,
  expires: (CREATED + 60) * 1000,
  notBefore: (CREATED - 60) * 1000,
};

describe('a secret', () => {
  test('on the data plane', () => {
    const raw = { attributes, contentType: 'text/plain', tags: { team: 'x' }, value: 'CANARY' };
    expect(secretFacts('db', 'data', raw, false)).toEqual({
      name: 'db',
      ...settled,
      contentType: 'text/plain',
      tags: { team: 'x' },
      recoveryLevel: 'Recoverable',
      belongsToCertificate: false,
    });
  });

  test('on the control plane, whose client makes dates of times and which knows no recovery level', () => {
    const dates = {
      enabled: true,
      created: new Date(CREATED * 1000),
      updated: new Date(CREATED * 1000),
      expires: new Date((CREATED + 60) * 1000),
    };
    const { notBefore: _, ...rest } = settled;
    expect(
      secretFacts('db', 'arm', { properties: { attributes: dates, value: 'CANARY' } }, Gap.of('unsupported')),
    ).toEqual({
      name: 'db',
      ...rest,
      tags: {},
      recoveryLevel: Gap.of('unsupported'),
      belongsToCertificate: Gap.of('unsupported'),
    });
  });

  test('of which nothing came but the name', () => {
    for (const plane of ['data', 'arm'] as const)
      expect(secretFacts('db', plane, {}, false)).toMatchObject({
        name: 'db',
        enabled: ERROR,
        created: ERROR,
        expires: ERROR,
        notBefore: ERROR,
      });
  });
});

describe('a key', () => {
  const modulus = (bytes: number, first = 0xff) =>
    Buffer.concat([Buffer.from([first]), Buffer.alloc(bytes - 1)]).toString('base64url');

  test('on the control plane: times stay numbers', () => {
    const { exp, nbf, ...rest } = attributes;
    const raw = { attributes: { ...rest, expires: exp, notBefore: nbf, exportable: false } };
    expect(keyFacts('k', 'arm', raw, true)).toEqual({
      name: 'k',
      ...settled,
      tags: {},
      recoveryLevel: 'Recoverable',
      exportable: false,
      hsmPlatform: Gap.of('unsupported'),
      belongsToCertificate: true,
    });
  });

  test.each<[string, unknown, unknown]>([
    ['software', '0', 0],
    ['hardware', '2', 2],
    ['hardware that is yet to come', '10', 10],
    ['something that is not told', undefined, Gap.of('unsupported')],
    ['something that is told as nothing', null, Gap.of('unsupported')],
    ['something that is no platform', 'two', ERROR],
    ['something that is no text', 2, ERROR],
  ])('is protected by %s', (_, hsmPlatform, platform) => {
    const raw = { attributes: { ...attributes, hsmPlatform } };
    expect(keyFacts('k', 'data', raw, false)).toMatchObject({ hsmPlatform: platform });
    expect(keyFacts('k', 'arm', raw, false)).toMatchObject({ hsmPlatform: Gap.of('unsupported') });
  });

  test.each<[string, unknown, unknown]>([
    ['cannot be released', undefined, undefined],
    [
      'can be released under a policy for good',
      { contentType: 'application/json; charset=utf-8', immutable: true, data: 'CANARY' },
      { contentType: 'application/json; charset=utf-8', immutable: true },
    ],
    ['can be released under a policy that says nothing of itself', {}, {}],
    ['can be released under something that is no policy', 'CANARY', ERROR],
  ])('%s', (_, release_policy, releasePolicy) => {
    const facts = keyMaterial({ key: { kty: 'RSA-HSM', n: modulus(256) }, release_policy });
    expect(facts.releasePolicy).toEqual(releasePolicy);
    expect(JSON.stringify(facts)).not.toContain('CANARY');
  });

  test('tells on the control plane that it can be released, not whether for good', () => {
    const releasePolicy = { contentType: 'application/json', data: new Uint8Array(2) };
    expect(armKeyMaterial({ kty: 'RSA-HSM', keySize: 2048, releasePolicy }).releasePolicy).toEqual({
      contentType: 'application/json',
      immutable: Gap.of('unsupported'),
    });
  });

  test.each<[object, unknown]>([
    [
      { kty: 'RSA', n: modulus(256) },
      { keyType: 'RSA', keySize: 2048, keyOps: ERROR },
    ],
    [
      { kty: 'rsa-hsm', n: modulus(513, 0), key_ops: ['sign'] },
      { keyType: 'RSA-HSM', keySize: ERROR, keyOps: ['sign'] },
    ],
    [
      { kty: 'RSA', n: modulus(257, 1), key_ops: [] },
      { keyType: 'RSA', keySize: 2049, keyOps: [] },
    ],
    [{ kty: 'RSA' }, { keyType: 'RSA', keySize: ERROR, keyOps: ERROR }],
    [
      { kty: 'EC', crv: 'p-256' },
      { keyType: 'EC', curve: 'P-256', keyOps: ERROR },
    ],
    [{ kty: 'oct-HSM' }, { keyType: 'oct-HSM', keySize: Gap.of('unsupported'), keyOps: ERROR }],
    [{}, { keyType: ERROR, keySize: Gap.of('unsupported'), keyOps: ERROR }],
  ])('is made of %j', (key, material) => {
    expect(keyMaterial({ key })).toEqual(material);
  });

  test('whose bundle has no key', () => {
    expect(keyMaterial({})).toEqual({
      keyType: ERROR,
      keySize: ERROR,
      curve: ERROR,
      keyOps: ERROR,
      releasePolicy: ERROR,
    });
  });

  test('on the control plane is measured by the service', () => {
    expect(armKeyMaterial({ kty: 'oct', keySize: 256, keyOps: null })).toEqual({
      keyType: 'oct',
      keySize: 256,
      keyOps: ERROR,
    });
  });

  test('rotates as its policy says, on either plane', () => {
    const planned = (type: string) => ({
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P60D' }, action: { type } }],
      attributes: { expiryTime: 'P90D' },
    });
    const facts = {
      rotationPolicy: { expiryTime: 'P90D', lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P60D' }] },
    };
    expect(rotationFacts(planned('Rotate'))).toEqual(facts);
    expect(rotationFacts(planned('rotate'))).toEqual(facts);
  });

  test('has no policy, or one that cannot be read', () => {
    expect(rotationFacts(undefined)).toEqual({});
    expect(rotationFacts(null)).toEqual({});
    expect(rotationFacts('P90D')).toEqual({ rotationPolicy: ERROR });
    expect(rotationFacts({ lifetimeActions: 'Rotate', attributes: 'P90D' })).toEqual({
      rotationPolicy: { expiryTime: ERROR, lifetimeActions: ERROR },
    });
  });

  test('a text where a trigger should be is no time to rotate at', () => {
    const policy = { lifetimeActions: [{ trigger: 'P60D', action: 'Rotate' }] };
    expect(rotationFacts(policy)).toEqual({
      rotationPolicy: { lifetimeActions: [{ action: ERROR, timeAfterCreate: ERROR, timeBeforeExpiry: ERROR }] },
    });
  });
});

describe('a certificate', () => {
  test('as lists tell it', () => {
    const raw = { attributes, x5t: 'abc', subject: 'CN=x', tags: null };
    expect(certificateFacts('tls', raw)).toEqual({
      name: 'tls',
      ...settled,
      thumbprint: 'abc',
      subject: 'CN=x',
      tags: {},
      recoveryLevel: 'Recoverable',
    });
  });

  test('with a policy in full, and with one of which every part is missing', () => {
    const policy = {
      issuer: { name: 'Self' },
      key_props: { kty: 'RSA', key_size: 2048, exportable: false, reuse_key: true },
      secret_props: { contentType: 'application/x-pkcs12' },
      x509_props: { subject: 'CN=x', sans: { dns_names: ['x.example'] }, validity_months: 12 },
      lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
    };
    expect(certificatePolicy(policy).policy).toEqual({
      issuerName: 'Self',
      subject: 'CN=x',
      dnsNames: ['x.example'],
      validityMonths: 12,
      keyType: 'RSA',
      keySize: 2048,
      exportable: false,
      reuseKey: true,
      contentType: 'application/x-pkcs12',
      lifetimeActions: [{ action: 'AutoRenew', lifetimePercentage: 80 }],
    });
    expect(certificatePolicy({}).policy).toEqual({ dnsNames: [], lifetimeActions: [] });
  });

  test('with texts in place of the parts of its policy', () => {
    const odd = { issuer: 'Self', x509_props: 'CN=x', key_props: 'RSA', secret_props: 5 };
    expect(certificatePolicy(odd).policy).toMatchObject({
      issuerName: ERROR,
      dnsNames: ERROR,
      keyType: ERROR,
      exportable: ERROR,
      contentType: ERROR,
    });
  });
});

test.each<['data' | 'arm', object]>([
  ['data', { id: 'https://kv.vault.azure.net/secrets/db/0123', attributes }],
  ['data', { kid: 'https://kv.vault.azure.net/keys/k/0123', attributes }],
  [
    'arm',
    {
      keyUriWithVersion: 'https://kv.vault.azure.net:443/keys/k/0123',
      attributes: { ...attributes, expires: attributes.exp },
    },
  ],
])('a version on the %s plane', (plane, raw) => {
  expect(versionFacts(plane, { ...raw })).toMatchObject({
    id: '0123',
    enabled: true,
    created: CREATED * 1000,
    expires: (CREATED + 60) * 1000,
  });
});
