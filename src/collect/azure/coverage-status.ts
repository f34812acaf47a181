/** What became of a read, for its line of coverage. */
import type { Coverage } from '../../model/snapshot.ts';
import type { Failure } from '../collector.ts';

export function statusOf(failure: Failure | undefined): Pick<Coverage, 'status' | 'detail' | 'remedy'> {
  if (!failure) return { status: 'read' };
  const { reason, detail, remedy } = failure;
  return { status: reason, detail, ...(remedy && { remedy }) };
}
