/** The results of the last scan, from the SARIF that it wrote. */
import type { Result } from 'sarif';
import { SEVERITIES } from '../../model/rule.ts';
import { type Category, categoryOfRun } from './category.ts';
import { JsonNode } from './json-node.ts';
import { preflight } from './preflight.ts';
import { type Entry, ruleAt } from './result.ts';

/** A result with all that tells whether something of today speaks of it, too. */
export interface LastResult {
  readonly category: Category;
  /** The path that its alert stands at. */
  readonly path: string;
  /** As `resourceKey` has it; absent where it stands for all of a rule's findings on a vault. */
  readonly resource?: string;
  /** The result, marked as carried forward. */
  readonly entry: Entry;
}

/** Nothing is in it when there was no scan yet. */
export interface LastScan {
  readonly results: readonly LastResult[];
}

/** A file is not what this tool writes. */
export class PreviousError extends Error {
  override readonly name = 'PreviousError';
}

/** Of all files of one scan, parsed. `tool`: the name of the one that must have written them. Throws PreviousError. */
export function lastScanOf(logs: readonly unknown[], tool: string): LastScan {
  const runs = logs.flatMap((log) => runsOf(log, tool));
  holdApart(runs);
  return { results: runs.flatMap((run) => run.at('results').items.map((result) => lastResult(result, run))) };
}

function runsOf(log: unknown, tool: string): JsonNode[] {
  const { items } = new JsonNode(log).at('runs');
  if (items.length === 0) throw new PreviousError('it is no SARIF');
  if (items.some((run) => run.at('tool', 'driver', 'name').value !== tool))
    throw new PreviousError('another tool wrote it');
  const problem = preflight(log).find(({ level }) => level === 'error');
  if (problem) throw new PreviousError(`${problem.place}: ${problem.message}`);
  return items;
}

/** The same subscription twice: files of two scans, or one of them twice. */
function holdApart(runs: readonly JsonNode[]): void {
  const seen = new Set<string>();
  for (const { key, words } of runs.map(category)) {
    if (seen.has(key)) throw new PreviousError(`there are two runs of the ${words}`);
    seen.add(key);
  }
}

function category(run: JsonNode): Category {
  const id = run.at('automationDetails', 'id');
  const found = categoryOfRun(needed(id));
  if (!found) throw new PreviousError(`${id.place}: names no subscription or tenant`);
  return found;
}

function needed(node: JsonNode): string {
  if (node.text === undefined) throw new PreviousError(`${node.place}: is not there`);
  return node.text;
}

function lastResult(result: JsonNode, run: JsonNode): LastResult {
  const resource = result.at('properties', 'resourceId').text;
  return {
    category: category(run),
    path: needed(result.at('locations', 0, 'physicalLocation', 'artifactLocation', 'uri')),
    ...(resource !== undefined && { resource: resource.toLowerCase() }),
    entry: entryOf(result, lastSeen(result, run)),
  };
}

/** When it was last found: by the run before, or earlier, where that one carried it forward, too. */
const lastSeen = (result: JsonNode, run: JsonNode): string =>
  needed(
    result.at('properties', 'carriedForward').value === true
      ? result.at('properties', 'lastSeen')
      : run.at('properties', 'evaluatedAt'),
  );

function entryOf(node: JsonNode, seen: string): Entry {
  const ruleId = needed(node.at('ruleId'));
  const { level, message, partialFingerprints, locations, properties } = node.value as Result;
  return {
    ruleId,
    severity: severityOf(node),
    fingerprint: needed(node.at('partialFingerprints', 'vaultPostureFinding/v1')),
    result: (rules) => ({
      ruleId,
      ruleIndex: ruleAt(rules, ruleId),
      ...(level && { level }),
      message,
      ...(partialFingerprints && { partialFingerprints }),
      ...(locations && { locations }),
      properties: { ...properties, carriedForward: true, lastSeen: seen },
    }),
  };
}

function severityOf(result: JsonNode): Entry['severity'] {
  const node = result.at('properties', 'severity');
  const severity = SEVERITIES.find((one) => one === node.value);
  if (!severity) throw new PreviousError(`${node.place}: is no severity`);
  return severity;
}
