/** What stands in a certificate's public part. The certificates lie beside this file; their private keys are gone. */
import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicPartFacts } from '../../src/collect/azure/certificate-facts.ts';
import { DerError, elementsIn, objectIdentifier } from '../../src/collect/azure/der.ts';
import { Gap } from '../../src/model/gap.ts';

const folder = join(import.meta.dirname, 'certificates');
const derOf = (name: string): Buffer => new X509Certificate(readFileSync(join(folder, `${name}.pem`))).raw;
const factsOf = (der: Uint8Array): unknown =>
  publicPartFacts({ cer: Buffer.from(der).toString('base64'), x5t: 'AQID' }).publicPart;
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
    { keyType: 'Ed25519', signatureAlgorithm: '1.3.101.112', selfSigned: true },
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
    const plain = { dnsNames: [], notBefore: NOT_BEFORE, notAfter: NOT_AFTER, selfSigned: false, chain: [] };
    const { subject, issuer, ...part } = factsOf(derOf(name)) as Record<string, unknown>;
    expect(part).toEqual({ ...plain, ...difference });
    expect([typeof subject, typeof issuer]).toEqual(['string', 'string']);
  });

  test('each has its story', () => {
    expect(stories.map(([name]) => name).toSorted()).toEqual(names.toSorted());
  });

  test('names are written the most specific part first, what could pass for a border escaped', () => {
    expect(factsOf(derOf('rsa-2048'))).toMatchObject({
      subject: 'CN=www.example.com, O=Example',
      issuer: 'CN=Example Root, O=Example',
    });
    expect(factsOf(derOf('hostile-names'))).toMatchObject({
      subject: String.raw`CN=\<script\>\, O=Evil x, CN=first.example.com`,
    });
    expect(factsOf(derOf('nameless'))).toMatchObject({ subject: '' });
  });

  test('all is what OpenSSL reads, too', () => {
    for (const name of names) {
      const { validFrom, validTo, publicKey } = new X509Certificate(derOf(name));
      const { modulusLength } = publicKey.asymmetricKeyDetails ?? {};
      expect(factsOf(derOf(name))).toMatchObject({
        notBefore: Date.parse(validFrom),
        notAfter: Date.parse(validTo),
        ...(modulusLength !== undefined && { keySize: modulusLength }),
      });
    }
  });

  test('none has its private key beside it', () => {
    const blocks = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').match(/-----BEGIN.*/g),
    );
    expect(new Set(blocks)).toEqual(new Set(['-----BEGIN CERTIFICATE-----']));
  });
});

describe('a chain, if one ever came with it', () => {
  const [shop, middle, root] = ['under-expired-intermediate', 'expired-intermediate', 'root'].map(derOf) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const chain = [
    { subjectCommonName: 'Example Intermediate', notAfter: Date.parse('2021-01-01T00:00:00Z') },
    { subjectCommonName: 'Example Root', notAfter: NOT_AFTER },
  ];
  const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64');

  test('behind it, with an intermediate that has expired', () => {
    expect(factsOf(Buffer.concat([shop, middle, root]))).toEqual({ ...(factsOf(shop) as object), chain });
  });

  test('beside it, where the certificate itself may come first', () => {
    const cer = base64(shop);
    for (const x5c of [
      [cer, base64(middle), base64(root)],
      [base64(middle), base64(root)],
    ])
      expect(publicPartFacts({ cer, x5c }).publicPart).toMatchObject({ subjectCommonName: 'shop.example.com', chain });
  });

  test('of which a part cannot be read', () => {
    const x5c = [base64(root), 'aGVsbG8=', 5];
    expect(publicPartFacts({ cer: base64(shop), x5c }).publicPart).toMatchObject({
      chain: [chain[1], Gap.of('error'), Gap.of('error')],
    });
    expect(publicPartFacts({ cer: base64(shop), x5c: 'x' }).publicPart).toMatchObject({ chain: [Gap.of('error')] });
  });
});

test.each([[undefined], [null], ['']])('a certificate that is still to be issued (%s) has none', (cer) => {
  expect(publicPartFacts({ cer, x5t: cer })).toEqual({});
});

describe('no certificate', () => {
  const der = derOf('ec-p256');
  const base64 = der.toString('base64');

  test.each<[string, unknown]>([
    ['left out, though it has a thumbprint', undefined],
    ['null, though it has a thumbprint', null],
    ['empty, though it has a thumbprint', ''],
    ['a number', 5],
    ['bytes of something else', 'aGVsbG8='],
    ['no base64', `${base64.slice(0, -4)}!!!!`],
    ['base64 with spaces', ` ${base64}`],
    ['cut off', der.subarray(0, -1).toString('base64')],
    ['with something behind it', Buffer.concat([der, Buffer.from([0])]).toString('base64')],
    ['a file of text', readFileSync(join(folder, 'ec-p256.pem')).toString('base64')],
    ['a sequence of nothing', Buffer.from([0x30, 0]).toString('base64')],
    ['larger than any certificate', Buffer.concat(Array<Buffer>(200).fill(der)).toString('base64')],
    ['a million bytes that begin well', Buffer.concat([der, Buffer.alloc(1_000_000)]).toString('base64')],
  ])('%s', (_, cer) => {
    expect(publicPartFacts({ cer, x5t: 'AQID' })).toEqual({ publicPart: Gap.of('error') });
  });

  test('elements within elements without end', () => {
    const nested = Array.from({ length: 60 }).reduce<Buffer>(
      (inner) => Buffer.concat([Buffer.from([0x30, inner.length]), inner]),
      Buffer.from([]),
    );
    expect(factsOf(nested)).toEqual(Gap.of('error'));
  });
});

