/** How people sign in, as Microsoft Graph tells it, or does not. */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/estate/faults.ts';
import { soundSignIn } from '../estate/sound-sign-in.ts';
import { smallEstate, TENANT } from '../estate/small-estate.ts';
import { holes, scan, verdict } from './scan.ts';

const RULES = ['KV-IDN-003', 'KV-IDN-006'] as const;
const MULTIFACTOR = { only: RULES };
const PERMISSION = /Policy\.Read\.All \(application permission of Microsoft Graph, with admin consent\)/;

const [sound = {}] = soundSignIn.conditionalAccess;
const policy = (id: string, difference: object = {}) => ({ ...sound, id, ...difference });
const off = (id: string) => policy(id, { state: 'disabled' });
const tenantWith = (conditionalAccess: readonly object[], policies?: number) =>
  smallEstate(
    {},
    {
      signInPolicy: { ...soundSignIn, conditionalAccess: conditionalAccess as (typeof sound)[] },
      pageSizes: { subscriptions: 2, vaults: 7, objects: 25, ...(policies !== undefined && { policies }) },
    },
  );
const verdicts = (scanned: Awaited<ReturnType<typeof scan>>) => RULES.map((id) => verdict(scanned, id, TENANT));
const onGraph = ({ url }: { url: string }) => url.startsWith('https://graph.');
const onPolicies = ({ url }: { url: string }) => url.includes('/conditionalAccess/');

describe('a tenant without any vault', () => {
  test('is judged all the same', async () => {
    const scanned = await scan(tenantWith([sound]), MULTIFACTOR);
    expect(verdicts(scanned)).toEqual(['pass', 'pass']);
    expect(scanned.coverage).toMatchObject([
      { resource: `tenant:${TENANT}`, what: 'inventory', status: 'read' },
      { resource: `tenant:${TENANT}`, what: 'signInPolicy', plane: 'graph', status: 'read' },
      { what: 'inventory', status: 'read' },
    ]);
  });

  test('and without a policy asks nobody for a second factor', async () => {
    const scanned = await scan(tenantWith([]), MULTIFACTOR);
    expect(verdicts(scanned)).toEqual(['fail', 'fail']);
    expect(holes(scanned)).toEqual([]);
    expect(scanned.exitCode()).toBe(1);
  });
});

describe('many policies', () => {
  const many = [...Array.from({ length: 5 }, (_, i) => off(`0a000000-0000-4000-8000-00000000001${i}`)), sound];

  test('come in pages, the last of which settles it', async () => {
    const scanned = await scan(tenantWith(many, 2), MULTIFACTOR);
    expect(verdicts(scanned)).toEqual(['pass', 'pass']);
    expect(scanned.requests.filter(onPolicies)).toHaveLength(3);
  });

  test('broken off before the one that would do: unknown, never fail', async () => {
    const faults: Fault[] = [{ matches: ({ url }) => onPolicies({ url }) && url.includes('skiptoken'), answer: 500 }];
    const scanned = await scan(tenantWith(many, 2), { ...MULTIFACTOR, faults });
    expect(verdicts(scanned)).toEqual(['unknown', 'unknown']);
    expect(holes(scanned)).toMatchObject([{ what: 'signInPolicy', plane: 'graph', status: 'error' }]);
    expect(scanned.exitCode()).toBe(3);
  });

  test('broken off behind the one that does: it passes', async () => {
    const faults: Fault[] = [{ matches: ({ url }) => onPolicies({ url }) && url.includes('skiptoken'), answer: 500 }];
    const scanned = await scan(tenantWith(many.toReversed(), 2), { ...MULTIFACTOR, faults });
    expect(verdicts(scanned)).toEqual(['pass', 'pass']);
    expect(scanned.report.run.complete).toBe(false);
  });

  test('a link to another host is not followed', async () => {
    const elsewhere: Fault = {
      matches: onPolicies,
      edit: (body) => ({
        ...(body as object),
        '@odata.nextLink': 'https://graph.example/v1.0/identity/conditionalAccess/policies?x',
      }),
    };
    const scanned = await scan(tenantWith([off(`0a000000-0000-4000-8000-000000000010`)]), {
      ...MULTIFACTOR,
      faults: [elsewhere],
    });
    expect(scanned.requests.filter(({ url }) => url.includes('example'))).toEqual([]);
    expect(verdicts(scanned)).toEqual(['unknown', 'unknown']);
  });
});

describe('a tenant that nobody granted the permission for', () => {
  test('is unknown, and told which permission is missing', async () => {
    const scanned = await scan(smallEstate({}, { signInPolicy: 'refused' }), MULTIFACTOR);
    expect(scanned.findings).toMatchObject([
      { verdict: 'unknown', reason: 'forbidden' },
      { verdict: 'unknown', reason: 'forbidden' },
    ]);
    expect(holes(scanned)).toMatchObject([
      {
        status: 'forbidden',
        detail: 'security defaults: HTTP 403 AccessDenied',
        remedy: expect.stringMatching(PERMISSION) as unknown,
      },
      {
        status: 'forbidden',
        detail: 'Conditional Access policies: HTTP 403 AccessDenied',
        remedy: expect.stringMatching(PERMISSION) as unknown,
      },
    ]);
    expect(scanned.exitCode()).toBe(3);
  });

  test('when the token itself is refused, loses that and nothing else', async () => {
    const scanned = await scan(smallEstate({ 'kv-a': {} }), { withoutTokensFor: 'https://graph.microsoft.com' });
    expect(verdicts(scanned)).toEqual(['unknown', 'unknown']);
    expect(verdict(scanned, 'KV-REC-002', 'kv-a')).toBe('pass');
    const lost = holes(scanned).filter(({ plane }) => plane === 'graph');
    expect(lost.map(({ status }) => status)).toEqual(['forbidden', 'forbidden']);
    for (const { remedy } of lost) expect(remedy).toMatch(PERMISSION);
  });
});

test.each([
  [429, 'throttled'],
  [500, 'error'],
  ['silence', 'timeout'],
  ['html', 'error'],
] as const)('%s from Graph is a gap with reason %s', async (answer, reason) => {
  const scanned = await scan(smallEstate({}), { ...MULTIFACTOR, faults: [{ matches: onGraph, answer }] });
  expect(scanned.findings.map((finding) => [finding.verdict, finding.reason])).toEqual([
    ['unknown', reason],
    ['unknown', reason],
  ]);
});
