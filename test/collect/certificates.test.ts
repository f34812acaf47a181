/** What a vault tells of a certificate beyond its list, and what it is asked for that. */
import { describe, expect, test } from 'vitest';
import type { SentRequest } from '../../src/estate/faults.ts';
import { type VaultSpec, smallEstate } from '../estate/small-estate.ts';
import { collected, fieldsOf, holes, resources } from './scan.ts';

const DATA = 'https://kv-a.vault.azure.net';
const small = (vault: VaultSpec) => smallEstate({ 'kv-a': vault });
const asked = (requests: readonly SentRequest[]): readonly string[] =>
  requests.filter(({ url }) => url.startsWith(`${DATA}/certificates`)).map(({ url }) => new URL(url).pathname);
const factsOf = async (vault: VaultSpec, name = 'tls') =>
  fieldsOf(await collected(small(vault)), 'azure.certificate', name);
const named = (name: string) => ({ policy: { issuer: { name } } });
const refused = (path: string, innerCode = 'ForbiddenByRbac') =>
  [{ plane: 'data', path, status: 403, code: 'Forbidden', innerCode }] as const;
const FORBIDDEN = { gap: 'forbidden' };

describe('a certificate is asked for', () => {
  test('once for its public part and its policy, and once for the last order', async () => {
    const { requests } = await collected(small({ certificates: { tls: {} } }));
    expect(asked(requests)).toHaveLength(4);
    expect(new Set(asked(requests))).toEqual(
      new Set(['', '/tls', '/tls/pending', '/tls/versions'].map((path) => `/certificates${path}`)),
    );
  });

  test('its policy alone where no rule reads the public part', async () => {
    const { requests } = await collected(small({ certificates: { tls: {} } }), {
      reading: ['azure.certificate.policy'],
    });
    expect(asked(requests)).toEqual(['/certificates', '/certificates/tls/policy']);
  });

  test('its policy alone, and the issuers, where rules read who stands behind it', async () => {
    const estate = small({ certificates: { tls: named('our-pki') } });
    const scanned = await collected(estate, { reading: ['azure.certificate.issuerProvider'] });
    expect(asked(scanned.requests)).toEqual(['/certificates', '/certificates/tls/policy', '/certificates/issuers']);
    expect(fieldsOf(scanned, 'azure.certificate', 'tls')).toMatchObject({ policy: { gap: 'skipped' } });
  });

  test('its last order alone', async () => {
    const { requests } = await collected(small({ certificates: { tls: {} } }), {
      reading: ['azure.certificate.operation'],
    });
    expect(asked(requests)).toEqual(['/certificates', '/certificates/tls/pending']);
  });

  test('nothing where no rule reads more than the list tells', async () => {
    const { requests } = await collected(small({ certificates: { tls: named('our-pki') } }), {
      reading: ['azure.certificate.expires'],
    });
    expect(asked(requests)).toEqual(['/certificates']);
  });
});

describe('the public part', () => {
  test('is read', async () => {
    expect(await factsOf({ certificates: { tls: {} } })).toMatchObject({
      policy: { issuerName: 'Self' },
      publicPart: { subjectCommonName: 'www.example.com', issuerCommonName: 'Example Root', selfSigned: false },
    });
  });

  test('a certificate that was ordered and never issued has none, and is listed', async () => {
    const waiting = { cer: null, enabled: false, operation: { status: 'inProgress' }, ...named('Unknown') };
    const facts = await factsOf({ certificates: { tls: waiting } });
    expect(facts).toMatchObject({ enabled: false, operation: { status: 'inProgress' }, versions: [] });
    expect(facts).not.toHaveProperty('publicPart');
  });

  test('one that cannot be read leaves the policy as it is', async () => {
    expect(await factsOf({ certificates: { tls: { cer: 'aGVsbG8=' } } })).toMatchObject({
      policy: { issuerName: 'Self' },
      publicPart: { gap: 'error' },
    });
  });

  test('a certificate without a policy has one all the same', async () => {
    const facts = await factsOf({ certificates: { tls: { policy: null } } });
    expect(facts).toMatchObject({ publicPart: { subjectCommonName: 'www.example.com' } });
    expect(facts).not.toHaveProperty('policy');
    expect(facts).not.toHaveProperty('issuerProvider');
  });

  test('is not told to those who may only list: neither are policy and issuer, and coverage says so once', async () => {
    const scanned = await collected(
      small({ certificates: { tls: {}, web: {} }, refusals: refused('/certificates/*') }),
    );
    for (const name of ['tls', 'web'])
      expect(fieldsOf(scanned, 'azure.certificate', name)).toMatchObject({
        enabled: true,
        policy: FORBIDDEN,
        publicPart: FORBIDDEN,
        issuerProvider: FORBIDDEN,
        operation: FORBIDDEN,
      });
    const coverage = scanned.records.filter(({ record }) => record === 'coverage');
    expect(holes({ coverage } as never).map(({ what, asked: times, refused }) => [what, times, refused])).toEqual([
      ['certificatePolicies', 4, 2],
      ['certificatePolicies', 4, 2],
      ['versions', 2, 2],
    ]);
  });
});

