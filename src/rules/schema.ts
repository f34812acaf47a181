/** JSON Schemas of the files that people write. Published in `schemas/` for editors; checked with ajv when loading. */
import { Ajv, type ValidateFunction } from 'ajv';
import { OPTIONAL_PLANES } from '../model/choices.ts';
import { SEVERITIES } from '../model/rule.ts';

const text = (description: string) => ({ type: 'string', minLength: 1, description }) as const;
const condition = (description: string) => text(`${description} A CEL expression.`);
const severity = { enum: SEVERITIES, description: 'How bad it is when the rule fails.' } as const;

const param = {
  type: 'object',
  required: ['type', 'default', 'about'],
  additionalProperties: false,
  properties: {
    type: { enum: ['integer', 'boolean', 'string', 'strings', 'ranges'], description: 'Type of the value.' },
    default: {
      type: ['integer', 'boolean', 'string', 'array'],
      description: 'Used unless a profile or the configuration says otherwise.',
    },
    about: text('One sentence: what it changes, in which unit.'),
    minimum: { type: 'integer', description: 'Smallest integer allowed.' },
    maximum: { type: 'integer', description: 'Largest integer allowed.' },
    values: { type: 'array', items: { type: 'string' }, minItems: 1, description: 'The texts allowed.' },
  },
} as const;

const control = {
  anyOf: [
    text("The control's number."),
    {
      type: 'object',
      required: ['id', 'when'],
      additionalProperties: false,
      properties: { id: text("The control's number."), when: condition('For which resources the control holds.') },
    },
  ],
} as const;

const RULE_ID = '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$';

export const ruleSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A rule of vault-posture',
  type: 'object',
  required: ['id', 'title', 'severity', 'for', 'require', 'message', 'why', 'fix'],
  additionalProperties: false,
  dependencies: { each: ['identity'] },
  properties: {
    id: {
      type: 'string',
      pattern: RULE_ID,
      description: 'Stable code such as KV-ROT-001. Never changes meaning, is never used again.',
    },
    aliases: { type: 'array', items: { type: 'string', pattern: RULE_ID }, description: 'Codes it had before.' },
    title: text('What should hold.'),
    severity,
    severityWhen: {
      type: 'array',
      description: 'Other severities by fact; the first that holds counts.',
      items: {
        type: 'object',
        required: ['when', 'severity'],
        additionalProperties: false,
        properties: { when: condition('When it counts.'), severity },
      },
    },
    enabled: { type: 'boolean', description: 'false: runs only when the configuration switches it on.' },
    for: text('The kind of resource it judges, such as azure.secret.'),
    params: {
      type: 'object',
      propertyNames: { pattern: '^[a-z][A-Za-z0-9]*$' },
      additionalProperties: param,
      description: 'What users may set.',
    },
    when: condition('To which resources it applies; all if left out.'),
    measurable: condition('Whether the facts reach far enough to judge; if not, the verdict is unknown.'),
    each: text('LIST as NAME: judges every item of a list by itself.'),
    require: condition('What has to hold.'),
    identity: {
      type: 'array',
      items: condition('Tells the items of `each` apart.'),
      minItems: 1,
      description: 'What tells findings on one resource apart.',
    },
    message: text('Shown on failure; CEL in {{ }}.'),
    why: text('What can happen otherwise.'),
    fix: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      description: 'How to put it right. Placeholders in <angle brackets>.',
      properties: {
        az: text('Azure CLI.'),
        bicep: text('Bicep.'),
        terraform: text('Terraform.'),
        portal: text('Steps in the portal.'),
        sideEffects: text('What else changes; what cannot be undone.'),
      },
    },
    controls: {
      type: 'object',
      additionalProperties: { type: 'array', items: control, minItems: 1 },
      description: 'Controls by framework.',
    },
    references: { type: 'array', items: { type: 'string', pattern: '^https://' }, description: 'Further reading.' },
    tags: { type: 'array', items: text('A word to choose rules by.') },
  },
} as const;

const difference = {
  type: 'object',
  properties: { params: { type: 'object', description: 'Values of parameters for this case.' } },
  description: 'What differs from the base object; null takes a field away.',
} as const;

const cases = (description: string) =>
  ({ type: 'object', minProperties: 1, additionalProperties: difference, description }) as const;

