/** Where a file is not what its schema says, in words. */
import type { DefinedError, ErrorObject } from 'ajv';
import { didYouMean } from '../engine/spelling.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** From what the validator found. */
export const schemaProblems = (file: YamlFile, errors: readonly ErrorObject[]): Problem[] =>
  telling(errors).map((error) => explain(file, error as DefinedError));

/** Errors that only say that there are others. */
const VAGUE = new Set(['if', 'anyOf', 'oneOf']);

/** Without those that repeat others: of the types that a value does not have, the first, if nothing else is wrong. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const clear = errors.filter(({ keyword, propertyName }) => !VAGUE.has(keyword) && propertyName === undefined);
  const best = new Map<string, ErrorObject>();
  for (const error of clear) {
    const other = best.get(error.instancePath);
    if (!other || (other.keyword === 'type' && error.keyword !== 'type')) best.set(error.instancePath, error);
  }
  return clear.filter((error) => error.keyword !== 'type' || best.get(error.instancePath) === error);
}

function explain(file: YamlFile, error: DefinedError): Problem {
  const path = pathOf(error.instancePath, file.value());
  const where = path.length > 0 ? path.join('.') : 'the file';
  const { properties = {}, description } = schemaOf(error);
  const { keyword, params } = error;
  if (keyword === 'additionalProperties') return unknownKey(file, [...path, params.additionalProperty], properties);
  if (keyword === 'required')
    return file.at(path, `${where} lacks "${params.missingProperty}"`, properties[params.missingProperty]?.description);
  if (keyword === 'enum') return notOneOf(file, path, params.allowedValues);
  if (keyword === 'propertyNames')
    return file.atKey(
      [...path, params.propertyName],
      `"${params.propertyName}" is no name for a key of ${path.join('.')}`,
      'check how it is spelt',
    );
  const message = `${where} ${complaint(error)}`;
  if (keyword === 'type' && params.type === 'string' && typeof error.data !== 'object')
    return file.at(path, message, 'put it in quotes');
  return file.at(path, message, description ?? keysHint(error));
}

/** As far as hints need it. */
interface Schema {
  readonly description?: string;
  readonly properties?: { readonly [name: string]: Schema };
}

/** The validator tells the schema that was not met. */
const schemaOf = ({ parentSchema }: ErrorObject): Schema => (parentSchema ?? {}) as Schema;

function unknownKey(file: YamlFile, path: Path, properties: object): Problem {
  const key = String(path.at(-1));
  const known = Object.keys(properties);
  return file.atKey(path, `there is no key "${key}" here`, didYouMean(key, known) ?? `known: ${known.join(', ')}`);
}

function notOneOf(file: YamlFile, path: Path, allowed: readonly unknown[]): Problem {
  const known = allowed.map(String);
  const where = path.join('.');
  const scalar = file.scalar(path);
  if (!scalar) return file.at(path, `${where} must be one of ${known.join(', ')}`);
  const value = String(scalar.value);
  return file.at(path, `${where} "${value}" is not one of ${known.join(', ')}`, didYouMean(value, known));
}

/** JSON's types as YAML's readers know them. */
const TYPES = new Map([
  ['string', 'a text'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a map'],
  ['null', 'empty'],
]);

const EMPTY = new Set(['minItems', 'minLength', 'minProperties']);

function complaint({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'type') return `must be ${listed([params.type as string | string[]].flat().map(typeName))}`;
  return EMPTY.has(keyword) && params.limit === 1 ? 'must not be empty' : (message ?? 'is not valid');
}

/** `a, b or c` */
const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1');

const typeName = (type: string): string => TYPES.get(type) ?? type;

const keysHint = ({ keyword, params }: ErrorObject): string | undefined =>
  keyword === 'type' && params.type === 'object' ? 'keys and their values' : undefined;

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
