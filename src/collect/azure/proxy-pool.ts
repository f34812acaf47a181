/** Connections to the proxy itself, through which tunnels are asked for. */
import { type Dispatcher, Pool } from 'undici';

/** Longest wait for the answer to a CONNECT, in milliseconds; undici's own is five minutes. */
const ANSWER_WITHIN = 30_000;

/** Under these codes undici takes a connection for one that was reused a moment too late, and connects anew at once. */
const STALE = new Set(['UND_ERR_SOCKET', 'UND_ERR_INFO']);

/**
 * For ProxyAgent's `clientFactory`. A proxy that hangs up instead of answering would be asked anew without end, thousands
 * of times a second, deaf to time limits: an error under another code ends that.
 */
export function proxyPool(origin: URL, options: object): Dispatcher {
  const pool = new Pool(origin, { ...options, headersTimeout: ANSWER_WITHIN });
  const connect = pool.connect.bind(pool);
  return Object.assign(pool, {
    connect: (to: Dispatcher.ConnectOptions) => connect(to).catch((error: unknown) => Promise.reject(final(error))),
  });
}

const final = (error: unknown): unknown =>
  STALE.has((error as { code?: string }).code ?? '')
    ? Object.assign(new Error('the proxy hung up', { cause: error }), { code: 'ECONNRESET' })
    : error;
