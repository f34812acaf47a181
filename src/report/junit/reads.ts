/** What could not be read, as a suite of its own: a place that no rule could be asked about must not look sound. */
import type { ReportHead } from '../../model/report.ts';
import type { Coverage } from '../../model/snapshot.ts';
import { lastPart } from '../sarif/place.ts';
import { SubscriptionNames } from '../subscription-names.ts';
import { placeKey } from '../tally.ts';
import { REASON_WORDS, SUBJECT_WORDS } from '../words.ts';
import type { Complaint, TestCase } from './case.ts';

/** A case for each place with a gap; one that passed where there is none. */
export function readCases(report: Pick<ReportHead, 'coverage' | 'subscriptions'>): TestCase[] {
  const names = new SubscriptionNames(report);
  const places = gapsByPlace(report.coverage);
  if (places.size === 0) return [{ name: 'Everything that was asked for was read' }];
  return [...places.values()].map((gaps) => ({ name: nameOf(gaps, names), complaint: complaintOn(gaps) }));
}

type Gaps = [Coverage, ...Coverage[]];

function gapsByPlace(coverage: readonly Coverage[]): Map<string, Gaps> {
  const places = new Map<string, Gaps>();
  for (const entry of coverage) {
    if (entry.status === 'read') continue;
    const known = places.get(placeKey(entry.resource));
    if (known) known.push(entry);
    else places.set(placeKey(entry.resource), [entry]);
  }
  return places;
}

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
