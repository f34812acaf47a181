/** The findings of one rule, with what the rule says about all of them. */
import type { Finding } from '../../model/finding.ts';
import type { ReportRule } from '../../model/report.ts';
import { type Fix, SEVERITIES } from '../../model/rule.ts';
import type { ControlNames } from '../control-names.ts';
import { Counts } from '../counts.ts';
import type { Listed } from '../listed.ts';
import { severitiesIn, type Tally } from '../tally.ts';
import { count, counted } from '../text.ts';
import { SEVERITY_WORDS } from '../words.ts';
import { anchorPart, type FindingContext, finding } from './finding.ts';

/** A rule with findings of one verdict: how many there are, and those that are shown. */
export interface Group {
  readonly rule: ReportRule;
  readonly verdict: Listed;
  readonly counts: Counts;
  readonly chosen: readonly Finding[];
}

/** The rules that have such findings, worst first. */
export const groupsOf = (
  verdict: Listed,
  rules: readonly ReportRule[],
  tally: Tally,
  chosen: readonly Finding[],
): Group[] =>
  rules
    .map((rule) => ({
      rule,
      verdict,
      counts: only(verdict, tally.rules.get(rule.id)),
      chosen: of(rule, verdict, chosen),
    }))
    .filter(({ counts }) => counts.all(verdict) > 0)
    .toSorted((a, b) => a.counts.compare(b.counts) || (a.rule.id < b.rule.id ? -1 : 1));

function only(verdict: Listed, counts: Counts | undefined): Counts {
  const kept = new Counts();
  for (const severity of SEVERITIES) kept.add(verdict, severity, counts?.of(verdict, severity));
  return kept;
}

const of = (rule: ReportRule, verdict: Listed, chosen: readonly Finding[]): Finding[] =>
  chosen
    .filter((finding) => finding.ruleId === rule.id && finding.verdict === verdict)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));

export function group({ rule, verdict, counts, chosen }: Group, context: FindingContext) {
  const severity = SEVERITIES.find((severity) => counts.of(verdict, severity)) ?? rule.severity;
  const total = counts.all(verdict);
  return {
    ...about(rule, context.names),
    question: new URLSearchParams({ rule: rule.id, verdict }).toString(),
    anchor: `${verdict === 'fail' ? 'rule' : 'unknown'}-${anchorPart(rule.id)}`,
    verdict,
    severity,
    severityWord: SEVERITY_WORDS[severity],
    total: counted(total, verdict === 'fail' ? 'finding' : 'question'),
    outcome: `${verdict === 'fail' ? 'broken' : 'not answered'} ${total === 1 ? 'once' : `${count(total)} times`}`,
    severities: severitiesIn(counts, verdict),
    failed: verdict === 'fail',
    findings: chosen.map((each) => finding(each, context)),
    unlisted: total > chosen.length ? count(total - chosen.length) : null,
    shown: count(chosen.length),
    onPaper: onPaper(total, chosen, context),
  };
}

/** What a printed page leaves out, if it does. */
function onPaper(total: number, chosen: readonly Finding[], { paper }: FindingContext): string | null {
  const full = chosen.filter((each) => paper.full.has(each)).length;
  const named = chosen.filter((each) => paper.named.has(each)).length;
  if (full === total) return null;
  const parts = [
    `${count(full)} printed with evidence`,
    ...(named > full ? [`${count(named - full)} without`] : []),
    ...(total > named ? [`${count(total - named)} not at all`] : []),
  ];
  return `Of ${count(total)}, ${parts.join(', ')}.`;
}

const about = (rule: ReportRule, names: ControlNames) => ({
  id: rule.id,
  methodAnchor: `method-${anchorPart(rule.id)}`,
  title: rule.title,
  why: rule.why,
  fix: FIXES.flatMap(([way, name]) => ways(name, rule.fix[way])),
  fixGroup: `fix-${anchorPart(rule.id)}`,
  sideEffects: rule.fix.sideEffects ?? null,
  controls: Object.entries(rule.controls).map(([framework, controls]) => ({
    framework: names.framework(framework),
    controls: controls.map(({ id, when }) => ({ id, title: names.control(framework, id) ?? null, when: when ?? null })),
  })),
  references: rule.references.map((address) => ({ address, href: safeLink(address) })),
});

const FIXES = [
  ['az', 'Azure CLI'],
  ['bicep', 'Bicep'],
  ['terraform', 'Terraform'],
  ['portal', 'Portal'],
] as const satisfies readonly (readonly [keyof Fix, string])[];

const ways = (name: string, text: string | undefined) =>
  text === undefined ? [] : [{ name, lines: text.trimEnd().split(/\r?\n/) }];

/** Only https is made a link; anything else stays text. */
const safeLink = (address: string): string | null =>
  URL.canParse(address) && new URL(address).protocol === 'https:' ? new URL(address).href : null;
