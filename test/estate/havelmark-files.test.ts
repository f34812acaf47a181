/** The committed demo estate holds together. */
import { createHash, X509Certificate } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { VaultContents } from '../../src/estate/estate.ts';
import { nameOf, versionOf } from '../../src/estate/object-name.ts';
import type { RawVault } from '../../src/estate/raw.ts';
import { certificates, estate, everything, FOLDER, keys, now, ordered, secrets, vaults } from './havelmark.ts';

const GENERATOR = 'scripts/make-estate.mjs';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** The scanner's address is in the office's range. */
function letsScannerIn({ properties }: RawVault): boolean {
  const { publicNetworkAccess = 'Enabled', networkAcls } = properties as Network;
  if (publicNetworkAccess.toLowerCase() !== 'enabled') return false;
  if (networkAcls?.defaultAction.toLowerCase() !== 'deny') return true;
  return networkAcls.ipRules.some(({ value }) => value === '198.51.100.0/27');
}

interface Network {
  readonly publicNetworkAccess?: string;
  readonly networkAcls?: { readonly defaultAction: string; readonly ipRules: readonly { readonly value: string }[] };
}

const hasPrivateWay = ({ properties }: RawVault) =>
  properties['publicNetworkAccess'] === 'SecuredByPerimeter' ||
  JSON.stringify(properties.privateEndpointConnections ?? []).includes('"Approved"');

const shutTo = ({ refusals }: VaultContents) =>
  refusals.some(({ innerCode = '' }) => ['ForbiddenByFirewall', 'ForbiddenByConnection'].includes(innerCode));

/** Those that do not belong to a certificate. */
const unmanaged = (objects: readonly { readonly item: { readonly managed?: boolean } }[]) =>
  objects.filter(({ item }) => !item.managed).length;

