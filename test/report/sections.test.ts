import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/report/renderers/json.ts';
import { RECOMPUTE } from '../../src/report/results-digest.ts';
import { runningHead } from '../../src/report/running-head.ts';
import { folderWith } from '../folder.ts';
import { page } from './page.ts';
import {
  type Contents,
  COVERAGE,
  FIGURES,
  FINDINGS,
  FRAMEWORKS,
  HEAD,
  LEGACY,
  largeReport,
  RULES,
  sampleReport,
} from './sample-report.ts';

const html = await page(sampleReport());

/** What stands in an element, as text: runs of blanks as one. */
function textIn(page: string, start: RegExp, end: string): string {
  const from = page.search(start);
  expect(from, String(start)).toBeGreaterThan(-1);
  return text(page.slice(from, page.indexOf(end, from)));
}

const text = (markup: string): string =>
  markup
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

const headings = (page: string, level: number): string[] =>
  [...page.matchAll(new RegExp(`<h${level}[^>]*>([^]*?)</h${level}>`, 'g'))].map(([, inside = '']) => text(inside));

const withHead = (changes: Partial<Contents['head']>): Promise<string> =>
  page(sampleReport({ head: { ...HEAD, ...changes } }));

describe('the headings an auditor looks for', () => {
  test('are these, in this order', () =>
    expect(headings(html, 2)).toEqual([
      'When, by whom, of what and with which rules',
      'Contents',
      'Result',
      'The three worst problems, and where',
      'What was scanned',
      'What could not be scanned, and what would cure it',
      'Each framework’s state, with its evidence',
      'The estate in figures',
      'All findings',
      'Findings',
      'Unanswered',
      'Vaults',
      'Method and limits',
      'Integrity and sign-off',
      'Appendices',
    ]));

  test('every entry of the contents leads to a section', () => {
    const places = [...(html.match(/<nav[^]*?<\/nav>/)?.[0] ?? '').matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(places.length).toBeGreaterThan(9);
    for (const id of places) expect(html).toMatch(new RegExp(`<section [^>]*id="${id}" aria-labelledby="${id}-title"`));
  });
});

describe('the run record', () => {
  const record = textIn(html, /id="record"/, '</section>');

  test.each([
    ['when it was collected', 'collected 2026-03-31 06:00:00 UTC to 2026-03-31 06:01:47 UTC'],
    ['as of when it was judged', 'judged as of 2026-03-31 06:00:00 UTC'],
    ['by whom', 'Service principal object 6c1d2a3e-5a3b-4c65-b7e4-1f0b2f9f1a77'],
    ['with which rules', `9 rules of vault-posture 0.1.0 sha256 ${HEAD.tool.ruleset.sha256}`],
    ['who set parameters', '1 parameter by config 1 parameter by default 1 parameter by profile strict'],
    ['how that one signed in', 'signed in by --auth default, as an application with a secret'],
    ['what collected, where another release judged', 'collected with vault-posture 0.0.9'],
    [
      'of what',
      'Of what tenant 72f988bf-86f1-41af-91ab-2d7cd011db47 cloud public subscription Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427)',
    ],
    ['with which settings', `profile strict settings sha256 ${HEAD.run.settings?.sha256}`],
    ['which run', `run ${HEAD.run.id}`],
  ])('tells %s', (_, told) => expect(record).toContain(told));

  test('has the result in a sentence before it', () =>
    expect(textIn(html, /<p class="in-short"/, '</p>')).toBe(textIn(html, /<p class="headline"/, '</p>')));

  test('of an example says that it is one', async () =>
    expect(await withHead({ run: { ...HEAD.run, estate: 'Invented Ltd' } })).toContain(
      'facts come from files, not from a cloud',
    ));

  test('says that it was not told who scanned', async () => {
    const { identity: _, signIn: __, collector: ___, ...run } = HEAD.run;
    expect(textIn(await withHead({ run }), /<dt>By whom/, '</div>')).toBe('By whom not told');
  });

  test('tells what was left out', async () => {
    const scope = { ...HEAD.run.scope, vaults: ['kv-a'], without: ['logs' as const] };
    const settings = { sha256: 'f'.repeat(64), only: ['KV-REC-002'] };
    const narrow = textIn(await withHead({ run: { ...HEAD.run, scope, settings } }), /id="record"/, '</section>');
    expect(narrow).toContain('only vault kv-a without Logs');
    expect(narrow).toContain('1 rule asked for one by one settings sha256 ffff');
  });

  test('names two of many subscriptions', async () => {
    const subscriptions = Array.from({ length: 2000 }, (_, at) => ({ id: `id-${at}`, name: `Team ${at}` }));
    const record = textIn(await withHead({ subscriptions }), /<dt>Of what/, '</div>');
    expect(record).toContain('subscription Team 1 (id-1) and 1,998 more');
  });

  test('of an earlier release tells less, and invents nothing', async () => {
    const { subscriptions: _, ...head } = HEAD;
    const { signIn: __, collector: ___, settings: ____, ...run } = HEAD.run;
    const old = textIn(await page(sampleReport({ head: { ...head, run } })), /id="record"/, '</section>');
    expect(old).not.toMatch(/signed in|collected with|settings|subscription|undefined/);
  });
});

describe('a redacted copy', () => {
  const { run } = HEAD;

  test('says so before anything else', async () => {
    const copy = await withHead({ run: { ...run, redacted: true } });
    expect(text(copy.slice(copy.indexOf('<h1>'), copy.indexOf('id="record"')))).toContain(
      'Redacted copy. Names, ids and texts of the estate are pseudonyms or left out',
    );
    expect(copy).toContain('"Secret store posture report, redacted copy"');
    expect(html).not.toMatch(/redacted/i);
  });

  test('calls no pseudonym a sha256', async () =>
    expect(textIn(await withHead({ run: { ...run, redacted: true } }), /id="record"/, '</section>')).toContain(
      `settings ${run.settings?.sha256}`,
    ));
});

describe('how a verdict is made', () => {
  const conditions = (id: string): string =>
    textIn(html.slice(html.indexOf(`id="method-${id}"`)), /<tr class="cond/, '</tr>');

  test('each rule tells its conditions, in the order in which they are looked at', () =>
    expect(conditions('KV-ROT-001')).toBe(
      'Applies when secret.enabled Can be answered when has(secret.created) Requires now - secret.created <= days(params.maxAgeDays)',
    ));

  test('and whose items it judges one by one', () =>
    expect(conditions('KV-NET-001')).toBe("For each range of vault.network.ipRules Requires range != '0.0.0.0/0'"));

  test('a rule of a report that did not tell them has none', () =>
    expect(html).toMatch(/id="method-KV-ROT-004"(?:(?!<\/tr>)[^])*<\/tr>\s*<tr id=/));
});

describe('the result', () => {
  test('tells the three worst problems with their places, and the next two in a line each', () => {
    const worst = /<ol class="worst"[^]*?<\/ol>/.exec(html)?.[0] ?? '';
    expect(worst.match(/<li>/g)).toHaveLength(3);
    expect(text(worst)).toContain(
      'Every network may reach the vault, and no firewall rule narrows it. vault kv-legacy',
    );
    expect(textIn(html, /<ul class="next"/, '</ul>')).toBe(
      'Medium Every enabled secret has an expiration date : broken once Low RSA keys have at least 3072 bits : broken once',
    );
  });

  test('says of a place only what was found there', () => {
    const worst = text(/<ol class="worst"[^]*?<\/ol>/.exec(html)?.[0] ?? '');
    expect(worst).toContain('secret db-password in kv-payments-prod Against KV-ROT-001, broken 3 times');
  });

  test('says that the same was found elsewhere, too, and where the page holds all, how often', async () => {
    const findings = FINDINGS.flatMap((finding) => (finding === legacyNetwork ? copies(finding, 4) : [finding]));
    const told = textIn(await page(sampleReport({ findings })), /<ol class="worst"/, '</li>');
    expect(told).toContain('vault kv-0 , vault kv-1 and 2 others Against KV-NET-001, broken 4 times');
    const many = await page(sampleReport({ findings: [...findings, ...copies(legacyNetwork, 3000)] }));
    expect(textIn(many, /<ol class="worst"/, '</li>')).toContain('vault kv-1 and others Against KV-NET-001');
  });

  const legacyNetwork = FINDINGS.find(
    ({ ruleId, verdict }) => ruleId === 'KV-NET-001' && verdict === 'fail',
  ) as Finding;

  const copies = (finding: Finding, number: number): Finding[] =>
    Array.from({ length: number }, (_, at) => ({
      ...finding,
      fingerprint: `copy-${number}-${at}`,
      resource: { ...finding.resource, id: `${LEGACY}-${at}`, name: `kv-${at}` },
    }));

  test('with nothing judged, nothing sounds like a pass', async () => {
    const empty = text(
      await page(sampleReport({ head: { ...HEAD, run: { ...HEAD.run, complete: true } }, findings: [] })),
    );
    expect(empty).toContain('Nothing judged. No resource was found that a rule speaks of');
    expect(empty).toContain('Nothing of it was judged');
    expect(empty).not.toMatch(
      /No rule failed|No control listed here failed|every question was answered|All that was asked/i,
    );
  });

  test('with nothing but open questions, it does not begin with no problem', async () => {
    const open = FINDINGS.filter(({ verdict }) => verdict === 'unknown');
    const unanswered = await page(sampleReport({ findings: open }));
    expect(textIn(unanswered, /<p class="headline"/, '</p>')).toBe(
      'Nothing could be judged: 4 questions could not be answered.',
    );
    expect(text(unanswered)).toContain('No control listed here is known to have failed');
  });

  test('tells how each framework stands', () =>
    expect(textIn(html, /<dl class="states"/, '</dl>')).toContain(
      'CIS Microsoft Azure Foundations Benchmark 5.0.0 4 of 7 controls listed here failed; 1 could not be judged in full; 1 is for people to check; 1 had no rule in this run.',
    ));

  test('says that nothing was waived and nothing compared', () =>
    expect(text(html)).toContain('Compared with: no earlier run was given. Waivers: none in this run.'));
});

describe('what was scanned', () => {
  const scanned = textIn(html, /<section id="scanned"/, '</section>');

  test('counts resources by kind and says which lists could not be read', () =>
    expect(scanned).toContain('2 vaults 6 secrets 1 key 1 certificate (1 list of them could not be read)'));

  test('names the scope and each subscription with its vaults', () => {
    expect(scanned).toContain(
      'Subscriptions Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427) Vaults all that',
    );
    expect(scanned).toMatch(/Passed Payments production \(1b4e[^)]*\) 2 7 4 7 Outside/);
  });

  test('has rows that add up to the totals', () => {
    const rows = [
      ...(/<section id="scanned"[^]*?<\/section>/.exec(html)?.[0] ?? '').matchAll(/<tr>[^]*?<\/tr>/g),
    ].slice(1);
    const { fail, unknown, pass } = sampleReport().totals;
    for (const [label, total] of Object.entries({ Failed: fail, Unknown: unknown, Passed: pass }))
      expect(
        rows.reduce((sum, [row]) => sum + Number(new RegExp(`data-label="${label}">(\\d+)`).exec(row)?.[1]), 0),
      ).toBe(total);
  });

  test('says which subscriptions a name that was asked for stands for', async () => {
    const scope = { ...HEAD.run.scope, subscriptions: ['Payments Production', 'Nobody knows'] };
    expect(textIn(await withHead({ run: { ...HEAD.run, scope } }), /<section id="scanned"/, '</section>')).toContain(
      'Subscriptions Payments Production (1b4e28ba-2fa1-41d2-883f-0016d3cca427) Nobody knows Vaults',
    );
  });

  test('names a subscription where what could not be read is told', async () => {
    const coverage = COVERAGE.slice(0, 1).map((entry) => ({ ...entry, status: 'forbidden' as const }));
    expect(textIn(await withHead({ coverage }), /<ul class="places"/, '</ul>')).toBe(
      'subscription Payments production (1b4e28ba-2fa1-41d2-883f-0016d3cca427)',
    );
  });

  test('names services that were switched off', async () => {
    const scope = { ...HEAD.run.scope, without: ['graph' as const] };
    const off = await withHead({ run: { ...HEAD.run, scope } });
    expect(textIn(off, /<section id="scanned"/, '</section>')).toContain('Not asked Microsoft Graph');
    expect(textIn(off, /<section id="method"/, '</section>')).toContain('it was switched off: Microsoft Graph.');
  });

  test('says plainly that no vault was found', async () =>
    expect(await page(sampleReport({ head: { ...HEAD, coverage: [] }, findings: [] }))).toContain(
      'No vault was found in this scope.',
    ));
});

const matrixRow = (page: string, framework: string, control: string): string =>
  textIn(page, new RegExp(`<tbody id="control-${framework}-${control}"`), '</tbody>');

describe('controls', () => {
  const CIS = 'CIS Microsoft Azure Foundations Benchmark 5.0.0';

  test('of a rule stand with their titles under the name of their framework', () =>
    expect(textIn(html, /id="rule-KV-REC-002"/, '<h4>References')).toContain(
      `Controls ${CIS} 8.3.5 Purge protection is on Microsoft cloud security benchmark v2 (preview) DP-8 Ensure security`,
    ));

  test('of a finding that says which hold, too', () => {
    const { fingerprint } = FINDINGS.find(({ controls }) => controls) as Finding;
    expect(textIn(html, new RegExp(`id="finding-${fingerprint}"`), '</article>')).toContain(
      `Controls ${CIS} 8.3.3 Secrets in vaults with Azure RBAC expire Fingerprint`,
    );
  });

  test('of a report that knows no titles stand with what there is', async () => {
    const { frameworks: _, ...head } = HEAD;
    const old = await page(sampleReport({ head }));
    expect(textIn(old, /id="rule-KV-REC-002"/, '<h4>References')).toContain(
      'Controls cis-azure-5.0 8.3.5 mcsb-v2 DP-8',
    );
  });
});

describe('the control matrix', () => {
  test('a control fails if one rule fails anywhere, and links to its findings', () => {
    expect(matrixRow(html, 'cis-azure-5.0', '8.3.5')).toBe(
      '8.3.5 Purge protection is on ✕ Failed 1 0 1 0 0 KV-REC-002 Purge protection is on 1 0 1 0 0',
    );
    expect(html).toMatch(/<tbody id="control-cis-azure-5.0-8.3.5"[^]*?href="#rule-KV-REC-002"/);
  });

  test('a finding that says which controls hold counts for these alone', () => {
    expect(matrixRow(html, 'cis-azure-5.0', '8.3.3')).toContain('✕ Failed 1 1 0 0 0');
    expect(matrixRow(html, 'cis-azure-5.0', '8.3.4')).toContain('? Unknown 0 1 0 0 0');
  });

  test('a control for people says why', () =>
    expect(matrixRow(html, 'cis-azure-5.0', '8.3.10')).toBe(
      '8.3.10 A managed HSM is used where one is required Whether one is required is for the organisation to say. … For people No rule can tell; people have to look.',
    ));

  test('a control without a rule does not look like one that passed', () =>
    expect(matrixRow(html, 'cis-azure-5.0', '8.3.9')).toBe(
      '8.3.9 Keys rotate automatically · No rule No rule of this run speaks for it.',
    ));

  const legacyPurge = FINDINGS.find(
    ({ ruleId, resource }) => ruleId === 'KV-REC-002' && resource.id === LEGACY,
  ) as Finding;
  const instead = (finding: Partial<Finding>): Promise<string> =>
    page(sampleReport({ findings: FINDINGS.map((each) => (each === legacyPurge ? { ...each, ...finding } : each)) }));

  test.each([
    [
      'an open question leaves it open, whatever passed',
      { verdict: 'unknown', reason: 'forbidden' },
      '? Unknown 0 1 1 0 0',
    ],
    ['a waived failure is told as waived', { verdict: 'waived' }, '~ Waived 0 0 1 0 1'],
    ['it passes if what applies passed', { verdict: 'notApplicable' }, '✓ Passed 0 0 1 1 0'],
  ] as const)('%s', async (_, finding, state) =>
    expect(matrixRow(await instead(finding), 'cis-azure-5.0', '8.3.5')).toContain(state),
  );

  test('rows and columns have headers, and each table a caption', () => {
    const table = /<table class="stack matrix">[^]*?<\/table>/.exec(html)?.[0] ?? '';
    expect(table).toContain('<caption>Controls of CIS Microsoft Azure Foundations Benchmark 5.0.0');
    expect(table.match(/<th scope="col"/g)).toHaveLength(7);
    expect(table.match(/<tr/g)?.length).toBe(1 + (table.match(/<th scope="row(?:group)?"/g)?.length ?? 0));
  });

  test('a report that lists no frameworks has those that its rules name', async () => {
    const { frameworks: _, ...head } = HEAD;
    const old = await page(sampleReport({ head }));
    expect(matrixRow(old, 'cis-azure-5.0', '8.3.5')).toContain('✕ Failed');
  });

  test('no framework is ever said to be fulfilled', async () => {
    const passed = await page(sampleReport({ findings: FINDINGS.filter(({ verdict }) => verdict === 'pass') }));
    expect(textIn(passed, /<section class="standing"/, '</p>')).toContain(
      'No control listed here failed; 1 is for people to check; 1 had no rule in this run.',
    );
    expect(text(passed)).not.toMatch(/\b(?:compliant|fulfilled|met)\b(?!: rules)/i);
  });
});

describe('the figures', () => {
  const figure = (page: string, title: string): string => textIn(page, new RegExp(`<h3>${title}`), '</figure>');

  test('ages stand against the limit in force', () => {
    const ages = figure(html, '3 of 4 secrets in use are older than the limit of 60 days.');
    expect(ages).toContain('0–30 days 1 31–60 days 0 61–90 days beyond the limit 1 91–180 days beyond the limit 1');
    expect(ages).toContain('over 730 days beyond the limit 0 Not readable 1');
  });

  test('expiries are counted by month and kind', () =>
    expect(figure(html, '1 expired and still enabled')).toContain(
      'Expires Secrets Keys Certificates Expired, still enabled 1 0 0 2026-03 2 0 1 2026-04 1 1 1',
    ));

  test('exposure names the vaults that everyone can reach first', () =>
    expect(figure(html, '1 of 2 vaults can be reached from the whole internet.')).toContain(
      'The whole internet 1 Some addresses 0',
    ));

  test('exposure that is not known is not made up', async () => {
    const unknown = await withHead({ figures: { ...FIGURES, exposure: {}, exposureUnknown: 2 } });
    expect(figure(unknown, 'Who can reach the vaults over the network is not known')).toContain('Nobody 0 Not known 2');
  });

  test('coverage is told by service', () =>
    expect(figure(html, '9 of 16 reads were answered in full.')).toContain('Data plane 7 3 2 2 Logs 2 0 0 2'));

  test('a report without figures says so', async () => {
    const { figures: _, ...head } = HEAD;
    expect(await page(sampleReport({ head }))).toContain('by a release that did not count figures of the estate.');
  });

  test('bars stay inside their charts', () => {
    for (const [, height, inside = ''] of html.matchAll(
      /<svg class="chart" viewBox="0 0 360 (\d+)"[^>]*>([^]*?)<\/svg>/g,
    ))
      for (const [, x, y, width, tall] of inside.matchAll(
        /x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      )) {
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(360.1);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(y) + Number(tall)).toBeLessThanOrEqual(Number(height));
      }
  });

  test('every pattern that is used is there', () => {
    const used = new Set([...html.matchAll(/fill="url\(#([^)]+)\)"/g)].map(([, id]) => id));
    expect([...used].filter((id) => !html.includes(`<pattern id="${id}"`) && id !== 'pattern-secret')).toEqual([]);
    expect(used.size).toBeGreaterThan(3);
  });
});

