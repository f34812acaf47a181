import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { page as render } from '../report/page.ts';
import { PAYLOADS } from '../report/payloads.ts';
import { poisoned } from '../report/poison.ts';
import { type Contents, reportOf } from '../report/sample-report.ts';
import { launch, MISSING, skipped } from './chromium.ts';
import { unpacked } from './opened.ts';

if (skipped) console.warn(`Browser tests skipped: ${MISSING}`);

let folder: string;
let browser: Browser;

beforeAll(async () => {
  if (skipped) return;
  folder = await mkdtemp(join(tmpdir(), 'vault-posture-'));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Of each element, in order, what it is and which attributes it has. */
const SHAPES = `(elements) => [...elements].map(({ localName, attributes }) => [localName, ...[...attributes].map(({ name }) => name)].join(' '))`;

/**
 * What the page holds as a browser reads it, without the choices of vaults: their number hangs on the names. How many
 * rows of the list stand in the page hangs on when it was measured; each kind of row is told once.
 */
const ELEMENTS = `(() => {
  const shapes = ${SHAPES};
  const page = shapes(document.querySelectorAll(':not(#rows *)')).filter((shape) => shape !== 'option value');
  const rows = new Set([...document.querySelectorAll('#rows > *')].map((row) => shapes(row.querySelectorAll('*')).join(', ')));
  return [...page, '', ...[...rows].sort()].join('\\n');
})()`;

/** One report of all: each text in two findings and in a rule of their own, the last one in the head. */
function together(texts: readonly string[]): Contents {
  const all = texts.map((text, at) => renamed(poisoned(text, true), `-${at}`));
  const last = all.at(-1) as Contents;
  return {
    ...last,
    head: { ...last.head, rules: all.flatMap(({ head }) => head.rules) },
    findings: all.flatMap(({ findings }) => findings),
  };
}

const renamed = (contents: Contents, suffix: string): Contents => ({
  ...contents,
  head: { ...contents.head, rules: contents.head.rules.map((rule) => ({ ...rule, id: rule.id + suffix })) },
  findings: contents.findings.map((finding) => ({
    ...finding,
    ruleId: finding.ruleId + suffix,
    fingerprint: finding.fingerprint + suffix,
  })),
});

test.skipIf(skipped)('nothing that an estate can hold runs, asks for anything or makes an element', async () => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('request', (request) => void (request.url().startsWith('file:') || heard.push(request.url())));
  page.on('console', (message) => void heard.push(message.text()));
  page.on('pageerror', (error) => void heard.push(error.message));
  page.on('dialog', (dialog) => {
    heard.push(dialog.message());
    return dialog.dismiss();
  });
  const elements = async (texts: readonly string[]): Promise<string> => {
    const file = join(folder, 'report.html');
    await writeFile(file, await render(reportOf(together(texts))));
    await page.goto(pathToFileURL(file).href);
    await unpacked(page);
    return page.evaluate<string>(ELEMENTS);
  };
  const payloads = Object.values(PAYLOADS).filter((payload) => payload !== '');
  expect(await elements(payloads)).toBe(await elements(payloads.map((_, at) => `x${at}`)));
  expect(heard).toEqual([]);
  await context.close();
});
