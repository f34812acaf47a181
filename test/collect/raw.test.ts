/** What is taken out of answers: names, times and places only when they are written as Azure writes them. */
import { describe, expect, test } from 'vitest';
import { lockFacts } from '../../src/collect/azure/locks.ts';
import { instant, isObjectName, isoInstant, lastStep, nameUnder } from '../../src/collect/azure/raw.ts';
import { Gap } from '../../src/model/gap.ts';

const ERROR = Gap.of('error');

describe('the name of an object', () => {
  test.each(['a', 'A-Z-0-9', '-', 'x'.repeat(127)])('%j', (name) => expect(isObjectName(name)).toBe(true));

  test.each([
    '',
    'x'.repeat(128),
    'a/b',
    'a\n',
    '\na',
    ' a',
    'a.b',
    'a_b',
    'é',
    '%61',
    '../x',
    5,
    null,
    undefined,
    ['a'],
  ])('is never %j', (name) => expect(isObjectName(name)).toBe(false));

  test('follows the address of its collection, in whatever letters', () => {
    const secrets = 'https://kv-a.vault.azure.net/secrets';
    expect(nameUnder(secrets, `${secrets}/DB`)).toBe('DB');
    expect(nameUnder(secrets, 'HTTPS://KV-A.Vault.Azure.Net/Secrets/db')).toBe('db');
    expect(nameUnder(secrets, `${secrets}/db/version`)).toBe('db/version');
  });

  test.each([
    'https://kv-b.vault.azure.net/secrets/db',
    'https://kv-a.vault.azure.net/keys/db',
    'https://kv-a.vault.azure.net/secretsdb',
    'https://kv-a.vault.azure.net/x/secrets/db',
    '/secrets/db',
    '',
    5,
    undefined,
    new URL('https://kv-a.vault.azure.net/secrets/db'),
  ])('does not follow from %s', (id) => expect(nameUnder('https://kv-a.vault.azure.net/secrets', id)).toBeUndefined());

  test('its version is the last step of its address', () => {
    expect(lastStep('https://kv-a.vault.azure.net/secrets/db/v1?api-version=1#x')).toBe('v1');
    expect(lastStep('https://kv-a.vault.azure.net/secrets/db/')).toBe('db');
    for (const none of ['https://kv-a.vault.azure.net/', '/secrets/db', '', 5, null])
      expect(lastStep(none)).toBeUndefined();
  });
});

describe('a moment', () => {
  const noon = Date.parse('2026-03-31T12:00:00Z');

  test.each([
    '2026-03-31T12:00:00Z',
    '2026-03-31T12:00:00z',
    '2026-03-31T14:00:00+02:00',
    '2026-03-31T07:00:00.000-05:00',
  ])('%s', (text) => expect(isoInstant(text)).toBe(noon));

  test.each(['2026-03-31T12:00:00', '2026-03-31', '2026-03-31T12:00:00Z[Europe/Berlin]', '+02:00x', 5, {}, true])(
    'cannot be told from %j',
    (text) => expect(isoInstant(text)).toBe(ERROR),
  );

  test('is none where none is stated', () => {
    expect([isoInstant(undefined), isoInstant(null)]).toEqual([undefined, undefined]);
  });

  test('is counted in seconds by the service, and by the typed client not at all', () => {
    expect([instant(noon / 1000), instant(new Date(noon)), instant(0)]).toEqual([noon, noon, 0]);
    expect([instant('5'), instant(undefined)]).toEqual(['5', undefined]);
  });
});

test('a lock stands where it stands, however the subscription is spelt', () => {
  const subscriptionId = 'abcdef00-0000-4000-8000-00000000000F';
  const group = `/subscriptions/${subscriptionId}/resourceGroups/Providers`;
  const id = `${group}/providers/Microsoft.KeyVault/vaults/kv-a`;
  const below = `${id}/providers/Microsoft.Insights/diagnosticSettings/audit`;
  const items = [`/subscriptions/${subscriptionId}`, group, id, below].map((holder) => ({
    id: `${holder.toUpperCase()}/providers/Microsoft.Authorization/locks/keep`,
    name: 'keep',
    properties: { level: 'ReadOnly' },
  }));
  const target = { id, subscriptionId, name: 'kv-a', host: 'kv-a.vault.azure.net' };
  expect(lockFacts(target as never, { asked: {} as never, items })).toMatchObject({
    locks: ['subscription', 'resourceGroup', 'vault', 'below'].map((scope) => ({ scope })),
  });
});
