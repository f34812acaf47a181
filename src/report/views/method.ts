/** The rules that ran: what each asks, with which parameters, and how it came out. */
import type { ReportHead, ReportRule } from '../../model/report.ts';
import { Counts } from '../counts.ts';
import type { Tally } from '../tally.ts';
import type { RequestCounts } from '../../model/snapshot.ts';
import { count, counted } from '../text.ts';
import { kindWords, PLANE_WORDS, SEVERITY_WORDS } from '../words.ts';
import { conditions } from './conditions.ts';
import { anchorPart, params } from './finding.ts';

export const method = ({ tool, run, rules }: ReportHead) => ({
  requests: requestWords(run.requests),
  ruleset: tool.ruleset.sha256,
  tool: `${tool.name} ${tool.version}`,
  switchedOff: (run.scope.without ?? []).map((plane) => PLANE_WORDS[plane]),
  judged: [...new Set(rules.map(({ kind }) => `${kindWords(kind)}s`))].join(', '),
});

/** The catalogue of the rules that ran, with their numbers. */
export const catalogue = ({ rules }: ReportHead, tally: Tally) =>
  rules.map((rule) => row(rule, tally.rules.get(rule.id) ?? new Counts()));

/** What the scan cost the services; nothing where a snapshot does not tell. */
function requestWords(requests: RequestCounts | undefined): string | null {
  if (!requests) return null;
  const { sent, retried, throttled } = requests;
  return `${counted(sent, 'request')}, ${count(retried)} of them tried again, ${count(throttled)} refused for being too many`;
}

const row = (rule: ReportRule, counts: Counts) => ({
  anchor: `method-${anchorPart(rule.id)}`,
  group: groupAnchor(rule, counts),
  id: rule.id,
  aliases: rule.aliases.join(', '),
  title: rule.title,
  kind: kindWords(rule.kind),
  severity: rule.severity,
  severityWord: SEVERITY_WORDS[rule.severity],
  conditions: conditions(rule),
  params: params(rule.params),
  controls: Object.entries(rule.controls).map(([framework, controls]) => ({
    framework,
    ids: controls.map(({ id }) => id).join(', '),
  })),
  fail: count(counts.all('fail')),
  unknown: count(counts.all('unknown')),
  pass: count(counts.all('pass')),
  notApplicable: count(counts.all('notApplicable')),
});

/** Where most is said about it: its findings, if it has any, else its row. */
export const ruleAnchor = (rule: ReportRule, counts: Counts): string =>
  groupAnchor(rule, counts) ?? `method-${anchorPart(rule.id)}`;

function groupAnchor({ id }: ReportRule, counts: Counts): string | null {
  if (counts.all('fail')) return `rule-${anchorPart(id)}`;
  return counts.all('unknown') ? `unknown-${anchorPart(id)}` : null;
}
