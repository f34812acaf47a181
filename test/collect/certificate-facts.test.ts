/** What stands in a certificate's public part. The certificates lie beside this file; their private keys are gone. */
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicPartFacts } from '../../src/collect/azure/certificate-facts.ts';
import { signatureAlgorithm } from '../../src/collect/azure/der.ts';
import { Gap } from '../../src/model/gap.ts';

const folder = join(import.meta.dirname, 'certificates');
const derOf = (name: string): Buffer => new X509Certificate(readFileSync(join(folder, `${name}.pem`))).raw;
const factsOf = (der: Uint8Array): unknown => publicPartFacts({ cer: Buffer.from(der).toString('base64') }).publicPart;
const names = readdirSync(folder).map((name) => name.replace('.pem', ''));

const NOT_BEFORE = Date.parse('2020-01-01T00:00:00Z');
const NOT_AFTER = Date.parse('2120-01-01T00:00:00Z');
const SHA256_RSA = '1.2.840.113549.1.1.11';
const SHA256_ECDSA = '1.2.840.10045.4.3.2';
const SHA384_ECDSA = '1.2.840.10045.4.3.3';

const stories: readonly (readonly [string, string, object])[] = [
  [
    'rsa-2048',
    'an RSA certificate of a shop',
    {
      keyType: 'RSA',
      keySize: 2048,
      signatureAlgorithm: SHA256_RSA,
      subjectCommonName: 'www.example.com',
      issuerCommonName: 'Example Root',
      dnsNames: ['www.example.com', 'example.com'],
    },
  ],
  [
    'ec-p256',
    'an elliptic curve, signed with RSA',
    {
      keyType: 'EC',
      curve: 'P-256',
      signatureAlgorithm: SHA256_RSA,
      subjectCommonName: 'api.example.com',
      issuerCommonName: 'Example Root',
      dnsNames: ['api.example.com'],
    },
  ],
  [
    'self-signed-p384',
    'one that vouches for itself',
    {
      keyType: 'EC',
      curve: 'P-384',
      signatureAlgorithm: SHA384_ECDSA,
      subjectCommonName: 'internal.example.com',
      issuerCommonName: 'internal.example.com',
      dnsNames: ['internal.example.com'],
      selfSigned: true,
    },
  ],
  [
    'root',
    'the root of an authority',
    {
      keyType: 'RSA',
      keySize: 2048,
      signatureAlgorithm: SHA256_RSA,
      subjectCommonName: 'Example Root',
      issuerCommonName: 'Example Root',
      selfSigned: true,
    },
  ],
  [
    'own-name',
    'another key under the name of the authority that signed it',
    {
      keyType: 'RSA',
      keySize: 2048,
      signatureAlgorithm: SHA256_RSA,
      subjectCommonName: 'Example Root',
      issuerCommonName: 'Example Root',
    },
  ],
  [
    'renamed-root',
    "the authority's own key under a new name",
    {
      keyType: 'RSA',
      keySize: 2048,
      signatureAlgorithm: SHA256_RSA,
      subjectCommonName: 'Example New Root',
      issuerCommonName: 'Example Root',
    },
  ],
  [
    'expired-intermediate',
    'an authority that has expired',
    {
      keyType: 'EC',
      curve: 'P-384',
      signatureAlgorithm: SHA256_RSA,
      subjectCommonName: 'Example Intermediate',
      issuerCommonName: 'Example Root',
      notAfter: Date.parse('2021-01-01T00:00:00Z'),
    },
  ],
  [
    'under-expired-intermediate',
    'one that it signed, which has not',
    {
      keyType: 'EC',
      curve: 'P-256',
      signatureAlgorithm: SHA384_ECDSA,
      subjectCommonName: 'shop.example.com',
      issuerCommonName: 'Example Intermediate',
      dnsNames: ['shop.example.com', '*.shop.example.com'],
    },
  ],
  [
    'sha1-rsa-1024',
    'a weak key and a weak signature',
    {
      keyType: 'RSA',
      keySize: 1024,
      signatureAlgorithm: '1.2.840.113549.1.1.5',
      subjectCommonName: 'legacy.example.com',
      issuerCommonName: 'legacy.example.com',
      selfSigned: true,
    },
  ],
  [
    'rsa-pss',
    'a key for one padding alone',
    {
      keyType: 'RSA',
      keySize: 2048,
      signatureAlgorithm: '1.2.840.113549.1.1.10',
      subjectCommonName: 'pss.example.com',
      issuerCommonName: 'pss.example.com',
      selfSigned: true,
    },
  ],
  [
    'ec-p256k',
    "a ledger's curve, and a date without end",
    {
      keyType: 'EC',
      curve: 'P-256K',
      signatureAlgorithm: SHA256_ECDSA,
      subjectCommonName: 'ledger.example.com',
      issuerCommonName: 'ledger.example.com',
      notAfter: Date.parse('9999-12-31T23:59:59Z'),
      selfSigned: true,
    },
  ],
  [
    'ed25519',
    'a kind of key that Key Vault does not make, and no common name',
    { keyType: 'ed25519', signatureAlgorithm: '1.3.101.112', selfSigned: true },
  ],
  [
    'nameless',
    'no name but its DNS name',
    {
      keyType: 'EC',
      curve: 'P-521',
      signatureAlgorithm: SHA256_RSA,
      issuerCommonName: 'Example Root',
      dnsNames: ['nameless.example.com'],
    },
  ],
  [
    'hostile-names',
    'names that look like several',
    {
      keyType: 'EC',
      curve: 'P-256',
      signatureAlgorithm: SHA256_ECDSA,
      subjectCommonName: '<script>, O=Evil x',
      issuerCommonName: '<script>, O=Evil x',
      dnsNames: ['good.example.com, DNS:evil.example.com', 'say hello\\', 'last.example.com'],
      selfSigned: true,
    },
  ],
];