describe('the vaults', () => {
  const row = (page: string, name: string): string => textIn(page, new RegExp(`<th scope="row"><bdi>${name}`), '</tr>');

  test('have a score that weighs the worst most and is never rounded up', () => {
    expect(row(html, 'kv-legacy')).toMatch(/^kv-legacy Payments production \([^)]*\) 14 2 /);
    expect(row(html, 'kv-payments-prod')).toMatch(/ Payments production \([^)]*\) 68 5 /);
  });

  test('say which file declares them', () =>
    expect(row(html, 'kv-payments-prod')).toMatch(
      /^kv-payments-prod declared in infra\/payments\/vault\.bicep, line 12 /,
    ));

  test('one of which nothing was judged has no score', async () =>
    expect(row(await page(sampleReport({ findings: [] })), 'kv-legacy')).toMatch(
      /^kv-legacy Payments production \(1b4e[^ ]*\) – 0 0 0 0/,
    ));

  test('name every check that passed', () =>
    expect(textIn(html, /<details class="passed">\s*<summary><bdi class="name">kv-payments-prod/, '</details>')).toBe(
      'kv-payments-prod 6 checks passed, 6 times in all KV-REC-002 Purge protection is on KV-NET-001 Public networks are kept out by the firewall KV-ROT-001 Secrets are rotated within the allowed age KV-LOG-001 Audit events are sent somewhere that keeps them KV-CRT-002 Certificates renew themselves before they expire KV-REC-001 Soft delete is on',
    ));

  test('of a large estate are listed for the worst, and the page says so', async () => {
    const large = await page(largeReport(0, 2500));
    expect(large.match(/<details class="passed/g)).toHaveLength(200);
    expect(large).toContain('Of the 200 worst vaults; report.json has them all.');
    expect(large).toContain('The 200 worst vaults are printed; report.json has all 2,502.');
    expect(large).toContain('The 502 vaults with the fewest problems are left out here');
  });
});

