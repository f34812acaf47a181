import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { FINDINGS, HEAD, LEGACY, PAYMENTS, RULES, SOURCES, reportOf, sampleReport } from '../report/sample-report.ts';
import { launch } from './chromium.ts';
import { MISSING, print, type Printed, skipped } from './paper.ts';

if (skipped) console.warn(`Tests on paper skipped: ${MISSING}`);

let browser: Browser;
beforeAll(async () => {
  if (!skipped) browser = await launch();
});
afterAll(async () => {
  if (!skipped) await browser.close();
});

/** Lines break at hyphens, too, and then it cannot be told whether there was one. */
const unbroken = (text: string): string => text.replace(/[ -]/g, '');

const LISTED = FINDINGS.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');

describe.skipIf(skipped)('the printed report', () => {
  let a4: Printed;
  beforeAll(async () => {
    a4 = await print(sampleReport(), 'A4', browser);
  });

  test('is A4 where that is in the printer, and Letter where that is', async () => {
    const letter = await print(sampleReport(), 'Letter', browser);
    expect([a4.size, letter.size]).toEqual(['595 x 842', '612 x 792']);
  });

  test('begins with a page of title, run record and contents', () => {
    const [first = ''] = a4.pages;
    expect(first.replace(/\s+/g, ' ')).toMatch(
      /Secret store posture report Tenant 72f988bf[^]*When, by whom, of what and with which rules[^]*Contents/,
    );
    expect(first).toContain('sha256');
    expect(first).toMatch(/\d+ problems found, and \d+ questions could not be answered\.\n/);
    expect(first).not.toContain('The three worst problems');
  });

  test('names run, tool and page on every page', () => {
    for (const [at, page] of a4.pages.entries()) {
      expect(page).toContain(`Page ${at + 1} of ${a4.pages.length}`);
      expect(page).toContain('vault-posture 0.1.0, judged as of 2026-03-31 06:00:00 UTC');
      if (at > 0) expect(page).toContain(`Run ${HEAD.run.id}`);
    }
  });

  test('shows the evidence of every finding, folded or not', () => {
    const { text } = a4;
    const fields = LISTED.flatMap(({ evidence }) => evidence ?? []).map(({ field }) => field);
    for (const field of new Set(fields))
      expect(text.split(` ${field} `).length - 1, field).toBeGreaterThanOrEqual(
        fields.filter((other) => other === field).length,
      );
    const refs = new Set(LISTED.flatMap(({ evidence }) => evidence ?? []).map(({ source }) => source?.ref));
    for (const { id, request } of SOURCES) if (refs.has(id)) expect(unbroken(text)).toContain(unbroken(request));
  });

  test('shows every way to put things right, and prints the addresses of references', () => {
    const { text } = a4;
    for (const way of [
      'az keyvault update',
      'resource vault',
      'purge_protection_enabled',
      'Open the vault, then Settings',
    ])
      expect(unbroken(text)).toContain(unbroken(way));
    expect(unbroken(text)).toContain(
      unbroken('https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview'),
    );
  });

  test('shows every control with its rules, and what passed on each vault', () => {
    const { text } = a4;
    expect(text).toContain('8.3.10 A managed HSM is used where one is required');
    expect(text).toContain('6 checks passed, 6 times in all KV-REC-002, KV-NET-001');
  });

  test('where nothing failed and nothing is open, these two sentences share a page', async () => {
    const passed = FINDINGS.filter(({ verdict }) => verdict === 'pass');
    const { pages } = await print(reportOf({ head: HEAD, findings: passed, sources: SOURCES }), 'A4', browser);
    expect(pages.filter((page) => /No rule failed\.[^]*got an answer\./.test(page))).toHaveLength(1);
  });

  test('has room to sign, and does not offer what only a screen has', () => {
    expect(a4.text).toMatch(/Sign-off Role Name Date Signature Prepared by Reviewed by Accepted by/);
    expect(a4.text).not.toMatch(/Open all|Skip to the result|rule by rule/);
  });
});