describe('a certificate', () => {
  test.each(stories)('%s: %s', (name, _, difference) => {
    const plain = { dnsNames: [], notBefore: NOT_BEFORE, notAfter: NOT_AFTER, selfSigned: false };
    expect(factsOf(derOf(name))).toEqual({ ...plain, ...difference });
  });

  test('each has its story', () => {
    expect(stories.map(([name]) => name).toSorted()).toEqual(names.toSorted());
  });

  test('none has its private key beside it', () => {
    const blocks = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').match(/-----BEGIN.*/g),
    );
    expect(new Set(blocks)).toEqual(new Set(['-----BEGIN CERTIFICATE-----']));
  });
});

describe('no certificate', () => {
  const der = derOf('ec-p256');
  const base64 = der.toString('base64');

  test.each<[string, unknown, Gap]>([
    ['left out, as while it is being issued', undefined, Gap.of('notFound')],
    ['null', null, Gap.of('notFound')],
    ['empty', '', Gap.of('error')],
    ['a number', 5, Gap.of('error')],
    ['bytes of something else', 'aGVsbG8=', Gap.of('error')],
    ['no base64', `${base64.slice(0, -4)}!!!!`, Gap.of('error')],
    ['base64 with spaces', ` ${base64}`, Gap.of('error')],
    ['cut off', der.subarray(0, -1).toString('base64'), Gap.of('error')],
    ['with something behind it', Buffer.concat([der, Buffer.from([0])]).toString('base64'), Gap.of('error')],
    ['two of them', Buffer.concat([der, der]).toString('base64'), Gap.of('error')],
    ['a file of text', readFileSync(join(folder, 'ec-p256.pem')).toString('base64'), Gap.of('error')],
  ])('%s', (_, cer, gap) => {
    expect(publicPartFacts({ cer })).toEqual({ publicPart: gap });
  });
});

test.each([
  ['of the joint tree', [6, 3, 0x88, 0x37, 3], '2.999.3'],
  ['without numbers', [6, 0], undefined],
  ['that breaks off in a number', [6, 2, 42, 0x86], undefined],
  ['with a number beyond all bounds', [6, 10, 42, ...Array<number>(8).fill(255), 1], undefined],
  ['that is something else', [4, 1, 42], undefined],
])('an identifier %s', (_, identifier, expected) => {
  const algorithm = [0x30, identifier.length, ...identifier];
  expect(signatureAlgorithm(Uint8Array.from([0x30, 2 + algorithm.length, 0x30, 0, ...algorithm]))).toBe(expected);
});

describe('damaged certificates', () => {
  const damaged = fc
    .tuple(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }))
    .map(([name, changes]) => {
      const der = Buffer.from(derOf(name));
      for (const [at, byte] of changes) der[at % der.length] = byte;
      return der;
    });

  const shop = derOf('rsa-2048');
  const changed = (text: string, to: string): unknown => {
    const der = Buffer.from(shop);
    der.write(to, der.indexOf(text), 'latin1');
    return factsOf(der);
  };

  test('keep what can be read where a name cannot', () => {
    const organization = '\x0c\x07Example1';
    const { issuerCommonName, ...rest } = changed(organization, organization.replace('\x0c', '\x07')) as Record<
      string,
      unknown
    >;
    const { issuerCommonName: whole, ...part } = factsOf(shop) as Record<string, unknown>;
    // Newer releases of Node read such a name, older ones do not.
    expect([whole, Gap.of('error')]).toContainEqual(issuerCommonName);
    expect(rest).toEqual(part);
  });

  test.each([
    ['a year of long ago, which is not one of this century', '0030'],
    ['a month that no year has', '2120130'],
  ])('keep what can be read where a date cannot: %s', (_, to) => {
    expect(changed('2120', to)).toEqual({ ...(factsOf(shop) as object), notAfter: Gap.of('error') });
  });

  test('are told as they are, or not at all', () => {
    fc.assert(
      fc.property(damaged, (der) => {
        const part = factsOf(der);
        expect(part instanceof Gap || typeof part === 'object').toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('of any bytes at all, the signature is told or not', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 40 })), (bytes) => {
        expect(signatureAlgorithm(bytes) ?? '1.1').toMatch(/^[012](?:\.\d+)+$/);
      }),
    );
  });
});
