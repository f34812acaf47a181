import { describe, expect, test } from 'vitest';
import { CANARY } from '../../src/estate/data-plane.ts';
import { Simulator } from '../../src/estate/simulator.ts';
import { armToken, ask, askForAll, vaultToken } from './ask.ts';
import { OTHER_TENANT, SHOP, smallEstate, TENANT, type VaultSpec } from './small-estate.ts';

const HOST = 'https://kv-a.vault.azure.net';
const VERSION = 'api-version=2025-07-01';

const simulate = (vault: VaultSpec = {}) => new Simulator(smallEstate({ 'kv-a': vault }));
const refusing = (path: string, innerCode: string) =>
  simulate({ keys: { k: {} }, refusals: [{ plane: 'data', path, status: 403, code: 'Forbidden', innerCode }] });
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, {}]));

describe('a vault asks who is there', () => {
  test('a request without a token is told where to get one', async () => {
    const reply = await ask(simulate(), `${HOST}/secrets?${VERSION}`, { token: undefined });
    expect(reply.status).toBe(401);
    expect(reply.header('WWW-Authenticate')).toBe(
      `Bearer authorization="https://login.microsoftonline.com/${TENANT}", resource="https://vault.azure.net"`,
    );
    expect(reply.body.error.message).toContain('AKV10000');
  });

  test('a token for Resource Manager opens no vault', async () => {
    const reply = await ask(simulate(), `${HOST}/secrets?${VERSION}`, { token: armToken() });
    expect([reply.status, reply.body.error.code]).toEqual([401, 'Unauthorized']);
  });

  test('a vault of another tenant names that tenant and turns ours away', async () => {
    const foreign = simulate({ properties: { tenantId: OTHER_TENANT } });
    const reply = await ask(foreign, `${HOST}/secrets?${VERSION}`);
    expect(reply.status).toBe(401);
    expect(reply.header('www-authenticate')).toContain(`/${OTHER_TENANT}"`);
    const theirs = await ask(foreign, `${HOST}/secrets?${VERSION}`, { token: vaultToken(OTHER_TENANT) });
    expect(theirs.status).toBe(200);
  });

  test('a vault that nobody has is unknown to the name service', async () => {
    const asked = ask(simulate(), `https://kv-gone.vault.azure.net/secrets?${VERSION}`);
    await expect(asked).rejects.toMatchObject({ name: 'RestError', code: 'ENOTFOUND' });
  });
});

describe('a vault wants a version', () => {
  test.each(['2025-07-01', '2026-04-01', '7.4'])('%s will do', async (version) => {
    expect((await ask(simulate(), `${HOST}/secrets?api-version=${version}`)).status).toBe(200);
  });

  test.each(['', '?api-version=2016-10-01'])('a request with "%s" is a bad one', async (query) => {
    const { status, body } = await ask(simulate(), `${HOST}/secrets${query}`);
    expect([status, body.error.code]).toEqual([400, 'BadParameter']);
  });

  test('the name of the parameter may be percent-encoded', async () => {
    expect((await ask(simulate(), `${HOST}/secrets?api%2Dversion=2025-07-01`)).status).toBe(200);
  });
});