export const ruleTestSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'The test of a rule of vault-posture',
  type: 'object',
  required: ['now'],
  additionalProperties: false,
  properties: {
    now: { type: 'string', description: 'The moment that the cases are judged against, ISO 8601 in UTC.' },
    pass: cases('Estates that are fine: a sentence, and what differs from the base object.'),
    fail: cases('Estates that are not.'),
    unknown: cases('Estates that cannot be judged.'),
    notApplicable: cases('Estates that the rule does not speak of.'),
  },
} as const;

export const frameworkSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A framework of controls',
  type: 'object',
  required: ['id', 'title', 'version', 'publisher', 'sources', 'controls'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]*$', description: 'The name that rules use.' },
    title: text('Its name.'),
    version: text('Its version.'),
    publisher: text('Who publishes it.'),
    sources: { type: 'array', items: text('Where the numbers were taken from.'), minItems: 1 },
    controls: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'title'],
        additionalProperties: false,
        properties: {
          id: text('Its number.'),
          title: text('What it asks.'),
          manual: { type: 'boolean', description: 'No rule can answer it: somebody has to look.' },
          about: text('How it relates to the rules.'),
        },
      },
    },
  },
} as const;

const paramValue = { type: ['integer', 'boolean', 'string', 'array'], items: { type: 'string' } } as const;

const params = {
  type: 'object',
  minProperties: 1,
  additionalProperties: paramValue,
  description: 'Values of its parameters.',
} as const;

const settings = (properties: object) =>
  ({
    type: 'object',
    propertyNames: { pattern: RULE_ID },
    description: 'What is set of rules, by id.',
    additionalProperties: { type: 'object', additionalProperties: false, minProperties: 1, properties },
  }) as const;

const ruleSettings = settings({ enabled: { type: 'boolean', description: 'Whether the rule runs.' }, params });

export const profileSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A profile: settings of rules under a name',
  type: 'object',
  required: ['id', 'title', 'about', 'rules'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', description: 'The name it is chosen by.' },
    title: text('A few words.'),
    about: text('Whom it is for, and what it changes.'),
    rules: ruleSettings,
  },
} as const;

const names = (description: string) =>
  ({ type: 'array', items: { type: 'string', minLength: 1 }, description }) as const;

export const configSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'The configuration of vault-posture: vault-posture.yaml',
  type: 'object',
  additionalProperties: false,
  properties: {
    scope: {
      type: 'object',
      additionalProperties: false,
      description: 'What is scanned; all that the identity sees if left out.',
      properties: { subscriptions: names('Ids or names of subscriptions.'), vaults: names('Names of vaults.') },
    },
    without: {
      type: 'array',
      items: { enum: OPTIONAL_PLANES },
      description: 'Planes that are not asked: data, logs, graph. What only they tell is unknown.',
    },
    profile: text('A profile that comes with vault-posture: azure-policy, relaxed.'),
    rules: ruleSettings,
    overrides: {
      type: 'array',
      description: 'Parameters for some resources, in order; the last that matches wins.',
      items: {
        type: 'object',
        required: ['match', 'rules'],
        additionalProperties: false,
        properties: {
          match: {
            type: 'object',
            minProperties: 1,
            additionalProperties: false,
            description: 'All that is named must hold.',
            properties: {
              tags: {
                type: 'object',
                minProperties: 1,
                additionalProperties: { type: 'string' },
                description: 'Tags of the object or its vault.',
              },
              vault: text("Pattern for the vault's name; * stands for anything."),
              subscription: text('Id or name of the subscription.'),
            },
          },
          rules: settings({ params }),
        },
      },
    },
    ruleFolders: names('Folders with rules of your own, seen from this file.'),
    output: text('Folder for the reports, seen from this file.'),
    formats: { ...names('Formats of the reports.'), minItems: 1 },
    failOn: { enum: SEVERITIES, description: 'The exit code is 1 if a rule of this severity or worse fails.' },
    allowUnknown: { type: 'boolean', description: 'Unknown verdicts do not make the exit code 3.' },
    allowEmpty: { type: 'boolean', description: 'An estate without vaults does not make the exit code 3.' },
  },
} as const;

const compiled = new WeakMap<object, ValidateFunction>();

/** Compiles a schema, once. Done when files are loaded, not at start: it costs more than everything else in `--help`. */
export function compileSchema(schema: object): ValidateFunction {
  const validate =
    compiled.get(schema) ?? new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(schema);
  compiled.set(schema, validate);
  return validate;
}
