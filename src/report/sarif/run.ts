/** One run as text, piece by piece: a result a line. */
import type { Result, Run } from 'sarif';
import type { Report } from '../../model/report.ts';
import { automationId } from './category.ts';
import type { Collection } from './collection.ts';
import { descriptors, INFORMATION_URI } from './descriptor.ts';
import { NOT_READ, notificationsOf } from './notifications.ts';
import { isComplete, type Plan, type PlannedRun } from './plan.ts';
import { plain } from './prose.ts';
import type { RuleIndex } from './result.ts';

/** Throws when two of its results would be one alert. */
export function* runText(planned: PlannedRun, plan: Plan, results: Collection, report: Report): Generator<string> {
  const entries = results.entries();
  const rules = indexOf(report);
  const seen = new Set<string>();
  const head = headOf(planned, plan, results.total - entries.length, report);
  yield JSON.stringify(head).replace(/\}$/, ',"results":[');
  for (const [at, entry] of entries.entries()) {
    const result = entry.result(rules);
    holdApart(identityOf(result), seen);
    yield `${at > 0 ? ',' : ''}\n${JSON.stringify(result)}`;
  }
  yield entries.length > 0 ? '\n]}' : ']}';
}

const indexOf = ({ rules }: Report): RuleIndex =>
  new Map(
    rules
      .map(({ id }) => id)
      .sort()
      .map((id, at) => [id, at]),
  );

/** What GitHub knows an alert by, within its tool and category. */
const identityOf = ({ ruleId, locations, partialFingerprints }: Result): string =>
  [ruleId, locations?.[0]?.physicalLocation?.artifactLocation?.uri, partialFingerprints?.primaryLocationLineHash].join(
    ' ',
  );

function holdApart(identity: string, seen: Set<string>): void {
  if (seen.has(identity)) throw new Error(`two findings would be one alert: ${identity}`);
  seen.add(identity);
}

function headOf(planned: PlannedRun, plan: Plan, cut: number, { tool, run, rules }: Report): Omit<Run, 'results'> {
  const told = isComplete(planned) && planned.carried.length === 0 && !plan.narrowed && cut === 0;
  return {
    tool: {
      driver: {
        name: plain(tool.name),
        version: plain(tool.version),
        semanticVersion: plain(tool.version),
        informationUri: INFORMATION_URI,
        rules: descriptors(rules),
        notifications: [NOT_READ],
      },
    },
    automationDetails: { id: automationId(planned.category, run) },
    invocations: [
      {
        // GitHub refuses a whole upload for one run that was not: that is for when nothing is in it anyway.
        executionSuccessful: !plan.silent,
        startTimeUtc: plain(run.startedAt),
        endTimeUtc: plain(run.finishedAt),
        ...(!told && { toolExecutionNotifications: notificationsOf(planned, plan.narrowed, cut) }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    properties: { evaluatedAt: plain(run.evaluatedAt), rulesetSha256: plain(tool.ruleset.sha256) },
  };
}
