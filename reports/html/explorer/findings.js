/** The findings as `src/report/explorer/` wrote them: numbers in columns, texts in lines that are read when shown. */

/**
 * @typedef {{ key: string, word: string }} Term
 * @typedef {[name: string, value: string, from: string]} Param
 * @typedef {{ id: string, title: string, anchor: string, failed: boolean, params: Param[] }} Rule
 * @typedef {[framework: string, ids: string[]][]} Controls
 * @typedef {object} Legend
 * @property {number} findings how many lines are findings; answers follow
 * @property {Term[]} verdicts
 * @property {Term[]} severities
 * @property {Rule[]} rules
 * @property {{ name: string, anchor: string }[]} vaults
 * @property {{ id: string, name: string }[]} subscriptions
 * @property {string[]} kinds
 * @property {string[]} reasons
 * @property {Controls[]} controls
 * @property {{ [control: string]: string }} titles by `framework:id`
 */

/** @typedef {typeof COLUMNS[number]} Column */
const COLUMNS = /** @type {const} */ ([
  'verdict',
  'severity',
  'rule',
  'vault',
  'subscription',
  'kind',
  'reason',
  'controls',
]);

/** @typedef {{ plane: string, request: string, at: string, status: number | null, requestId: string }} Answer */
/** @typedef {{ field: string, value: string, answer: Answer | undefined }} Leaf */
/** @typedef {{ name: string, id: string, message: string, detail: string, evidence: Leaf[], params: Param[] }} Texts */

import { lengthened, shortened, shortenedStart } from './digits.js';

export class Findings {
  /** @type {Legend} */
  legend;
  /** @type {string[]} */
  #lines;
  /** @type {string[]} */
  #searched;
  /** @type {{ [C in Column]: Uint32Array }} */
  #columns;
  /** The source that was named last before a finding. */
  #sources;
  /** @type {Map<number, string>} */
  #answers = new Map();

  /** @param {string} text */
  constructor(text) {
    const lines = text.trimEnd().split('\n');
    this.legend = JSON.parse(/** @type {string} */ (lines.pop()));
    for (const line of lines.splice(this.legend.findings)) this.#answers.set(Number.parseInt(line.slice(1), 10), line);
    this.#lines = lines;
    this.#searched = lines.map((line) => line.slice(line.indexOf('\t') + 1).toLowerCase());
    this.#columns = columnsOf(lines);
    this.#sources = lastSources(lines);
  }

  /** How many there are; each goes by its number from 0. */
  get size() {
    return this.#lines.length;
  }

  /** Numbers of the legend, by finding. @param {Column} name */
  column(name) {
    return this.#columns[name];
  }

  /** Whether its texts have these words, which are in small letters. @param {number} finding @param {string} word */
  says(finding, word) {
    return this.#searched[finding]?.includes(word) ?? false;
  }

  /** @param {number} finding */
  fingerprint(finding) {
    return lengthened(this.#code(finding));
  }

  /** -1 when there is none. @param {string} fingerprint */
  withFingerprint(fingerprint) {
    const code = shortened(fingerprint);
    return this.#lines.findIndex((_, finding) => this.#code(finding) === code);
  }

  /** Whether its fingerprint begins with these digits. @param {number} finding @param {string} digits */
  isCalled(finding, digits) {
    return this.#code(finding).startsWith(shortenedStart(digits)) && this.fingerprint(finding).startsWith(digits);
  }

  /** @param {number} finding */
  #code(finding) {
    const line = this.#lines[finding] ?? '';
    return line.slice(0, line.indexOf(','));
  }

  /** @param {number} finding @returns {Texts} */
  texts(finding) {
    const [codes = '', json = ''] = (this.#lines[finding] ?? '').split('\t');
    const [name, id, message, detail, evidence, params] = JSON.parse(json);
    const sources = sourcesFrom(this.#sources[finding] ?? 0, stepsIn(codes));
    return { name, id, message, detail, params, evidence: this.#leaves(evidence, sources) };
  }

  /** @param {[field: string, value: string][]} evidence @param {(number | undefined)[]} sources @returns {Leaf[]} */
  #leaves(evidence, sources) {
    const answers = new Map(sources.map((source) => [source, this.#answer(source)]));
    return evidence.map(([field, value], at) => ({ field, value, answer: answers.get(sources[at]) }));
  }

  /** @param {number | undefined} source @returns {Answer | undefined} */
  #answer(source = -1) {
    const line = this.#answers.get(source);
    if (line === undefined) return undefined;
    const [, plane, request, at, status, requestId] = JSON.parse(line);
    return { plane, request, at, status, requestId: lengthened(requestId) };
  }

  /** All, the worst first: failed before unanswered, then by severity, then by rule. @returns {Uint32Array} */
  worstFirst() {
    const { verdict, severity, rule } = this.#columns;
    const { rules, severities } = this.legend;
    const ranks = ranksOf(rules.map(({ id }) => id));
    const keys = Float64Array.from(this.#lines, (_, at) => {
      const group = /** @type {number} */ (verdict[at]) * severities.length + /** @type {number} */ (severity[at]);
      return (group * rules.length + /** @type {number} */ (ranks[rule[at] ?? 0])) * 2 ** 24 + at;
    });
    return Uint32Array.from(keys.sort(), (key) => key % 2 ** 24);
  }
}

/** The steps that name sources; empty where a leaf has none. @param {string} codes */
const stepsIn = (codes) => codes.split(',').slice(1 + COLUMNS.length);

/** @param {number} last the source named last before @param {string[]} steps */
function sourcesFrom(last, steps) {
  let source = last;
  return steps.map((step) => (step === '' ? undefined : (source += Number(step))));
}

/** @param {string[]} lines */
function lastSources(lines) {
  let last = 0;
  return Uint32Array.from(lines, (line) => {
    const before = last;
    for (const step of stepsIn(line.slice(0, line.indexOf('\t')))) last += Number(step);
    return before;
  });
}

/** Place of each in the order of the alphabet. @param {string[]} names */
function ranksOf(names) {
  const ordered = names.toSorted();
  return names.map((name) => ordered.indexOf(name));
}

/** @param {string[]} lines */
function columnsOf(lines) {
  const columns = COLUMNS.map(() => new Uint32Array(lines.length));
  for (const [finding, line] of lines.entries()) {
    let from = line.indexOf(',') + 1;
    for (const column of columns) {
      column[finding] = Number.parseInt(line.slice(from, from + 8), 10);
      from = line.indexOf(',', from) + 1;
    }
  }
  return /** @type {{ [C in Column]: Uint32Array }} */ (
    Object.fromEntries(COLUMNS.map((name, at) => [name, columns[at]]))
  );
}
