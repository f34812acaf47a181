// The templates of pages: compiled into code, so that no program that runs has to make code from text.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import handlebars from 'handlebars';

/** Strict: one that asks for what its view does not have throws. Nothing but the built-in helpers is known. */
const OPTIONS = { strict: true, knownHelpersOnly: true, preventIndent: true };

/** @param {string} folder @returns {Promise<Map<string, string>>} texts by name, in order of names */
export async function readTemplates(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.hbs')).sort();
  return new Map(await Promise.all(files.map(async (name) => [name.slice(0, -4), await readFile(join(folder, name), 'utf8')])));
}

/** @param {ReadonlyMap<string, string>} texts */
export function precompiled(texts) {
  const specifications = [...texts].map(([name, text]) => `  ${JSON.stringify(name)}: ${compiled(text)},\n`);
  return `${INTRODUCTION}\nexport const PRECOMPILED = {\n${specifications.join('')}};\n`;
}

/** @type {(text: string) => string} the source of an object, whatever Handlebars' types say */
const compiled = (text) => /** @type {string} */ (/** @type {unknown} */ (handlebars.precompile(lean(text), OPTIONS)));

/**
 * Without indentation, and without the ends of cells, which HTML lets one leave out: a fifteenth of a large page.
 * https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
 *
 * @param {string} text
 */
const lean = (text) => text.replace(/\n[ \t]+/g, '\n').replace(/<\/t[dh]>/g, '').replace(/\n(?=<t[dh]\b)/g, '');

const INTRODUCTION = `// @ts-nocheck
// Generated from reports/html/*.hbs by npm run generate.`;
