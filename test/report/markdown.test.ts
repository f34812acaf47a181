import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { code, prose } from '../../src/report/markdown/inline.ts';
import { markdown } from '../../src/report/renderers/markdown.ts';
import { PAYLOADS } from './payloads.ts';
import { poisoned } from './poison.ts';
import { rendered } from './rendered.ts';
import { COVERAGE, FINDINGS, HEAD, largeReport, reportOf, sampleReport } from './sample-report.ts';

const page = await rendered(markdown, sampleReport());

/** What is not code: the spans in it taken out, as GFM does, by equal runs of backticks. */
const outsideCode = (text: string): string => text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');

describe('a summary', () => {
  test('tells the result, then what could not be read, then the worst', () =>
    expect(page.match(/^(?:#|\*\*).*$/gm)).toEqual([
      '# Secret store posture',
      '**7 failed, 4 not known.**',
      '## What could not be read',
      '## Rules, the worst first',
      '## Findings, the worst first',
    ]));

  test('says of what and when, and that it is not complete', () => {
    expect(page).toContain(
      '`tenant 72f988bf-86f1-41af-91ab-2d7cd011db47`, judged as of 2026-03-31 06:00:00 UTC by 9 rules.',
    );
    expect(page).toContain('What was not read never counts as passed.');
  });

  test('names the subscriptions, three of many', async () => {
    expect(page).toContain('\nSubscriptions: `Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427)`.\n');
    const subscriptions = Array.from({ length: 9 }, (_, at) => ({ id: `id-${at}`, name: `Team \`${at}\`` }));
    expect(await rendered(markdown, sampleReport({ head: { ...HEAD, subscriptions } }))).toContain(
      ', ``Team `2` (id-2)`` and 6 more.',
    );
  });

  test('of a redacted copy says so first', async () => {
    const copy = await rendered(markdown, sampleReport({ head: { ...HEAD, run: { ...HEAD.run, redacted: true } } }));
    expect(copy).toMatch(/^# Secret store posture\n\n\*\*Redacted copy\.\*\* Names, ids and texts of the estate are/);
    expect(page).not.toMatch(/redacted/i);
  });

  test('names each cure once, with where it helps', () =>
    expect(page).toContain(
      '| Give the scanner the role Log Analytics Reader on the workspace | 2 | `kv-payments-prod`, `kv-legacy` |',
    ));

  test('names first the cure that is known to give most', async () => {
    const [one, other] = [...new Set(COVERAGE.flatMap(({ remedy }) => remedy ?? []))].map((cure) => ({
      cure,
      verdicts: 1,
      together: 0,
      gaps: 1,
      places: 1,
    }));
    if (!one || !other) throw new Error('the sample has no two cures');
    const told = await rendered(markdown, sampleReport({ head: { ...HEAD, cures: [other, one] } }));
    expect(told.indexOf(other.cure)).toBeLessThan(told.indexOf(one.cure));
    const turned = await rendered(markdown, sampleReport({ head: { ...HEAD, cures: [one, other] } }));
    expect(turned.indexOf(one.cure)).toBeLessThan(turned.indexOf(other.cure));
  });

  test('names a place as Azure spells it', async () => {
    const spelt = COVERAGE.map((entry) => ({ ...entry, resource: entry.resource.replace('kv-legacy', 'KV-Legacy') }));
    const told = await rendered(markdown, sampleReport({ head: { ...HEAD, coverage: spelt }, findings: [] }));
    expect(told).toContain('`KV-Legacy`');
  });

  test('lists findings by severity, the unknown last', () => {
    const rows = page.slice(page.indexOf('## Findings')).match(/^\| (?!Severity|---)[^|]+/gm);
    expect(rows?.map((row) => row.slice(2).trim())).toEqual([
      'Critical',
      'High',
      'High',
      'High',
      'Medium',
      'Medium',
      'Low',
      'Unknown, perhaps high',
      'Unknown, perhaps high',
      'Unknown, perhaps medium',
      'Unknown, perhaps medium',
    ]);
  });

  test('of a clean and complete scan is short', async () => {
    const findings = FINDINGS.filter(({ verdict }) => verdict === 'pass');
    const head = { ...HEAD, coverage: COVERAGE.slice(0, 2), run: { ...HEAD.run, complete: true } };
    const clean = await rendered(markdown, sampleReport({ head, findings }));
    expect(clean).toContain('**0 failed, 0 not known.**');
    expect(clean).not.toMatch(/##|Not all/);
  });

  test('of nothing does not look clean', async () =>
    expect(await rendered(markdown, sampleReport({ findings: [] }))).toContain('**Nothing was found to judge.**'));

  test('where nothing could be judged, it does not begin with no failure', async () => {
    const open = FINDINGS.filter(({ verdict }) => verdict === 'unknown');
    expect(await rendered(markdown, sampleReport({ findings: open }))).toContain(
      '**Nothing could be judged: 4 questions could not be answered.**',
    );
  });
});

describe('a huge report', () => {
  const findings = (length: number, message: string): Finding[] =>
    Array.from({ length }, (_, at) => ({
      ...(FINDINGS[6] as Finding),
      severity: at === length - 1 ? 'critical' : 'low',
      message,
    }));

  test('says how many are left out', async () =>
    expect(await rendered(markdown, largeReport(5000))).toMatch(
      /\nAnd 3,011 more: the JSON report and the table \(CSV\) have all\.\n$/,
    ));

  test.each(['\u202E'.repeat(500), '😀'.repeat(500), '` | <b>'.repeat(100), 'y'.repeat(1000)])(
    'stays below what GitHub takes, and keeps the worst: %#',
    async (message) => {
      const head = {
        ...HEAD,
        rules: HEAD.rules.map((rule) => ({ ...rule, title: message })),
        coverage: hundredCures(message),
      };
      const text = await rendered(markdown, reportOf({ head, findings: findings(6000, message), sources: [] }));
      const size = Buffer.byteLength(text);
      const rows = text.slice(text.indexOf('## Findings')).match(/^\| (?:Critical|Low)/gm) ?? [];
      expect(size).toBeLessThanOrEqual(900_000);
      expect(rows[0]).toBe('| Critical');
      expect(text).toContain(`And ${(6000 - rows.length).toLocaleString('en-US')} more: `);
      expect(rows.length).toBeGreaterThan(500);
    },
  );

  const hundredCures = (remedy: string) =>
    COVERAGE.flatMap((entry) =>
      Array.from({ length: 100 }, (_, at) => ({
        ...entry,
        resource: `${entry.resource}${at}${remedy}`,
        remedy: `${at}${remedy}`,
      })),
    );
});

describe('text from outside', () => {
  test.each([
    [
      'a plain sentence',
      'The current version is 443 days old; the limit is 60.',
      'The current version is 443 days old; the limit is 60.',
    ],
    ['an address', 'Let 198.51.100.0/24, and no other, through.', 'Let `198.51.100.0/24`, and no other, through.'],
    ['a mention', 'Ask @octocat first.', 'Ask `@octocat` first.'],
    ['a host', 'See www.evil.example.', 'See `www.evil.example`.'],
    ['markup next to a word', 'Not <b>bold</b> at all', 'Not `<b>bold</b>` at all'],
    ['backticks', 'a `b` ``c', 'a ``` `b` ``c ```'],
    ['a pipe', 'a | b', 'a `⟦U+007C⟧` b'],
    [
      'the hash of a commit',
      'since 0123456789abcdef0123456789abcdef01234567',
      'since `0123456789abcdef0123456789abcdef01234567`',
    ],
    ['the short hash of a commit', 'since deadbee and 1234567', 'since `deadbee` and `1234567`'],
    ['the hash of a commit in other letters, at the end', 'since DEADBEEF.', 'since `DEADBEEF`.'],
    ['what is too short for one', 'decade facade 123456 12,345', 'decade facade 123456 12,345'],
    ['words that begin or end like one', 'defaced defacement Xdeadbeef', '`defaced` defacement Xdeadbeef'],
    ['several blanks and lines', ' one  two\n\n three\t', 'one two three'],
    ['nothing', '  ', ''],
    ['a number of an issue', 'fixes GH-1', 'fixes `GH-1`'],
    ['letters of other scripts', 'Schlüssel für Zürich ключ 鍵', 'Schlüssel für Zürich ключ 鍵'],
  ])('%s', (_, text, shown) => expect(prose(text)).toBe(shown));

  test.each(Object.entries(PAYLOADS))('%s is code, or nothing but words', (_, payload) => {
    for (const shown of [prose(payload), prose(`See ${payload} there`), code(payload)]) {
      expect(outsideCode(shown)).toMatch(/^[\p{L}\p{M}\d\s.,;:!?()“”‘’'…%–—-]*$/u);
      expect(outsideCode(shown)).not.toMatch(/[\p{L}\d][.:][\p{L}\d]/u);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}|]/u);
      expect(shown.length).toBeLessThan(700);
    }
  });

  const shape = (text: string): string[] =>
    text.split('\n').map((line) => (line.startsWith('|') ? `| ${line.split('|').length}` : outsideCode(line)));

  test.each(Object.entries(PAYLOADS))('%s leaves every table as it is', async (_, payload) => {
    const text = await rendered(markdown, reportOf(poisoned(payload, payload.length > 10_000)));
    const harmless = await rendered(markdown, reportOf(poisoned('x', payload.length > 10_000)));
    expect(shape(text)).toEqual(shape(harmless));
  });
});
