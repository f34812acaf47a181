/** The findings as `src/report/explorer/` wrote them: numbers in columns, texts put together when shown. */

/** @typedef {import('./block.js').Block} Block */
/** @typedef {import('./block.js').Entry} Entry */
/** @typedef {import('./block.js').Param} Param */
/** @typedef {import('./block.js').Shape} Shape */
/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./answers.js').AnswerBlock} AnswerBlock */

/**
 * @typedef {{ key: string, word: string }} Term
 * @typedef {[name: string, lines: string[]]} Condition
 * @typedef {{ id: string, title: string, anchor: string, failed: boolean, conditions: Condition[], params: Param[] }} Rule
 * @typedef {[framework: string, ids: string[]][]} Controls
 * @typedef {object} Legend
 * @property {number} size how many findings there are
 * @property {Term[]} verdicts
 * @property {Term[]} severities
 * @property {string[]} planes
 * @property {Rule[]} rules
 * @property {{ name: string, anchor: string, declared: string }[]} vaults
 * @property {{ id: string, name: string }[]} subscriptions
 * @property {string[]} kinds
 * @property {string[]} reasons
 * @property {Controls[]} controls
 * @property {{ [framework: string]: string }} frameworks what each is called, by id
 * @property {{ [control: string]: string }} titles by `framework:id`; empty where nobody tells it
 */

/** @typedef {typeof COLUMNS[number]} Column */
const COLUMNS = /** @type {const} */ ([
  'verdict',
  'severity',
  'rule',
  'reason',
  'controls',
  'vault',
  'subscription',
  'kind',
  'shape',
  'nth',
  'resource',
]);

/** @typedef {{ field: string, value: string, answer: Answer | undefined }} Leaf */
/** @typedef {{ name: string, id: string, message: string, detail: string, evidence: Leaf[], params: Param[] }} Texts */

/** Bytes of a fingerprint. */
const DIGEST = 32;

import { Answers } from './answers.js';
import { endSteps, entriesOf, idsOf } from './block.js';
import { digits } from './digits.js';

export class Findings {
  /** @type {Legend} */
  legend;
  /** What findings have in common; the texts of a finding are the `nth` of its shape. @type {Shape[]} */
  shapes = [];
  /** @type {{ [C in Column]: Uint32Array }} */
  #columns;
  /** By resource. @type {string[]} */
  #names = [];
  /** By resource. @type {string[]} */
  #ids = [];
  /** All texts of a finding, in small letters. @type {string[]} */
  #searched = [];
  /** @type {Map<number, string>} */
  #details = new Map();
  /** @type {Map<number, Param[]>} */
  #params = new Map();
  /** Fingerprints that are no digests. @type {Map<number, string>} */
  #called = new Map();
  #digests;
  #answers;

