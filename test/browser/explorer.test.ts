import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { FINDINGS, HOSTILE_NAME, largeReport, sampleReport } from '../report/sample-report.ts';
import { page as render } from '../report/page.ts';
import { launch, skipped } from './chromium.ts';
import { barriers, Opened, widthOf } from './opened.ts';

const LISTED = FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');

const PAYLOAD = '</script><img src=x onerror="document.title=`hurt`">';

/** Everything that a stranger may have written says more than one would like. */
const hostile = (): Finding[] =>
  LISTED.slice(0, 1).map((finding) => ({
    ...finding,
    fingerprint: `"><${PAYLOAD}`,
    message: PAYLOAD.repeat(4),
    resource: { ...finding.resource, id: `javascript:alert(1)${PAYLOAD}`, name: PAYLOAD },
    evidence: [{ field: PAYLOAD, value: { [PAYLOAD]: PAYLOAD }, source: { ref: 1 } }],
    controls: { [PAYLOAD]: [PAYLOAD] },
    params: { maxAgeDays: { value: PAYLOAD, from: PAYLOAD } },
  }));

let browser: Browser;
let small: Opened;
let large: Opened;

beforeAll(async () => {
  if (skipped) return;
  browser = await launch();
  small = await Opened.of(await render(sampleReport({ findings: [...FINDINGS, ...hostile()] })), browser);
  large = await Opened.of(await render(largeReport(3000)), browser);
});

afterAll(async () => {
  if (skipped) return;
  await small.close();
  await large.close();
  await browser.close();
});

const rows = (page: Page) => page.locator('article.row');
const lines = (page: Page) => page.locator('article.row > button');
const matches = (page: Page) => page.locator('#matches').textContent();
const choose = (page: Page, field: string, choice: string) =>
  page.getByRole('combobox', { name: field }).selectOption(choice);
/** The line that has the focus, as `place/of how many`. */
const focused = (page: Page) =>
  page.evaluate(
    '(({ ariaPosInSet, ariaSetSize }) => `${ariaPosInSet}/${ariaSetSize}`)(document.activeElement.closest("article") ?? {})',
  );

const SMALL = LISTED.length + 1;
const LARGE = 3000 + LISTED.length;
const [FIRST] = LISTED as [Finding];
/** Stands in the island, but not among the 2,000 that can be read without script. */
const lastOf = async () => {
  const findings: Finding[] = [];
  for await (const finding of largeReport(3000).results({ verdict: 'fail' })) findings.push(finding);
  return findings.at(-2) as Finding;
};

