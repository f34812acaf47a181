// Validates SARIF files with Microsoft's multitool, by the rules of SARIF and of GitHub code scanning:
//   npm install --no-save --prefix FOLDER @microsoft/sarif-multitool@5.7.0
//   node scripts/sarif-multitool.mjs FOLDER FILE…
// The multitool ends with 0 whatever it finds, so what counts is what it writes. A value that it does not know (a level,
// a kind) makes it see nothing at all: tests hold our files to the JSON Schema and to `vault-posture sarif-check`, too.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [prefix, ...files] = process.argv.slice(2);
if (prefix === undefined || files.length === 0) {
  console.error('Usage: node scripts/sarif-multitool.mjs FOLDER FILE…');
  process.exit(2);
}
const binary = join(prefix, 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
const config = fileURLToPath(new URL('../test/sarif/multitool-ghas.xml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sarif-multitool-'));

/** What it says of a file, notes left out. @param {string} file @param {string} answer */
function validate(file, answer) {
  const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--config', config];
  const limits = ['--max-file-size-in-kb', '1000000', '--quiet', 'true', '-o', answer, '--log', 'ForceOverwrite'];
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const { status, error, stderr } = spawnSync(binary, ['validate', file, ...options, ...limits], { env, encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`the multitool did not run (${error?.message ?? `exit code ${status}`})\n${stderr}`);
  return problemsIn(JSON.parse(readFileSync(answer, 'utf8').replace(/^\uFEFF/, '')).runs[0]);
}

/** @param {{ results?: any[], invocations?: any[] }} run */
function problemsIn({ results, invocations }) {
  if (!results || !invocations) throw new Error('the multitool did not say what it found');
  const found = results.filter(({ level = 'warning' }) => level !== 'note');
  const broken = invocations
    .flatMap((one) => [...(one.toolExecutionNotifications ?? []), ...(one.toolConfigurationNotifications ?? [])])
    .filter(({ level }) => level === 'error');
  return [
    ...found.map(({ level = 'warning', ruleId, message }) => `${level} ${ruleId} ${JSON.stringify(message)}`),
    ...broken.map(({ message }) => `error of the multitool: ${message?.text}`),
  ];
}

let total = 0;
try {
  for (const file of files) {
    const problems = validate(file, join(folder, 'answer.sarif'));
    total += problems.length;
    console.log(`${file}: ${problems.length} errors and warnings`);
    for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = total > 0 ? 1 : 0;
