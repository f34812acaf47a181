/** The findings explorer: the page reads without it, and its static list stays where it cannot work. */
/** @typedef {import('./question.js').Question} Question */
import { found } from './elements.js';
import { Findings } from './findings.js';
import { fieldOf, offerChoices, putQuestion, questionOf } from './form.js';
import { answersTo, ASKING, fragmentOf, questionIn } from './question.js';
import { offerThemes } from './theme.js';
import { bytesIn, unpacked } from './unpacking.js';
import { WindowedList } from './windowed-list.js';

/** Milliseconds without a further key before a text is searched for. */
const PAUSE = 120;

/** Fragments of findings begin so. */
const FINDING = '#finding-';

/** The state of a step of the history that is still being typed. */
const TYPING = 'typing';

class Explorer {
  #form = found('filter', HTMLFormElement);
  #matches = found('matches', HTMLOutputElement);
  #nothing = found('no-match', HTMLElement);
  #findings;
  #order;
  #list;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #due;
  /** The question that the list answers, as its fragment. */
  #answered = '';

  /** @param {Findings} findings */
  constructor(findings) {
    this.#findings = findings;
    this.#order = findings.worstFirst();
    this.#list = new WindowedList(findings, found('list', HTMLElement), found('rows', HTMLElement));
  }

  begin() {
    offerChoices(this.#form, this.#findings);
    this.#listen();
    this.#answer();
    this.#follow();
  }

  #listen() {
    const form = this.#form;
    form.addEventListener('change', () => this.#asked());
    form.addEventListener('input', () => this.#typed());
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => this.#asked()));
    found('ask-less', HTMLButtonElement).addEventListener('click', () => this.#askNothing());
    fieldOf(form, 'text').addEventListener('keydown', (event) =>
      this.#pressedInText(/** @type {KeyboardEvent} */ (event)),
    );
    document.addEventListener('keydown', (event) => this.#pressed(event));
    addEventListener('hashchange', () => this.#follow());
  }

  // ---- questions

  /** @param {string[]} [ignored] fields that the address asks for in vain */
  #answer(ignored = []) {
    const question = questionOf(this.#form);
    const fitting = answersTo(this.#findings, this.#order, question);
    this.#answered = fragmentOf(question);
    this.#list.show(fitting);
    this.#nothing.hidden = fitting.length > 0;
    this.#matches.textContent = `${counted(fitting.length)} of ${counted(this.#findings.size)} findings${excuse(ignored)}`;
  }

  #asked() {
    clearTimeout(this.#due);
    if (fragmentOf(questionOf(this.#form)) === this.#answered) return;
    this.#answer();
    history.pushState(null, '', this.#answered);
  }

  /** What is typed in one go is one step of the history. */
  #typed() {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => {
      if (fragmentOf(questionOf(this.#form)) === this.#answered) return;
      this.#answer();
      if (history.state === TYPING) history.replaceState(TYPING, '', this.#answered);
      else history.pushState(TYPING, '', this.#answered);
    }, PAUSE);
  }

  #askNothing() {
    this.#form.reset();
    fieldOf(this.#form, 'text').focus();
  }

  // ---- the address

  #follow() {
    const { hash } = location;
    if (hash.startsWith(FINDING)) this.#reveal(hash.slice(FINDING.length));
    else if (hash.startsWith(ASKING) || hash === '' || hash === '#explorer') this.#recall(questionIn(hash));
  }

  /** @param {Question} question */
  #recall(question) {
    if (fragmentOf(question) === this.#answered) return;
    this.#answer(putQuestion(this.#form, question));
    if (fragmentOf(question) !== '#explorer') found('explorer', HTMLElement).scrollIntoView();
  }

  /** Opens the finding; a filter that hides it is lifted. @param {string} fingerprint */
  #reveal(fingerprint) {
    const finding = this.#findings.withFingerprint(fingerprint);
    if (finding === -1) return;
    found('list', HTMLElement).scrollIntoView();
    if (this.#list.reveal(finding)) return;
    putQuestion(this.#form, {});
    this.#answer();
    this.#list.reveal(finding);
  }

  // ---- keys

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) return;
    event.preventDefault();
    fieldOf(this.#form, 'text').focus();
  }

  /** @param {KeyboardEvent} event */
  #pressedInText(event) {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') fieldOf(this.#form, 'text').value = '';
    this.#asked();
    if (event.key === 'ArrowDown') this.#list.enter();
  }
}

/** @param {number} number */
const counted = (number) => number.toLocaleString('en');

/** @param {string[]} ignored */
const excuse = (ignored) =>
  ignored.length > 0 ? `; what the address asks of ${ignored.join(', ')} is not in this report and was left out` : '';

/** @param {KeyboardEvent} event */
const isTyping = ({ target }) => target instanceof Element && target.matches('input, select, textarea');

/** While the list is unpacked the static one is gone already, so that the page does not jump. */
async function explore() {
  setExplored(true);
  try {
    const [island, digits] = [found('island', HTMLElement), found('digits', HTMLElement)];
    const findings = new Findings(await unpacked(island.textContent), bytesIn(digits.textContent));
    for (const read of [island, digits]) read.remove();
    new Explorer(findings).begin();
    found('rows', HTMLElement).ariaBusy = 'false';
  } catch (error) {
    giveUp();
    throw error;
  }
}

function giveUp() {
  setExplored(false);
  found('explorer-trouble', HTMLElement).hidden = false;
}

/** @param {boolean} explored */
function setExplored(explored) {
  document.documentElement.classList.toggle('explored', explored);
  found('explorer', HTMLElement).hidden = !explored;
}

offerThemes(found('theme', HTMLFormElement));
if ('DecompressionStream' in globalThis) void explore();
else giveUp();