describe.skipIf(skipped)('all findings in a browser', () => {
  test('stand in one list, the worst first, of which only a window is in the page', async () =>
    large.visit({}, async (page) => {
      expect(await matches(page)).toBe('3,011 of 3,011 findings');
      expect(await lines(page).first().textContent()).toMatch(/^Critical KV-NET-001 vault kv-legacy/);
      expect(await rows(page).count()).toBeLessThan(60);
      expect(await rows(page).first().getAttribute('aria-setsize')).toBe(String(LARGE));
      expect(await page.locator('article.finding:visible').count()).toBe(0);
    }));

  test('any of them can be scrolled to', async () =>
    large.visit({}, async (page) => {
      await page.evaluate("document.getElementById('list').scrollTop = 1e9");
      await rows(page).last().waitFor();
      await expect.poll(() => rows(page).last().getAttribute('aria-posinset')).toBe(String(LARGE));
    }));

  test('one opens in place to what was expected, what was observed, and who told it', async () =>
    small.visit({ fragment: '#?rule=KV-KEY-003' }, async (page) => {
      await lines(page).click();
      const details = page.locator('.row .proof');
      expect(await lines(page).getAttribute('aria-expanded')).toBe('true');
      for (const told of [
        'Expected: RSA keys have at least 3072 bits',
        'Requires key.keySize >= params.minimumBits',
        'minimumBits = 3072 (override 1)',
        'GET https://kv-payments-prod.vault.azure.net/keys?api-version=7.5',
        'Data plane, 2026-03-31 06:00:06 UTC, status 200, request id 5f0c6e1a-8d0b-4d53-9f6e-0a6d1c2b7e46',
        'RSA-XL (a value not known to this version)',
      ])
        expect(await details.textContent()).toContain(told);
    }));

  test('details lead to the rule, to the vault, and to all that concerns a control', async () =>
    small.visit({ fragment: '#?rule=KV-REC-002' }, async (page) => {
      await lines(page).click();
      for (const link of await page.locator('.row a[href^="#"]:not([href^="#?"]):not(.code)').all())
        expect(await page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`).count()).toBe(1);
      expect(await page.locator('.row .proof').textContent()).toContain(
        'CIS Microsoft Azure Foundations Benchmark 5.0.0',
      );
      await page.locator('.row').getByRole('link', { name: '8.3.5 Purge protection is on' }).click();
      await page.waitForURL(/#\?control=cis-azure-5\.0%3A8\.3\.5$/);
      expect(await matches(page)).toBe(`1 of ${SMALL} findings`);
    }));

  test('one tells which file declares its vault, and is found by that file', async () =>
    small.visit({ fragment: '#?rule=KV-ROT-004&text=vault.bicep' }, async (page) => {
      await lines(page).click();
      expect(await page.locator('.row .proof').textContent()).toContain(
        'Declared ininfra/payments/vault.bicep, line 12 (tag vp-source)',
      );
    }));

  test('a fingerprint can be copied', async () =>
    small.visit({ fragment: '#?rule=KV-REC-002', permissions: ['clipboard-write'] }, async (page) => {
      await lines(page).click();
      await page.getByRole('button', { name: 'Copy the fingerprint' }).click();
      await page.getByText('Copied.').waitFor();
    }));

  test('a rule’s section leads to its findings in the list', async () =>
    small.visit({}, async (page) => {
      await page.locator('#rule-KV-ROT-001').getByRole('link', { name: 'Show 4 findings in the list' }).click();
      await page.waitForURL(/#\?rule=KV-ROT-001&verdict=fail$/);
      await expect.poll(() => matches(page)).toBe(`4 of ${SMALL} findings`);
    }));
});

describe.skipIf(skipped)('the filter', () => {
  test('leaves what fits, and counts it aloud', async () =>
    small.visit({}, async (page) => {
      for (const [field, choice, count] of [
        ['Severity', 'critical', 1],
        ['Verdict', 'unknown', 4],
        ['Rule', 'KV-ROT-004', 2],
        ['Vault', 'kv-legacy', 6],
        ['Subscription', '1b4e28ba-2fa1-41d2-883f-0016d3cca427', SMALL],
        ['Framework or control', 'cis-azure-5.0', 4],
        ['Framework or control', 'mcsb-v2:DP-6', 4],
      ] as const) {
        await choose(page, field, choice);
        expect(await matches(page), choice).toBe(`${count} of ${SMALL} findings`);
        expect(await rows(page).count()).toBe(count);
        await page.getByRole('button', { name: 'Clear' }).click();
        await page.waitForURL(/#explorer$/);
      }
    }));

  test('searches names, messages, evidence, reasons, fingerprints, and the names of rules and vaults', async () =>
    small.visit({}, async (page) => {
      for (const [words, count] of [
        ['PURGE kv-legacy', 1],
        ['rsa-xl', 1],
        ['firewall turned', 2],
        [FIRST.fingerprint.slice(0, 12), 1],
        ['"><img', 1],
      ] as const) {
        await page.getByRole('searchbox', { name: 'Text' }).fill(words);
        await expect.poll(() => matches(page), { message: words }).toBe(`${count} of ${SMALL} findings`);
      }
    }));

  test('an empty result says so and offers the way out', async () =>
    small.visit({ fragment: '#?severity=critical&verdict=unknown' }, async (page) => {
      expect(await page.getByText('No finding fits all of that.').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Clear the filter' }).click();
      await page.waitForURL(/#explorer$/);
      expect(await matches(page)).toBe(`${SMALL} of ${SMALL} findings`);
    }));

  test('a step back is a question back, and a text that is typed is one step', async () =>
    small.visit({}, async (page) => {
      await choose(page, 'Severity', 'high');
      await page.getByRole('searchbox').pressSequentially('smtp', { delay: 1 });
      await page.waitForURL(/#\?severity=high&text=smtp$/);
      await page.goBack();
      await expect.poll(() => matches(page)).toBe(`6 of ${SMALL} findings`);
      await page.goBack();
      await expect.poll(() => matches(page)).toBe(`${SMALL} of ${SMALL} findings`);
      await page.goForward();
      await expect.poll(() => matches(page)).toBe(`6 of ${SMALL} findings`);
    }));

  test('an address that was passed on asks the same', async () =>
    small.visit({ fragment: '#?verdict=unknown&severity=high&vault=kv-legacy' }, async (page) => {
      expect(await matches(page)).toBe(`2 of ${SMALL} findings`);
      expect(await page.getByRole('combobox', { name: 'Vault' }).inputValue()).toBe('kv-legacy');
    }));

  test('an address that means harm does none', async () =>
    small.visit({ fragment: '#?severity=__proto__&constructor=x' }, async (page) => {
      for (const fragment of [
        `#?vault=${encodeURIComponent(PAYLOAD)}`,
        '#?%E0%A4%A&text=%',
        '#finding-%00"><script>',
        `#?rule=${'x'.repeat(5000)}`,
        '#?#?severity=high',
      ]) {
        await page.evaluate((to) => void (Reflect.get(globalThis, 'location').hash = to), fragment);
        expect(await matches(page)).toMatch(/^\d+ of 12 findings/);
        expect(await page.locator('img').count()).toBe(0);
        expect(await page.title()).not.toBe('hurt');
      }
    }));

  test('what an address asks that is not here is told', async () =>
    small.visit({ fragment: '#?rule=KV-OLD-009' }, async (page) =>
      expect(await matches(page)).toContain('what the address asks of rule is not in this report'),
    ));
});

