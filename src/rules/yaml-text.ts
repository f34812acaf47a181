/** Text that may be given to the YAML parser: of a size and depth that people write, and text at all. */
import { isUtf8 } from 'node:buffer';
import { CST, Lexer } from 'yaml';
import { readAtMost } from '../snapshot/bounded.ts';
import { RuleError } from './problem.ts';

/** Longer than any file a person writes by hand; in bytes, or characters. */
const LARGEST_FILE = 1024 * 1024;

/** Maps and lists inside of each other. The parser calls itself for each, and takes the process down when it runs out. */
const DEEPEST = 100;

/** A file as text. Throws RuleError if it is too long or not UTF-8, and what the system says if it cannot be read. */
export async function readYamlText(path: string): Promise<string> {
  const bytes = await readAtMost(path, LARGEST_FILE);
  if (bytes.length > LARGEST_FILE) throw refusal(path, '', TOO_LONG);
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes))
    throw refusal(path, text.slice(0, text.indexOf('\uFFFD')), ['this is not UTF-8 text', 'save the file as UTF-8']);
  return text.replace(/^\uFEFF/, '');
}

/** Throws RuleError for text that the parser must not be given. */
export function checkYamlText(path: string, text: string): void {
  if (text.length > LARGEST_FILE) throw refusal(path, '', TOO_LONG);
  const control = CONTROL.exec(text);
  if (control) throw refusal(path, text.slice(0, control.index), ['a control character stands here', 'take it out']);
  const deep = tooDeepAt(text);
  if (deep !== undefined) throw refusal(path, text.slice(0, deep), ['this is nested too deeply', 'write it flatter']);
}

type Words = readonly [message: string, hint: string];

const TOO_LONG: Words = ['the file is longer than 1 MiB', 'split it'];

/** What YAML 1.2 allows in no file, but the parser lets through. Source: https://yaml.org/spec/1.2.2/#51-character-set */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

function refusal(file: string, before: string, [message, hint]: Words): RuleError {
  const lines = before.split('\n');
  return new RuleError([{ file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, message, hint }]);
}

/** Indents, the dashes in front of a line and open brackets bound the depth from above. */
function tooDeepAt(text: string): number | undefined {
  const depth = new Depth();
  let offset = 0;
  for (const token of structure(text)) {
    depth.add(token);
    if (depth.bound > DEEPEST) return offset;
    offset += token.text.length;
  }
  return undefined;
}

interface Token {
  readonly type: ReturnType<typeof CST.tokenType>;
  readonly text: string;
}

/** The lexer's tokens that stand in the text; of scalars, their text without a type. */
function* structure(text: string): Generator<Token> {
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const type: Token['type'] = isScalar ? null : CST.tokenType(token);
    isScalar = type === 'scalar';
    if (!isScalar && type !== 'doc-mode' && type !== 'flow-error-end') yield { type, text: token };
  }
}

class Depth {
  #brackets = 0;
  #line = 0;

  get bound(): number {
    return this.#brackets + this.#line;
  }

  add({ type, text }: Token): void {
    if (type === 'newline') this.#line = 0;
    else if (type === 'space' && this.#line === 0) this.#line = text.length;
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') this.#line++;
    else if (type === 'flow-seq-start' || type === 'flow-map-start') this.#brackets++;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') this.#brackets--;
  }
}
