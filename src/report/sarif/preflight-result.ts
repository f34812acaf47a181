/** Checks of one result. */
import { display } from '../text.ts';
import type { JsonNode } from './json-node.ts';
import type { Tell } from './preflight.ts';
import { checkLevel } from './preflight-rule.ts';

const LOCATIONS = 1000;

export function checkResult(result: JsonNode, rules: JsonNode, tell: Tell): void {
  checkRule(result, rules, tell);
  checkLevel(result.at('level'), tell);
  if (!result.at('message', 'text').text) tell(result.at('message', 'text'), 'the result has no message text');
  checkOpen(result, tell);
  checkLocations(result.at('locations'), tell);
  if (!result.at('partialFingerprints', 'primaryLocationLineHash').text)
    tell(result, 'has no primaryLocationLineHash: what tells its alert apart is left to the upload', 'warning');
}

function checkRule(result: JsonNode, rules: JsonNode, tell: Tell): void {
  const id = result.at('ruleId');
  const index = result.at('ruleIndex');
  const named = index.isThere ? rules.at(Number(index.value)).at('id').text : undefined;
  if (!id.text && !named) tell(id, 'the result names no rule');
  else if (index.isThere && named === undefined) tell(index, 'there is no rule at this index');
  else if (index.isThere && id.text && id.text !== named)
    tell(id, `is not the rule at the index, ${display(named ?? '')}`);
  else if (!index.isThere && !rules.items.some((rule) => rule.at('id').value === id.value))
    tell(id, `there is no rule ${display(id.text ?? '')}`);
}

/** Whatever stands in the file becomes an open alert, also what passed or was suppressed. */
function checkOpen(result: JsonNode, tell: Tell): void {
  const kind = result.at('kind');
  const suppressions = result.at('suppressions');
  if (kind.isThere && kind.value !== 'fail') tell(kind, `"${display(String(kind.value))}" becomes an open alert`);
  if (suppressions.items.length > 0) tell(suppressions, 'a suppressed result becomes an open alert');
}

function checkLocations(locations: JsonNode, tell: Tell): void {
  const [first] = locations.items;
  if (!first) return tell(locations, 'the result needs a location');
  if (locations.items.length > LOCATIONS)
    tell(locations, `${locations.items.length} locations; ${LOCATIONS} are taken`);
  for (const location of locations.items) checkPhysical(location.at('physicalLocation'), tell);
}

function checkPhysical(physical: JsonNode, tell: Tell): void {
  if (!physical.isThere) return tell(physical, 'the location has no file: logical locations alone are refused');
  const uri = physical.at('artifactLocation', 'uri');
  const line = physical.at('region', 'startLine');
  if (uri.text) checkPath(uri, uri.text, tell);
  else tell(uri, 'the location names no file');
  if (!Number.isInteger(line.value) || Number(line.value) < 1) tell(line, 'must be a line, from 1 on');
}

const PATH = /^(?:[\w\-.~!$&'()*+,;=:@/]|%[\dA-Fa-f]{2})+$/;

function checkPath(node: JsonNode, uri: string, tell: Tell): void {
  if (/^[a-z][a-z\d+.-]*:/i.test(uri)) return tell(node, 'must be a path in the repository, without a scheme');
  if (uri.startsWith('/')) tell(node, 'must be relative to the root of the repository');
  if (uri.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) tell(node, 'must not hold "." or ".."');
  if (uri.includes('\\')) tell(node, 'must have slashes, no backslashes');
  else if (!PATH.test(uri)) tell(node, 'must be percent-encoded');
  if (isPassing(uri))
    tell(node, 'looks like a temporary folder, a hash or a date: its alerts would not last', 'warning');
}

const isPassing = (uri: string): boolean =>
  /^(?:tmp|temp)\/|(?<![\da-z])(?:[\da-f]{32,}|20\d\d-?[01]\d-?[0-3]\d)(?![\da-z])/i.test(uri);
