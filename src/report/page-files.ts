/** The page's styles and script: which files, in which order, and how several become one. */

/** Below `reports/`; later ones win. */
export const STYLES = ['html/report.css', 'html/figures.css', 'html/explorer.css', 'html/print.css'];

/** Below `reports/`; what one imports comes before it. */
export const SCRIPTS = [
  'html/explorer/theme.js',
  'html/explorer/unpacking.js',
  'html/explorer/digits.js',
  'html/explorer/answers.js',
  'html/explorer/block.js',
  'html/explorer/findings.js',
  'html/explorer/question.js',
  'html/explorer/elements.js',
  'html/explorer/details.js',
  'html/explorer/row.js',
  'html/explorer/windowed-list.js',
  'html/explorer/form.js',
  'html/explorer/explorer.js',
];

const IMPORT = /^import [^;]*;\n/gm;
const EXPORT = /^export (?=const|let|function|async|class)/gm;

/**
 * Modules as the one script that a page from a file may run: a browser loads no module from `file://`. They share one
 * scope, so that no two may give one name to different things.
 */
export const joinedScript = (modules: readonly string[]): string =>
  `(() => {\n'use strict';\n${modules.map((text) => text.replace(IMPORT, '').replace(EXPORT, '')).join('\n')}})();\n`;
