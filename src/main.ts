/** Arguments to commands. Commands are imported when they run: --help pays for none of them. */
import { Command, CommanderError } from 'commander';
import type { Terminal } from './commands/terminal.ts';
import { EXIT } from './exit-code.ts';
import { installation } from './installation.ts';
import { Interruption } from './interruption.ts';
import {
  ownRules,
  path,
  withConfig,
  withFolder,
  withLog,
  withOnly,
  withOutputs,
  withRules,
  withScope,
  withVerbose,
} from './options.ts';
import type { Renderers } from './report/renderers/index.ts';

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

const START_HELP = `
Begin with:
  vault-posture demo              no account, no network
  az login && vault-posture scan  every vault that you can see
  vault-posture scan --help       options, formats and exit codes`;

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
    .addHelpText('after', START_HELP)
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
    .optionsGroup('What is read:')
    .option('--snapshot <file>', 'keep what was read, to judge it again later', path)
    .addHelpText(
      'after',
      '\nExample:\n  vault-posture scan --subscription "Production" --fail-on critical --output report',
    )
    .action(async (flags) => end(await (await scanning()).scan(flags, terminal, renderers)));

  withLog(withConfig(withScope(root.command('collect'))))
    .description('only read the estate, into a snapshot')
    .optionsGroup('What is read:')
    .option('--out <file>', 'the snapshot to write; .gz at the end packs it', path, 'snapshot.ndjson.gz')
    .action(async (flags) => end(await (await scanning()).collectOnly(flags, terminal)));

  judging(root.command('evaluate <snapshot>'))
    .description('judge a snapshot; needs no network')
    .action(async (path, flags) => end(await (await scanning()).evaluateSnapshot(path, flags, terminal, renderers)));

  withLog(withOutputs(root.command('report <report.json>'), 'html'))
    .description('make other formats from a JSON report')
    .addHelpText('after', formatsHelp(renderers))
    .action(async (path, flags) =>
      end(await (await import('./commands/rerender.ts')).rerender(path, flags, terminal, renderers)),
    );

  withLog(withConfig(withFolder(root.command('demo'), 'html, json and sarif')))
    .description('scan the estate that comes along: no account, no network')
    .addHelpText('after', formatsHelp(renderers))
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
  const refusals: string[] = [];
  let code: number = EXIT.clean;
  const end = (result: number): void => {
    code = result;
  };
  try {
    const refuse = (text: string) => refusals.push(text);
    await program({ terminal, renderers, end, complain: refuse }).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      for (const text of refusals) complain(await asText(text));
      return error.exitCode === 0 ? EXIT.clean : EXIT.broken;
    }
    const isStopped = error === terminal.signal.reason;
    if (isStopped) complain('Interrupted. No report was written after that.\n');
    else complain((await import('./explain.ts')).explain(error, args.includes('--verbose')));
    return isStopped || error instanceof Interruption ? EXIT.interrupted : EXIT.broken;
  }
}

/** What was typed may mean harm to a terminal. */
async function asText(text: string): Promise<string> {
  const { visible } = await import('./report/text.ts');
  return text.split('\n').map(visible).join('\n');
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