describe('an issuer', () => {
  const issuers = { 'Our-PKI': 'GlobalSign', other: 'OneCertV2-PublicCA' };

  test.each([
    ['the vault itself', 'self', 'Self'],
    ['nobody that the vault knows', 'UNKNOWN', 'Unknown'],
    ['an authority, in other letters', 'our-pki', 'GlobalSign'],
    ['an authority that nobody has heard of', 'other', 'OneCertV2-PublicCA'],
  ])('is %s', async (_, name, provider) => {
    expect(await factsOf({ certificates: { tls: named(name) }, issuers })).toMatchObject({ issuerProvider: provider });
  });

  test.each(['gone', 'our', '', 'constructor'])('that is not set up (%j) has nobody behind it', async (name) => {
    expect(await factsOf({ certificates: { tls: named(name) }, issuers })).not.toHaveProperty('issuerProvider');
  });

  test('that is no name is not known', async () => {
    const odd = { policy: { issuer: 'DigiCert' } };
    expect(await factsOf({ certificates: { tls: odd } })).toMatchObject({ issuerProvider: { gap: 'error' } });
  });

  test('is looked up once for all, and not at all for what every vault has', async () => {
    const two = { tls: named('our-pki'), web: named('other'), own: {} };
    const { requests } = await collected(small({ certificates: two, issuers }));
    expect(asked(requests).filter((path) => path.endsWith('issuers'))).toHaveLength(1);
    const { requests: others } = await collected(small({ certificates: { own: {}, old: named('Unknown') }, issuers }));
    expect(asked(others)).not.toContain('/certificates/issuers');
  });

  test('may be secret: then what every vault has is known still', async () => {
    const certificates = { tls: named('our-pki'), own: {} };
    const scanned = await collected(
      small({ certificates, issuers, refusals: refused('/certificates/issuers', 'AccessDenied') }),
    );
    expect(fieldsOf(scanned, 'azure.certificate', 'tls')).toMatchObject({
      issuerProvider: FORBIDDEN,
      policy: { issuerName: 'our-pki' },
    });
    expect(fieldsOf(scanned, 'azure.certificate', 'own')).toMatchObject({ issuerProvider: 'Self' });
    const coverage = scanned.records.filter(({ record }) => record === 'coverage');
    expect(holes({ coverage } as never)).toMatchObject([
      { what: 'certificatePolicies', status: 'forbidden', refused: 1 },
    ]);
  });
});

describe('the last order for a version', () => {
  const after = async (operation: { status: string; [member: string]: unknown }) =>
    (await factsOf({ certificates: { tls: { operation } } }))['operation'];

  test('of which the vault remembers nothing', async () => {
    const scanned = await collected(small({ certificates: { tls: {} } }));
    expect(fieldsOf(scanned, 'azure.certificate', 'tls')).not.toHaveProperty('operation');
    expect(resources(scanned, 'azure.certificate')).toHaveLength(1);
    const coverage = scanned.records.filter(({ record }) => record === 'coverage');
    expect(holes({ coverage } as never)).toEqual([]);
  });

  const without = (at: RegExp) =>
    collected(small({ certificates: { tls: {} } }), {
      faults: [{ matches: ({ url }) => at.test(url), answer: 404 }],
    });
  const coverageOf = ({ records }: Awaited<ReturnType<typeof collected>>) =>
    holes({ coverage: records.filter(({ record }) => record === 'coverage') } as never);

  test('that is not found, while the certificate is, never was', async () => {
    const scanned = await without(/\/pending\?/);
    expect(fieldsOf(scanned, 'azure.certificate', 'tls')).not.toHaveProperty('operation');
    expect(coverageOf(scanned)).toEqual([]);
  });

  test('is not known of a certificate that is not found either', async () => {
    const scanned = await without(/\/certificates\/tls(?:\/pending)?\?/);
    expect(fieldsOf(scanned, 'azure.certificate', 'tls')).toMatchObject({ operation: { gap: 'notFound' } });
    expect(coverageOf(scanned)).not.toEqual([]);
  });

  test.each([
    ['inprogress', 'inProgress'],
    ['Completed', 'completed'],
    ['canceled', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['somehow', 'somehow'],
  ])('is %s', async (status, expected) => {
    expect(await after({ status })).toEqual({ status: expected });
  });

  test('failed, and whoever wrote why may write what they like', async () => {
    const error = { code: 'X', message: '\u202E\0<script>' };
    expect(await after({ status: 'failed', status_details: 'no', cancellation_requested: false, error })).toEqual({
      status: 'failed',
      statusDetails: 'no',
      cancellationRequested: false,
      errorCode: 'X',
      errorMessage: '\u202E\0<script>',
    });
  });

  test('an error in a form that nobody expects is not known', async () => {
    expect(await after({ status: 'failed', error: 'X' })).toEqual({
      status: 'failed',
      errorCode: { gap: 'error' },
      errorMessage: { gap: 'error' },
    });
  });
});
