/** A failed finding as SARIF tells it. */
import type { Result } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import { display } from '../text.ts';
import { locationOf, placeWords } from './place.ts';
import { plain } from './prose.ts';
import { LEVEL } from './severity.ts';

/** Where rules stand in their run, by id. */
export type RuleIndex = ReadonlyMap<string, number>;

/** A result before it has its place in a run. */
export interface Entry extends Pick<Finding, 'ruleId' | 'severity' | 'fingerprint'> {
  result(rules: RuleIndex): Result;
}

export const entryOf = (finding: Finding, category: string): Entry => ({
  ruleId: finding.ruleId,
  severity: finding.severity,
  fingerprint: finding.fingerprint,
  result: (rules) => ({
    ...headOf(finding, `${placeWords(finding.resource)}: ${messageOf(finding)}`, rules),
    locations: [locationOf(finding.resource, category)],
    properties: propertiesOf(finding),
  }),
});

/** Characters of a message. */
const MESSAGE = 1500;

const messageOf = ({ message }: Finding): string => (message ? plain(message, MESSAGE) : 'the rule is not met.');

/** What all results have, with the identity that GitHub knows an alert by. */
export function headOf(
  { ruleId, severity, fingerprint }: Omit<Entry, 'result'>,
  message: string,
  rules: RuleIndex,
): Pick<Result, 'ruleId' | 'ruleIndex' | 'level' | 'message' | 'partialFingerprints'> {
  return {
    ruleId: plain(ruleId),
    ruleIndex: ruleAt(rules, ruleId),
    level: LEVEL[severity],
    message: { text: message },
    partialFingerprints: {
      primaryLocationLineHash: `${plain(fingerprint.slice(0, 32))}:1`,
      'vaultPostureFinding/v1': plain(fingerprint),
    },
  };
}

/** Throws where the rule is not in the report. */
export function ruleAt(rules: RuleIndex, ruleId: string): number {
  const index = rules.get(ruleId);
  if (index === undefined) throw new Error(`the report has a result of the rule ${ruleId}, but not the rule`);
  return index;
}

function propertiesOf({ resource, severity, evidence, params, controls, location }: Finding) {
  return shown({
    severity,
    resourceKind: resource.kind,
    resourceId: resource.id,
    locationQuality: 'virtual',
    ...(evidence && {
      evidence: evidence.map(({ field, value, presence, unrecognised }) => ({
        field,
        value,
        ...(presence && { presence }),
        ...(unrecognised && { unrecognised }),
      })),
    }),
    ...(params && { params }),
    ...(controls && { controls }),
    ...(location && { declaredIn: location }),
  }) as Record<string, unknown>;
}

/** Every string in it made visible. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return display(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(shown);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [display(name), shown(part)]));
}
