/** rules list, show, test, schema: what can be judged, and whether rules of one's own are sound. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import stringWidth from 'string-width';
import { azure } from '../collect/azure/catalog.ts';
import { profileNames } from '../config.ts';
import { Language } from '../engine/language.ts';
import { EXIT } from '../exit-code.ts';
import { installation } from '../installation.ts';
import type { Condition, Rule } from '../model/rule.ts';
import { counted } from '../report/text.ts';
import { BaseObjects, orphanedTests, testRule } from '../rules/cases.ts';
import { loadRules, type RuleSet } from '../rules/load.ts';
import { formatProblem, type Problem } from '../rules/problem.ts';
import { isNamed, strangeRule } from '../rules/rule-name.ts';
import { UsageError } from '../usage-error.ts';
import { type Colors, colorsFor, type Terminal } from './terminal.ts';

interface Listing {
  readonly rules: readonly string[];
  readonly json?: boolean;
}

const load = (folders: readonly string[], { cwd }: Terminal): Promise<RuleSet> =>
  loadRules([installation.rules, ...folders.map((path) => resolve(cwd, path))], new Language(azure));

export async function listRules({ rules: folders, json }: Listing, terminal: Terminal): Promise<number> {
  const { stdout } = terminal;
  const { rules } = await load(folders, terminal);
  if (json) stdout.write(`${JSON.stringify(rules.map(described), null, 2)}\n`);
  else {
    stdout.write(table(rules.map(({ id, severity, kind, title }) => [id, severity, kind, title])));
    stdout.write(
      `\n${counted(rules.length, 'rule')}. More about one: vault-posture rules show ${rules[0]?.id ?? 'ID'}\n`,
    );
    stdout.write(`Profiles: ${(await profileNames(join(installation.rules, 'profiles'))).join(', ')}\n`);
  }
  return EXIT.clean;
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

export async function showRule(id: string, { rules: folders, json }: Listing, terminal: Terminal): Promise<number> {
  const { rules, frameworks } = await load(folders, terminal);
  const wanted = id.toUpperCase();
  const rule = rules.find((candidate) => isNamed(candidate, wanted));
  if (!rule) throw strangeRule(id, rules);
  const titleOf = (framework: string) => frameworks.get(framework)?.title ?? framework;
  terminal.stdout.write(
    json ? `${JSON.stringify(described(rule), null, 2)}\n` : page(rule, titleOf, colorsFor(terminal)),
  );
  return EXIT.clean;
}

const described = (rule: Rule) => ({
  id: rule.id,
  aliases: rule.aliases,
  title: rule.title,
  severity: rule.severity,
  kind: rule.kind,
  enabledByDefault: rule.enabledByDefault,
  params: rule.params,
  ...textOf('when', rule.when),
  ...textOf('measurable', rule.measurable),
  ...(rule.each && { each: `${rule.each.list.text} as ${rule.each.as}` }),
  ...textOf('require', rule.require),
  facts: factsOf(rule),
  why: rule.why,
  fix: rule.fix,
  controls: Object.fromEntries(
    Object.entries(rule.controls).map(([framework, controls]) => [
      framework,
      controls.map(({ id, title, when }) => ({ id, ...(title && { title }), ...textOf('when', when) })),
    ]),
  ),
  references: rule.references,
  tags: rule.tags,
});

const textOf = (name: string, condition: Condition | undefined) => (condition ? { [name]: condition.text.trim() } : {});

const factsOf = (rule: Rule): string[] => {
  const conditions = [rule.when, rule.measurable, rule.each?.list, rule.require, ...rule.identity].filter(
    (condition) => condition !== undefined,
  );
  return [...new Set(conditions.flatMap(({ fields }) => fields))].sort();
};

function page(rule: Rule, frameworkTitle: (id: string) => string, { bold }: Colors): string {
  const sections: [string, string][] = [
    ['Judges', rule.kind],
    ['When', rule.when?.text ?? ''],
    ['Measurable', rule.measurable?.text ?? ''],
    ['Requires', rule.require.text],
    [
      'Parameters',
      Object.entries(rule.params)
        .map(
          ([name, { type, default: value, about }]) => `${name} (${type}, default ${JSON.stringify(value)}): ${about}`,
        )
        .join('\n'),
    ],
    ['Reads', factsOf(rule).join('\n')],
    ['Why', rule.why],
    ...Object.entries(rule.fix).map(([how, text]): [string, string] => [`Fix: ${how}`, text]),
    [
      'Controls',
      Object.entries(rule.controls)
        .flatMap(([id, controls]) =>
          controls.map(
            (control) =>
              `${frameworkTitle(id)} ${control.id}${control.title ? ` ${control.title}` : ''}${control.when ? ` (when ${control.when.text})` : ''}`,
          ),
        )
        .join('\n'),
    ],
    ['References', rule.references.join('\n')],
    ['File', rule.file],
  ];
  const body = sections
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => `${bold(heading)}\n${indented(text.trim())}`);
  return `${bold(rule.id)} ${rule.title} (${rule.severity})\n\n${body.join('\n\n')}\n`;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

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
  for (const problem of problems) stdout.write(`${formatProblem(problem)}\n`);
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
