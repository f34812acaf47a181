/** Arguments to commands. Commands are imported when they run: --help pays for none of them. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Terminal } from './commands/scan.ts';
import { EXIT } from './exit-code.ts';
import { explain } from './explain.ts';
import { installation } from './installation.ts';
import { SEVERITIES } from './model/rule.ts';

const several = (value: string, before: readonly string[]): string[] => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

const severity = (value: string): string => {
  if ((SEVERITIES as readonly string[]).includes(value)) return value;
  throw new InvalidArgumentError(`One of ${SEVERITIES.join(', ')}.`);
};

const withScope = (command: Command): Command =>
  command
    .option('--subscription <id,…>', 'only these subscriptions, by id or name', several, [])
    .option('--vault <name,…>', 'only these vaults', several, [])
    .option('--cloud <name>', 'the Azure cloud', 'public')
    .option('--estate <folder>', 'scan an estate of recorded answers in a folder instead of Azure');

const withRules = (command: Command): Command =>
  command
    .option('--rules <folder,…>', 'rules of your own beside those that come along', several, [])
    .option('--rule <id,…>', 'run only these rules', several, [])
    .option('--profile <name>', 'settings of rules under a name')
    .addOption(
      new Option('--evidence <for>', 'which verdicts carry what decided them')
        .choices(['findings', 'all'])
        .default('findings'),
    )
    .option('--fail-on <severity>', `exit with 1 if a rule of this severity or worse fails (default: high)`, severity)
    .option('--allow-unknown', 'unknown verdicts do not change the exit code')
    .option('--allow-empty', 'an estate without vaults does not change the exit code');

const withOutputs = (command: Command): Command =>
  command
    .option('--format <name,…>', 'formats of the reports: html, json', several, [])
    .option('--output <folder>', 'folder for the reports (default: vault-posture-report)')
    .option('--out <file,…>', 'one report to one file; its ending decides the format', several, []);

const withOnly = (command: Command): Command =>
  command.addOption(new Option('--only <verdict>', 'only these results in the reports').choices(['fail']));

const withLog = (command: Command): Command =>
  command
    .option('--config <file>', 'configuration (default: vault-posture.yaml, if there is one)')
    .option('--quiet', 'say nothing but errors')
    .option('--verbose', 'with errors, where in the program they came from')
    .addOption(
      new Option('--log-format <format>', 'form of progress and log on stderr')
        .choices(['text', 'json'])
        .default('text'),
    );

const EXIT_HELP = `
Exit codes:
  0    nothing at or above --fail-on failed
  1    something did
  2    it could not run, or a rule is broken
  3    it ran, but what could not be read may be as bad, or there was nothing to judge
  130  interrupted`;

function program(terminal: Terminal, end: (code: number) => void): Command {
  const scanning = () => import('./commands/scan.ts');
  const ruling = () => import('./commands/rules.ts');
  const root = new Command(installation.tool.name)
    .description('Judges the security posture of secret stores: reads metadata and settings, never a secret.')
    .version(installation.tool.version)
    .showHelpAfterError('(--help tells what there is)')
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .exitOverride();

  withLog(withOnly(withOutputs(withRules(withScope(root.command('scan'))))))
    .description('read the estate, judge it, write reports')
    .option('--snapshot <file>', 'keep what was read, to judge it again later')
    .addHelpText('after', EXIT_HELP)
    .addHelpText(
      'after',
      '\nExample:\n  vault-posture scan --subscription "Production" --fail-on critical --output report',
    )
    .action(async (flags) => end(await (await scanning()).scan(flags, terminal)));

  withLog(withScope(root.command('collect')))
    .description('only read the estate, into a snapshot')
    .option('--out <file>', 'the snapshot to write; .gz at the end packs it', 'snapshot.ndjson.gz')
    .action(async (flags) => end(await (await scanning()).collectOnly(flags, terminal)));

  withLog(withOnly(withOutputs(withRules(root.command('evaluate <snapshot>')))))
    .description('judge a snapshot; needs no network')
    .addHelpText('after', EXIT_HELP)
    .action(async (snapshot, flags) => end(await (await scanning()).evaluateSnapshot(snapshot, flags, terminal)));

  withLog(withOutputs(root.command('report <report.json>')))
    .description('make other formats from a JSON report')
    .action(async (path, flags) => end(await (await scanning()).rerender(path, flags, terminal)));

  withLog(root.command('demo'))
    .description('scan the estate that comes along: no account, no network')
    .option('--format <name,…>', 'formats of the reports: html, json', several, [])
    .option('--output <folder>', 'folder for the reports (default: vault-posture-report)')
    .action(async (flags) => end(await (await scanning()).demo(flags, terminal)));

  const rules = root.command('rules').description('the rules: what they require, and whether they are sound');
  const withFolders = (command: Command): Command =>
    command
      .option('--rules <folder,…>', 'rules of your own beside those that come along', several, [])
      .option('--json', 'as JSON');
  withFolders(rules.command('list'))
    .description('all rules, a line each')
    .action(async (flags) => end(await (await ruling()).listRules(flags, terminal)));
  withFolders(rules.command('show <id>'))
    .description('all about one rule')
    .action(async (id, flags) => end(await (await ruling()).showRule(id, flags, terminal)));
  rules
    .command('test [folder...]')
    .description('run the tests beside rules, and hold the tests to being good ones')
    .action(async (folders) => end(await (await ruling()).testRules(folders, terminal)));
  rules
    .command('schema [name]')
    .description('JSON Schemas for editors')
    .action(async (name) => end(await (await ruling()).printSchema(name, terminal)));
  return root;
}

/** Runs one command line and gives its exit code. Prints what went wrong. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.clean;
  try {
    await program(terminal, (result) => {
      code = result;
    }).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.broken;
    if (terminal.signal.aborted) {
      terminal.stderr.write('\nInterrupted. What was read so far is kept beside the snapshot.\n');
      return EXIT.interrupted;
    }
    terminal.stderr.write(explain(error, args.includes('--verbose')));
    return EXIT.broken;
  }
}
