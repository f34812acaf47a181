/** Title, and the run record: when, by whom, with which rules. */
import type { ReportHead, ReportRule, ReportRun } from '../../model/report.ts';
import { counted, utc } from '../text.ts';

export const cover = ({ run, tool, rules }: ReportHead) => ({
  about: subject(run),
  estate: run.estate ?? null,
  redacted: run.redacted ?? false,
  facts: [
    {
      name: 'When',
      lines: [`collected ${utc(run.startedAt)}`, `to ${utc(run.finishedAt)}`, `judged as of ${utc(run.evaluatedAt)}`],
    },
    { name: 'By whom', lines: identity(run) },
    {
      name: 'With which rules',
      lines: [
        `${counted(tool.ruleset.rules, 'rule')} of ${tool.name} ${tool.version}`,
        `sha256 ${tool.ruleset.sha256}`,
        ...settings(rules),
      ],
    },
    { name: 'Run', lines: [run.id, ...(run.tenantId === undefined ? [] : [`tenant ${run.tenantId}`])] },
  ],
});

const subject = ({ estate, tenantId }: ReportRun): string => estate ?? `Tenant ${tenantId ?? 'not told'}`;

const IDENTITY_WORDS = { user: 'User', servicePrincipal: 'Service principal', managedIdentity: 'Managed identity' };

function identity({ identity: who }: ReportRun): string[] {
  if (!who) return ['not told'];
  return [
    who.type ? IDENTITY_WORDS[who.type] : 'An identity of unknown type',
    ...(who.objectId ? [`object ${who.objectId}`] : []),
    ...(who.appId ? [`app ${who.appId}`] : []),
  ];
}

/** Who set the parameters in force: `104 parameters by default`, `1 parameter by config`. */
function settings(rules: readonly ReportRule[]): string[] {
  const setters = new Map<string, number>();
  for (const { params } of rules)
    for (const { from } of Object.values(params)) setters.set(from, (setters.get(from) ?? 0) + 1);
  return [...setters].map(([from, number]) => `${counted(number, 'parameter')} by ${from}`);
}
