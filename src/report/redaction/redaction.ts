/**
 * The same report for outsiders: every name, id and text from the estate replaced. Built anew from what is known to be
 * harmless, so that what a later release adds to reports stays out until somebody has thought of it here. What rules say
 * stays, those of one's own included.
 */
import { type Catalog, shortName } from '../../model/catalog.ts';
import type { Finding, ResourceRef } from '../../model/finding.ts';
import type {
  Report,
  ReportCoverage,
  ReportFramework,
  ReportRule,
  ReportSubscription,
  Source,
} from '../../model/report.ts';
import type { ParamInForce } from '../../model/rule.ts';
import { resultsOf } from '../spooled.ts';
import { evidenceWithout, type RedactEvidence } from './evidence.ts';
import { figuresWithout } from './figures.ts';
import { idWithout } from './ids.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { runWithout } from './run.ts';

export interface RedactionOptions {
  /** Who has it can find out what a pseudonym stands for by trying names; nobody else can. */
  readonly key: Uint8Array;
  /** Tells which values are Azure's own words. */
  readonly catalog: Catalog;
}

export function redacted(report: Report, { key, catalog }: RedactionOptions): Report {
  const names = new Pseudonyms(key);
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]));
  const context = { names, catalog, titles, evidence: evidenceWithout(catalog, names) };
  return {
    schemaVersion: report.schemaVersion,
    tool: report.tool,
    run: runWithout(report.run, names),
    totals: report.totals,
    ...(report.subscriptions && {
      subscriptions: report.subscriptions.map((each) => subscriptionWithout(each, names)),
    }),
    coverage: report.coverage.map((entry) => coverageWithout(entry, names)),
    rules: report.rules.map((rule) => ruleWithout(rule, names)),
    ...(report.frameworks && { frameworks: report.frameworks.map(frameworkWithout) }),
    ...(report.figures && { figures: figuresWithout(report.figures, catalog) }),
    results: (filter) => resultsOf(() => each(report.results(filter), (one) => findingWithout(one, context))),
    sources: () => each(report.sources(), sourceWithout),
  };
}

async function* each<T>(items: AsyncIterable<T>, change: (item: T) => T): AsyncGenerator<T> {
  for await (const item of items) yield change(item);
}

/** As the subscription has it where it is judged itself. */
const subscriptionWithout = ({ id, name }: ReportSubscription, names: Pseudonyms): ReportSubscription => ({
  id: names.of(id),
  name: names.named('subscription', name),
});

/** What stands for a text that cannot be told without names. */
const WITHHELD = 'withheld in this copy of the report';

function coverageWithout(
  { resource, what, plane, status, ...entry }: ReportCoverage,
  names: Pseudonyms,
): ReportCoverage {
  const { remedy, fallback, asked, refused, verdicts, orMore } = entry;
  return {
    resource: idWithout(resource, names),
    what,
    plane,
    status,
    ...(remedy !== undefined && { remedy: `The cure is ${WITHHELD}` }),
    ...(fallback && { fallback }),
    ...(asked !== undefined && { asked }),
    ...(refused !== undefined && { refused }),
    ...(verdicts !== undefined && { verdicts }),
    ...(orMore && { orMore }),
  };
}

const ruleWithout = (rule: ReportRule, names: Pseudonyms): ReportRule => ({
  ...rule,
  params: paramsWithout(rule.params, names),
});

/** It comes with the rules, and says nothing of the estate. */
const frameworkWithout = ({ id, title, version, publisher, sources, controls }: ReportFramework): ReportFramework => ({
  id,
  title,
  version,
  publisher,
  sources,
  controls,
});

type Params = ReportRule['params'];

const paramsWithout = (params: Params, names: Pseudonyms): Params =>
  Object.fromEntries(Object.entries(params).map(([name, inForce]) => [name, paramWithout(inForce, names)]));

/** A rule's own default is no secret; what the estate's owner set may name people and networks. */
function paramWithout({ value, from }: ParamInForce, names: Pseudonyms): ParamInForce {
  if (from === 'default' || typeof value === 'number' || typeof value === 'boolean') return { value, from };
  const hidden = (text: string) => names.named('text', text);
  return { value: typeof value === 'string' ? hidden(value) : value.map(hidden), from };
}

interface Context {
  readonly names: Pseudonyms;
  readonly catalog: Catalog;
  /** Of rules, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly evidence: RedactEvidence;
}

function findingWithout(finding: Finding, { names, catalog, titles, evidence }: Context): Finding {
  const { ruleId, verdict, severity, resource, about, message, reason, detail, params, controls } = finding;
  return {
    ruleId,
    verdict,
    severity,
    resource: resourceWithout(resource, catalog, names),
    ...(about !== undefined && { about: kindOr(about, catalog) }),
    ...(message !== undefined && { message: `Not met: ${titles.get(ruleId) ?? ruleId}` }),
    ...(finding.evidence && { evidence: finding.evidence.map(evidence) }),
    ...(reason && { reason }),
    ...(detail !== undefined && { detail: `what went wrong is ${WITHHELD}` }),
    ...(params && { params: paramsWithout(params, names) }),
    ...(controls && { controls }),
    fingerprint: names.fingerprint(finding.fingerprint),
  };
}

function resourceWithout(resource: ResourceRef, catalog: Catalog, names: Pseudonyms): ResourceRef {
  const kind = kindOr(resource.kind, catalog);
  const { vault, subscriptionId } = resource;
  return {
    kind,
    id: idWithout(resource.id, names),
    name: names.named(shortName(kind), resource.name),
    ...(vault !== undefined && { vault: idWithout(vault, names) }),
    ...(subscriptionId !== undefined && { subscriptionId: names.of(subscriptionId) }),
  };
}

const kindOr = (kind: string, catalog: Catalog): string => (Object.hasOwn(catalog, kind) ? kind : 'azure.resource');

const METHODS = ['GET', 'POST'];

/** An address is full of names; the service's own id of a request leads back to them. */
const sourceWithout = ({ id, plane, request, at, status }: Source): Source => ({
  id,
  plane,
  request: `${METHODS.find((method) => request.startsWith(`${method} `)) ?? 'A request'}, its address ${WITHHELD}`,
  at,
  ...(status !== undefined && { status }),
});
