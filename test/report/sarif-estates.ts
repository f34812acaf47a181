/** Reports for SARIF: nothing, several subscriptions, too much, and names that mean harm. */
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import type { Coverage } from '../../src/model/snapshot.ts';
import { type Contents, COVERAGE, FINDINGS, fingerprint, HEAD, reportOf, RULES } from './sample-report.ts';

export const subscription = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const vaultId = (subscriptionNumber: number, name: string): string =>
  `/subscriptions/${subscription(subscriptionNumber)}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`;

export const oldSecret = (subscriptionNumber: number, vault: string, name: string): Finding => {
  const id = `https://${vault}.vault.azure.net/secrets/${name}`;
  return {
    ruleId: 'KV-ROT-001',
    verdict: 'fail',
    severity: 'high',
    resource: {
      kind: 'azure.secret',
      id,
      name,
      vault: vaultId(subscriptionNumber, vault),
      subscriptionId: subscription(subscriptionNumber),
    },
    message: 'The current version is 443 days old; the limit is 60.',
    evidence: [{ field: 'secret.created', value: '2025-01-12T09:30:00Z', source: { ref: 3 } }],
    fingerprint: fingerprint('KV-ROT-001', id),
  };
};

export const listed = (number: number): Coverage => ({
  resource: `subscription:${subscription(number)}`,
  what: 'inventory',
  plane: 'arm',
  status: 'read',
});

/** Subscriptions that were read, with findings. */
export const estate = (coverage: readonly Coverage[], findings: readonly Finding[], head = HEAD): Report =>
  reportOf({ head: { ...head, coverage }, findings, sources: [] });

/** Secrets that are too old, so many in each of some subscriptions, a hundred a vault. */
export function largeEstate(subscriptions: number, each: number): Report {
  const numbers = Array.from({ length: subscriptions }, (_, at) => at + 1);
  const findings = numbers.flatMap((number) =>
    Array.from({ length: each }, (_, at) => oldSecret(number, `kv-${number}-${Math.floor(at / 100)}`, `secret-${at}`)),
  );
  return estate(numbers.map(listed), findings);
}

/** The sample with the text in everything that the cloud, a stranger or a rule's author could have written. */
export function poisoned(text: string): Contents {
  const add = (name: string): string => name + text;
  return {
    head: {
      ...HEAD,
      run: { ...HEAD.run, tenantId: text, estate: text },
      coverage: COVERAGE.map((entry) => ({
        ...entry,
        resource: add(entry.resource),
        detail: text,
        remedy: add(entry.remedy ?? ''),
      })),
      rules: RULES.map((rule) => ({
        ...rule,
        aliases: [text],
        title: text,
        why: text,
        fix: { az: text, bicep: text, portal: text, sideEffects: text },
        references: [text, `https://example.org/${text}`],
        tags: [text],
        params: { [add('p')]: { value: text, from: text } },
        controls: { [add('c')]: [{ id: text, title: text, when: text }] },
      })),
    },
    findings: FINDINGS.map((finding) => ({
      ...finding,
      resource: {
        ...finding.resource,
        id: add(finding.resource.id),
        name: add(finding.resource.name),
        ...(finding.resource.vault !== undefined && { vault: add(finding.resource.vault) }),
        ...(finding.resource.subscriptionId !== undefined && { subscriptionId: add(finding.resource.subscriptionId) }),
      },
      message: text,
      evidence: [{ field: text, value: { [text]: [text] } }],
      controls: { [text]: [text] },
    })),
    sources: [],
  };
}

export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '{{constructor.constructor("alert(1)")()}}',
  '[a link](https://evil.example)',
  '](1)',
  '![image](//evil.example/x.png)',
  '```\nout of the fence',
  '../../../etc/passwd',
  '/..',
  'https://evil.example/a b|c',
  'javascript:alert(1)',
  '%',
  '%zz',
  '\\windows\\path',
  '\u202E\u2066\u200B\u0000\u001B[31m',
  '\uD800',
  '😀'.repeat(300),
  'y'.repeat(6000),
  '\n\r\n\t ',
  '',
];
