/** Checks of a run's rules. */
import { display } from '../text.ts';
import type { JsonNode } from './json-node.ts';
import type { Tell } from './preflight.ts';

const RULES = 25_000;
const NAME = 255;
const DESCRIPTION = 1024;
const TAGS = 10;

const LEVELS: readonly unknown[] = ['none', 'note', 'warning', 'error'];
const PRECISIONS: readonly unknown[] = ['very-high', 'high', 'medium', 'low'];
const PROBLEM_SEVERITIES: readonly unknown[] = ['error', 'warning', 'recommendation'];

export function checkRules(rules: JsonNode, tell: Tell): void {
  const seen = new Set<unknown>();
  if (rules.items.length > RULES) tell(rules, `${rules.items.length} rules; a run may have ${RULES}`);
  for (const rule of rules.items) {
    const id = rule.at('id');
    if (!id.text) tell(id, 'the rule has no id');
    else if (seen.has(id.text)) tell(id, `there is a rule ${display(id.text)} before it`);
    seen.add(id.text);
    checkTexts(rule, tell);
    checkProperties(rule.at('properties'), tell);
    checkWord(rule.at('defaultConfiguration', 'level'), LEVELS, tell);
  }
}

function checkTexts(rule: JsonNode, tell: Tell): void {
  checkLength(rule.at('name'), NAME, tell);
  for (const name of ['shortDescription', 'fullDescription']) {
    const text = rule.at(name, 'text');
    if (!text.text) tell(text, 'the rule needs a text here');
    checkLength(text, DESCRIPTION, tell);
  }
  const help = rule.at('help', 'text');
  if (!help.text) tell(help, 'the rule needs a help text');
}

function checkLength(node: JsonNode, longest: number, tell: Tell): void {
  const length = node.text?.length ?? 0;
  if (length > longest) tell(node, `${length} characters; ${longest} are taken`);
}

function checkProperties(properties: JsonNode, tell: Tell): void {
  const tags = properties.at('tags');
  const severity = properties.at('security-severity');
  if (tags.items.length > TAGS) tell(tags, `${tags.items.length} tags; ${TAGS} are shown`);
  if (severity.isThere) checkSeverity(severity, tags, tell);
  checkWord(properties.at('precision'), PRECISIONS, tell);
  checkWord(properties.at('problem.severity'), PROBLEM_SEVERITIES, tell);
}

/** Above 0 and up to 10, as a number in a string; anything else that is no number loses the file. */
function checkSeverity(severity: JsonNode, tags: JsonNode, tell: Tell): void {
  const number = severity.text === undefined ? Number.NaN : Number(severity.text);
  if (Number.isNaN(number)) tell(severity, 'must be a string that holds a number');
  else if (number <= 0 || number > 10) tell(severity, 'must be above 0.0 and at most 10.0');
  if (!tags.items.some(({ value }) => value === 'security'))
    tell(tags, 'without the tag "security" the severity is not heeded', 'warning');
}

/** One of the words, if anything. */
export function checkWord(node: JsonNode, words: readonly unknown[], tell: Tell): void {
  if (node.isThere && !words.includes(node.value)) tell(node, `must be one of ${words.join(', ')}`);
}

/** Of a result or a rule. */
export const checkLevel = (node: JsonNode, tell: Tell): void => checkWord(node, LEVELS, tell);
