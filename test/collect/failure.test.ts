import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/collect/azure/failure.ts';
import { CallError } from '../../src/collect/azure/http.ts';

const asked = {
  plane: 'data',
  request: 'GET https://kv-a.vault.azure.net/secrets',
  at: '2026-01-01T00:00:00Z',
} as const;
const purpose = { what: 'secrets', remedy: 'Grant the role Key Vault Reader.' };
const lost = (code: string) => failureOf(new CallError(asked, code, undefined, 'x'), purpose);

describe('a request that nobody answered says why, and what would help', () => {
  test('a vault whose name is known in a private network alone', () => {
    expect(lost('ENOTFOUND')).toMatchObject({
      reason: 'notFound',
      detail: 'secrets: no answer (ENOTFOUND)',
      remedy: expect.stringContaining('private endpoint'),
    });
  });

  test.each(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])(
    '%s is a wait that was too long',
    (code) => {
      expect(lost(code).reason).toBe('timeout');
    },
  );

  test.each([
    ['EDEADLINE', /--timeout/],
    ['EPROXY', /^Have the proxy/],
    ['ETIMEDOUT', /^Run the scan again/],
  ])('%s has its own cure', (code, cure) => expect(lost(code).remedy).toMatch(cure));
});

describe('a refusal is told by what stands inside of it', () => {
  const refused = (inner: string) =>
    failureOf(new CallError({ ...asked, status: 403 }, 'Throttled', inner, 'x'), purpose);

  test.each([
    ['ForbiddenByFirewall', 'firewall', /an address that the vault's firewall allows/],
    ['ForbiddenByConnection', 'firewall', /private endpoint/],
    ['ForbiddenByRbac', 'forbidden', /Key Vault Reader/],
    ['NobodyKnows', 'throttled', /again/],
  ])('%s', (inner, reason, cure) =>
    expect(refused(inner)).toMatchObject({ reason, remedy: expect.stringMatching(cure), code: inner }),
  );
});