test.each([
  ['of the joint tree', [6, 3, 0x88, 0x37, 3], '2.999.3'],
  ['at the end of the first tree', [6, 1, 39], '0.39'],
  ['at both ends of the second tree', [6, 2, 40, 79], '1.0.79'],
  ['at the beginning of the joint tree', [6, 2, 80, 127], '2.0.127'],
  ['with numbers of two bytes and of three', [6, 6, 42, 0x81, 0, 0x81, 0x80, 0], '1.2.128.16384'],
  ['without numbers', [6, 0], undefined],
  ['that breaks off in a number', [6, 2, 42, 0x86], undefined],
  ['with a number that begins with a zero', [6, 3, 42, 0x80, 1], undefined],
  ['with a number beyond all bounds', [6, 10, 42, ...Array<number>(8).fill(255), 1], undefined],
  ['that is something else', [4, 1, 42], undefined],
])('an identifier %s', (_, bytes, expected) => {
  const read = () => objectIdentifier(elementsIn(Uint8Array.from(bytes))[0]);
  if (expected === undefined) expect(read).toThrow(DerError);
  else expect(read()).toBe(expected);
});

describe('damaged certificates', () => {
  const shop = derOf('rsa-2048');
  const changed = (text: string | Buffer, to: string, name = 'rsa-2048'): unknown => {
    const der = Buffer.from(derOf(name));
    const at = der.indexOf(text);
    expect(at).toBeGreaterThan(0);
    der.write(to, at, 'latin1');
    return factsOf(der);
  };
  const whole = factsOf(shop) as Record<string, unknown>;

  test('are named as they are named: whoever shows it makes it harmless', () => {
    const name = 'a\0\u202E<b>,\x1b[2J';
    const facts = changed('www.example.com', Buffer.from(name.padEnd(13)).toString('latin1'));
    expect(facts).toMatchObject({ subjectCommonName: name.padEnd(13), issuerCommonName: 'Example Root' });
  });

  test('keep what can be read where a name cannot', () => {
    const organization = '\x0c\x07Example1';
    const error = Gap.of('error');
    expect(changed(organization, organization.replace('\x0c', '\x07'))).toEqual({
      ...whole,
      issuer: error,
      issuerCommonName: error,
    });
    expect(changed('www.example.com', '\xff\xfe', 'rsa-2048')).toMatchObject({
      subject: error,
      subjectCommonName: error,
    });
  });

  test.each([
    ['a year of long ago, which is not one of this century', '0030'],
    ['a month that no year has', '2120130'],
    ['30 February', '21200230'],
    ['29 February of a year that has none', '21000229'],
    ['25 o\u2019clock', '2120010125'],
  ])('keep what can be read where a date cannot: %s', (_, to) => {
    const notAfter = to.startsWith('0030') ? Date.parse('0030-01-01T00:00:00Z') : Gap.of('error');
    expect(changed('2120', to)).toEqual({ ...whole, notAfter });
  });

  test.each([
    ['29 February', '20960229000000Z', '2096-02-29T00:00:00Z'],
    ['the last second that there is', '99991231235959Z', '9999-12-31T23:59:59Z'],
  ])('one that ends on %s is whole', (_, to, notAfter) => {
    expect(changed('2120', to)).toEqual({ ...whole, notAfter: Date.parse(notAfter) });
  });

  test('tell nothing of a key that is not what it says', () => {
    const error = Gap.of('error');
    const der = Buffer.from(shop);
    const modulus = Buffer.from([0x02, 0x82, 0x01, 0x01, 0x00]);
    der[der.indexOf(modulus) + 4] = 0xff;
    const negative = factsOf(der);
    expect(negative).toEqual({ ...whole, keyType: error, keySize: error, curve: error });
  });

  test('say not who signed them where the key has another form than its curve', () => {
    const name = 'self-signed-p384';
    const der = Buffer.from(derOf(name));
    const point = Buffer.from([0x03, 0x62, 0x00, 0x04]);
    der[der.indexOf(point) + 3] = 7;
    expect(factsOf(der)).toMatchObject({ keyType: 'EC', curve: 'P-384', selfSigned: Gap.of('unsupported') });
  });

  test('no more vouch for themselves', () => {
    for (const name of ['root', 'self-signed-p384', 'rsa-pss', 'ed25519', 'ec-p256k']) {
      const der = Buffer.from(derOf(name));
      der[der.length - 1] = (der.at(-1) as number) ^ 1;
      expect(factsOf(der)).toMatchObject({ selfSigned: false });
    }
    const old = Buffer.from(derOf('sha1-rsa-1024'));
    old[old.length - 1] = (old.at(-1) as number) ^ 1;
    expect(factsOf(old)).toMatchObject({ selfSigned: Gap.of('unsupported') });
  });

  const damaged = fc
    .tuple(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('change', 'drop', 'add'),
    )
    .map(([name, changes, how]) => {
      const bytes = [...derOf(name)];
      for (const [at, byte] of changes)
        bytes.splice(at % bytes.length, how === 'add' ? 0 : 1, ...(how === 'drop' ? [] : [byte]));
      return Uint8Array.from(bytes);
    });

  test('are told as they are, or not at all', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: damaged }, fc.uint8Array({ maxLength: 60 })), (der) => {
        const part = factsOf(der);
        expect(part instanceof Gap || typeof part === 'object').toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
