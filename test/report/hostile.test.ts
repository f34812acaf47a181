import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { csv } from '../../src/report/renderers/csv.ts';
import { htmlRenderer } from '../../src/report/renderers/html.ts';
import { json } from '../../src/report/renderers/json.ts';
import { junit } from '../../src/report/renderers/junit.ts';
import { markdown } from '../../src/report/renderers/markdown.ts';
import type { Report } from '../../src/model/report.ts';
import { preflight } from '../../src/report/sarif/preflight.ts';
import { readAsset } from './page.ts';
import { PAYLOADS } from './payloads.ts';
import { poisoned } from './poison.ts';
import { rendered } from './rendered.ts';
import { type Contents, reportOf } from './sample-report.ts';
import { sarifOf, schemaCheck } from './sarif-files.ts';
import { tableOf } from './table.ts';
import { xmlProblems } from './xml-check.ts';

const payloads = Object.entries(PAYLOADS);
const isLong = (payload: string): boolean => payload.length > 10_000;
const hostile = (payload: string) => poisoned(payload, isLong(payload));
const report = (payload: string) => reportOf(hostile(payload));
/** What becomes of the same report with a harmless text, for each payload. */
async function harmless<T>(shape: (report: Report) => Promise<T>): Promise<(payload: string) => T> {
  const [whole, short] = [await shape(reportOf(poisoned('x'))), await shape(reportOf(poisoned('x', true)))];
  return (payload) => (isLong(payload) ? short : whole);
}

test('there are as many kinds of harm as there ought to be', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(60);
  expect(new Set(payloads.map(([, payload]) => payload)).size).toBe(payloads.length);
});

/** What no reader should ever meet: controls, invisible characters, halves of pairs. */
const UNSEEN = /[\p{Cf}\p{Cs}\u2028\u2029]|[^\P{Cc}\r\n]/u;

/** What a megabyte in every field may make of a report of twenty findings; JSON alone keeps it all. */
const LARGEST = 6_000_000;

describe('in the page, it adds no element and no attribute', async () => {
  const html = htmlRenderer(readAsset);
  const bare = (text: string) => text.replace(/<(style|script)>[^]*?<\/\1>/g, '');
  const skeleton = (text: string) =>
    (bare(text).match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '=""')).join('\n');
  const usual = await harmless(async (report) => skeleton(await rendered(html, report)));

  test.each(payloads.filter(([, payload]) => payload !== ''))('%s', async (_, payload) => {
    const text = await rendered(html, report(payload));
    expect(skeleton(text)).toBe(usual(payload));
    expect(bare(text)).not.toMatch(UNSEEN);
    expect(text.length).toBeLessThan(LARGEST);
  });
});

describe('in JSON, it comes back as it was', () => {
  const same = async (contents: Contents) => {
    const expected = reportOf(contents);
    const text = await rendered(json, expected);
    const read = await readReport(async function* () {
      yield* text.replace(/\n$/, '').split('\n');
    });
    expect(read.run).toEqual(expected.run);
    expect(read.coverage).toEqual(expected.coverage);
    expect(read.rules).toEqual(expected.rules);
    expect(await all(read.results())).toEqual(contents.findings);
    expect(await all(read.sources())).toEqual(contents.sources);
  };

  test.each(payloads)('%s', (_, payload) => same(hostile(payload)));
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('in SARIF, it is what GitHub takes', async () => {
  const schemaErrors = await schemaCheck();

  test.each(payloads)('%s', async (_, payload) => {
    const { logs, texts } = await sarifOf(report(payload));
    expect(logs.flatMap(schemaErrors)).toEqual([]);
    expect(logs.flatMap((log) => preflight(log).filter(({ level }) => level === 'error'))).toEqual([]);
    expect(texts.join('')).not.toMatch(UNSEEN);
    expect(texts.join('').length).toBeLessThan(LARGEST);
  });
});

describe('in CSV, it stays in its cell', async () => {
  const shape = (table: readonly (readonly string[])[]) => table.map((row) => row.length);
  const usual = await harmless(async (report) => shape(tableOf((await rendered(csv, report)).slice(1))));

  test.each(payloads)('%s', async (_, payload) => {
    const text = await rendered(csv, report(payload));
    const table = tableOf(text.slice(1));
    expect(shape(table)).toEqual(usual(payload));
    for (const cell of table.flat()) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
    expect(text.slice(1)).not.toMatch(UNSEEN);
    expect(text.length).toBeLessThan(LARGEST);
  });
});

describe('in a test report, it is text', async () => {
  const skeleton = (text: string) =>
    (text.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '=""')).join('\n');
  const usual = await harmless(async (report) => skeleton(await rendered(junit, report)));

  test.each(payloads)('%s', async (_, payload) => {
    const text = await rendered(junit, report(payload));
    expect(skeleton(text)).toBe(usual(payload));
    expect(text).not.toMatch(UNSEEN);
    expect(text.length).toBeLessThan(LARGEST);
  });

  test('all of them together are XML of our form', async () => {
    const texts = await Promise.all(payloads.map(([, payload]) => rendered(junit, report(payload))));
    const whole = texts.map((text) => text.replace(/^<\?xml.*\n<testsuites.*\n|<\/testsuites>\n$/g, '')).join('');
    expect(await xmlProblems(`${texts[0]?.split('\n').slice(0, 2).join('\n')}\n${whole}</testsuites>\n`)).toEqual([]);
  });
});

describe('in a summary, it stays below what GitHub takes', () => {
  test.each(payloads)('%s', async (_, payload) => {
    const text = await rendered(markdown, report(payload));
    expect(text).not.toMatch(UNSEEN);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
  });
});
