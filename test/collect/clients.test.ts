import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { AzureClient } from '../../src/collect/azure/client.ts';
import { GuardedHttpClient } from '../../src/collect/azure/http.ts';
import { fixedClock } from '../../src/collect/clock.ts';
import { simulatedCredential } from '../../src/estate/credential.ts';
import { Simulator } from '../../src/estate/simulator.ts';
import { smallEstate, SUBSCRIPTION } from '../estate/small-estate.ts';
import { describe, expect, test } from 'vitest';
import { cloud } from './scan.ts';

const estate = smallEstate({ 'kv-a': { secrets: { db: {} }, keys: { signing: {} } } });

/** A client as a scan has it, and what it sent. */
function connected() {
  const transport = new Simulator(estate);
  const http = new GuardedHttpClient({ cloud, clock: fixedClock(0), transport, concurrency: 4 });
  const client = new AzureClient({ cloud, credential: simulatedCredential(estate), http, userAgent: 'test/1' });
  return { client, typed: client.controlPlane(SUBSCRIPTION), sent: transport.requests };
}

type Typed = ReturnType<typeof connected>['typed'];

const properties = { tenantId: SUBSCRIPTION, sku: { family: 'A' as const, name: 'standard' as const } };

test.each<[string, (typed: Typed) => PromiseLike<unknown>]>([
  ['make a vault', (typed) => typed.vaults.createOrUpdate('rg', 'kv-a', { location: 'westeurope', properties })],
  ['change a vault', (typed) => typed.vaults.update('rg', 'kv-a', { properties: { enablePurgeProtection: true } })],
  ['delete a vault', (typed) => typed.vaults.delete('rg', 'kv-a')],
  ['purge a vault', (typed) => typed.vaults.purgeDeleted('kv-a', 'westeurope')],
  [
    'give itself access',
    (typed) => typed.vaults.updateAccessPolicy('rg', 'kv-a', 'add', { properties: { accessPolicies: [] } }),
  ],
  ['set a secret', (typed) => typed.secrets.createOrUpdate('rg', 'kv-a', 'db', { properties: { value: 'x' } })],
  ['make a key', (typed) => typed.keys.createIfNotExist('rg', 'kv-a', 'signing', { properties: {} })],
  ['fetch one secret', (typed) => typed.secrets.get('rg', 'kv-a', 'db')],
])("the SDK's own client cannot %s: nothing is sent", async (_, call) => {
  const { typed, sent } = connected();
  await expect(Promise.resolve().then(() => call(typed))).rejects.toMatchObject({ name: 'GuardError' });
  expect(sent).toEqual([]);
});

test.each([
  'https://kv-a.vault.azure.net/secrets/db?api-version=2025-07-01',
  'https://kv-a.vault.azure.net/secrets/db/versions/..?api-version=2025-07-01',
  'https://kv-a.vault.azure.net/deletedsecrets/db?api-version=2025-07-01',
  'https://kv-a.vault.azure.net.evil.example/secrets?api-version=2025-07-01',
  'https://evil.example/secrets?api-version=2025-07-01',
])('the bare client does not ask for %s: it is a hole with its reason', async (address) => {
  const { client, sent } = connected();
  const { failure } = await client.get(address, { what: 'a test', remedy: 'none' });
  expect(failure?.reason).toBe('error');
  expect(sent).toEqual([]);
});

describe('what goes along with a question', () => {
  const purpose = { what: 'a test', remedy: 'none' };

  /** A client, and the requests that left it, as they left. */
  function overheard() {
    const left: PipelineRequest[] = [];
    const simulator = new Simulator(estate);
    const transport: HttpClient = {
      sendRequest(request) {
        left.push(request);
        return simulator.sendRequest(request);
      },
    };
    const http = new GuardedHttpClient({ cloud, clock: fixedClock(0), transport, concurrency: 4 });
    return {
      client: new AzureClient({ cloud, credential: simulatedCredential(estate), http, userAgent: 'x/1' }),
      left,
    };
  }

  test('Microsoft Graph alone is asked for all values of its enumerations', async () => {
    const { client, left } = overheard();
    await client.list(`https://${cloud.graph}/v1.0/identity/conditionalAccess/policies`, purpose);
    await client.list(`https://${cloud.arm}/subscriptions?api-version=2022-12-01`, purpose);
    expect(left.map(({ headers }) => headers.get('prefer'))).toEqual(['include-unknown-enum-members', undefined]);
  });

  test('a log query may think as long as it was told, and is waited for a little longer', async () => {
    const { client, left } = overheard();
    const address = `https://${cloud.logs}/v1/workspaces/${SUBSCRIPTION}/query`;
    await client.query(address, { body: { query: 'print 1' }, within: 180 }, purpose);
    expect(left[0]?.headers.get('prefer')).toBe('wait=180');
    expect(left[0]?.timeout).toBe(195_000);
  });
});
