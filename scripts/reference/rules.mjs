// The index of the rules that come along: what each judges, and what it needs to be told.
import { mergeRights, policyText } from '../../dist/model/access.js';
import { rightsOf } from '../../dist/rules/rights.js';

/**
 * @param {readonly import('../../src/model/rule.ts').Rule[]} rules
 * @param {ReadonlyMap<string, { id: string; title: string; version: string }>} frameworks
 * @param {import('../../src/model/catalog.ts').Catalog} catalog
 * @param {import('../../src/model/access.ts').Access} access
 */
export function ruleIndex(rules, frameworks, catalog, access) {
  const told = rules.map((rule) => ({ rule, rights: rightsOf(rule, catalog, access) }));
  const named = Object.entries(FAMILIES).map(([family, title]) => section(title, told.filter(({ rule }) => familyOf(rule) === family)));
  const others = section('Others', told.filter(({ rule }) => !(familyOf(rule) in FAMILIES)));
  const sections = [...named, others].filter((text) => text !== '');
  return [introduction(rules.length), ...sections, rightsTable(told), frameworkTable(frameworks)].join('\n');
}

const FAMILIES = {
  ROT: 'Rotation and expiry',
  USE: 'Use and hygiene',
  REC: 'Recovery',
  NET: 'Network',
  ACC: 'Access',
  IDN: 'Sign-in',
  CRY: 'Keys',
  CRT: 'Certificates',
  LOG: 'Logging',
  DEF: 'Defender for Cloud',
  DET: 'Detection',
};

const familyOf = ({ id }) => id.split('-')[1];

const introduction = (count) => `<!-- Generated from the rules and the catalog by npm run generate. -->
# Rules

The ${count} rules that come along, by family. All about one of them, in a terminal:
\`vault-posture rules show KV-ROT-001\`. How to write one: [docs/rules.md](../docs/rules.md).

Severity: where facts decide, the others in brackets. Planes: who tells what the rule reads. Needs: the least that has
to be granted, beside the role Reader that every scan needs; with *more* in front, Reader alone tells a part and the
role the rest. [What each right is](#rights), [what the frameworks are](#frameworks).
`;

function section(title, rows) {
  if (rows.length === 0) return '';
  const lines = rows.map(({ rule, rights }) => row(rule, rights));
  return `## ${title}\n\n| Rule | Severity | Judges | Planes | Needs | Controls |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`;
}

const row = (rule, { planes, needed, better }) =>
  `| [${rule.id}](${rule.file.slice(rule.file.indexOf('/rules/') + '/rules/'.length)}) ${cell(rule.title)}${rule.enabledByDefault ? '' : ' *(off by default)*'} | ${severities(rule)} | ${shortName(rule.kind)} | ${planes.join(', ')} | ${needs(needed, better)} | ${controls(rule.controls)} |`;

function severities({ severity, severityWhen }) {
  const others = [...new Set(severityWhen.map((step) => step.severity))].filter((other) => other !== severity);
  return others.length > 0 ? `${severity} (${others.join(', ')})` : severity;
}

const shortName = (kind) => kind.slice(kind.indexOf('.') + 1);

function needs(needed, better) {
  const grants = needed.map(({ grant }) => grant).filter((grant) => grant !== EVERY_SCAN);
  const text = [...grants, ...better.map(({ grant }) => `*more:* ${grant}`)].join(', ');
  return text || '–';
}

const EVERY_SCAN = 'Reader';

const controls = (byFramework) =>
  Object.entries(byFramework)
    .map(([id, list]) => `${id}: ${list.map((control) => control.id).join(', ')}`)
    .join('<br>');

function rightsTable(told) {
  const rights = mergeRights(told.flatMap(({ rights: { needed, better } }) => [...needed, ...better]));
  const rows = rights.map(({ grant, on, policy }) => `| ${grant} | ${on} | ${policy ? policyText(policy) : ''} |`);
  return `## Rights\n\nTogether they are all that a scan of everything needs. None of them reads the value of a secret.\n\n| Right | On | On vaults with access policies instead |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function frameworkTable(frameworks) {
  const rows = [...frameworks].map(([id, { title, version }]) => `| ${id} | ${cell(title)} | ${version} |`);
  return `## Frameworks\n\n| In the tables | Framework | Version |\n|---|---|---|\n${rows.join('\n')}\n`;
}

const cell = (text) => text.replaceAll('|', '\\|');
