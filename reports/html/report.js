// Filters the findings that stand in the page. Without it the page reads in full.
(() => {
  'use strict';
  const FIELDS = ['severity', 'verdict', 'rule', 'vault', 'text'];
  const form = document.getElementById('filter');
  const matches = document.getElementById('matches');
  const openAll = document.getElementById('open-all');
  const groups = [...document.querySelectorAll('section.rule')].map((element) => ({
    element,
    findings: [...element.querySelectorAll('article.finding')].map((finding) => ({ element: finding, text: null })),
  }));
  const findings = groups.flatMap((group) => group.findings);
  if (findings.length === 0) return;

  const offer = (name) => {
    const values = new Set(findings.map(({ element }) => element.dataset[name]).filter(Boolean));
    for (const value of [...values].sort((a, b) => a.localeCompare(b))) {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = value;
      form.elements[name].append(option);
    }
  };

  const asked = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]));

  const textOf = (finding) => (finding.text ??= finding.element.textContent.toLowerCase());

  const fits = (finding, wanted, words) =>
    FIELDS.every((name) => name === 'text' || !wanted[name] || finding.element.dataset[name] === wanted[name]) &&
    words.every((word) => textOf(finding).includes(word));

  const apply = () => {
    const wanted = asked();
    const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const group of groups) {
      let any = false;
      for (const finding of group.findings) {
        const fit = fits(finding, wanted, words);
        finding.element.hidden = !fit;
        any ||= fit;
        shown += Number(fit);
      }
      group.element.hidden = !any && FIELDS.some((name) => wanted[name]);
    }
    matches.textContent = `${shown.toLocaleString('en')} of ${findings.length.toLocaleString('en')} listed here`;
  };

  // The filter's state is kept in the fragment as `#?severity=high&text=…`; other fragments are places in the page.
  const remember = () => {
    const state = new URLSearchParams(Object.entries(asked()).filter(([, value]) => value)).toString();
    history.replaceState(null, '', state ? `#?${state}` : '#findings');
  };

  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(2));
    for (const name of FIELDS) form.elements[name].value = state.get(name) ?? '';
    for (const name of FIELDS) if (form.elements[name].selectedIndex === -1) form.elements[name].value = '';
  };

  const reveal = (place) => {
    if (place.closest('[hidden]')) {
      form.reset();
      apply();
    }
    const finding = place.closest('article.finding');
    if (finding) finding.querySelector('details').open = true;
    place.scrollIntoView();
  };

  const follow = () => {
    if (location.hash.startsWith('#?')) {
      recall();
      apply();
      return;
    }
    const place = location.hash && document.getElementById(location.hash.slice(1));
    if (place) reveal(place);
  };

  let due = 0;
  const changed = () => {
    clearTimeout(due);
    due = setTimeout(() => {
      apply();
      remember();
    }, 80);
  };

  const toggleAll = () => {
    const open = openAll.textContent === 'Open all';
    for (const { element } of findings) if (!element.hidden) element.querySelector('details').open = open;
    openAll.textContent = open ? 'Close all' : 'Open all';
  };

  offer('rule');
  offer('vault');
  form.hidden = false;
  form.addEventListener('input', changed);
  form.addEventListener('reset', () => setTimeout(changed));
  form.addEventListener('submit', (event) => event.preventDefault());
  openAll.addEventListener('click', toggleAll);
  addEventListener('hashchange', follow);
  apply();
  follow();
})();
