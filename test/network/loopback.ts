/** Whether this machine can speak to itself: in a sandbox without any network it cannot. */
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const reachable = await new Promise<boolean>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      server.close();
      resolve(answer);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
  server.on('error', () => resolve(false));
});

if (!reachable) console.warn('Tests through a proxy are skipped: 127.0.0.1 cannot be reached here.');

export const noLoopback = !reachable;
