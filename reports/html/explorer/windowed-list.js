/**
 * A list of any length of which only what is in sight, and what has the focus, stands in the page. Rows are equally high
 * while they are closed; of open ones the height is measured.
 */
/** @typedef {import('./findings.js').Findings} Findings */
import { closeRow, lineIn, openRow, rowOf } from './row.js';

/** Rows made before and behind those in sight. */
const SPARE = 8;

/** Until one could be measured, in pixels. */
const ROW_HEIGHT = 44;

export class WindowedList {
  /** @type {Findings} */
  #findings;
  /** The element that scrolls. @type {HTMLElement} */
  #frame;
  /** The element that is as high as all rows. @type {HTMLElement} */
  #sheet;
  /** @type {Uint32Array} */
  #shown = new Uint32Array();
  /** Heights of open details, by place in the list. @type {Map<number, number>} */
  #open = new Map();
  /** By place in the list. @type {Map<number, HTMLElement>} */
  #rows = new Map();
  /** Where the keyboard is. */
  #active = 0;
  #rowHeight = ROW_HEIGHT;

  /** @param {Findings} findings @param {HTMLElement} frame @param {HTMLElement} sheet */
  constructor(findings, frame, sheet) {
    this.#findings = findings;
    this.#frame = frame;
    this.#sheet = sheet;
    frame.addEventListener('scroll', () => this.#draw());
    sheet.addEventListener('click', (event) => this.#clicked(event));
    sheet.addEventListener('keydown', (event) => this.#pressed(event));
    new ResizeObserver(() => this.#draw()).observe(frame);
  }

  /** Shows these findings and nothing else, from the first on, all closed. @param {Uint32Array} findings */
  show(findings) {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#open.clear();
    this.#shown = findings;
    this.#active = 0;
    this.#frame.scrollTop = 0;
    this.#frame.hidden = findings.length === 0;
    this.#draw();
  }

  /** False when it is not shown. @param {number} finding */
  reveal(finding) {
    const place = this.#shown.indexOf(finding);
    if (place === -1) return false;
    this.#open.set(place, this.#open.get(place) ?? 0);
    this.#frame.scrollTop = this.#top(place);
    this.#go(place);
    return true;
  }

  /** Puts the keyboard into the list. */
  enter() {
    this.#go(this.#active);
  }

  // ---- what is in sight

  #draw() {
    const places = this.#placesInSight();
    for (const [place, row] of this.#rows) if (!places.includes(place)) this.#drop(place, row);
    let next = this.#sheet.firstElementChild;
    for (const place of places) {
      const row = this.#rows.get(place) ?? this.#make(place);
      if (this.#open.has(place)) openRow(this.#findings, this.#findingAt(place), row);
      if (row === next) next = next.nextElementSibling;
      else this.#sheet.insertBefore(row, next);
    }
    this.#measure();
    this.#lay();
  }

  /** In order; with the one that has the focus, so that it is not lost when it is scrolled away. */
  #placesInSight() {
    const { scrollTop, clientHeight } = this.#frame;
    const first = Math.max(0, this.#placeAt(scrollTop) - SPARE);
    const end = Math.min(this.#shown.length, this.#placeAt(scrollTop + clientHeight) + SPARE + 1);
    const places = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
    const kept = this.#active < this.#shown.length && !places.includes(this.#active);
    return kept ? [...places, this.#active].sort((a, b) => a - b) : places;
  }

  /** @param {number} place */
  #make(place) {
    const row = rowOf(this.#findings, this.#findingAt(place));
    row.dataset['place'] = String(place);
    row.ariaPosInSet = String(place + 1);
    row.ariaSetSize = String(this.#shown.length);
    lineIn(row).tabIndex = place === this.#active ? 0 : -1;
    this.#rows.set(place, row);
    return row;
  }

  /** @param {number} place */
  #findingAt(place) {
    return /** @type {number} */ (this.#shown[place]);
  }

  /** @param {number} place @param {HTMLElement} row */
  #drop(place, row) {
    row.remove();
    this.#rows.delete(place);
  }

  #measure() {
    const [row] = this.#rows.values();
    if (row) this.#rowHeight = lineIn(row).offsetHeight || this.#rowHeight;
    for (const place of this.#open.keys()) {
      const details = this.#rows.get(place)?.lastElementChild;
      if (details instanceof HTMLElement) this.#open.set(place, details.offsetHeight);
    }
  }

  #lay() {
    this.#sheet.style.height = `${this.#top(this.#shown.length)}px`;
    for (const [place, row] of this.#rows) row.style.top = `${this.#top(place)}px`;
  }

  /** @param {number} place */
  #top(place) {
    let top = place * this.#rowHeight;
    for (const [open, height] of this.#open) if (open < place) top += height;
    return top;
  }

  /** The place in the list at this height. @param {number} y */
  #placeAt(y) {
    let above = 0;
    for (const [place, height] of [...this.#open].sort(([a], [b]) => a - b)) {
      const top = place * this.#rowHeight + above;
      if (y < top) break;
      if (y < top + this.#rowHeight + height) return place;
      above += height;
    }
    return Math.floor((y - above) / this.#rowHeight);
  }

  // ---- what the reader does

  /** @param {Event} event */
  #clicked({ target }) {
    const line = target instanceof Element ? target.closest('button.line') : null;
    if (!line) return;
    this.#toggle(placeOf(line));
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const { target, key } = event;
    if (!(target instanceof Element) || event.ctrlKey || event.altKey || event.metaKey) return;
    const place = placeOf(target);
    const onLine = target.matches('button.line');
    const to = onLine ? this.#destination(key, place) : undefined;
    if (to !== undefined) this.#go(to);
    else if (key === 'Escape' && this.#open.has(place)) this.#toggle(place);
    else return;
    event.preventDefault();
  }

  /** @param {string} key @param {number} place */
  #destination(key, place) {
    const page = Math.max(1, Math.floor(this.#frame.clientHeight / this.#rowHeight) - 1);
    return new Map([
      ['ArrowDown', place + 1],
      ['ArrowUp', place - 1],
      ['PageDown', place + page],
      ['PageUp', place - page],
      ['Home', 0],
      ['End', this.#shown.length - 1],
    ]).get(key);
  }

  /** Puts the keyboard on a row, in sight. @param {number} wanted */
  #go(wanted) {
    const place = Math.max(0, Math.min(wanted, this.#shown.length - 1));
    const before = this.#rows.get(this.#active);
    if (before) lineIn(before).tabIndex = -1;
    this.#active = place;
    this.#bringIntoSight(place);
    this.#draw();
    const row = this.#rows.get(place);
    if (!row) return;
    lineIn(row).tabIndex = 0;
    lineIn(row).focus();
  }

  /** @param {number} place */
  #bringIntoSight(place) {
    const { scrollTop, clientHeight } = this.#frame;
    const top = this.#top(place);
    if (top < scrollTop) this.#frame.scrollTop = top;
    else if (top + this.#rowHeight > scrollTop + clientHeight)
      this.#frame.scrollTop = top + this.#rowHeight - clientHeight;
  }

  /** @param {number} place */
  #toggle(place) {
    if (this.#open.has(place)) this.#close(place);
    else this.#open.set(place, 0);
    this.#go(place);
  }

  /** @param {number} place */
  #close(place) {
    this.#open.delete(place);
    const row = this.#rows.get(place);
    if (row) closeRow(row);
  }
}

/** The place of the row that an element is in. @param {Element} element */
const placeOf = (element) => Number(element.closest('article')?.dataset['place']);
