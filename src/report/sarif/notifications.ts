/** What a run could not tell: what was not read, with its cure, and what was done about it. */
import type { Notification, ReportingDescriptor } from 'sarif';
import type { Coverage } from '../../model/snapshot.ts';
import { fewInLine } from '../few.ts';
import { grouped } from '../growing-map.ts';
import { lastPart } from '../resource-id.ts';
import { counted } from '../text.ts';
import { PLANE_WORDS, REASON_WORDS, SUBJECT_WORDS } from '../words.ts';
import { INFORMATION_URI } from './descriptor.ts';
import { quoted } from './place.ts';
import type { PlannedRun } from './plan.ts';
import { plain } from './prose.ts';

const ID = 'VP-NOT-READ';

/** The one kind of notification. */
export const NOT_READ: ReportingDescriptor = {
  id: ID,
  name: 'NotRead',
  shortDescription: { text: 'Something could not be read.' },
  fullDescription: {
    text: 'What could not be read has no verdict. What the last scan found there is carried forward, where that scan was given.',
  },
  help: { text: 'Each message names the permission or setting that cures it. Scan again afterwards.' },
  helpUri: INFORMATION_URI,
};

/** Gaps that are told one by one, and places that each names. */
const GAPS = 100;
const PLACES = 10;

/** `cut`: how many results the run had to leave out. */
export function notificationsOf(run: PlannedRun, narrowed: boolean, cut: number): Notification[] {
  const gaps = [...gapsOf(run.holes).values()].map(gapText);
  const rest = gaps.length - GAPS;
  return [
    ...gaps.slice(0, GAPS),
    ...(rest > 0 ? [`${counted(rest, 'more gap')} in the report's coverage.`] : []),
    ...[...run.unknowns].map(([reason, count]) => `${counted(count, 'verdict')} unknown. ${REASON_WORDS[reason]}.`),
    ...(narrowed ? ['The report lists only some of its results, so that unknown verdicts may be missing.'] : []),
    ...(run.carried.length > 0 ? [`${counted(run.carried.length, 'result')} carried forward from the last scan.`] : []),
    ...(cut > 0 ? [`${counted(cut, 'result')} had no room in this run.`] : []),
    ...(run.listed || gaps.length > 0 ? [] : ['Nothing was read.']),
  ].map(notification);
}

const notification = (text: string): Notification => ({
  descriptor: { id: ID, index: 0 },
  level: 'warning',
  message: { text },
});

/** The same gap with the same cure, wherever it is. */
const gapsOf = (holes: readonly Coverage[]) =>
  grouped(holes, ({ what, status, remedy, fallback }) => JSON.stringify([what, status, remedy, fallback]));

function gapText(holes: readonly [Coverage, ...Coverage[]]): string {
  const [{ what, status, remedy, fallback }] = holes;
  const names = holes.map(({ resource }) => quoted(lastPart(resource)));
  const reason = status === 'read' ? '' : ` ${REASON_WORDS[status]}.`;
  const instead = fallback ? ` ${PLANE_WORDS[fallback]} answered instead.` : '';
  const cure = remedy ? ` Cure: ${plain(remedy)}` : '';
  return `${SUBJECT_WORDS[what]} not read of ${fewInLine(names, PLACES)}.${reason}${instead}${cure}`;
}
