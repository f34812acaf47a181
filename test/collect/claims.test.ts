import { describe, expect, test } from 'vitest';
import { claimsOf } from '../../src/collect/azure/claims.ts';

const APP = '71b9a30a-1e63-47eb-ade7-21c653aef79a';
const PERSON = '6c1d2a3e-5a3b-4c65-b7e4-1f0b2f9f1a77';
const SCANNER =
  '/subscriptions/22222222-2222-4222-8222-222222222222/providers/Microsoft.ManagedIdentity/userAssignedIdentities/x';

const tokenWith = (claims: object) => ({
  token: `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`,
  expiresOnTimestamp: 0,
});

describe('what a token tells of how one signed in', () => {
  test.each([
    ['a person through Azure CLI', { appid: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', appidacr: '0' }, 'azureCli'],
    [
      'a person through PowerShell',
      { appid: '1950a258-227b-4e31-a9cf-717495945fc2', appidacr: '0' },
      'azurePowerShell',
    ],
    ['a secret', { appid: APP, idtyp: 'app', appidacr: '1' }, 'secret'],
    ['a certificate, or a federated token', { appid: APP, idtyp: 'app', appidacr: '2' }, 'assertion'],
    ['the same, in a token of version 2', { azp: APP, idtyp: 'app', azpacr: '2' }, 'assertion'],
    [
      'a managed identity, which has a certificate, too',
      { appid: APP, appidacr: '2', xms_mirid: SCANNER },
      'managedIdentity',
    ],
    ['a public client that is not known here', { appid: APP, appidacr: '0' }, undefined],
    ['a class that is not known here', { appid: APP, appidacr: '3' }, undefined],
  ])('%s', (_, claims, proof) => expect(claimsOf(tokenWith(claims)).proof).toBe(proof));

  test('who it is stands beside it, and nothing else of the token', () =>
    expect(
      claimsOf(
        tokenWith({ oid: PERSON, tid: 'tenant', appid: APP, appidacr: '1', idtyp: 'app', upn: 'a@b', uti: 'c' }),
      ),
    ).toEqual({
      tenantId: 'tenant',
      identity: { objectId: PERSON, appId: APP, type: 'servicePrincipal' },
      proof: 'secret',
    }));

  test.each([
    ['a person', { oid: PERSON, appid: APP }, { objectId: PERSON, appId: APP, type: 'user' }],
    [
      'a person, in a token of version 2',
      { oid: PERSON, azp: APP, idtyp: 'user' },
      { objectId: PERSON, appId: APP, type: 'user' },
    ],
    ['an application', { oid: PERSON, idtyp: 'app' }, { objectId: PERSON, type: 'servicePrincipal' }],
    [
      'a managed identity',
      { oid: PERSON, idtyp: 'app', xms_mirid: SCANNER },
      { objectId: PERSON, type: 'managedIdentity' },
    ],
    ['nobody by name', { appid: APP, idtyp: 'app' }, { appId: APP }],
  ])('it was given to %s', (_, claims, identity) => expect(claimsOf(tokenWith(claims)).identity).toEqual(identity));

  test.each(['', 'opaque', 'a.b.c'])('%j is no token that tells anything', (token) =>
    expect(claimsOf({ token, expiresOnTimestamp: 0 })).toEqual({ identity: {} }),
  );
});
