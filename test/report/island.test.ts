import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../reports/html/explorer/findings.js';
import { bytesIn } from '../../reports/html/explorer/unpacking.js';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { BLOCK } from '../../src/report/explorer/block.ts';
import { base64, Packing } from '../../src/report/explorer/packing.ts';
import { joinedScript, SCRIPTS } from '../../src/report/page-files.ts';
import { display } from '../../src/report/text.ts';
import { sourceView, valueText } from '../../src/report/views/finding.ts';
import { page, readAsset } from './page.ts';
import { FINDINGS, HOSTILE_NAME, largeReport, sampleReport, SOURCES } from './sample-report.ts';

const partOf = (html: string, id: string): string => {
  const [, part = '-'] = new RegExp(`id="${id}">([^<]*)<`).exec(html) ?? [];
  expect(part).toMatch(/^[\w+/]*=*$/);
  return part;
};

const islandIn = (html: string): string => gunzipSync(Buffer.from(partOf(html, 'island'), 'base64')).toString();

/** As the page's script reads them. */
async function read(report: Report): Promise<Findings> {
  const html = await page(report);
  return new Findings(islandIn(html), bytesIn(partOf(html, 'digits')));
}

const isListed = ({ verdict }: Finding): boolean => verdict === 'fail' || verdict === 'unknown';
const LISTED = FINDINGS.filter(isListed);

const everyOne = (findings: Findings): number[] => Array.from({ length: findings.size }, (_, at) => at);

const textsOf = ({ resource, message = '', detail = '', evidence = [] }: Finding) => ({
  name: display(resource.name),
  id: display(resource.id),
  message: display(message),
  detail: display(detail),
  evidence: evidence.map(({ field, value, source, unrecognised }) => ({
    field: display(field),
    value: display(valueText(value)) + (unrecognised ? ' (a value not known to this version)' : ''),
    answer: answerOf(source?.ref),
  })),
});

function answerOf(ref: number | undefined) {
  const source = SOURCES.find(({ id }) => id === ref);
  if (!source) return undefined;
  const { plane, request, at, status, requestId } = sourceView(source);
  return { plane, request: display(request), at, status, requestId: display(requestId ?? '') };
}

