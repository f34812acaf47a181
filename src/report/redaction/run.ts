/** What a report for outsiders tells of the run: when and how, not where and who. */
import { PLANES } from '../../model/catalog.ts';
import { AUTH_KINDS, CLOUD_NAMES } from '../../model/choices.ts';
import type { ReportRun, Settings } from '../../model/report.ts';
import { type Identity, PROOFS, type SignIn } from '../../model/snapshot.ts';
import type { Pseudonyms } from './pseudonyms.ts';

export function runWithout(run: ReportRun, names: Pseudonyms): ReportRun {
  const { id, startedAt, finishedAt, evaluatedAt, complete } = run;
  const { tenantId, identity, signIn, collector, settings, scope, requests, estate } = run;
  return {
    id: names.named('run', id),
    startedAt,
    finishedAt,
    evaluatedAt,
    ...(tenantId !== undefined && { tenantId: names.of(tenantId) }),
    ...(identity && { identity: identityWithout(identity, names) }),
    ...(signIn && signInWithout(signIn)),
    ...(collector && { collector: { name: collector.name, version: collector.version } }),
    ...(settings && { settings: settingsWithout(settings, names) }),
    scope: scopeWithout(scope, names),
    ...(requests && { requests }),
    ...(estate !== undefined && { estate: names.named('estate', estate) }),
    complete,
    redacted: true,
  };
}

const identityWithout = ({ objectId, appId, type }: Identity, names: Pseudonyms): Identity => ({
  ...(objectId !== undefined && { objectId: names.of(objectId) }),
  ...(appId !== undefined && { appId: names.of(appId) }),
  ...(type && { type }),
});

function signInWithout({ auth, proof }: SignIn): { signIn?: SignIn } {
  if (!AUTH_KINDS.includes(auth)) return {};
  return { signIn: { auth, ...(proof && PROOFS.includes(proof) && { proof }) } };
}

/** Overrides may name vaults and tags, which could be guessed and tried. */
const settingsWithout = ({ sha256, profile, only }: Settings, names: Pseudonyms): Settings => ({
  sha256: names.fingerprint(sha256),
  ...(profile !== undefined && { profile }),
  ...(only && { only }),
});

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const scopeWithout = (
  { cloud, subscriptions, vaults, without }: ReportRun['scope'],
  names: Pseudonyms,
): ReportRun['scope'] => ({
  cloud: CLOUD_NAMES.find((known) => known === cloud) ?? names.named('cloud', cloud),
  subscriptions: subscriptions.map((asked) =>
    GUID.test(asked) ? names.of(asked) : names.named('subscription', asked),
  ),
  vaults: vaults.map((vault) => names.named('vault', vault)),
  ...(without && { without: PLANES.filter((plane) => without.includes(plane)) }),
});
