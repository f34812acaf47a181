import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FINDINGS, HOSTILE_NAME, sampleReport } from '../report/sample-report.ts';
import { page as render } from '../report/page.ts';
import { launch, MISSING, skipped } from './chromium.ts';
import { barriers, Opened, type Visit, widthOf } from './opened.ts';

const LISTED = FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');

if (skipped) console.warn(`Browser tests skipped: ${MISSING}`);

let browser: Browser;
let report: Opened;

beforeAll(async () => {
  if (skipped) return;
  browser = await launch();
  report = await Opened.of(await render(sampleReport({ findings: [...FINDINGS, ...unbreakable()] })), browser);
});

afterAll(async () => {
  if (skipped) return;
  await report.close();
  await browser.close();
});

/** A name without a place to break it. */
const unbreakable = () =>
  LISTED.slice(0, 1).map((finding) => ({
    ...finding,
    fingerprint: 'unbreakable',
    message: 'W'.repeat(2000),
    resource: { ...finding.resource, name: 'W'.repeat(400) },
  }));

/** As browsers that cannot unpack the list of all findings show it. */
const withReport = <T>(visit: Visit, read: (page: Page) => Promise<T>): Promise<T> =>
  report.visit({ withoutUnpacking: true, ...visit }, read);

/** All in which something is written, drawn or framed. */
const COLOURS = `[...new Set([...document.querySelectorAll('*')].map(getComputedStyle).map(
  ({ color, backgroundColor, borderBottomColor, fill, stroke }) => [color, backgroundColor, borderBottomColor, fill, stroke].join(' '),
))].sort()`;

/** What a printer without colours leaves of the parts of a bar. */
const PARTS = `['fail', 'pass', 'unknown', 'read', 'missing'].map((name) => {
  const part = document.querySelector('.bar rect');
  part.setAttribute('class', name);
  const { fill, height } = getComputedStyle(part);
  const darkest = Math.min(...fill.match(/\\d+/g));
  return (darkest < 128 ? 'dark' : 'hollow') + (parseFloat(height) < 6 ? ', low' : '');
})`;

const openAll = (page: Page) =>
  page.locator('details').evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));

const shown = (page: Page) => page.locator('article.finding:visible').count();

const background = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');

/** Which sentences that tell the result are seen without scrolling, by their class. */
const IN_SIGHT = `[...document.querySelectorAll('.headline, .in-short')].filter((sentence) => {
  const { height, bottom } = sentence.getBoundingClientRect();
  return height > 0 && bottom <= innerHeight;
}).map(({ className }) => className)`;

describe.skipIf(skipped)('the report in a browser', () => {
  const screens = [1440, 768, 360].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  test.each(screens)('fits $width wide, $colorScheme, with everything open', async ({ width, colorScheme }) =>
    withReport({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
      await openAll(page);
      expect(await widthOf(page)).toBe(width);
    }),
  );

  /** Each width and each theme; how wide the screen is changes no colour. */
  test.each([
    { width: 1440, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
  ] as const)('has no barrier that axe knows, $width wide, $colorScheme', async ({ width, colorScheme }) =>
    withReport({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, async (page) => {
      await openAll(page);
      expect(await barriers(page)).toEqual([]);
    }),
  );

  test('dark is dark and light is light', async () => {
    expect(await withReport({ colorScheme: 'light' }, background)).toBe('rgb(252, 252, 251)');
    expect(await withReport({ colorScheme: 'dark' }, background)).toBe('rgb(20, 23, 26)');
  });

  test('reads in full without script, and offers no filter that would not work', async () =>
    withReport({ javaScriptEnabled: false }, async (page) => {
      expect(await shown(page)).toBe(LISTED.length + 1);
      expect(await page.locator('#explorer').isVisible()).toBe(false);
      await page.locator('article.finding summary').first().click();
      expect(await page.locator('article.finding').first().locator('.evidence').isVisible()).toBe(true);
    }));

  test('answers the five questions as text, without script and with nothing opened', async () =>
    withReport({ javaScriptEnabled: false }, async (page) => {
      for (const [heading, answer] of [
        ['When, by whom, of what and with which rules', /judged as of[^]*Service principal[^]*sha256/],
        ['What was scanned', /\d secrets[^]*Payments production/],
        [
          'What could not be scanned, and what would cure it',
          /Let the scanner’s address through the vault’s firewall[^]*A firewall turned the scan away/,
        ],
        ['The three worst problems, and where', /Every network may reach the vault[^]*vault kv-legacy/],
        ['Each framework’s state, with its evidence', /4 of 7 controls listed here failed[^]*7 controls, rule by rule/],
      ] as const)
        expect(await page.getByRole('region', { name: heading, exact: true }).innerText()).toMatch(answer);
    }));

  test('tells the result on the first screen, however small', async () => {
    const seen = (page: Page) => page.evaluate(IN_SIGHT);
    expect(await withReport({ viewport: { width: 1440, height: 900 } }, seen)).toEqual(['headline']);
    expect(await withReport({ viewport: { width: 720, height: 450 } }, seen)).toEqual(['in-short']);
    expect(await withReport({ viewport: { width: 360, height: 640 } }, seen)).toEqual(['in-short']);
  });

  test('a hostile name is text', async () =>
    withReport({}, async (page) => {
      expect(await page.locator('img').count()).toBe(0);
      const name = HOSTILE_NAME.replace('\u202E', '⟦U+202E⟧').replace('\u200B', '⟦U+200B⟧');
      expect(await page.getByText(name, { exact: true }).first().isVisible()).toBe(true);
    }));

  test('the policy stops a script that got in', async () => {
    const html = await readFile(new URL(report.address), 'utf8');
    const hurt = await Opened.of(html.replace('</main>', '<script>document.title = "hurt"</script></main>'), browser);
    let title = '';
    await expect(hurt.visit({}, async (page) => void (title = await page.title()))).rejects.toThrow();
    await hurt.close();
    expect(title).not.toMatch(/^(hurt)?$/);
  });
});

describe.skipIf(skipped)('on paper', () => {
  test('a dark screen leaves no trace', async () => {
    const colours = (colorScheme: 'light' | 'dark') =>
      report.visit({ colorScheme }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        return page.evaluate(COLOURS);
      });
    expect(await colours('dark')).toEqual(await colours('light'));
  });

  test('without colours, what is not known is told from what is, and what passed from what failed', async () =>
    report.visit({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(PARTS)).toEqual(['dark', 'dark, low', 'hollow', 'dark', 'hollow']);
    }));

  test('folded evidence is printed, and all that is on the page whatever was filtered', async () =>
    report.visit({ fragment: '#?severity=critical' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const proofs = await page.locator('.finding .proof').evaluateAll((all) => all.map((proof) => proof.clientHeight));
      expect(proofs).toHaveLength(LISTED.length + 1);
      expect(Math.min(...proofs)).toBeGreaterThan(0);
      expect(await page.locator('#explorer').isVisible()).toBe(false);
    }));
});
