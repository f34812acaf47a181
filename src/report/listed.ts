/** Findings that somebody has to look at: what has failed, and what is not known. */
import type { Finding, Verdict } from '../model/finding.ts';
import { SEVERITIES } from '../model/rule.ts';

/** The worse one first. */
export const LISTED = ['fail', 'unknown'] as const satisfies readonly Verdict[];
export type Listed = (typeof LISTED)[number];

export const isListed = ({ verdict }: Finding): boolean => verdict === 'fail' || verdict === 'unknown';

/** Failures before unknowns, then by severity: negative if the first one is worse, as for sorting. */
export const worstFirst = (a: Finding, b: Finding): number => rank(a) - rank(b);

const rank = ({ verdict, severity }: Finding): number =>
  LISTED.findIndex((listed) => listed === verdict) * SEVERITIES.length + SEVERITIES.indexOf(severity);
