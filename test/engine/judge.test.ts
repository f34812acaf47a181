import { describe, expect, test } from 'vitest';
import { type Judgement, judge } from '../../src/engine/judge.ts';
import { BrokenList, Gap } from '../../src/model/gap.ts';
import { DAY, NOW, secretFrame, vaultFrame } from './estate.ts';
import { language, rule, type Words } from './rules.ts';

const FORBIDDEN = Gap.of('forbidden');
const THROTTLED = Gap.of('throttled');

const ofSecret = (words: Words, secret: object = {}, vault: object = {}): Judgement[] =>
  judge(rule(words), secretFrame(secret, vault), language.machine, 'findings');
const ofVault = (words: Words, vault: object = {}): Judgement[] =>
  judge(rule({ for: 'test.vault', ...words }), vaultFrame(vault), language.machine, 'findings');

describe('the table of verdicts', () => {
  const words: Words = {
    when: 'secret.enabled',
    measurable: 'has(vault.logsFrom) && now - vault.logsFrom >= days(30)',
    require: 'secret.name == "db"',
  };
  const covered = { logsFrom: NOW - 30 * DAY };
  const late = { logsFrom: NOW - 29 * DAY };
  const dark = { logsFrom: FORBIDDEN };

  test.each([
    ['does not apply: not applicable', { enabled: false }, dark, { verdict: 'notApplicable' }],
    ['applies, the logs do not reach back: not covered', {}, late, { verdict: 'unknown', reason: 'notCovered' }],
    ['applies, the logs cannot be read: their gap', {}, dark, { verdict: 'unknown', reason: 'forbidden' }],
    ['the logs cannot be read though it would fail', { name: 'x' }, dark, { verdict: 'unknown', reason: 'forbidden' }],
    ['applies and holds: pass', {}, covered, { verdict: 'pass' }],
    ['applies and does not hold: fail', { name: 'x' }, covered, { verdict: 'fail' }],
    ['applies and cannot be told', { name: THROTTLED }, covered, { verdict: 'unknown', reason: 'throttled' }],
    ['may apply and holds: pass', { enabled: FORBIDDEN }, covered, { verdict: 'pass' }],
    [
      'may apply and does not hold',
      { enabled: FORBIDDEN, name: 'x' },
      covered,
      { verdict: 'unknown', reason: 'forbidden' },
    ],
    ['may apply, holds, but is not covered', { enabled: FORBIDDEN }, late, { verdict: 'unknown', reason: 'forbidden' }],
    [
      'may apply and cannot be told',
      { enabled: FORBIDDEN, name: THROTTLED },
      covered,
      { verdict: 'unknown', reason: 'forbidden' },
    ],
  ])('%s', (_, secret, vault, expected) => {
    expect(ofSecret(words, secret, vault)).toMatchObject([expected]);
  });

  test.each([
    ['when', { when: '1 / secret.size == 1', require: 'true' }],
    ['measurable', { measurable: '1 / secret.size == 1', require: 'true' }],
    ['require', { require: '1 / secret.size == 1' }],
    ['a severity', { require: 'false', severityWhen: [['1 / secret.size == 1', 'low']] }],
    ['the message', { require: 'false', message: ['', '1 / secret.size'] }],
    ['a control', { require: 'true', controls: { cis: [['1', '1 / secret.size == 1']] } }],
  ] as [string, Words][])('a mistake in %s is told as one of the rule', (_, words) => {
    expect(ofSecret(words, { size: 0 })).toMatchObject([
      { verdict: 'unknown', reason: 'ruleError', detail: 'division by zero' },
    ]);
  });
});

