/** A finding, and an answer that evidence stands on, as a line of the explorer's data. */
import type { Evidence, Finding } from '../../model/finding.ts';
import type { Source } from '../../model/report.ts';
import { display } from '../text.ts';
import { anchorPart, sourceView, valueText } from '../views/finding.ts';
import { shortened } from './digits.ts';
import { type Legend, shownParams } from './legend.ts';

/** Stands for a source where a parameter or something derived has none. */
const NO_SOURCE = '';

/**
 * Before the tab what is looked up, behind it what is shown and searched: fingerprint, numbers of the legend, the source of
 * each leaf by its step from the one before, in whichever row; then name, id, message, detail, leaves and overridden parameters as JSON.
 */
export function row(finding: Finding, legend: Legend): string {
  const sources = (finding.evidence ?? []).map(({ source }) => (source ? legend.step(source.ref) : NO_SOURCE));
  const codes = [shortened(anchorPart(finding.fingerprint)), ...legend.numbers(finding), ...sources];
  return `${codes.join(',')}\t${JSON.stringify(texts(finding))}`;
}

const texts = ({ resource, message = '', detail = '', evidence = [], params = {} }: Finding) => [
  display(resource.name),
  display(resource.id),
  display(message),
  display(detail),
  evidence.map(leaf),
  shownParams(params),
];

const leaf = ({ field, value, unrecognised }: Evidence): readonly [field: string, value: string] => [
  display(field),
  display(valueText(value)) + (unrecognised ? ' (a value not known to this version)' : ''),
];

/** Its number, and what is shown of it, as JSON. */
export function sourceRow(source: Source): string {
  const { plane, request, at, status, requestId } = sourceView(source);
  return JSON.stringify([source.id, plane, display(request), display(at), status, shortened(display(requestId ?? ''))]);
}
