/**
 * Whether what stands in a report as a result is one: types by member, as the schema has them. Not by the schema, of which
 * code would be made: a page renders where that is forbidden, too.
 */
import { type Finding, VERDICTS } from '../model/finding.ts';
import { SEVERITIES } from '../model/rule.ts';

type Holds = (value: unknown) => boolean;

const isText: Holds = (value) => typeof value === 'string';
const isParam: Holds = (value) => ['string', 'number', 'boolean'].includes(typeof value) || listOf(isText)(value);
const isMap = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const oneOf =
  (values: readonly unknown[]): Holds =>
  (value) =>
    values.includes(value);
const maybe =
  (holds: Holds): Holds =>
  (value) =>
    value === undefined || holds(value);
const listOf =
  (holds: Holds): Holds =>
  (value) =>
    Array.isArray(value) && value.every(holds);
const mapOf =
  (holds: Holds): Holds =>
  (value) =>
    isMap(value) && Object.values(value).every(holds);
const having =
  (members: { readonly [name: string]: Holds }): Holds =>
  (value) =>
    isMap(value) && Object.entries(members).every(([name, holds]) => holds(value[name]));

const RESULT: { readonly [M in keyof Finding]-?: Holds } = {
  ruleId: isText,
  verdict: oneOf(VERDICTS),
  severity: oneOf(SEVERITIES),
  resource: having({ kind: isText, id: isText, name: isText, vault: maybe(isText), subscriptionId: maybe(isText) }),
  about: maybe(isText),
  message: maybe(isText),
  evidence: maybe(listOf(having({ field: isText, source: maybe(isMap) }))),
  reason: maybe(isText),
  detail: maybe(isText),
  params: maybe(mapOf(having({ value: isParam, from: isText }))),
  controls: maybe(mapOf(listOf(isText))),
  location: maybe(having({ file: isText, tag: isText })),
  fingerprint: isText,
};

/** The first member that is not as it has to be. */
export function wrongResult(item: unknown): string | undefined {
  const members = isMap(item) ? item : {};
  return Object.entries(RESULT).find(([member, holds]) => !holds(members[member]))?.[0];
}
