/** YAML that people wrote: parsed with places, held to a schema, every complaint on its line. */
import type { ValidateFunction } from 'ajv';
import { isMap, isScalar, LineCounter, type Node, parseDocument, type Scalar, visit, type YAMLError } from 'yaml';
import { type Problem, RuleError } from './problem.ts';
import { placeOf } from './scalar-place.ts';
import { schemaProblems } from './schema-problems.ts';
import { checkYamlText, readYamlText } from './yaml-text.ts';

const AS_BLOCK = 'write the value as a block, behind a |';
const COMMENT_ENDS = `the comment on the line before ends its value: ${AS_BLOCK}`;
const NOT_YAML = 'this is not YAML: check the indents, colons and quotes';

/** What goes wrong most, in our words: message and hint by the parser's code. */
const MISTAKES: { readonly [code: string]: readonly [message: string, hint: string] } = {
  MULTIPLE_DOCS: ['a second document begins here', 'one document a file: take the --- away'],
  TAB_AS_INDENT: ['a tab indents this line', 'indent with blanks'],
  DUPLICATE_KEY: ['this key is there twice', 'keep one of them'],
  BLOCK_AS_IMPLICIT_KEY: ['a colon and a blank in the middle of a value', `put it in quotes, or ${AS_BLOCK}`],
  TAG_RESOLVE_FAILED: ['tags are not allowed', 'write the plain value'],
};

/** Keys of maps and positions in lists, from the top. */
export type Path = readonly (string | number)[];

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
    checkYamlText(file, text);
    this.#document = parseDocument(text, { lineCounter: this.#lines, stringKeys: true, uniqueKeys: true });
    this.#refuseMistakes([...this.#document.errors, ...this.#document.warnings]);
    this.#refuseDirectives();
    this.#refuseAliases();
  }

  /** The file at a path. Throws RuleError, and what the system says if it cannot be read. */
  static async read(path: string): Promise<YamlFile> {
    return new YamlFile(path, await readYamlText(path));
  }

  /** After a mistake the parser is out of step, and what it says next means little; only keys it can go on counting. */
  #refuseMistakes(errors: readonly YAMLError[]): void {
    const first = errors.filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY');
    if (first.length > 0) throw new RuleError(first.map((error) => this.#mistake(error)));
  }

  #mistake({ code, message, pos: [offset] }: YAMLError): Problem {
    const [words, hint] = MISTAKES[code] ?? [
      message.replace(/(?: at line \d+, column \d+)?:?(?:\n[^]*)?$/, ''),
      NOT_YAML,
    ];
    return this.#problem(offset, words, this.#followsComment(offset) ? COMMENT_ENDS : hint);
  }

  #followsComment(offset: number): boolean {
    const [line, before] = this.#text.slice(0, offset).split('\n').toReversed();
    return line?.trim() === '' && /^[ \t]*[^#\s].*[ \t]#/.test(before ?? '');
  }

  /** A directive could make this YAML 1.1, where no is false and dates are no texts. */
  #refuseDirectives(): void {
    if (this.#document.directives?.yaml.explicit) throw this.#refusal(0, 'a directive is not allowed', 'take it away');
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

  /** Whether it says nothing: no text, or comments only. */
  get isEmpty(): boolean {
    return this.value() === null;
  }

  /** Whether a comment stands right behind a value without quotes: it may have been meant as a part of it. */
  hasCommentBehind(scalar: Scalar): boolean {
    const [, end = 0, next = 0] = scalar.range ?? [];
    return scalar.type === 'PLAIN' && /^[ \t]+#/.test(this.#text.slice(end, next));
  }

  has(path: Path): boolean {
    return this.#document.hasIn(path);
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
    throw new RuleError(schemaProblems(this, validate.errors ?? []));
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
