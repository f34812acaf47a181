/** A sound rule and its test, and what becomes of them when a part is written differently. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { azure } from '../../src/collect/azure/catalog.ts';
import { Language } from '../../src/engine/language.ts';
import { installation } from '../../src/installation.ts';
import { BaseObjects } from '../../src/rules/base-objects.ts';
import { testRule } from '../../src/rules/cases.ts';
import { loadRules } from '../../src/rules/load.ts';
import { type Problem, RuleError } from '../../src/rules/problem.ts';
import { folderWith } from '../folder.ts';

export const SOUND_RULE = `id: MY-ROT-001
title: Secrets are young
severity: high
for: azure.secret
params:
  maxAgeDays: { type: integer, default: 90, minimum: 1, about: Days that a secret may be used. }
when: secret.enabled
require: now - secret.created <= days(params.maxAgeDays)
message: Made on {{ secret.created }}.
why: Old secrets are known to many.
fix: { portal: Make a new version. }
controls: { mcsb-v2: [DP-6] }
`;

export const SOUND_TEST = `now: 2026-03-31T00:00:00Z
pass:
  exactly 90 days old: { created: 2025-12-31T00:00:00Z }
fail:
  a second older: { created: 2025-12-30T23:59:59Z }
unknown:
  its age could not be read: { created: { gap: forbidden } }
notApplicable:
  disabled: { created: 2020-01-01T00:00:00Z, enabled: false }
`;

export const language = new Language(azure);

/** The text with the part that begins with the same key written so; a key that it lacks comes last. */
export function rewritten(sound: string, part: string): string {
  const key = /^"?\w+"?:/.exec(part)?.[0];
  const parts = sound.split(/^(?=\w)/m);
  const at = parts.findIndex((one) => key !== undefined && one.startsWith(key));
  if (at >= 0) parts[at] = part;
  else parts.push(part);
  return parts.join('');
}

/** A folder of rules that knows the shipped frameworks. */
export function rulesFolder(files: { readonly [path: string]: string | Uint8Array }): string {
  const folder = folderWith(files);
  symlinkSync(join(installation.rules, 'frameworks'), join(folder, 'frameworks'));
  return folder;
}

/** What is wrong with the rules of a folder; nothing if they load. */
export async function problemsOf(folder: string): Promise<readonly Problem[]> {
  try {
    await loadRules([folder], language);
    return [];
  } catch (error) {
    if (error instanceof RuleError) return error.problems;
    throw error;
  }
}

const bases = new BaseObjects(installation.baseObjects, azure);

/** What is wrong with the test beside the only rule of a folder. */
export async function testProblemsOf(folder: string): Promise<readonly Problem[]> {
  const { rules } = await loadRules([folder], language);
  const results = await Promise.all(rules.map((rule) => testRule(rule, { catalog: azure, language, bases })));
  return results.flatMap(({ problems }) => problems);
}
