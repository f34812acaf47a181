/** A small catalog with every sort of field, and resources to judge. */
import type { Catalog } from '../../src/model/catalog.ts';
import type { Frame, ParamSpec } from '../../src/model/rule.ts';

const version = {
  type: 'object',
  about: 'A version.',
  fields: {
    id: { type: 'string', about: 'Its id.' },
    enabled: { type: 'bool', about: 'Whether it may be used.' },
    created: { type: 'timestamp', about: 'When it was made.' },
    expires: { type: 'timestamp', optional: true, about: 'When it expires.' },
    uses: { type: 'int', about: 'How often it was used.' },
    scopes: { type: 'list', of: { type: 'string', about: 'A scope.' }, about: 'What it is for.' },
  },
} as const;

export const catalog = {
  'test.estate': {
    about: 'All of it.',
    facets: {
      main: { planes: ['arm'], source: 'https://example.com', fields: { owner: { type: 'string', about: 'Who.' } } },
    },
  },
  'test.vault': {
    about: 'A vault.',
    parent: 'test.estate',
    facets: {
      main: {
        planes: ['arm'],
        source: 'https://example.com',
        fields: {
          name: { type: 'string', about: 'Its name.' },
          model: { type: 'enum', values: ['rbac', 'policy'], about: 'How access is given.' },
          locked: { type: 'bool', optional: true, about: 'Whether it is locked.' },
          retention: { type: 'int', optional: true, about: 'Days.' },
          logsFrom: { type: 'timestamp', optional: true, about: 'The first event.' },
          network: {
            type: 'object',
            optional: true,
            about: 'The firewall.',
            fields: {
              action: { type: 'enum', values: ['Allow', 'Deny'], optional: true, about: 'What happens.' },
              ranges: {
                type: 'list',
                about: 'Ranges let in.',
                of: {
                  type: 'object',
                  about: 'A range.',
                  fields: {
                    value: { type: 'string', about: 'The range.' },
                    note: { type: 'string', optional: true, about: 'What for.' },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  'test.secret': {
    about: 'A secret.',
    parent: 'test.vault',
    facets: {
      main: {
        planes: ['data', 'arm'],
        source: 'https://example.com',
        fields: {
          name: { type: 'string', about: 'Its name.' },
          enabled: { type: 'bool', about: 'Whether it may be used.' },
          created: { type: 'timestamp', about: 'When it was made.' },
          expires: { type: 'timestamp', optional: true, about: 'When it expires.' },
          content: { type: 'string', optional: true, about: 'What it holds.' },
          size: { type: 'int', about: 'Bytes.' },
          tags: { type: 'map', of: { type: 'string', about: 'A value.' }, about: 'Tags.' },
          versions: { type: 'list', of: version, about: 'All of them.' },
          grades: { type: 'list', of: { type: 'int', about: 'A grade.' }, about: 'Grades.' },
          scopes: {
            type: 'list',
            of: { type: 'enum', values: ['read', 'write'], about: 'A scope.' },
            about: 'What for.',
          },
        },
      },
    },
  },
} as const satisfies Catalog;

export const NOW = Date.parse('2026-03-31T00:00:00Z');
export const DAY = 86_400_000;

export const PARAMS = {
  maxAge: { type: 'integer', default: 90, about: 'Days.' },
  strict: { type: 'boolean', default: false, about: 'Whether to be strict.' },
  prefix: { type: 'string', default: 'kv-', about: 'How names begin.' },
  required: { type: 'strings', default: ['owner'], about: 'Tags that have to be there.' },
} as const satisfies Record<string, ParamSpec>;

export const PARAM_VALUES = { maxAge: 90, strict: false, prefix: 'kv-', required: ['owner'] };

export const aVersion = (differs: object = {}): object => ({
  id: 'v1',
  enabled: true,
  created: NOW - DAY,
  uses: 1,
  scopes: [],
  ...differs,
});

export const aSecret = (differs: object = {}): object => ({
  name: 'db',
  enabled: true,
  created: NOW - DAY,
  size: 20,
  tags: {},
  versions: [aVersion()],
  grades: [],
  scopes: [],
  ...differs,
});

export const aVault = (differs: object = {}): object => ({ name: 'kv', model: 'rbac', ...differs });

/** Frames of rules for secrets. */
export const secretFrame = (secret: object = {}, vault: object = {}): Frame => [
  aSecret(secret),
  aVault(vault),
  { owner: 'me' },
  PARAM_VALUES,
  NOW,
];

/** Frames of rules for vaults. */
export const vaultFrame = (vault: object = {}): Frame => [aVault(vault), { owner: 'me' }, PARAM_VALUES, NOW];
