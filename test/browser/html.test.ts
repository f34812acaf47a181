import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { FINDINGS, HOSTILE_NAME, sampleReport } from '../report/sample-report.ts';
import { page as render } from '../report/page.ts';
import { launch, MISSING, skipped } from './chromium.ts';

const LISTED = FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');

if (skipped) console.warn(`Browser tests skipped: ${MISSING}`);

let folder: string;
let address: string;
let browser: Browser;

beforeAll(async () => {
  if (skipped) return;
  folder = await mkdtemp(join(tmpdir(), 'vault-posture-'));
  const file = join(folder, 'report.html');
  await writeFile(file, await render(sampleReport({ findings: [...FINDINGS, ...unbreakable()] })));
  address = pathToFileURL(file).href;
  browser = await launch();
});

afterAll(async () => {
  if (skipped) return;
  await browser.close();
  await rm(folder, { recursive: true });
});

/** A name without a place to break it. */
const unbreakable = () =>
  LISTED.slice(0, 1).map((finding) => ({
    ...finding,
    fingerprint: 'unbreakable',
    message: 'W'.repeat(2000),
    resource: { ...finding.resource, name: 'W'.repeat(400) },
  }));

/** Opens the report offline; fails on any complaint in the console and any request but the page itself. */
async function withReport<T>(
  options: BrowserContextOptions,
  read: (page: Page) => Promise<T>,
  fragment = '',
): Promise<T> {
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce', ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) complaints.push(request.url());
    });
    await page.goto(address + fragment);
    const result = await read(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));

const shown = (page: Page) => page.locator('article.finding:visible').count();

const background = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');

describe.skipIf(skipped)('the report in a browser', () => {
  const screens = [1440, 768, 360].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  test.each(screens)('fits $width wide, $colorScheme, with everything open', async ({ width, colorScheme }) =>
    withReport({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }),
  );

  test.each(screens.filter(({ width }) => width !== 768))(
    'has no barrier that axe knows, $width wide, $colorScheme',
    async ({ width, colorScheme }) =>
      withReport({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, async (page) => {
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') });
        await openAll(page);
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      }),
  );

  test('dark is dark and light is light', async () => {
    expect(await withReport({ colorScheme: 'light' }, background)).toBe('rgb(252, 252, 251)');
    expect(await withReport({ colorScheme: 'dark' }, background)).toBe('rgb(20, 23, 26)');
  });

  test('reads in full without script, and offers no filter that would not work', async () =>
    withReport({ javaScriptEnabled: false }, async (page) => {
      expect(await shown(page)).toBe(LISTED.length + 1);
      expect(await page.locator('#filter').isVisible()).toBe(false);
      await page.locator('article.finding summary').first().click();
      expect(await page.locator('article.finding').first().locator('.evidence').isVisible()).toBe(true);
    }));

  test('a hostile name is text', async () =>
    withReport({}, async (page) => {
      expect(await page.locator('img').count()).toBe(0);
      const name = HOSTILE_NAME.replace('\u202E', '⟦U+202E⟧').replace('\u200B', '⟦U+200B⟧');
      expect(await page.getByText(name, { exact: true }).first().isVisible()).toBe(true);
    }));

  test('the policy stops a script that got in', async () => {
    const hurt = join(folder, 'hurt.html');
    const html = await readFile(new URL(address), 'utf8');
    await writeFile(hurt, html.replace('</main>', '<script>document.title = "hurt"</script></main>'));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(hurt).href);
    expect(await page.title()).not.toBe('hurt');
    await context.close();
  });
});

describe.skipIf(skipped)('the filter', () => {
  test('leaves what was asked for, counts it and remembers it in the address', async () =>
    withReport({}, async (page) => {
      await page.getByRole('combobox', { name: 'Severity' }).selectOption('critical');
      await page.waitForURL(/#\?severity=critical$/);
      expect(await shown(page)).toBe(1);
      expect(await page.locator('#matches').textContent()).toBe(`1 of ${LISTED.length + 1} listed here`);
    }));

  test('finds words anywhere in a finding', async () =>
    withReport({}, async (page) => {
      await page.getByRole('searchbox', { name: 'Text' }).fill('PURGE kv-legacy');
      await page.waitForURL(/#\?text=/);
      expect(await shown(page)).toBe(1);
    }));

  test('can be asked for in the address', async () =>
    withReport(
      {},
      async (page) => expect(await shown(page)).toBe(2),
      '#?verdict=unknown&severity=high&vault=kv-legacy',
    ));

  test('is cleared by its button', async () =>
    withReport(
      {},
      async (page) => {
        await page.getByRole('button', { name: 'Clear' }).click();
        await page.waitForURL(/#findings$/);
        expect(await shown(page)).toBe(LISTED.length + 1);
      },
      '#?severity=low',
    ));

  test('gives way to a link to a finding that it hides', async () =>
    withReport(
      {},
      async (page) => {
        const { fingerprint } = LISTED[0] as Finding;
        await page.evaluate(`location.hash = 'finding-${fingerprint}'`);
        const finding = page.locator(`#finding-${fingerprint}`);
        await finding.locator('.evidence').waitFor({ state: 'visible' });
        expect(await shown(page)).toBe(LISTED.length + 1);
      },
      '#?severity=critical',
    ));
});

describe.skipIf(skipped)('on paper', () => {
  test('folded evidence and filtered findings are printed', async () =>
    withReport(
      {},
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        const proofs = await page.locator('.proof').evaluateAll((all) => all.map((proof) => proof.clientHeight));
        expect(proofs).toHaveLength(LISTED.length + 1);
        expect(Math.min(...proofs)).toBeGreaterThan(0);
        expect(await page.locator('#filter').isVisible()).toBe(false);
      },
      '#?severity=critical',
    ));

  test('it becomes a document of A4 pages', async () =>
    withReport({}, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
    }));
});
