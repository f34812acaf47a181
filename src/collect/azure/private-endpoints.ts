/** How many private endpoints a vault has, and whose they are. */
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import { every, holds, type ListOf, not, type Texts, type Truth } from '../truth.ts';
import type { azure } from './catalog.ts';
import { count, isOne, truthsOf } from './truth-count.ts';

export type PrivateEndpointFacts = FactsOf<(typeof azure)['azure.vault']['facets']['privateEndpoints']['fields']>;
type List = Exclude<PrivateEndpointFacts['privateEndpointConnections'], undefined>;
type Connection = List extends ListOf<infer C extends object> ? C : never;

export interface PrivateEndpointCounts {
  readonly approvedPrivateEndpoints: number | Gap;
  readonly pendingPrivateEndpoints: number | Gap;
  readonly foreignPrivateEndpoints: number | Gap;
}

const STATUSES = ['Pending', 'Approved', 'Rejected', 'Disconnected'] as const;

const hasStatus = ({ status = Gap.of('unsupported') }: Connection, meant: (typeof STATUSES)[number]): Truth =>
  isOne(status, meant, STATUSES);

/** Whether the vault lets each connection in. */
export const approvals = (connections: List): readonly Truth[] =>
  truthsOf(connections, (connection: Connection) => hasStatus(connection, 'Approved'));

export const privateEndpointCounts = (connections: List, knownSubscriptions: Texts): PrivateEndpointCounts => ({
  approvedPrivateEndpoints: count(approvals(connections)),
  pendingPrivateEndpoints: count(truthsOf(connections, (connection: Connection) => hasStatus(connection, 'Pending'))),
  foreignPrivateEndpoints: count(
    truthsOf(connections, (connection: Connection) => isForeign(connection, knownSubscriptions)),
  ),
});

/** One that was not let in is no way in, whosever it is. */
function isForeign(connection: Connection, knownSubscriptions: Texts): Truth {
  const owner = subscriptionOf(connection.privateEndpointId);
  const isKnown =
    owner instanceof Gap ? owner : holds(knownSubscriptions, (subscription) => subscription.toLowerCase() === owner);
  return every([hasStatus(connection, 'Approved'), not(isKnown)]);
}

const subscriptionOf = (id: string | Gap | undefined): string | Gap =>
  id instanceof Gap ? id : (/^\/subscriptions\/([^/]+)\//i.exec(id ?? '')?.[1]?.toLowerCase() ?? Gap.of('error'));
