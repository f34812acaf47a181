import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig, parameterLayers } from '../../src/config.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Resource } from '../../src/model/snapshot.ts';
import { loadRules } from '../../src/rules/load.ts';
import { Parameters } from '../../src/rules/parameters.ts';
import { type Problem, RuleError } from '../../src/rules/problem.ts';
import { UsageError } from '../../src/usage-error.ts';
import { folderWith } from '../folder.ts';
import { language, rulesFolder, SOUND_RULE } from './sound.ts';

const RULE = SOUND_RULE.replace('id: MY-ROT-001', 'id: MY-ROT-001\naliases: [MY-OLD-001]');
const { rules } = await loadRules([rulesFolder({ 'rule.yaml': RULE })], language);
const [rule] = rules as [Rule];

const profiles = folderWith({
  'strict.yaml': 'id: strict\ntitle: Strict\nabout: For tests.\nrules:\n  MY-ROT-001: { params: { maxAgeDays: 30 } }\n',
  'stale.yaml': 'id: stale\ntitle: Stale\nabout: For tests.\nrules:\n  MY-GON-001: { params: { maxAgeDays: 30 } }\n',
});

async function parametersFrom(config: string, profile?: string): Promise<Parameters> {
  const folder = folderWith({ 'vault-posture.yaml': config });
  const loaded = await loadConfig(undefined, folder);
  return new Parameters(rules, await parameterLayers(loaded, profile, profiles, rules));
}

const resource = (kind: string, name: string, members: Partial<Resource> = {}): Resource => ({
  record: 'resource',
  kind,
  id: `${kind}/${name}`,
  name,
  facts: {},
  sources: {},
  ...members,
});

const SUBSCRIPTION = resource('azure.subscription', 'Payments Production', {
  facts: { subscriptionId: '1B4E28BA-2fa1-41d2-883f-0016d3cca427' },
});
const VAULT = resource('azure.vault', 'kv-payments-prod', {
  host: 'kv-payments-prod.vault.azure.net',
  facts: { tags: { Environment: 'production' } },
});
const SECRET = resource('azure.secret', 'db-password', { facts: { tags: { rotation: 'manual' } } });

const forSecret = (parameters: Parameters) => parameters.for(rule, SECRET, [VAULT, SUBSCRIPTION]);
const maxAge = (parameters: Parameters) => forSecret(parameters).values.maxAgeDays;

const CONFIG = 'rules: { MY-ROT-001: { params: { maxAgeDays: 60 } } }\n';
const override = (match: string, days: number) =>
  `  - match: ${match}\n    rules: { MY-ROT-001: { params: { maxAgeDays: ${days} } } }\n`;

describe('who sets a parameter', () => {
  test.each([
    ['nobody: the rule itself', '', undefined, 90, 'default'],
    ['the profile instead of the rule', '', 'strict', 30, 'profile strict'],
    ['the profile that the configuration names', 'profile: strict\n', undefined, 30, 'profile strict'],
    ['the configuration instead of the profile', CONFIG, 'strict', 60, 'config'],
    ['the configuration by a name that the rule had before', CONFIG.replace('ROT', 'OLD'), undefined, 60, 'config'],
  ])('%s', async (_, config, profile, value, from) => {
    const parameters = await parametersFrom(config, profile);
    expect(parameters.base(rule)).toEqual({ maxAgeDays: { value, from } });
    expect(forSecret(parameters)).toEqual({ values: { maxAgeDays: value } });
  });

  test('an override instead of the configuration, and the finding says so', async () => {
    const parameters = await parametersFrom(`${CONFIG}overrides:\n${override('{ vault: kv-payments-prod }', 10)}`);
    expect(forSecret(parameters)).toEqual({
      values: { maxAgeDays: 10 },
      overridden: { maxAgeDays: { value: 10, from: 'override 1' } },
    });
    expect(parameters.base(rule)).toEqual({ maxAgeDays: { value: 60, from: 'config' } });
  });

  test('of two overrides that match the last, of three the last that matches', async () => {
    const all = [
      override('{ vault: "kv-*" }', 10),
      override('{ vault: "*-prod" }', 20),
      override('{ vault: "*-test" }', 30),
    ];
    const parameters = await parametersFrom(`overrides:\n${all.join('')}`);
    expect(forSecret(parameters).overridden).toEqual({ maxAgeDays: { value: 20, from: 'override 2' } });
  });
});

