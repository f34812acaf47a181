/** Light, dark, or as the system says. Nothing is kept: a page that is opened again begins as the system says. */

const DARK = 'screen and (prefers-color-scheme: dark)';

/** What the style's condition for dark has to be instead, so that the palette stands in one place. */
const CONDITIONS = new Map([
  ['light', 'not all'],
  ['dark', 'screen'],
]);

/** @param {HTMLFormElement} form */
export function offerThemes(form) {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter(isDark);
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    document.documentElement.dataset['theme'] = target.value;
    for (const { media } of rules) media.mediaText = CONDITIONS.get(target.value) ?? DARK;
  });
  form.hidden = false;
}

/** @param {CSSRule} rule @returns {rule is CSSMediaRule} */
const isDark = (rule) => rule instanceof CSSMediaRule && rule.media.mediaText === DARK;
