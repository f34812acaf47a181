import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { summary } from '../../src/commands/summary.ts';
import { colorsFor } from '../../src/commands/terminal.ts';
import { tellRemarks } from '../../src/commands/remarks.ts';
import { explain } from '../../src/explain.ts';
import { ProgressReporter } from '../../src/progress.ts';
import { UsageError } from '../../src/usage-error.ts';
import { sarifRenderer } from '../../src/report/renderers/sarif.ts';
import { folderWith } from '../folder.ts';
import { PAYLOADS } from '../report/payloads.ts';
import { poisoned } from '../report/poison.ts';
import { reportOf } from '../report/sample-report.ts';
import { vaultPosture } from './command-line.ts';
import { estateOf, OPEN } from './estates.ts';

const payloads = Object.entries(PAYLOADS);

/** What a terminal or a build's log would obey, beside line ends. */
const OBEYED = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029]|^\s*::|##(?:vso)?\[/imu;
/** Lines and characters that a megabyte in every field may make. */
const LONGEST = 60_000;

const inert = (text: string): void => {
  expect(text).not.toMatch(OBEYED);
  expect(text.length).toBeLessThan(LONGEST);
};

const terminal = () => {
  const written: string[] = [];
  const output = { write: (text: string) => void written.push(text), isTTY: true, columns: 500 };
  const signal = new AbortController().signal;
  return { written, terminal: { stdout: output, stderr: output, env: { NO_COLOR: '1' }, cwd: '/', signal } };
};

describe('the last words of a scan', () => {
  test.each(payloads)('with %s', (_, payload) => {
    const report = reportOf(poisoned(payload, true));
    const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const outcome = {
      fails: none,
      unknowns: none,
      ruleErrors: new Map(report.rules.map(({ id }) => [id, payload])),
      failsByRule: new Map(report.rules.map(({ id }) => [id, { critical: 0, high: 3, medium: 0, low: 0, info: 0 }])),
      judged: 1,
    };
    const options = { failOn: 'high', allowUnknown: false, allowEmpty: false } as const;
    inert(summary({ report, outcome, outputs: [], options }, colorsFor(terminal().terminal)));
  });
});

describe('what is said beside a SARIF file', () => {
  test.each(payloads)('with %s', async (_, payload) => {
    const { written, terminal: where } = terminal();
    const sink = { write: async () => {} };
    const remarks = await sarifRenderer().render(reportOf(poisoned(payload, true)), sink, async () => sink);
    tellRemarks(remarks ?? [], {}, where);
    tellRemarks(remarks ?? [], { logFormat: 'json' }, where);
    inert(written.join(''));
  });
});

describe('an error, and progress', () => {
  test.each(payloads)('with %s', (_, payload) => {
    for (const error of [new Error(payload), new UsageError(payload, payload)]) inert(explain(error, false));
    const { written, terminal: where } = terminal();
    const progress = new ProgressReporter({
      output: where.stderr,
      quiet: false,
      format: 'text',
      groups: false,
      now: () => written.length * 1000,
    });
    progress.stage('Reading vaults', 2);
    progress.step(payload);
    progress.done();
    inert(written.join('').replaceAll('\r\u001B[K', ''));
  });
});

describe('rules of somebody else', () => {
  /** A rule's texts may hold whatever YAML can write; what it cannot, the reader refuses. */
  const rule = (id: string, text: string) => `id: ${id}
title: ${JSON.stringify(`T ${text}`)}
severity: low
for: azure.secret
require: secret.enabled
message: ${JSON.stringify(`M ${text}`)}
why: ${JSON.stringify(`W ${text}\n${text}`)}
fix: { portal: ${JSON.stringify(`F ${text}`)}, az: ${JSON.stringify(`az\n${text}`)} }
tags: [${JSON.stringify(`t ${text}`)}]
`;
  const some = [
    'a color',
    'a command of GitHub on a line of its own',
    'a command of Azure Pipelines',
    'an older command of GitHub',
    'a carriage return',
    'controls of eight bits',
    'another reading direction',
    'no width',
    'half of a pair',
    'a million unseen',
  ];

  const ids = new Map(some.map((name, at) => [name, `MY-BAD-${100 + at}`]));
  const folder = folderWith(
    Object.fromEntries([...ids].map(([name, id]) => [`${id}.yaml`, rule(id, (PAYLOADS[name] ?? '').slice(0, 2000))])),
  );
  const isInert = async (line: readonly string[], ...told: readonly string[]): Promise<void> => {
    const { stdout, stderr } = await vaultPosture(['rules', ...line]);
    for (const id of told) expect(stdout + stderr).toContain(id);
    expect(stdout + stderr).not.toMatch(OBEYED);
  };

  test.each([
    ['in a list', ['list', '--rules', folder]],
    ['in a list as JSON', ['list', '--json', '--rules', folder]],
    ['that are tested', ['test', folder]],
  ])('%s', (_, line) => isInert(line, ...ids.values()));

  test.each([...ids])('with %s', async (_, id) => {
    await isInert(['show', id, '--rules', folder], id);
    await isInert(['show', id, '--json', '--rules', folder], id);
  });
});

test('a whole scan of an estate that is hostile in its tags, titles and refusals', async () => {
  const estate = estateOf({ 'kv-open': { properties: OPEN }, 'kv-shut': { refused: true } });
  const harm = payloads.map(([, payload]) => payload.slice(0, 200)).join('');
  for (const [file, change] of [
    ['all/vaults.json', (vaults: { tags: object }[]) => vaults.map((vault) => ({ ...vault, tags: { [harm]: harm } }))],
    ['estate.json', (description: object) => ({ ...description, title: `${PAYLOADS['a command of GitHub']}${harm}` })],
    ['subscriptions.json', (list: object[]) => list.map((each) => ({ ...each, displayName: harm }))],
  ] as const) {
    const path = `${estate}/${file}`;
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as never)));
  }
  const cwd = folderWith();
  const { code, stdout, stderr } = await vaultPosture(
    ['scan', '--estate', estate, '--format', 'html,json,sarif,csv,junit,md'],
    { cwd },
  );
  expect(code).toBe(1);
  inert(stdout + stderr);
  for (const file of ['html', 'sarif', 'junit.xml', 'md'])
    expect(
      readFileSync(`${cwd}/vault-posture-report/report.${file}`, 'utf8').replace(/<(style|script)>[^]*?<\/\1>/g, ''),
    ).not.toMatch(/[^\P{Cc}\r\n]|[\p{Cf}\p{Cs}]|<script>alert/u);
});
