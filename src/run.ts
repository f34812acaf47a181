/** The walk from rules and a snapshot to a report. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { access } from './collect/azure/access.ts';
import { azure } from './collect/azure/catalog.ts';
import { type LoadedConfig, parameterLayers } from './config.ts';
import { evaluate } from './engine/evaluate.ts';
import { Language } from './engine/language.ts';
import { installation } from './installation.ts';
import { until } from './interruption.ts';
import type { Report, ReportFramework, Settings } from './model/report.ts';
import type { Rule } from './model/rule.ts';
import { FolderReportSpool } from './report-spool.ts';
import { compileReport } from './report/compile.ts';
import type { Outcome } from './report/outcome.ts';
import { reportRule } from './rules/description.ts';
import { loadRules } from './rules/load.ts';
import { Parameters } from './rules/parameters.ts';
import { isNamed, strangeRule } from './rules/rule-name.ts';
import { settingsOf } from './rules/settings.ts';
import { openSnapshot } from './snapshot/read.ts';
import { UsageError } from './usage-error.ts';

/** Which rules judge, and how they are set. */
export interface JudgeRun {
  readonly ruleFolders: readonly string[];
  readonly config: LoadedConfig;
  readonly profile?: string;
  /** Ids of the only rules to run; all if empty. */
  readonly only: readonly string[];
}

/** Rules that are ready to judge. */
export interface Judging {
  readonly rules: readonly Rule[];
  readonly language: Language;
  readonly parameters: Parameters;
  readonly frameworks: readonly ReportFramework[];
  readonly sha256: string;
  readonly settings: Settings;
}

/** Rules come first: a bad one costs no request. */
export async function prepareRules(run: JudgeRun): Promise<Judging> {
  const language = new Language(azure);
  const loaded = await loadRules([installation.rules, ...run.ruleFolders], language);
  const layers = await parameterLayers(run.config, run.profile, join(installation.rules, 'profiles'), loaded.rules);
  const parameters = new Parameters(loaded.rules, layers);
  const rules = chosen(loaded.rules, run.only, parameters);
  return {
    rules,
    language,
    parameters,
    frameworks: [...loaded.frameworks.values()],
    sha256: loaded.sha256,
    settings: settingsOf(layers, run.only.length > 0 ? rules : []),
  };
}

function chosen(rules: readonly Rule[], only: readonly string[], parameters: Parameters): Rule[] {
  const wanted = [...new Set(only.map((id) => id.toUpperCase()))];
  const stranger = wanted.find((id) => !rules.some((rule) => isNamed(rule, id)));
  if (stranger !== undefined) throw strangeRule(stranger, rules);
  if (wanted.length > 0) return rules.filter((rule) => wanted.some((id) => isNamed(rule, id)));
  const enabled = rules.filter((rule) => parameters.isEnabled(rule));
  if (enabled.length > 0) return enabled;
  throw new UsageError('All rules are switched off: nothing would be judged.', 'Switch some on in the configuration.');
}

/**
 * Judges a snapshot and hands the report to `use`; what the report keeps on disk is gone afterwards. Throws the signal's
 * reason.
 */
export async function judgeSnapshot<T>(
  file: string,
  judging: Judging,
  evidence: 'findings' | 'all',
  signal: AbortSignal,
  use: (report: Report, outcome: Outcome) => Promise<T>,
): Promise<T> {
  const { rules, language, parameters, frameworks, sha256, settings } = judging;
  const snapshot = await openSnapshot(file, azure);
  const folder = await mkdtemp(join(tmpdir(), 'vault-posture-'));
  const spool = new FolderReportSpool(folder);
  try {
    const options = { catalog: azure, machine: language.machine, params: parameters.for.bind(parameters), evidence };
    const { report, outcome } = await compileReport({
      catalog: azure,
      access,
      snapshot,
      rules: rules.map((rule) => reportRule(rule, parameters.base(rule))),
      frameworks,
      rulesetSha256: sha256,
      tool: installation.tool,
      settings,
      evaluate: (watched) => until(evaluate(rules, watched, options), signal),
      spool,
    });
    await spool.finish();
    return await use(report, outcome);
  } finally {
    await spool.abandon();
    await rm(folder, { recursive: true, force: true });
  }
}
