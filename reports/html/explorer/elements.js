/** Elements made of text. Nothing that stands in a report is ever read as markup. */

/** @typedef {Node | string | null | undefined} Content strings become text; nothing becomes nothing */

/**
 * An element with a class and contents.
 * @template {keyof HTMLElementTagNameMap} N @param {N} name @param {string} className @param {...Content} contents
 * @returns {HTMLElementTagNameMap[N]}
 */
export function make(name, className, ...contents) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...contents.filter((content) => content !== null && content !== undefined));
  return element;
}

/** Text from outside, kept apart from the reading direction around it. @param {string} text @param {string} [className] */
export const told = (text, className = '') => make('bdi', className, text);

/** A place in this page. @param {string} fragment with its # @param {...Content} contents */
export function link(fragment, ...contents) {
  const element = make('a', '', ...contents);
  element.setAttribute('href', fragment);
  return element;
}

/** An element of the page that the script cannot do without. @template {HTMLElement} T @param {string} id @param {new () => T} type */
export function found(id, type) {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`the page has no ${id}`);
}
