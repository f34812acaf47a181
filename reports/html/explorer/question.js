/** What the reader asks of the list: a value for each field of the filter, kept in the address. */
/** @typedef {import('./findings.js').Findings} Findings */
/** @typedef {import('./findings.js').Column} Column */
/** @typedef {{ readonly [field: string]: string }} Question fields without a value ask nothing */

export const FIELDS = ['severity', 'verdict', 'rule', 'vault', 'subscription', 'control', 'text'];

/** Fragments that ask begin so; others are places in the page. */
export const ASKING = '#?';

/** Characters of a text that is searched for. */
const LONGEST = 200;

/** @param {string} fragment @returns {Question} */
export function questionIn(fragment) {
  const asked = new URLSearchParams(fragment.startsWith(ASKING) ? fragment.slice(ASKING.length) : '');
  return Object.fromEntries(FIELDS.map((field) => [field, (asked.get(field) ?? '').slice(0, LONGEST)]));
}

/** @param {Question} question */
export function fragmentOf(question) {
  const asked = new URLSearchParams(FIELDS.flatMap((field) => (question[field] ? [[field, question[field]]] : [])));
  return asked.size > 0 ? `${ASKING}${asked}` : '#explorer';
}

/** Those of the findings that fit, in the same order. @param {Findings} findings @param {Uint32Array} order @param {Question} question */
export function answersTo(findings, order, question) {
  const tests = [...fieldTests(findings, question), ...wordTests(findings, question['text'] ?? '')];
  return order.filter((finding) => tests.every((test) => test(finding)));
}

/** @typedef {(finding: number) => boolean} Test */

/** @param {Findings} findings @param {Question} question @returns {Test[]} */
function fieldTests(findings, { severity, verdict, rule, vault, subscription, control }) {
  const { legend } = findings;
  return [
    severity ? among(findings, 'severity', legend.severities, ({ key }) => key === severity) : undefined,
    verdict ? among(findings, 'verdict', legend.verdicts, ({ key }) => key === verdict) : undefined,
    rule ? among(findings, 'rule', legend.rules, ({ id }) => id === rule) : undefined,
    vault ? among(findings, 'vault', legend.vaults, ({ name }) => name === vault) : undefined,
    subscription ? among(findings, 'subscription', legend.subscriptions, ({ id }) => id === subscription) : undefined,
    control ? among(findings, 'controls', legend.controls, (held) => controlKeys(held).includes(control)) : undefined,
  ].filter((test) => test !== undefined);
}

/** What the filter may ask of controls: a framework, or one control of it. @param {import('./findings.js').Controls} controls */
export const controlKeys = (controls) =>
  controls.flatMap(([framework, ids]) => [framework, ...ids.map((id) => `${framework}:${id}`)]);

/**
 * Asks the legend's few entries once, so that many findings are only looked up.
 * @template T @param {Findings} findings @param {Column} column @param {readonly T[]} entries @param {(entry: T) => boolean} fits
 * @returns {Test}
 */
function among(findings, column, entries, fits) {
  const fitting = entries.map(fits);
  const numbers = findings.column(column);
  return (finding) => fitting[numbers[finding] ?? -1] === true;
}

/** Every word has to stand somewhere in the finding. @param {Findings} findings @param {string} text */
const wordTests = (findings, text) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => wordTest(findings, word));

/** @param {Findings} findings @param {string} word @returns {Test} */
function wordTest(findings, word) {
  const { legend } = findings;
  /** @param {string[]} texts */
  const has = (...texts) => texts.some((text) => text.toLowerCase().includes(word));
  const named = [
    among(findings, 'rule', legend.rules, ({ id, title }) => has(id, title)),
    among(findings, 'vault', legend.vaults, ({ name, declared }) => has(name, declared)),
    among(findings, 'subscription', legend.subscriptions, ({ name }) => has(name)),
    among(findings, 'kind', legend.kinds, (kind) => has(kind)),
    among(findings, 'reason', legend.reasons, (reason) => has(reason)),
    among(findings, 'shape', findings.shapes, ({ fields }) => has(...fields)),
  ];
  return (finding) =>
    named.some((test) => test(finding)) ||
    findings.says(finding, word) ||
    (FINGERPRINT.test(word) && findings.isCalled(finding, word));
}

/** The beginning of a fingerprint; fewer digits than these would be found in many by chance. */
const FINGERPRINT = /^[0-9a-f]{8,}$/;
