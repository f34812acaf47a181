/** The estate in figures: four charts, each with the sentence that it shows and the table of its numbers. */
import { PLANES } from '../../model/catalog.ts';
import type { Expiries, Figures, ReportHead } from '../../model/report.ts';
import { ageLimit, AGE_RULE } from '../figures.ts';
import { count, counted } from '../text.ts';
import { EXPOSURE_WORDS, PLANE_WORDS } from '../words.ts';
import { columns, rows } from './chart.ts';
import { partsOf, readsIn } from './reads.ts';

export const figures = (head: ReportHead) => ({
  read: readShare(head),
  estate: head.figures ? estate(head, head.figures) : null,
});

const estate = (head: ReportHead, figures: Figures) => ({
  ages: ages(figures, ageLimit(head.rules)),
  expiries: expiries(figures),
  exposure: exposure(figures),
});

// ---- ages

function ages({ secretAges: { classes, unknown } }: Figures, limit: number | undefined) {
  const known = sum(classes.map(({ count }) => count));
  const spans = classes.map(({ upTo, count }, at) => ({ from: classes[at - 1]?.upTo ?? 0, upTo, count }));
  const isOver = ({ from }: { from: number }): boolean => limit !== undefined && from >= limit;
  const over = sum(spans.filter(isOver).map(({ count }) => count));
  return {
    title: ageTitle(known, over, limit),
    limit: limit === undefined ? null : { days: counted(limit, 'day'), rule: AGE_RULE },
    chart: columns(
      spans.map((span) => ({
        label: spanLabel(span),
        parts: [{ name: isOver(span) ? 'over' : 'within', size: span.count }],
      })),
      limit === undefined
        ? undefined
        : { before: spans.filter((span) => !isOver(span)).length, label: `limit: ${counted(limit, 'day')}` },
    ),
    rows: spans.map((span) => ({
      label: `${spanLabel(span)} days`,
      over: isOver(span),
      count: count(span.count),
    })),
    unknown: count(unknown),
  };
}

function ageTitle(known: number, over: number, limit: number | undefined): string {
  if (known === 0) return 'No secret’s age is known.';
  if (limit === undefined) return `${counted(known, 'secret')} in use, by age.`;
  if (over === 0) return `No secret in use is older than the limit of ${counted(limit, 'day')}.`;
  return `${count(over)} of ${counted(known, 'secret')} in use ${over === 1 ? 'is' : 'are'} older than the limit of ${counted(limit, 'day')}.`;
}

/** `31–90`, `over 730`. */
const spanLabel = ({ from, upTo }: { from: number; upTo: number | undefined }): string =>
  upTo === undefined ? `over ${from}` : `${from ? from + 1 : 0}–${upTo}`;

// ---- expiries

const KINDS = [
  { kind: 'azure.secret', name: 'secret', word: 'Secrets' },
  { kind: 'azure.key', name: 'key', word: 'Keys' },
  { kind: 'azure.certificate', name: 'certificate', word: 'Certificates' },
] as const;

function expiries({ expiries }: Figures) {
  const kinds = KINDS.flatMap((each) => {
    const counts = expiries[each.kind];
    return counts ? [{ ...each, counts }] : [];
  });
  const ofKinds = (numberIn: (counts: Expiries) => number): number[] => kinds.map(({ counts }) => numberIn(counts));
  const expired = ofKinds((counts) => counts.expired);
  const months = (kinds[0]?.counts.months ?? []).map(({ month }, at) => ({
    month,
    numbers: ofKinds((counts) => counts.months[at]?.count ?? 0),
  }));
  const others = [
    { label: 'Later', numbers: ofKinds(({ later }) => later) },
    { label: 'Never', numbers: ofKinds(({ never }) => never) },
    { label: 'Not readable', numbers: ofKinds(({ unknown }) => unknown) },
  ];
  const columnOf = (numbers: readonly number[]) => kinds.map(({ name }, at) => ({ name, size: numbers[at] ?? 0 }));
  const soon = sum(months.flatMap(({ numbers }) => numbers));
  return {
    title: expiryTitle(sum(expired), soon, sum(others.flatMap(({ numbers }) => numbers)), months.at(-1)?.month ?? ''),
    legend: kinds.map(({ name, word }) => ({ name, word })),
    chart: columns(
      [
        { label: 'past', parts: columnOf(expired) },
        ...months.map(({ month, numbers }) => ({ label: monthLabel(month), parts: columnOf(numbers) })),
      ],
      { before: 1, label: 'day of judging' },
    ),
    kinds: kinds.map(({ word }) => word),
    rows: [
      { label: 'Expired, still enabled', numbers: expired },
      ...months.map(({ month, numbers }) => ({ label: month, numbers })),
      ...others,
    ].map(({ label, numbers }) => ({
      label,
      numbers: numbers.map((number, at) => ({ word: kinds[at]?.word ?? '', count: count(number) })),
    })),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function expiryTitle(expired: number, soon: number, others: number, last: string): string {
  if (expired + soon + others === 0) return 'Nothing that could expire was found.';
  const past = expired ? `${count(expired)} expired and still enabled` : 'Nothing expired is still enabled';
  return `${past}; ${soon ? count(soon) : 'none'} to expire by the end of ${monthLabel(last)} ${last.slice(0, 4)}.`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03` → `Mar` */
const monthLabel = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? month;

// ---- exposure

/** The widest first, as the catalog has them. */
const REACHES = Object.keys(EXPOSURE_WORDS);

function exposure({ exposure, exposureUnknown }: Figures) {
  const told = [...new Set([...REACHES, ...Object.keys(exposure)])].map((reach) => ({
    label: EXPOSURE_WORDS[reach] ?? reach,
    name: reach === 'internet' ? 'over' : 'within',
    size: exposure[reach] ?? 0,
  }));
  const all = [...told, { label: 'Not known', name: 'unknown', size: exposureUnknown }];
  const vaults = sum(all.map(({ size }) => size));
  return {
    title: exposureTitle(exposure['internet'] ?? 0, exposureUnknown, vaults),
    chart: rows(
      all.map(({ label, name, size }) => ({ label, parts: [{ name, size }] })),
      'bySum',
    ),
    rows: all.map(({ label, size }) => ({ label, count: count(size) })),
  };
}

function exposureTitle(open: number, unknown: number, vaults: number): string {
  if (vaults === 0) return 'No vault was found.';
  if (unknown === vaults) return 'Who can reach the vaults over the network is not known in this run.';
  const rest = unknown ? `; of ${count(unknown)} it is not known` : '';
  if (open === 0) return `No vault is known to be open to the whole internet${rest}.`;
  return `${count(open)} of ${counted(vaults, 'vault')} can be reached from the whole internet${rest}.`;
}

// ---- coverage

function readShare({ coverage }: ReportHead) {
  const planes = PLANES.flatMap((plane) => {
    const ofPlane = coverage.filter((entry) => entry.plane === plane);
    return ofPlane.length > 0 ? [{ label: PLANE_WORDS[plane], reads: readsIn(ofPlane) }] : [];
  });
  return {
    title: coverage.length
      ? `${count(readsIn(coverage).read)} of ${counted(coverage.length, 'read')} were answered in full.`
      : 'The run recorded no read at all.',
    chart: rows(
      planes.map(({ label, reads }) => ({
        label,
        parts: partsOf(reads),
        number: `${count(reads.read)} / ${count(reads.asked)}`,
      })),
      'whole',
    ),
    rows: planes.map(({ label, reads: { asked, read, instead, missing } }) => ({
      label,
      asked: count(asked),
      read: count(read),
      instead: count(instead),
      missing: count(missing),
    })),
  };
}
