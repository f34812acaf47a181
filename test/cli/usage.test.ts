import { describe, expect, test } from 'vitest';
import { installation } from '../../src/installation.ts';
import { RENDERERS } from '../../src/report/renderers/index.ts';
import { folderWith } from '../folder.ts';
import { built, vaultPosture } from './command-line.ts';
import { estateOf } from './estates.ts';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');

describe('help', () => {
  test.each([
    ['--help', ['scan', 'collect', 'evaluate', 'report', 'demo', 'rules', 'Begin with:']],
    [
      'scan --help',
      ['What is read:', '--subscription', 'What is judged:', 'critical, high,', 'Reports:', 'Exit codes:', 'Example:'],
    ],
    ['collect --help', ['--out', '--vault', '--resume']],
    ['evaluate --help', ['<snapshot>', '--allow-unknown', 'Exit codes:']],
    ['report --help', ['<report.json>', '--format']],
    ['demo --help', ['--output', '--format', 'Formats:']],
    ['rules --help', ['list', 'show', 'test', 'schema']],
    ['rules list --help', ['--rules', '--json']],
  ])('%s tells what there is, and ends with 0', async (line, told) => {
    const { code, stdout, stderr } = await vaultPosture(words(line));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of told) expect(stdout).toContain(text);
  });

  test.each(['scan', 'evaluate', 'report'])('%s --help tells what each format is', async (command) => {
    const { stdout } = await vaultPosture([command, '--help']);
    for (const [format, make] of Object.entries(RENDERERS))
      expect(stdout).toMatch(new RegExp(`^  ${format} +${make(async () => '').about}$`, 'm'));
  });

  test('--version tells the version', async () =>
    expect((await vaultPosture(['--version'])).stdout).toBe(`${installation.tool.version}\n`));

  test('is what a command line without a command gets, as a mistake', async () => {
    const { code, stderr } = await vaultPosture([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Commands:');
  });
});

describe('a command line that cannot be meant ends with 2 and says what to do', () => {
  test.each([
    ['scam', "unknown command 'scam'", 'Did you mean scan?'],
    ['scan --formt html', "unknown option '--formt'", 'Did you mean --format?'],
    ['scan --fail-on hihg', "'hihg' is invalid", 'critical, high, medium, low, info'],
    ['scan --only pass', "'pass' is invalid", 'fail'],
    ['evaluate', "missing required argument 'snapshot'", '--help'],
    ['scan html', 'too many arguments', '--help'],
    ['scan --format pfd', 'There is no format "pfd"', 'Formats: html, json'],
    ['scan --format jsom', 'There is no format "jsom"', 'Did you mean json?'],
    ['scan --out report.txt', 'The ending of report.txt names no format', '.html, .json'],
    ['scan --rule KV-ROT-01', 'There is no rule KV-ROT-01', 'Did you mean KV-ROT-001?'],
    ['scan --profile relax', 'There is no profile "relax"', 'relaxed'],
    ['scan --profile ../relaxed', 'There is no profile "../relaxed"', ''],
    ['scan --config nowhere.yaml', 'nowhere.yaml cannot be read: there is no such file', '--config'],
    ['scan --config .', 'cannot be read: this is a folder', '--config'],
    ['report .', ': this is a folder, and a file is needed (EISDIR).', 'Check the path.'],
    ['sarif-check .', '. cannot be read: this is a folder', 'Check the path.'],
    ['scan --rules nowhere', 'there is no such folder of rules', '--rules'],
    [
      'scan --estate nowhere',
      'nowhere/estate.json is no readable part of an estate: there is no such file',
      'Name a folder',
    ],
    [`scan --ca-file a.pem --estate ${installation.demoEstate}`, 'no certificate to be trusted', 'Leave out --ca-file'],
    ['scan --without arm', "'arm' is invalid", 'data, logs, graph'],
    ['scan --as-of 2026-02-30T00:00:00Z', "'2026-02-30T00:00:00Z' is invalid", 'A time in UTC'],
    ['scan --vault ,', "',' is invalid", 'It names nothing'],
    ['scan --rule , --format html', "',' is invalid", 'It names nothing'],
    ['scan --estate=', "'' is invalid", 'It names no file or folder'],
    ['scan --config= --output x', "'' is invalid", 'It names no file or folder'],
    ['scan --cloud mars', "'mars' is invalid", 'public, usgov, china'],
    ['evaluate nowhere.ndjson', 'nowhere.ndjson cannot be read', ''],
    ['report nowhere.json', 'nowhere.json: there is no such file or folder (ENOENT).', 'Check the path.'],
    ['rules show KV-NET-1', 'There is no rule KV-NET-1', 'Did you mean KV-NET-001?'],
    ['rules show nothing-like-it', 'There is no rule nothing-like-it', 'rules list'],
    ['sarif-check /dev/zero', 'is longer than', 'GitHub takes 10 MB'],
    ['scan --redact-key /dev/zero', 'is longer than', 'openssl rand'],
    ['scan --sarif-previous /dev/zero', 'it is not JSON', 'the last scan'],
    ['scan --config /dev/zero', 'is longer than 1 MiB', ''],
    ['rules test nowhere', 'there is no such folder of rules', ''],
    ['rules schema nowhere', 'There is no schema "nowhere"', 'Schemas:'],
  ])('%s', async (line, says, hint) => {
    const { code, stdout, stderr } = await vaultPosture(words(line));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toContain(hint);
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

describe('a configuration that cannot be meant is refused at its place, before anything is read', () => {
  test.each([
    ['a key misspelt', 'faillOn: high\n', '1:1', 'did you mean "failOn"?'],
    ['a value that does not exist', 'failOn: hihg\n', '1:9', 'did you mean "high"?'],
    ['a format that does not exist', 'formats: [html, pdf]\n', '1:17', 'known: html, json'],
    ['no format at all', 'formats: []\n', '1:10', 'formats must not be empty'],
    ['a profile that does not exist', 'profile: relax\n', '1:10', 'did you mean "relaxed"?'],
    ['a rule that does not exist', 'rules:\n  KV-ROT-999: { enabled: false }\n', '2:3', 'did you mean'],
    ['a list instead of a map', '- scope\n', '1:1', 'the file must be a map (keys and their values)'],
    ['a list instead of a word', 'failOn: [high]\n', '1:9', 'failOn must be one of critical, high'],
    ['a word instead of a list', 'formats: json\n', '1:10', 'formats must be a list'],
    [
      'a fraction',
      'rules:\n  KV-ROT-001: { params: { maxAgeDays: 1.5 } }\n',
      '2:39',
      'must be a whole number, true or false',
    ],
    ['an empty name', 'output: ""\n', '1:9', 'output must not be empty'],
    ['a match of everything', 'overrides: [{ match: {}, rules: {} }]\n', '1:22', 'must not be empty'],
    ['no YAML', 'scope: [\n', '2:1', 'not YAML'],
    ['a control character', 'output: "\u001B[31m"\n', '1:10', 'control character'],
  ])('%s', async (_, text, place, hint) => {
    const cwd = folderWith({ 'vault-posture.yaml': text });
    const { code, stderr } = await vaultPosture(['scan', '--estate', 'nowhere'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${cwd}/vault-posture.yaml:${place}: `);
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain('estate');
  });

  test('all rules switched off is no clean estate', async () => {
    const { stdout } = await vaultPosture(['rules', 'list', '--json']);
    const ids = (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id);
    const text = `rules:\n${ids.map((id) => `  ${id}: { enabled: false }\n`).join('')}`;
    const cwd = folderWith({ 'vault-posture.yaml': text });
    const { code, stderr } = await vaultPosture(['scan', '--estate', estateOf({})], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('All rules are switched off');
  });

  test('where a path in it begins is where the file is', async () => {
    const cwd = folderWith({ 'ci/scan.yaml': 'output: ../reports\nformats: [json]\n' });
    const { stdout } = await vaultPosture(['scan', '--config', 'ci/scan.yaml', '--estate', estateOf({})], { cwd });
    expect(stdout).toContain(`Wrote ${cwd}/reports/report.json`);
  });
});

describe('a folder that is no estate is refused with the file and the way out', () => {
  const DESCRIBED = { id: 'x', title: 'X', now: '2026-11-20T06:00:00Z', tenantId: 't', identity: {}, pageSizes: {} };
  const estate = JSON.stringify({ ...DESCRIBED, folders: ['all'] });
  test.each([
    ['estate.json', '{', 'Expected property name'],
    ['estate.json', '[]', 'it has no id'],
    ['estate.json', JSON.stringify({ ...DESCRIBED, now: 'noon' }), 'its now is no time'],
    ['estate.json', JSON.stringify(DESCRIBED), 'its folders are no list of names'],
    ['all/vaults.json', '{}', 'it is no list'],
    ['all/vaults.json', '[null]', 'item 1 has no id or no name'],
    ['subscriptions.json', '[{ "id": "/subscriptions/s" }]', 'item 1 has no id or no subscriptionId'],
  ])('%s: %s', async (file, text, says) => {
    const folder = folderWith({
      'estate.json': estate,
      'subscriptions.json': '[]',
      'all/vaults.json': '[]',
      [file]: text,
    });
    const { code, stderr } = await vaultPosture(['scan', '--estate', folder, '--quiet']);
    expect(code).toBe(2);
    expect(stderr).toContain(`${folder}/${file} is no readable part of an estate: ${says}`);
    expect(stderr).toContain('\nName a folder with the answers of an estate');
  });
});

describe('a mistake of the program', () => {
  const broken = {
    about: 'breaks',
    file: 'report.broken',
    render: () => Promise.reject(new TypeError('x is not a y')),
  };
  const line = ['scan', '--estate', estateOf({}), '--format', 'broken', '--quiet'];

  test('is owned up to, without a stack', async () => {
    const { code, stderr } = await vaultPosture(line, { renderers: { broken: () => broken } });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'This is a mistake in vault-posture: x is not a y\nRun it again with --verbose and report what it prints.\n',
    });
  });

  test('shows its stack with --verbose', async () => {
    const { stderr } = await vaultPosture([...line, '--verbose'], { renderers: { broken: () => broken } });
    expect(stderr).toContain('TypeError: x is not a y\n    at ');
  });
});

test('the built program says the same', async () => {
  const line = ['rules', 'show', 'KV-ROT-01'];
  expect(await built(line)).toEqual(await vaultPosture(line));
});

test('a command that may mean harm is shown as text', async () => {
  const { code, stderr } = await vaultPosture(['\u001B[31mscan']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "error: unknown command '⟦U+001B⟧[31mscan'\n(--help tells what there is)\n",
  });
});

describe('a path that may mean harm', () => {
  const path = 'no\n\u001B[31m\u202Esuch.json';
  const shown = 'no⟦U+000A⟧⟦U+001B⟧[31m⟦U+202E⟧such.json';

  test.each([['report'], ['evaluate'], ['sarif-check'], ['scan', '--config'], ['scan', '--estate']])(
    '%s %s shows it on one line, as text',
    async (...command) => {
      const { code, stderr } = await vaultPosture([...command, path]);
      expect(code).toBe(2);
      expect(stderr).toContain(shown);
      expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
    },
  );

  test('is shown as text where a file has it', async () => {
    const cwd = folderWith({ [path]: '{}' });
    const { code, stdout } = await vaultPosture(['sarif-check', path], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(`${shown}: 2 errors, 1 warning.`);
    expect(stdout).not.toContain('\u001B');
  });
});
