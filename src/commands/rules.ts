/** rules list, show, test, schema: what can be judged, and whether rules of one's own are sound. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import stringWidth from 'string-width';
import { azure } from '../collect/azure/catalog.ts';
import { Language } from '../engine/language.ts';
import { EXIT } from '../exit-code.ts';
import { installation } from '../installation.ts';
import type { Condition, Rule } from '../model/rule.ts';
import { counted } from '../report/text.ts';
import { BaseObjects, testRule } from '../rules/cases.ts';
import { loadRules, type RuleSet } from '../rules/load.ts';
import { formatProblem, nearest } from '../rules/problem.ts';
import { UsageError } from '../usage-error.ts';
import type { Terminal } from './scan.ts';

interface Listing {
  readonly rules: readonly string[];
  readonly json?: boolean;
}

const load = (folders: readonly string[]): Promise<RuleSet> =>
  loadRules([installation.rules, ...folders.map((path) => resolve(path))], new Language(azure));

export async function listRules({ rules: folders, json }: Listing, { stdout }: Terminal): Promise<number> {
  const { rules } = await load(folders);
  if (json) stdout.write(`${JSON.stringify(rules.map(described), null, 2)}\n`);
  else {
    stdout.write(table(rules.map(({ id, severity, kind, title }) => [id, severity, kind, title])));
    stdout.write(
      `\n${counted(rules.length, 'rule')}. More about one: vault-posture rules show ${rules[0]?.id ?? 'ID'}\n`,
    );
    stdout.write(`Profiles: ${(await profileNames()).join(', ')}\n`);
  }
  return EXIT.clean;
}

async function profileNames(): Promise<string[]> {
  const names = await readdir(join(installation.rules, 'profiles'));
  return names.map((name) => name.replace(/\.yaml$/, '')).sort();
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

export async function showRule(id: string, { rules: folders, json }: Listing, { stdout }: Terminal): Promise<number> {
  const { rules, frameworks } = await load(folders);
  const wanted = id.toUpperCase();
  const rule = rules.find((candidate) => candidate.id === wanted || candidate.aliases.includes(wanted));
  if (!rule) {
    const meant = nearest(
      wanted,
      rules.map((candidate) => candidate.id),
    );
    throw new UsageError(
      `There is no rule ${id}.`,
      meant ? `Did you mean ${meant}?` : 'vault-posture rules list names them all.',
    );
  }
  stdout.write(
    json
      ? `${JSON.stringify(described(rule), null, 2)}\n`
      : page(rule, (framework) => frameworks.get(framework)?.title ?? framework),
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

function page(rule: Rule, frameworkTitle: (id: string) => string): string {
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
    .map(([heading, text]) => `${pc.bold(heading)}\n${indented(text.trim())}`);
  return `${pc.bold(rule.id)} ${rule.title} (${rule.severity})\n\n${body.join('\n\n')}\n`;
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

/** Runs the tests beside the rules of some folders, those that come with the program if none is named. */
export async function testRules(folders: readonly string[], { stdout }: Terminal): Promise<number> {
  const language = new Language(azure);
  const own = folders.map((path) => resolve(path));
  const { rules } = await loadRules(own.length > 0 ? [installation.rules, ...own] : [installation.rules], language);
  const tested = own.length > 0 ? rules.filter(({ file }) => own.some((folder) => file.startsWith(folder))) : rules;
  const options = { catalog: azure, language, bases: new BaseObjects(installation.baseObjects, azure) };
  let cases = 0;
  let problems = 0;
  for (const rule of tested) {
    const result = await testRule(rule, options);
    cases += result.cases.length;
    problems += result.problems.length;
    for (const problem of result.problems) stdout.write(`${formatProblem(problem)}\n`);
    if (result.problems.length === 0)
      stdout.write(`${pc.green('ok')}  ${rule.id}  ${counted(result.cases.length, 'case')}\n`);
  }
  if (tested.length === 0)
    throw new UsageError('There are no rules in the folders that were named.', 'Name a folder with .yaml files.');
  stdout.write(`\n${counted(tested.length, 'rule')}, ${counted(cases, 'case')}, ${counted(problems, 'problem')}\n`);
  return problems > 0 ? EXIT.findings : EXIT.clean;
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
