import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Estate } from '../../src/estate/estate.ts';
import { azure } from './azure.ts';
import { InspectingProxy } from './inspecting-proxy.ts';
import { behind, signedIn, vaultPosture } from './scan.ts';

const HAVELMARK = fileURLToPath(new URL('../../fixtures/estate/havelmark', import.meta.url));
const estate = Estate.load(HAVELMARK);
const { tenantId, now } = estate.description;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-posture-network-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const verdictsIn = async (path: string): Promise<string[]> => {
  const { results } = JSON.parse(await readFile(path, 'utf8')) as {
    results: { fingerprint: string; ruleId: string; verdict: string; reason?: string }[];
  };
  return results.map(
    ({ fingerprint, ruleId, verdict, reason }) => `${ruleId} ${verdict} ${reason ?? ''} ${fingerprint}`,
  );
};

describe('a scan through a company proxy that looks into TLS', () => {
  test('finds what the demo finds, with nothing but environment variables', async () => {
    const proxy = await InspectingProxy.start(azure(estate));
    try {
      const live = await vaultPosture(
        ['scan', '--output', 'live', '--as-of', now],
        { ...signedIn(tenantId), ...behind(proxy.address) },
        folder,
      );
      expect(live.stderr).not.toContain('Error');
      expect(live.code).toBe(1);
      await vaultPosture(['demo', '--output', 'demo'], {}, folder);
      expect(await verdictsIn(join(folder, 'live/report.json'))).toEqual(
        await verdictsIn(join(folder, 'demo/report.json')),
      );
      for (const [, tunnels] of proxy.tunnels) expect(tunnels).toBeLessThanOrEqual(16);
    } finally {
      await proxy.stop();
    }
  });
});
