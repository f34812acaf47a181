import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { UndiciTransport } from '../../src/collect/azure/transport.ts';
import { noLoopback } from './loopback.ts';

/** Nobody listens there. */
const DEAD_PROXY = 'http://127.0.0.1:1';

/** What a service on this machine answers to one request, with a proxy named that is not there. */
async function askedHere(noProxy: string): Promise<string | null | undefined> {
  const server = createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const own = process.env.http_proxy;
  process.env.http_proxy = DEAD_PROXY;
  const transport = new UndiciTransport({ connections: 1, env: { NO_PROXY: noProxy } });
  try {
    return (await transport.sendRequest(createPipelineRequest({ url, timeout: 5000 }))).bodyAsText;
  } finally {
    if (own === undefined) delete process.env.http_proxy;
    else process.env.http_proxy = own;
    await transport.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe.skipIf(noLoopback)('who is asked without the proxy', () => {
  test.each(['127.0.0.1', 'a.example,127.0.0.1', '*', ' * '])('NO_PROXY=%s: this machine', async (noProxy) => {
    expect(await askedHere(noProxy)).toBe('here');
  });

  test.each(['', 'a.example'])('NO_PROXY=%s: not this machine', async (noProxy) => {
    await expect(askedHere(noProxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
