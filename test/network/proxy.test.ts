import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CANARY } from '../../src/estate/data-plane.ts';
import { Estate } from '../../src/estate/estate.ts';
import { installation } from '../../src/installation.ts';
import { smallEstate } from '../estate/small-estate.ts';
import { azure, json, SECRET } from './azure.ts';
import type { Ended } from '../cli/command-line.ts';
import { type Answerer, AUTHORITY, InspectingProxy } from './inspecting-proxy.ts';
import { noLoopback } from './loopback.ts';
import { asProcess, behind, inThisProcess, signedIn } from './scan.ts';

const estate = Estate.load(installation.demoEstate);
const { tenantId, now } = estate.description;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-posture-network-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs what is given the proxy, and stops the proxy. */
async function beside<T>(proxy: InspectingProxy, run: (proxy: InspectingProxy) => Promise<T>): Promise<T> {
  try {
    return await run(proxy);
  } finally {
    await proxy.stop();
  }
}

const TRUSTING = ['--ca-file', AUTHORITY] as const;

/** Starts a proxy, scans through it, stops it. */
const through = async (
  answer: Answerer,
  args: readonly string[],
  env: Record<string, string> = {},
  password?: string,
) =>
  beside(await InspectingProxy.start(answer, password), async (proxy) => {
    const surroundings = { ...signedIn(tenantId), HTTPS_PROXY: proxy.address, ...env };
    const ended = await inThisProcess(args.toSpliced(1, 0, ...TRUSTING), surroundings, folder);
    await expectNoSecret(ended);
    return { ...ended, proxy };
  });

interface Result {
  readonly ruleId: string;
  readonly verdict: string;
  readonly reason?: string;
  readonly fingerprint: string;
}

interface Read {
  readonly run: {
    readonly complete: boolean;
    readonly requests: { readonly sent: number };
    readonly signIn?: object;
  };
  readonly coverage: readonly { readonly what: string; readonly status: string; readonly remedy?: string }[];
  readonly results: readonly Result[];
}

const report = async (name = 'vault-posture-report'): Promise<Read> =>
  JSON.parse(await readFile(join(folder, name, 'report.json'), 'utf8')) as Read;

const verdicts = ({ results }: Read): string[] =>
  results.map(({ fingerprint, ruleId, verdict, reason }) => `${ruleId} ${verdict} ${reason ?? ''} ${fingerprint}`);

/** Neither tokens nor secrets, wherever they might have got to. */
async function expectNoSecret({ stdout, stderr }: Ended): Promise<void> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = [stdout, stderr, ...files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))];
  for (const text of texts) for (const secret of [SECRET, CANARY, 'simulated.ey']) expect(text).not.toContain(secret);
}