describe.skipIf(skipped)('a link to a finding', () => {
  test('opens it wherever it stands in the list', async () => {
    const { fingerprint, resource } = await lastOf();
    await large.visit({ fragment: `#finding-${fingerprint}` }, async (page) => {
      const details = page.locator('.row .proof');
      expect(await details.textContent()).toContain(fingerprint);
      expect(await details.isVisible()).toBe(true);
      expect(await page.locator(':focus').textContent()).toContain(resource.name);
    });
  });

  test('lifts a filter that hides it', async () =>
    small.visit({ fragment: '#?severity=critical' }, async (page) => {
      await page.evaluate(`location.hash = 'finding-${FIRST.fingerprint}'`);
      await page.locator('.row .proof').waitFor();
      expect(await matches(page)).toBe(`${SMALL} of ${SMALL} findings`);
    }));
});

describe.skipIf(skipped)('by keyboard alone', () => {
  test('the list is searched, walked, opened and closed', async () =>
    large.visit({}, async (page) => {
      const { keyboard } = page;
      await keyboard.press('/');
      await keyboard.type('kv-team');
      await page.waitForURL(/text=kv-team/);
      await keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('1/3000');
      await keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('2/3000');
      await keyboard.press('Enter');
      expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('true');
      await keyboard.press('Tab');
      expect(await page.locator('.proof :focus').count()).toBe(1);
      await keyboard.press('Escape');
      expect(await focused(page)).toBe('2/3000');
      expect(await page.locator('.row .proof').count()).toBe(0);
      await keyboard.press('End');
      expect(await focused(page)).toBe('3000/3000');
      await keyboard.press('PageUp');
      await keyboard.press('ArrowUp');
      await keyboard.press('Home');
      expect(await focused(page)).toBe('1/3000');
      await keyboard.press('PageDown');
      await keyboard.press('Shift+Tab');
      await keyboard.press('/');
      await keyboard.press('Escape');
      await page.waitForURL(/#explorer$/);
      expect(await matches(page)).toBe('3,011 of 3,011 findings');
    }));

  test('the row that has the focus is not lost when it is scrolled away', async () =>
    large.visit({}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.press('ArrowDown');
      await page.evaluate("document.getElementById('list').scrollTop = 60000");
      await expect.poll(() => rows(page).count()).toBeGreaterThan(10);
      expect(await focused(page)).toBe(`1/${LARGE}`);
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe(`2/${LARGE}`);
    }));

  test('two links at the top skip what comes before', async () =>
    small.visit({}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to all findings');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').getAttribute('name')).toBe('severity');
    }));
});

