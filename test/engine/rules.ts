/** Rules from their conditions alone, for judging the resources of the test catalog. */
import { Language, type Proven, type Scope } from '../../src/engine/language.ts';
import type { Condition, Control, MessagePart, Rule, Severity } from '../../src/model/rule.ts';
import { catalog, PARAMS } from './estate.ts';

export const language = new Language(catalog);

export interface Words {
  readonly for?: string;
  readonly when?: string;
  readonly measurable?: string;
  readonly each?: readonly [list: string, as: string];
  readonly require: string;
  readonly identity?: readonly string[];
  /** Every other one is an expression. */
  readonly message?: readonly string[];
  readonly severity?: Severity;
  readonly severityWhen?: readonly (readonly [when: string, severity: Severity])[];
  readonly controls?: Record<string, readonly (string | readonly [id: string, when: string])[]>;
}

export function compile(text: string, scope: Scope = secrets, given?: Proven): Condition {
  const compiled = scope.compile(text, { ...(given && { given }) });
  if (!compiled.ok) throw new Error(`${text}: ${compiled.problems.map(({ message }) => message).join('; ')}`);
  return compiled.condition;
}

export const secrets = language.scope('test.secret', PARAMS);

export function rule(words: Words): Rule {
  const kind = words.for ?? 'test.secret';
  const outer = language.scope(kind, PARAMS);
  const when = words.when === undefined ? undefined : outer.compile(words.when);
  const given = when?.ok ? when.whenTrue : new Set<string>();
  const [listText, as] = words.each ?? [];
  const list = listText === undefined ? undefined : compile(listText, outer, given);
  const scope = list && as !== undefined ? outer.withItem(as, list) : outer;
  const make = (text: string): Condition => compile(text, scope, given);
  return {
    id: 'TEST-1',
    aliases: [],
    title: 'A rule',
    severity: words.severity ?? 'medium',
    severityWhen: (words.severityWhen ?? []).map(([text, severity]) => ({ when: make(text), severity })),
    kind,
    enabledByDefault: true,
    params: PARAMS,
    ...(words.when !== undefined && { when: compile(words.when, outer) }),
    ...(words.measurable !== undefined && { measurable: make(words.measurable) }),
    ...(list && as !== undefined && { each: { list, as } }),
    require: make(words.require),
    identity: (words.identity ?? []).map(make),
    message: (words.message ?? []).map((part, at): MessagePart => (at % 2 === 0 ? part : make(part))),
    why: '',
    fix: {},
    controls: Object.fromEntries(
      Object.entries(words.controls ?? {}).map(([framework, controls]) => [
        framework,
        controls.map(
          (each): Control => (typeof each === 'string' ? { id: each } : { id: each[0], when: make(each[1]) }),
        ),
      ]),
    ),
    references: [],
    tags: [],
    file: 'test.yaml',
  };
}
