/** What findings say where a plain sentence would be wrong, or say nothing of what decided. */
import { expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import { judge } from '../../src/engine/judge.ts';
import { installation } from '../../src/installation.ts';
import { lineage } from '../../src/model/catalog.ts';
import type { Rule } from '../../src/model/rule.ts';
import { loadRules } from '../../src/rules/load.ts';
import { boringFacts, defaultsOf } from './boring.ts';
import { language } from './sound.ts';

const { rules } = await loadRules([installation.rules], language);
const NOW = Date.parse('2026-11-20T06:00:00Z');
const inDays = (days: number): number => NOW + days * 86_400_000;

interface Differs {
  readonly own?: object;
  readonly vault?: object;
  readonly params?: object;
}

/** What the rule says of an ordinary resource that differs in some facts, which make it fail. */
async function says(id: string, { own = {}, vault = {}, params = {} }: Differs): Promise<string | undefined> {
  const rule = rules.find((one) => one.id === id) as Rule;
  const kinds = lineage(azure, rule.kind);
  const facts = await boringFacts(rule);
  const [first, ...others] = facts.map((each, at) => ({ ...each, ...(kinds[at] === 'azure.vault' && vault) }));
  const frame = [{ ...first, ...own }, ...others, { ...defaultsOf(rule), ...params }, NOW];
  return judge(rule, frame, language.machine, 'findings').find(({ verdict }) => verdict === 'fail')?.message;
}

test('every message comes to a full stop', () => {
  const ends = rules.map(({ id, message }) => [
    id,
    message.map((part) => (typeof part === 'string' ? part : part.text)),
  ]);
  const open = ends.filter(([, parts]) => !/[.](?:')?$/.test(String(parts?.at(-1)).trimEnd()));
  expect(open).toEqual([]);
});

test('something that is listed past its purge date is not said to be purged some day', async () => {
  const own = { objectType: 'secret', deletedAt: inDays(-90) };
  const purged = (days: number) => says('KV-REC-005', { own: { ...own, scheduledPurgeAt: inDays(days) } });
  expect(await purged(-2)).toMatch(/^The deleted secret was to be purged on 2026-11-18, and is still listed\./);
  expect(await purged(3)).toMatch(/^The deleted secret is purged on 2026-11-23, at most 7 days from now\./);
});

test('a rotation that comes too late is named, one that never comes has no date', async () => {
  const rotates = (nextRotation?: number) => says('KV-ROT-013', { own: { created: NOW, nextRotation } });
  expect(await rotates(inDays(92))).toMatch(/within 90 days of 2026-11-20, .*; the next one is due on 2027-02-20\.$/);
  expect(await rotates()).toMatch(/when the current version was made\.$/);
});

test('whether production or its length speaks against a self-signed certificate', async () => {
  const own = { policy: { issuerName: 'Self' }, notBefore: NOW, expires: inDays(91) };
  const tagged = (environment: string) => says('KV-CRT-007', { own, vault: { tags: { environment } } });
  const dates = '; it is valid from 2026-11-20 to 2027-02-19.';
  expect(await tagged('Prod')).toBe(`The certificate is self-signed in a production vault${dates}`);
  expect(await tagged('test')).toBe(`The certificate is self-signed and valid for longer than 90 days${dates}`);
});

test('who signed a certificate of no approved authority, and who is approved', async () => {
  const own = { policy: { issuerName: 'Unknown' }, publicPart: { issuerCommonName: 'Example Root' } };
  expect(await says('KV-CRT-008', { own, params: { allowedIntegratedCAs: [] } })).toBe(
    "The certificate's issuer is Unknown in the vault, and it was signed by Example Root. Approved issuers: none; " +
      'approved in common names: nothing.',
  );
});

test('of a private key only what the estate does not allow', async () => {
  const own = { policy: { exportable: true, reuseKey: true } };
  const kept = 'Renewal keeps the private key: yes.';
  const fetched = 'It may be fetched from the vault: yes.';
  const allowing = (params: object) => says('KV-CRT-010', { own, params });
  expect(await allowing({})).toBe(kept);
  expect(await allowing({ allowExportable: false, allowReuse: true })).toBe(fetched);
  expect(await allowing({ allowExportable: false })).toBe(`${kept} ${fetched}`);
});

test('in which mode the perimeter is that does not close a vault', async () => {
  const of = (perimeterAccessMode?: string) =>
    says('KV-NET-001', { own: { publicNetworkAccess: 'SecuredByPerimeter', network: undefined, perimeterAccessMode } });
  expect(await of('Learning')).toContain('is SecuredByPerimeter (mode of the perimeter: Learning), and');
  expect(await of()).toContain('is SecuredByPerimeter (in no perimeter), and');
  expect(await says('KV-NET-001', { own: { publicNetworkAccess: 'Enabled', network: undefined } })).toContain(
    'is Enabled, and the firewall',
  );
});

test('what keeps a certificate from renewing, to a full stop whatever the authority wrote', async () => {
  const operation = { status: 'failed', errorCode: 'X', errorMessage: 'The account is closed' };
  const own = { expires: inDays(10), issuerProvider: undefined, operation };
  const order = /Last order: failed \(The account is closed\)\.$/;
  expect(await says('KV-CRT-002', { own })).toMatch(order);
  expect(await says('KV-CRT-006', { own })).toMatch(order);
  expect(await says('KV-CRT-006', { own: { ...own, operation: undefined } })).toMatch(
    /provider behind it: none that is set up in the vault\. .* Last order: none that the vault remembers\.$/,
  );
});

test('whether an access policy grants everything by name or one by one, and what else it grants', async () => {
  const entry = { principalId: 'p', keys: [], secrets: ['purge'], certificates: [], storage: [] };
  const grants = (differs: object) =>
    says('KV-ACC-002', {
      own: { permissionModel: 'accessPolicy', accessPolicies: [{ ...entry, ...differs }] },
    });
  const rest = 'certificates: none; storage accounts: none.';
  expect(await grants({})).toBe(
    `The access policy of p grants all or purge on some kind of object. Keys: none; secrets: purge; ${rest}`,
  );
  const secrets = ['get', 'list', 'set', 'delete', 'backup', 'restore', 'recover'];
  expect(await grants({ secrets, applicationId: 'a' })).toBe(
    'The access policy of p through a grants every permission but purge on some kind of object. ' +
      `Keys: none; secrets: ${secrets.join(', ')}; ${rest}`,
  );
});

test('of leftovers no date unless the secret is disabled', async () => {
  const versions = [1, 2, 3].map((day) => ({ enabled: true, created: inDays(-day) }));
  expect(await says('KV-USE-005', { own: { versions } })).toBe('Enabled versions of the secret: 3; allowed are 2.');
  expect(await says('KV-USE-005', { own: { versions: [], enabled: false, updated: inDays(-200) } })).toBe(
    'Enabled versions of the secret: 0; allowed are 2. It is disabled, for which 180 days are allowed, and was last ' +
      'changed on 2026-05-04.',
  );
});

test('when a secret was last read, and since when anybody would know', async () => {
  const vault = { logsFrom: inDays(-200) };
  const unused = (lastUsed?: number) => says('KV-USE-001', { own: { created: inDays(-300), lastUsed }, vault });
  expect(await unused(inDays(-100))).toMatch(/reach back to 2026-05-04; the last read in them: 2026-08-12\.$/);
  expect(await unused()).toMatch(/reach back to 2026-05-04; the last read in them: none\.$/);
});
