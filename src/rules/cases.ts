/** The tests that stand beside rules: estates in a few words, and the verdict that each must get. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { judge } from '../engine/judge.ts';
import type { Language } from '../engine/language.ts';
import { didYouMean } from '../engine/spelling.ts';
import type { Catalog } from '../model/catalog.ts';
import { fieldsOf, kindOf, lineage, shortName } from '../model/catalog.ts';
import type { Frame, ParamSpec, ParamValue, Rule } from '../model/rule.ts';
import { FactError, readFacts } from '../snapshot/facts.ts';
import { isTestFile, ruleFileOf, testFileOf, yamlFilesBelow } from './files.ts';
import { type Problem, RuleError } from './problem.ts';
import { whyNotAllowed } from './rule-reader.ts';
import { compileSchema, ruleTestSchema } from './schema.ts';
import { YamlFile } from './yaml-file.ts';

const SECTIONS = ['pass', 'fail', 'unknown', 'notApplicable'] as const;
type Section = (typeof SECTIONS)[number];

/** Other forms would be read in the time zone of whoever runs the test. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

type Difference = Record<string, unknown>;

/** An estate of a test file, ready to be judged again with other parameters or at another time. */
interface Case {
  readonly section: Section;
  readonly title: string;
  readonly path: readonly [Section, string];
  readonly facts: readonly object[];
  readonly params: { readonly [name: string]: ParamValue };
}

export interface CaseResult {
  readonly section: Section;
  readonly title: string;
}

export interface TestedRule {
  readonly rule: Rule;
  readonly cases: readonly CaseResult[];
  readonly problems: readonly Problem[];
}

/** Base objects by kind: for each kind in its line, an object that is valid and boring. */
export class BaseObjects {
  readonly #folder: string;
  readonly #catalog: Catalog;
  readonly #known = new Map<string, Record<string, unknown>>();

  constructor(folder: string, catalog: Catalog) {
    this.#folder = folder;
    this.#catalog = catalog;
  }

