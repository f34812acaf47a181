/** CEL as rules write it: typed by a catalog, checked, compiled. */
import { type Catalog, type Field, type Fields, fieldsOf, kindOf, lineage, shortName } from '../model/catalog.ts';
import type { Condition, ParamSpec } from '../model/rule.ts';
import { check } from './checks.ts';
import { Checked, checked, fieldsRead } from './condition.ts';
import { fieldAt, itemField, type Variables } from './fields.ts';
import { FUNCTIONS } from './functions.ts';
import { Machine } from './machine.ts';
import { NOTHING, type Proven, proves, provenOfItems, union } from './presence.ts';
import { type CelError, explain, type Names, type Problem, problem } from './problems.ts';
import { itemTypeOf, type Node, operandsOf, plainTypes } from './syntax.ts';
import { CelTypes } from './types.ts';

export type { Problem } from './problems.ts';
export type { Proven } from './presence.ts';
export { Machine } from './machine.ts';

/** `whenTrue` and `whenFalse`: what is known to be present once the condition has come out so. */
export type Compiled =
  | { readonly ok: true; readonly condition: Condition; readonly whenTrue: Proven; readonly whenFalse: Proven }
  | { readonly ok: false; readonly problems: Problem[] };

export interface Expectation {
  readonly expects?: 'bool';
  /** What other conditions have proved before. */
  readonly given?: Proven;
}

const DEFAULT_BUDGET = 100_000;

/** Made once for a catalog. */
export class Language {
  readonly machine: Machine;
  /** Kinds of the catalog, by full name. */
  readonly kinds: readonly string[];
  readonly #catalog: Catalog;
  readonly #types = new CelTypes();

  /** `budget`: the steps that one evaluation of one condition may take. */
  constructor(catalog: Catalog, { budget = DEFAULT_BUDGET }: { budget?: number } = {}) {
    this.machine = new Machine(budget);
    this.kinds = Object.keys(catalog);
    this.#catalog = catalog;
    for (const kind of this.kinds) this.#types.define(kind, this.#fields(kind));
    for (const { signature, run } of Object.values(FUNCTIONS)) this.#types.environment.registerFunction(signature, run);
  }

