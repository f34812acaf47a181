/**
 * The shipped rules once more, written by hand as one would in JavaScript, gaps included: what the engine is measured
 * against, and what its verdicts are compared with.
 */
import { Fault } from '../dist/model/gap.js';

const DAY = 86_400_000;

/** @typedef {Record<string, any>} Facts */
/** @typedef {{ facts: Facts, params: Facts, now: number }} Case */
/** @typedef {'pass' | 'fail' | 'unknown' | 'notApplicable'} Verdict */

/** @param {unknown} value */
const isGap = (value) => value instanceof Fault;
/** @param {unknown} known @returns {Verdict} */
const verdict = (known) => (isGap(known) ? 'unknown' : known ? 'pass' : 'fail');
/** True if one is, else unknown if one is. @param {unknown[]} answers */
const any = (...answers) => answers.includes(true) || (answers.find(isGap) ?? false);

/** Whether the rule applies, in doubt only a pass is told. @param {unknown} applies @param {() => unknown} holds @returns {Verdict} */
function given(applies, holds) {
  if (applies === false) return 'notApplicable';
  const answer = verdict(holds());
  return isGap(applies) && answer !== 'pass' ? 'unknown' : answer;
}

/** @param {unknown} fact */
const present = (fact) => (isGap(fact) ? fact : fact !== undefined);
/** @param {unknown} fact @param {unknown} value */
const is = (fact, value) => (isGap(fact) ? fact : fact === value);
/** @param {unknown} fact */
const not = (fact) => (isGap(fact) ? fact : !fact);

/** @param {Facts} facts */
const inUse = ({ createMode }) => not(is(createMode, 'recover'));

/** @param {Case} of */
const hasExpiry = ({ facts, params }) =>
  given(any(facts.enabled, params.includeDisabled), () => present(facts.expires));

/** @param {Case} of */
const notLapsed = ({ facts, params, now }) =>
  given(facts.enabled, () => {
    const { expires } = facts;
    return isGap(expires) ? expires : expires === undefined || now - params.graceDays * DAY < expires;
  });

/** @param {Case} of */
function isYoung({ facts, params, now }) {
  const { notBefore, created } = facts;
  if (params.useNotBefore && isGap(notBefore)) return notBefore;
  const since = params.useNotBefore && notBefore !== undefined ? notBefore : created;
  return isGap(since) ? since : now - since <= params.maxAgeDays * DAY;
}

/** @param {unknown[]} conditions */
const all = (...conditions) => not(any(...conditions.map(not)));

/** @param {Case} of */
function rotates({ facts: { rotationPolicy } }) {
  if (isGap(rotationPolicy) || rotationPolicy === undefined) return rotationPolicy ?? false;
  for (const planned of rotationPolicy.lifetimeActions)
    if (planned.action === 'Rotate' && (planned.timeAfterCreate ?? planned.timeBeforeExpiry) !== undefined) return true;
  return false;
}

/** @param {Case} of */
function firewall({ facts, params }) {
  const { network, publicNetworkAccess, perimeterAccessMode } = facts;
  const denies = isGap(network) ? network : is(network?.defaultAction, 'Deny');
  const perimeter = params.acceptPerimeter
    ? all(is(publicNetworkAccess, 'SecuredByPerimeter'), is(perimeterAccessMode, 'Enforced'))
    : false;
  return any(denies, is(publicNetworkAccess, 'Disabled'), perimeter);
}

/** @param {Case} of */
function publicAccess({ facts: { publicNetworkAccess }, params }) {
  if (isGap(publicNetworkAccess)) return publicNetworkAccess;
  return publicNetworkAccess === 'Disabled' || (params.acceptPerimeter && publicNetworkAccess === 'SecuredByPerimeter');
}

/** @param {Case} of */
function approvedEndpoint({ facts: { privateEndpointConnections: connections } }) {
  if (isGap(connections) || connections === undefined) return connections ?? false;
  return any(...connections.map((/** @type {Facts} */ { status }) => is(status, 'Approved')));
}

/** @param {Case} of @returns {Verdict} */
function expiryAhead({ facts: { enabled, expires, belongsToCertificate }, params, now }) {
  const lapsed = isGap(expires) ? expires : expires !== undefined && expires <= now;
  const far = isGap(expires) ? expires : expires === undefined || expires >= now + params.warnDays * DAY;
  const managed = params.skipManaged && belongsToCertificate;
  return given(all(enabled, not(lapsed), not(managed)), () => far);
}

/** By rule id. @type {Record<string, (of: Case) => Verdict>} */
export const BY_HAND = {
  'KV-ACC-001': ({ facts }) => given(inUse(facts), () => any(is(facts.rbacAuthorization, true))),
  'KV-CRT-001': notLapsed,
  'KV-NET-001': (of) => given(inUse(of.facts), () => firewall(of)),
  'KV-NET-002': (of) => verdict(publicAccess(of)),
  'KV-NET-004': (of) => verdict(approvedEndpoint(of)),
  'KV-REC-001': ({ facts, params }) => given(inUse(facts), () => facts.softDelete ?? !params.treatAbsentAsFail),
  'KV-REC-002': ({ facts }) => given(inUse(facts), () => is(facts.purgeProtection, true)),
  'KV-REC-003': ({ facts: { softDelete, softDeleteRetentionDays: days = 90 }, params }) =>
    given(any(present(days), not(is(softDelete, false))), () => (isGap(days) ? days : days >= params.minRetentionDays)),
  'KV-ROT-001': (of) => {
    const { enabled, belongsToCertificate } = of.facts;
    const managed = of.params.skipManaged && belongsToCertificate;
    return given(all(enabled, not(managed)), () => isYoung(of));
  },
  'KV-ROT-002': (of) => given(of.facts.enabled, () => isYoung(of)),
  'KV-ROT-004': hasExpiry,
  'KV-ROT-005': hasExpiry,
  'KV-ROT-006': notLapsed,
  'KV-ROT-007': notLapsed,
  'KV-ROT-008': expiryAhead,
  'KV-ROT-012': (of) => {
    const { enabled, belongsToCertificate, keyType } = of.facts;
    const symmetric = of.params.excludeNonRotatableKeyTypes && any(is(keyType, 'oct'), is(keyType, 'oct-HSM'));
    const managed = of.params.excludeManagedByCertificate && belongsToCertificate;
    return given(all(any(enabled, of.params.includeDisabled), not(managed), not(symmetric)), () => rotates(of));
  },
};
