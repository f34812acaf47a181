import { type Contents, COVERAGE, FINDINGS, HEAD, RULES, SOURCES } from './sample-report.ts';

/**
 * The sample report with a text in everything that the cloud, a stranger or a rule's author could have written; with
 * `short`, a report of two findings of one rule.
 */
export function poisoned(text: string, short = false): Contents {
  const add = (name: string): string => name + text;
  const within = (id: string): string => id.replace(/(?<=[/:])[^/:]*$/, (name) => text + name);
  const [findings, rules, coverage] = short ? SHORT : [FINDINGS, RULES, COVERAGE];
  return {
    head: {
      ...HEAD,
      run: {
        ...HEAD.run,
        id: text,
        tenantId: text,
        estate: text,
        identity: { objectId: text, appId: text },
        collector: { name: text, version: text },
        settings: { sha256: text, profile: text, only: [text] },
        scope: { cloud: text, subscriptions: [text], vaults: [text] },
      },
      subscriptions: [{ id: text, name: add('s') }],
      coverage: coverage.map((entry) => ({
        ...entry,
        resource: within(entry.resource),
        detail: text,
        remedy: add(entry.remedy ?? ''),
      })),
      rules: rules.map((rule) => ({
        ...rule,
        aliases: [text],
        title: text,
        require: text,
        when: text,
        measurable: text,
        each: { list: text, as: text },
        why: text,
        fix: { az: text, bicep: text, terraform: text, portal: text, sideEffects: text },
        references: [`not a link ${text}`, `https://example.org/${text}`],
        tags: [text],
        params: { [add('p')]: { value: text, from: text } },
        controls: { [add('c')]: [{ id: text, title: text, when: text }] },
      })),
    },
    findings: findings.map((finding) => ({
      ...finding,
      resource: {
        ...finding.resource,
        id: within(finding.resource.id),
        name: text,
        ...(finding.resource.vault !== undefined && { vault: within(finding.resource.vault) }),
        ...(finding.resource.subscriptionId !== undefined && { subscriptionId: add(finding.resource.subscriptionId) }),
      },
      message: text,
      ...(finding.detail !== undefined && { detail: text }),
      evidence: [
        { field: text, value: text, source: { ref: 1 } },
        { field: 'tags', value: { [text]: [text] } },
      ],
      params: { [add('p')]: { value: [text], from: text } },
      controls: { [text]: [text] },
      location: { file: text, tag: text },
    })),
    sources: SOURCES.map((source) => ({ ...source, request: text, requestId: text, apiVersion: text })),
  };
}

const OLD = FINDINGS.filter(({ ruleId, verdict }) => ruleId === 'KV-ROT-001' && verdict !== 'pass');

const SHORT = [OLD.slice(-2), RULES.filter(({ id }) => id === 'KV-ROT-001'), COVERAGE.slice(-1)] as const;