async function writtenJson(report: Report): Promise<string> {
  const pieces: string[] = [];
  await json.render(report, { write: async (piece) => void pieces.push(piece) });
  return pieces.join('');
}

describe('integrity', () => {
  const told = (page: string): string => textIn(page, /<p class="hash code">/, '</p>');

  test('the hash is that of all results, as lines', () => {
    const lines = FINDINGS.map((finding) => `${JSON.stringify(finding)}\n`).join('');
    expect(told(html)).toBe(createHash('sha256').update(lines).digest('hex'));
  });

  test('another verdict gives another hash', async () =>
    expect(told(await page(sampleReport({ findings: FINDINGS.slice(1) })))).not.toBe(told(html)));

  test.skipIf(process.platform !== 'linux').each([
    ['a report', sampleReport()],
    ['a report of one result', sampleReport({ findings: FINDINGS.slice(0, 1) })],
    ['a report of none', sampleReport({ findings: [] })],
  ])('the command on the page gives it, of %s', async (_, report) => {
    const cwd = folderWith({ 'report.json': await writtenJson(report) });
    const command = textIn(await page(report), /<pre><code>sed/, '</code>').replaceAll('&#x27;', "'");
    expect(command).toBe(RECOMPUTE);
    expect(execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' }).split(' ')[0]).toBe(told(await page(report)));
  });

  test('people sign on paper', () =>
    expect(textIn(html, /<h3>Sign-off/, '</table>')).toContain(
      'Role Name Date Signature Prepared by Reviewed by Accepted by',
    ));
});

test('appendices list every rule with its controls, every framework with its sources, and the words', () => {
  const appendices = textIn(html, /<section id="appendices"/, '</section>');
  for (const { id, title } of RULES) expect(appendices).toContain(`${id} ${title}`);
  for (const { title, version, publisher, sources } of FRAMEWORKS) {
    expect(appendices).toContain(`${title} ${version}, ${publisher};`);
    for (const source of sources) expect(appendices).toContain(source);
  }
  expect(appendices).toContain('cis-azure-5.0: 8.3.7, 8.3.8');
  expect(appendices).toContain('Fingerprint Names a problem');
});

describe('the edges of printed pages', () => {
  test('name the run and count the pages', () => {
    expect(html).toContain(`@top-right { content: "Run ${HEAD.run.id}"; }`);
    expect(html).toContain('"Page " counter(page) " of " counter(pages)');
  });

  test.each(['"; } body { display: none } "', '</style><script>alert(1)</script>', '\\', '\n', '*/', '\u202E'])(
    'a run called %j is text there',
    (id) => {
      const style = runningHead({ ...HEAD, totals: sampleReport().totals, run: { ...HEAD.run, id } });
      const [, content = ''] = /@top-right \{ content: "([^"\n]*)"; \}\n/.exec(style) ?? [];
      expect(content).toMatch(/^Run (?:[\w .,:-]|\\[0-9a-f]+ )*$/);
      expect(style.split('\n')).toHaveLength(8);
    },
  );
});
