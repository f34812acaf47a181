/** What could not be read, as a suite of its own: a place that no rule could be asked about must not look sound. */
import type { ReportHead } from '../../model/report.ts';
import type { Coverage } from '../../model/snapshot.ts';
import { grouped } from '../growing-map.ts';
import { lastPart, placeKey } from '../resource-id.ts';
import { SubscriptionNames } from '../subscription-names.ts';
import { REASON_WORDS, SUBJECT_WORDS } from '../words.ts';
import type { Complaint, TestCase } from './case.ts';

/** A case for each place with a gap; one that passed where there is none. */
export function readCases(report: Pick<ReportHead, 'coverage' | 'subscriptions'>): TestCase[] {
  const names = new SubscriptionNames(report);
  const gaps = report.coverage.filter(({ status }) => status !== 'read');
  const places = grouped(gaps, ({ resource }) => placeKey(resource));
  if (places.size === 0) return [{ name: 'Everything that was asked for was read' }];
  return [...places.values()].map((gaps) => ({ name: nameOf(gaps, names), complaint: complaintOn(gaps) }));
}

type Gaps = [Coverage, ...Coverage[]];

const nameOf = ([{ resource }]: Gaps, names: SubscriptionNames): string =>
  `What was asked of ${names.place(resource) ?? lastPart(resource)} was read`;

/** What the user switched off is no error. */
function complaintOn(gaps: Gaps): Complaint {
  const [worst] = gaps.toSorted((a, b) => Number(a.status === 'skipped') - Number(b.status === 'skipped'));
  const status = worst?.status ?? 'error';
  return {
    element: status === 'skipped' ? 'skipped' : 'error',
    type: status,
    message: gaps.map(({ what }) => SUBJECT_WORDS[what]).join(', '),
    lines: status === 'skipped' ? [] : gaps.map(told),
  };
}

const told = ({ what, status, detail, remedy }: Coverage): string =>
  [`${SUBJECT_WORDS[what]}: ${status === 'read' ? status : REASON_WORDS[status]}`, detail, remedy]
    .filter((part) => part !== undefined)
    .join('. ');
