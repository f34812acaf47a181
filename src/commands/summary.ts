/** The last words on the terminal: what was found, what could not be told, where to read on. */
import { type ExitOptions, exitCode } from '../exit-code.ts';
import type { Report } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import type { BySeverity, Outcome } from '../report/outcome.ts';
import { bestCure, gives } from '../report/cures.ts';
import { count, counted, display, utc } from '../report/text.ts';
import type { Output } from '../report-files.ts';
import type { Colors } from './terminal.ts';
import { hanging } from './wrap.ts';

/** Rules that are named one by one. */
const NAMED = 5;
/** Cures that are named one by one. */
const CURES = 4;

export interface Summed {
  readonly report: Report;
  readonly outcome: Outcome;
  readonly outputs: readonly Output[];
  readonly options: ExitOptions;
}

/** `width` in columns: longer rows are broken. */
export function summary({ report, outcome, outputs, options }: Summed, colors: Colors, width = Infinity): string {
  const lines = [
    title(report, colors),
    '',
    totals(report, colors),
    ...worstRules(report, outcome, colors, width),
    ...holes(report, width),
    ...blind(report),
    ...broken(outcome, colors),
    '',
    ...files(outputs),
    verdict(outcome, options),
  ];
  return `${lines.join('\n')}\n`;
}

function title({ run, tool }: Report, { bold }: Colors): string {
  const what = run.estate === undefined ? `tenant ${display(run.tenantId ?? 'unknown')}` : display(run.estate);
  return `${bold(what)}, judged as of ${utc(run.evaluatedAt)} by ${counted(tool.ruleset.rules, 'rule')}`;
}

function totals(
  { totals: { fail, unknown, pass, notApplicable, waived } }: Report,
  { red, yellow, green }: Colors,
): string {
  const parts = [
    red(`${count(fail)} failed`),
    yellow(`${count(unknown)} unknown`),
    green(`${count(pass)} passed`),
    `${count(notApplicable)} not applicable`,
  ];
  return `  ${[...parts, ...(waived > 0 ? [`${count(waived)} waived`] : [])].join('   ')}`;
}

function worstRules({ rules }: Report, { failsByRule }: Outcome, colors: Colors, width: number): string[] {
  const failing = rules.flatMap(({ id, title }) => {
    const fails = failsByRule.get(id);
    return fails ? [{ id, title, fails }] : [];
  });
  failing.sort((a, b) => worse(a.fails, b.fails));
  if (failing.length === 0) return [];
  const shown = failing.slice(0, NAMED).flatMap(({ id, title, fails }) => {
    const severity = SEVERITIES.find((each) => fails[each] > 0) ?? 'info';
    const head = `  ${tint(severity, colors)(severity.padEnd(8))} ${count(total(fails)).padStart(6)}  ${id.padEnd(11)}`;
    return hanging(`${head} `, display(title), width);
  });
  const rest = failing.length - shown.length;
  return ['', 'Failed, the worst first:', ...shown, ...(rest > 0 ? [`  and ${counted(rest, 'more rule')}`] : [])];
}

const total = (fails: BySeverity): number => SEVERITIES.reduce((sum, severity) => sum + fails[severity], 0);

/** As in the reports: by the findings, and not by what their rules usually are. */
const worse = (a: BySeverity, b: BySeverity): number =>
  SEVERITIES.reduce((order, severity) => order || b[severity] - a[severity], 0);

function tint(severity: Severity, { bold, red, yellow, cyan, dim }: Colors): (text: string) => string {
  const tints = { critical: (text: string) => bold(red(text)), high: red, medium: yellow, low: cyan, info: dim };
  return tints[severity];
}

/** What could not be read, by cure. */
function holes(report: Report, width: number): string[] {
  const { coverage, cures = [] } = report;
  const uncured = coverage.filter(({ status, remedy }) => status !== 'read' && remedy === undefined).length;
  if (cures.length + uncured === 0) return [];
  const shown = cures.slice(0, CURES);
  const rest = cures.length - shown.length;
  return [
    '',
    'Could not be read, and what would cure it:',
    ...table(
      shown.map((cure) => [gives(cure), counted(cure.places, 'place'), display(cure.cure)]),
      width,
    ),
    ...(rest > 0 ? [`  and ${counted(rest, 'more cure')} in the report`] : []),
    ...(uncured > 0 ? [`  ${counted(uncured, 'gap')} that no single permission or setting is known to cure`] : []),
    ...[bestCure(report) ?? []].flat(),
  ];
}

/** Columns as wide as their widest cell, but for the last. */
function table(rows: readonly (readonly [string, string, string])[], width: number): string[] {
  const [first, second] = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.flatMap(([a, b, c]) => hanging(`  ${a.padEnd(first ?? 0)}  ${b.padEnd(second ?? 0)}  `, c, width));
}

function broken({ ruleErrors }: Outcome, { red }: Colors): string[] {
  if (ruleErrors.size === 0) return [];
  return ['', red('Broken rules:'), ...[...ruleErrors].map(([id, detail]) => `  ${id}: ${display(detail)}`)];
}

/** Signed in, and nothing in sight: what a newcomer meets most often. */
function blind({ coverage }: Report): string[] {
  if (coverage.some(({ resource }) => resource.startsWith('subscription:'))) return [];
  const isRead = coverage.some(({ what, status }) => what === 'inventory' && status === 'read');
  return isRead ? ['', 'This identity sees no subscription. Grant it the role Reader on those to be scanned.'] : [];
}

const files = (outputs: readonly Output[]): string[] => outputs.map(({ path }) => `Wrote ${path}`);

function verdict(outcome: Outcome, options: ExitOptions): string {
  const code = exitCode(outcome, options);
  const why: { readonly [code: number]: string } = {
    0: `nothing of severity ${options.failOn} or worse failed`,
    1: `a rule of severity ${options.failOn} or worse failed`,
    2: outcome.ruleErrors.size > 0 ? 'a rule is broken' : 'a report must not be used as it is',
    3:
      outcome.judged === 0
        ? 'there was nothing to judge (--allow-empty makes this 0)'
        : 'what could not be read may be worse (--allow-unknown makes this 0)',
  };
  return `Exit code ${code}: ${why[code]}.`;
}
