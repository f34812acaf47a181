/**
 * A company proxy that looks into TLS: it ends each tunnel itself, with certificates of an authority that only
 * NODE_EXTRA_CA_CERTS makes known, and answers for Azure under Azure's own host names. Loopback only.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';

const file = (name: string): string => fileURLToPath(new URL(`certificates/${name}`, import.meta.url));

/** The authority that NODE_EXTRA_CA_CERTS has to name. */
export const AUTHORITY = file('ca.pem');
const TLS = { key: readFileSync(file('server.key')), cert: readFileSync(file('server.pem')) };

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly takesGzip: boolean;
}

export type Answerer = (asked: Asked, response: ServerResponse) => void | Promise<void>;

export class InspectingProxy {
  /** Tunnels that were opened, by host. */
  readonly tunnels = new Map<string, number>();
  readonly asked: Asked[] = [];
  /** Hosts that it lets nobody through to. */
  refuses: RegExp | undefined;
  /** Hosts that it hangs up on when it is asked for them, and hosts that it then says nothing about. */
  hangsUpOn: RegExp | undefined;
  ignores: RegExp | undefined;
  /** How often it hung up. */
  hungUp = 0;
  readonly #proxy: Server;
  readonly #inside: Server;
  readonly #sockets = new Set<Socket>();
  /** `user:password` that the proxy asks for. */
  readonly #password: string | undefined;

  private constructor(answer: Answerer, password: string | undefined) {
    this.#password = password;
    this.#inside = createServer((request, response) => void this.#answer(request, response, answer));
    this.#proxy = createServer((_, response) => response.writeHead(400).end());
    this.#proxy.on('connect', (request, socket: Socket) => this.#tunnel(request, socket));
  }

  static async start(answer: Answerer, password?: string): Promise<InspectingProxy> {
    const proxy = new InspectingProxy(answer, password);
    await new Promise<void>((resolve) => proxy.#proxy.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#proxy.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#proxy.close(() => resolve()));
  }

  #tunnel(request: IncomingMessage, socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    const allowed =
      this.#password === undefined ||
      request.headers['proxy-authorization'] === `Basic ${Buffer.from(this.#password).toString('base64')}`;
    if (!allowed) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const host = request.url ?? '';
    if (this.refuses?.test(host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    if (this.hangsUpOn?.test(host)) {
      this.hungUp++;
      socket.destroy();
      return;
    }
    if (this.ignores?.test(host)) return;
    this.tunnels.set(host, (this.tunnels.get(host) ?? 0) + 1);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const inside = new TLSSocket(socket, { isServer: true, ...TLS });
    inside.on('error', () => inside.destroy());
    this.#inside.emit('connection', inside);
  }

  async #answer(request: IncomingMessage, response: ServerResponse, answer: Answerer): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', headers } = request;
    const asked = {
      method,
      url: `https://${headers.host}${request.url}`,
      authorization: headers.authorization,
      body: Buffer.concat(chunks).toString('utf8'),
      takesGzip: /\bgzip\b/.test(`${headers['accept-encoding']}`),
    };
    this.asked.push(asked);
    await answer(asked, response);
  }
}
