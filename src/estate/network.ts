/** What surrounds vaults, as Resource Manager tells it: private endpoints, the groups of their DNS zones, subnets. */
import { type Answer, type Call, failure, ok } from './answer.ts';
import type { Estate } from './estate.ts';

export function privateEndpoint(estate: Estate, call: Call): Answer {
  const found = endpointAt(estate, call);
  return found ? ok(found.item) : missing(estate, call);
}

export function zoneGroups(estate: Estate, call: Call): Answer {
  const found = endpointAt(estate, call);
  return found ? ok({ value: found.zoneGroups }) : missing(estate, call);
}

export function subnet(estate: Estate, call: Call): Answer {
  const found = estate.network.subnets.find(({ id }) => isAt(id, call.segments));
  return found ? ok(found) : missing(estate, call);
}

const endpointAt = ({ network }: Estate, { segments }: Call) =>
  network.privateEndpoints.find(({ item }) => isAt(item.id, segments.slice(0, 8)));

const isAt = (id: string, segments: readonly string[]) => id.toLowerCase() === `/${segments.join('/')}`.toLowerCase();

function missing({ subscriptions }: Estate, { segments }: Call): Answer {
  const [, subscription = ''] = segments;
  if (!subscriptions.some(({ subscriptionId }) => subscriptionId.toLowerCase() === subscription.toLowerCase()))
    return failure(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
  return failure(404, 'ResourceNotFound', `The Resource '${segments.slice(5).join('/')}' was not found.`);
}