describe('which resources an override is for', () => {
  test.each([
    ['a vault by its name', '{ vault: kv-payments-prod }', true],
    ['a vault by a pattern', '{ vault: "kv-*-prod" }', true],
    ['a vault in other letter case', '{ vault: KV-Payments-* }', true],
    ['a pattern is held to the whole name', '{ vault: kv-payments }', false],
    ['a dot in a pattern is a dot', '{ vault: "kv.payments*" }', false],
    ['a tag of the secret', '{ tags: { rotation: manual } }', true],
    ['a tag of its vault', '{ tags: { Environment: production } }', true],
    ['a tag name in other letter case', '{ tags: { ENVIRONMENT: production } }', true],
    ['a tag value in other letter case', '{ tags: { Environment: Production } }', false],
    ['two tags, of secret and vault', '{ tags: { rotation: manual, environment: production } }', true],
    ['two tags, one of which is not there', '{ tags: { rotation: manual, owner: me } }', false],
    ['a subscription by its name', '{ subscription: payments production }', true],
    ['a subscription by its id, in other letter case', '{ subscription: 1b4e28ba-2FA1-41d2-883f-0016d3cca427 }', true],
    ['another subscription', '{ subscription: payments }', false],
    ['all that is named has to hold', '{ vault: "kv-*", tags: { rotation: automatic } }', false],
  ])('%s', async (_, match, holds) =>
    expect(maxAge(await parametersFrom(`overrides:\n${override(match, 10)}`))).toBe(holds ? 10 : 90),
  );

  test('a secret whose tags could not be read is not known to have one', async () => {
    const parameters = await parametersFrom(`overrides:\n${override('{ tags: { rotation: manual } }', 10)}`);
    expect(parameters.for(rule, { ...SECRET, facts: {} }, []).values).toEqual({ maxAgeDays: 90 });
  });
});

describe('a setting that cannot be meant is refused at its place', () => {
  const refusal = async (config: string, profile?: string): Promise<Problem> => {
    const error: unknown = await parametersFrom(config, profile).catch((thrown: unknown) => thrown);
    if (error instanceof RuleError && error.problems[0]) return error.problems[0];
    throw error;
  };

  test.each([
    [
      'a rule that does not exist',
      'rules: { ‸MY-ROT-002: { enabled: false } }',
      'there is no rule MY-ROT-002',
      'MY-ROT-001',
    ],
    [
      'a parameter misspelt',
      'rules: { MY-ROT-001: { params: { ‸maxAgeDay: 5 } } }',
      'no parameter maxAgeDay',
      'maxAgeDays',
    ],
    [
      'a parameter of every object',
      'rules: { MY-ROT-001: { params: { ‸constructor: x } } }',
      'no parameter constructor',
      'maxAgeDays',
    ],
    ['a value too small', 'rules: { MY-ROT-001: { params: { maxAgeDays: ‸0 } } }', 'must not be below 1', 'Days'],
    ['a value of the wrong type', 'rules: { MY-ROT-001: { params: { maxAgeDays: ‸"60" } } }', 'whole number', 'Days'],
    [
      'a rule under both of its names',
      'rules: { MY-ROT-001: { enabled: true }, ‸MY-OLD-001: { enabled: false } }',
      'the same rule',
      '',
    ],
    [
      'a value in an override',
      'overrides: [{ match: { vault: a }, rules: { MY-ROT-001: { params: { maxAgeDays: ‸-1 } } } }]',
      'below 1',
      '',
    ],
    [
      'a rule switched off for some',
      'overrides: [{ match: { vault: a }, rules: { MY-ROT-001: { ‸enabled: false } } }]',
      'no key "enabled"',
      'params',
    ],
    [
      'an override for nothing in particular',
      'overrides: [{ match: ‸{}, rules: { MY-ROT-001: { params: { maxAgeDays: 1 } } } }]',
      'must not be empty',
      '',
    ],
    ['a key misspelt', '‸overides: []', 'there is no key "overides"', 'overrides'],
    ['a profile that does not exist', 'profile: ‸strickt', 'there is no profile "strickt"', 'strict'],
  ])('%s', async (_, config, says, hint) => {
    const problem = await refusal(config.replace('‸', ''));
    expect(problem.message).toContain(says);
    expect(problem.hint ?? '').toContain(hint);
    expect(problem).toMatchObject({ line: 1, column: config.indexOf('‸') + 1 });
  });

  test('in a profile, too', async () =>
    expect(await refusal('', 'stale')).toMatchObject({ file: join(profiles, 'stale.yaml'), line: 5, column: 3 }));

  test('a profile that the command line names and nobody has', async () =>
    await expect(parametersFrom('', '../strict')).rejects.toThrow(UsageError));
});

test('a rule runs or not as the last to speak of it said', async () => {
  const off = 'rules: { MY-ROT-001: { enabled: false } }\n';
  expect((await parametersFrom('')).isEnabled(rule)).toBe(true);
  expect((await parametersFrom(off)).isEnabled(rule)).toBe(false);
  expect((await parametersFrom(off, 'strict')).isEnabled(rule)).toBe(false);
});

test('a configuration of nothing but comments says nothing', async () =>
  expect(maxAge(await parametersFrom('# rules:\n#   MY-ROT-001: { enabled: false }\n'))).toBe(90));
