/** Options of commands, in the groups that commands share. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AUTH_KINDS, CLOUD_NAMES, OPTIONAL_PLANES } from './model/choices.ts';
import { SEVERITIES } from './model/rule.ts';

/** An option that may be given several times, and may hold several values with commas between. */
const several = (
  flags: string,
  about: string,
  unless: string,
  checked: (part: string) => string = (part) => part,
): Option =>
  new Option(flags, about)
    .default([], unless)
    .argParser((value: string, before: readonly string[]) => [...before, ...partsOf(value).map(checked)]);

/** A variable of a script that is empty must not widen a scan to everything. */
function partsOf(value: string): string[] {
  const parts = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > 0) return parts;
  throw new InvalidArgumentError('It names nothing: leave the option out, or give it a value.');
}

/** For one file or folder: an empty path would be the folder that the command runs in. */
export const path = (value: string): string => {
  if (value !== '') return value;
  throw new InvalidArgumentError('It names no file or folder.');
};

const oneOf =
  (known: readonly string[]) =>
  (value: string): string => {
    if (known.includes(value)) return value;
    throw new InvalidArgumentError(`One of ${known.join(', ')}.`);
  };

const UNITS = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

const duration = (value: string): number => {
  const [, count = '', unit = ''] = /^(\d{1,6})(.)$/.exec(value) ?? [];
  const milliseconds = Number(count) * (UNITS.get(unit) ?? 0);
  if (milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError('A number with s, m or h behind it.');
};

const instant = (value: string): string => {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value));
  const time = isInstant ? new Date(value).toISOString() : '';
  // A day that its month does not have is read as one of the next.
  if (isInstant && time.slice(0, 10) === value.slice(0, 10)) return time;
  throw new InvalidArgumentError('A time in UTC such as 2026-03-31T00:00:00Z.');
};

export const withScope = (command: Command): Command =>
  command
    .optionsGroup('What is read:')
    .addOption(several('--subscription <id,…>', 'only these subscriptions, by id or name', 'all'))
    .addOption(several('--vault <name,…>', 'only these vaults', 'all'))
    .addOption(
      several('--without <plane,…>', 'planes that are not asked: data, logs, graph', 'none', oneOf(OPTIONAL_PLANES)),
    )
    .addOption(new Option('--cloud <name>', 'the Azure cloud').choices(CLOUD_NAMES).default('public'))
    .option('--estate <folder>', 'scan an estate of recorded answers in a folder instead of Azure', path)
    .addOption(
      new Option('--auth <kind>', 'how to sign in; default tries what is set up')
        .choices(AUTH_KINDS)
        .default('default'),
    )
    .option('--ca-file <file>', 'trust the certificates in this file, too', path)
    .addOption(
      new Option('--timeout <time>', 'how long reading may take: 90s, 30m, 2h')
        .default(3_600_000, '60m')
        .argParser(duration),
    )
    .addOption(new Option('--as-of <time>', 'judge as if it were then: 2026-03-31T00:00:00Z').argParser(instant))
    .option('--trace <file>', 'write down every request, without anything secret', path)
    .option('--resume', 'go on where an interrupted scan into the same snapshot stopped');

export const ownRules = () =>
  several('--rules <folder,…>', 'folders of rules of your own, beside those that come along', 'none');

export const withRules = (command: Command): Command =>
  command
    .optionsGroup('What is judged:')
    .addOption(ownRules())
    .addOption(several('--rule <id,…>', 'run only these rules', 'all that are switched on'))
    .option('--profile <name>', 'settings of rules under a name; rules list names them')
    .addOption(
      new Option(
        '--evidence <for>',
        'verdicts that carry what decided them; findings are those that fail or are unknown',
      )
        .choices(['findings', 'all'])
        .default('findings'),
    )
    .option(
      '--fail-on <severity>',
      `exit with 1 if a rule of this severity or worse fails: ${SEVERITIES.join(', ')} (default: high)`,
      oneOf(SEVERITIES),
    )
    .option('--allow-unknown', 'unknown verdicts do not change the exit code')
    .option('--allow-empty', 'an estate without vaults does not change the exit code');

export const withFolder = (command: Command, formats: string): Command =>
  command
    .optionsGroup('Reports:')
    .addOption(several('--format <name,…>', 'formats of the reports', formats))
    .option('--output <folder>', 'folder for the reports (default: vault-posture-report)', path)
    .addOption(new Option('--sarif-group <by>', 'in SARIF, one result for each rule and vault').choices(['vault']))
    .option('--redact', 'reports for outsiders: names, ids and texts of the estate become pseudonyms')
    .option('--redact-key <file>', 'the same pseudonyms in every run with this key; means --redact', path);

export const withOutputs = (command: Command, formats: string): Command =>
  withFolder(command, formats)
    .addOption(several('--out <file,…>', 'one report to one file; its ending decides the format', 'none'))
    .addOption(
      several('--sarif-previous <file,…>', 'SARIF of the last scan: what is not read today stays in it', 'none'),
    );

export const withOnly = (command: Command): Command =>
  command.addOption(new Option('--only <verdict>', 'only these results in the reports').choices(['fail']));

export const withConfig = (command: Command): Command =>
  command
    .optionsGroup('Options:')
    .option('--config <file>', 'configuration (default: vault-posture.yaml, if there is one)', path);

export const withVerbose = (command: Command): Command =>
  command.optionsGroup('Options:').option('--verbose', 'with errors, where in the program they came from');

export const withLog = (command: Command): Command =>
  withVerbose(command)
    .option('--quiet', 'say nothing but errors')
    .addOption(
      new Option('--log-format <format>', 'form of progress and log on stderr')
        .choices(['text', 'json'])
        .default('text'),
    );
