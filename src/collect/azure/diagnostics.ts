/** A vault's diagnostic settings as facts, and which of them carry audit events, and where to. */
import type { FactsOf } from '../../model/catalog.ts';
import { BrokenList, Gap } from '../../model/gap.ts';
import type { ToldList } from '../collector.ts';
import { type RawFacts, settle } from '../settle.ts';
import { every, some, type Truth } from '../truth.ts';
import { listTold } from './facet.ts';
import { auditTrail } from './log-catalog.ts';
import { each, listOrEmpty, part } from './raw.ts';

const { fields } = auditTrail.diagnostics;

export type DiagnosticFacts = FactsOf<typeof fields>;

export const diagnosticFacts = ({ items, failure }: ToldList<RawFacts>): DiagnosticFacts =>
  settle(fields, { diagnosticSettings: listTold(items.map(setting), failure) });

const DESTINATIONS = [
  'workspaceId',
  'storageAccountId',
  'eventHubAuthorizationRuleId',
  'eventHubName',
  'marketplacePartnerId',
] as const;

function setting(raw: RawFacts): RawFacts {
  const properties = part(raw, 'properties');
  const of = (name: string) => (properties instanceof Gap ? properties : properties[name]);
  return {
    name: raw.name,
    ...Object.fromEntries(DESTINATIONS.map((name) => [name, emptyIsNone(of(name))])),
    logs: each(listOrEmpty(of('logs')), ({ category, categoryGroup, enabled }) => ({
      category: emptyIsNone(category),
      categoryGroup: emptyIsNone(categoryGroup),
      enabled,
    })),
  };
}

/** A destination that was taken out again stays behind as an empty text. */
const emptyIsNone = (value: unknown): unknown => (value === '' ? undefined : value);

// ---- where audit events go

export interface AuditDestinations {
  /** ARM ids of workspaces, as the settings spell them. */
  readonly workspaces: readonly string[];
  /** Whether they go anywhere at all. */
  readonly anywhere: Truth;
}

export function auditDestinations({ diagnosticSettings: settings }: DiagnosticFacts): AuditDestinations {
  if (settings instanceof Gap) return { workspaces: [], anywhere: settings };
  const items = settings instanceof BrokenList ? settings.items : settings;
  const carrying = items.filter((item) => sendsAudit(item) === true);
  const ids = carrying.flatMap(({ workspaceId }) => (typeof workspaceId === 'string' ? [workspaceId] : []));
  const rest = settings instanceof BrokenList ? [settings.gap] : [];
  return {
    workspaces: [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()],
    anywhere: some([...items.map((item) => every([sendsAudit(item), hasDestination(item)])), ...rest]),
  };
}

type Setting = Exclude<DiagnosticFacts['diagnosticSettings'], Gap | BrokenList>[number];
type Entry = Exclude<Setting['logs'], Gap | BrokenList>[number];

function sendsAudit({ logs }: Setting): Truth {
  if (logs instanceof Gap) return logs;
  return some(logs instanceof BrokenList ? [...logs.items.map(isAudit), logs.gap] : logs.map(isAudit));
}

const isAudit = ({ category, categoryGroup, enabled }: Entry): Truth =>
  every([enabled, some([is(category, ['AuditEvent']), is(categoryGroup, ['audit', 'allLogs'])])]);

const is = (text: string | Gap | undefined, wanted: readonly string[]): Truth =>
  text instanceof Gap ? text : text !== undefined && wanted.includes(text);

const hasDestination = (item: Setting): Truth =>
  some(
    [item.workspaceId, item.storageAccountId, item.eventHubAuthorizationRuleId, item.marketplacePartnerId].map((id) =>
      id instanceof Gap ? id : id !== undefined,
    ),
  );
