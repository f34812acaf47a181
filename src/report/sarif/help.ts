/** What a rule's page on GitHub tells: why, how to put it right, what that does besides, which controls ask for it. */
import type { ReportControl, ReportRule } from '../../model/report.ts';
import type { Fix } from '../../model/rule.ts';
import { params } from '../views/finding.ts';
import { escaped, fenced, isAddress, plain, visibleLines } from './prose.ts';

/** Longest text of a paragraph. */
const PARAGRAPH = 4000;

const CODE = [
  ['Azure CLI', 'az', 'sh'],
  ['Bicep', 'bicep', 'bicep'],
  ['Terraform', 'terraform', 'terraform'],
] as const satisfies readonly (readonly [string, keyof Fix, string])[];

/** How a format writes the parts of a page. */
interface Style {
  readonly heading: (text: string) => string;
  readonly text: (text: string) => string;
  readonly code: (name: string, text: string, language: string) => string;
  readonly item: (text: string) => string;
  readonly address: (text: string) => string;
}

const PLAIN: Style = {
  heading: (text) => `${text}:`,
  text: (text) => plain(text, PARAGRAPH),
  code: (name, text) => `${name}:\n${visibleLines(text)}`,
  item: (text) => `- ${text}`,
  address: (text) => plain(text),
};

const MARKDOWN: Style = {
  heading: (text) => `**${text}**`,
  text: (text) => escaped(text, PARAGRAPH),
  code: (name, text, language) => `${name}:\n\n${fenced(text, language)}`,
  item: (text) => `- ${text}`,
  address: (text) => (isAddress(text) ? `<${text}>` : escaped(text)),
};

export const help = (rule: ReportRule): { text: string; markdown: string } => ({
  text: page(rule, PLAIN),
  markdown: page(rule, MARKDOWN),
});

const page = (rule: ReportRule, style: Style): string =>
  [
    style.text(rule.why),
    ...section('Fix', fixes(rule.fix, style), style),
    ...section('Side effects', rule.fix.sideEffects ? [style.text(rule.fix.sideEffects)] : [], style),
    ...section('Parameters in force', items(parameters(rule), style), style),
    ...section('Controls', items(Object.entries(rule.controls).flatMap(controls), style), style),
    ...section('References', list(rule.references.map(style.address), style), style),
  ].join('\n\n');

const section = (title: string, parts: readonly string[], style: Style): string[] =>
  parts.length > 0 ? [style.heading(title), ...parts] : [];

const items = (texts: readonly string[], style: Style): string[] => list(texts.map(style.text), style);

const list = (texts: readonly string[], style: Style): string[] =>
  texts.length > 0 ? [texts.map(style.item).join('\n')] : [];

const fixes = (fix: Fix, style: Style): string[] => [
  ...CODE.flatMap(([name, way, language]) => (fix[way] ? [style.code(name, fix[way], language)] : [])),
  ...(fix.portal ? [style.text(`Portal: ${fix.portal}`)] : []),
];

const parameters = (rule: ReportRule): string[] =>
  params(rule.params).map(({ name, value, from }) => `${name} = ${value} (${from})`);

const controls = ([framework, found]: [string, readonly ReportControl[]]): string[] =>
  found.map(({ id, title, when }) => `${framework} ${id}${title ? `: ${title}` : ''}${when ? ` (when ${when})` : ''}`);