describe.skipIf(noLoopback)('a scan through a company proxy that looks into TLS', () => {
  test('finds what the demo finds, with nothing but environment variables', async () => {
    const { asked } = await beside(await InspectingProxy.start(azure(estate)), async (proxy) => {
      const line = ['scan', '--output', 'live', '--as-of', now, '--trace', 'trace.ndjson'];
      const live = await asProcess(line, { ...signedIn(tenantId), ...behind(proxy.address) }, folder);
      await expectNoSecret(live);
      expect(live.stderr).not.toContain('Error');
      expect(live.code).toBe(1);
      return proxy;
    });
    await inThisProcess(['demo', '--output', 'demo', '--format', 'json'], {}, folder);
    const found = await report('live');
    expect(verdicts(found)).toEqual(verdicts(await report('demo')));
    expect(found.run.signIn).toEqual({ auth: 'default', proof: 'secret' });
    const requests = asked.filter(({ url }) => !url.startsWith('https://login.'));
    const demo = (await report('demo')).run.requests.sent;
    expect(requests).toHaveLength(demo);
    const posts = requests.filter(({ method }) => method !== 'GET');
    expect(posts.filter(({ url }) => !/^https:\/\/api\.loganalytics\.azure\.com.*\/query$/.test(url))).toEqual([]);
    expect(asked.filter(({ url }) => url.startsWith('https://login.'))).toHaveLength(4);
    const trace = readFileSync(join(folder, 'trace.ndjson'), 'utf8').trim().split('\n');
    expect(trace).toHaveLength(asked.length);
    expect(JSON.parse(trace.find((line) => line.includes('"GET"')) ?? '')).toMatchObject({ status: 200, attempt: 1 });
  });

  test('opens no more tunnels to a host than it has requests under way', async () => {
    const many = smallEstate({
      'kv-many': { secrets: Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`secret-${at}`, {}])) },
    });
    const { proxy } = await through(azure(many), ['collect', '--as-of', now]);
    expect(proxy.asked.filter(({ url }) => url.includes('kv-many.vault')).length).toBeGreaterThan(200);
    for (const [host, tunnels] of proxy.tunnels) expect({ host, few: tunnels <= 16 }).toEqual({ host, few: true });
  });

  test('gives the proxy the password that its address carries', async () => {
    const clean = smallEstate({ 'kv-a': {} });
    await beside(await InspectingProxy.start(azure(clean), 'user:pass'), async ({ address }) => {
      const env = { ...signedIn(tenantId), HTTPS_PROXY: address.replace('http://', 'http://user:pass@') };
      const { code } = await inThisProcess(['scan', '--as-of', now, ...TRUSTING], env, folder);
      expect([0, 1]).toContain(code);
    });
  });

  test('trusts the authority that --ca-file names', async () => {
    const { code } = await through(azure(smallEstate({ 'kv-a': {} })), ['scan', '--as-of', now]);
    expect([0, 1]).toContain(code);
  });
});

describe.skipIf(noLoopback)('what keeps a scan from starting is said in words, with the way out', () => {
  const expectRefusal = ({ code, stderr, stdout }: Ended, words: RegExp, next: RegExp): void => {
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(next);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  };

  test('a wrong secret', async () => {
    const ended = await through(azure(estate), ['scan'], { AZURE_CLIENT_SECRET: 'wrong' });
    expectRefusal(ended, /secret is wrong.*AADSTS7000215/, /AZURE_CLIENT_SECRET/);
  });

  test('an authority that is not known', async () => {
    await beside(await InspectingProxy.start(azure(estate)), async ({ address }) => {
      const ended = await inThisProcess(['scan'], { ...signedIn(tenantId), HTTPS_PROXY: address }, folder);
      expectRefusal(ended, /authority that is not known here/, /NODE_EXTRA_CA_CERTS|--ca-file/);
    });
  });

  test('a proxy that refuses', async () => {
    const ended = await through(azure(estate), ['scan'], {}, 'user:pass');
    expectRefusal(ended, /proxy refuses/, /HTTPS_PROXY/);
  });

  test('a proxy that is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    const env = { ...signedIn(tenantId), HTTPS_PROXY: `http://127.0.0.1:${port}` };
    expectRefusal(
      await inThisProcess(['scan', '--timeout', '1s'], env, folder),
      /connection is refused/,
      /HTTPS_PROXY/,
    );
  });

  test.each(['proxy.example:3128', '10.0.0.1:3128', 'ftp://proxy.example', 'not a proxy'])(
    'a proxy that is written as %s',
    async (written) => {
      const ended = await inThisProcess(['scan'], { ...signedIn(tenantId), HTTPS_PROXY: written }, folder);
      expectRefusal(ended, /HTTPS_PROXY does not name a proxy/, /http:\/\/host:port/);
    },
  );

  test('nothing to sign in with', async () => {
    const ended = await through(azure(estate), ['scan', '--auth', 'env'], { AZURE_TENANT_ID: '' });
    expectRefusal(ended, /AZURE_TENANT_ID/, /AZURE_CLIENT_SECRET/);
  });

  test('a file of certificates that holds none', async () => {
    await writeFile(join(folder, 'ca.pem'), 'nothing');
    expectRefusal(await through(azure(estate), ['scan', '--ca-file', 'ca.pem']), /holds no certificate/, /PEM/);
  });
});

/** Tokens that are to be renewed as soon as they are there. */
const shortLived =
  (answer: Answerer): Answerer =>
  (asked, response) => {
    const end = response.end.bind(response);
    if (asked.url.startsWith('https://login.'))
      response.end = ((text: string) => end(text.replaceAll('3599', '2'))) as typeof response.end;
    return answer(asked, response);
  };

