import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { UndiciTransport } from '../../src/collect/azure/transport.ts';
import { noLoopback } from './loopback.ts';

/** Nobody listens there. */
const DEAD_PROXY = 'http://127.0.0.1:1';

/** With a proxy named that is not there. */
async function asked(url: string, noProxy: string): Promise<string | null | undefined> {
  const own = process.env.http_proxy;
  process.env.http_proxy = DEAD_PROXY;
  const transport = new UndiciTransport({ connections: 1, env: { NO_PROXY: noProxy } });
  try {
    return (await transport.sendRequest(createPipelineRequest({ url, timeout: 5000 }))).bodyAsText;
  } finally {
    if (own === undefined) delete process.env.http_proxy;
    else process.env.http_proxy = own;
    await transport.close();
  }
}

describe.skipIf(noLoopback)('who is asked without the proxy', () => {
  test.each(['127.0.0.1', 'localhost'])('%s, where App Service hands out tokens', async (host) => {
    const server = createServer((_, response) => response.end('here')).listen(0, host);
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      expect(await asked(`http://${host}:${(server.address() as AddressInfo).port}/`, 'a.example')).toBe('here');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test.each(['b.invalid', '.invalid', '*', ' * '])('NO_PROXY=%s: the host itself', async (noProxy) => {
    await expect(asked('http://b.invalid/', noProxy)).rejects.toMatchObject({
      code: expect.stringMatching(/^E(?:NOTFOUND|AI_AGAIN)$/),
    });
  });

  test.each(['', 'a.invalid'])('NO_PROXY=%s: the proxy', async (noProxy) => {
    await expect(asked('http://b.invalid/', noProxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
