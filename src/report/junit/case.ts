/** A case of a test report: passed, or why not. */
import type { Finding } from '../../model/finding.ts';
import type { ReportRule } from '../../model/report.ts';
import { sentenceOf } from '../telling.ts';
import { count, counted } from '../text.ts';
import { kindWords, REASON_WORDS } from '../words.ts';
import type { RuleCase } from './suites.ts';

export interface Complaint {
  readonly element: 'failure' | 'error' | 'skipped';
  /** A word for it: the severity, or why it is not known. */
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

export interface TestCase {
  readonly name: string;
  /** Absent where it passed. */
  readonly complaint?: Complaint;
}

/** The worst of a rule's verdicts is that of the case. A waived failure is no pass. */
export function testCase(judged: RuleCase, rule: ReportRule | undefined): TestCase {
  const title = rule?.title ?? '';
  const complaint = complaintOn(judged, title);
  return { name: `${judged.ruleId} ${title}`.trimEnd(), ...(complaint && { complaint }) };
}

function complaintOn({ counts, worst }: RuleCase, title: string): Complaint | undefined {
  const [first] = worst;
  if (counts.fail > 0 && first) return failure(first, counts.fail, title, lines(worst, counts.fail + counts.unknown));
  if (counts.unknown > 0 && first) return error(first, counts.unknown, lines(worst, counts.unknown));
  if (counts.waived > 0) return skipped('waived', `Waived: ${counted(counts.waived, 'failure')}`);
  return counts.pass > 0 ? undefined : skipped('notApplicable', 'Not applicable');
}

const failure = (worst: Finding, fails: number, title: string, lines: readonly string[]): Complaint => ({
  element: 'failure',
  type: worst.severity,
  message:
    fails === 1 ? sentenceOf(worst) || title || 'The rule is not met.' : `${counted(fails, 'finding')}: ${title}`,
  lines,
});

const error = (worst: Finding, unknowns: number, lines: readonly string[]): Complaint => ({
  element: 'error',
  type: worst.reason ?? 'unknown',
  message: `Not known${unknowns === 1 ? '' : ` for ${count(unknowns)}`}: ${REASON_WORDS[worst.reason ?? 'error']}`,
  lines,
});

const skipped = (type: string, message: string): Complaint => ({ element: 'skipped', type, message, lines: [] });

function lines(worst: readonly Finding[], total: number): string[] {
  const rest = total - worst.length;
  return [...worst.map(told), ...(rest > 0 ? [`and ${count(rest)} more: the JSON report has all`] : [])];
}

const told = (finding: Finding): string => {
  const { verdict, severity, resource } = finding;
  const how = verdict === 'fail' ? severity : `unknown, perhaps ${severity}`;
  return `${how}: ${kindWords(resource.kind)} ${resource.name}: ${sentenceOf(finding)}`;
};
