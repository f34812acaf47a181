/** What an open finding shows: what was expected, what was observed and who told it, and how to refer to it. */
/** @typedef {import('./findings.js').Findings} Findings */
/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./findings.js').Condition} Condition */
/** @typedef {import('./findings.js').Controls} Controls */
/** @typedef {import('./findings.js').Leaf} Leaf */
/** @typedef {import('./findings.js').Legend} Legend */
/** @typedef {import('./block.js').Param} Param */
/** @typedef {import('./findings.js').Rule} Rule */
/** @typedef {import('./findings.js').Texts} Texts */
import { link, make, told } from './elements.js';
import { fragmentOf } from './question.js';

/** @param {Findings} findings @param {number} finding */
export function detailsOf(findings, finding) {
  const texts = findings.texts(finding);
  const rule = /** @type {Rule} */ (findings.legend.rules[findings.column('rule')[finding] ?? -1]);
  return make(
    'div',
    'proof',
    texts.message ? make('p', '', told(texts.message)) : null,
    texts.detail ? make('p', '', told(texts.detail)) : null,
    expectation(rule, inForce(rule, texts)),
    ...observation(texts.evidence),
    facts(findings, finding, rule, texts),
  );
}

/** Those of the rule, but where an override set others for this resource. @param {Rule} rule @param {Texts} texts */
function inForce(rule, { params }) {
  const overridden = new Map(params.map((param) => [param[0], param]));
  return rule.params.map((param) => overridden.get(param[0]) ?? param);
}

/** @param {Rule} rule @param {Param[]} params */
const expectation = (rule, params) =>
  make(
    'div',
    'expected',
    make('strong', '', 'Expected: '),
    told(rule.title),
    ...rule.conditions.map(condition),
    ...params.map(parameter),
  );

/** @param {Condition} condition */
const condition = ([name, lines]) =>
  make('span', 'condition', soft(name), ' ', make('code', '', told(lines.join('\n'))));

/** @param {Param} param */
const parameter = ([name, value, from]) =>
  make('span', 'param', make('code', '', name), ' = ', told(value), ' ', soft(`(${from})`));

/** @param {Leaf[]} evidence */
function observation(evidence) {
  if (evidence.length === 0) return [soft('No evidence was kept for this verdict.')];
  const answers = [...new Set(evidence.map(({ answer }) => answer).filter((answer) => answer !== undefined))];
  return [evidenceTable(evidence, answers), answers.length > 0 ? answerList(answers) : null];
}

/** @param {Leaf[]} evidence @param {Answer[]} answers */
const evidenceTable = (evidence, answers) =>
  make(
    'table',
    'stack evidence',
    make('caption', '', 'Observed'),
    make('thead', '', make('tr', '', heading('Field', 'col'), heading('Observed', 'col'), heading('Told by', 'col'))),
    make('tbody', '', ...evidence.map((leaf) => evidenceRow(leaf, answers))),
  );

/** @param {Leaf} leaf @param {Answer[]} answers */
const evidenceRow = ({ field, value, answer }, answers) =>
  make(
    'tr',
    '',
    heading(make('code', '', field), 'row'),
    make('td', '', told(value)),
    make('td', '', answer ? `${answer.plane}, answer ${answers.indexOf(answer) + 1}` : soft('parameter or derived')),
  );

/** @param {Node | string} content @param {'col' | 'row'} scope */
function heading(content, scope) {
  const element = make('th', '', content);
  element.scope = scope;
  return element;
}

/** @param {Answer[]} answers */
function answerList(answers) {
  const list = make('ol', 'sources', ...answers.map((answer) => make('li', '', ...answerTexts(answer))));
  list.ariaLabel = 'Answers';
  return list;
}

/** @param {Answer} answer */
const answerTexts = ({ plane, request, at, status, requestId }) => [
  told(request, 'code'),
  ' ',
  soft(
    `${plane}, ${at}, ${status === null ? 'no answer' : `status ${status}`}`,
    requestId ? ', request id ' : '',
    told(requestId),
  ),
];

/** @param {Findings} findings @param {number} finding @param {Rule} rule @param {Texts} texts */
function facts(findings, finding, rule, { id }) {
  const { legend } = findings;
  const vault = legend.vaults[findings.column('vault')[finding] ?? -1];
  const subscription = legend.subscriptions[findings.column('subscription')[finding] ?? -1];
  const controls = legend.controls[findings.column('controls')[finding] ?? -1] ?? [];
  return make(
    'dl',
    'facts',
    fact('Rule', told(rule.id, 'code'), ' ', ruleLink(rule)),
    fact('Resource', told(id)),
    vault?.name ? fact('Vault', vault.anchor ? link(`#${vault.anchor}`, told(vault.name)) : told(vault.name)) : null,
    vault?.declared ? fact('Declared in', told(vault.declared)) : null,
    subscription?.id ? fact('Subscription', told(subscription.name)) : null,
    controls.length > 0 ? fact('Controls', ...controls.map((held) => controlLine(legend, held))) : null,
    fact('Fingerprint', ...reference(findings.fingerprint(finding))),
  );
}

/** @param {Node | string} name @param {...(Node | string)} value */
const fact = (name, ...value) => make('div', '', make('dt', '', name), make('dd', '', ...value));

/** @param {Rule} rule */
const ruleLink = ({ anchor, failed }) =>
  failed ? link(`#rule-${anchor}`, 'How to put it right') : link(`#method-${anchor}`, 'About the rule');

/** @param {Legend} legend @param {Controls[number]} held */
const controlLine = ({ frameworks, titles }, [framework, ids]) =>
  make(
    'span',
    'held',
    told(frameworks[framework] ?? framework, 'framework'),
    ' ',
    ...ids.map((id) => controlLink(`${framework}:${id}`, `${id} ${titles[`${framework}:${id}`] ?? ''}`.trim())),
  );

/** To all that speak for the same control. @param {string} control @param {string} words */
const controlLink = (control, words) => make('span', 'control', link(fragmentOf({ control }), told(words)));

/** @param {string} fingerprint */
function reference(fingerprint) {
  const code = link(`#finding-${fingerprint}`, fingerprint);
  code.className = 'code';
  const copy = make('button', 'copy', 'Copy');
  copy.type = 'button';
  copy.ariaLabel = 'Copy the fingerprint';
  const outcome = make('span', 'where');
  outcome.role = 'status';
  copy.addEventListener('click', () => void copyText(code, outcome));
  return [code, ' ', copy, ' ', outcome];
}

/** Where the browser keeps the clipboard to itself the text is selected. @param {HTMLElement} source @param {HTMLElement} outcome */
async function copyText(source, outcome) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    outcome.textContent = 'Copied.';
  } catch {
    getSelection()?.selectAllChildren(source);
    outcome.textContent = 'Selected: copy it with the keyboard.';
  }
}

/** @param {...(Node | string)} contents */
const soft = (...contents) => make('span', 'where', ...contents);
