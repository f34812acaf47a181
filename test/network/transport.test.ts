import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createListener, type Socket } from 'node:net';
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

describe.skipIf(noLoopback)('a connection that is still made when the scan ends goes with it', () => {
  /** For a connection, in milliseconds. */
  const UNDICI_WOULD_WAIT = 10_000;

  /** Answers each CONNECT, and nothing else. */
  const tunnels = (socket: Socket) =>
    socket
      .on('error', () => {})
      .on('data', (data) => {
        if (data.toString('latin1').startsWith('CONNECT')) socket.write('HTTP/1.1 200 OK\r\n\r\n');
      });

  test.each([
    ['through a tunnel that says nothing', () => 'https://a.invalid/'],
    ['to a host that says nothing', (here: string) => `https://${here}/`],
  ])(
    '%s',
    async (_, urlOf) => {
      const server = createListener(tunnels).listen(0, '127.0.0.1');
      const connected = once(server, 'connection') as Promise<[Socket]>;
      await once(server, 'listening');
      const here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const own = process.env.https_proxy;
      process.env.https_proxy = `http://${here}`;
      const transport = new UndiciTransport({ connections: 1, env: {} });
      try {
        const answer = transport.sendRequest(createPipelineRequest({ url: urlOf(here), timeout: 200 }));
        await expect(answer).rejects.toMatchObject({ code: 'ETIMEDOUT' });
        const [socket] = await connected;
        const gone = once(socket, 'close');
        await transport.close();
        await gone;
      } finally {
        if (own === undefined) delete process.env.https_proxy;
        else process.env.https_proxy = own;
        server.close();
      }
    },
    UNDICI_WOULD_WAIT / 2,
  );
});
