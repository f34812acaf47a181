/** One rule file, already of the right shape, to a rule: its conditions compiled in the order in which they prove things. */
import type { Compiled, Language, Proven, Scope } from '../engine/language.ts';
import { didYouMean } from '../engine/spelling.ts';
import type { Condition, Control, Fix, MessagePart, ParamSpec, Rule, Severity } from '../model/rule.ts';
import type { Scalar } from 'yaml';
import type { Framework } from './frameworks.ts';
import { whyNotAllowed } from './param-value.ts';
import { type Problem, RuleError } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** The file's own words, as the schema lets them through. */
interface RuleFile {
  id: string;
  aliases?: string[];
  title: string;
  severity: Severity;
  severityWhen?: { when: string; severity: Severity }[];
  enabled?: boolean;
  for: string;
  params?: Record<string, ParamSpec>;
  when?: string;
  measurable?: string;
  each?: string;
  require: string;
  identity?: string[];
  message: string;
  why: string;
  fix: Fix;
  controls?: Record<string, (string | { id: string; when: string })[]>;
  references?: string[];
  tags?: string[];
}

type Checked = Extract<Compiled, { ok: true }>;

const NOTHING: Proven = new Set();

const BOUNDS = ['minimum', 'maximum', 'values'] as const;
const BOUNDS_OF: { readonly [T in ParamSpec['type']]: readonly (typeof BOUNDS)[number][] } = {
  integer: ['minimum', 'maximum'],
  boolean: [],
  string: ['values'],
  strings: ['values'],
  ranges: [],
};

export class RuleReader {
  readonly #file: YamlFile;
  readonly #language: Language;
  readonly #frameworks: ReadonlyMap<string, Framework>;
  readonly #problems: Problem[] = [];

  constructor(file: YamlFile, language: Language, frameworks: ReadonlyMap<string, Framework>) {
    this.#file = file;
    this.#language = language;
    this.#frameworks = frameworks;
  }

  /** Throws RuleError with every problem of the file. */
  read(): Rule {
    const words = this.#file.value() as RuleFile;
    this.#checkKind(words.for);
    this.#checkParams(words.params ?? {});
    this.#throwIfWrong();
    const rule = this.#rule(words);
    this.#throwIfWrong();
    return rule;
  }

  #throwIfWrong(): void {
    if (this.#problems.length > 0) throw new RuleError(this.#problems);
  }

