import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { packed } from '../../src/report/explorer/packing.ts';
import { joinedScript, SCRIPTS } from '../../src/report/page-files.ts';
import { page, readAsset } from './page.ts';
import { FINDINGS, HOSTILE_NAME, largeReport, sampleReport } from './sample-report.ts';

const islandOf = async (report: Report): Promise<string> => {
  const [, island = ''] = /id="island">([^<]*)</.exec(await page(report)) ?? [];
  expect(island).toMatch(/^[\w+/]+=*$/);
  return gunzipSync(Buffer.from(island, 'base64')).toString();
};

const LISTED = FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');

describe('what the page holds for its explorer', async () => {
  const lines = (await islandOf(sampleReport())).trimEnd().split('\n');
  const legend = JSON.parse(lines.at(-1) as string);

  test('is all that failed or is unanswered, and nothing that passed', () => {
    expect(legend.findings).toBe(LISTED.length);
    expect(lines.slice(0, LISTED.length).map((line) => line.split(',')[0])).toEqual(
      LISTED.map(({ fingerprint }) => Buffer.from(fingerprint, 'hex').toString('base64url')),
    );
  });

  test('is the answers that their evidence stands on', () =>
    expect(lines.slice(LISTED.length, -1).map((line) => JSON.parse(line)[0])).toEqual([2, 3, 5, 6]));

  test('is more than can be read without script', async () =>
    expect((await islandOf(largeReport(3000))).match(/^[\w-]{43},/gm)).toHaveLength(3011));

  test('names controls that hang on the resource as the finding has them', () =>
    expect(legend.controls).toContainEqual([['cis-azure-5.0', ['8.3.3']]]));

  test('shows what cannot be seen, and cuts what is too long', async () => {
    const [finding] = LISTED;
    const long = [{ ...finding, message: 'y'.repeat(3000) } as (typeof LISTED)[number]];
    expect(lines.join('\n')).toContain(JSON.stringify(HOSTILE_NAME).slice(1, 4));
    expect(lines.join('\n')).toContain('⟦U+202E⟧gnp.exe⟦U+200B⟧');
    expect(await islandOf(sampleReport({ findings: long }))).toContain('… (2,500 more characters)');
  });

  test('stays by line whatever a foreign report calls a fingerprint', async () => {
    const [finding] = LISTED;
    const odd = [{ ...finding, fingerprint: 'a,b\tc\n"d' } as (typeof LISTED)[number]];
    expect(await islandOf(sampleReport({ findings: odd }))).toMatch(/^\.a_b_c__d,1,/);
  });
});

describe('packing', () => {
  async function* each(lines: readonly string[]) {
    yield* lines;
  }

  const textOf = async (lines: AsyncIterable<string>): Promise<string> => {
    const pieces: string[] = [];
    for await (const piece of packed(lines)) pieces.push(piece);
    return gunzipSync(Buffer.from(pieces.join(''), 'base64')).toString();
  };

  test('gives back what was put in, whatever its length', async () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 90_000, unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
        async (lines) => {
          expect(await textOf(each(lines))).toBe(lines.map((line) => `${line}\n`).join(''));
        },
      ),
      { numRuns: 20 },
    ));

  test('tells no time', async () => {
    for await (const first of packed(each(['a']))) {
      expect(Buffer.from(first, 'base64').subarray(4, 8)).toEqual(Buffer.alloc(4));
      break;
    }
  });

  test('fails when the lines do', async () => {
    async function* broken() {
      yield 'a';
      throw new Error('the disk is gone');
    }
    await expect(textOf(broken())).rejects.toThrow('the disk is gone');
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
