/** The rules that ran: what each asks, with which parameters, and how it came out. */
import type { ReportHead, ReportRule } from '../../model/report.ts';
import { Counts, type Tally } from '../tally.ts';
import type { RequestCounts } from '../../model/snapshot.ts';
import { count, counted } from '../text.ts';
import { kindWords, SEVERITY_WORDS } from '../words.ts';
import { anchorPart, params } from './finding.ts';

export const method = ({ rules, tool, run }: ReportHead, tally: Tally) => ({
  requests: requestWords(run.requests),
  ruleset: tool.ruleset.sha256,
  tool: `${tool.name} ${tool.version}`,
  rules: rules.map((rule) => row(rule, tally.rules.get(rule.id) ?? new Counts())),
});

/** What the scan cost the services; nothing where a snapshot does not tell. */
function requestWords(requests: RequestCounts | undefined): string | null {
  if (!requests) return null;
  const { sent, retried, throttled } = requests;
  return `${counted(sent, 'request')}, ${count(retried)} of them tried again, ${count(throttled)} refused for being too many`;
}

const row = (rule: ReportRule, counts: Counts) => ({
  anchor: `method-${anchorPart(rule.id)}`,
  group: groupOf(rule, counts),
  id: rule.id,
  aliases: rule.aliases.join(', '),
  title: rule.title,
  kind: kindWords(rule.kind),
  severity: rule.severity,
  severityWord: SEVERITY_WORDS[rule.severity],
  params: params(rule.params),
  fail: count(counts.all('fail')),
  unknown: count(counts.all('unknown')),
  pass: count(counts.all('pass')),
  notApplicable: count(counts.all('notApplicable')),
});

/** Where its findings stand, if it has any. */
function groupOf({ id }: ReportRule, counts: Counts): string | null {
  if (counts.all('fail')) return `rule-${anchorPart(id)}`;
  return counts.all('unknown') ? `unknown-${anchorPart(id)}` : null;
}
