/** The filter's fields: what can be chosen, what is chosen. */
/** @typedef {import('./findings.js').Findings} Findings */
/** @typedef {import('./question.js').Question} Question */
/** @typedef {{ value: string, text: string }} Choice */
import { make } from './elements.js';
import { FIELDS } from './question.js';

/** Fills the form with what there is to choose from. @param {HTMLFormElement} form @param {Findings} findings */
export function offerChoices(form, findings) {
  const { verdicts, severities, rules, vaults, subscriptions } = findings.legend;
  offer(form, 'verdict', used(findings, 'verdict', verdicts).map(termChoice));
  offer(form, 'severity', used(findings, 'severity', severities).map(termChoice));
  offer(form, 'rule', ordered(rules.map(({ id, title }) => ({ value: id, text: `${id} ${title}` }))));
  offer(form, 'vault', ordered(vaults.map(({ name }) => ({ value: name, text: name }))));
  offer(form, 'subscription', ordered(subscriptions.map(({ id, name }) => ({ value: id, text: name }))));
  for (const [framework, choices] of controlChoices(findings.legend))
    offerGroup(form, framework, findings.legend.frameworks[framework] ?? framework, ordered(choices));
}

/** @param {import('./findings.js').Term} term @returns {Choice} */
const termChoice = ({ key, word }) => ({ value: key, text: word });

/** Those that some finding has. @param {Findings} findings @param {'verdict' | 'severity'} column @param {import('./findings.js').Term[]} terms */
function used(findings, column, terms) {
  const numbers = new Set(findings.column(column));
  return terms.filter((_, number) => numbers.has(number));
}

/** By text, each value once, none without one. @param {Choice[]} choices */
const ordered = (choices) =>
  [...new Map(choices.map((choice) => [choice.value, choice])).values()]
    .filter(({ value }) => value !== '')
    .sort((a, b) => ORDER.compare(a.text, b.text));

const ORDER = new Intl.Collator('en', { numeric: true });

/** @param {HTMLFormElement} form @param {string} field @param {Choice[]} choices */
const offer = (form, field, choices) => fieldOf(form, field).append(...choices.map(option));

/** @param {Choice} choice */
const option = ({ value, text }) => new Option(text, value);

/** The controls that findings speak for, by framework. @param {import('./findings.js').Legend} legend */
function controlChoices({ controls, titles }) {
  /** @type {Map<string, Choice[]>} */
  const groups = new Map();
  for (const [framework, ids] of controls.flat())
    for (const value of ids.map((id) => `${framework}:${id}`))
      groups.set(framework, [...(groups.get(framework) ?? []), controlChoice(framework, value, titles[value])]);
  return [...groups].sort(([a], [b]) => ORDER.compare(a, b));
}

/** @param {string} framework @param {string} value @param {string} [title] @returns {Choice} */
const controlChoice = (framework, value, title) => ({
  value,
  text: `${value.slice(framework.length + 1)} ${title ?? ''}`.trim(),
});

/** @param {HTMLFormElement} form @param {string} framework @param {string} name @param {Choice[]} controls */
function offerGroup(form, framework, name, controls) {
  const group = make('optgroup', '', option({ value: framework, text: `All of ${name}` }), ...controls.map(option));
  group.label = name;
  fieldOf(form, 'control').append(group);
}

/** @param {HTMLFormElement} form @returns {Question} */
export const questionOf = (form) => Object.fromEntries(FIELDS.map((name) => [name, fieldOf(form, name).value.trim()]));

/** Puts a question into the form; tells which parts of it cannot be asked here. @param {HTMLFormElement} form @param {Question} question */
export function putQuestion(form, question) {
  for (const name of FIELDS) fieldOf(form, name).value = question[name] ?? '';
  const unknown = FIELDS.filter((name) => question[name] && fieldOf(form, name).value === '');
  for (const name of unknown) fieldOf(form, name).value = '';
  return unknown;
}

/** @param {HTMLFormElement} form @param {string} name */
export const fieldOf = (form, name) =>
  /** @type {HTMLSelectElement | HTMLInputElement} */ (form.elements.namedItem(name));
