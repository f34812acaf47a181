// The index of the rules that come along.

/** @param {readonly import('../../src/model/rule.ts').Rule[]} rules @param {ReadonlyMap<string, { title: string; version: string }>} frameworks */
export function ruleIndex(rules, frameworks) {
  const rows = rules.map(
    ({ id, title, severity, kind, controls }) => `| ${id} | ${cell(title)} | ${severity} | \`${kind}\` | ${cell(controlsOf(controls, frameworks))} |`,
  );
  return `${INTRODUCTION}\n| Id | What should hold | Severity | Judges | Controls |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

const INTRODUCTION = `<!-- Generated from the rules by npm run generate. -->
# Rules

All about one of them: \`vault-posture rules show KV-ROT-001\`. How to write one: [docs/rules.md](../docs/rules.md).
`;

const controlsOf = (controls, frameworks) =>
  Object.entries(controls)
    .map(([id, list]) => `${frameworks.get(id)?.title ?? id} ${frameworks.get(id)?.version ?? ''}: ${list.map((control) => control.id).join(', ')}`)
    .join('; ');

const cell = (text) => text.replaceAll('|', '\\|');