  #checkKind(kind: string): void {
    const kinds = this.#language.kinds;
    if (kinds.includes(kind)) return;
    const hint = didYouMean(kind, kinds) ?? `known: ${kinds.join(', ')}`;
    this.#say(['for'], `there is no kind "${kind}"`, hint);
  }

  #checkParams(params: Record<string, ParamSpec>): void {
    for (const [name, spec] of Object.entries(params)) {
      this.#checkBounds(name, spec);
      const wrong = whyNotAllowed(spec, spec.default);
      if (wrong) this.#say(['params', name, 'default'], `the default of ${name} ${wrong}`, spec.about);
    }
  }

  /** A bound that the type does not know would be a promise that nobody keeps. */
  #checkBounds(name: string, spec: ParamSpec): void {
    for (const bound of BOUNDS)
      if (spec[bound] !== undefined && !BOUNDS_OF[spec.type].includes(bound))
        this.#sayOf(
          ['params', name, bound],
          `${name} is of type ${spec.type}, which knows no ${bound}`,
          'take it away, or change the type',
        );
  }

  #rule(words: RuleFile): Rule {
    const outer = this.#language.scope(words.for, words.params ?? {});
    const when = this.#condition(outer, ['when'], NOTHING, 'bool');
    const applies = when?.whenTrue ?? NOTHING;
    const each = words.each === undefined ? undefined : this.#each(outer, applies);
    const scope = each?.scope ?? outer;
    const measurable = this.#condition(scope, ['measurable'], applies, 'bool');
    const require = this.#condition(scope, ['require'], applies, 'bool');
    const failed = new Set([...applies, ...(require?.whenFalse ?? NOTHING)]);
    return {
      id: words.id,
      aliases: words.aliases ?? [],
      title: words.title,
      severity: words.severity,
      severityWhen: (words.severityWhen ?? []).flatMap(({ severity }, index) =>
        compact(this.#condition(scope, ['severityWhen', index, 'when'], applies, 'bool')).map((when) => ({
          when,
          severity,
        })),
      ),
      kind: words.for,
      enabledByDefault: words.enabled ?? true,
      params: words.params ?? {},
      ...(when && { when: when.condition }),
      ...(measurable && { measurable: measurable.condition }),
      ...(each && { each: { list: each.list, as: each.as } }),
      require: require?.condition as Condition,
      identity: (words.identity ?? []).flatMap((_, index) =>
        compact(this.#condition(scope, ['identity', index], applies)),
      ),
      message: this.#message(scope, failed),
      why: words.why,
      fix: words.fix,
      controls: this.#controls(words.controls ?? {}, outer, applies),
      references: words.references ?? [],
      tags: words.tags ?? [],
      file: this.#file.file,
    };
  }

  #each(scope: Scope, given: Proven): { list: Condition; as: string; scope: Scope } | undefined {
    const scalar = this.#file.scalar(['each']);
    const [, list, as] = /^(.*\S)\s+as\s+([a-z][A-Za-z0-9]*)$/s.exec(String(scalar?.value)) ?? [];
    if (!scalar || list === undefined || as === undefined) {
      this.#say(['each'], 'each is not of the form LIST as NAME', 'for example: vault.network.ipRules as range');
      return undefined;
    }
    this.#refuseCut(scalar, ['each']);
    if (scope.slots.includes(as)) this.#say(['each'], `the name "${as}" is taken by a variable`, 'choose another');
    const compiled = this.#compile(scope, scalar, ['each'], list, 0, given);
    if (!compiled) return undefined;
    const { condition } = compiled;
    if (condition.type.startsWith('list<')) return { list: condition, as, scope: scope.withItem(as, condition) };
    this.#say(['each'], `each needs a list, this is ${condition.type}`, 'name a field that is a list');
    return undefined;
  }

  #message(scope: Scope, given: Proven): MessagePart[] {
    const scalar = this.#file.scalar(['message']) as Scalar;
    this.#refuseCut(scalar, ['message']);
    const text = String(scalar.value).trimEnd();
    const parts: MessagePart[] = [];
    let end = 0;
    for (const hole of text.matchAll(/\{\{(.*?)\}\}/gs)) {
      parts.push(this.#plain(scalar, text, end, hole.index));
      parts.push(...compact(this.#compile(scope, scalar, ['message'], hole[1] as string, hole.index + 2, given)));
      end = hole.index + hole[0].length;
    }
    parts.push(this.#plain(scalar, text, end, text.length));
    return parts.filter((part) => part !== '');
  }

  /** The text between expressions, in which no brace of one is left over. */
  #plain(scalar: Scalar, text: string, start: number, end: number): string {
    const plain = text.slice(start, end);
    const stray = /\{\{|\}\}/.exec(plain);
    if (stray) {
      const [says, hint] =
        stray[0] === '{{' ? ['{{ is not closed', 'close it with }}'] : ['}} closes nothing', 'open it with {{'];
      this.#sayWithin(scalar, start + stray.index, `message: ${says}`, hint);
    }
    return plain;
  }

  #controls(words: NonNullable<RuleFile['controls']>, scope: Scope, given: Proven): Record<string, Control[]> {
    const controls: Record<string, Control[]> = {};
    for (const [framework, list] of Object.entries(words))
      controls[framework] = list.map((control, index) => this.#control(framework, control, index, scope, given));
    return controls;
  }

  #control(
    framework: string,
    control: string | { id: string; when: string },
    index: number,
    scope: Scope,
    given: Proven,
  ): Control {
    const path: Path = ['controls', framework, index];
    const id = typeof control === 'string' ? control : control.id;
    const title = this.#titleOf(framework, id, path);
    const when = typeof control === 'string' ? undefined : this.#condition(scope, [...path, 'when'], given, 'bool');
    return { id, ...(title && { title }), ...(when && { when: when.condition }) };
  }

  #titleOf(framework: string, id: string, path: Path): string | undefined {
    const known = this.#frameworks.get(framework);
    if (!known) {
      const hint = didYouMean(framework, this.#frameworks.keys()) ?? 'frameworks/ has none of that id';
      this.#sayOf(path.slice(0, 2), `there is no framework "${framework}"`, hint);
      return undefined;
    }
    const control = known.controls.find((candidate) => candidate.id === id);
    if (!control)
      this.#say(
        path,
        `${known.title} ${known.version} has no control "${id}" here`,
        'add it to its file in frameworks/',
      );
    return control?.title;
  }

  /** The condition at a path, if the file has one. */
  #condition(scope: Scope, path: Path, given: Proven, expects?: 'bool'): Checked | undefined {
    const scalar = this.#file.scalar(path);
    if (!scalar) return undefined;
    this.#refuseCut(scalar, path);
    return this.#compile(scope, scalar, path, String(scalar.value), 0, given, expects);
  }

  /** `a == 1 # and b` is `a == 1` to YAML, and looks like more to a reader. */
  #refuseCut(scalar: Scalar, path: Path): void {
    if (this.#file.hasCommentBehind(scalar))
      this.#sayWithin(
        scalar,
        String(scalar.value).length,
        `${path.join('.')}: a YAML comment cuts it off here`,
        'write it as a block, behind a |',
      );
  }

  #compile(
    scope: Scope,
    scalar: Scalar,
    path: Path,
    text: string,
    from: number,
    given: Proven,
    expects?: 'bool',
  ): Checked | undefined {
    const compiled = scope.compile(text, { given, ...(expects && { expects }) });
    if (compiled.ok) return compiled;
    for (const { start, message, hint } of compiled.problems)
      this.#sayWithin(scalar, from + start, `${path.join('.')}: ${message}`, hint);
    return undefined;
  }

  /** A problem at a path. */
  #say(...problem: Parameters<YamlFile['at']>): void {
    this.#problems.push(this.#file.at(...problem));
  }

  /** A problem of the key at a path. */
  #sayOf(...problem: Parameters<YamlFile['atKey']>): void {
    this.#problems.push(this.#file.atKey(...problem));
  }

  /** A problem at a character of a scalar's value. */
  #sayWithin(...problem: Parameters<YamlFile['within']>): void {
    this.#problems.push(this.#file.within(...problem));
  }
}

const compact = (compiled: Checked | undefined): Condition[] => (compiled ? [compiled.condition] : []);