  #fields(kind: string): Fields {
    return fieldsOf(kindOf(this.#catalog, kind));
  }

  /** The variables of rules for a kind: the resource, its ancestors, `params`, `now`. */
  scope(kind: string, params: Readonly<Record<string, ParamSpec>>): Scope {
    const ancestry = lineage(this.#catalog, kind);
    const types = this.#types.copy();
    const fields = paramFields(params);
    types.define('params', fields);
    for (const name of ancestry) types.environment.registerVariable(shortName(name), name);
    types.environment.registerVariable('params', 'params').registerVariable('now', 'google.protobuf.Timestamp');
    return new Scope({
      machine: this.machine,
      types,
      kinds: new Map(ancestry.map((name) => [shortName(name), name])),
      variables: new Map<string, Field>([
        ...ancestry.map((name) => [shortName(name), objectOf(this.#fields(name))] as const),
        ['params', objectOf(fields)],
        ['now', { type: 'timestamp', about: '' }],
      ]),
      slots: [...ancestry.map(shortName), 'params', 'now'],
      firstFree: ancestry.length + 3,
      given: NOTHING,
    });
  }
}

const objectOf = (fields: Fields): Field => ({ type: 'object', fields, about: '' });

const PARAM_FIELDS: Record<ParamSpec['type'], Field> = {
  integer: { type: 'int', about: '' },
  boolean: { type: 'bool', about: '' },
  string: { type: 'string', about: '' },
  strings: { type: 'list', of: { type: 'string', about: '' }, about: '' },
  ranges: { type: 'list', of: { type: 'string', about: '' }, about: '' },
};

const paramFields = (params: Readonly<Record<string, ParamSpec>>): Fields =>
  Object.fromEntries(Object.entries(params).map(([name, { type }]) => [name, PARAM_FIELDS[type]]));

interface ScopeParts {
  readonly machine: Machine;
  readonly types: CelTypes;
  /** Full names of the kinds behind variables. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly variables: Variables;
  readonly slots: readonly string[];
  /** Where the variables of macros begin: behind the item, whether there is one or not. */
  readonly firstFree: number;
  readonly given: Proven;
}

/** Variables in sight of some conditions. */
export class Scope {
  readonly slots: readonly string[];
  readonly #parts: ScopeParts;

  constructor(parts: ScopeParts) {
    this.slots = parts.slots;
    this.#parts = parts;
  }

  /** Adds a variable in the next slot for the items of a list that this scope compiled. */
  withItem(name: string, list: Condition): Scope {
    const { ast, type } = checked(list);
    const { types, variables, slots, given } = this.#parts;
    const item = itemField(fieldAt(ast, variables));
    const inner = types.copy();
    inner.environment.registerVariable(name, itemTypeOf(type) ?? 'string');
    return new Scope({
      ...this.#parts,
      types: inner,
      variables: item ? new Map([...variables, [name, item]]) : variables,
      slots: [...slots, name],
      given: union(given, provenOfItems(ast, name)),
    });
  }

  compile(text: string, { expects, given = NOTHING }: Expectation = {}): Compiled {
    const parsed = this.#parse(text);
    if (Array.isArray(parsed)) return { ok: false, problems: parsed };
    const { ast, type } = parsed;
    const known = union(this.#parts.given, given);
    const problems = [...parsed.problems, ...check(ast, this.slots, this.#parts.variables, known)];
    if (problems.length === 0 && expects && type !== expects) problems.push(wrongType(ast, type, expects));
    if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
    return {
      ok: true,
      condition: this.#condition(text, ast, type),
      whenTrue: proves(ast, true),
      whenFalse: proves(ast, false),
    };
  }

  #condition(text: string, ast: Node, type: string): Condition {
    const { machine, slots, firstFree, kinds } = this.#parts;
    return new Checked({ text, ast, type, fields: fieldsRead(ast, kinds), slots, firstFree }, machine);
  }

  /** The tree with what is wrong about its types, or why there is no tree. */
  #parse(text: string): { ast: Node; type: string; problems: Problem[] } | Problem[] {
    try {
      const parsed = this.#parts.types.environment.parse(text);
      const { ast } = parsed;
      const { valid, type = '', error } = parsed.check();
      return { ast, type, problems: valid ? [] : this.#typeProblems(ast, error as CelError) };
    } catch (error) {
      return [this.#explain(error as CelError, text)];
    }
  }

  /** cel-js stops at the first mistake; the sides of `&&` and `||` can be asked one by one. */
  #typeProblems(ast: Node, error: CelError): Problem[] {
    const sides = ast.op === '&&' || ast.op === '||' ? operandsOf(ast) : [];
    const problems = sides.flatMap((side) => this.#problemsOfSide(side));
    return problems.length > 0 ? problems : [this.#explain(error, ast.input)];
  }

  /** Blanks in front keep the offsets. A side that brackets tear apart cannot be asked by itself. */
  #problemsOfSide(side: Node): Problem[] {
    const text = ' '.repeat(side.start) + side.input.slice(side.start, side.end);
    const parsed = this.#parse(text);
    return Array.isArray(parsed) ? [] : parsed.problems;
  }

  #explain(error: CelError, text: string): Problem {
    const names: Names = { variables: this.slots, fieldsOf: (type) => this.#parts.types.fieldsOf(type) };
    return explain(error, text, names);
  }
}

const wrongType = (ast: Node, type: string, expected: string): Problem =>
  problem({ start: ast.start, end: ast.end }, `must be ${expected}, is ${plainTypes(type)}`);

/** By place; one for each place. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const byStart = new Map(problems.toReversed().map((each) => [each.start, each]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
