import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import type { ParameterLayers } from '../../src/rules/parameters.ts';
import { settingsOf } from '../../src/rules/settings.ts';

const NONE: ParameterLayers = { config: {}, overrides: [] };
const rules = (...ids: string[]) => ids.map((id) => ({ id })) as unknown as Rule[];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const LAYERS: ParameterLayers = {
  profile: { name: 'strict', rules: { 'KV-ROT-001': { params: { maxAgeDays: 30 } } } },
  config: { 'KV-ROT-002': { params: { maxAgeDays: 60, useNotBefore: true } }, 'KV-NET-004': { enabled: false } },
  overrides: [{ match: { tags: { b: '1', a: '2' } }, rules: { 'KV-ROT-001': { params: { maxAgeDays: 365 } } } }],
};

describe('settings in force', () => {
  test('of a run without any are those of an empty object', () =>
    expect(settingsOf(NONE, [])).toEqual({ sha256: sha256('{}') }));

  test('are JSON without blanks, in order of the alphabet, which anybody can hash again', () =>
    expect(settingsOf(LAYERS, rules('KV-ROT-001'))).toEqual({
      sha256: sha256(
        '{"only":["KV-ROT-001"],' +
          '"overrides":[{"match":{"tags":{"a":"2","b":"1"}},"rules":{"KV-ROT-001":{"params":{"maxAgeDays":365}}}}],' +
          '"profile":{"name":"strict","rules":{"KV-ROT-001":{"params":{"maxAgeDays":30}}}},' +
          '"rules":{"KV-NET-004":{"enabled":false},"KV-ROT-002":{"params":{"maxAgeDays":60,"useNotBefore":true}}}}',
      ),
      profile: 'strict',
      only: ['KV-ROT-001'],
    }));

  test('are the same in whichever order they were written', () => {
    const turned = { ...LAYERS, config: Object.fromEntries(Object.entries(LAYERS.config).toReversed()) };
    expect(settingsOf(turned, rules('B', 'A'))).toEqual(settingsOf(LAYERS, rules('A', 'B')));
  });

  test.each<[string, ParameterLayers, Rule[]]>([
    ['another value', { ...LAYERS, config: { 'KV-ROT-002': { params: { maxAgeDays: 61 } } } }, []],
    ['overrides in another order, of which the last wins', { ...LAYERS, overrides: twice().toReversed() }, []],
    ['another profile', { config: LAYERS.config, overrides: LAYERS.overrides }, []],
    ['fewer rules', LAYERS, rules('KV-ROT-001')],
  ])('%s: others', (_, layers, only) => {
    const known = [LAYERS, { ...LAYERS, overrides: twice() }].map((each) => settingsOf(each, []).sha256);
    expect(known).not.toContain(settingsOf(layers, only).sha256);
  });
});

function twice(): ParameterLayers['overrides'] {
  return [...LAYERS.overrides, { match: { vault: 'kv-*' }, rules: { 'KV-ROT-001': { enabled: false } } }];
}
