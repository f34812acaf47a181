/** What is known of a vault's use, from all workspaces that hold its audit log. */
import { Gap } from '../../model/gap.ts';
import type { Asked, Facet, Failure, Told } from '../collector.ts';
import { type RawFacts, settle, settleGap } from '../settle.ts';
import type { AuditAnswer, VaultEvents } from './audit-answer.ts';
import { azure } from './catalog.ts';
import type { ObjectKind } from './vault-client.ts';

const { logs } = azure['azure.vault'].facets;
const { use } = azure['azure.secret'].facets;

/** A use so short ago holds against any limit that a rule may set, even if there was a later one. */
const JUST_NOW = 86_400_000;

/** Facts about the vault's log, and about the use of what is in the vault. */
export interface Trail {
  readonly logs: Facet;
  use(kind: ObjectKind, name: string): Facet;
}

/** Nothing is known, for one reason. */
export function noTrail(asked: Asked, { reason }: Pick<Failure, 'reason'>): Trail {
  const gap = Gap.of(reason);
  const facts = settleGap(use.fields, gap);
  return { logs: { asked, facts: settleGap(logs.fields, gap) }, use: () => ({ asked, facts }) };
}

/** No event is as good as no log: whether one would have come is not known. */
function emptyTrail(asked: Asked): Trail {
  return { ...noTrail(asked, { reason: 'notCovered' }), logs: { asked, facts: settle(logs.fields, {}) } };
}

/** What one workspace holds of the vault, and whether that is all there is. */
interface Part {
  readonly asked: Asked;
  readonly events: VaultEvents;
  readonly isComplete: boolean;
}

/**
 * A workspace that holds every event tells what was not used, as far back as it reaches; others may only add to it.
 * From parts alone nothing follows but that something was used of late.
 */
export function trailOf(vault: string, told: readonly Told<AuditAnswer>[], now: number): Trail {
  const parts = told.flatMap((one) => partOf(vault, one) ?? []);
  const complete = parts.filter(({ isComplete }) => isComplete);
  const [first] = complete.length > 0 ? complete : parts;
  if (!first) return withoutEvents(told);
  const events = parts.map((part) => part.events);
  const from = Math.min(...(complete.length > 0 ? complete : parts).map((part) => part.events.first));
  const to = Math.max(...events.map(({ last }) => last));
  const facetOf = (facts: RawFacts): Facet => ({ asked: first.asked, facts: settle(use.fields, facts) });
  return {
    logs: { asked: first.asked, facts: settle(logs.fields, { logsFrom: from, logsTo: to }) },
    use: (kind, name) => {
      const lastUsed = latest(events, `${kind}/${name.toLowerCase()}`);
      const holds = complete.length > 0 || (lastUsed !== undefined && now - lastUsed <= JUST_NOW);
      return facetOf({ lastUsed: holds ? lastUsed : Gap.of('partial') });
    },
  };
}

function partOf(vault: string, told: Told<AuditAnswer>): Part | undefined {
  const events = told.failure ? undefined : told.value.vaults.get(vault.toLowerCase());
  if (told.failure || !events) return undefined;
  return { asked: told.asked, events, isComplete: told.value.isComplete && !events.unclear };
}

function withoutEvents(told: readonly Told<AuditAnswer>[]): Trail {
  const answered = told.find((one) => !one.failure);
  const failed = told.find((one) => one.failure) ?? answered;
  const partial = told.find((one) => !one.failure && !one.value.isComplete);
  if (partial) return noTrail(partial.asked, { reason: 'partial' });
  if (answered) return emptyTrail(answered.asked);
  if (!failed?.failure) throw new Error('a trail needs a workspace');
  return noTrail(failed.asked, failed.failure);
}

function latest(events: readonly VaultEvents[], object: string): number | undefined {
  const times = events.flatMap(({ uses }) => uses.get(object) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}
