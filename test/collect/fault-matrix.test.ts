/**
 * Every request of the demo's scan goes wrong, and of every sort some in every way: what could not be read is unknown,
 * never pass, and never silently gone. So that this takes seconds, a request is only repeated with what stands around it:
 * lists with their vault, requests about single objects with a handful of objects, the inventory with a slim estate. One
 * request goes wrong at a time, or one of each object, whose verdicts do not hang on each other's.
 */
import type { HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { Estate, type VaultContents } from '../../src/estate/estate.ts';
import type { Fault, FaultKind } from '../../src/estate/faults.ts';
import type { Simulator } from '../../src/estate/simulator.ts';
import type { RawSubscription, RawVault } from '../../src/estate/raw.ts';
import type { Finding } from '../../src/model/finding.ts';
import { estate } from '../estate/havelmark.ts';
import { SUBSCRIPTION, smallEstate, subscription } from '../estate/small-estate.ts';
import { holes, rules, type Scan, scan, unlisted, verdict } from './scan.ts';

const KINDS: readonly FaultKind[] = [401, 403, 404, 429, 500, 'html', 'truncated', 'empty', 'reset', 'silence'];
/** On every request of the demo; an empty body is as little JSON as a broken one, a reset as little an answer as silence. */
const ON_EVERY_REQUEST = KINDS.filter((kind) => kind !== 'empty' && kind !== 'reset');

/** An estate, how it is told when nothing goes wrong, and the requests that go wrong in it. */
interface Scene {
  readonly name: string;
  readonly estate: Estate;
  readonly peace: Scan;
  readonly aims: readonly Aim[];
}
interface Aim {
  readonly url: string;
  /** Whether it is answered when nothing goes wrong: the demo's identity may not read everything. */
  readonly isAnswered: boolean;
}

// ---- the requests, in scenes

const AT_ONCE = 6;

async function inPeace(one: Estate): Promise<{ peace: Scan; aims: Aim[] }> {
  const answered = new Map<string, boolean>();
  const wire = (simulator: Simulator): HttpClient => ({
    async sendRequest(request) {
      const response = await simulator.sendRequest(request);
      answered.set(request.url, response.status === 200);
      return response;
    },
  });
  const peace = await scan(one, { wire });
  return { peace, aims: [...answered].map(([url, isAnswered]) => ({ url, isAnswered })) };
}

const isOfTenant = (url: string) => url.startsWith('https://graph.');
const isInventory = (url: string) => isOfTenant(url) || /\/(?:deletedV|v)aults\?|\/subscriptions\?/.test(url);
const isOfLogs = (url: string) => /diagnosticSettings|OperationalInsights|loganalytics/.test(url);
const isOfNetwork = (url: string) => /networkSecurityPerimeter|Microsoft\.Network/i.test(url);
const isList = (url: string) => /\/(?:deleted)?(?:secrets|keys|certificates)\?|\/locks\?/.test(url);

async function scenes(): Promise<Scene[]> {
  const slim = estateOf(estate.vaults, (contents) => cut(contents, 0, 1));
  const scenes = [await scene('the inventory', slim, isInventory)];
  for (const vault of estate.vaults) {
    scenes.push(await scene(`lists of ${vault.name}`, estateOf([vault]), isList));
    scenes.push(
      await scene(
        `log of ${vault.name}`,
        estateOf([vault], (contents) => cut(contents, 0, 2)),
        isOfLogs,
      ),
    );
    const bare = estateOf([vault], (contents) => cut(contents, 0, 0), estate.subscriptions);
    scenes.push(await scene(`network of ${vault.name}`, bare, isOfNetwork));
    const { secrets, keys, certificates } = estate.contents(vault);
    for (let from = 0; from < Math.max(secrets.length, keys.length, certificates.length); from += AT_ONCE) {
      const few = estateOf([vault], (contents) => cut(contents, from, from + AT_ONCE));
      scenes.push(
        await scene(`objects of ${vault.name}`, few, (url) =>
          [isInventory, isList, isOfLogs, isOfNetwork].every((isOther) => !isOther(url)),
        ),
      );
    }
  }
  return scenes;
}

async function scene(name: string, one: Estate, isAim: (url: string) => boolean): Promise<Scene> {
  const { peace, aims } = await inPeace(one);
  return { name, estate: one, peace, aims: aims.filter(({ url }) => isAim(url)) };
}

const ownSubscriptions = (vaults: readonly RawVault[]) =>
  estate.subscriptions.filter(
    ({ id }) => vaults === estate.vaults || vaults.some((vault) => vault.id.toLowerCase().startsWith(`${id}/`)),
  );

const estateOf = (
  vaults: readonly RawVault[],
  change = (contents: VaultContents) => contents,
  subscriptions: readonly RawSubscription[] = ownSubscriptions(vaults),
): Estate =>
  new Estate({
    description: estate.description,
    subscriptions,
    vaults,
    contents: (name) => change(estate.contents(estate.vault(name) as RawVault)),
    ...(estate.signInPolicy && { signInPolicy: estate.signInPolicy }),
    workspaces: estate.workspaces,
    network: estate.network,
    deletedVaults: estate.deletedVaults,
    locks: estate.locks,
    tables: (workspace) => estate.tables(workspace),
  });

const cut = (contents: VaultContents, from: number, to: number): VaultContents => ({
  ...contents,
  secrets: contents.secrets.slice(from, to),
  keys: contents.keys.slice(from, to),
  certificates: contents.certificates.slice(from, to),
});

// ---- what may become of a verdict

const byFingerprint = ({ findings }: Scan) => new Map(findings.map((finding) => [finding.fingerprint, finding]));

/** Everything wrong with a scan in trouble, compared with the same scan in peace. */
function wrongs(peace: Scan, trouble: Scan, blows: readonly Blow[]): string[] {
  const before = byFingerprint(peace);
  const after = byFingerprint(trouble);
  return [
    ...trouble.findings.flatMap((finding) => unfounded(finding, before.get(finding.fingerprint))),
    ...peace.findings.flatMap((finding) =>
      after.has(finding.fingerprint) || covered(finding, trouble) ? [] : [`${told(finding)} is gone without a word`],
    ),
    ...(isToldInCoverage(peace, trouble) || blows.every(({ aim }) => !aim.isAnswered)
      ? []
      : ['coverage does not tell of it']),
  ];
}

/**
 * Trouble makes things unknown; it teaches nothing. Only when it can no longer be told whether a rule applies, and what
 * the rule requires is there anyway, the rule passes.
 */
function unfounded(now: Finding, before: Finding | undefined): string[] {
  if (now.verdict === 'unknown' || now.verdict === before?.verdict) return [];
  if (now.verdict === 'pass' && before?.verdict === 'notApplicable') return [];
  return [`${before ? told(before) : 'nothing'} became ${told(now)}`];
}

/** The vault, the subscription or the tenant says that it does not know about the kind. */
function covered({ ruleId, about, resource }: Finding, { findings }: Scan): boolean {
  const kind = about ?? resource.kind;
  return findings.some(
    (other) =>
      other.ruleId === ruleId &&
      other.verdict === 'unknown' &&
      other.about === kind &&
      (other.resource.id === resource.vault ||
        other.resource.kind === 'azure.tenant' ||
        other.resource.id === `subscription:${resource.subscriptionId}`),
  );
}

function isToldInCoverage(peace: Scan, trouble: Scan): boolean {
  const known = new Set(holes(peace).map((hole) => JSON.stringify(hole)));
  return holes(trouble).some((hole) => !known.has(JSON.stringify(hole)));
}

/** A workspace need not have the table, nor a network the subnet, a certificate an order, a vault a perimeter: that there is none is no trouble. */
const isAnAnswer = ({ aim, answer }: Blow) =>
  answer === 404 && /\/(?:tables|subnets)\/|\/pending\?|networkSecurityPerimeterConfigurations/.test(aim.url);

/** A token that opens nothing ends the scan: there is nothing to be told. */
const isTheEnd = ({ aim, answer }: Blow) => answer === 401 && aim.url.includes('/subscriptions?');

/** So many requests of each sort. */
const IN_EVERY_WAY = 1;

/** What a request asks for, whoever is asked: names and ids of the estate left out. */
const sortOf = (url: string): string =>
  `${url.includes('skiptoken')} ${url
    .replace(/\?.*/, '')
    .replace(/^https:\/\/kv-[^/]*/, '')
    .replace(
      /(?<=\/(?:subscriptions|resourceGroups|vaults|workspaces|privateEndpoints|virtualNetworks|subnets|tables|secrets|keys|certificates)\/)(?!issuers)[^/]+/gi,
      '*',
    )}`;

/** A request, and how it goes wrong. */
interface Blow {
  readonly aim: Aim;
  readonly answer: FaultKind;
}

interface Blows {
  /** Some requests of each sort, in every way. */
  readonly inEveryWay: readonly Blow[];
  /** All others, each in one way, by turns. */
  readonly byTurns: readonly Blow[];
}

function blowsAt(aims: readonly Aim[], kinds: readonly FaultKind[]): Blows {
  const seen = new Map<string, number>();
  const blows = { inEveryWay: [] as Blow[], byTurns: [] as Blow[] };
  for (const aim of aims) {
    const before = seen.get(sortOf(aim.url)) ?? 0;
    seen.set(sortOf(aim.url), before + 1);
    if (before < IN_EVERY_WAY) blows.inEveryWay.push(...kinds.map((answer) => ({ aim, answer })));
    else blows.byTurns.push({ aim, answer: kinds[before % kinds.length] as FaultKind });
  }
  const isTrouble = (blow: Blow) => !isAnAnswer(blow) && !isTheEnd(blow);
  return { inEveryWay: blows.inEveryWay.filter(isTrouble), byTurns: blows.byTurns.filter(isTrouble) };
}

/** The object that a request is about, if it is about one; a certificate's key and secret have its name. */
const objectOf = ({ aim }: Blow): string | undefined =>
  /\/(?:secrets|keys|certificates)\/(?!issuers)([^/?]+)/.exec(aim.url)?.[1];

/** In rounds that strike each object once at most, and what is no object alone. */
function rounds(blows: readonly Blow[]): Blow[][] {
  const together: Blow[][] = [];
  const struck = new Map<string, number>();
  for (const blow of blows) {
    const object = objectOf(blow);
    if (object === undefined) continue;
    const before = struck.get(object) ?? 0;
    struck.set(object, before + 1);
    (together[before] ??= []).push(blow);
  }
  return [...together, ...blows.filter((blow) => objectOf(blow) === undefined).map((blow) => [blow])];
}

const striking = ({ aim, answer }: Blow): Fault => ({ matches: ({ url }) => url === aim.url, answer });

const told = ({ verdict, ruleId, resource, about }: Finding) =>
  `${verdict} of ${ruleId} on ${resource.id}${about ? ` about ${about}` : ''}`;

describe('one request of the demo that goes wrong', async () => {
  const all = await scenes();
  const aims = new Set(all.flatMap(({ aims }) => aims.map(({ url }) => url)));
  const { inEveryWay, byTurns } = blowsAt(
    all.flatMap(({ aims }) => aims),
    ON_EVERY_REQUEST,
  );

  /** What is wrong with the scans of all scenes in which these requests go wrong, some at a time. */
  async function wrongsOf(blows: readonly Blow[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const { name, estate, peace, aims } of all)
      for (const round of rounds(blows.filter(({ aim }) => aims.includes(aim)))) {
        const trouble = await scan(estate, { faults: round.map(striking) });
        const where = round.map(({ aim, answer }) => `${answer} for GET ${aim.url}`).join(', ');
        wrong.push(...wrongs(peace, trouble, round).map((what) => `${name}, ${where}: ${what}`));
      }
    return wrong.slice(0, 20);
  }

  test('is each that the scan makes, and none is left out', async () => {
    const made = (await inPeace(estate)).aims.map(({ url }) => url);
    expect(made.length).toBeGreaterThan(700);
    expect(made.filter((url) => !aims.has(url))).toEqual([]);
  });

  test.each(ON_EVERY_REQUEST)(
    '%s for one of each sort: nothing passes for it, nothing vanishes, and coverage tells',
    async (answer) => expect(await wrongsOf(inEveryWay.filter((blow) => blow.answer === answer))).toEqual([]),
  );

  test('each other request in one of these ways: the same', async () => expect(await wrongsOf(byTurns)).toEqual([]));
});

// ---- an estate with nothing wrong, on which trouble is all there is

const fine = { created: '2026-11-01T00:00:00Z', expires: '2027-02-01T00:00:00Z' };
const ROTATING = {
  lifetimeActions: [{ trigger: { timeAfterCreate: 'P60D' }, action: { type: 'Rotate' } }],
  attributes: { expiryTime: 'P90D' },
};
const SECOND = '22222222-2222-4222-8222-222222222223';
const THIRD = '22222222-2222-4222-8222-222222222224';

const closed = {
  publicNetworkAccess: 'Disabled',
  networkAcls: { defaultAction: 'Deny', bypass: 'None', ipRules: [], virtualNetworkRules: [] },
  privateEndpointConnections: [
    {
      id: '/x',
      properties: { privateLinkServiceConnectionState: { status: 'Approved' }, provisioningState: 'Succeeded' },
    },
  ],
};

const many = Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`s-${i}`, fine]));
const cleanVaults = {
  'kv-many': { properties: closed, secrets: many, keys: { k: { ...fine, rotationPolicy: ROTATING } } },
  'kv-cert': {
    properties: closed,
    secrets: { tls: { ...fine, managed: true, contentType: 'application/x-pkcs12' } },
    keys: { tls: { ...fine, managed: true } },
    certificates: { tls: fine },
  },
};

