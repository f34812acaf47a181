/** Cases of a rule's test: from the few words in which an estate differs from the base objects to its facts. */
import { didYouMean } from '../engine/spelling.ts';
import { type Catalog, fieldsOf, kindOf, lineage, shortName } from '../model/catalog.ts';
import type { ParamSpec, ParamValue, Rule } from '../model/rule.ts';
import { FactError, readFacts } from '../snapshot/facts.ts';
import { whyNotAllowed } from './param-value.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

export const SECTIONS = ['pass', 'fail', 'unknown', 'notApplicable'] as const;
export type Section = (typeof SECTIONS)[number];

/** What differs from the base objects, as the file has it. */
export type Difference = Record<string, unknown>;

/** An estate of a test file, ready to be judged again with other parameters or at another time. */
export interface Case {
  readonly section: Section;
  readonly title: string;
  readonly path: readonly [Section, string];
  readonly facts: readonly object[];
  readonly params: { readonly [name: string]: ParamValue };
}

/** Reads the cases of one file. */
export class CaseReader {
  readonly #rule: Rule;
  readonly #file: YamlFile;
  readonly #base: Record<string, unknown>;
  readonly #catalog: Catalog;
  /** What is wrong with the cases that were read. */
  readonly problems: Problem[] = [];

  /** `base`: objects by short name of their kind. */
  constructor(rule: Rule, file: YamlFile, base: Record<string, unknown>, catalog: Catalog) {
    this.#rule = rule;
    this.#file = file;
    this.#base = base;
    this.#catalog = catalog;
  }

  /** The case, or none where its problems say why. */
  read(section: Section, title: string, difference: Difference): Case[] {
    const path = [section, title] as const;
    const { params = {}, ...named } = difference as { params?: Record<string, ParamValue> };
    const kinds = lineage(this.#catalog, this.#rule.kind);
    const { fields, changes } = this.#changesIn(named, kinds.map(shortName));
    if (!this.#namesAreKnown(fields, path) || !this.#paramsAreKnown(params, path)) return [];
    try {
      const facts = kinds.map((kind) => this.#facts(kind, changes[shortName(kind)]));
      return [{ section, title, path, facts, params }];
    } catch (error) {
      if (!(error instanceof FactError)) throw error;
      this.problems.push(this.#file.at(this.#placeOf(error, path), error.message, 'as the catalog has it'));
      return [];
    }
  }

  /** What differs, by kind; a case may name fields of the rule's own kind without it. */
  #changesIn(named: Difference, kinds: readonly string[]): { fields: string[]; changes: Difference } {
    const isKind = ([name]: [string, unknown]): boolean => kinds.includes(name);
    const [ofKinds, fields] = [
      Object.fromEntries(Object.entries(named).filter(isKind)),
      Object.fromEntries(Object.entries(named).filter((one) => !isKind(one))),
    ];
    const changes = { ...ofKinds, [this.#own]: { ...(ofKinds[this.#own] as object), ...fields } };
    return { fields: Object.keys(fields), changes };
  }

  #facts(kind: string, difference: unknown): object {
    const name = shortName(kind);
    return readFacts(fieldsOf(kindOf(this.#catalog, kind)), changed(this.#base[name], difference), name);
  }

  get #own(): string {
    return shortName(this.#rule.kind);
  }

  /** Fields of the kind itself may stand in the case without its name. */
  #placeOf({ path: told }: FactError, path: readonly [Section, string]): (string | number)[] {
    const [kind, ...steps] = told.split(/[.[\]]+/).filter((step) => step !== '');
    const named = this.#file.has([...path, kind ?? '']);
    const below = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return kind === this.#own && !named ? [...path, ...below] : [...path, kind ?? '', ...below];
  }

  #namesAreKnown(names: readonly string[], path: readonly string[]): boolean {
    const fields = Object.keys(fieldsOf(kindOf(this.#catalog, this.#rule.kind)));
    const strangers = names.filter((name) => !fields.includes(name));
    for (const name of strangers)
      this.problems.push(
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
        return this.#file.atKey(
          place,
          `${name} is no parameter of the rule`,
          `its parameters: ${known.join(', ') || 'none'}`,
        );
      const spec = this.#rule.params[name] as ParamSpec;
      const why = whyNotAllowed(spec, value);
      return why ? this.#file.at(place, `${name} ${why}`, spec.about) : [];
    });
    this.problems.push(...wrong);
    return wrong.length === 0;
  }
}

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
