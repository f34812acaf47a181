/** All about one rule for people: headings, and under them text that fits the terminal. */
import { policyText, type Right } from '../model/access.ts';
import type { ParamSpec } from '../model/rule.ts';
import { PLANE_WORDS } from '../report/words.ts';
import { display, visible } from '../report/text.ts';
import type { Description } from '../rules/description.ts';
import type { Framework } from '../rules/frameworks.ts';
import type { Colors } from './terminal.ts';
import { wrapped } from './wrap.ts';

export interface PageLayout {
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly colors: Colors;
  /** Columns. */
  readonly width: number;
}

const INDENT = '  ';

export function rulePage(rule: Description, { frameworks, colors: { bold }, width }: PageLayout): string {
  const body = sectionsOf(rule, frameworks)
    .filter(({ text }) => text !== '')
    .map(({ heading, text, verbatim }) => `${bold(heading)}\n${block(text, width, verbatim)}`);
  const title = wrapped(`${display(rule.id)} ${display(rule.title)} (${rule.severity})`, width);
  return `${bold(title.join('\n'))}\n\n${body.join('\n\n')}\n`;
}

interface Section {
  readonly heading: string;
  readonly text: string;
  /** Meant to be copied: kept as it is. */
  readonly verbatim?: true;
}

const sectionsOf = (rule: Description, frameworks: PageLayout['frameworks']): Section[] => [
  { heading: 'Judges', text: `${rule.kind}${rule.enabledByDefault ? '' : ', when it is switched on'}` },
  { heading: 'Had the name', text: rule.aliases.join(', ') },
  { heading: 'Severity', text: severities(rule) },
  { heading: 'When', text: rule.when ?? '' },
  { heading: 'Measurable', text: rule.measurable ?? '' },
  { heading: 'Each', text: rule.each ?? '' },
  { heading: 'Requires', text: rule.require },
  { heading: 'Parameters', text: Object.entries(rule.params).map(parameter).join('\n') },
  { heading: 'Says', text: rule.message },
  { heading: 'Told by', text: rule.planes.map((plane) => PLANE_WORDS[plane]).join(', ') },
  { heading: 'Needs', text: rule.rights.needed.map(right).join('\n') },
  { heading: 'Tells more with', text: rule.rights.better.map(right).join('\n') },
  { heading: 'Reads', text: rule.facts.join('\n') },
  { heading: 'Why', text: rule.why },
  ...fixes(rule),
  { heading: 'Controls', text: controls(rule, frameworks) },
  { heading: 'References', text: rule.references.join('\n'), verbatim: true },
  { heading: 'Tags', text: rule.tags.join(', ') },
  { heading: 'File', text: rule.file, verbatim: true },
];

const severities = ({ severity, severityWhen }: Description): string =>
  severityWhen.length === 0
    ? ''
    : [...severityWhen.map((step) => `${step.severity} when ${step.when}`), `${severity} otherwise`].join('\n');

function parameter([name, spec]: [string, ParamSpec]): string {
  const { type, default: value, about } = spec;
  return `${name} (${[type, `default ${JSON.stringify(value)}`, ...bounds(spec)].join(', ')}): ${about}`;
}

const bounds = ({ minimum, maximum, values }: ParamSpec): string[] => [
  ...(minimum === undefined ? [] : [`at least ${minimum}`]),
  ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ...(values ? [`of ${values.join(', ')}`] : []),
];

const right = ({ grant, on, policy }: Right): string =>
  `${grant} on ${on}${policy ? `; on vaults with access policies an entry with ${policyText(policy)}` : ''}`;

const FIX_HEADINGS: { readonly [how: string]: string } = { sideEffects: 'Side effects of the fix' };

const fixes = ({ fix }: Description): Section[] =>
  Object.entries(fix).map(([how, text]) => ({
    heading: FIX_HEADINGS[how] ?? `Fix: ${how}`,
    text: text ?? '',
    ...(how !== 'sideEffects' && how !== 'portal' && { verbatim: true as const }),
  }));

const controls = ({ controls }: Description, frameworks: PageLayout['frameworks']): string =>
  Object.entries(controls)
    .flatMap(([framework, list]) =>
      list.map(({ id, title, when }) => {
        const { title: name = framework, version = '' } = frameworks.get(framework) ?? {};
        return `${name} ${version}: ${id}${title ? ` ${title}` : ''}${when ? ` (when ${when})` : ''}`;
      }),
    )
    .join('\n');

// ---- layout

const block = (text: string, width: number, verbatim = false): string =>
  text
    .trim()
    .split('\n')
    .map(visible)
    .flatMap((line) => (verbatim ? [line] : wrapped(line, width - INDENT.length)))
    .map((line) => (line === '' ? '' : INDENT + line))
    .join('\n');
