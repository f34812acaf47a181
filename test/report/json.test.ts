import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { readReport } from '../../src/report/read.ts';
import { json } from '../../src/report/renderers/json.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { vaultPosture } from '../cli/command-line.ts';
import { folderWith } from '../folder.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINDINGS, CURES, HEAD, largeReport, sampleReport, SOURCES } from './sample-report.ts';

async function rendered(report: Report): Promise<string> {
  const pieces: string[] = [];
  await json.render(report, { write: async (piece) => void pieces.push(piece) });
  return pieces.join('');
}

const linesOf = (text: string) =>
  async function* () {
    yield* text.replace(/\n$/, '').split('\n');
  };

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};

let demo: string;
beforeAll(async () => {
  const cwd = folderWith();
  await vaultPosture(['demo', '--format', 'json', '--output', '.'], { cwd });
  demo = readFileSync(join(cwd, 'report.json'), 'utf8');
});

/** The schema as it is, but nothing may stand there that it does not tell of. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]));
  return 'properties' in parts && 'required' in parts ? { additionalProperties: false, ...parts } : parts;
};

const ajv = addFormats.default(new Ajv({ allErrors: true, allowUnionTypes: true }));
const validate = ajv.compile(reportSchema);
const validateAll = ajv.compile(closed(reportSchema) as object);

describe('the JSON report is what its schema tells', () => {
  test('of the demo', () => {
    validateAll(JSON.parse(demo));
    expect(validateAll.errors).toBeNull();
  });

  test('of a report with everything in it', async () => {
    validateAll(JSON.parse(await rendered(sampleReport())));
    expect(validateAll.errors).toBeNull();
  });

  test.each([
    ['a verdict that does not exist', (text: string) => text.replace('"verdict":"fail"', '"verdict":"failed"')],
    ['a result without a fingerprint', (text: string) => text.replace('"fingerprint":', '"finger":')],
    ['a total below nothing', (text: string) => text.replace(/"fail":\d+/, '"fail":-1')],
    ['a time that is none', (text: string) => text.replace(/"evaluatedAt":"[^"]*"/, '"evaluatedAt":"today"')],
    ['another version', (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":2')],
  ])('and not %s', (_, change) => expect(validate(JSON.parse(change(demo)))).toBe(false));

  test('and may grow: what a later release adds is no mistake', () =>
    expect(validate({ ...(JSON.parse(demo) as object), later: true })).toBe(true));

  test('every part of it is described', () => {
    const undescribed: string[] = [];
    const walk = (schema: object, path: string): void => {
      for (const [name, part] of Object.entries((schema as { properties?: object }).properties ?? {})) {
        if (typeof part.description !== 'string') undescribed.push(`${path}.${name}`);
        walk(part, `${path}.${name}`);
        if (part.items) walk(part.items, `${path}.${name}[]`);
      }
    };
    walk(reportSchema, '');
    expect(undescribed).toEqual([]);
  });
});

describe('the JSON report can be read by line', () => {
  test('every result, rule, source and coverage entry has a line of its own', async () => {
    const whole = JSON.parse(demo) as {
      run: { sources: unknown[] };
      coverage: unknown[];
      rules: unknown[];
      results: unknown[];
    };
    const items = [whole.run.sources, whole.coverage, whole.rules, whole.results];
    const single = demo.split('\n').flatMap((line) => {
      const text = line.replace(/,$/, '');
      return /^\{.*\}$/.test(text) ? [JSON.parse(text) as unknown] : [];
    });
    expect(single).toEqual(items.flat());
  });

  test.each([
    ['the sample', sampleReport()],
    ['a report of nothing', sampleReport({ head: { ...HEAD, coverage: [], rules: [] }, findings: [], sources: [] })],
    ['one that knows what cures give', sampleReport({ head: { ...HEAD, cures: CURES } })],
    ['a larger one', largeReport(300)],
  ])('%s comes back as it was', async (_, report) => {
    const text = await rendered(report);
    expect(await rendered(await readReport(linesOf(text)))).toBe(text);
    const whole = JSON.stringify(JSON.parse(text), null, 2);
    expect(await rendered(await readReport(linesOf(whole)))).toBe(text);
  });

  test('results can be asked for by verdict, as often as one likes', async () => {
    const report = await readReport(linesOf(await rendered(sampleReport())));
    const failed = FINDINGS.filter(({ verdict }) => verdict === 'fail');
    expect(await all(report.results({ verdict: 'fail' }))).toEqual(failed);
    expect(await all(report.results({ verdict: 'fail' }))).toEqual(failed);
    expect(await all(report.sources())).toEqual(SOURCES);
  });

  test.each([
    ['in the middle of a result', (text: string) => text.slice(0, -40)],
    ['behind a result', (text: string) => text.slice(0, text.lastIndexOf('\n]}'))],
  ])('one that was cut off %s is told from a whole one when results are read', async (_, cut) => {
    const report = await readReport(linesOf(cut(await rendered(sampleReport()))));
    await expect(all(report.results())).rejects.toThrow('it is not JSON, or was cut off');
  });

  test.each([
    ['verdict', '"verdict":"fail"', '"verdict":"fine"'],
    ['severity', '"severity":"high","resource"', '"severity":"grave","resource"'],
    ['ruleId', '"ruleId":"', '"rule":"'],
    ['fingerprint', '"fingerprint":"', '"print":"'],
    ['evidence', '"evidence":[', '"evidence":[7,'],
    ['location', '"file":"infra', '"folder":"infra'],
    ['message', '"message":"The secret never expires."', '"message":7'],
    ['params', '"params":{"minimumBits":{"value":3072', '"params":{"minimumBits":{"value":null'],
    ['controls', '"controls":{"cis-azure-5.0":["8.3.3"]}', '"controls":{"cis-azure-5.0":"8.3.3"}'],
    ['resource', '"resource":{"kind":"azure.key"', '"resource":{"kind":null'],
  ])('one whose results were given another %s is refused when they are read', async (member, from, to) => {
    const text = await rendered(sampleReport());
    for (const layout of [text.replaceAll(from, to), JSON.stringify(JSON.parse(text.replaceAll(from, to)))])
      await expect(readReport(linesOf(layout)).then((report) => all(report.results()))).rejects.toThrow(
        `a result has no proper ${member}`,
      );
  });

  test('one that was cut off before its results is none', async () => {
    const text = await rendered(sampleReport());
    const read = readReport(linesOf(text.slice(0, text.indexOf('"results":'))));
    await expect(read).rejects.toThrow('it is not JSON, or was cut off');
  });

  test('results come with their lines', async () => {
    const report = await readReport(linesOf(await rendered(largeReport(300))));
    const lines = (await all(report.results().lines())).map(({ finding, line }) => [line, JSON.stringify(finding)]);
    expect(lines.map(([line]) => line)).toEqual(lines.map(([, written]) => written));
    const unknown = (await all(report.results({ verdict: 'unknown' }).lines())).map(({ finding }) => finding);
    expect(unknown).toEqual(await all(report.results({ verdict: 'unknown' })));
  });
});

describe('names that were meant to break it', () => {
  const HOSTILE = [
    '"],"results":[',
    '],\n"results":[',
    '\u2028\u2029\u0000\uD800',
    '</script><img src=x onerror=alert(1)>',
    '{"schemaVersion":1,',
    "=cmd|' /C calc'!A0",
    '__proto__',
  ];

  test.each(HOSTILE)('%j stays a name', async (name) => {
    const [finding] = FINDINGS;
    if (!finding) throw new Error('the sample is empty');
    const findings = [{ ...finding, message: name, resource: { ...finding.resource, name } }];
    const head = { ...HEAD, run: { ...HEAD.run, estate: name } };
    const text = await rendered(sampleReport({ head, findings }));
    const report = await readReport(linesOf(text));
    expect(report.run.estate).toBe(name);
    expect(await all(report.results())).toEqual(findings);
    expect(await rendered(report)).toBe(text);
  });
});
