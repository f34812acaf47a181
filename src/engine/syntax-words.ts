/** What the parser says of text that is no CEL, with the tokens as people write them. */
const TOKENS: { readonly [name: string]: string } = {
  EOF: 'the end',
  NUMBER: 'a number',
  STRING: 'a text',
  BOOLEAN: 'true or false',
  NULL: 'null',
  IDENTIFIER: 'a name',
  PLUS: '+',
  MINUS: '-',
  MULTIPLY: '*',
  DIVIDE: '/',
  MODULO: '%',
  EQ: '==',
  NE: '!=',
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
  AND: '&&',
  OR: '||',
  NOT: '!',
  IN: 'in',
  LPAREN: '(',
  RPAREN: ')',
  LBRACKET: '[',
  RBRACKET: ']',
  LBRACE: '{',
  RBRACE: '}',
  DOT: '.',
  COMMA: ',',
  COLON: ':',
  QUESTION: '?',
  BYTES: 'bytes',
};

const tokens = (text: string): string => text.replace(/\b[A-Z]+\b/g, (name) => TOKENS[name] ?? name);

interface SyntaxWords {
  readonly message: string;
  readonly hint: string;
}

/** Undefined for what is said of a condition that can be parsed. */
export function syntaxWords(summary: string): SyntaxWords | undefined {
  const [, unexpected] = /^Unexpected token: ([A-Z]+)$/.exec(summary) ?? [];
  if (unexpected === 'EOF') return { message: 'it is cut off here', hint: 'something is missing behind it' };
  if (unexpected !== undefined)
    return { message: `${tokens(unexpected)} cannot stand here`, hint: 'something is missing in front of it' };
  const [, expected, got] = /^Expected ([A-Z]+), got ([A-Z]+)$/.exec(summary) ?? [];
  if (expected !== undefined && got !== undefined)
    return { message: `${tokens(expected)} is missing in front of ${tokens(got)}`, hint: 'check brackets and commas' };
  // In quotes it is the last character of what stands behind a whole condition.
  if (summary.startsWith("Unexpected character: '"))
    return { message: 'the condition ends in front of this', hint: 'an operator is missing, such as &&' };
  const [, character] = /^Unexpected character: (.*)$/s.exec(summary) ?? [];
  if (character !== undefined)
    return { message: `the character ${character} has no meaning here`, hint: 'equality is ==, and is &&, or is ||' };
  return summary.startsWith('Unterminated ')
    ? { message: 'a text does not end', hint: 'close it with its quote' }
    : undefined;
}
