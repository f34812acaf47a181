import { describe, expect, test } from 'vitest';
import { access } from '../../src/collect/azure/access.ts';
import { azure } from '../../src/collect/azure/catalog.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Reason } from '../../src/model/gap.ts';
import type { Coverage, CoverageSubject } from '../../src/model/snapshot.ts';
import type { Plane } from '../../src/model/catalog.ts';
import { Waiting } from '../../src/report/waiting.ts';

const SUBSCRIPTION = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const VAULT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-a`;
const ROLE = 'Grant the role Key Vault Reader on the vault or above it.';
const LOGS = 'Send the audit events of the vault to a Log Analytics workspace.';
const READER = 'Grant the role Reader on the vault or above it.';

const gap = (what: CoverageSubject, plane: Plane, remedy?: string, resource = VAULT): Coverage => ({
  resource,
  what,
  plane,
  status: 'forbidden',
  ...(remedy !== undefined && { remedy }),
});

const secret = {
  kind: 'azure.secret',
  id: 'https://kv-a/secrets/db',
  name: 'db',
  vault: VAULT,
  subscriptionId: SUBSCRIPTION,
};
const vault = { kind: 'azure.vault', id: VAULT, name: 'kv-a', subscriptionId: SUBSCRIPTION };

/** Unknown for the fields that are named. */
const unknown = (fields: readonly string[], changes: Partial<Finding> = {}): Finding => ({
  ruleId: 'KV-USE-001',
  verdict: 'unknown',
  severity: 'medium',
  resource: secret,
  reason: 'forbidden',
  evidence: fields.map((field) => ({ field, value: { gap: 'forbidden' satisfies Reason } })),
  fingerprint: '',
  ...changes,
});

function waitingFor(coverage: readonly Coverage[], findings: readonly Finding[]): Waiting {
  const waiting = new Waiting(azure, access);
  for (const entry of coverage) waiting.heard(entry);
  for (const finding of findings) waiting.add(finding);
  waiting.settle();
  return waiting;
}

const numbers = ({ cures }: Waiting) =>
  Object.fromEntries(cures.map(({ cure, verdicts, together }) => [cure, [verdicts, together]]));
const verdicts = ({ coverage }: Waiting) => coverage.map((entry) => entry.verdicts);

describe('a verdict waits for', () => {
  test('what was not read of its own facet', () => {
    const waiting = waitingFor(
      [gap('versions', 'data', ROLE), gap('secrets', 'data', ROLE)],
      [unknown(['secret.versions'])],
    );
    expect(verdicts(waiting)).toEqual([1, undefined]);
  });

  test('the list, when a closed data plane is told by its list alone', () => {
    const waiting = waitingFor(
      [gap('secrets', 'data', ROLE), gap('keys', 'data', ROLE)],
      [unknown(['secret.versions'])],
    );
    expect(verdicts(waiting)).toEqual([1, undefined]);
  });

  test('nothing in another vault', () =>
    expect(verdicts(waitingFor([gap('secrets', 'data', ROLE, `${VAULT}b`)], [unknown(['secret.versions'])]))).toEqual([
      undefined,
    ]));

  test('its vault, though the id is spelt in other letters', () =>
    expect(
      verdicts(waitingFor([gap('secrets', 'data', ROLE, VAULT.toUpperCase())], [unknown(['secret.versions'])])),
    ).toEqual([1]));

  test('a part of a list in an object, by the name of the object', () => {
    const finding = unknown(['vault.network.ipRules[0].value'], { resource: vault });
    expect(verdicts(waitingFor([gap('network', 'arm', READER)], [finding]))).toEqual([1]);
  });

  test('a list that broke off', () => {
    const finding = unknown([], { evidence: [{ field: 'secret.versions', value: { items: [1], gap: 'throttled' } }] });
    expect(verdicts(waitingFor([gap('versions', 'data', 'Run the scan again.')], [finding]))).toEqual([1]);
  });

  test('either plane, where each would do: both cures give it', () => {
    const waiting = waitingFor(
      [gap('rotationPolicies', 'data', ROLE), gap('rotationPolicies', 'arm', READER)],
      [unknown(['key.rotationPolicy'], { resource: { ...secret, kind: 'azure.key' } })],
    );
    expect(numbers(waiting)).toEqual({ [ROLE]: [1, 0], [READER]: [1, 0] });
  });

  test('what the tenant asks at sign-in, wherever it is judged', () => {
    const tenant = { kind: 'azure.tenant', id: 'tenant:t', name: 't' };
    const finding = unknown(['tenant.securityDefaults'], { resource: tenant });
    expect(verdicts(waitingFor([gap('signInPolicy', 'graph', 'Grant it.', 'tenant:t')], [finding]))).toEqual([1]);
  });

  test('nothing that coverage knows of, when the records are too short', () =>
    expect(
      verdicts(waitingFor([gap('logs', 'logs', LOGS)], [unknown([], { reason: 'notCovered', evidence: [] })])),
    ).toEqual([undefined]));

  test('nothing, when the rule itself is broken or the verdict is another', () => {
    const others = [
      unknown(['secret.versions'], { reason: 'ruleError' }),
      unknown(['secret.versions'], { verdict: 'fail' }),
    ];
    expect(verdicts(waitingFor([gap('secrets', 'data', ROLE)], others))).toEqual([undefined]);
  });

  test('a gap that is told after it, as the logs of a vault are', () => {
    const waiting = new Waiting(azure, access);
    waiting.add(unknown(['vault.logsFrom']));
    waiting.heard(gap('logs', 'logs', LOGS));
    waiting.settle();
    waiting.settle();
    expect(verdicts(waiting)).toEqual([1]);
  });
});

describe('a verdict that waits for two things', () => {
  const both = unknown(['secret.versions', 'vault.logsFrom']);

  test('is given by neither cure alone', () => {
    const waiting = waitingFor([gap('secrets', 'data', ROLE), gap('logs', 'logs', LOGS)], [both]);
    expect(numbers(waiting)).toEqual({ [ROLE]: [0, 1], [LOGS]: [0, 1] });
    expect(verdicts(waiting)).toEqual([1, 1]);
  });

  test('is given by one that cures both', () => {
    const waiting = waitingFor([gap('secrets', 'data', ROLE), gap('logs', 'logs', ROLE)], [both]);
    expect(numbers(waiting)).toEqual({ [ROLE]: [1, 0] });
  });

  test('is not promised when one of them has no known cure', () => {
    const waiting = waitingFor([gap('secrets', 'data', ROLE), gap('logs', 'logs')], [both]);
    expect(numbers(waiting)).toEqual({ [ROLE]: [0, 1] });
  });
});

describe('what could not even be listed hides more', () => {
  const about = (kind: string, resource: Finding['resource']) => unknown([kind], { about: kind, resource });

  test('certificates of a vault', () => {
    const waiting = waitingFor([gap('certificates', 'data', ROLE)], [about('azure.certificate', vault)]);
    expect(waiting.cures).toEqual([{ cure: ROLE, verdicts: 1, together: 0, orMore: true, gaps: 1, places: 1 }]);
    expect(waiting.coverage[0]).toMatchObject({ verdicts: 1, orMore: true });
  });

  test('the secrets behind a subscription whose vaults are not known wait for the list of vaults', () => {
    const place = `subscription:${SUBSCRIPTION}`;
    const subscription = { kind: 'azure.subscription', id: place, name: 'Production', subscriptionId: SUBSCRIPTION };
    const waiting = waitingFor(
      [gap('inventory', 'arm', READER, place), gap('secrets', 'data', ROLE)],
      [about('azure.vault', subscription), about('azure.secret', subscription)],
    );
    expect(verdicts(waiting)).toEqual([2, undefined]);
  });
});

describe('cures', () => {
  test('come in the order of what each gives alone, with gaps and places counted', () => {
    const waiting = waitingFor(
      [
        gap('logs', 'logs', LOGS),
        gap('logs', 'logs', LOGS, `${VAULT}b`),
        gap('secrets', 'data', ROLE),
        gap('keys', 'data', ROLE),
      ],
      [unknown(['secret.versions']), unknown(['secret.versions']), unknown(['vault.logsFrom'])],
    );
    expect(waiting.cures).toEqual([
      { cure: ROLE, verdicts: 2, together: 0, gaps: 2, places: 1 },
      { cure: LOGS, verdicts: 1, together: 0, gaps: 2, places: 2 },
    ]);
  });

  test('are not needed where all was read', () =>
    expect(waitingFor([{ resource: VAULT, what: 'secrets', plane: 'data', status: 'read' }], []).cures).toEqual([]));
});
