/** Rules as SARIF tells them. */
import type { ReportingDescriptor } from 'sarif';
import type { ReportRule } from '../../model/report.ts';
import { help } from './help.ts';
import { isAddress, plain, within } from './prose.ts';
import { LEVEL, PROBLEM_SEVERITY, SECURITY_SEVERITY } from './severity.ts';

/** Where to read on about the tool, and about a rule that names no reference: readers of SARIF ask for an address. */
export const INFORMATION_URI = 'https://github.com/vault-posture/vault-posture';

// Limits of GitHub, in characters; https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads
const NAME = 255;
const DESCRIPTION = 1024;
/** GitHub shows so many. */
const TAGS = 10;

/** By id, so that the same rules always stand in the same place. */
export const descriptors = (rules: readonly ReportRule[]): ReportingDescriptor[] =>
  rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(descriptor);

function descriptor(rule: ReportRule): ReportingDescriptor {
  const { id, aliases, title, severity, why, references } = rule;
  return {
    id: plain(id),
    ...(aliases.length > 0 && { deprecatedIds: [...new Set(aliases.map((alias) => plain(alias)))] }),
    name: nameOf(rule),
    shortDescription: { text: within(title, DESCRIPTION) || plain(id) },
    fullDescription: { text: within(why, DESCRIPTION) || plain(id) },
    help: help(rule),
    helpUri: references.find(isAddress) ?? INFORMATION_URI,
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: tagsOf(rule),
      precision: 'very-high',
      'problem.severity': PROBLEM_SEVERITY[severity],
      ...(SECURITY_SEVERITY[severity] && { 'security-severity': SECURITY_SEVERITY[severity] }),
    },
  };
}

/** `Purge protection is on` → `PurgeProtectionIsOn` */
const nameOf = ({ title, id }: ReportRule): string =>
  (title.match(/[A-Za-z0-9]+/g) ?? [plain(id)])
    .map((word) => word.replace(/^[a-z]/, (letter) => letter.toUpperCase()))
    .join('')
    .slice(0, NAME);

/** GitHub heeds a security severity only with the tag `security`. */
const tagsOf = ({ tags, controls }: ReportRule): string[] =>
  [...new Set(['security', ...tags, ...Object.keys(controls)].map((tag) => plain(tag)))].slice(0, TAGS);
