/** No output holds a secret's value, even where a service tells one that nobody asked for. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY } from '../../src/estate/data-plane.ts';
import type { FaultKind } from '../../src/estate/faults.ts';
import type { Simulator } from '../../src/estate/simulator.ts';
import { main } from '../../src/main.ts';
import { estate } from '../estate/havelmark.ts';
import { collected, scan } from './scan.ts';

describe('the demo', () => {
  let folder: string;
  let printed = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vault-posture-test-'));
    const stream = { write: (text: string) => (printed += text) };
    const terminal = {
      stdout: stream,
      stderr: stream,
      env: {},
      cwd: process.cwd(),
      signal: new AbortController().signal,
    };
    const snapshot = join(folder, 'snapshot.ndjson');
    const reports = join(folder, 'reports');
    const flags = ['--estate', 'fixtures/estate/havelmark', '--snapshot', snapshot, '--evidence', 'all', '--verbose'];
    expect(await main(['scan', ...flags, '--format', 'html,json', '--output', reports], terminal)).toBe(1);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('reads lists in which a value is planted', async () => {
    const planted = estate.vaults
      .flatMap((vault) => estate.contents(vault).secrets)
      .filter(({ item }) => item.value?.includes(CANARY));
    expect(planted.length).toBeGreaterThan(0);
  });

  test('writes a snapshot and reports, and prints, without it', async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name).toSorted()).toEqual(['report.html', 'report.json', 'snapshot.ndjson']);
    for (const { parentPath, name } of files) {
      const text = await readFile(join(parentPath, name), 'utf8');
      expect(text.length, name).toBeGreaterThan(10_000);
      expect(text.includes(CANARY), name).toBe(false);
    }
    expect(printed.length).toBeGreaterThan(100);
    expect(printed).not.toContain(CANARY);
  });

  test('only ever gets, but for log queries, and never what tells a value', async () => {
    const { requests } = await collected(estate);
    const others = requests.filter(({ method }) => method !== 'GET');
    expect(new Set(others.map(({ method, url }) => `${method} ${new URL(url).host}`))).toEqual(
      new Set(['POST api.loganalytics.azure.com']),
    );
    const paths = requests.map(({ url }) => new URL(url).pathname);
    expect(paths.filter((path) => /secrets\/[^/]+(?:\/(?!versions$)|$)|\/backup$/i.test(path))).toEqual([]);
  });
});

const LEAKING = { vaults: ['kv-fleet-prod-weu'] };

/** A service that puts the value into whatever it says. */
const leaking =
  (status: number, body: (text: string) => unknown) =>
  (simulator: Simulator): HttpClient => ({
    async sendRequest(request) {
      const response = await simulator.sendRequest(request);
      if (!request.url.includes('kv-fleet-prod-weu') || request.url.includes('/vaults?')) return response;
      return { ...response, status, bodyAsText: JSON.stringify(body(response.bodyAsText ?? '')) };
    },
  });

const everywhere = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(everywhere);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, item]) => [name, name === 'tags' ? item : everywhere(item)]);
  return { value: CANARY, secret: { value: CANARY }, ...Object.fromEntries(members) };
};

describe('a service that tells more than it was asked', () => {
  test.each<[string, number, (text: string) => unknown]>([
    ['in every object of every list', 200, (text) => everywhere(JSON.parse(text))],
    [
      'in the text of a refusal',
      403,
      () => ({ error: { code: 'Forbidden', message: CANARY, innererror: { code: 'AccessDenied', message: CANARY } } }),
    ],
    [
      'in the code of a refusal',
      403,
      () => ({ error: { code: `${CANARY} is it`, message: 'no', innererror: { code: `it is ${CANARY}` } } }),
    ],
    ['instead of a list', 200, () => ({ value: CANARY })],
    ['instead of an answer', 200, () => CANARY],
    [
      'in the address of the next page',
      200,
      (text) => ({
        ...(JSON.parse(text) as object),
        nextLink: `https://kv-fleet-prod-weu.vault.azure.net/${CANARY}?${CANARY}`,
      }),
    ],
  ])('%s', async (_, status, body) => {
    const scanned = await scan(estate, { scope: LEAKING, wire: leaking(status, body) });
    for (const told of [scanned.records, scanned.findings, scanned.coverage])
      expect(JSON.stringify(told)).not.toContain(CANARY);
  });

  test.each<FaultKind>(['truncated', 'html', 'reset', 'silence', 500])(
    'or that breaks while it tells: %s',
    async (answer) => {
      const scanned = await scan(estate, {
        scope: LEAKING,
        faults: [{ matches: ({ url }) => url.includes('kv-fleet-prod-weu'), answer }],
      });
      expect(JSON.stringify([scanned.records, scanned.findings, scanned.coverage])).not.toContain(CANARY);
    },
  );
});
