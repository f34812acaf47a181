import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { describe, expect, test } from 'vitest';
import { simulatedCredential } from '../../src/estate/credential.ts';
import { Simulator } from '../../src/estate/simulator.ts';
import { ask, askForAll, vaultToken } from './ask.ts';
import { OTHER_TENANT, SUBSCRIPTION, smallEstate, subscription, type VaultSpec } from './small-estate.ts';

const ARM = 'https://management.azure.com';
const VAULTS = `${ARM}/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`;
const VAULT = `${ARM}/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-test/providers/Microsoft.KeyVault/vaults/kv-a`;
const VERSION = 'api-version=2026-02-01';

const simulate = (vault: VaultSpec = {}) => new Simulator(smallEstate({ 'kv-a': vault }));

describe('Resource Manager asks who is there, and in which version', () => {
  test('without a token', async () => {
    const { status, body } = await ask(simulate(), `${VAULTS}?${VERSION}`, { token: undefined });
    expect([status, body.error.code]).toEqual([401, 'AuthenticationFailed']);
  });

  test("with a vault's token", async () => {
    const { status, body } = await ask(simulate(), `${VAULTS}?${VERSION}`, { token: vaultToken() });
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  test('without a version', async () => {
    const { status, body } = await ask(simulate(), VAULTS);
    expect([status, body.error.code]).toEqual([400, 'MissingApiVersionParameter']);
  });

  test('in a version that never was', async () => {
    const { status, body } = await ask(simulate(), `${VAULTS}?api-version=2031-01-01`);
    expect([status, body.error.code]).toEqual([400, 'InvalidApiVersionParameter']);
  });

  test('nothing is changed', async () => {
    expect((await ask(simulate(), `${VAULT}?${VERSION}`, { method: 'DELETE' })).status).toBe(405);
  });

  test('the credential does not sign in to other tenants', async () => {
    const credential = simulatedCredential(smallEstate({}));
    const asked = credential.getToken('https://vault.azure.net/.default', { tenantId: OTHER_TENANT });
    await expect(asked).rejects.toMatchObject({ name: 'CredentialUnavailableError' });
  });
});

describe('subscriptions and vaults', () => {
  const other = '55555555-5555-4555-8555-555555555555';
  const estate = smallEstate(
    {
      ...Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`kv-${i}`, {}])),
      'kv-elsewhere': { subscription: other },
    },
    { subscriptions: [SUBSCRIPTION, other, OTHER_TENANT].map((id) => subscription(id)) },
  );

  test('three subscriptions on pages of two', async () => {
    const { pages } = await askForAll(new Simulator(estate), `${ARM}/subscriptions?api-version=2022-12-01`);
    expect(pages).toEqual([2, 1]);
  });

  test('sixteen vaults on pages of seven, none of the next subscription', async () => {
    const { pages, items } = await askForAll(new Simulator(estate), `${VAULTS}?${VERSION}`);
    expect(pages).toEqual([7, 7, 2]);
    expect(items.map(({ name }) => name)).not.toContain('kv-elsewhere');
  });

  test('fewer on a page when fewer are asked for', async () => {
    const { body } = await ask(new Simulator(estate), `${VAULTS}?${VERSION}&$top=3`);
    expect(body.value).toHaveLength(3);
  });

  test('a path may be written in any letter case', async () => {
    const { body } = await ask(new Simulator(estate), `${VAULTS.toUpperCase().replace('HTTPS', 'https')}?${VERSION}`);
    expect(body.value).toHaveLength(7);
  });

  test('the last page has no link at all', async () => {
    const { body } = await ask(simulate(), `${VAULTS}?${VERSION}`);
    expect(body).not.toHaveProperty('nextLink');
  });

  test('a subscription that is not there', async () => {
    const { status, body } = await ask(simulate(), `${VAULTS.replace(SUBSCRIPTION, other)}?${VERSION}`);
    expect([status, body.error.code]).toEqual([404, 'SubscriptionNotFound']);
  });

  test('a vault in another resource group is not there', async () => {
    const { status, body } = await ask(simulate(), `${VAULT.replace('rg-test', 'rg-other')}?${VERSION}`);
    expect([status, body.error.code]).toEqual([404, 'ResourceNotFound']);
  });

  test('a subscription whose vaults are not ours to see', async () => {
    const path = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`;
    const refusals = [{ plane: 'arm', path, status: 403, code: 'AuthorizationFailed' }] as const;
    const { status, body } = await ask(new Simulator(smallEstate({}, { refusals })), `${VAULTS}?${VERSION}`);
    expect([status, body.error.code]).toEqual([403, 'AuthorizationFailed']);
    expect(body.error.message).toContain(
      `to perform action 'Microsoft.KeyVault/vaults/read' over scope '/subscriptions/${SUBSCRIPTION}'`,
    );
  });
});

describe("a vault's objects without its data plane", () => {
  const vault: VaultSpec = {
    secrets: { db: { expires: '2027-01-01T00:00:00Z', contentType: 'text/plain', tags: { a: 'b' } } },
    keys: {
      plain: { earlier: [{ created: '2026-01-01T00:00:00Z' }] },
      curve: { material: { kty: 'EC', crv: 'P-256' } },
      rotated: {
        rotationPolicy: {
          lifetimeActions: [{ trigger: { timeAfterCreate: 'P60D' }, action: { type: 'Rotate' } }],
          attributes: { expiryTime: 'P1Y' },
        },
      },
    },
    refusals: [{ plane: 'data', path: '/', status: 403, code: 'Forbidden', innerCode: 'ForbiddenByFirewall' }],
  };

  test('a secret tells attributes, type and address, and nothing more', async () => {
    const { body } = await ask(simulate(vault), `${VAULT}/secrets?${VERSION}`);
    expect(body.value[0]).toEqual({
      id: expect.stringMatching(/\/vaults\/kv-a\/secrets\/db$/),
      name: 'db',
      type: 'Microsoft.KeyVault/vaults/secrets',
      location: 'westeurope',
      tags: { a: 'b' },
      properties: {
        contentType: 'text/plain',
        attributes: { enabled: true, exp: 1798761600, created: 1790812800, updated: 1790812800 },
        secretUri: 'https://kv-a.vault.azure.net/secrets/db',
        secretUriWithVersion: `https://kv-a.vault.azure.net/secrets/db/${'0'.repeat(32)}`,
      },
    });
  });

  test('a listed key tells attributes and an address with a port', async () => {
    const { body } = await ask(simulate(vault), `${VAULT}/keys?${VERSION}`);
    expect(Object.keys(body.value[0]?.properties ?? {})).toEqual(['attributes', 'keyUri']);
    expect(body.value[0]?.properties['keyUri']).toBe('https://kv-a.vault.azure.net:443/keys/plain');
  });

  test('a single key adds its material, and no rotation policy when nobody set one', async () => {
    const { body } = await ask(simulate(vault), `${VAULT}/keys/plain?${VERSION}`);
    expect(body['properties']).toMatchObject({ kty: 'RSA', keySize: 2048 });
    expect(body['properties']).not.toHaveProperty('rotationPolicy');
  });

  test('a key on a curve has no size', async () => {
    const { body } = await ask(simulate(vault), `${VAULT}/keys/curve?${VERSION}`);
    expect(body['properties']).toMatchObject({ kty: 'EC', curveName: 'P-256' });
    expect(body['properties']).not.toHaveProperty('keySize');
  });

  test('rotation is written in small letters here', async () => {
    const { body } = await ask(simulate(vault), `${VAULT}/keys/rotated?${VERSION}`);
    expect(body['properties']).toMatchObject({ rotationPolicy: { lifetimeActions: [{ action: { type: 'rotate' } }] } });
  });

  test('a key has its versions, each with material of its own asking', async () => {
    const simulator = simulate(vault);
    const { body } = await ask(simulator, `${VAULT}/keys/plain/versions?${VERSION}`);
    expect(body.value).toHaveLength(2);
    const version = body.value[1]?.name;
    const single = await ask(simulator, `${VAULT}/keys/plain/versions/${version}?${VERSION}`);
    expect(single.body['properties']).toMatchObject({
      kty: 'RSA',
      keyUriWithVersion: expect.stringContaining(`/${version}`),
    });
  });

  test('it knows neither certificates nor versions of secrets', async () => {
    for (const path of ['certificates', 'secrets/db/versions'])
      expect((await ask(simulate(vault), `${VAULT}/${path}?${VERSION}`)).status).toBe(404);
  });

  test('some callers get a 400 that means a missing role', async () => {
    const refusals = [{ plane: 'arm', path: '/keys', status: 400, code: 'ForbiddenByRbac' }] as const;
    const { status, body } = await ask(simulate({ refusals }), `${VAULT}/keys?${VERSION}`);
    expect([status, body.error.code]).toEqual([400, 'ForbiddenByRbac']);
    expect(body.error.message).toContain("Action: 'Microsoft.KeyVault/vaults/keys/read'");
  });

  test('objects that are refused to a reader', async () => {
    const refusals = [{ plane: 'arm', path: '/secrets', status: 403, code: 'AuthorizationFailed' }] as const;
    const { body } = await ask(simulate({ refusals }), `${VAULT}/secrets?${VERSION}`);
    expect(body.error.message).toContain("action 'Microsoft.KeyVault/vaults/secrets/read' over scope");
  });

  test('private endpoints have a list of their own', async () => {
    const connections = [{ id: 'one' }];
    const simulator = simulate({ properties: { privateEndpointConnections: connections } });
    const { body } = await ask(simulator, `${VAULT}/privateEndpointConnections?${VERSION}`);
    expect(body.value).toEqual(connections);
  });
});

