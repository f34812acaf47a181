/** The tests that stand beside rules: estates in a few words, and the verdict that each must get. */
import { access } from 'node:fs/promises';
import { judge } from '../engine/judge.ts';
import type { Language } from '../engine/language.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Frame, ParamSpec, ParamValue, Rule } from '../model/rule.ts';
import type { BaseObjects } from './base-objects.ts';
import { canonical } from './canonical.ts';
import { type Case, CaseReader, type Difference, SECTIONS, type Section } from './case-reader.ts';
import { isTestFile, ruleFileOf, testFileOf, yamlFilesBelow } from './files.ts';
import { whyNotAllowed } from './param-value.ts';
import { type Problem, RuleError } from './problem.ts';
import { compileSchema, ruleTestSchema } from './schema.ts';
import { YamlFile } from './yaml-file.ts';

/** Other forms would be read in the time zone of whoever runs the test. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What came of a rule's test. */
export interface TestedRule {
  readonly cases: readonly Pick<Case, 'section' | 'title'>[];
  readonly problems: readonly Problem[];
}

/** What a test needs beside the rule and its file. */
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
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { cases: [], problems: [missingTest(rule, path)] };
    if (error instanceof RuleError) return { cases: [], problems: error.problems };
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

/** The file's own cases, as the schema lets them through. */
type Words = { readonly [S in Section]?: { readonly [title: string]: Difference } };

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
    const words = this.#file.value() as Words & { now: string };
    const now = this.#instant(words.now);
    const cases = await this.#cases(words);
    this.#checkSections(words);
    this.#checkTwins(words);
    for (const one of cases) this.#checkVerdict(one, now);
    if (this.#problems.length === 0) this.#checkLimits(cases, now);
    return { cases, problems: this.#problems };
  }

  async #cases(words: Words): Promise<Case[]> {
    const { bases, catalog } = this.#options;
    const reader = new CaseReader(this.#rule, this.#file, await bases.of(this.#rule.kind), catalog);
    const cases = SECTIONS.flatMap((section) =>
      Object.entries(words[section] ?? {}).flatMap(([title, difference]) => reader.read(section, title, difference)),
    );
    this.#problems.push(...reader.problems);
    return cases;
  }

  #instant(text: string): number {
    const now = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(now)) return now;
    throw new RuleError([this.#file.at(['now'], `now "${text}" is no time`, 'for example 2026-03-31T00:00:00Z')]);
  }

  /** A rule that cannot fail, cannot pass or does not know when it does not know is no rule. */
  #checkSections(words: Words): void {
    for (const section of ['pass', 'fail', 'unknown'] as const)
      if (!words[section])
        this.#say(
          [],
          `there is no case under "${section}"`,
          `every rule is shown to ${section === 'unknown' ? 'know when it cannot tell' : section}`,
        );
  }

  #checkTwins(words: Words): void {
    const seen = new Map<string, string>();
    for (const section of SECTIONS)
      for (const [title, difference] of Object.entries(words[section] ?? {})) {
        const twin = seen.get(canonical(difference));
        if (twin)
          this.#sayOf([section, title], `"${title}" says the same as "${twin}"`, 'every case tells something new');
        seen.set(canonical(difference), title);
      }
  }

  #checkVerdict(one: Case, now: number): void {
    const judgements = this.#judge(one, now, {});
    const got = verdictsOf(judgements);
    const broken = judgements.find(({ reason }) => reason === 'ruleError');
    if (broken) this.#sayOf(one.path, `"${one.title}": the rule broke: ${broken.detail}`, 'put the rule right');
    else if (got !== one.section)
      this.#sayOf(one.path, `"${one.title}" should be ${one.section}, is ${got}`, 'the rule or the case is wrong');
  }

  #judge({ facts, params }: Case, now: number, moved: { readonly [name: string]: ParamValue }) {
    const defaults = Object.fromEntries(Object.entries(this.#rule.params).map(([name, spec]) => [name, spec.default]));
    const frame: Frame = [...facts, { ...defaults, ...params, ...moved }, now];
    return judge(this.#rule, frame, this.#options.language.machine, 'findings');
  }

  /** A limit that can be moved by its smallest step without any case noticing is not tested on its edge. */
  #checkLimits(cases: readonly Case[], now: number): void {
    for (const [name, spec] of Object.entries(this.#rule.params))
      if (spec.type === 'integer') for (const step of [-1, 1]) this.#checkLimit(name, spec, step, cases, now);
    if (/\bnow\b/.test(this.#rule.require.text)) for (const step of [-1, 1]) this.#checkMoment(step, cases, now);
  }

  #checkLimit(name: string, spec: ParamSpec, step: number, cases: readonly Case[], now: number): void {
    const moved = ({ params }: Case): number => ((params[name] ?? spec.default) as number) + step;
    const possible = cases.filter((one) => !whyNotAllowed(spec, moved(one)));
    if (possible.length === 0 || possible.some((one) => this.#notices(one, now, { [name]: moved(one) }))) return;
    const message = `no case notices when ${name} is ${step > 0 ? 'one more' : 'one less'}`;
    this.#say([], message, 'test just inside, on and just outside the limit');
  }

  /** `step`: in seconds. */
  #checkMoment(step: number, cases: readonly Case[], now: number): void {
    if (cases.some((one) => this.#notices(one, now + step * 1000, {}))) return;
    const message = `no case notices when it is one second ${step > 0 ? 'later' : 'earlier'}`;
    this.#say(['now'], message, 'test the limit to the second');
  }

  #notices(one: Case, now: number, moved: { readonly [name: string]: ParamValue }): boolean {
    return verdictsOf(this.#judge(one, now, moved)) !== one.section;
  }

  #say(...problem: Parameters<YamlFile['at']>): void {
    this.#problems.push(this.#file.at(...problem));
  }

  /** The same of the key at a path. */
  #sayOf(...problem: Parameters<YamlFile['atKey']>): void {
    this.#problems.push(this.#file.atKey(...problem));
  }
}

const verdictsOf = (judgements: readonly { verdict: string }[]): string =>
  [...new Set(judgements.map(({ verdict }) => verdict))].sort().join(' and ');
