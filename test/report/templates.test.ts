import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateGuide } from '../../scripts/reference/template-guide.mjs';
import { precompiled, readTemplates } from '../../scripts/reference/templates.mjs';
import { json } from '../../src/report/renderers/json.ts';
import { loadTemplates } from '../../src/report/template.ts';
import { built, inProject } from '../cli/command-line.ts';
import { folderWith } from '../folder.ts';
import { page } from './page.ts';
import { sampleReport } from './sample-report.ts';

const templates: ReadonlyMap<string, string> = await readTemplates(inProject('reports/html'));
const file = (path: string): Promise<string> => readFile(inProject(path), 'utf8');

describe.each([...templates])('%s.hbs', (_, text) => {
  test('escapes everything', () => expect(text).not.toMatch(/\{\{\{|\{\{~?&/));

  test('says what it is for', () => expect(text).toMatch(/^\{\{!-- [A-Z][^]*?\. --\}\}\n/));

  test('styles nothing by attribute and handles no event', () => expect(text).not.toMatch(/\s(?:style|on\w+)=/));
});

describe('compiled templates', () => {
  test('are in step with the templates: npm run generate', async () =>
    expect(await file('src/report/precompiled.ts')).toBe(precompiled(templates)));

  test('are described in step: npm run generate', async () =>
    expect(await file('docs/report-templates.md')).toBe(templateGuide(templates)));

  test('never have escaping switched off, and are always strict', async () => {
    const compiler = await file('scripts/reference/templates.mjs');
    expect(compiler).not.toContain('noEscape');
    expect(compiler).toContain('strict: true');
  });

  test('are filled without the compiler', async () => {
    const template = (await file('src/report/template.ts')).replace(/^import type .*/gm, '');
    expect(template.match(/handlebars[^']*/g)).toEqual(['handlebars/runtime.js']);
  });

  test('refuse a view that lacks what they ask for', async () => {
    const { severity } = await loadTemplates(['severity']);
    expect(severity({ severity: 'low', severityWord: 'Low' })).toContain('Low');
    expect(() => severity({ severity: 'low' })).toThrow(/severityWord/);
  });

  test('render where no code may be made from text', async () => {
    const pieces: string[] = [];
    await json.render(sampleReport(), { write: async (piece) => void pieces.push(piece) });
    const cwd = folderWith({ 'report.json': pieces.join('') });
    const env = { NODE_OPTIONS: '--disallow-code-generation-from-strings' };
    const { code, stderr } = await built(['report', 'report.json', '--out', 'report.html'], { cwd, env });
    expect([code, stderr]).toEqual([0, '']);
    expect(await readFile(join(cwd, 'report.html'), 'utf8')).toBe(await page(sampleReport()));
  });
});