/** So many rules, each with failures on so many vaults: more than can be printed. */
function manyRules(rules: number, failures: number): Report {
  const [secret, vault] = [
    LISTED.find(({ resource }) => resource.vault === PAYMENTS),
    LISTED.find(({ resource }) => resource.id === LEGACY),
  ];
  const findings = Array.from({ length: failures }, (_, at) => copyOf((at % 2 ? vault : secret) as Finding, at, rules));
  return reportOf({ head: headWith(rules), findings, sources: SOURCES });
}

function headWith(rules: number): typeof HEAD {
  const copies = Array.from({ length: rules }, (_, at) => ({
    ...(at % 2 ? RULES[0] : RULES[2]),
    id: `KV-MAN-${String(at).padStart(3, '0')}`,
  }));
  return { ...HEAD, rules: copies as typeof RULES };
}

function copyOf(finding: Finding, at: number, rules: number): Finding {
  const number = String(at % 400).padStart(3, '0');
  const id = `${LEGACY}-${number}`;
  const resource = finding.resource.vault
    ? { ...finding.resource, name: `secret-${at}`, vault: id }
    : { ...finding.resource, id, name: `kv-legacy-${number}` };
  return { ...finding, ruleId: `KV-MAN-${String(at % rules).padStart(3, '0')}`, fingerprint: `f${at}`, resource };
}

describe.skipIf(skipped)('20,000 findings of 120 rules on paper', () => {
  let printed: Printed;
  beforeAll(async () => {
    printed = await print(manyRules(120, 20_000), 'Letter', browser);
  });

  test('are at most 200 pages', () => {
    expect(printed.pages.length).toBeGreaterThan(50);
    expect(printed.pages.length).toBeLessThanOrEqual(200);
  });

  test('every rule is there with a finding and its evidence, and says what is left out', () => {
    const { text } = printed;
    expect(text.match(/KV-MAN-\d{3} broken \d+ times/g)).toHaveLength(120);
    expect(
      text.match(
        /Of \d+, [1-9]\d* printed with evidence(?:, \d+ without)?(?:, \d+ not at all)?\. All are in report\.json\./g,
      ),
    ).toHaveLength(120);
  });

  test('no finding is cut in two', () => {
    const begun = (page: string) => page.split(/Field +Observed +Told by/).length - page.split('Fingerprint').length;
    expect(Math.max(...printed.pages.map(begun))).toBe(0);
  });

  test('the integrity section tells how to hold the rest against the page', () =>
    expect(printed.text).toMatch(/All 20,000 results of this run are in report\.json[^]*sha256[^]*sha256sum/));

  test('a table that goes on repeats its head', () => {
    const vaults = printed.pages.filter((page) => /^ *kv-legacy-\d{3} +Payments|^ *kv-legacy-\d{3} +1b4e/m.test(page));
    expect(vaults.length).toBeGreaterThan(3);
    for (const page of vaults) expect(page).toMatch(/Vault +Subscription +Score +Failed/);
  });
});

/** Far longer than Azure allows any: what holds here holds everywhere. */
function longNames(): Report {
  const long = (name: string) => `${name}-`.repeat(100).slice(0, 300);
  const grown = (finding: Finding): Finding => {
    const { resource } = finding;
    const vault = resource.vault && LEGACY + long(resource.vault.slice(LEGACY.length));
    const location = { file: long('infra'), tag: 'vp-source' };
    return { ...finding, location, resource: { ...resource, name: long(resource.name), ...(vault && { vault }) } };
  };
  const findings = Array.from({ length: 900 }, (_, at) => grown(copyOf(LISTED[at % 3] as Finding, at, 141)));
  return reportOf({ head: headWith(141), findings, sources: SOURCES });
}

test.skipIf(skipped)('names and paths of 300 letters take no more than 200 pages', async () => {
  const { pages } = await print(longNames(), 'Letter', browser);
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.length).toBeLessThanOrEqual(200);
});
