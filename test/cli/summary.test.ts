import { describe, expect, test } from 'vitest';
import { colorsFor } from '../../src/commands/terminal.ts';
import { summary } from '../../src/commands/summary.ts';
import { sampleReport } from '../report/sample-report.ts';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

const words = (failsByRule: ReadonlyMap<string, typeof NONE>): string => {
  const output = { write: () => true, isTTY: false, columns: 200 };
  const { signal } = new AbortController();
  const colors = colorsFor({ stdout: output, stderr: output, env: { NO_COLOR: '1' }, cwd: '/', signal });
  const outcome = { fails: NONE, unknowns: NONE, ruleErrors: new Map<string, string>(), failsByRule, judged: 1 };
  const options = { failOn: 'high', allowUnknown: false, allowEmpty: false } as const;
  return summary({ report: sampleReport(), outcome, outputs: [], options }, colors);
};

describe('the last words name rules', () => {
  test('by how bad their findings are, whatever they are usually', () =>
    expect(
      words(
        new Map([
          ['KV-ROT-001', { ...NONE, high: 121 }],
          ['KV-ROT-004', { ...NONE, critical: 1, medium: 80 }],
        ]),
      ).match(/^ {2}(?:critical|high|medium) .*(?= {2}KV)/gm),
    ).toEqual(['  critical     81', '  high        121']));

  test('and of two that are as bad, the one with more', () =>
    expect(
      words(
        new Map([
          ['KV-ROT-001', { ...NONE, high: 2 }],
          ['KV-REC-002', { ...NONE, high: 3 }],
        ]),
      ).match(/KV-\w{3}-\d{3}/g),
    ).toEqual(['KV-REC-002', 'KV-ROT-001']));
});