describe.skipIf(noLoopback)('a bad day is survived, told, and ends honestly', () => {
  const small = smallEstate({ 'kv-a': { secrets: { db: {} } }, 'kv-b': { secrets: { api: {} } } });
  const SCAN = ['scan', '--as-of', now, '--format', 'json'] as const;
  const isSecrets = (url: string): boolean => /kv-a\.vault\.azure\.net\/secrets\?/.test(url);
  const hole = ({ coverage }: Read) => coverage.filter(({ status }) => status !== 'read');

  test('a list that never ends', async () => {
    let page = 0;
    const answer = azure(small, {}, ({ url }, response) => {
      if (!/kv-a\.vault\.azure\.net\/secrets\?/.test(url)) return false;
      json(response, 200, {
        value: [],
        nextLink: `https://kv-a.vault.azure.net/secrets?api-version=2025-07-01&$skiptoken=${page++}`,
      });
      return true;
    });
    const { code, proxy } = await through(answer, SCAN);
    expect([1, 3]).toContain(code);
    expect(proxy.asked.length).toBeLessThan(200);
    expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'error' }));
  });

  test('a redirect to somewhere else', async () => {
    const answer = azure(small, {}, ({ url }, response) => {
      if (!isSecrets(url)) return false;
      response.writeHead(302, { location: 'https://kv-b.vault.azure.net/secrets/api' }).end();
      return true;
    });
    const { proxy } = await through(answer, SCAN);
    expect(proxy.asked.map(({ url }) => url)).not.toContain('https://kv-b.vault.azure.net/secrets/api');
    expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'error' }));
  });

  test('an answer that is larger than any answer', async () => {
    const answer = azure(small, {}, ({ url }, response) => {
      if (!isSecrets(url)) return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1 << 20, 32);
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
      return true;
    });
    await through(answer, SCAN);
    expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'error' }));
  });

  test('a proxy that lets nobody through to one vault', async () => {
    await beside(await InspectingProxy.start(azure(small)), async (proxy) => {
      proxy.refuses = /^kv-a\./;
      const env = { ...signedIn(tenantId), HTTPS_PROXY: proxy.address };
      const { code } = await inThisProcess([...SCAN, ...TRUSTING], env, folder);
      expect([1, 3]).toContain(code);
      expect(hole(await report())).toContainEqual(
        expect.objectContaining({ what: 'secrets', status: 'firewall', remedy: expect.stringContaining('proxy') }),
      );
    });
  });

  test('a proxy that hangs up when it is asked for one vault is not asked without end', async () => {
    await beside(await InspectingProxy.start(azure(small)), async (proxy) => {
      proxy.hangsUpOn = /^kv-a\./;
      const env = { ...signedIn(tenantId), HTTPS_PROXY: proxy.address };
      await inThisProcess([...SCAN, ...TRUSTING, '--timeout', '2s'], env, folder);
      expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'error' }));
      expect(proxy.hungUp).toBeLessThan(20);
    });
  });

  test('a proxy that says nothing when it is asked for one vault, and a time for the whole scan', async () => {
    await beside(await InspectingProxy.start(azure(small)), async (proxy) => {
      proxy.ignores = /^kv-a\./;
      const env = { ...signedIn(tenantId), HTTPS_PROXY: proxy.address };
      const { code } = await inThisProcess([...SCAN, ...TRUSTING, '--timeout', '2s'], env, folder);
      expect([1, 3]).toContain(code);
      expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'timeout' }));
    });
  });

  test('an answer that drips, and a time for the whole scan', async () => {
    const answer = azure(small, {}, ({ url }, response) => {
      if (!isSecrets(url)) return false;
      response.writeHead(200, { 'content-type': 'application/json' }).write(' ');
      return true;
    });
    const { code } = await through(answer, [...SCAN, '--timeout', '2s']);
    expect([1, 3]).toContain(code);
    expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'timeout' }));
  });

  test('a vault that refuses for longer than anybody waits', async () => {
    const answer = azure(small, {}, ({ url }, response) => {
      if (!url.includes('kv-a.vault')) return false;
      json(response, 429, { error: { code: 'Throttled', message: 'Too many.' } }, { 'retry-after': '3600' });
      return true;
    });
    const { code, stderr } = await through(answer, SCAN);
    expect([1, 3]).toContain(code);
    expect(hole(await report())).toContainEqual(expect.objectContaining({ what: 'secrets', status: 'throttled' }));
    expect(stderr).toContain('--resume');
  });

  test('a token that is taken back in the middle of the scan', async () => {
    let calls = 0;
    const answer = azure(small, {}, ({ url }, response) => {
      if (!url.includes('.vault.azure.net') || ++calls < 4) return false;
      json(
        response,
        401,
        { error: { code: 'Unauthorized', message: 'The token was revoked.' } },
        { 'www-authenticate': 'Bearer error="invalid_token"' },
      );
      return true;
    });
    const { code } = await through(answer, SCAN);
    expect([1, 3]).toContain(code);
    expect(hole(await report())).toContainEqual(
      expect.objectContaining({ status: 'forbidden', remedy: expect.stringContaining('Sign in again') }),
    );
  });

  test('a token that cannot be renewed in the middle of the scan', async () => {
    let isListed = false;
    const answer = azure(small, {}, ({ url }, response) => {
      isListed ||= url.includes('/vaults?');
      if (!isListed || !url.startsWith('https://login.')) return false;
      const body = { error: 'invalid_client', error_description: 'AADSTS7000222: The secret keys are expired.' };
      json(response, 401, body);
      return true;
    });
    await beside(await InspectingProxy.start(shortLived(answer)), async ({ address }) => {
      const env = { ...signedIn(tenantId), ...behind(address) };
      const { code, stdout, stderr } = await asProcess([...SCAN, '--snapshot', 's.ndjson'], env, folder);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      const [what, next, ...more] = stderr.trim().split('\n').slice(1);
      expect(what).toMatch(/secret has expired.*AADSTS7000222/);
      expect(next).toMatch(/AZURE_CLIENT_SECRET.*--resume/);
      expect(more).toEqual([]);
    });
    expect(await readdir(folder)).toContain('s.ndjson.spool');
  });

  test('what was lost to a network that was away is read again with --resume, and only that', async () => {
    let away = true;
    const answer = azure(small, {}, ({ url }, response) => {
      if (!away || !url.includes('kv-a.vault')) return false;
      json(response, 503, { error: { code: 'ServiceUnavailable', message: 'Away.' } }, { 'retry-after': '0' });
      return true;
    });
    const first = await through(answer, ['scan', '--as-of', now]);
    expect(first.stderr).toContain('--resume');
    expect((await report()).run.complete).toBe(false);
    away = false;
    const second = await through(answer, ['scan', '--as-of', now, '--resume']);
    expect((await report()).run.complete).toBe(true);
    expect(second.proxy.asked.filter(({ url }) => url.includes('kv-b.vault'))).toEqual([]);
    expect(await readdir(join(folder, 'vault-posture-report'))).toEqual(['report.html', 'report.json', 'report.sarif']);
  });

  test('a scan that was killed goes on where it stopped', async () => {
    const vaults = Array.from({ length: 12 }, (_, at) => [`kv-${10 + at}`, { secrets: { db: {} } }]);
    const many = azure(smallEstate(Object.fromEntries(vaults)));
    const whole = await through(many, [...SCAN, '--output', 'whole']);
    let stop = (): void => {};
    const killing: Answerer = (asked, response) =>
      asked.url.startsWith('https://kv-21.') ? stop() : many(asked, response);
    await beside(await InspectingProxy.start(killing), async ({ address }) => {
      const killed = await asProcess(SCAN, { ...signedIn(tenantId), ...behind(address) }, folder, (kill) => {
        stop = () => kill('SIGKILL');
      });
      expect(killed.code).toBe(null);
    });
    const resumed = await through(many, [...SCAN, '--resume']);
    expect(resumed.code).toBe(1);
    expect(resumed.proxy.asked.length).toBeLessThan(whole.proxy.asked.length / 2);
    expect(verdicts(await report())).toEqual(verdicts(await report('whole')));
  });
});
