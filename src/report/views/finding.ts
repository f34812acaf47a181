/** One finding: where, what, on what evidence. */
import type { Evidence, Finding } from '../../model/finding.ts';
import { isReason } from '../../model/gap.ts';
import { type Location, locationWords } from '../../model/location.ts';
import type { Source } from '../../model/report.ts';
import type { ParamInForce } from '../../model/rule.ts';
import type { ControlNames } from '../control-names.ts';
import type { Paper } from '../paper.ts';
import { placeKey, vaultOf } from '../resource-id.ts';
import type { Place } from '../tally.ts';
import { utc } from '../text.ts';
import { kindWords, PLANE_WORDS, REASON_WORDS, SEVERITY_WORDS } from '../words.ts';

/** What a finding's view needs from outside it. */
export interface FindingContext {
  /** By id; those that the findings shown refer to. */
  readonly sources: ReadonlyMap<number, Source>;
  /** By `placeKey`, as tallied. */
  readonly places: ReadonlyMap<string, Place>;
  /** By `placeKey`; only the vaults that stand in the inventory have one. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly names: ControlNames;
  readonly paper: Paper;
}

export function finding(finding: Finding, { sources, places, anchors, names, paper }: FindingContext) {
  const { ruleId, verdict, severity, resource, fingerprint } = finding;
  const vault = placeKey(vaultOf(resource) ?? '');
  return {
    anchor: `finding-${anchorPart(fingerprint)}`,
    brief: !paper.full.has(finding),
    unprinted: !paper.named.has(finding),
    fingerprint,
    ruleId,
    verdict,
    severity,
    severityWord: SEVERITY_WORDS[severity],
    kind: kindWords(resource.kind),
    name: resource.name,
    id: resource.id,
    vault: places.get(vault)?.name ?? '',
    vaultAnchor: anchors.get(vault) ?? null,
    inVault: resource.vault !== undefined,
    declared: declared(finding.location),
    message: finding.message ?? null,
    reason: finding.reason ? REASON_WORDS[finding.reason] : null,
    about: finding.about ? kindWords(finding.about) : null,
    detail: finding.detail ?? null,
    ...proof(finding.evidence ?? [], sources),
    controls: Object.entries(finding.controls ?? {}).map(([framework, ids]) => ({
      framework: names.framework(framework),
      controls: ids.map((id) => ({ id, title: names.control(framework, id) ?? null })),
    })),
    params: params(finding.params ?? {}),
  };
}

/** Where the vault is declared as code, and who says so. */
export const declared = (location: Location | undefined) =>
  location ? { place: locationWords(location), tag: location.tag } : null;

/** Part of an id or fragment: whatever stands in the report, no blank and nothing to be encoded. */
export const anchorPart = (text: string): string => text.replace(/[^\w.-]/g, '_');

/** The leaves that decided; each points by number at one of the answers listed after them. */
function proof(evidence: readonly Evidence[], sources: ReadonlyMap<number, Source>) {
  const told = [...new Set(evidence.map(({ source }) => source && sources.get(source.ref)))].filter(
    (source) => source !== undefined,
  );
  return {
    evidence: evidence.map((leaf) => ({
      field: leaf.field,
      value: observed(leaf),
      unrecognised: leaf.unrecognised ?? false,
      source: sourceMark(told, leaf.source && sources.get(leaf.source.ref)),
    })),
    sources: told.map(sourceView),
  };
}

const sourceMark = (told: readonly Source[], source: Source | undefined) =>
  source ? { plane: PLANE_WORDS[source.plane], number: told.indexOf(source) + 1 } : null;

/** An answer that evidence stands on. */
export const sourceView = ({ plane, request, at, status, requestId }: Source) => ({
  plane: PLANE_WORDS[plane],
  request,
  at: utc(at),
  status: status ?? null,
  requestId: requestId ?? null,
});

/** What was found where a condition looked, in words. */
export const observed = ({ value, presence }: Evidence): string =>
  presence && typeof value === 'boolean' ? (value ? 'stated' : 'not stated') : valueText(value);

/** A value of evidence or of a parameter in words. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'not stated';
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'object' && 'gap' in value && isReason(value.gap))
    return `not readable: ${REASON_WORDS[value.gap]}`;
  return JSON.stringify(value);
}

export const params = (inForce: { readonly [name: string]: ParamInForce }) =>
  Object.entries(inForce).map(([name, { value, from }]) => ({ name, value: paramText(value), from }));

const paramText = (value: ParamInForce['value']): string =>
  typeof value === 'object' ? value.join(', ') || 'none' : valueText(value);
