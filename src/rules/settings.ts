/** What judging is told beyond the rules' own files, and its sha256: two runs with the same were set alike. */
import { createHash } from 'node:crypto';
import type { Settings } from '../model/report.ts';
import type { Rule } from '../model/rule.ts';
import { canonical } from './canonical.ts';
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