  /** @param {string} text @param {Uint8Array} bytes fingerprints, and ids of requests behind them */
  constructor(text, bytes) {
    const lines = text.trimEnd().split('\n');
    this.legend = JSON.parse(/** @type {string} */ (lines.pop()));
    const { size, planes } = this.legend;
    this.#columns = /** @type {{ [C in Column]: Uint32Array }} */ (
      Object.fromEntries(COLUMNS.map((name) => [name, new Uint32Array(size)]))
    );
    /** @type {AnswerBlock[]} */
    const answers = [];
    for (const line of lines) {
      const block = JSON.parse(line);
      if ('answers' in block) answers.push(block);
      else this.#add(block);
    }
    this.#digests = bytes.subarray(0, size * DIGEST);
    this.#answers = new Answers(answers, planes, bytes.subarray(size * DIGEST));
  }

  /** @param {Block} block */
  #add(block) {
    const shapes = this.shapes.length;
    const resources = this.#names.length;
    this.shapes.push(...block.shapes);
    this.#names.push(...block.resources.name);
    this.#ids.push(...idsOf(block));
    this.#addRare(block);
    for (const shape of block.shapes) endSteps(shape);
    for (const { shape, nth, resource } of entriesOf(block)) {
      this.#addPlace(block, resource);
      this.#addEntry({ shape: shapes + shape, nth, resource: resources + resource });
    }
  }

  /** @param {Block} block */
  #addRare({ rare: { detail, params, called } }) {
    const before = this.#searched.length;
    for (const [place, text] of Object.entries(detail)) this.#details.set(before + Number(place), text);
    for (const [place, set] of Object.entries(params)) this.#params.set(before + Number(place), set);
    for (const [place, text] of Object.entries(called)) this.#called.set(before + Number(place), text);
  }

  /** @param {Block} block @param {number} resource */
  #addPlace({ resources }, resource) {
    const finding = this.#searched.length;
    this.#columns.vault[finding] = resources.vault[resource] ?? 0;
    this.#columns.subscription[finding] = resources.subscription[resource] ?? 0;
    this.#columns.kind[finding] = resources.kind[resource] ?? 0;
  }

  /** @param {Entry} entry in all blocks */
  #addEntry({ shape, nth, resource }) {
    const columns = this.#columns;
    const finding = this.#searched.length;
    const common = /** @type {Shape} */ (this.shapes[shape]);
    columns.verdict[finding] = common.verdict;
    columns.severity[finding] = common.severity;
    columns.rule[finding] = common.rule;
    columns.reason[finding] = common.reason;
    columns.controls[finding] = common.controls;
    columns.shape[finding] = shape;
    columns.nth[finding] = nth;
    columns.resource[finding] = resource;
    this.#searched.push(this.#textOf(finding).toLowerCase());
  }

  /** All that is told of a finding but the names of fields. @param {number} finding */
  #textOf(finding) {
    const { name, id, message, detail, values, params } = this.#stored(finding);
    let text = id.endsWith(name) ? id : `${name}\n${id}`;
    for (const part of [message, detail, ...values, ...params.flat()]) text += `\n${part}`;
    return text;
  }

  /** @param {number} finding */
  #stored(finding) {
    const { shape, nth, resource } = this.#columns;
    const place = nth[finding] ?? 0;
    const { messages, values } = /** @type {Shape} */ (this.shapes[shape[finding] ?? -1]);
    return {
      name: this.#names[resource[finding] ?? -1] ?? '',
      id: this.#ids[resource[finding] ?? -1] ?? '',
      message: messages[place] ?? '',
      detail: this.#details.get(finding) ?? '',
      params: this.#params.get(finding) ?? [],
      values: values.map((column) => column[place] ?? ''),
    };
  }

  /** How many there are; each goes by its number from 0. */
  get size() {
    return this.legend.size;
  }

  /** Numbers by finding: those of the legend, and of `shapes`. @param {Column} name */
  column(name) {
    return this.#columns[name];
  }

  /** Whether its texts have this word, which is in small letters; fields aside. @param {number} finding @param {string} word */
  says(finding, word) {
    return this.#searched[finding]?.includes(word) ?? false;
  }

  /** @param {number} finding */
  fingerprint(finding) {
    return this.#called.get(finding) ?? digits(this.#digests.subarray(finding * DIGEST, (finding + 1) * DIGEST));
  }

  /** -1 when there is none. @param {string} fingerprint */
  withFingerprint(fingerprint) {
    for (let finding = 0; finding < this.size; finding++)
      if (this.#mayBeCalled(finding, fingerprint) && this.fingerprint(finding) === fingerprint) return finding;
    return -1;
  }

  /** Whether its fingerprint begins with these digits, of which there are two or more. @param {number} finding @param {string} start */
  isCalled(finding, start) {
    return this.#mayBeCalled(finding, start) && this.fingerprint(finding).startsWith(start);
  }

  /** Looks at one byte: most are put aside so. @param {number} finding @param {string} start */
  #mayBeCalled(finding, start) {
    return this.#called.has(finding) || this.#digests[finding * DIGEST] === Number.parseInt(start.slice(0, 2), 16);
  }

  /** @param {number} finding @returns {Texts} */
  texts(finding) {
    const { values, ...texts } = this.#stored(finding);
    const { fields } = /** @type {Shape} */ (this.shapes[this.#columns.shape[finding] ?? -1]);
    const answers = this.#answersTo(finding);
    const evidence = fields.map((field, leaf) => ({ field, value: values[leaf] ?? '', answer: answers[leaf] }));
    return { ...texts, evidence };
  }

  /** By leaf of its evidence; the same answer is the same object. @param {number} finding */
  #answersTo(finding) {
    const { sources } = /** @type {Shape} */ (this.shapes[this.#columns.shape[finding] ?? -1]);
    const ids = sources.map((column) => column[this.#columns.nth[finding] ?? 0] ?? -1);
    const answers = new Map(ids.map((id) => [id, this.#answers.of(id)]));
    return ids.map((id) => answers.get(id));
  }

  /** All, the worst first: failed before unanswered, then by severity, then by rule. @returns {Uint32Array} */
  worstFirst() {
    const { verdict, severity, rule } = this.#columns;
    const { rules, severities, size } = this.legend;
    const ranks = ranksOf(rules.map(({ id }) => id));
    const keys = Float64Array.from({ length: size }, (_, at) => {
      const group = /** @type {number} */ (verdict[at]) * severities.length + /** @type {number} */ (severity[at]);
      return (group * rules.length + /** @type {number} */ (ranks[rule[at] ?? 0])) * 2 ** 24 + at;
    });
    return Uint32Array.from(keys.sort(), (key) => key % 2 ** 24);
  }
}

/** Place of each in the order of the alphabet. @param {string[]} names */
function ranksOf(names) {
  const ordered = names.toSorted();
  return names.map((name) => ordered.indexOf(name));
}
