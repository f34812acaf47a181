/** Arguments to commands. Commands are imported when they run: --help pays for none of them. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Terminal } from './commands/terminal.ts';
import { EXIT } from './exit-code.ts';
import { installation } from './installation.ts';
import { Interruption } from './interruption.ts';
import { AUTH_KINDS, CLOUD_NAMES, OPTIONAL_PLANES } from './model/choices.ts';
import { SEVERITIES } from './model/rule.ts';
import type { Renderers } from './report/renderers/index.ts';

/** An option that may be given several times, and may hold several values with commas between. */
const several = (
  flags: string,
  about: string,
  unless: string,
  checked: (part: string) => string = (part) => part,
): Option =>
  new Option(flags, about).default([], unless).argParser((value: string, before: readonly string[]) => [
    ...before,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(checked),
  ]);

const plane = (value: string): string => {
  if ((OPTIONAL_PLANES as readonly string[]).includes(value)) return value;
  throw new InvalidArgumentError(`One of ${OPTIONAL_PLANES.join(', ')}.`);
};

const severity = (value: string): string => {
  if ((SEVERITIES as readonly string[]).includes(value)) return value;
  throw new InvalidArgumentError(`One of ${SEVERITIES.join(', ')}.`);
};

const UNITS: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000 };

const duration = (value: string): number => {
  const [, count, unit] = /^(\d{1,6})([smh])$/.exec(value) ?? [];
  if (count !== undefined && unit !== undefined && Number(count) > 0) return Number(count) * (UNITS[unit] as number);
  throw new InvalidArgumentError('A number with s, m or h behind it.');
};

const instant = (value: string): string => {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(value) && !Number.isNaN(Date.parse(value));
  if (isInstant) return new Date(value).toISOString();
  throw new InvalidArgumentError('A time in UTC such as 2026-03-31T00:00:00Z.');
};

const withScope = (command: Command): Command =>
  command
    .addOption(several('--subscription <id,…>', 'only these subscriptions, by id or name', 'all'))
    .addOption(several('--vault <name,…>', 'only these vaults', 'all'))
    .addOption(several('--without <plane,…>', 'planes that are not asked: data, logs, graph', 'none', plane))
    .addOption(new Option('--cloud <name>', 'the Azure cloud').choices(CLOUD_NAMES).default('public'))
    .option('--estate <folder>', 'scan an estate of recorded answers in a folder instead of Azure')
    .addOption(
      new Option('--auth <kind>', 'how to sign in; default tries what is set up')
        .choices(AUTH_KINDS)
        .default('default'),
    )
    .option('--ca-file <file>', 'trust the certificates in this file, too')
    .addOption(
      new Option('--timeout <time>', 'how long reading may take: 90s, 30m, 2h')
        .default(3_600_000, '60m')
        .argParser(duration),
    )
    .addOption(new Option('--as-of <time>', 'judge as if it were then: 2026-03-31T00:00:00Z').argParser(instant))
    .option('--trace <file>', 'write down every request, without anything secret')
    .option('--resume', 'go on where an interrupted scan into the same snapshot stopped');

const ownRules = () => several('--rules <folder,…>', 'rules of your own beside those that come along', 'none');

const withRules = (command: Command): Command =>
  command
    .addOption(ownRules())
    .addOption(several('--rule <id,…>', 'run only these rules', 'all that are switched on'))
    .option('--profile <name>', 'settings of rules under a name')
    .addOption(
      new Option('--evidence <for>', 'which verdicts carry what decided them')
        .choices(['findings', 'all'])
        .default('findings'),
    )
    .option('--fail-on <severity>', `exit with 1 if a rule of this severity or worse fails (default: high)`, severity)
    .option('--allow-unknown', 'unknown verdicts do not change the exit code')
    .option('--allow-empty', 'an estate without vaults does not change the exit code');

const withFolder = (command: Command, formats: string): Command =>
  command
    .addOption(several('--format <name,…>', 'formats of the reports', formats))
    .option('--output <folder>', 'folder for the reports (default: vault-posture-report)')
    .addOption(new Option('--sarif-group <by>', 'in SARIF, one result for each rule and vault').choices(['vault']))
    .option('--redact', 'reports for outsiders: names, ids and texts of the estate become pseudonyms')
    .option('--redact-key <file>', 'the same pseudonyms in every run with this key; means --redact');

const withOutputs = (command: Command, formats: string): Command =>
  withFolder(command, formats)
    .addOption(several('--out <file,…>', 'one report to one file; its ending decides the format', 'none'))
    .addOption(
      several('--sarif-previous <file,…>', 'SARIF of the last scan: what is not read today stays in it', 'none'),
    );

const withOnly = (command: Command): Command =>
  command.addOption(new Option('--only <verdict>', 'only these results in the reports').choices(['fail']));

const withConfig = (command: Command): Command =>
  command.option('--config <file>', 'configuration (default: vault-posture.yaml, if there is one)');

const withVerbose = (command: Command): Command =>
  command.option('--verbose', 'with errors, where in the program they came from');

const withLog = (command: Command): Command =>
  withVerbose(command)
    .option('--quiet', 'say nothing but errors')
    .addOption(
      new Option('--log-format <format>', 'form of progress and log on stderr')
        .choices(['text', 'json'])
        .default('text'),
    );

const formatsHelp = (renderers: Renderers): string => {
  const abouts = Object.entries(renderers).map(([format, make]) => [format, make(nothingToRead).about] as const);
  const width = Math.max(...abouts.map(([format]) => format.length));
  return `\nFormats:\n${abouts.map(([format, about]) => `  ${format.padEnd(width)}  ${about}`).join('\n')}`;
};

