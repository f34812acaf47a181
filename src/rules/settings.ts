/** What judging is told beyond the rules' own files, and its sha256: two runs with the same were set alike. */
import { createHash } from 'node:crypto';
import type { Settings } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import type { ParameterLayers } from './parameters.ts';

/** `only` are the rules that were asked for one by one; none where all run that are switched on. */
export function settingsOf({ profile, config, overrides }: ParameterLayers, only: readonly Rule[]): Settings {
  const ids = only.map(({ id }) => id).sort();
  const told = {
    ...(profile && { profile }),
    ...(Object.keys(config).length > 0 && { rules: config }),
    ...(overrides.length > 0 && { overrides }),
    ...(ids.length > 0 && { only: ids }),
  };
  return {
    sha256: createHash('sha256').update(canonical(told)).digest('hex'),
    ...(profile && { profile: profile.name }),
    ...(ids.length > 0 && { only: ids }),
  };
}

/** JSON without blanks, names in the order of their code units, so that the order of a file makes no difference. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => inOrder(part));

const inOrder = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;
