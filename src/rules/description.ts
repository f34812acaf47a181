/** All about a rule, as machines are told it; `rules show` prints the same for people. */
import type { Access } from '../model/access.ts';
import type { Catalog } from '../model/catalog.ts';
import type { ReportControl, ReportRule } from '../model/report.ts';
import type { Condition, Rule, Severity } from '../model/rule.ts';
import { needsOf } from './needs.ts';
import { type RuleRights, rightsOf } from './rights.ts';

/** Members keep their names and meanings; later releases may add some. Conditions are CEL. */
export interface Description {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly severityWhen: readonly { readonly when: string; readonly severity: Severity }[];
  readonly kind: string;
  readonly enabledByDefault: boolean;
  readonly params: Rule['params'];
  readonly when?: string;
  readonly measurable?: string;
  /** `<list> as <name>` */
  readonly each?: string;
  readonly require: string;
  readonly identity: readonly string[];
  /** With its expressions in `{{ }}`. */
  readonly message: string;
  /** Fields that its expressions may read. */
  readonly facts: readonly string[];
  readonly planes: RuleRights['planes'];
  readonly rights: Pick<RuleRights, 'needed' | 'better'>;
  readonly why: string;
  readonly fix: Rule['fix'];
  readonly controls: { readonly [framework: string]: readonly ReportControl[] };
  readonly references: readonly string[];
  readonly tags: readonly string[];
  /** Where it was loaded from. */
  readonly file: string;
}

export function describe(rule: Rule, catalog: Catalog, access: Access): Description {
  const { id, aliases, title, severity, kind, enabledByDefault, params, why, fix, references, tags, file } = rule;
  const { planes, ...rights } = rightsOf(rule, catalog, access);
  const named = { id, aliases, title, severity, severityWhen: rule.severityWhen.map(stepOf), kind, enabledByDefault };
  const conditions = conditionsOf(rule);
  const facts = needsOf([rule]).fields;
  const controls = controlsOf(rule);
  return { ...named, params, ...conditions, facts, planes, rights, why, fix, controls, references, tags, file };
}

/** The same as far as reports tell it. `params`: those in force where no override says otherwise. */
export const reportRule = (rule: Rule, params: ReportRule['params']): ReportRule => ({
  id: rule.id,
  aliases: rule.aliases,
  title: rule.title,
  severity: rule.severity,
  kind: rule.kind,
  require: plain(rule.require),
  ...(rule.when && { when: plain(rule.when) }),
  ...(rule.measurable && { measurable: plain(rule.measurable) }),
  ...(rule.each && { each: { list: plain(rule.each.list), as: rule.each.as } }),
  params,
  controls: controlsOf(rule),
  why: rule.why,
  fix: rule.fix,
  references: rule.references,
  tags: rule.tags,
});

const stepOf = ({ when, severity }: Rule['severityWhen'][number]) => ({ when: plain(when), severity });

const conditionsOf = ({ when, measurable, each, require, identity, message }: Rule) => ({
  ...(when && { when: plain(when) }),
  ...(measurable && { measurable: plain(measurable) }),
  ...(each && { each: `${plain(each.list)} as ${each.as}` }),
  require: plain(require),
  identity: identity.map(plain),
  message: message.map((part) => (typeof part === 'string' ? part : `{{ ${plain(part)} }}`)).join(''),
});

const controlsOf = ({ controls }: Rule) =>
  Object.fromEntries(
    Object.entries(controls).map(([framework, list]) => [
      framework,
      list.map(({ id, title, when }) => ({ id, ...(title && { title }), ...(when && { when: plain(when) }) })),
    ]),
  );

const plain = ({ text }: Condition): string => text.trim();
