/** The result on one screen: how many, how bad, whether all was seen, and the worst in words. */
import type { Verdict } from '../../model/finding.ts';
import type { ReportHead, Totals } from '../../model/report.ts';
import { SEVERITIES } from '../../model/rule.ts';
import type { Tally } from '../tally.ts';
import { count, counted } from '../text.ts';
import { SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts';
import { bar } from './bar.ts';
import type { FindingContext } from './finding.ts';
import type { frameworks as frameworkViews } from './framework.ts';
import { type Group, group } from './group.ts';

/** The waived only when there are any. */
const FIGURES = ['fail', 'unknown', 'pass', 'notApplicable', 'waived'] as const satisfies readonly Verdict[];

const WORST = 3;
/** Told in a line each after them. */
const NEXT = 2;
/** Resources named for each of the worst; only those of which the very same is said. */
const NAMED = 2;

type Frameworks = ReturnType<typeof frameworkViews>;

export function result(
  head: ReportHead,
  tally: Tally,
  failed: readonly Group[],
  frameworks: Frameworks,
  context: FindingContext,
) {
  const { totals, coverage, run } = head;
  const gaps = coverage.filter(({ status }) => status !== 'read').length;
  return {
    headline: headline(totals),
    complete: run.complete,
    nothing: judged(totals) === 0,
    gaps: gaps ? `${count(gaps)} of ${counted(coverage.length, 'read')}` : null,
    unknowns: counted(totals.unknown, 'question'),
    figures: FIGURES.filter((verdict) => verdict !== 'waived' || totals.waived > 0).map((verdict) => ({
      verdict,
      word: VERDICT_WORDS[verdict],
      count: count(totals[verdict]),
      zero: totals[verdict] === 0,
    })),
    severities: severities(tally),
    none: none(totals),
    worst: failed.slice(0, WORST).map((each) => worst(each, context)),
    next: failed.slice(WORST, WORST + NEXT).map((each) => worst(each, context)),
    frameworks: frameworks.map(({ anchor, title, verdict, bar }) => ({ anchor, title, verdict, bar })),
    waived: totals.waived ? counted(totals.waived, 'failure') : null,
  };
}

const judged = ({ fail, unknown, pass, waived }: Totals): number => fail + unknown + pass + waived;

/** In place of the worst, where nothing failed. */
function none(totals: Totals): string {
  if (judged(totals) === 0) return 'Nothing was judged.';
  return totals.unknown ? 'None is known: no rule failed as far as the facts could be read.' : 'None: no rule failed.';
}

/** The result in a sentence. */
export function headline(totals: Totals): string {
  const { fail, unknown } = totals;
  if (judged(totals) === 0) return 'Nothing was found to judge.';
  if (judged(totals) === unknown) return `Nothing could be judged: ${open(unknown)}.`;
  const problems = fail ? counted(fail, 'problem') : 'No problem';
  return `${problems} found, and ${unknown ? open(unknown) : 'every question was answered'}.`;
}

const open = (unknown: number): string => `${counted(unknown, 'question')} could not be answered`;

function severities({ counts }: Tally) {
  const largest = Math.max(1, ...SEVERITIES.flatMap((each) => [counts.of('fail', each), counts.of('unknown', each)]));
  return SEVERITIES.map((severity) => ({
    severity,
    word: SEVERITY_WORDS[severity],
    fail: count(counts.of('fail', severity)),
    failBar: bar([{ name: severity, size: counts.of('fail', severity) }], largest),
    unknown: count(counts.of('unknown', severity)),
    unknownBar: bar([{ name: 'unknown', size: counts.of('unknown', severity) }], largest),
  }));
}

function worst(each: Group, context: FindingContext) {
  const { anchor, id, title, severity, severityWord, outcome, findings } = group(each, context);
  const alike = findings.filter((one) => one.severity === severity && one.message === findings[0]?.message);
  return {
    anchor,
    id,
    title,
    severity,
    severityWord,
    outcome,
    message: findings[0]?.message ?? title,
    where: alike.slice(0, NAMED).map(({ kind, name, vault, inVault }) => ({ kind, name, vault, inVault })),
    elsewhere: elsewhere(alike.length - NAMED, each),
  };
}

/** Where the page does not hold all findings, there may be more of which the same is said. */
function elsewhere(others: number, { chosen, counts, verdict }: Group): string | null {
  if (others <= 0) return null;
  return chosen.length < counts.all(verdict) ? 'and others' : `and ${counted(others, 'other')}`;
}