/** Two pages of everything: subscriptions, vaults, secrets. */
const clean = smallEstate(
  {
    ...cleanVaults,
    'kv-near': { properties: closed, secrets: { s: fine } },
    'kv-far': { subscription: THIRD, properties: closed, secrets: { s: fine } },
  },
  {
    subscriptions: [subscription(SUBSCRIPTION), subscription(SECOND), subscription(THIRD)],
    pageSizes: { subscriptions: 2, vaults: 2, objects: 25 },
  },
);

describe('an estate with nothing wrong', async () => {
  const { peace, aims } = await inPeace(clean);
  const { inEveryWay, byTurns } = blowsAt(aims, KINDS);
  const isPage2 = ({ url }: Aim) => url.includes('$skiptoken');

  test('passes, and is read in pages', () => {
    expect(peace.exitCode('info')).toBe(0);
    expect(peace.report.run.complete).toBe(true);
    expect(aims.filter(isPage2)).toHaveLength(3);
  });

  test.each(KINDS)('and a request answered by %s never ends like a clean scan that read everything', async (answer) => {
    for (const blow of [...inEveryWay, ...byTurns].filter((one) => one.answer === answer)) {
      const { aim } = blow;
      const trouble = await scan(clean, { faults: [striking(blow)] });
      expect(wrongs(peace, trouble, [blow]), aim.url).toEqual([]);
      expect(trouble.report.run.complete, aim.url).toBe(false);
      const lost = trouble.findings.some(({ verdict }) => verdict === 'unknown');
      expect(trouble.exitCode('info'), aim.url).toBe(lost ? 3 : 0);
      expect(lost || sameVerdicts(peace, trouble), aim.url).toBe(true);
    }
  });

  test.each(KINDS)(
    '%s for a list and for the control plane behind it: every rule for what it holds is unknown',
    async (answer) => {
      for (const [kind, about] of [
        ['secrets', 'azure.secret'],
        ['keys', 'azure.key'],
        ['certificates', 'azure.certificate'],
      ] as const) {
        const matches = ({ url }: { url: string }) => url.includes('kv-many') && url.includes(`/${kind}?`);
        const trouble = await scan(clean, { faults: [{ matches, answer }] });
        const parent = expect.stringMatching(/kv-many$/) as string;
        expect(unlisted(trouble)).toMatchObject([
          { kind: about, parent },
          { kind: 'azure.deletedObject', parent },
        ]);
        expect(unknownAbout(trouble)).toEqual(rulesFor(about));
        expect(trouble.exitCode()).toBe(3);
      }
    },
  );

  test.each(KINDS)('%s for the second page of each list: what came is judged, the rest is unknown', async (answer) => {
    for (const [pattern, about, kinds] of [
      [/\/subscriptions\?.*skiptoken/, 'azure.subscription', VAULT_AND_BELOW],
      [/\/vaults\?.*skiptoken/, 'azure.vault', VAULT_AND_BELOW],
      [/kv-many.*\/secrets\?(?:.*skiptoken|api-version=2026)/, 'azure.secret', ['azure.secret']],
    ] as const) {
      const trouble = await scan(clean, { faults: [{ matches: ({ url }) => pattern.test(url), answer }] });
      expect(unlisted(trouble).map(({ kind }) => kind)).toEqual([about]);
      expect(unknownAbout(trouble)).toEqual(kinds.flatMap(rulesFor).toSorted());
      expect(verdict(trouble, 'KV-ROT-001', 's-0')).toBe('pass');
      expect(trouble.exitCode()).toBe(3);
    }
  });

  test('a second page of secrets that the control plane makes up for loses nothing', async () => {
    const matches = ({ url }: { url: string }) => url.startsWith('https://kv-many') && url.includes('skiptoken');
    const trouble = await scan(clean, { faults: [{ matches, answer: 500 }] });
    expect(unlisted(trouble)).toEqual([]);
    expect(sameVerdicts(peace, trouble)).toBe(true);
    expect(holes(trouble)).toMatchObject([{ what: 'secrets', plane: 'data', status: 'error', fallback: 'arm' }]);
  });

  // A token that is not taken there ends the scan.
  test.each(KINDS.filter((kind) => kind !== 401))(
    '%s for the list of subscriptions: nothing can be told of anything but the tenant',
    async (answer) => {
      const matches = ({ url }: { url: string }) => url.includes('/subscriptions?');
      const trouble = await scan(clean, { faults: [{ matches, answer }] });
      expect(unknownAbout(trouble)).toEqual(VAULT_AND_BELOW.flatMap(rulesFor).toSorted());
      const told = trouble.findings.filter(({ verdict }) => verdict !== 'unknown');
      expect(told.map(({ resource }) => resource.kind)).toEqual(['azure.tenant', 'azure.tenant']);
      expect(trouble.exitCode()).toBe(3);
    },
  );

  test('everything refused at once', async () => {
    for (const answer of KINDS) {
      const trouble = await scan(clean, {
        faults: [{ matches: ({ url }) => isOfTenant(url) || !isInventory(url), answer }],
      });
      expect(
        trouble.findings.filter(({ resource, verdict }) => resource.kind !== 'azure.vault' && verdict !== 'unknown'),
      ).toEqual([]);
      expect(unlisted(trouble)).toHaveLength(4 * clean.vaults.length);
    }
  });
});

const VAULT_AND_BELOW = ['azure.vault', 'azure.secret', 'azure.key', 'azure.certificate'];

const rulesFor = (kind: string): string[] =>
  rules
    .filter((rule) => rule.kind === kind)
    .map(({ id }) => id)
    .toSorted();

const unknownAbout = ({ findings }: Scan): string[] =>
  findings
    .filter(({ about }) => about !== undefined)
    .map(({ ruleId }) => ruleId)
    .toSorted();

const sameVerdicts = (one: Scan, other: Scan): boolean =>
  JSON.stringify(verdicts(one)) === JSON.stringify(verdicts(other));

const verdicts = ({ findings }: Scan) => findings.map(({ fingerprint, verdict }) => [fingerprint, verdict]);