describe('lists come in pages', () => {
  test('60 secrets are three pages, each once', async () => {
    const { pages, items } = await askForAll(simulate({ secrets: many(60) }), `${HOST}/secrets?${VERSION}`);
    expect(pages).toEqual([25, 25, 10]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(60);
  });

  test('25 secrets are one page, closed by a null link', async () => {
    const { body } = await ask(simulate({ secrets: many(25) }), `${HOST}/secrets?${VERSION}`);
    expect([body.value.length, body.nextLink]).toEqual([25, null]);
  });

  test('the link carries port, version, a blind token and the asked size', async () => {
    const { body } = await ask(simulate({ secrets: many(5) }), `${HOST}/secrets?${VERSION}&maxresults=2`);
    expect(body.nextLink).toMatch(
      /^https:\/\/kv-a\.vault\.azure\.net:443\/secrets\?api-version=2025-07-01&\$skiptoken=/,
    );
    expect(body.nextLink).toMatch(/&maxresults=2$/);
    expect(body.nextLink).not.toContain('secrets!');
  });

  test.each([0, 26])('a page of %i is refused', async (size) => {
    expect((await ask(simulate(), `${HOST}/secrets?${VERSION}&maxresults=${size}`)).status).toBe(400);
  });

  test('the link of one list is none of another', async () => {
    const simulator = simulate({ secrets: many(30) });
    const { body } = await ask(simulator, `${HOST}/secrets?${VERSION}`);
    expect((await ask(simulator, String(body.nextLink).replace('/secrets', '/keys'))).status).toBe(400);
  });

  test('what was deleted, without a value', async () => {
    const simulator = simulate({ deleted: { secrets: { db: {} }, keys: { k: {} }, certificates: { c: {} } } });
    for (const [collection, name] of Object.entries({
      deletedsecrets: 'db',
      deletedkeys: 'k',
      deletedcertificates: 'c',
    })) {
      const { body, text } = await ask(simulator, `${HOST}/${collection}?${VERSION}`);
      expect(body.value).toMatchObject([{ recoveryId: `${HOST}/${collection}/${name}` }]);
      expect(text).not.toContain(CANARY);
    }
  });

  test('nothing has been deleted', async () => {
    for (const collection of ['deletedsecrets', 'deletedkeys', 'deletedcertificates']) {
      const { body } = await ask(simulate(), `${HOST}/${collection}?${VERSION}`);
      expect(body).toEqual({ value: [], nextLink: null });
    }
  });
});

describe('what a vault tells of its objects', () => {
  const vault: VaultSpec = {
    secrets: { db: { earlier: [{ created: '2026-01-01T00:00:00Z' }], contentType: 'text/plain' } },
    keys: {
      plain: {},
      rotated: {
        rotationPolicy: {
          lifetimeActions: [{ trigger: { timeAfterCreate: 'P60D' }, action: { type: 'Rotate' } }],
          attributes: { expiryTime: 'P1Y' },
        },
      },
    },
    certificates: {
      web: { operation: { status: 'completed' } },
      waiting: { cer: null, enabled: false, operation: { status: 'inProgress' } },
    },
    issuers: { digicert: 'DigiCert' },
  };

  test('a secret in a list has no value', async () => {
    const { body } = await ask(simulate(vault), `${HOST}/secrets?${VERSION}`);
    expect(Object.keys(body.value[0] ?? {}).sort()).toEqual(['attributes', 'contentType', 'id']);
  });

  test('versions carry their id behind the name', async () => {
    const { body } = await ask(simulate(vault), `${HOST}/secrets/db/versions?${VERSION}`);
    expect(body.value.map(({ id }) => id)).toEqual([
      expect.stringMatching(/secrets\/db\/[0-9a-f]{32}$/),
      expect.stringMatching(/secrets\/db\/[0-9a-f]{32}$/),
    ]);
  });

  test('a key alone tells its material, in any letter case and with a slash behind', async () => {
    for (const path of ['keys/plain', 'keys/PLAIN/', 'KEYS/plain']) {
      const { body } = await ask(simulate(vault), `${HOST}:443/${path}?${VERSION}`);
      expect(body['key']).toMatchObject({ kty: 'RSA', kid: expect.stringContaining('/keys/plain/') });
    }
  });

  test('a key of a version tells that version', async () => {
    const version = '0'.repeat(32);
    const { body } = await ask(simulate(vault), `${HOST}/keys/plain/${version}?${VERSION}`);
    expect(body['key']).toMatchObject({ kid: `${HOST}/keys/plain/${version}` });
  });

  test('a key without a rotation policy answers with a notice, not with a 404', async () => {
    const { status, body } = await ask(simulate(vault), `${HOST}/keys/plain/rotationpolicy?${VERSION}`);
    expect(status).toBe(200);
    expect(body['lifetimeActions']).toEqual([{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }]);
  });

  test('a rotation policy that was set is told as it is', async () => {
    const { body } = await ask(simulate(vault), `${HOST}/keys/rotated/rotationpolicy?${VERSION}`);
    expect(body['lifetimeActions']).toMatchObject([{ action: { type: 'Rotate' } }]);
  });

  test('a certificate has its policy', async () => {
    const { body } = await ask(simulate(vault), `${HOST}/certificates/web/policy?${VERSION}`);
    expect(body['issuer']).toEqual({ name: 'Self' });
  });

  test('a certificate is its public part and its policy, with the addresses of its key and its secret', async () => {
    const { body } = await ask(simulate(vault), `${HOST}/certificates/web?${VERSION}`);
    expect(body).toMatchObject({ cer: SHOP, policy: { issuer: { name: 'Self' } } });
    expect([body['id'], body['kid'], body['sid']]).toEqual(
      ['certificates', 'keys', 'secrets'].map((kind) => `${HOST}/${kind}/web/${'0'.repeat(32)}`),
    );
  });

  test('a certificate that was never issued is listed to those who ask for such, and has no public part', async () => {
    const simulator = simulate(vault);
    const { body: plain } = await ask(simulator, `${HOST}/certificates?${VERSION}`);
    expect(plain.value).toHaveLength(1);
    const { body: all } = await ask(simulator, `${HOST}/certificates?${VERSION}&includePending=true`);
    expect(all.value).toHaveLength(2);
    const { body } = await ask(simulator, `${HOST}/certificates/waiting?${VERSION}`);
    expect(body).not.toHaveProperty('cer');
  });

  test('an order is told while the vault remembers it, and so are the authorities', async () => {
    const { body: order } = await ask(simulate(vault), `${HOST}/certificates/waiting/pending?${VERSION}`);
    expect(order).toMatchObject({ status: 'inProgress' });
    const { body: issuers } = await ask(simulate(vault), `${HOST}/certificates/issuers?${VERSION}`);
    expect(issuers.value).toEqual([{ id: `${HOST}/certificates/issuers/digicert`, provider: 'DigiCert' }]);
  });

  test.each([
    ['secrets/gone/versions', 'SecretNotFound'],
    ['keys/gone', 'KeyNotFound'],
    ['keys/gone/rotationpolicy', 'KeyNotFound'],
    ['certificates/gone', 'CertificateNotFound'],
    ['certificates/gone/policy', 'CertificateNotFound'],
    ['certificates/gone/pending', 'PendingCertificateNotFound'],
    ['storage', 'NotFound'],
  ])('%s is not there', async (path, code) => {
    const { status, body } = await ask(simulate(vault), `${HOST}/${path}?${VERSION}`);
    expect([status, body.error.code]).toEqual([404, code]);
  });
});

describe('what no scanner may ask for', () => {
  const version = '0'.repeat(32);

  test.each(['secrets/db', `secrets/db/${version}`, 'deletedsecrets/db'])('%s gives the value away', async (path) => {
    const vault = { secrets: { db: {} }, deleted: { secrets: { db: {} } } };
    const { text } = await ask(simulate(vault), `${HOST}/${path}?${VERSION}`);
    expect(text).toContain(`${CANARY}kv-a-db`);
  });

  test('so does a backup', async () => {
    const url = `${HOST}/secrets/db/backup?${VERSION}`;
    expect((await ask(simulate({ secrets: { db: {} } }), url, { method: 'POST' })).text).toContain(CANARY);
  });

  test('a change is refused, and remembered', async () => {
    const simulator = simulate({ secrets: { db: {} } });
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'] as const)
      expect((await ask(simulator, `${HOST}/secrets/db?${VERSION}`, { method })).status).toBe(405);
    expect(simulator.requests.map(({ method }) => method)).toEqual(['PUT', 'PATCH', 'DELETE', 'POST']);
  });
});

describe('every kind of refusal', () => {
  test('the firewall closes all of it and tells the address it saw', async () => {
    const simulator = refusing('/', 'ForbiddenByFirewall');
    for (const path of ['secrets', 'keys/k/rotationpolicy', 'deletedcertificates']) {
      const { status, body } = await ask(simulator, `${HOST}/${path}?${VERSION}`);
      expect([status, body.error.code, body.error.innererror?.code]).toEqual([403, 'Forbidden', 'ForbiddenByFirewall']);
      expect(body.error.message).toMatch(/^Client address is not authorized.*\r\nClient address: 198\.51\.100\.23\r\n/);
    }
  });

  test('a private vault says that the public network is off', async () => {
    const { body } = await ask(refusing('/', 'ForbiddenByConnection'), `${HOST}/secrets?${VERSION}`);
    expect(body.error.message).toMatch(/^Public network access is disabled/);
  });

  test.each([
    ['secrets', 'secrets/readMetadata/action'],
    ['secrets/db/versions', 'secrets/readMetadata/action'],
    ['deletedsecrets', 'secrets/readMetadata/action'],
    ['secrets/db', 'secrets/getSecret/action'],
    ['keys/k', 'keys/read'],
    ['keys/k/rotationpolicy', 'keyrotationpolicies/read'],
    ['certificates/c/policy', 'certificates/read'],
    ['certificates/issuers', 'certificatecas/read'],
  ])('without a role, %s names the action %s', async (path, action) => {
    const { body } = await ask(refusing('/', 'ForbiddenByRbac'), `${HOST}/${path}?${VERSION}`);
    expect(body.error.message).toContain(`Action: 'Microsoft.KeyVault/vaults/${action}'`);
  });

  test.each([
    ['secrets', 'secrets list'],
    ['keys', 'keys list'],
    ['keys/k', 'keys get'],
    ['keys/k/rotationpolicy', 'keys getrotationpolicy'],
    ['certificates/c/versions', 'certificates list'],
    ['certificates/c/pending', 'certificates get'],
    ['certificates/issuers', 'certificates listissuers'],
  ])('without an access policy, %s names the permission %s', async (path, permission) => {
    const { body } = await ask(refusing('/', 'AccessDenied'), `${HOST}/${path}?${VERSION}`);
    expect(body.error.message).toContain(`does not have ${permission} permission on key vault 'kv-a;`);
  });

  test('one collection may be closed and the next one open', async () => {
    const simulator = refusing('/keys/*/rotationpolicy', 'ForbiddenByRbac');
    expect((await ask(simulator, `${HOST}/keys/k/rotationpolicy?${VERSION}`)).status).toBe(403);
    expect((await ask(simulator, `${HOST}/keys/k/versions?${VERSION}`)).status).toBe(200);
  });

  test('a stranger hears of the token before he hears of the firewall', async () => {
    const simulator = refusing('/', 'ForbiddenByFirewall');
    expect((await ask(simulator, `${HOST}/secrets?${VERSION}`, { token: undefined })).status).toBe(401);
  });
});
