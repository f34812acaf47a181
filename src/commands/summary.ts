/** The last words on the terminal: what was found, what could not be told, where to read on. */
import pc from 'picocolors';
import { type ExitOptions, exitCode } from '../exit-code.ts';
import type { Report } from '../model/report.ts';
import { SEVERITIES, type Severity } from '../model/rule.ts';
import type { Outcome } from '../report/compile.ts';
import { count, counted, display, utc } from '../report/text.ts';
import type { Output } from '../run.ts';

/** Rules that are named one by one. */
const NAMED = 5;
/** Cures that are named one by one. */
const CURES = 4;

const TINT: { readonly [S in Severity]: (text: string) => string } = {
  critical: (text) => pc.bold(pc.red(text)),
  high: pc.red,
  medium: pc.yellow,
  low: pc.cyan,
  info: pc.dim,
};

export function summary(report: Report, outcome: Outcome, outputs: readonly Output[], options: ExitOptions): string {
  const lines = [
    title(report),
    '',
    totals(report),
    ...worstRules(report, outcome),
    ...holes(report),
    ...broken(outcome),
    '',
    ...files(outputs),
    verdict(outcome, options),
  ];
  return `${lines.join('\n')}\n`;
}

function title({ run, tool }: Report): string {
  const what = run.estate === undefined ? `tenant ${run.tenantId ?? 'unknown'}` : display(run.estate);
  return `${pc.bold(what)}, judged as of ${utc(run.evaluatedAt)} by ${counted(tool.ruleset.rules, 'rule')}`;
}

function totals({ totals: { fail, unknown, pass, notApplicable, waived } }: Report): string {
  const parts = [
    pc.red(`${count(fail)} failed`),
    pc.yellow(`${count(unknown)} unknown`),
    pc.green(`${count(pass)} passed`),
    `${count(notApplicable)} not applicable`,
  ];
  return `  ${[...parts, ...(waived > 0 ? [`${count(waived)} waived`] : [])].join('   ')}`;
}

function worstRules({ rules }: Report, { failsByRule }: Outcome): string[] {
  const failing = rules.filter(({ id }) => failsByRule.has(id));
  const times = (id: string) => failsByRule.get(id) ?? 0;
  failing.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || times(b.id) - times(a.id));
  if (failing.length === 0) return [];
  const shown = failing.slice(0, NAMED).map(({ id, severity, title }) => {
    const head = `  ${TINT[severity](severity.padEnd(8))} ${count(times(id)).padStart(6)}  ${id.padEnd(11)}`;
    return `${head} ${title}`;
  });
  const rest = failing.length - shown.length;
  return ['', 'Failed, the worst first:', ...shown, ...(rest > 0 ? [`  and ${counted(rest, 'more rule')}`] : [])];
}

/** What could not be read, by cure. */
function holes({ coverage }: Report): string[] {
  const byCure = new Map<string, Set<string>>();
  for (const { status, remedy, detail, resource } of coverage) {
    if (status === 'read') continue;
    const cure = remedy ?? detail ?? status;
    byCure.set(cure, (byCure.get(cure) ?? new Set()).add(resource));
  }
  if (byCure.size === 0) return [];
  const cures = [...byCure].sort(([, a], [, b]) => b.size - a.size);
  const shown = cures
    .slice(0, CURES)
    .map(([cure, places]) => `  ${counted(places.size, 'place').padEnd(10)} ${display(cure)}`);
  const rest = cures.length - shown.length;
  return [
    '',
    'Could not be read, and what would cure it:',
    ...shown,
    ...(rest > 0 ? [`  and ${counted(rest, 'more cure')} in the report`] : []),
  ];
}

function broken({ ruleErrors }: Outcome): string[] {
  if (ruleErrors.size === 0) return [];
  return ['', pc.red('Broken rules:'), ...[...ruleErrors].map(([id, detail]) => `  ${id}: ${display(detail)}`)];
}

const files = (outputs: readonly Output[]): string[] => outputs.map(({ path }) => `Wrote ${path}`);

function verdict(outcome: Outcome, options: ExitOptions): string {
  const code = exitCode(outcome, options);
  const why: { readonly [code: number]: string } = {
    0: `nothing of severity ${options.failOn} or worse failed`,
    1: `a rule of severity ${options.failOn} or worse failed`,
    2: 'a rule is broken',
    3:
      outcome.judged === 0
        ? 'there was nothing to judge (--allow-empty makes this 0)'
        : 'what could not be read may be worse (--allow-unknown makes this 0)',
  };
  return `Exit code ${code}: ${why[code]}.`;
}