describe('a mistake of the rule', () => {
  const zero = '1 / secret.size == 1';

  test('is told though the rule may not apply', () => {
    const words = { when: 'secret.enabled', require: zero };
    expect(ofSecret(words, { enabled: FORBIDDEN, size: 0 })).toMatchObject([{ reason: 'ruleError' }]);
  });

  test('in a control takes the message away', () => {
    const controls = { cis: [['1', zero]] } as const;
    const [told] = ofSecret({ require: 'false', message: ['Failed'], controls }, { size: 0 });
    expect(told).toMatchObject({ verdict: 'unknown', reason: 'ruleError', severity: 'medium' });
    expect(Object.keys(told ?? {})).not.toEqual(expect.arrayContaining(['message']));
    expect(told).not.toHaveProperty('controls');
  });

  test('in the message leaves the controls', () => {
    const controls = { cis: [['1', 'secret.enabled']] } as const;
    const [told] = ofSecret({ require: 'false', message: ['', '1 / secret.size'], controls }, { size: 0 });
    expect(told).toMatchObject({ reason: 'ruleError', controls: { cis: ['1'] } });
    expect(told).not.toHaveProperty('message');
  });

  test('is nothing that another verdict has', () => {
    const [fail] = ofSecret({ require: 'false', message: ['Failed'] });
    expect(Object.keys(fail ?? {}).toSorted()).toEqual(['identity', 'message', 'reads', 'severity', 'verdict']);
    const [unknown] = ofSecret({ require: 'secret.enabled' }, { enabled: FORBIDDEN });
    expect(Object.keys(unknown ?? {}).toSorted()).toEqual(['identity', 'reads', 'reason', 'severity', 'verdict']);
  });
});

describe('a finding', () => {
  test('says what decided; a pass only when asked', () => {
    const words = { when: 'secret.enabled', require: 'now - secret.created <= days(params.maxAge)' };
    const old = { created: NOW - 91 * DAY };
    const reads = [
      { field: 'secret.enabled', value: true },
      { field: 'secret.created', value: NOW - 91 * DAY },
      { field: 'params.maxAge', value: 90 },
    ];
    expect(ofSecret(words, old)).toMatchObject([{ verdict: 'fail', reads }]);
    expect(ofSecret(words)[0]).not.toHaveProperty('reads');
    const [pass] = judge(rule(words), secretFrame(), language.machine, 'all');
    expect(pass?.reads).toHaveLength(3);
  });

  test('has a message with dates, days, lists and what could not be read', () => {
    const message = [
      '',
      'secret.created',
      ', ',
      'now - secret.created',
      ', ',
      'secret.grades',
      ', ',
      'secret.name',
      '.',
    ];
    const secret = { created: NOW - 1.5 * DAY, grades: [1, 2], name: FORBIDDEN };
    expect(ofSecret({ require: 'false', message }, secret)).toMatchObject([
      { message: '2026-03-29, 1 day, 1, 2, (not readable).' },
    ]);
  });

  test('shows of a broken list what is there', () => {
    const grades = new BrokenList([1, FORBIDDEN], THROTTLED);
    expect(ofSecret({ require: 'false', message: ['', 'secret.grades'] }, { grades })).toMatchObject([
      { message: '1, (not readable), (not readable)' },
    ]);
  });
});

describe('severity', () => {
  const severityWhen = [
    ['secret.size > 100', 'low'],
    ['secret.size > 10', 'critical'],
  ] as const;
  const severityOf = (secret: object): unknown => ofSecret({ require: 'false', severityWhen }, secret)[0]?.severity;

  test('is the first that holds, otherwise the rule’s own', () => {
    expect([severityOf({ size: 101 }), severityOf({ size: 11 }), severityOf({ size: 1 })]).toEqual([
      'low',
      'critical',
      'medium',
    ]);
  });

  test('is the worst that it may be when that cannot be told', () => {
    expect(severityOf({ size: FORBIDDEN })).toBe('critical');
    const mild = [['secret.size > 100', 'low']] as const;
    expect(ofSecret({ require: 'false', severityWhen: mild }, { size: FORBIDDEN })).toMatchObject([
      { severity: 'medium' },
    ]);
  });
});

describe('controls', () => {
  const words: Words = {
    require: 'secret.enabled',
    controls: {
      cis: [
        ['8.1', 'vault.model == "rbac"'],
        ['8.2', 'vault.model == "policy"'],
      ],
      mcsb: ['DP-6'],
    },
  };

  test('are those that hold for the resource', () => {
    expect(ofSecret(words)[0]?.controls).toEqual({ cis: ['8.1'], mcsb: ['DP-6'] });
    expect(ofSecret(words, { enabled: false }, { model: 'policy' })[0]?.controls).toEqual({
      cis: ['8.2'],
      mcsb: ['DP-6'],
    });
  });

  test('are kept as long as nothing rules them out', () => {
    expect(ofSecret(words, {}, { model: FORBIDDEN })[0]?.controls).toEqual({ cis: ['8.1', '8.2'], mcsb: ['DP-6'] });
  });

  test('of a framework that are all ruled out are left out with it', () => {
    const controls = { cis: [['8.1', 'vault.model == "rbac"']], mcsb: ['DP-6'] } as const;
    expect(ofSecret({ require: 'secret.enabled', controls }, {}, { model: 'policy' })[0]?.controls).toEqual({
      mcsb: ['DP-6'],
    });
  });

  test('go without saying when none depends on the resource', () => {
    expect(ofSecret({ require: 'true', controls: { mcsb: ['DP-6'] } })[0]).not.toHaveProperty('controls');
  });
});

