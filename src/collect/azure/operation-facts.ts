/** From a certificate's pending operation to facts. What it says of errors is an authority's text. */
import type { RawFacts } from '../settle.ts';
import { settle } from '../settle.ts';
import { operationFacet } from './certificate-catalog.ts';
import { within } from './raw.ts';

export const operationFacts = (raw: RawFacts): object =>
  settle(operationFacet.fields, {
    operation: {
      status: statusIn(raw),
      statusDetails: raw.status_details,
      cancellationRequested: raw.cancellation_requested,
      errorCode: within(raw, 'error', 'code'),
      errorMessage: within(raw, 'error', 'message'),
    },
  });

/** The service's documentation spells it both ways. */
const statusIn = ({ status }: RawFacts): unknown =>
  typeof status === 'string' && status.toLowerCase() === 'canceled' ? 'cancelled' : status;
