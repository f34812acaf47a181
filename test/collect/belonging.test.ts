/** Which secrets and keys are parts of certificates, as either plane lets one tell. */
import { describe, expect, test } from 'vitest';
import { belongsByMark, belongsByNeighbours, type Neighbours } from '../../src/collect/azure/belonging.ts';
import { Gap } from '../../src/model/gap.ts';
import type { Refusal } from '../../src/estate/raw.ts';
import { smallEstate, type VaultSpec } from '../estate/small-estate.ts';
import { fieldsOf, scan, verdict } from './scan.ts';

const UNSUPPORTED = Gap.of('unsupported');

describe('the data plane marks them', () => {
  test.each<[unknown, unknown]>([
    [true, true],
    [false, false],
    [undefined, false],
    [null, false],
    ['true', Gap.of('error')],
    [1, Gap.of('error')],
  ])('managed: %j', (managed, belongs) => {
    expect(belongsByMark(managed)).toBe(belongs);
  });
});

const secrets = (...entries: [string, unknown][]): NonNullable<Neighbours['secrets']> =>
  new Map(entries.map(([name, contentType]) => [name, { contentType }]));

describe('the control plane marks none: the neighbours tell', () => {
  test.each<[string, 'secret' | 'key', Neighbours, unknown]>([
    ['a certificate has its name', 'secret', { certificates: new Set(['tls']) }, true],
    ['all certificates are known, and none has its name', 'secret', { certificates: new Set(['x']) }, false],
    ['nothing is known but itself', 'secret', {}, UNSUPPORTED],
    [
      'a secret without a key of its name',
      'secret',
      { keys: new Set(['x']), secrets: secrets(['tls', 'application/x-pkcs12']) },
      false,
    ],
    [
      'a key without a secret of its name',
      'key',
      { keys: new Set(['tls']), secrets: secrets(['x', undefined]) },
      false,
    ],
    [
      'a secret that says it is a PKCS#12 file, beside a key',
      'secret',
      { keys: new Set(['tls']), secrets: secrets(['tls', 'application/x-pkcs12']) },
      UNSUPPORTED,
    ],
    [
      'the same in capitals',
      'secret',
      { keys: new Set(['tls']), secrets: secrets(['tls', ' Application/X-PEM-File ']) },
      UNSUPPORTED,
    ],
    [
      'a secret that says it is something else',
      'secret',
      { keys: new Set(['tls']), secrets: secrets(['tls', 'text/plain']) },
      false,
    ],
    ['a secret that says nothing', 'secret', { secrets: secrets(['tls', undefined]) }, false],
    ['a secret whose content type is no text', 'secret', { secrets: secrets(['tls', 5]) }, UNSUPPORTED],
    ['a key beside a secret of another form', 'key', { secrets: secrets(['tls', 'text/plain']) }, false],
    [
      'a key beside a secret that may hold a certificate',
      'key',
      { secrets: secrets(['tls', 'application/x-pem-file']) },
      UNSUPPORTED,
    ],
    ['a key, and no list of secrets', 'key', { keys: new Set(['tls']) }, UNSUPPORTED],
  ])('%s', (_, kind, neighbours, belongs) => {
    expect(belongsByNeighbours(kind, 'TLS', neighbours)).toBe(belongs);
  });
});

describe('in a vault', () => {
  const old = { created: '2020-01-01T00:00:00Z' };
  const vault: VaultSpec = {
    secrets: { tls: { ...old, managed: true, contentType: 'application/x-pkcs12' }, db: old },
    keys: { tls: { ...old, managed: true }, cmk: old },
    certificates: { tls: old },
  };
  const refusing = (...kinds: string[]): Refusal[] =>
    kinds.map((kind) => ({
      plane: 'data',
      path: `/${kind}`,
      status: 403,
      code: 'Forbidden',
      innerCode: 'ForbiddenByRbac',
    }));
  const told = async (...refused: string[]) => {
    const scanned = await scan(smallEstate({ 'kv-a': { ...vault, refusals: refusing(...refused) } }));
    const belongs = (kind: string, name: string) => fieldsOf(scanned, kind, name).belongsToCertificate;
    return {
      facts: [
        belongs('azure.secret', 'tls'),
        belongs('azure.secret', 'db'),
        belongs('azure.key', 'tls'),
        belongs('azure.key', 'cmk'),
      ],
      verdicts: [
        verdict(scanned, 'KV-ROT-001', 'tls'),
        verdict(scanned, 'KV-ROT-001', 'db'),
        verdict(scanned, 'KV-ROT-012', 'cmk'),
      ],
    };
  };
  const gap = { gap: 'unsupported' };

  test('that can be read', async () => {
    expect(await told()).toEqual({ facts: [true, false, true, false], verdicts: ['notApplicable', 'fail', 'fail'] });
  });

  test('in which only certificates can be listed: the same', async () => {
    expect(await told('secrets', 'keys')).toEqual({
      facts: [true, false, true, false],
      verdicts: ['notApplicable', 'fail', 'fail'],
    });
  });

  test('in which nothing can be: what is bad still fails, what might be a certificate is unknown', async () => {
    expect(await told('secrets', 'keys', 'certificates')).toEqual({
      facts: [gap, false, gap, false],
      verdicts: ['unknown', 'fail', 'fail'],
    });
  });
});