  /** Short names of the kind and its ancestors, each with its object. */
  async of(kind: string): Promise<Record<string, unknown>> {
    const known = this.#known.get(kind);
    if (known) return known;
    const path = join(this.#folder, `${kind}.yaml`);
    const objects = (await YamlFile.read(path)).value() as Record<string, unknown>;
    for (const name of lineage(this.#catalog, kind))
      readFacts(fieldsOf(kindOf(this.#catalog, name)), objects[shortName(name)], path);
    this.#known.set(kind, objects);
    return objects;
  }
}

export interface TestOptions {
  readonly catalog: Catalog;
  readonly language: Language;
  readonly bases: BaseObjects;
}

/** Runs a rule's test file, and holds the file itself to being a good test. */
export async function testRule(rule: Rule, options: TestOptions): Promise<TestedRule> {
  const path = testFileOf(rule.file);
  try {
    const file = await YamlFile.read(path);
    file.check(compileSchema(ruleTestSchema));
    return await new RuleTest(rule, file, options).run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { rule, cases: [], problems: [missingTest(rule, path)] };
    if (error instanceof RuleError) return { rule, cases: [], problems: error.problems };
    throw error;
  }
}

const missingTest = (rule: Rule, path: string): Problem => ({
  file: rule.file,
  line: 1,
  column: 1,
  message: `${rule.id} has no test`,
  hint: `write ${path} with cases for pass, fail and unknown`,
});

/** Tests below a folder that stand beside no rule: they were left behind, or the names differ. */
export async function orphanedTests(folder: string): Promise<Problem[]> {
  const tests = (await yamlFilesBelow(folder)).filter(isTestFile);
  const problems = tests.map(async (file): Promise<Problem[]> => {
    const rule = ruleFileOf(file);
    const isThere = await access(rule).then(
      () => true,
      () => false,
    );
    return isThere
      ? []
      : [{ file, line: 1, column: 1, message: 'there is no rule beside this test', hint: `of the name ${rule}` }];
  });
  return (await Promise.all(problems)).flat();
}

class RuleTest {
  readonly #rule: Rule;
  readonly #file: YamlFile;
  readonly #options: TestOptions;
  readonly #problems: Problem[] = [];

  constructor(rule: Rule, file: YamlFile, options: TestOptions) {
    this.#rule = rule;
    this.#file = file;
    this.#options = options;
  }

  async run(): Promise<TestedRule> {
    const words = this.#file.value() as { now: string } & { [S in Section]?: Record<string, Difference> };
    const now = this.#instant(words.now);
    const base = await this.#options.bases.of(this.#rule.kind);
    const cases = SECTIONS.flatMap((section) =>
      Object.entries(words[section] ?? {}).flatMap(([title, difference]) =>
        this.#case(section, title, difference, base),
      ),
    );
    this.#checkSections(words);
    this.#checkTwins(words);
    for (const one of cases) this.#checkVerdict(one, now);
    if (this.#problems.length === 0) this.#checkLimits(cases, now);
    return {
      rule: this.#rule,
      cases: cases.map(({ section, title }) => ({ section, title })),
      problems: this.#problems,
    };
  }

  #instant(text: string): number {
    const now = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(now)) return now;
    throw new RuleError([this.#file.at(['now'], `now "${text}" is no time`, 'for example 2026-03-31T00:00:00Z')]);
  }

  /** A rule that cannot fail, cannot pass or does not know when it does not know is no rule. */
  #checkSections(words: { [S in Section]?: unknown }): void {
    for (const section of ['pass', 'fail', 'unknown'] as const)
      if (!words[section])
        this.#say(
          this.#file.at(
            [],
            `there is no case under "${section}"`,
            `every rule is shown to ${section === 'unknown' ? 'know when it cannot tell' : section}`,
          ),
        );
  }

  #checkTwins(words: { [S in Section]?: Record<string, Difference> }): void {
    const seen = new Map<string, string>();
    for (const section of SECTIONS)
      for (const [title, difference] of Object.entries(words[section] ?? {})) {
        const twin = seen.get(canonical(difference));
        if (twin)
          this.#say(
            this.#file.atKey(
              [section, title],
              `"${title}" says the same as "${twin}"`,
              'every case tells something new',
            ),
          );
        seen.set(canonical(difference), title);
      }
  }

  #case(section: Section, title: string, difference: Difference, base: Record<string, unknown>): Case[] {
    const { catalog } = this.#options;
    const kinds = lineage(catalog, this.#rule.kind);
    const own = shortName(this.#rule.kind);
    const path = [section, title] as const;
    const { params = {}, ...rest } = difference as { params?: Record<string, ParamValue> };
    const names = kinds.map(shortName);
    const ancestors = Object.fromEntries(Object.entries(rest).filter(([name]) => names.includes(name)));
    const fields = Object.fromEntries(Object.entries(rest).filter(([name]) => !names.includes(name)));
    if (!this.#namesAreKnown(Object.keys(fields), path) || !this.#paramsAreKnown(params, path)) return [];
    const changes: Record<string, unknown> = { ...ancestors, [own]: { ...(ancestors[own] as object), ...fields } };
    try {
      const facts = kinds.map((kind) =>
        readFacts(
          fieldsOf(kindOf(catalog, kind)),
          changed(base[shortName(kind)], changes[shortName(kind)]),
          shortName(kind),
        ),
      );
      return [{ section, title, path, facts, params }];
    } catch (error) {
      if (!(error instanceof FactError)) throw error;
      this.#say(this.#file.at(this.#placeOf(error, path, own), error.message, 'as the catalog has it'));
      return [];
    }
  }

  /** Fields of the kind itself may stand in the case without its name. */
  #placeOf({ path: told }: FactError, path: readonly [Section, string], own: string): (string | number)[] {
    const [kind, ...steps] = told.split(/[.[\]]+/).filter((step) => step !== '');
    const named = this.#file.has([...path, kind ?? '']);
    const below = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return kind === own && !named ? [...path, ...below] : [...path, kind ?? '', ...below];
  }

  #namesAreKnown(names: readonly string[], path: readonly string[]): boolean {
    const fields = Object.keys(fieldsOf(kindOf(this.#options.catalog, this.#rule.kind)));
    const strangers = names.filter((name) => !fields.includes(name));
    for (const name of strangers)
      this.#say(
        this.#file.atKey(
          [...path, name],
          `${this.#rule.kind} has no field "${name}"`,
          didYouMean(name, fields) ?? `its fields: ${fields.join(', ')}`,
        ),
      );
    return strangers.length === 0;
  }

  #paramsAreKnown(params: Record<string, ParamValue>, path: readonly string[]): boolean {
    const wrong = Object.entries(params).flatMap(([name, value]) => {
      const known = Object.keys(this.#rule.params);
      const place = [...path, 'params', name];
      if (!known.includes(name))
        return [
          this.#file.atKey(
            place,
            `${name} is no parameter of the rule`,
            `its parameters: ${known.join(', ') || 'none'}`,
          ),
        ];
      const spec = this.#rule.params[name] as ParamSpec;
      const why = whyNotAllowed(spec, value);
      return why ? [this.#file.at(place, `${name} ${why}`, spec.about)] : [];
    });
    for (const problem of wrong) this.#say(problem);
    return wrong.length === 0;
  }

  #checkVerdict(one: Case, now: number): void {
    const judgements = this.#judge(one, now, {});
    const got = verdictsOf(judgements);
    const broken = judgements.find(({ reason }) => reason === 'ruleError');
    if (broken)
      this.#say(this.#file.atKey(one.path, `"${one.title}": the rule broke: ${broken.detail}`, 'put the rule right'));
    else if (got !== one.section)
      this.#say(
        this.#file.atKey(
          one.path,
          `"${one.title}" should be ${one.section}, is ${got}`,
          'the rule or the case is wrong',
        ),
      );
  }

  #judge({ facts, params }: Case, now: number, moved: { readonly [name: string]: ParamValue }) {
    const defaults = Object.fromEntries(Object.entries(this.#rule.params).map(([name, spec]) => [name, spec.default]));
    const frame: Frame = [...facts, { ...defaults, ...params, ...moved }, now];
    return judge(this.#rule, frame, this.#options.language.machine, 'findings');
  }

  /** A limit that can be moved by its smallest step without any case noticing is not tested on its edge. */
  #checkLimits(cases: readonly Case[], now: number): void {
    const notices = (shift: (one: Case) => string) => cases.some((one) => shift(one) !== one.section);
    for (const [name, spec] of Object.entries(this.#rule.params)) {
      if (spec.type !== 'integer') continue;
      for (const step of [-1, 1]) {
        const moved = (one: Case) => ((one.params[name] ?? spec.default) as number) + step;
        const noticed = notices((one) =>
          whyNotAllowed(spec, moved(one)) ? one.section : verdictsOf(this.#judge(one, now, { [name]: moved(one) })),
        );
        const possible = cases.some((one) => !whyNotAllowed(spec, moved(one)));
        if (possible && !noticed)
          this.#say(
            this.#file.at(
              [],
              `no case notices when ${name} is ${step > 0 ? 'one more' : 'one less'}`,
              'test just inside, on and just outside the limit',
            ),
          );
      }
    }
    if (!/\bnow\b/.test(this.#rule.require.text)) return;
    for (const step of [-1000, 1000])
      if (!notices((one) => verdictsOf(this.#judge(one, now + step, {}))))
        this.#say(
          this.#file.at(
            ['now'],
            `no case notices when it is one second ${step > 0 ? 'later' : 'earlier'}`,
            'test the limit to the second',
          ),
        );
  }

  #say(problem: Problem): void {
    this.#problems.push(problem);
  }
}

const verdictsOf = (judgements: readonly { verdict: string }[]): string =>
  [...new Set(judgements.map(({ verdict }) => verdict))].sort().join(' and ');

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The base with what differs; null takes away. Gaps, maps and lists replace what was there, and are replaced. */
function changed(base: unknown, difference: unknown): unknown {
  if (!isPlain(difference) || isWrapped(difference) || isWrapped(base)) return difference ?? base;
  const result: Record<string, unknown> = isPlain(base) ? { ...base } : {};
  for (const [name, value] of Object.entries(difference)) {
    if (value === null) delete result[name];
    else result[name] = changed(result[name], value);
  }
  return result;
}

const isWrapped = (value: unknown): boolean =>
  isPlain(value) && ['gap', 'map', 'items'].some((name) => Object.hasOwn(value, name));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
