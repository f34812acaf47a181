/** rules list, show, test, schema: what can be judged, and whether rules of one's own are sound. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import stringWidth from 'string-width';
import { access } from '../collect/azure/access.ts';
import { azure } from '../collect/azure/catalog.ts';
import { profileNames } from '../config.ts';
import { Language } from '../engine/language.ts';
import { EXIT } from '../exit-code.ts';
import { installation } from '../installation.ts';
import { counted, display } from '../report/text.ts';
import { BaseObjects } from '../rules/base-objects.ts';
import { orphanedTests, testRule } from '../rules/cases.ts';
import { describe } from '../rules/description.ts';
import { loadRules, type RuleSet } from '../rules/load.ts';
import { formatProblem, type Problem } from '../rules/problem.ts';
import { isNamed, strangeRule } from '../rules/rule-name.ts';
import { UsageError } from '../usage-error.ts';
import { rulePage } from './rule-page.ts';
import { colorsFor, tableWidthOf, type Terminal, widthOf } from './terminal.ts';
import { hanging } from './wrap.ts';

/** Of what is said of a problem, in UTF-16 units; paths can be long. */
const LONGEST_LINE = 2000;

interface Listing {
  readonly rules: readonly string[];
  readonly json?: boolean;
}

const load = (folders: readonly string[], { cwd }: Terminal): Promise<RuleSet> =>
  loadRules([installation.rules, ...folders.map((path) => resolve(cwd, path))], new Language(azure));

export async function listRules({ rules: folders, json }: Listing, terminal: Terminal): Promise<number> {
  const { stdout } = terminal;
  const { rules } = await load(folders, terminal);
  if (json) stdout.write(jsonText(rules.map((rule) => describe(rule, azure, access))));
  else {
    stdout.write(
      table(
        rules.map(({ id, severity, kind, title }) => [id, severity, kind, title].map((text) => display(text))),
        tableWidthOf(terminal),
      ),
    );
    stdout.write(
      `\n${counted(rules.length, 'rule')}. More about one: vault-posture rules show ${rules[0]?.id ?? 'ID'}\n`,
    );
    stdout.write(offByDefault(rules));
    stdout.write(`Profiles: ${(await profileNames(join(installation.rules, 'profiles'))).join(', ')}\n`);
  }
  return EXIT.clean;
}

/** Escaped as JSON may be, so that a terminal or a build's log finds nothing in it to obey. */
const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(/[^ -~\n]|#(?=#)/g, escapedUnit)}\n`;

const escapedUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function offByDefault(rules: RuleSet['rules']): string {
  const ids = rules.filter(({ enabledByDefault }) => !enabledByDefault).map(({ id }) => display(id));
  return ids.length === 0 ? '' : `Off until the configuration switches them on: ${ids.join(', ')}\n`;
}

/** Columns as wide as their widest cell, but for the last. */
function table(rows: readonly (readonly string[])[], width: number): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const padded = (cell: string, column: number) => `${cell}${' '.repeat((widths[column] ?? 0) - stringWidth(cell))}  `;
  const lines = rows.flatMap((row) => hanging(row.slice(0, -1).map(padded).join(''), row.at(-1) ?? '', width));
  return `${lines.join('\n')}\n`;
}

export async function showRule(id: string, { rules: folders, json }: Listing, terminal: Terminal): Promise<number> {
  const { rules, frameworks } = await load(folders, terminal);
  const wanted = id.toUpperCase();
  const rule = rules.find((candidate) => isNamed(candidate, wanted));
  if (!rule) throw strangeRule(id, rules);
  const description = describe(rule, azure, access);
  const layout = { frameworks, colors: colorsFor(terminal), width: widthOf(terminal) };
  terminal.stdout.write(json ? jsonText(description) : rulePage(description, layout));
  return EXIT.clean;
}

/** Runs the tests beside the rules of some folders, those that come with the program if none is named. */
export async function testRules(folders: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, cwd } = terminal;
  const { green } = colorsFor(terminal);
  const language = new Language(azure);
  const own = folders.length > 0 ? folders.map((path) => resolve(cwd, path)) : [installation.rules];
  const { rules } = await loadRules([installation.rules, ...own], language);
  const tested = rules.filter(({ file }) => own.some((folder) => file.startsWith(folder + sep)));
  if (tested.length === 0)
    throw new UsageError('There are no rules in the folders that were named.', 'Name a folder with .yaml files.');
  const options = { catalog: azure, language, bases: new BaseObjects(installation.baseObjects, azure) };
  const problems: Problem[] = [];
  let cases = 0;
  for (const rule of tested) {
    const result = await testRule(rule, options);
    cases += result.cases.length;
    problems.push(...result.problems);
    if (result.problems.length === 0)
      stdout.write(`${green('ok')}  ${rule.id}  ${counted(result.cases.length, 'case')}\n`);
  }
  for (const folder of own) problems.push(...(await orphanedTests(folder)));
  for (const problem of problems) stdout.write(`${display(formatProblem(problem), LONGEST_LINE)}\n`);
  stdout.write(
    `\n${counted(tested.length, 'rule')}, ${counted(cases, 'case')}, ${counted(problems.length, 'problem')}\n`,
  );
  return problems.length > 0 ? EXIT.findings : EXIT.clean;
}

/** Prints a JSON Schema for editors. */
export async function printSchema(name: string | undefined, { stdout }: Terminal): Promise<number> {
  const names = (await readdir(installation.schemas))
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => file.replace('.schema.json', ''));
  if (name === undefined) {
    stdout.write(
      `Schemas: ${names.sort().join(', ')}\nPrint one with vault-posture rules schema NAME; they are in ${installation.schemas}\n`,
    );
    return EXIT.clean;
  }
  if (!names.includes(name))
    throw new UsageError(`There is no schema "${name}".`, `Schemas: ${names.sort().join(', ')}.`);
  stdout.write(await readFile(join(installation.schemas, `${name}.schema.json`), 'utf8'));
  return EXIT.clean;
}
