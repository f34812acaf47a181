/** The program, in this process or as one of its own; of Azure it knows only what its environment says. */
import { spawn } from 'node:child_process';
import { type Ended, inProject, vaultPosture } from '../cli/command-line.ts';
import { AUTHORITY } from './inspecting-proxy.ts';
import { SECRET } from './azure.ts';

export const signedIn = (tenantId: string): Record<string, string> => ({
  AZURE_TENANT_ID: tenantId,
  AZURE_CLIENT_ID: '71b9a30a-1e63-47eb-ade7-21c653aef79a',
  AZURE_CLIENT_SECRET: SECRET,
});

export const behind = (proxy: string): Record<string, string> => ({
  HTTPS_PROXY: proxy,
  NODE_EXTRA_CA_CERTS: AUTHORITY,
});

/** NODE_EXTRA_CA_CERTS counts for nothing here: Node reads it when a process starts. */
export async function inThisProcess(args: readonly string[], env: Record<string, string>, cwd: string): Promise<Ended> {
  const own = process.env;
  // The SDK's credentials and undici read it themselves.
  process.env = { ...env };
  try {
    return await vaultPosture(args, { cwd, env });
  } finally {
    process.env = own;
  }
}

/** The built program; who is given `kill` may end it before its time. */
export function asProcess(
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
  give: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  const command = [inProject('dist/cli.js'), ...args];
  const child = spawn(process.execPath, command, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  give((signal) => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
