/** The built program as a child process that knows of Azure only what its environment says. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AUTHORITY } from './inspecting-proxy.ts';
import { SECRET } from './azure.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const signedIn = (tenantId: string): Record<string, string> => ({
  AZURE_TENANT_ID: tenantId,
  AZURE_CLIENT_ID: '71b9a30a-1e63-47eb-ade7-21c653aef79a',
  AZURE_CLIENT_SECRET: SECRET,
});

export const behind = (proxy: string): Record<string, string> => ({
  HTTPS_PROXY: proxy,
  NODE_EXTRA_CA_CERTS: AUTHORITY,
});

/** `meanwhile` may end it before its time. */
export function vaultPosture(
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
  meanwhile?: (kill: (signal: NodeJS.Signals) => void) => Promise<void>,
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  void meanwhile?.((signal) => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
