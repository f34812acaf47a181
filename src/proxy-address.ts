/** The proxies that the environment names, looked at before they are used. */
import { UsageError } from './usage-error.ts';

const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;
const PROTOCOLS = new Set(['http:', 'https:', 'socks5:', 'socks:']);

/** Throws UsageError. What is written there is not repeated: it may hold a password. */
export function checkProxies(env: NodeJS.ProcessEnv): void {
  const wrong = VARIABLES.find((name) => env[name] && !isProxy(env[name]));
  if (wrong) throw new UsageError(`${wrong} does not name a proxy.`, 'Write it as http://host:port.');
}

const isProxy = (address: string): boolean => URL.canParse(address) && PROTOCOLS.has(new URL(address).protocol);
