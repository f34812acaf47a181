/** JSON Schema of a snapshot's lines, derived from the catalog. */
import { type Catalog, type Facet, type Field, type Fields, type Kind, PLANES } from '../model/catalog.ts';
import { AUTH_KINDS } from '../model/choices.ts';
import { REASONS } from '../model/gap.ts';
import { COVERAGE_SUBJECTS, PROOFS, SNAPSHOT_SCHEMA_VERSION } from '../model/snapshot.ts';

const gap = { $ref: '#/definitions/gap' };
const reason = { enum: REASONS };
const text = { type: 'string' };
const time = { type: 'string', pattern: '^(\\d{4}|[+-]\\d{6})-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
const count = { type: 'integer', minimum: 0 };
const sourceId = { type: 'integer', minimum: 1, description: 'Id of the source record that told it.' };

/** One schema for every line; `record` says which it is. */
export const snapshotSchema = (catalog: Catalog) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `A line of a vault-posture snapshot, version ${SNAPSHOT_SCHEMA_VERSION}`,
  type: 'object',
  required: ['record'],
  definitions: {
    gap: {
      type: 'object',
      description: 'What could not be read, and why.',
      required: ['gap'],
      additionalProperties: false,
      properties: { gap: reason },
    },
  },
  oneOf: [header, source, block, coverage, unlisted(catalog), end, ...Object.entries(catalog).map(resource)],
});

const record = (name: string, properties: object, required: readonly string[]) => ({
  type: 'object',
  required: ['record', ...required],
  additionalProperties: false,
  properties: { record: { const: name }, ...properties },
});

const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const header = record(
  'header',
  {
    schemaVersion: { const: SNAPSHOT_SCHEMA_VERSION },
    tool: object({ name: text, version: text }, ['name', 'version']),
    run: object({ id: text, startedAt: time, finishedAt: time }, ['id', 'startedAt', 'finishedAt']),
    collectedAt: { ...time, description: 'The moment that everything is judged against.' },
    tenantId: text,
    identity: object({ objectId: text, appId: text, type: { enum: ['user', 'servicePrincipal', 'managedIdentity'] } }),
    signIn: object({ auth: { enum: AUTH_KINDS }, proof: { enum: PROOFS } }, ['auth']),
    scope: object(
      {
        cloud: text,
        subscriptions: { type: 'array', items: text },
        vaults: { type: 'array', items: text },
        without: { type: 'array', items: { enum: PLANES } },
      },
      ['cloud', 'subscriptions', 'vaults'],
    ),
    requests: object({ sent: count, retried: count, throttled: count }, ['sent', 'retried', 'throttled']),
    estate: text,
    complete: { type: 'boolean', description: 'False when collecting was broken off.' },
  },
  ['schemaVersion', 'tool', 'run', 'collectedAt', 'scope', 'complete'],
);

const source = record(
  'source',
  {
    id: { type: 'integer', minimum: 1 },
    plane: { enum: PLANES },
    request: text,
    apiVersion: text,
    at: time,
    status: { type: 'integer' },
    requestId: text,
  },
  ['id', 'plane', 'request', 'at'],
);

const block = record('block', { id: { ...text, description: 'The vault that the records from here on are about.' } }, [
  'id',
]);

const coverage = record(
  'coverage',
  {
    resource: text,
    what: { enum: COVERAGE_SUBJECTS },
    plane: { enum: PLANES },
    status: { enum: ['read', ...REASONS] },
    detail: text,
    remedy: text,
    fallback: { enum: PLANES },
    asked: { type: 'integer', minimum: 0 },
    refused: { type: 'integer', minimum: 0 },
  },
  ['resource', 'what', 'plane', 'status'],
);

const unlisted = (catalog: Catalog) =>
  record('unlisted', { kind: { enum: Object.keys(catalog) }, parent: text, gap: reason, source: sourceId }, [
    'kind',
    'parent',
    'gap',
    'source',
  ]);

const end = record('end', { resources: { type: 'integer', minimum: 0 } }, ['resources']);

const resource = ([name, { about, facets }]: [string, Kind]) => ({
  description: about,
  ...record(
    'resource',
    { kind: { const: name }, id: text, name: text, parent: text, host: text, facets: facetsSchema(facets) },
    ['kind', 'id', 'name', 'facets'],
  ),
});

function facetsSchema(facets: { readonly [name: string]: Facet }) {
  const schemas = Object.entries(facets).map(([name, { fields }]) => [
    name,
    object({ source: sourceId, fields: fieldsSchema(fields) }, ['source', 'fields']),
  ]);
  return object(Object.fromEntries(schemas), Object.keys(facets));
}

function fieldsSchema(fields: Fields): object {
  const required = Object.keys(fields).filter((name) => !fields[name]?.optional);
  return object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, withGap(field)])), required);
}

/** Anything may be a gap. */
const withGap = (field: Field): object => ({ description: field.about, anyOf: [fieldSchema(field), gap] });

function fieldSchema(field: Field): object {
  switch (field.type) {
    case 'string':
      return text;
    case 'bool':
      return { type: 'boolean' };
    case 'int':
      return { type: 'integer' };
    case 'timestamp':
      return time;
    case 'enum':
      return { type: 'string', examples: field.values };
    case 'object':
      return fieldsSchema(field.fields);
    case 'map':
      return object({ map: { type: 'object', additionalProperties: fieldSchema(field.of) } }, ['map']);
    case 'list':
      return listSchema(withGap(field.of));
  }
}

/** A list, or one whose end was not reached. */
const listSchema = (items: object) => ({
  anyOf: [
    { type: 'array', items },
    object({ items: { type: 'array', items }, complete: { const: false }, gap: reason }, ['items', 'complete', 'gap']),
  ],
});
