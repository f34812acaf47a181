import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import { parameterLayers, profileNames } from '../../src/config.ts';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import type { Frame } from '../../src/model/rule.ts';
import { BaseObjects } from '../../src/rules/base-objects.ts';
import { orphanedTests, testRule } from '../../src/rules/cases.ts';
import { isTestFile, yamlFilesBelow } from '../../src/rules/files.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boringFacts, defaultsOf } from './boring.ts';
import { language } from './sound.ts';

const { rules, frameworks, sha256 } = await loadRules([installation.rules], language);
const bases = new BaseObjects(installation.baseObjects, azure);
const options = { catalog: azure, language, bases };
const profiles = join(installation.rules, 'profiles');

/** The moment that base objects are written for. */
const NOW = Date.parse('2026-03-31T00:00:00Z');

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('gets the verdicts that its test tells, and the test is strict', async () => {
    const { problems, cases } = await testRule(rule, options);
    expect(problems).toEqual([]);
    expect(cases.length).toBeGreaterThan(2);
  });

  // Rules that are off ask for what not everybody wants: of two that contradict each other, one must fail.
  test.runIf(rule.enabledByDefault)('finds nothing wrong with a boring estate', async () => {
    const frame: Frame = [...(await boringFacts(rule)), defaultsOf(rule), NOW];
    const verdicts = judge(rule, frame, language.machine, 'findings').map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict !== 'pass' && verdict !== 'notApplicable')).toEqual([]);
  });

  test('lies in the folder of the kind it judges', () =>
    expect(dirname(rule.file)).toBe(join(installation.rules, ...rule.kind.split('.'))));

  test('names controls that exist, each once', () => {
    for (const [framework, controls] of Object.entries(rule.controls)) {
      const known = frameworks.get(framework)?.controls.map(({ id }) => id);
      const named = controls.map(({ id, when }) => `${id} ${when?.text ?? ''}`);
      expect(controls.filter(({ id }) => !known?.includes(id))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  test('says how to put it right, with no name from anywhere but placeholders', () => {
    expect(Object.keys(rule.fix).filter((how) => how !== 'sideEffects').length).toBeGreaterThan(0);
    expect(Object.values(rule.fix).join('\n')).not.toContain('{{');
  });
});

describe('the shipped rules', () => {
  test('are all loaded', async () => {
    const files = await yamlFilesBelow(join(installation.rules, 'azure'));
    expect(rules.map(({ file }) => file).sort()).toEqual(files.filter((file) => !isTestFile(file)));
  });

  test('have ids that are used once', () => {
    const ids = rules.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have tests that all stand beside a rule', async () =>
    expect(await orphanedTests(installation.rules)).toEqual([]));

  test('have a hash that is the same from wherever they are loaded', async () =>
    expect((await loadRules([`${installation.rules}/../rules`], language)).sha256).toBe(sha256));
});

describe('frameworks', () => {
  test.each([...frameworks])('%s numbers its controls once', (_, { controls }) => {
    const ids = controls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([...frameworks])('%s is in a file of its name', async (id) =>
    expect(await yamlFilesBelow(join(installation.rules, 'frameworks'))).toContain(
      join(installation.rules, 'frameworks', `${id}.yaml`),
    ),
  );

  test.each([...frameworks])('%s: a control is left to people or answered by a rule', (id, { controls }) => {
    const answered = new Set(rules.flatMap((rule) => (rule.controls[id] ?? []).map((control) => control.id)));
    expect(controls.filter((control) => control.manual && answered.has(control.id))).toEqual([]);
  });
});

test.each(await profileNames(profiles))(
  'the profile %s sets parameters that rules have, to values they can have',
  async (name) => {
    const layers = await parameterLayers({ config: {} }, name, profiles, rules);
    expect(layers.profile?.name).toBe(name);
  },
);

test('the configuration page tells what each profile changes', async () => {
  const page = await readFile(join(installation.rules, '../docs/configuration.md'), 'utf8');
  const told = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(told.sort(byText)).toEqual([...(await profileNames(profiles))].sort(byText));
});

const byText = (a = '', b = ''): number => (a < b ? -1 : 1);
