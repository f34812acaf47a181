import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Coverage } from '../../src/model/snapshot.ts';
import { htmlRenderer } from '../../src/report/renderers/html.ts';
import { page, readAsset } from './page.ts';
import {
  type Contents,
  COVERAGE,
  CURES,
  FINDINGS,
  HEAD,
  largeReport,
  RULES,
  SOURCES,
  sampleReport,
} from './sample-report.ts';

const html = await page(sampleReport());

const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start) + start.length;
  return text.slice(from, text.indexOf(end, from));
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9A-F]+)|(amp|lt|gt|quot));/gi, (_, hex: string, name: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? ''),
  );

/** The page without the project's own style and script. */
const markup = (text: string): string => text.replace(/<(style|script)>[^]*?<\/\1>/g, '');

/** Elements and the names of their attributes: what outside text must never change. */
const skeleton = (text: string): string =>
  (markup(text).match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '=""')).join('\n');

const inOrder = (text: string, parts: readonly string[]): boolean =>
  parts.every((part, at) => text.indexOf(part) > (at ? text.indexOf(parts[at - 1] as string) : -1));

describe('what an auditor reads', () => {
  test('coverage comes before findings, and the unanswered have their own place', () =>
    expect(
      inOrder(html, [
        '<h1>',
        'id="result"',
        'id="coverage"',
        'id="findings"',
        'id="unknown"',
        'id="vaults"',
        'id="method"',
      ]),
    ).toBe(true));

  test.each([
    ['the tenant', '72f988bf-86f1-41af-91ab-2d7cd011db47'],
    ['when, in UTC', '2026-03-31 06:01:47 UTC'],
    ['who', 'object 6c1d2a3e-5a3b-4c65-b7e4-1f0b2f9f1a77'],
    ['the ruleset by its hash', `sha256 ${HEAD.tool.ruleset.sha256}`],
    ['the run', HEAD.run.id],
  ])('the cover tells %s', (_, text) => expect(between(html, '<header', '</header>')).toContain(text));

  test('the result counts failures and open questions in words', () =>
    expect(html).toContain('7 problems found, and 4 questions could not be answered.'));

  test('an incomplete run says so, and that nothing unread passed', () =>
    expect(between(html, 'id="result"', '</section>')).toMatch(
      /Not complete\.[^]*What was not read never counts as passed/,
    ));

  test('the worst problem is told first, with where it is', () =>
    expect(between(html, 'class="worst"', '</li>')).toMatch(/Every network may reach the vault[^]*kv-legacy/));

  test('rules come worst first, and by number where equally bad', () =>
    expect(html.match(/id="rule-[^"]+(?=" )/g)).toEqual([
      'id="rule-KV-NET-001',
      'id="rule-KV-ROT-001',
      'id="rule-KV-REC-002',
      'id="rule-KV-ROT-004',
      'id="rule-KV-KEY-003',
    ]));

  test('each cure stands once, the one that opens most first', () =>
    expect(
      between(html, 'class="cures"', 'What was asked for')
        .match(/(?<=<h4><bdi>)[^<]+/g)
        ?.map(unescaped),
    ).toEqual([
      'Let the scanner’s address through the vault’s firewall, or run it from a network that is let in',
      'Give the scanner the role Log Analytics Reader on the workspace',
      'Scan without switching it off',
      'No single permission or setting is known to cure it',
    ]));

  test('where it is known what each gives, the cure that gives most comes first, and says so', async () => {
    const coverage = COVERAGE.map((entry) =>
      entry.remedy === CURES[1]?.cure ? { ...entry, verdicts: 1, orMore: true as const } : entry,
    );
    const cures = between(
      await page(sampleReport({ head: { ...HEAD, coverage, cures: CURES } })),
      '<h3>What could',
      'What was asked for',
    );
    expect(unescaped(cures)).toMatch(
      /12 of \d unknown verdicts wait for the first[^]*Log Analytics[^]*12 verdicts, and 3 more together with other cures[^]*firewall[^]*at least 1 verdict<[^]*at least 1 verdict unknown for it/,
    );
  });

  test('evidence names the answer that told it', () => {
    const { fingerprint } = FINDINGS.find(
      ({ ruleId, verdict }) => ruleId === 'KV-REC-002' && verdict === 'fail',
    ) as Finding;
    const finding = between(html, `id="finding-${fingerprint}"`, '</article>');
    expect(finding).toContain('vault.purgeProtection');
    expect(finding).toContain('not stated');
    expect(unescaped(finding)).toContain(SOURCES[1]?.request);
    expect(finding).toContain(SOURCES[1]?.requestId);
  });

  test('an unanswered question tells the reason, and what could not be listed', () =>
    expect(between(html, 'id="unknown-KV-CRT-002"', '</section>')).toContain(
      'A firewall turned the scan away (certificate not listed).',
    ));

  test('parameters in force tell who set them', () =>
    expect(between(html, 'id="method-KV-ROT-001"', '</tr>')).toMatch(/maxAgeDays<\/code> = 60 <[^>]+>\(config\)/));

  test('every link inside the page has its place', () => {
    const ids = new Set(html.match(/(?<= id=")[^"]+/g));
    const links = html.match(/(?<=href="#)(?!\?)[^"]+/g) ?? [];
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('no two places have one name', () => {
    const ids: string[] = html.match(/(?<= id=")[^"]+/g) ?? [];
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('a clean and complete run says that it is', async () => {
    const clean = await page(
      sampleReport({
        head: { ...HEAD, coverage: COVERAGE.slice(0, 2), run: { ...HEAD.run, complete: true } },
        findings: FINDINGS.filter(({ verdict }) => verdict === 'pass'),
      }),
    );
    expect(clean).toContain('No problem found, and every question was answered.');
    expect(clean).toContain('All that was asked for could be read.');
    expect(clean).toContain('Nothing: every read was answered.');
  });

  test('a run that judged nothing does not look clean', async () => {
    const empty = await page(sampleReport({ head: { ...HEAD, coverage: [] }, findings: [] }));
    expect(empty).toContain('Nothing was found to judge.');
    expect(empty).toContain('The run recorded no read at all');
  });

  test('waived failures are counted when there are any', async () => {
    const [finding] = FINDINGS.filter(({ verdict }) => verdict === 'fail');
    const waived = await page(sampleReport({ findings: [{ ...(finding as Finding), verdict: 'waived' }] }));
    expect(html).not.toContain('<div class="waived">');
    expect(waived).toContain('<div class="waived">');
  });

  test('the same report gives the same bytes', async () => expect(await page(sampleReport())).toBe(html));
});

describe('a large estate', () => {
  test('shows 2,000 findings and says where the others are', async () => {
    const large = await page(largeReport(3000));
    expect(large.match(/<article /g)).toHaveLength(2000);
    expect(large).toContain('2,000 of 3,011 findings and unanswered questions stand on this page');
    expect(large).toContain('the other 1,011 are in the JSON report');
  });

  test('names 25 of the vaults that one cure would open, and counts the others', async () => {
    const cures = between(await page(largeReport(0, 2000)), 'class="cures"', '</ol>');
    const places = between(cures, 'class="places"', '</ul>');
    expect(cures).toContain('670 gaps in 668 places');
    expect(places.match(/class="name">/g)).toHaveLength(25);
    expect(places).toContain('and 643 more');
  });

  test('a share is never rounded up to all', async () => {
    const read: Coverage = { resource: '/v/a', what: 'settings', plane: 'arm', status: 'read' };
    const coverage = [...Array.from({ length: 999 }, () => read), { ...read, status: 'forbidden' as const }];
    expect(await page(sampleReport({ head: { ...HEAD, coverage } }))).toContain('(99 %)');
  });

  test('is written piece by piece, each when the one before is taken', async () => {
    let open = 0;
    let pieces = 0;
    await htmlRenderer(readAsset).render(largeReport(50), {
      async write() {
        pieces++;
        expect(++open).toBe(1);
        await Promise.resolve();
        open--;
      },
    });
    expect(pieces).toBeGreaterThan(50);
  });
});

/** The sample with the text added to everything that the cloud, a stranger or a rule's author could have written. */
function poisoned(text: string): Contents {
  const add = (name: string): string => name + text;
  return {
    head: {
      ...HEAD,
      run: { ...HEAD.run, tenantId: text, estate: text, scope: { cloud: text, subscriptions: [text], vaults: [text] } },
      coverage: COVERAGE.map((entry) => ({ ...entry, detail: text, remedy: add(entry.remedy ?? '') })),
      rules: RULES.map((rule) => ({ ...rule, title: text, why: text, fix: { az: 'az', sideEffects: text } })),
    },
    findings: FINDINGS.map((finding) => ({
      ...finding,
      resource: { ...finding.resource, name: add(finding.resource.name) },
      message: text,
      detail: text,
      evidence: [{ field: text, value: text, source: { ref: 1 } }],
    })),
    sources: SOURCES.map((source) => ({ ...source, request: text, requestId: text })),
  };
}

const HARMFUL = ['<', '>', '"', "'", '`', '=', '&', '{', '}', '!', '-', '/', ' ', '\u202E', '\u0000', 'a', '😀'];

describe('hostile names', async () => {
  const harmless = skeleton(await page(sampleReport(poisoned('x'))));

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></script><svg onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    '<!--part:script-->',
    '&lt;b&gt;',
    '--><base href=https://evil.example>',
    'javascript:alert(1)',
    '\u202E\u2066\u200B\u0000\u001B[31m',
    ']]>',
    '`${alert(1)}`',
  ])('%j adds no element and no attribute', async (text) =>
    expect(skeleton(await page(sampleReport(poisoned(text))))).toBe(harmless),
  );

  test('no other text does', async () => {
    const unit = fc.constantFrom(...HARMFUL);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, minLength: 1 }), async (text) => {
        expect(skeleton(await page(sampleReport(poisoned(text))))).toBe(harmless);
      }),
      { numRuns: 40 },
    );
  });

  test('reading direction and invisible characters are shown', () => {
    expect(html).toContain('⟦U+202E⟧gnp.exe⟦U+200B⟧');
    expect(markup(html)).not.toMatch(/[\p{Cf}]|[^\P{Cc}\n]/u);
  });

  test('names stand apart from the text around them', () =>
    expect(html).toContain('<bdi class="name">&quot;&gt;&lt;img'));

  test('a long text is cut with a note', async () =>
    expect(await page(sampleReport(poisoned('y'.repeat(3000))))).toContain('… (2,500 more characters)'));

  test('only https references are links', () => {
    expect(html).toContain('<bdi>javascript:alert(1)</bdi>');
    expect(html.match(/href="(?!#|https:)[^"]*"/g)).toBeNull();
  });
});

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('one file that keeps to itself', () => {
  const policy = unescaped(between(html, 'http-equiv="Content-Security-Policy" content="', '"'));

  test('the policy allows exactly the script and the style inside', () => {
    expect(policy).toContain(`script-src ${hash(between(html, '<script>', '</script>'))};`);
    expect(policy).toContain(`style-src ${hash(between(html, '<style>', '</style>'))};`);
  });

  test.each([
    "default-src 'none'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ])('the policy says %s', (directive) => expect(policy.split('; ')).toContain(directive));

  test('there is no style attribute, no handler, and nothing to load', () => {
    expect(skeleton(html)).not.toMatch(/ (style|on\w+|src|srcset|action|background|poster)=/);
    expect(skeleton(html)).not.toMatch(/<(link|img|iframe|object|embed|base|audio|video)\b/);
    expect(between(html, '<style>', '</style>')).not.toMatch(/url\(|@import/);
  });

  test('script and style cannot end their own element', () =>
    expect(between(html, '<style>', '</style>') + between(html, '<script>', '</script>')).not.toMatch(/<\/|<!--/));

  test('the script puts nothing into the page but text', () =>
    expect(between(html, '<script>', '</script>')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(|fetch\(|localStorage|cookie/,
    ));
});
