// Writes what is derived: the schemas for editors, the field reference, the list of rules, the templates as code. With --check it only tells
// whether the files are in step. Needs the build.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { access } from '../dist/collect/azure/access.js';
import { azure } from '../dist/collect/azure/catalog.js';
import { FUNCTIONS } from '../dist/engine/functions.js';
import { Language } from '../dist/engine/language.js';
import { reportSchema } from '../dist/report/report-schema.js';
import { descriptionSchema } from '../dist/rules/description-schema.js';
import { loadRules } from '../dist/rules/load.js';
import { configSchema, frameworkSchema, profileSchema, ruleSchema, ruleTestSchema } from '../dist/rules/schema.js';
import { snapshotSchema } from '../dist/snapshot/schema.js';
import { fieldReference } from './reference/fields.mjs';
import { ruleIndex } from './reference/rules.mjs';
import { templateGuide } from './reference/template-guide.mjs';
import { precompiled, readTemplates } from './reference/templates.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

const { rules, frameworks } = await loadRules([`${root}/rules`], new Language(azure));
const schemas = { rule: ruleSchema, 'rule-test': ruleTestSchema, framework: frameworkSchema, profile: profileSchema, config: configSchema, snapshot: snapshotSchema(azure), report: reportSchema, 'rule-description': descriptionSchema };

const templates = await readTemplates(`${root}/reports/html`);

const files = new Map([
  ...Object.entries(schemas).map(([name, schema]) => [`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  ['docs/fields.md', fieldReference(azure, FUNCTIONS)],
  ['rules/README.md', ruleIndex(rules, frameworks, azure, access)],
  ['src/report/precompiled.ts', precompiled(templates)],
  ['docs/report-templates.md', templateGuide(templates)],
]);

const stale = [];
for (const [path, text] of files) {
  const there = await readFile(`${root}/${path}`, 'utf8').catch(() => undefined);
  if (there === text) continue;
  stale.push(path);
  if (!check) await writeFile(`${root}/${path}`, text);
}
if (check && stale.length > 0) {
  console.error(`Not in step with the sources: ${stale.join(', ')}\nRun: npm run generate`);
  process.exitCode = 1;
} else console.log(stale.length > 0 ? `Wrote ${stale.join(', ')}` : 'Schemas and generated docs are in step.');
