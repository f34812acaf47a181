/**
 * What GitHub would refuse, drop or misread in a SARIF file, told before it is uploaded: one bad result loses the whole
 * file. It asks for what GitHub documents and for what our own runs promise; it is no schema.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import { count, display } from '../text.ts';
import { RESULTS_KEPT } from './collection.ts';
import { PACKED_BYTES, RUNS_A_FILE } from './files.ts';
import { JsonNode } from './json-node.ts';
import { checkResult } from './preflight-result.ts';
import { checkRules } from './preflight-rule.ts';

export interface PreflightProblem {
  /** A warning is taken by GitHub, but seldom meant. */
  readonly level: 'error' | 'warning';
  /** JSON Pointer into the file. */
  readonly place: string;
  readonly message: string;
}

/** Takes down a problem at a node. */
export type Tell = (node: JsonNode, message: string, level?: PreflightProblem['level']) => void;

/** All problems of a parsed file, in its order. `packedBytes`: its size when packed, where that is known. */
export function preflight(log: unknown, packedBytes = 0): PreflightProblem[] {
  const problems: PreflightProblem[] = [];
  const tell: Tell = ({ place }, message, level = 'error') => problems.push({ level, place, message });
  const root = new JsonNode(log);
  checkFile(root, packedBytes, tell);
  checkCategories(root, tell);
  for (const run of root.at('runs').items) checkRun(run, tell);
  return problems;
}

function checkFile(root: JsonNode, packedBytes: number, tell: Tell): void {
  const runs = root.at('runs');
  if (root.at('version').value !== '2.1.0') tell(root.at('version'), 'the version of SARIF must be "2.1.0"');
  if (!root.at('$schema').text) tell(root.at('$schema'), 'names no schema', 'warning');
  if (runs.items.length === 0) tell(runs, 'there is no run');
  if (runs.items.length > RUNS_A_FILE) tell(runs, `${runs.items.length} runs; a file may have ${RUNS_A_FILE}`);
  if (packedBytes > PACKED_BYTES)
    tell(root, `${count(packedBytes)} bytes when packed; ${count(PACKED_BYTES)} are safe to upload`);
}

/** A second run of the same tool and category makes GitHub refuse the upload. */
function checkCategories(root: JsonNode, tell: Tell): void {
  const seen = new Map<string, string>();
  for (const run of root.at('runs').items) {
    const id = run.at('automationDetails', 'id');
    const category = (id.text ?? '').replace(/[^/]*$/, '');
    const key = JSON.stringify([run.at('tool', 'driver', 'name').value, category]);
    const first = seen.get(key);
    if (first !== undefined) tell(run, `has the tool and the category of ${first}`);
    else seen.set(key, run.place);
    if (id.isThere && category === '') tell(id, 'names no category: that is what stands before the last slash');
  }
}

const SOON_FULL = 4000;

function checkRun(run: JsonNode, tell: Tell): void {
  const driver = run.at('tool', 'driver');
  if (!driver.at('name').text) tell(driver.at('name'), 'the tool has no name');
  if (!driver.at('version').text && !driver.at('semanticVersion').text)
    tell(driver, 'the tool has no version', 'warning');
  checkRules(driver.at('rules'), tell);
  checkInvocations(run.at('invocations'), tell);
  checkResults(run, tell);
}

function checkInvocations(invocations: JsonNode, tell: Tell): void {
  for (const invocation of invocations.items) {
    const successful = invocation.at('executionSuccessful');
    if (typeof successful.value !== 'boolean') tell(successful, 'must be true or false');
    else if (!successful.value)
      tell(successful, 'the run was not successful: GitHub changes no alert by it', 'warning');
  }
}

function checkResults(run: JsonNode, tell: Tell): void {
  const results = run.at('results');
  const total = results.items.length;
  if (!results.isList) tell(results, 'must be there, empty if nothing was found');
  if (total > RESULTS_KEPT) tell(results, `${count(total)} results; GitHub keeps the worst ${count(RESULTS_KEPT)}`);
  else if (total >= SOON_FULL)
    tell(results, `${count(total)} results; from ${count(RESULTS_KEPT)} on GitHub drops some`, 'warning');
  const rules = run.at('tool', 'driver', 'rules');
  const seen = new Map<string, string>();
  for (const result of results.items) {
    checkResult(result, rules, tell);
    checkApart(result, seen, tell);
  }
}

/** Same rule, path and hash: GitHub shows one alert for both, and closes it with either. */
function checkApart(result: JsonNode, seen: Map<string, string>, tell: Tell): void {
  const hash = result.at('partialFingerprints', 'primaryLocationLineHash').text;
  if (hash === undefined) return;
  const uri = result.at('locations', 0, 'physicalLocation', 'artifactLocation', 'uri').value;
  const key = JSON.stringify([result.at('ruleId').value, uri, hash]);
  const first = seen.get(key);
  if (first !== undefined)
    tell(result, `is the same alert as ${first}: rule, path and hash ${display(hash)} are equal`);
  else seen.set(key, result.place);
}