describe.skipIf(skipped)('colours', () => {
  const paper = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');

  test.each(['light', 'dark'] as const)('a system that is %s can be overruled, and asked again', async (colorScheme) =>
    small.visit({ colorScheme }, async (page) => {
      const asSystem = await paper(page);
      await page.getByRole('radio', { name: 'Dark' }).check();
      expect(await paper(page)).toBe('rgb(20, 23, 26)');
      await page.getByRole('radio', { name: 'Light' }).check();
      expect(await paper(page)).toBe('rgb(252, 252, 251)');
      await page.getByRole('radio', { name: 'As the system' }).check();
      expect(await paper(page)).toBe(asSystem);
    }),
  );

  test('paper stays white', async () =>
    small.visit({}, async (page) => {
      await page.getByRole('radio', { name: 'Dark' }).check();
      await page.emulateMedia({ media: 'print' });
      expect(await paper(page)).toBe('rgb(255, 255, 255)');
    }));
});

describe.skipIf(skipped)('where it cannot work', () => {
  test('without script there is no trace of it', async () =>
    small.visit({ javaScriptEnabled: false }, async (page) => {
      expect(
        await page.locator('#explorer, #theme, #explorer-trouble, .with-explorer').filter({ visible: true }).count(),
      ).toBe(0);
      expect(await page.locator('article.finding:visible').count()).toBe(SMALL);
    }));

  test('a browser that cannot unpack says so and shows what stands in the page', async () =>
    small.visit({ withoutUnpacking: true }, async (page) => {
      expect(await page.getByText('This browser could not unpack').isVisible()).toBe(true);
      expect(await page.locator('article.finding:visible').count()).toBe(SMALL);
      expect(await page.locator('#explorer').isVisible()).toBe(false);
    }));
});

describe.skipIf(skipped)('what a stranger wrote', () => {
  test('is text, in the line and in the details', async () =>
    small.visit({}, async (page) => {
      await page.getByRole('searchbox').fill('onerror');
      await page.waitForURL(/text=onerror/);
      for (const line of await lines(page).all()) await line.click();
      expect(await page.locator('.row .proof').last().textContent()).toContain(PAYLOAD);
      expect(await page.locator('img, .row script, [onerror]').count()).toBe(0);
      expect(await page.locator('.row a:not([href^="#"])').count()).toBe(0);
      expect(await page.title()).not.toBe('hurt');
    }));

  test('shows what cannot be seen', async () =>
    small.visit({}, async (page) => {
      const name = HOSTILE_NAME.replace('\u202E', '⟦U+202E⟧').replace('\u200B', '⟦U+200B⟧');
      expect(await page.locator('.row').getByText(name, { exact: true }).count()).toBe(1);
    }));
});

describe.skipIf(skipped)('no barrier that axe knows, and nothing to scroll sideways', () => {
  const STATES = {
    closed: '#explorer',
    open: `#finding-${FIRST.fingerprint}`,
    filtered: '#?severity=high&verdict=unknown',
    empty: '#?severity=critical&verdict=unknown',
  };
  /** Each width and each theme in each state; how wide the screen is changes no colour. */
  const screens = [
    { width: 1440, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
  ] as const;

  test.each(screens)('$width wide, $colorScheme: closed, open, filtered, empty', async ({ width, colorScheme }) =>
    small.visit({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
      for (const [state, fragment] of Object.entries(STATES)) {
        await page.evaluate((to) => void (Reflect.get(globalThis, 'location').hash = to), fragment);
        if (state === 'open') await page.locator('.row .proof').waitFor();
        expect(await barriers(page, '#explorer, .contents'), state).toEqual([]);
        expect(await widthOf(page), state).toBe(width);
      }
    }),
  );
});