/** A vault that lets ranges in. */
const ranges = (...values: unknown[]): object => ({ network: { ranges: values.map((value) => ({ value })) } });

describe('each', () => {
  const words: Words = {
    when: 'has(vault.network)',
    each: ['vault.network.ranges', 'range'],
    require: 'prefixLength(range.value) >= 24',
    identity: ['range.value'],
    message: ['', 'range.value', ' is wide'],
  };

  test('one pass when no item fails', () => {
    expect(ofVault(words, ranges('10.0.0.0/24', '10.0.1.0/24'))).toEqual([
      { verdict: 'pass', severity: 'medium', identity: [] },
    ]);
    expect(ofVault(words, ranges())).toMatchObject([{ verdict: 'pass' }]);
  });

  test('one finding for each item that fails or cannot be told', () => {
    expect(ofVault(words, ranges('10.0.0.0/8', '10.0.0.0/24', 'x', FORBIDDEN))).toMatchObject([
      { verdict: 'fail', identity: ['10.0.0.0/8'], message: '10.0.0.0/8 is wide', item: true },
      { verdict: 'unknown', reason: 'error', identity: ['x'] },
      { verdict: 'unknown', reason: 'forbidden', identity: ['gap:forbidden:3'] },
    ]);
  });

  test('the reads name the item’s place', () => {
    const [fail] = ofVault(words, ranges('10.0.0.0/24', '10.0.0.0/8'));
    expect(fail?.reads?.map(({ field }) => field)).toEqual(['vault.network', 'vault.network.ranges[1].value']);
  });

  test('items that cannot be told apart are one finding', () => {
    expect(ofVault(words, ranges('10.0.0.0/8', '10.0.0.0/8'))).toHaveLength(1);
  });

  test('an item that could not be read at all', () => {
    const network = { ranges: [FORBIDDEN, FORBIDDEN] };
    expect(ofVault(words, { network })).toMatchObject([
      { verdict: 'unknown', identity: ['gap:forbidden:0'] },
      { verdict: 'unknown', identity: ['gap:forbidden:1'] },
    ]);
  });

  test('items that are told apart by a list that broke off stand where they stand', () => {
    const network = { ranges: [{ value: '10.0.0.0/8' }, { value: '11.0.0.0/8' }] };
    const told = { ...words, identity: ['[range.value] + vault.network.ranges.map(r, r.value)'] };
    const broken = { ranges: new BrokenList(network.ranges, THROTTLED) };
    expect(ofVault(told, { network: broken }).map(({ identity }) => identity)).toEqual([
      ['gap:throttled:0'],
      ['gap:throttled:1'],
      [],
    ]);
  });

  test('a list that broke off: its items, and one unknown for the rest', () => {
    const network = { ranges: new BrokenList([{ value: '10.0.0.0/8' }, { value: '10.0.0.0/24' }], THROTTLED) };
    const [fail, rest, ...more] = ofVault(words, { network });
    expect(fail).toMatchObject({ verdict: 'fail', identity: ['10.0.0.0/8'] });
    expect(rest).toMatchObject({ verdict: 'unknown', reason: 'throttled', identity: [] });
    expect(rest).not.toHaveProperty('item');
    expect(more).toEqual([]);
  });

  test('a list that could not be read', () => {
    expect(ofVault(words, { network: { ranges: FORBIDDEN } })).toMatchObject([
      { verdict: 'unknown', reason: 'forbidden', identity: [], reads: [{}, { field: 'vault.network.ranges' }] },
    ]);
  });

  test('not applicable before any item is looked at', () => {
    expect(ofVault(words)).toMatchObject([{ verdict: 'notApplicable', identity: [] }]);
  });

  test('what cannot be measured is unknown, though there be no item', () => {
    const measured = { ...words, measurable: 'has(vault.logsFrom)' };
    expect(ofVault(measured, ranges())).toMatchObject([{ verdict: 'unknown', reason: 'notCovered', identity: [] }]);
  });

  test('what of an item cannot be measured is unknown for that item', () => {
    const measured = { ...words, measurable: 'has(range.note)' };
    const network = { ranges: [{ value: '10.0.0.0/8', note: 'x' }, { value: '10.0.0.0/9' }] };
    expect(ofVault(measured, { network })).toMatchObject([
      { verdict: 'fail' },
      { verdict: 'unknown', reason: 'notCovered', identity: ['10.0.0.0/9'] },
    ]);
  });

  describe('of a vault to which the rule may apply', () => {
    const inDoubt: Words = {
      ...words,
      when: 'has(vault.network) && vault.model == "rbac"',
      measurable: 'has(vault.logsFrom)',
    };
    const narrow = { ...ranges('10.0.0.0/24'), model: FORBIDDEN, logsFrom: NOW };
    const wide = { ...narrow, ...ranges('10.0.0.0/24', '10.0.0.0/8') };

    test.each([
      ['passes where it would pass anyway', narrow, { verdict: 'pass', identity: [] }],
      ['is in doubt where it would not', wide, { verdict: 'unknown', reason: 'forbidden', identity: ['10.0.0.0/8'] }],
      ['is in doubt, not uncovered', { ...wide, logsFrom: undefined }, { reason: 'forbidden', identity: [] }],
      ['is in doubt first', { ...narrow, logsFrom: THROTTLED }, { reason: 'forbidden', identity: [] }],
    ])('%s', (_, vault, expected) => {
      expect(ofVault(inDoubt, vault)).toMatchObject([expected]);
    });

    test('is a mistake of the rule before it is in doubt', () => {
      const mistaken = { verdict: 'unknown', reason: 'ruleError', identity: [] };
      const measurable = '1 / (vault.name == "x" ? 1 : 0) == 1';
      expect(ofVault({ ...inDoubt, measurable }, wide)).toMatchObject([mistaken]);
      expect(ofVault({ ...inDoubt, when: `has(vault.network) && ${measurable}` }, wide)).toMatchObject([mistaken]);
    });
  });

  test('of equal items one that fails is shown before one that could not be told', () => {
    const network = { ranges: [{ value: '10.0.0.0/8', note: FORBIDDEN }, { value: '10.0.0.0/8' }] };
    const noted = { ...words, require: 'has(range.note) || prefixLength(range.value) >= 24' };
    expect(ofVault(noted, { network })).toMatchObject([{ verdict: 'fail' }]);
    expect(ofVault(noted, { network: { ranges: network.ranges.toReversed() } })).toMatchObject([{ verdict: 'fail' }]);
  });

  test('items whose identity is a mistake of the rule stay apart, and say so', () => {
    const mistaken = { ...words, identity: ['1 / (vault.name == "x" ? 1 : 0)'] };
    expect(ofVault(mistaken, ranges('10.0.0.0/8', '10.0.0.0/8'))).toMatchObject([
      { verdict: 'unknown', reason: 'ruleError', identity: ['item:0'] },
      { verdict: 'unknown', reason: 'ruleError', identity: ['item:1'] },
    ]);
  });

  test('a pass tells of every item when asked', () => {
    const [pass] = judge(
      rule({ for: 'test.vault', ...words }),
      vaultFrame(ranges('10.0.0.0/24', '10.0.1.0/24')),
      language.machine,
      'all',
    );
    expect(pass?.reads?.map(({ field }) => field)).toEqual([
      'vault.network.ranges',
      'vault.network',
      'vault.network.ranges[0].value',
      'vault.network.ranges[1].value',
    ]);
  });

  test('a condition with loops of its own does not disturb the item', () => {
    const looping = { ...words, severityWhen: [['vault.network.ranges.exists(r, r.value == "x")', 'low']] } as Words;
    expect(ofVault(looping, ranges('10.0.0.0/8', '10.0.0.0/9'))).toMatchObject([
      { identity: ['10.0.0.0/8'] },
      { identity: ['10.0.0.0/9'], severity: 'medium' },
    ]);
  });
});
