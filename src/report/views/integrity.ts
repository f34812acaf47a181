/** What this page can be held against, and where people sign. */
import type { ReportHead } from '../../model/report.ts';
import { RECOMPUTE } from '../results-digest.ts';
import { count } from '../text.ts';

const ROLES = ['Prepared by', 'Reviewed by', 'Accepted by'];

export const integrity = ({ tool, totals }: ReportHead, sha256: string) => ({
  results: count(Object.values(totals).reduce((sum, each) => sum + each, 0)),
  sha256,
  command: RECOMPUTE,
  ruleset: tool.ruleset.sha256,
  roles: ROLES,
});
