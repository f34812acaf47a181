/** YAML that people wrote: parsed with places, held to a schema, every complaint on its line. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { isMap, isScalar, LineCounter, type Node, parseDocument, type Scalar, visit } from 'yaml';
import { nearest, type Problem, RuleError } from './problem.ts';

/** Longer than any file a person writes by hand. */
const LARGEST_FILE = 1024 * 1024;

type Path = readonly (string | number)[];

/** A parsed file that can tell where each of its values stands. */
export class YamlFile {
  readonly file: string;
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #document: ReturnType<typeof parseDocument>;

  /** Throws RuleError if it is not YAML, or YAML of a kind that hides what it says (aliases, several documents). */
  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    if (text.length > LARGEST_FILE) throw this.#refusal(0, `is longer than ${LARGEST_FILE} characters`);
    this.#document = parseDocument(text, { lineCounter: this.#lines, stringKeys: true, uniqueKeys: true });
    const complaints = [...this.#document.errors, ...this.#document.warnings];
    if (complaints.length > 0)
      throw new RuleError(
        complaints.map((e) =>
          this.#problem(e.pos[0], (e.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, '')),
        ),
      );
    this.#refuseAliases();
  }

  /** Aliases multiply what a file says beyond what a reader sees. */
  #refuseAliases(): void {
    visit(this.#document, {
      Alias: (_, alias) => {
        throw this.#refusal(alias.range?.[0] ?? 0, `the alias *${alias.source} is not allowed`, 'write the value out');
      },
    });
  }

  /** The file as plain values. */
  value(): unknown {
    return this.#document.toJS();
  }

  /** The scalar at a path, if there is one. */
  scalar(path: Path): Scalar | undefined {
    const node = this.#document.getIn(path, true);
    return isScalar(node) ? node : undefined;
  }

  /** The problem at the value of a path, or at the nearest thing above it that is there. */
  at(path: Path, message: string, hint?: string): Problem {
    return this.#problem(this.#startOf(path), message, hint);
  }

  /** The problem at the key of a path. */
  atKey(path: Path, message: string, hint?: string): Problem {
    const parent = this.#node(path.slice(0, -1));
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    const key = pair?.key as Node | undefined;
    return this.#problem(key?.range?.[0] ?? this.#startOf(path.slice(0, -1)), message, hint);
  }

  /** The problem at a character of a scalar's value, wherever YAML put it in the file. */
  within(scalar: Scalar, character: number, message: string, hint?: string): Problem {
    return this.#problem(placeOf(this.#text, scalar, character), message, hint);
  }

  /** Throws RuleError unless the file is what the schema says. */
  check(validate: ValidateFunction): void {
    if (validate(this.value())) return;
    const errors = validate.errors ?? [];
    const telling = errors.filter(({ keyword }) => !['if', 'anyOf', 'oneOf'].includes(keyword));
    throw new RuleError((telling.length > 0 ? telling : errors).map((error) => this.#explain(error)));
  }

  #explain(error: ErrorObject): Problem {
    const path = pathOf(error.instancePath, this.value());
    const where = path.length > 0 ? path.join('.') : 'the file';
    const { keyword, params } = error;
    if (keyword === 'additionalProperties') return this.#unknownKey(path, params.additionalProperty as string, error);
    if (keyword === 'required') return this.at(path, `${where} lacks "${params.missingProperty as string}"`);
    if (keyword === 'enum') return this.#notOneOf(path, params.allowedValues as unknown[]);
    if (keyword === 'const') return this.at(path, `${where} must be ${JSON.stringify(params.allowedValue)}`);
    return this.at(path, `${where} ${error.message ?? 'is not valid'}`);
  }

  #unknownKey(path: Path, key: string, error: ErrorObject): Problem {
    const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
    const meant = nearest(key, known);
    return this.atKey(
      [...path, key],
      `there is no key "${key}" here`,
      meant ? `did you mean "${meant}"?` : `known: ${known.join(', ')}`,
    );
  }

  #notOneOf(path: Path, allowed: readonly unknown[]): Problem {
    const value = String(this.scalar(path)?.value);
    const meant = nearest(value, allowed.map(String));
    const known = `one of ${allowed.map(String).join(', ')}`;
    return this.at(path, `${path.join('.')} "${value}" is not ${known}`, meant && `did you mean "${meant}"?`);
  }

  #node(path: Path): unknown {
    return path.length > 0 ? this.#document.getIn(path, true) : this.#document.contents;
  }

  #startOf(path: Path): number {
    const node = this.#node(path) as Node | undefined;
    if (node?.range) return node.range[0];
    return path.length > 0 ? this.#startOf(path.slice(0, -1)) : 0;
  }

  #problem(offset: number, message: string, hint?: string): Problem {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message, ...(hint && { hint }) };
  }

  #refusal(offset: number, message: string, hint?: string): RuleError {
    return new RuleError([this.#problem(offset, message, hint)]);
  }
}

/** A JSON pointer as a path; list positions as numbers. */
function pathOf(pointer: string, root: unknown): Path {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value = root;
  return steps.map((step) => {
    const key = Array.isArray(value) ? Number(step) : step;
    value = (value as Record<string | number, unknown> | undefined)?.[key];
    return key;
  });
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);

function afterSpaces(text: string, from: number): number {
  let place = from;
  while (isSpace(text[place])) place++;
  return place;
}

/** Where character `at` of a scalar's value stands in the file: YAML folds lines, cuts indents and undoes quotes. */
function placeOf(source: string, scalar: Scalar, at: number): number {
  const value = String(scalar.value);
  let place = firstCharacter(source, scalar);
  for (let index = 0; index < Math.min(at, value.length); ) {
    if (isSpace(value[index])) {
      index = afterSpaces(value, index);
      place = afterSpaces(source, place);
    } else {
      place += lengthInSource(source, place, scalar);
      index++;
    }
  }
  return place;
}

function firstCharacter(source: string, scalar: Scalar): number {
  const start = scalar.range?.[0] ?? 0;
  if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL')
    return afterSpaces(source, source.indexOf('\n', start));
  return scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? start + 1 : start;
}

/** A quote inside quotes takes two characters. */
function lengthInSource(source: string, place: number, scalar: Scalar): number {
  if (scalar.type === 'QUOTE_SINGLE') return source.startsWith("''", place) ? 2 : 1;
  if (scalar.type === 'QUOTE_DOUBLE') return source[place] === '\\' ? 2 : 1;
  return 1;
}
