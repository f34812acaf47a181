/** A finding in the list: one line that opens to its details. */
/** @typedef {import('./findings.js').Findings} Findings */
import { detailsOf } from './details.js';
import { make, told } from './elements.js';

/** @param {Findings} findings @param {number} finding */
export function rowOf(findings, finding) {
  const button = make('button', 'line', ...lineOf(findings, finding));
  button.type = 'button';
  button.id = `row-${finding}`;
  button.tabIndex = -1;
  button.ariaExpanded = 'false';
  const row = make('article', 'row', button);
  row.setAttribute('aria-labelledby', button.id);
  return row;
}

/** @param {Findings} findings @param {number} finding */
function lineOf(findings, finding) {
  const { legend } = findings;
  const { name, message } = findings.texts(finding);
  const severity = legend.severities[findings.column('severity')[finding] ?? -1];
  const vault = legend.vaults[findings.column('vault')[finding] ?? -1]?.name ?? '';
  const kind = legend.kinds[findings.column('kind')[finding] ?? -1] ?? '';
  const reason = legend.reasons[findings.column('reason')[finding] ?? -1] ?? '';
  const rule = legend.rules[findings.column('rule')[finding] ?? -1];
  return [
    make('span', `severity ${severity?.key}`, severity?.word),
    ' ',
    make('span', 'code', told(rule?.id ?? '')),
    ' ',
    make(
      'span',
      'what',
      make('span', 'kind', kind),
      ' ',
      told(name, 'name'),
      ...(vault && vault !== name ? whereabouts(vault) : []),
    ),
    ' ',
    make(
      'span',
      'message',
      reason ? make('span', 'unanswered', `Unknown: ${reason}.`) : null,
      reason && message ? ' ' : null,
      told(message || (reason ? '' : (rule?.title ?? ''))),
    ),
  ];
}

/** @param {string} vault */
const whereabouts = (vault) => [' ', make('span', 'in', 'in ', told(vault, 'name'))];

/** @param {Findings} findings @param {number} finding @param {HTMLElement} row */
export function openRow(findings, finding, row) {
  if (row.childElementCount > 1) return;
  row.append(detailsOf(findings, finding));
  lineIn(row).ariaExpanded = 'true';
}

/** @param {HTMLElement} row */
export function closeRow(row) {
  row.querySelector('.proof')?.remove();
  lineIn(row).ariaExpanded = 'false';
}

/** The button that a row's line is. @param {HTMLElement} row */
export const lineIn = (row) => /** @type {HTMLButtonElement} */ (row.firstElementChild);
