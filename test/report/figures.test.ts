import { describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import { fieldsOf } from '../../src/model/catalog.ts';
import { Gap } from '../../src/model/gap.ts';
import type { Figures } from '../../src/model/report.ts';
import type { Resource } from '../../src/model/snapshot.ts';
import { FigureCounts } from '../../src/report/figures.ts';
import { RULES } from './sample-report.ts';

const NOW = Date.parse('2026-03-31T06:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

const resource = (kind: string, facts: Resource['facts']): Resource => ({
  record: 'resource',
  kind: `azure.${kind}`,
  id: kind,
  name: kind,
  facts,
  sources: {},
});

const figures = (resources: readonly Resource[], rules = RULES): Figures => {
  const counts = new FigureCounts(rules, NOW);
  for (const entry of resources) counts.heard(entry);
  return counts.told();
};

const secret = (facts: Resource['facts']) =>
  resource('secret', { enabled: true, belongsToCertificate: false, ...facts });
const aged = (age: number) => secret({ created: NOW - age });
const agesOf = (...secrets: Resource[]) =>
  figures(secrets).secretAges.classes.map(({ upTo, count }) => [upTo ?? 'more', count]);

describe('ages of secrets', () => {
  test('are divided at the limit in force, wherever it lies', () =>
    expect(agesOf()).toEqual([
      [30, 0],
      [60, 0],
      [90, 0],
      [180, 0],
      [365, 0],
      [730, 0],
      ['more', 0],
    ]));

  test('a secret exactly as old as the limit is within it, and one millisecond later beyond', () =>
    expect(agesOf(aged(60 * DAY), aged(60 * DAY + 1)).slice(0, 3)).toEqual([
      [30, 0],
      [60, 1],
      [90, 1],
    ]));

  test('the oldest have a class of their own', () => expect(agesOf(aged(9999 * DAY)).at(-1)).toEqual(['more', 1]));

  test('without the rule there is no limit to divide at', () =>
    expect(figures([], []).secretAges.classes.map(({ upTo }) => upTo)).toEqual([30, 90, 180, 365, 730, undefined]));

  test.each([
    ['created', { created: Gap.of('forbidden') }],
    ['enabled', { enabled: Gap.of('firewall'), created: NOW }],
    ['belongsToCertificate', { belongsToCertificate: Gap.of('forbidden'), created: NOW }],
  ])('a secret whose %s could not be read has no age', (_, facts) => {
    const { classes, unknown } = figures([secret(facts)]).secretAges;
    expect([classes.every(({ count }) => count === 0), unknown]).toEqual([true, 1]);
  });

  test('a disabled secret and one that carries a certificate are left out', () => {
    const left = [{ enabled: false }, { belongsToCertificate: true }].map((facts) => secret({ created: 0, ...facts }));
    const { classes, unknown } = figures(left).secretAges;
    expect([classes.every(({ count }) => count === 0), unknown]).toEqual([true, 0]);
  });
});

const expiring = (expires: unknown) => figures([secret({ expires })]).expiries['azure.secret'];

describe('expiries', () => {
  test('cover the month of judging and the eleven after it', () =>
    expect(expiring(undefined)?.months.map(({ month }) => month)).toEqual([
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]));

  test.each([
    ['now is expired', NOW, { expired: 1 }],
    ['in the last moment of the last month', Date.parse('2027-02-28T23:59:59.999Z'), { later: 0, expired: 0 }],
    ['in the first moment after it', Date.parse('2027-03-01T00:00:00Z'), { later: 1 }],
    ['in the year 9999', Date.parse('9999-12-31T23:59:59Z'), { later: 1 }],
    ['beyond every calendar', 1e17, { later: 1 }],
    ['never', undefined, { never: 1 }],
    ['at a time that could not be read', Gap.of('forbidden'), { unknown: 1, never: 0 }],
  ])('%s', (_, expires, told) => expect(expiring(expires)).toMatchObject(told));

  test('what expires a moment from now is in this month', () =>
    expect(expiring(NOW + 1)?.months[0]).toEqual({ month: '2026-03', count: 1 }));

  test('each kind is counted by itself', () => {
    const { expiries } = figures([resource('key', { enabled: true }), resource('certificate', { enabled: false })]);
    expect(expiries['azure.key']?.never).toBe(1);
    expect(expiries['azure.certificate']?.never).toBe(0);
  });
});

describe('exposure', () => {
  test('is counted as it is told, and unknown where it is not', () => {
    const { exposure, exposureUnknown } = figures([
      resource('vault', { exposure: { reachableFrom: 'internet' } }),
      resource('vault', { exposure: { reachableFrom: Gap.of('forbidden') } }),
      resource('vault', { exposure: Gap.of('error') }),
      resource('vault', {}),
    ]);
    expect(exposure).toEqual({ internet: 1 });
    expect(exposureUnknown).toBe(3);
  });
});

test('lists that could not be had are counted by what they would have held', () => {
  const counts = new FigureCounts([], NOW);
  counts.heard({ record: 'unlisted', kind: 'azure.key', parent: 'kv', gap: 'forbidden', source: 1 });
  expect(counts.told().unlisted).toEqual({ 'azure.key': 1 });
});

test.each(['secret', 'key', 'certificate'] as const)('the catalog knows what is counted of a %s', (kind) => {
  const fields = Object.keys(fieldsOf(azure[`azure.${kind}`]));
  expect(fields).toEqual(expect.arrayContaining(['enabled', 'created', 'expires']));
});
