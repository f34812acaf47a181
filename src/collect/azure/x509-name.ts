/** Whom a certificate names: its subject and its issuer. Sources: RFC 5280, section 4.1.2.4; RFC 4514 */
import { contentOf, DerError, type Element, elementsIn, objectIdentifier, partsOf, TAG } from './der.ts';

interface Attribute {
  /** `CN`, or the object identifier of what has no usual short form. */
  readonly type: string;
  readonly value: string;
}

export interface X509Name {
  /** `CN=www.example.com, O=Example`: the most specific first, what could be taken for a border escaped. */
  readonly text: string;
  /** The most specific of several. */
  readonly commonName: string | undefined;
}

/** Throws DerError for a name that is none, or with a text in an encoding that names do not have. */
export function nameIn(element: Element): X509Name {
  const levels = partsOf(element).map((level) => partsOf(level, TAG.set).map(attributeIn));
  return {
    text: levels.toReversed().map(written).join(', '),
    commonName: levels.flat().findLast(({ type }) => type === 'CN')?.value,
  };
}

function attributeIn(element: Element): Attribute {
  const [type, value, ...others] = partsOf(element);
  if (!value || others.length > 0) throw new DerError('a name that is not made of pairs');
  const identifier = objectIdentifier(type);
  return { type: TYPES[identifier] ?? identifier, value: textIn(value) };
}

const TYPES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
};

const written = (level: readonly Attribute[]): string =>
  level.map(({ type, value }) => `${type}=${escaped(value)}`).join('+');

const escaped = (value: string): string => value.replace(/[,+"\\<>;]|^[ #]| $/g, '\\$&');

const LATIN = 'latin1';
const ENCODINGS: Readonly<Record<number, string>> = {
  12: 'utf-8',
  18: LATIN,
  19: LATIN,
  20: LATIN,
  22: LATIN,
  26: LATIN,
  30: 'utf-16be',
};

function textIn({ tag, content }: Element): string {
  const encoding = ENCODINGS[tag];
  if (!encoding) throw new DerError(`a text with the tag ${tag}`);
  // TextDecoder's latin1 is Windows' own.
  if (encoding === LATIN) return Buffer.from(content).toString(LATIN);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new DerError(`a text that is no ${encoding}`);
  }
}

const DNS_NAME = 0x82;

/** The DNS names among a subject's alternative names. `value` is the extension's. Source: RFC 5280, section 4.2.1.6 */
export const dnsNamesIn = (value: Element | undefined): string[] =>
  elementsIn(contentOf(value, TAG.sequence))
    .filter(({ tag }) => tag === DNS_NAME)
    .map(({ content }) => asciiIn(content));

function asciiIn(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte > 127)) throw new DerError('a DNS name with letters that have none');
  return Buffer.from(bytes).toString(LATIN);
}
