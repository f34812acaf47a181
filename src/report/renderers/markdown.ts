/** A summary for the page of a CI job: the result, what could not be read, the worst. It stays below what GitHub takes. */
import type { Finding } from '../../model/finding.ts';
import type { Report, ReportHead, ReportRule, ReportSubscription } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import type { Coverage } from '../../model/snapshot.ts';
import { fewInLine } from '../few.ts';
import { worstFirst } from '../listed.ts';
import { code, prose } from '../markdown/inline.ts';
import { Page } from '../markdown/page.ts';
import type { Counts } from '../counts.ts';
import { orderOf } from '../cures.ts';
import type { Renderer } from '../renderer.ts';
import { lastPart, placeKey } from '../resource-id.ts';
import { select } from '../selection.ts';
import type { SubscriptionNames } from '../subscription-names.ts';
import type { Tally } from '../tally.ts';
import { sentenceOf, vaultNameOf } from '../telling.ts';
import { headline } from '../views/result.ts';
import { count, counted, utc } from '../text.ts';
import { kindWords, REASON_WORDS, REDACTED, REDACTION, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts';

/**
 * Bytes. A step may write 1 MiB, and something else may write there, too.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const SIZE = 900_000;

/** Rows of each table; the findings are many enough for a page to stay readable. */
const CURES = 50;
const RULES = 200;
const FINDINGS = 2000;
/** Places named with a cure, and subscriptions at the top. */
const PLACES = 3;
/** Bytes for the last words. */
const ENDING = 500;

export const markdown: Renderer = {
  file: 'report.md',
  about: 'a summary for the page of a CI job, the worst first',
  async render(report, sink) {
    const page = new Page(SIZE);
    const { tally, chosen } = await select(report, FINDINGS);
    page.add(head(report, tally.subscriptions));
    page.add(verdicts(tally));
    page.add(gaps(report, tally));
    page.add(rules(report, tally));
    addFindings(chosen, report, page);
    await sink.write(page.text);
  },
};

function head({ tool, run, totals, subscriptions = [] }: ReportHead, names: SubscriptionNames): string {
  const { fail, unknown, pass } = totals;
  const what = run.estate ?? (run.tenantId === undefined ? undefined : `tenant ${run.tenantId}`);
  const judged = fail + unknown + pass + totals.waived;
  const lines = [
    '# Secret store posture',
    ...(run.redacted ? [`**${REDACTED}** ${REDACTION}`] : []),
    judged === unknown ? `**${headline(totals)}**` : `**${count(fail)} failed, ${count(unknown)} not known.**`,
    `${what === undefined ? '' : `${code(what)}, `}judged as of ${utc(run.evaluatedAt)} by ${counted(tool.ruleset.rules, 'rule')}.`,
    ...(subscriptions.length > 0 ? [`Subscriptions: ${inScope(subscriptions, names)}.`] : []),
    ...(run.complete ? [] : ['Not all that was asked for could be read. What was not read never counts as passed.']),
  ];
  return `${lines.join('\n\n')}\n`;
}

const inScope = (subscriptions: readonly ReportSubscription[], names: SubscriptionNames): string =>
  fewInLine(
    subscriptions.map(({ id }) => code(names.of(id))),
    PLACES,
  );

const table = (head: readonly string[], rows: readonly string[]): string =>
  rows.length > 0 ? `\n${row(head)}${row(head.map(() => '---'))}${rows.join('')}` : '';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

function verdicts({ counts }: Tally): string {
  const rows = SEVERITIES.map((severity) =>
    row([SEVERITY_WORDS[severity], ...(['fail', 'unknown'] as const).map((each) => count(counts.of(each, severity)))]),
  );
  const other = (['pass', 'notApplicable', 'waived'] as const).map(
    (each) => `${count(counts.all(each))} ${VERDICT_WORDS[each].toLowerCase()}`,
  );
  return `${table(['Severity', 'Failed', 'Unknown'], rows)}\n${other.join(', ')}.\n`;
}

/** What could not be read, by cure; the one that gives most verdicts first, then the one that opens most places. */
function gaps({ coverage, cures: known = [] }: ReportHead, tally: Tally): string {
  const byRank = orderOf(known);
  const cures = [...byCure(coverage)].toSorted(([a, ofA], [b, ofB]) => byRank(a, b) || ofB.size - ofA.size);
  const rows = cures
    .slice(0, CURES)
    .map(([cure, places]) => row([prose(cure), count(places.size), named(places, tally)]));
  const rest = cures.length - rows.length;
  if (cures.length === 0) return '';
  const more = rest > 0 ? `\nAnd ${counted(rest, 'more cure')}: the JSON report has all.\n` : '';
  return `\n## What could not be read\n${table(['What would cure it', 'Places', 'Such as'], rows)}${more}`;
}

function byCure(coverage: readonly Coverage[]): Map<string, Set<string>> {
  const cures = new Map<string, Set<string>>();
  for (const { status, remedy, detail, resource } of coverage) {
    if (status === 'read') continue;
    const cure = remedy ?? detail ?? REASON_WORDS[status];
    cures.set(cure, (cures.get(cure) ?? new Set()).add(placeKey(resource)));
  }
  return cures;
}

function named(places: ReadonlySet<string>, { places: known, subscriptions }: Tally): string {
  const some = [...places]
    .slice(0, PLACES)
    .map((key) => code(subscriptions.place(key) ?? known.get(key)?.name ?? lastPart(key)));
  return `${some.join(', ')}${places.size > PLACES ? ', …' : ''}`;
}

function rules({ rules }: ReportHead, tally: Tally): string {
  const open = rules
    .flatMap((rule) => countsOf(rule, tally))
    .toSorted((a, b) => a.counts.compare(b.counts) || (a.rule.id < b.rule.id ? -1 : 1));
  if (open.length === 0) return '';
  const rows = open.slice(0, RULES).map(({ rule, counts }) => {
    const worst = SEVERITIES.find((each) => counts.of('fail', each) || counts.of('unknown', each)) ?? rule.severity;
    const numbers = [count(counts.all('fail')), count(counts.all('unknown'))];
    return row([code(rule.id), prose(rule.title), SEVERITY_WORDS[worst], ...numbers]);
  });
  return `\n## Rules, the worst first\n${table(['Rule', 'What should hold', 'Severity', 'Failed', 'Unknown'], rows)}`;
}

function countsOf(rule: ReportRule, { rules }: Tally): { rule: ReportRule; counts: Counts }[] {
  const counts = rules.get(rule.id);
  return counts && (counts.all('fail') > 0 || counts.all('unknown') > 0) ? [{ rule, counts }] : [];
}

/** Rows are what goes when there is no room. */
function addFindings(chosen: readonly Finding[], { totals: { fail, unknown } }: Report, page: Page): void {
  const total = fail + unknown;
  if (total === 0) return;
  const heads = ['Severity', 'Rule', 'What', 'Vault', 'Finding'];
  page.add(`\n## Findings, the worst first\n\n${row(heads)}${row(heads.map(() => '---'))}`);
  const rows = chosen.toSorted(worstFirst).map(findingRow);
  const rest = total - page.addRows(rows, ENDING);
  if (rest > 0) page.add(`\nAnd ${count(rest)} more: the JSON report and the table (CSV) have all.\n`);
}

function findingRow(finding: Finding): string {
  const { severity, verdict, ruleId, resource } = finding;
  const vault = vaultNameOf(resource);
  return row([
    verdict === 'fail' ? SEVERITY_WORDS[severity] : `Unknown, perhaps ${severity}`,
    code(ruleId),
    `${prose(kindWords(resource.kind))} ${code(resource.name)}`,
    resource.vault === undefined ? '' : code(vault),
    prose(sentenceOf(finding)),
  ]);
}
