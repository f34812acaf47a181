/** Subscriptions that answer with something else than a list of their vaults. */
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { SUBSCRIPTION, smallEstate, subscription } from '../estate/small-estate.ts';
import { holes, resources, type Scan, scan, unlisted } from './scan.ts';

const RESOURCE = `subscription:${SUBSCRIPTION}`;
const vaults = 'KeyVault/vaults?';
const deletedVaults = 'KeyVault/deletedVaults?';

function scanned(state: string, status: number, code: string, lists = [vaults]): Promise<Scan> {
  const estate = smallEstate({ 'kv-a': {} }, { subscriptions: [subscription(SUBSCRIPTION, { state })] });
  const wire = (simulator: HttpClient): HttpClient => ({
    async sendRequest(request) {
      if (!lists.some((list) => request.url.includes(list))) return simulator.sendRequest(request);
      const bodyAsText = JSON.stringify({ error: { code, message: 'told in many words' } });
      return { request, status, headers: createHttpHeaders(), bodyAsText };
    },
  });
  return scan(estate, { wire, byAllRules: true });
}

describe('a subscription that is not registered for Key Vault', () => {
  test('has no vaults, and is read', async () => {
    const told = await scanned('Enabled', 409, 'MissingSubscriptionRegistration');
    expect(resources(told, 'azure.vault')).toEqual([]);
    expect(holes(told)).toEqual([]);
    expect(unlisted(told)).toEqual([]);
    expect(told.coverage.find(({ resource, what }) => resource === RESOURCE && what === 'inventory')).toMatchObject({
      status: 'read',
      detail: expect.stringContaining('Microsoft.KeyVault is not registered'),
    });
  });

  test('may have had some: what was deleted is not known', async () => {
    const told = await scanned('Enabled', 409, 'MissingSubscriptionRegistration', [deletedVaults]);
    expect(holes(told)).toMatchObject([
      {
        what: 'deletedObjects',
        status: 'unsupported',
        remedy: expect.stringMatching(/^Register the resource provider/),
      },
    ]);
  });
});

describe('a subscription that is switched off', () => {
  test.each([
    ['by the code of its answer', 'Enabled', 409, 'ReadOnlyDisabledSubscription'],
    ['by another code', 'Enabled', 403, 'DisabledSubscription'],
    ['by its state', 'Disabled', 409, 'Conflict'],
    ['by its state, whose list is not found', 'deleted', 404, 'SubscriptionNotFound'],
  ])('%s is no matter of trying again', async (_, state, status, code) => {
    const told = await scanned(state, status, code);
    expect(unlisted(told)).toMatchObject([{ kind: 'azure.vault', parent: RESOURCE, gap: 'forbidden' }]);
    expect(holes(told)).toMatchObject([
      { resource: RESOURCE, status: 'forbidden', remedy: expect.stringMatching(/^Have the subscription enabled/) },
    ]);
  });

  test.each([
    ['a service that is out of order', 'Disabled', 500, 'InternalServerError', 'error'],
    ['a service that is busy', 'Disabled', 429, 'TooManyRequests', 'throttled'],
    ['an answer that nobody knows, of one in use', 'Warned', 409, 'Conflict', 'error'],
  ])('is not blamed for %s', async (_, state, status, code, reason) => {
    const told = await scanned(state, status, code);
    expect(holes(told)).toMatchObject([
      { resource: RESOURCE, status: reason, remedy: expect.stringContaining('again') },
    ]);
  });
});
