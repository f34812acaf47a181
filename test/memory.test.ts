import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../src/model/finding.ts';
import type { Source, Totals } from '../src/model/report.ts';

const VAULTS = 100;
const OBJECTS = 10_000;
/** Megabytes of heap: too few for the results, as the last test shows. Newer releases of Node make the young part large. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=4'];

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

let folder: string;
let report: string;
let evaluation: { code: number | null; stderr: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-posture-memory-'));
  report = join(folder, 'report.json');
  const snapshot = join(folder, 'snapshot.ndjson');
  await node([inProject('bench/estate.mjs'), snapshot, String(VAULTS), String(OBJECTS)]);
  const args = ['evaluate', snapshot, '--quiet', '--format', 'json,html,junit', '--output', folder];
  evaluation = await node([...HEAP, inProject('dist/cli.js'), ...args]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function node(args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stderr, code] = await Promise.all([text(child.stderr), ended]);
  return { code, stderr };
}

test('an estate whose results do not fit into memory is judged to its end, and nothing is complained of', () => {
  expect(evaluation).toEqual({ code: 1, stderr: '' });
});

test('its JSON report has every verdict that was counted, of every vault, and every request they refer to', async () => {
  const vaults = new Set<string>();
  const sources = new Set<number>();
  const astray: unknown[] = [];
  let [promised, results, last] = [0, 0, ''];
  for await (const line of createInterface({ input: createReadStream(report) })) {
    if (line.startsWith('"totals":')) promised = sum(JSON.parse(line.slice('"totals":'.length, -1)) as Totals);
    if (line.startsWith('{"id":') && line.includes('"plane":')) sources.add((item(line) as Source).id);
    if (line.startsWith('{"ruleId":')) {
      const { resource, evidence = [] } = item(line) as Finding;
      results++;
      if (!resource.kind.endsWith('.tenant')) vaults.add(resource.vault ?? resource.id);
      astray.push(...evidence.filter(({ source }) => source && !sources.has(source.ref)));
    }
    last = line;
  }
  expect({ results, vaults: vaults.size, astray, last }).toEqual({
    results: promised,
    vaults: VAULTS,
    astray: [],
    last: ']}',
  });
  expect(results).toBeGreaterThan(3 * OBJECTS);
});

const sum = (totals: Totals): number => Object.values(totals).reduce((all, number) => all + number, 0);
const item = (line: string): unknown => JSON.parse(line.replace(/,$/, ''));

test('its HTML report is written to its end', async () => {
  const page = await readFile(join(folder, 'report.html'), 'utf8');
  expect(page.trimEnd().endsWith('</html>')).toBe(true);
});

test('a process that holds all results at once dies of them', async () => {
  const holdAll = `
    const lines = require('node:readline').createInterface({ input: require('node:fs').createReadStream(process.argv[1]) });
    const held = [];
    lines.on('line', (line) => line.startsWith('{"ruleId":') && held.push([line, JSON.parse(line.replace(/,$/, ''))]));
    lines.on('close', () => process.exit(held.length > 0 ? 0 : 3));`;
  const { code, stderr } = await node([...HEAP, '-e', holdAll, report]);
  expect(stderr).toContain('heap out of memory');
  expect(code).not.toBe(0);
});
