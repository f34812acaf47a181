/** What severities are called in SARIF and by GitHub. */
import type { Severity } from '../../model/rule.ts';

export type Level = 'error' | 'warning' | 'note';

export const LEVEL: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** GitHub's word for rules that are not about security; other readers show it for all. */
export const PROBLEM_SEVERITY: Readonly<Record<Severity, 'error' | 'warning' | 'recommendation'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'recommendation',
  info: 'recommendation',
};

/** A number in a string, from the middle of each of GitHub's bands. Without one GitHub shows the level instead. */
export const SECURITY_SEVERITY: Readonly<Record<Severity, string | undefined>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: undefined,
};