describe('the files', () => {
  test('are what the generator writes', () => {
    const parent = mkdtempSync(join(tmpdir(), 'estate-'));
    const fresh = join(parent, 'fresh');
    execFileSync(process.execPath, [GENERATOR, fresh]);
    expect(filesIn(FOLDER)).toEqual(filesIn(fresh));
    for (const file of filesIn(fresh))
      expect(readFileSync(join(FOLDER, file), 'utf8'), file).toBe(readFileSync(join(fresh, file), 'utf8'));
    rmSync(parent, { recursive: true });
  });

  test('are not written over a folder that is no estate', () => {
    const folder = mkdtempSync(join(tmpdir(), 'precious-'));
    expect(() => execFileSync(process.execPath, [GENERATOR, folder], { stdio: 'pipe' })).toThrow(/is no estate/);
    rmSync(folder, { recursive: true });
  });

  test('show everything they hold: no byte outside of printable ASCII', () => {
    for (const file of filesIn(FOLDER)) expect(readFileSync(join(FOLDER, file), 'latin1'), file).toMatch(/^[\n -~]*$/);
  });

  test('are small enough to ship', () => {
    const bytes = filesIn(FOLDER).reduce((sum, file) => sum + readFileSync(join(FOLDER, file)).length, 0);
    expect(bytes).toBeLessThan(1_200_000);
  });

  test('belong to a vault each', () => {
    expect(readdirSync(join(FOLDER, 'vaults')).sort()).toEqual(
      vaults
        .filter(({ name }) => name !== 'kv-sandbox-dev-weu')
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('carry a value in one place, and there it is the canary', () => {
    const texts = filesIn(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
    expect(texts.join('').match(/"value":"CANARY-SECRET-VALUE-[^"]*"/g)).toHaveLength(1);
    expect(secrets.filter(({ item }) => 'value' in item).map(({ item }) => nameOf(item))).toEqual([
      'gps-gateway-password',
    ]);
    expect(secrets.flatMap(({ versions }) => versions).some((version) => 'value' in version)).toBe(false);
  });
});

describe('the size of the company', () => {
  test('three subscriptions in use and one that was closed', () => {
    expect(estate.subscriptions.map(({ state }) => state)).toEqual(['Enabled', 'Enabled', 'Enabled', 'Disabled']);
    expect(estate.subscriptions.map(({ subscriptionId }) => estate.vaultsOf(subscriptionId).length)).toEqual([
      11, 7, 5, 0,
    ]);
  });

  test('some three hundred objects that people made', () => {
    expect({ secrets: unmanaged(secrets), keys: unmanaged(keys), certificates: certificates.length }).toEqual({
      secrets: 186,
      keys: 60,
      certificates: 59,
    });
  });

  test('one to six versions each', () => {
    const counts = [...secrets, ...keys, ...certificates].map(({ versions }) => versions.length);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 6]);
  });
});

describe('the parts fit together', () => {
  test('names are what Azure accepts', () => {
    for (const { name } of vaults) expect(name).toMatch(/^[A-Za-z][0-9A-Za-z-]{1,22}[0-9A-Za-z]$/);
    for (const { item } of [...secrets, ...keys, ...certificates])
      expect(nameOf(item)).toMatch(/^[0-9A-Za-z-]{1,127}$/);
  });

  test('no vault and no object is there twice', () => {
    const objects = [...secrets, ...certificates].map(({ item }) => item.id).concat(keys.map(({ item }) => item.kid));
    expect(new Set(objects.map((id) => id.toLowerCase())).size).toBe(objects.length);
    expect(new Set(vaults.map(({ name }) => name.toLowerCase())).size).toBe(vaults.length);
  });

  test('every object is in the vault whose file it is in', () => {
    for (const { vault, contents } of everything) {
      const uris = [...contents.secrets, ...contents.certificates].map(({ item }) => item.id);
      const all = [...uris, ...contents.keys.map(({ item }) => item.kid)];
      expect(all.filter((id) => !id.startsWith(vault.properties.vaultUri))).toEqual([]);
    }
  });

  test('a list shows the attributes of the newest version', () => {
    for (const { item, versions } of [...secrets, ...keys, ...certificates]) {
      const [newest] = versions.toSorted((a, b) => b.attributes.created - a.attributes.created);
      expect(item.attributes, nameOf(item)).toEqual(newest?.attributes);
    }
  });

  test('versions belong to their object, differ, and come in no order', () => {
    for (const { item, versions } of [...secrets, ...keys, ...certificates]) {
      expect(new Set(versions.map(nameOf))).toEqual(new Set([nameOf(item)]));
      expect(new Set(versions.map(versionOf)).size).toBe(versions.length);
    }
    const unordered = secrets.filter(({ versions: [first, second] }) =>
      first && second ? first.attributes.created < second.attributes.created : false,
    );
    expect(unordered.length).toBeGreaterThan(10);
  });

  test("a key's material is that of its newest version, in the right length", () => {
    for (const { item, versions, material } of keys) {
      const current = versions.find(({ kid }) => kid === material.kid);
      expect(current?.attributes, nameOf(item)).toEqual(item.attributes);
      if (material.n) expect([256, 384, 512]).toContain(Buffer.from(material.n, 'base64url').length);
    }
  });

  test('each certificate has its key and its secret, with the same versions', () => {
    for (const { contents } of everything) {
      const managed = [...contents.keys, ...contents.secrets].filter(({ item }) => item.managed);
      const issued = contents.certificates.filter((one) => certificates.includes(one));
      expect(managed).toHaveLength(issued.length * 2);
      for (const { item, versions } of issued) {
        const twins = managed.filter((one) => nameOf(one.item) === nameOf(item));
        const ids = versions.map(versionOf).sort();
        expect(twins.map((twin) => twin.versions.map(versionOf).sort())).toEqual([ids, ids]);
      }
    }
  });

  test('a public part is what the vault says of it', () => {
    for (const { item, cer = '' } of certificates) {
      const der = Buffer.from(cer, 'base64');
      const { validFrom, validTo } = new X509Certificate(der);
      const { nbf, created, exp } = item.attributes;
      expect([validFrom, validTo].map((time) => Date.parse(time) / 1000)).toEqual([nbf ?? created, exp]);
      expect(createHash('sha1').update(der).digest('base64url')).toBe(item.x5t);
    }
    expect(ordered.map(({ item, cer, operation }) => [nameOf(item), cer, operation?.status])).toEqual([
      ['portal-track-havelmark-example', undefined, 'inProgress'],
    ]);
  });

  test('nothing was made after today', () => {
    for (const { versions } of [...secrets, ...keys, ...certificates])
      for (const { attributes } of versions) expect(attributes.created).toBeLessThanOrEqual(now);
  });

  test('whom the firewall lets in, it does not refuse', () => {
    for (const { vault, contents } of everything)
      if (letsScannerIn(vault)) expect(shutTo(contents), vault.name).toBe(false);
  });

  test('whom neither firewall nor private endpoint lets in is refused', () => {
    for (const { vault, contents } of everything)
      if (!letsScannerIn(vault) && !hasPrivateWay(vault)) expect(shutTo(contents), vault.name).toBe(true);
  });
});
