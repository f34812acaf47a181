import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, isScalar, parseDocument, type Scalar } from 'yaml';
import { placeOf } from '../../src/rules/scalar-place.ts';

function scalarOf(source: string): Scalar {
  const node = parseDocument(source).get('text', true);
  if (!isScalar(node)) throw new Error('no scalar');
  return node;
}

/** The file from where the character that shows as `mark` in the value stands. */
function from(source: string, mark = '@'): string {
  const scalar = scalarOf(source);
  return source.slice(placeOf(source, scalar, String(scalar.value).indexOf(mark)));
}

describe('a character of a condition is found where YAML put it', () => {
  test.each([
    ['a plain text', 'text: a b @c\n'],
    ['a plain text over lines', 'text: a\n  b\n\n   @c\n'],
    ['a plain text with blanks before the line end', 'text: a   \n  b @c\n'],
    ['single quotes', "text: 'it''s ''a'' @c'\n"],
    ['single quotes over lines', "text: 'it''s\n\n\n  ''a'' @c'\n"],
    ['double quotes', 'text: "a @c"\n'],
    ['double quotes with escapes', 'text: "\\"\\\\\\n\\t\\x41\\u0042\\U0001F600 @c"\n'],
    ['double quotes with an escaped line end', 'text: "a \\\n   b\\\n   @c"\n'],
    ['double quotes over lines', 'text: "a\n  b\n\n  @c"\n'],
    ['a literal block', 'text: |\n  a\n    b\n\n  @c\n'],
    ['a literal block with an indent of its own', 'text: |2-\n    a\n  @c\n'],
    ['a literal block that begins with an empty line', 'text: |\n\n  a @c\n'],
    ['a literal block with a comment on its head', 'text: | # @ not here\n  a\n  @c\n'],
    ['a folded block', 'text: >-\n  a\n  b\n\n  @c\n'],
    ['a folded block with a line that is not folded', 'text: >\n  a\n    b\n  @c\n'],
    ['the line ends of Windows', 'text: |\r\n  a\r\n  @c\r\n'],
    ['something in front of the text', '# @ comment\nother: "@"\ntext: >-\n  a\n  @c\n'],
  ])('%s', (_, source) => expect(from(source)).toMatch(/^@c/));

  test('what is missing at the end is missing right behind the last word', () => {
    const source = 'text: |\n  a &&\n\nmore: 1\n';
    const scalar = scalarOf(source);
    expect(placeOf(source, scalar, String(scalar.value).length)).toBe(source.indexOf('&&') + 2);
  });
});

const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
const words = fc.stringMatching(/^[ab'"\\#:é😀]{1,4}$/u);
const texts = fc.array(fc.tuple(words, fc.constantFrom(' ', '  ', '\n', '\n\n', '\n  ', '\t')), { minLength: 1 });

/** The first character that some source in double quotes stands for. */
function unescaped(source: string): string {
  const [escape] = /^\\(?:u[0-9a-f]{4}|.)/i.exec(source) ?? [];
  return escape === undefined ? source : (JSON.parse(`"${escape}"`) as string);
}

test('in whatever style the library writes it, however wide the lines', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...STYLES), fc.integer({ min: 20, max: 60 }), (parts, style, lineWidth) => {
      const document = new Document({ text: `a ${parts.flat().join('').trim()}` });
      (document.get('text', true) as Scalar).type = style;
      const source = document.toString({ lineWidth });
      fc.pre(isScalar(parseDocument(source).get('text', true)));
      const scalar = scalarOf(source);
      const value = String(scalar.value);
      const at = (index: number): string => source.slice(placeOf(source, scalar, index));
      const shown = (index: number): string => (scalar.type === 'QUOTE_DOUBLE' ? unescaped(at(index)) : at(index));
      for (const { index } of value.matchAll(/\S/g)) expect(shown(index)[0]).toBe(value[index]);
    }),
    { numRuns: 300 },
  );
});