describe('what the page holds for its explorer', async () => {
  const findings = await read(sampleReport());

  test('is all that failed or is unanswered, and nothing that passed', () =>
    expect(everyOne(findings).map((at) => findings.fingerprint(at))).toEqual(
      LISTED.map(({ fingerprint }) => fingerprint),
    ));

  test('comes back as it was, with the answers that evidence stands on', () =>
    expect(everyOne(findings).map((at) => findings.texts(at))).toMatchObject(LISTED.map(textsOf)));

  test('comes back whole from several blocks', async () => {
    const report = largeReport(BLOCK + 100);
    const expected: Finding[] = [];
    for await (const finding of report.results()) if (isListed(finding)) expected.push(finding);
    const held = await read(report);
    expect(everyOne(held).map((at) => held.texts(at))).toMatchObject(expected.map(textsOf));
    expect(everyOne(held).map((at) => held.legend.rules[held.column('rule')[at] as number]?.id)).toEqual(
      expected.map(({ ruleId }) => ruleId),
    );
    const last = expected.length - 1;
    expect(held.withFingerprint((expected[last] as Finding).fingerprint)).toBe(last);
  });

  test('says of each its rule, verdict, severity and vault', () => {
    const { legend } = findings;
    const numbers = (at: number) =>
      (['rule', 'verdict', 'severity'] as const).map((column) => findings.column(column)[at] as number);
    const told = everyOne(findings).map((at) => {
      const [rule = -1, verdict = -1, severity = -1] = numbers(at);
      return [legend.rules[rule]?.id, legend.verdicts[verdict]?.key, legend.severities[severity]?.key];
    });
    expect(told).toEqual(LISTED.map(({ ruleId, verdict, severity }) => [ruleId, verdict, severity]));
    expect(legend.vaults.map(({ name }) => name)).toContain('kv-payments-prod');
  });

  test('finds one by its fingerprint or the beginning of it', () => {
    const { fingerprint } = LISTED.at(-1) as Finding;
    const last = LISTED.length - 1;
    expect(findings.withFingerprint(fingerprint)).toBe(last);
    expect(findings.withFingerprint(fingerprint.slice(0, 40))).toBe(-1);
    expect(everyOne(findings).filter((at) => findings.isCalled(at, fingerprint.slice(0, 9)))).toEqual([last]);
  });

  test('names controls that hang on the resource as the finding has them', () =>
    expect(findings.legend.controls).toContainEqual([['cis-azure-5.0', ['8.3.3']]]));

  test('names frameworks, and controls where their titles are known', () => {
    const { frameworks, titles } = findings.legend;
    expect(frameworks['cis-azure-5.0']).toBe('CIS Microsoft Azure Foundations Benchmark 5.0.0');
    expect(titles['cis-azure-5.0:8.3.3']).toBe('Secrets in vaults with Azure RBAC expire');
  });

  test('says each rule’s conditions once, not with every finding', async () => {
    const rule = findings.legend.rules.find(({ id }) => id === 'KV-ROT-001');
    expect(rule?.conditions).toEqual([
      ['Applies when', ['secret.enabled']],
      ['Can be answered when', ['has(secret.created)']],
      ['Requires', ['now - secret.created', '  <= days(params.maxAgeDays)']],
    ]);
    expect(islandIn(await page(sampleReport())).match(/has\(secret\.created\)/g)).toHaveLength(1);
  });

  test('shows what cannot be seen, and cuts what is too long', async () => {
    const [finding] = LISTED;
    const long = [{ ...finding, message: 'y'.repeat(3000) } as Finding];
    const island = islandIn(await page(sampleReport()));
    expect(island).toContain(JSON.stringify(HOSTILE_NAME).slice(1, 4));
    expect(island).toContain('⟦U+202E⟧gnp.exe⟦U+200B⟧');
    expect((await read(sampleReport({ findings: long }))).texts(0).message).toContain('… (2,500 more characters)');
  });

  test('is whatever a foreign report calls a fingerprint, a request or a resource', async () => {
    const [finding] = LISTED as [Finding];
    const odd = { ...finding, fingerprint: 'a,b\tc\n"d', resource: { ...finding.resource, id: '', name: 'n' } };
    const sources = SOURCES.map((source) => ({ ...source, requestId: 'no\nguid' }));
    const held = await read(sampleReport({ findings: [odd, finding], sources }));
    expect([held.fingerprint(0), held.fingerprint(1)]).toEqual(['a_b_c__d', finding.fingerprint]);
    expect([held.withFingerprint('a_b_c__d'), held.withFingerprint(finding.fingerprint)]).toEqual([0, 1]);
    expect(held.texts(0)).toMatchObject({ id: '', name: 'n' });
    const answer = expect.objectContaining({ requestId: 'no⟦U+000A⟧guid' });
    expect(held.texts(1).evidence).toContainEqual(expect.objectContaining({ answer }));
  });

  test('is chosen by a second reading where there is not room for all', async () => {
    const report = largeReport(300);
    const held = await read({ ...report, totals: { ...report.totals, fail: 1e6 } });
    const all = await read(report);
    expect(everyOne(held).map((at) => held.texts(at))).toEqual(everyOne(all).map((at) => all.texts(at)));
  });

  test('is the same for the same report', async () =>
    expect(await page(largeReport(300))).toBe(await page(largeReport(300))));
});

describe('packing', () => {
  const textOf = async (lines: readonly string[]): Promise<string> => {
    const packing = new Packing();
    for (const line of lines) await packing.add(line);
    return gunzipSync(Buffer.from([...base64(await packing.end())].join(''), 'base64')).toString();
  };

  test('gives back what was put in, whatever its length', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 90_000, unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
        async (lines) => {
          expect(await textOf(lines)).toBe(lines.map((line) => `${line}\n`).join(''));
        },
      ),
      { numRuns: 20 },
    ));

  test('waits where more is added than can be packed meanwhile', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => String(at).repeat(1 << 20));
    expect(await textOf(lines)).toBe(lines.map((line) => `${line}\n`).join(''));
  });

  test('tells no time', async () => {
    const packing = new Packing();
    await packing.add('a');
    expect((await packing.end())[0]?.subarray(4, 8)).toEqual(Buffer.alloc(4));
  });
});

describe('the page’s script', async () => {
  const modules = await Promise.all(SCRIPTS.map(readAsset));

  test('is one piece that imports nothing', () => expect(joinedScript(modules)).not.toMatch(/^(?:import|export)\b/m));

  test.each(SCRIPTS)('%s imports only what stands before it', async (path) => {
    const imports = [...(await readAsset(path)).matchAll(/^import [^;]*'\.\/([^']+)';$/gm)].map(([, name]) => name);
    const before = SCRIPTS.slice(0, SCRIPTS.indexOf(path)).map((other) => other.slice('html/explorer/'.length));
    expect(imports.filter((name) => !before.includes(name as string))).toEqual([]);
  });
});
