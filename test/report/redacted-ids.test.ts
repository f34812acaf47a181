/** Ids without names: what kind of thing each part names stays, its name goes. */
import { describe, expect, test } from 'vitest';
import { idWithout } from '../../src/report/redaction/ids.ts';
import { Pseudonyms } from '../../src/report/redaction/pseudonyms.ts';

const names = new Pseudonyms(Buffer.alloc(32, 7));
const without = (id: string): string => idWithout(id, names);
/** The pseudonym of a name, behind what it is called. */
const p = (text: string, label?: string): string => (label === undefined ? names.of(text) : names.named(label, text));

const GUID = '9b2f1a44-3c57-4f0e-8d4e-0a61c6a5d7e2';
const GROUP = `/subscriptions/${GUID}/resourceGroups/rg-x`;
const HIDDEN_GROUP = `/subscriptions/${p(GUID)}/resourceGroups/${p('rg-x', 'group')}`;
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-x`;
const HIDDEN_VAULT = `${HIDDEN_GROUP}/providers/Microsoft.KeyVault/vaults/${p('kv-x', 'vault')}`;

describe('the id', () => {
  test.each<[string, string, string]>([
    ['of a vault', VAULT, HIDDEN_VAULT],
    [
      'of an HSM',
      VAULT.replace('vaults/kv-x', 'managedHSMs/hsm-x'),
      HIDDEN_VAULT.replace(/vaults\/.*/, `managedHSMs/${p('hsm-x', 'hsm')}`),
    ],
    ['of a grant', `${VAULT}#${GUID}`, `${HIDDEN_VAULT}#${p(GUID)}`],
    ['of a grant to what is marked twice', `${VAULT}#a#b`, `${HIDDEN_VAULT}#${p('a#b')}`],
    [
      'of a workspace',
      `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/w`,
      `${HIDDEN_GROUP}/providers/Other/workspaces/${p('w', 'workspace')}`,
    ],
    [
      'of a storage account',
      `${GROUP}/providers/Microsoft.Storage/storageAccounts/s`,
      `${HIDDEN_GROUP}/providers/Other/storageAccounts/${p('s', 'storage')}`,
    ],
    [
      'of an endpoint',
      `${GROUP}/providers/Microsoft.Network/privateEndpoints/pe`,
      `${HIDDEN_GROUP}/providers/Other/privateEndpoints/${p('pe', 'endpoint')}`,
    ],
    [
      "of a vault's connection",
      `${VAULT}/privateEndpointConnections/c`,
      `${HIDDEN_VAULT}/privateEndpointConnections/${p('c', 'connection')}`,
    ],
    [
      'of something else',
      `${GROUP}/providers/Their.Own/things/t`,
      `${HIDDEN_GROUP}/providers/Other/resources/${p('t', 'resource')}`,
    ],
    ['of a list', `${VAULT}/secrets`, `${HIDDEN_VAULT}/secrets`],
    ['of a list of something else', `${VAULT}/things`, `${HIDDEN_VAULT}/resources`],
    ['of providers alone', `${GROUP}/providers`, `${HIDDEN_GROUP}/providers/Other`],
    ['of a tenant', `tenant:${GUID}`, `tenant:${p(GUID)}`],
    ['of a subscription', `SUBSCRIPTION:${GUID}`, `subscription:${p(GUID)}`],
    ['of a user', `user:${GUID}`, `user:${p(GUID)}`],
    ['of a service principal', `serviceprincipal:${GUID}`, `servicePrincipal:${p(GUID)}`],
    ['of a group', `group:a:b`, `group:${p('a:b')}`],
    ['of nothing that is known', `robot:${GUID}`, p(`robot:${GUID}`, 'id')],
    ['that is none', 'kv-x', p('kv-x', 'id')],
    ['that is empty', '', p('', 'id')],
    ['that begins with its mark', `#${GUID}`, `${p('', 'id')}#${p(GUID)}`],
    ['that begins with a colon', `:${GUID}`, p(`:${GUID}`, 'id')],
  ])('%s', (_, id, hidden) => expect(without(id)).toBe(hidden));

  test('is the same in other letters', () => {
    expect(without(VAULT.toUpperCase())).toBe(HIDDEN_VAULT);
    expect(without(VAULT.toLowerCase())).toBe(HIDDEN_VAULT);
  });
});

describe('the address', () => {
  test.each([
    ['secrets', 'secret'],
    ['keys', 'key'],
    ['certificates', 'certificate'],
    ['deletedSecrets', 'secret'],
    ['deletedKeys', 'key'],
    ['deletedCertificates', 'certificate'],
  ])('of one of the %s', (word, label) => {
    const hidden = `https://${p('kv-x', 'vault')}.vault.azure.net/${word}/${p('db', label)}`;
    expect(without(`https://kv-x.vault.azure.net/${word}/db`)).toBe(hidden);
    expect(without(`HTTPS://KV-X.VAULT.AZURE.NET:443/${word.toLowerCase()}/DB`)).toBe(hidden);
  });

  test.each(['vault.azure.net', 'vault.azure.cn', 'vault.usgovcloudapi.net'])('at %s', (host) =>
    expect(without(`https://kv-x.${host}/`)).toBe(`https://${p('kv-x', 'vault')}.${host}/resources`),
  );

  test('of a key in an HSM', () =>
    expect(without('https://hsm-x.managedhsm.azure.net/keys/k')).toBe(
      `https://${p('hsm-x', 'hsm')}.managedhsm.azure.net/keys/${p('k', 'key')}`,
    ));

  test('of a vault alone', () =>
    expect(without('https://kv-x.vault.azure.net')).toBe(`https://${p('kv-x', 'vault')}.vault.azure.net`));

  test('with escapes, as the name stands in results; with what is no escape, as it is', () => {
    const secret = (name: string) => without(`https://kv-x.vault.azure.net/secrets/${name}`);
    expect(secret('a%20b')).toBe(secret('a b'));
    expect(secret('a%zz')).toContain(p('a%zz', 'secret'));
  });

  test.each([
    'https://kv-x.vault.azure.net.evil.example/secrets/db',
    'https://a.kv-x.vault.azure.net/secrets/db',
    'http://kv-x.vault.azure.net/secrets/db',
    'x https://kv-x.vault.azure.net/secrets/db',
    'https://.vault.azure.net/secrets/db',
    'https://kv-x.vault.azure.net:8443/secrets/db',
  ])('%s, which is none of a vault, goes as a whole', (id) => expect(without(id)).toBe(p(id, 'id')));
});

describe('a pseudonym', () => {
  test('is one for a name in any letters, however its accents are written', () => {
    expect(p('Cafe\u0301')).toBe(p('CAF\u00c9'));
    expect(p('cafe')).not.toBe(p('caf\u00e9'));
  });

  test('stays the same among more names than are kept at hand', () => {
    const few = new Pseudonyms(Buffer.alloc(32, 7));
    const first = few.of('kv-x');
    for (let at = 0; at <= 10_000; at++) few.of(`name-${at}`);
    expect(few.of('kv-x')).toBe(first);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is no fingerprint', () => {
    expect(names.fingerprint('kv-x')).toMatch(/^[0-9a-f]{64}$/);
    expect(names.fingerprint('kv-x').startsWith(p('kv-x'))).toBe(false);
    expect(names.fingerprint('KV-X')).not.toBe(names.fingerprint('kv-x'));
  });
});