/** For renderers that are asked only what they are. */
const nothingToRead = () => Promise.reject(new Error('no template is needed to tell what a format is'));

const EXIT_HELP = `
Exit codes:
  0    nothing at or above --fail-on failed
  1    something did
  2    it could not run, or a rule is broken
  3    it ran, but what could not be read may be as bad, or there was nothing to judge
  130  interrupted`;

interface Run {
  readonly terminal: Terminal;
  readonly renderers: Renderers;
  readonly end: (code: number) => void;
  readonly complain: (text: string) => void;
}

function program(run: Run): Command {
  const root = new Command(installation.tool.name)
    .description('Judges the security posture of secret stores: reads metadata and settings, never a secret.')
    .version(installation.tool.version)
    .showHelpAfterError('(--help tells what there is)')
    .configureOutput({ writeOut: (text) => run.terminal.stdout.write(text), writeErr: run.complain })
    .exitOverride();
  addScans(root, run);
  addRules(root.command('rules').description('the rules: what they require, and whether they are sound'), run);
  return root;
}

function addScans(root: Command, { terminal, renderers, end }: Run): void {
  const scanning = () => import('./commands/scan.ts');
  const judging = (command: Command) =>
    withLog(withConfig(withOnly(withOutputs(withRules(command), 'html, json and sarif'))))
      .addHelpText('after', formatsHelp(renderers))
      .addHelpText('after', EXIT_HELP);

  judging(withScope(root.command('scan')))
    .description('read the estate, judge it, write reports')
    .option('--snapshot <file>', 'keep what was read, to judge it again later')
    .addHelpText(
      'after',
      '\nExample:\n  vault-posture scan --subscription "Production" --fail-on critical --output report',
    )
    .action(async (flags) => end(await (await scanning()).scan(flags, terminal, renderers)));

  withLog(withConfig(withScope(root.command('collect'))))
    .description('only read the estate, into a snapshot')
    .option('--out <file>', 'the snapshot to write; .gz at the end packs it', 'snapshot.ndjson.gz')
    .action(async (flags) => end(await (await scanning()).collectOnly(flags, terminal)));

  judging(root.command('evaluate <snapshot>'))
    .description('judge a snapshot; needs no network')
    .action(async (path, flags) => end(await (await scanning()).evaluateSnapshot(path, flags, terminal, renderers)));

  withLog(withOutputs(root.command('report <report.json>'), 'html'))
    .description('make other formats from a JSON report')
    .addHelpText('after', formatsHelp(renderers))
    .action(async (path, flags) => end(await (await scanning()).rerender(path, flags, terminal, renderers)));

  withLog(withConfig(withFolder(root.command('demo'), 'html, json and sarif')))
    .description('scan the estate that comes along: no account, no network')
    .action(async (flags) => end(await (await scanning()).demo(flags, terminal, renderers)));

  withVerbose(root.command('sarif-check <file...>'))
    .description('tell what GitHub would refuse or misread in SARIF files; ends with 1 if there is any')
    .action(async (files) => end(await (await import('./commands/sarif-check.ts')).sarifCheck(files, terminal)));
}

function addRules(rules: Command, { terminal, end }: Run): void {
  const ruling = () => import('./commands/rules.ts');
  const listing = (command: Command): Command => withVerbose(command).addOption(ownRules()).option('--json', 'as JSON');
  listing(rules.command('list'))
    .description('all rules, a line each')
    .action(async (flags) => end(await (await ruling()).listRules(flags, terminal)));
  listing(rules.command('show <id>'))
    .description('all about one rule')
    .action(async (id, flags) => end(await (await ruling()).showRule(id, flags, terminal)));
  withVerbose(rules.command('test [folder...]'))
    .description('run the tests beside rules, and hold the tests to being good ones')
    .action(async (folders) => end(await (await ruling()).testRules(folders, terminal)));
  withVerbose(rules.command('schema [name]'))
    .description('JSON Schemas for editors')
    .action(async (name) => end(await (await ruling()).printSchema(name, terminal)));
}

/** Runs one command line and gives its exit code. Prints what went wrong. */
export async function main(args: readonly string[], terminal: Terminal, formats?: Renderers): Promise<number> {
  const renderers = formats ?? (await renderersFor(args));
  const complain = complaints(args, terminal);
  let code: number = EXIT.clean;
  const end = (result: number): void => {
    code = result;
  };
  try {
    await program({ terminal, renderers, end, complain }).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.broken;
    const isStopped = error === terminal.signal.reason;
    if (isStopped) complain('Interrupted. No report was written after that.\n');
    else complain((await import('./explain.ts')).explain(error, args.includes('--verbose')));
    return isStopped || error instanceof Interruption ? EXIT.interrupted : EXIT.broken;
  }
}

/** Where no command is named, nobody asks for formats; loading them takes half as long as bare help. */
async function renderersFor(args: readonly string[]): Promise<Renderers> {
  return args.some((arg) => !arg.startsWith('-')) ? (await import('./report/renderers/index.ts')).RENDERERS : {};
}

/** Errors in the form that --log-format asks for. */
function complaints(args: readonly string[], { stderr }: Terminal): (text: string) => void {
  const isJson = /(?:^| )--log-format[ =]json(?: |$)/.test(args.join(' '));
  return (text) => stderr.write(isJson ? `${JSON.stringify({ level: 'error', message: text.trim() })}\n` : text);
}