test("Microsoft's own client walks through it", async () => {
  const estate = smallEstate({ 'kv-a': { keys: { k: {} }, secrets: { s: {} } }, 'kv-b': {} });
  const simulator = new Simulator(estate);
  const client = new KeyVaultManagementClient(simulatedCredential(estate), SUBSCRIPTION, { httpClient: simulator });
  const names = [];
  for await (const vault of client.vaults.listBySubscription()) names.push(vault.name);
  for await (const key of client.keys.list('rg-test', 'kv-a')) names.push(key.name);
  for await (const secret of client.secrets.list('rg-test', 'kv-a')) names.push(secret.name);
  expect(names).toEqual(['kv-a', 'kv-b', 'k', 's']);
  expect(simulator.requests).toHaveLength(3);
});

describe('what surrounds a vault', () => {
  const NETWORK = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net/providers/Microsoft.Network`;
  const ENDPOINT = `${NETWORK}/privateEndpoints/pe`;
  const SUBNET = `${NETWORK}/virtualNetworks/net/subnets/app`;
  const network = {
    privateEndpoints: [{ item: { id: ENDPOINT }, zoneGroups: [{ name: 'default' }] }],
    subnets: [{ id: SUBNET.toLowerCase() }],
  };
  const configuration = { id: '/associations/a', properties: {} };
  const refusals = [
    { plane: 'arm', path: `${NETWORK}/privateEndpoints/shut`, status: 403, code: 'AuthorizationFailed' },
  ] as const;
  const simulator = () =>
    new Simulator(smallEstate({ 'kv-a': { perimeterConfigurations: [configuration] } }, { network, refusals }));
  const told = async (path: string, version = '2024-05-01') => {
    const { status, body } = await ask(simulator(), `${ARM}${path}?api-version=${version}`);
    return [status, body.value ?? body.error?.code ?? body.id];
  };

  test('is found in any letter case', async () => {
    expect(await told(ENDPOINT.toUpperCase())).toEqual([200, ENDPOINT]);
    expect(await told(`${ENDPOINT}/privateDnsZoneGroups`)).toEqual([200, [{ name: 'default' }]]);
    expect(await told(SUBNET)).toEqual([200, SUBNET.toLowerCase()]);
    expect(
      await told(new URL(`${VAULT}/networkSecurityPerimeterConfigurations`).pathname, '2026-04-01-preview'),
    ).toEqual([200, [configuration]]);
  });

  test('is refused, is not there, is in a subscription that is not seen, or was asked for in a wrong version', async () => {
    expect(await told(`${NETWORK}/privateEndpoints/shut`)).toEqual([403, 'AuthorizationFailed']);
    expect(await told(`${SUBNET}2`)).toEqual([404, 'ResourceNotFound']);
    expect(await told(ENDPOINT.replace(SUBSCRIPTION, OTHER_TENANT))).toEqual([404, 'SubscriptionNotFound']);
    expect(await told(SUBNET, '2026-02-01')).toEqual([400, 'InvalidApiVersionParameter']);
  });
});
