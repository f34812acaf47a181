/**
 * From objects in a vault, as either plane tells them, to facts. Sources: data plane api-version 2025-07-01; control
 * plane 2026-02-01 through @azure/arm-keyvault, which renames `exp` and `nbf`, makes dates of a secret's times and
 * leaves a key's as numbers.
 */
import { Gap } from '../../model/gap.ts';
import { isRecord, type RawFacts, settle, settleGap } from '../settle.ts';
import { azure } from './catalog.ts';
import { each, instant, isObjectName, lastStep, listOrEmpty, nameUnder, part, textIn, within } from './raw.ts';

const secret = azure['azure.secret'].facets;
const key = azure['azure.key'].facets;
const certificate = azure['azure.certificate'].facets;

const tagsOf = (raw: RawFacts): unknown => raw.tags ?? {};

type ObjectPlane = 'data' | 'arm';

const ATTRIBUTES = ['enabled', 'created', 'updated', 'expires', 'notBefore', 'recoveryLevel', 'exportable'];

/**
 * `attributes` of either plane. Without them nothing is known: not even that there is no expiry. Every object has
 * `enabled` and `created`; the typed client makes an empty object of anything else that stood there.
 */
function attributesOf(plane: ObjectPlane, raw: RawFacts): RawFacts {
  const attributes = part(raw, 'attributes');
  if (attributes instanceof Gap || (attributes.enabled === undefined && attributes.created === undefined))
    return Object.fromEntries(ATTRIBUTES.map((name) => [name, Gap.of('error')]));
  const { enabled, created, updated, recoveryLevel, exportable } = attributes;
  const { expires, notBefore } = plane === 'data' ? { expires: attributes.exp, notBefore: attributes.nbf } : attributes;
  return {
    enabled,
    created: instant(created),
    updated: instant(updated),
    expires: instant(expires),
    notBefore: instant(notBefore),
    recoveryLevel,
    exportable,
  };
}

/** An object's name in either plane's list; undefined if the item has none that Azure would allow at that address. */
export const nameInList = (plane: ObjectPlane, address: string, raw: RawFacts): string | undefined => {
  const name = plane === 'arm' ? raw.name : nameUnder(address, raw.id ?? raw.kid);
  return isObjectName(name) ? name : undefined;
};

export function secretFacts(
  name: string,
  plane: 'data' | 'arm',
  raw: RawFacts,
  belongsToCertificate: unknown,
): Record<string, unknown> {
  if (plane === 'data')
    return settle(secret.attributes.fields, {
      name,
      ...attributesOf('data', raw),
      contentType: raw.contentType,
      tags: tagsOf(raw),
      belongsToCertificate,
    });
  const properties = part(raw, 'properties');
  if (properties instanceof Gap)
    return { ...settleGap(secret.attributes.fields, properties), name, belongsToCertificate };
  return settle(secret.attributes.fields, {
    name,
    ...attributesOf('arm', properties),
    recoveryLevel: Gap.of('unsupported'),
    contentType: properties.contentType,
    tags: tagsOf(raw),
    belongsToCertificate,
  });
}

export const keyFacts = (
  name: string,
  plane: 'data' | 'arm',
  raw: RawFacts,
  belongsToCertificate: unknown,
): Record<string, unknown> =>
  settle(key.attributes.fields, {
    name,
    ...attributesOf(plane, raw),
    hsmPlatform: hsmPlatform(plane, raw),
    tags: tagsOf(raw),
    belongsToCertificate,
  });

/** A number, written as text. The control plane does not tell it, nor did the data plane before api-version 7.5. */
function hsmPlatform(plane: ObjectPlane, raw: RawFacts): unknown {
  const told = plane === 'data' ? (within(raw, 'attributes', 'hsmPlatform') ?? undefined) : undefined;
  if (told === undefined) return Gap.of('unsupported');
  return typeof told === 'string' && /^\d+$/.test(told) ? Number(told) : Gap.of('error');
}

export const certificateFacts = (name: string, raw: RawFacts): Record<string, unknown> =>
  settle(certificate.attributes.fields, {
    name,
    ...attributesOf('data', raw),
    thumbprint: raw.x5t,
    subject: raw.subject,
    tags: tagsOf(raw),
  });

/**
 * From the data plane's key bundle. A JSON Web Key that does not list its operations is not one without any.
 * Source: https://www.rfc-editor.org/rfc/rfc7517#section-4.3
 */
export function keyMaterial(bundle: RawFacts): Record<string, unknown> {
  const jwk = part(bundle, 'key');
  if (jwk instanceof Gap) return settleGap(key.material.fields, jwk);
  return settle(key.material.fields, {
    keyType: jwk.kty,
    keySize: sizeOf(jwk),
    curve: jwk.crv,
    keyOps: jwk.key_ops,
    releasePolicy: releasePolicy(bundle.release_policy, ({ immutable }) => immutable),
  });
}

/** From the control plane's key. */
export const armKeyMaterial = (raw: RawFacts): Record<string, unknown> =>
  settle(key.material.fields, {
    keyType: raw.kty,
    keySize: raw.keySize,
    curve: raw.curveName,
    keyOps: raw.keyOps,
    releasePolicy: releasePolicy(raw.releasePolicy, () => Gap.of('unsupported')),
  });

/** What it says is left out: it is long, and names those who may have the key. */
const releasePolicy = (policy: unknown, immutable: (policy: RawFacts) => unknown): unknown =>
  isRecord(policy) ? { contentType: policy.contentType, immutable: immutable(policy) } : policy;

/** Bits of the modulus. The data plane does not tell the size of a symmetric key. */
function sizeOf({ kty, n }: RawFacts): unknown {
  const type = textIn(kty).toUpperCase();
  if (type.startsWith('EC')) return undefined;
  if (!type.startsWith('RSA')) return Gap.of('unsupported');
  return typeof n === 'string' ? bitsOf(Buffer.from(n, 'base64url')) : Gap.of('error');
}

function bitsOf(modulus: Buffer): unknown {
  const first = modulus.findIndex((byte) => byte !== 0);
  return first < 0 ? Gap.of('error') : (modulus.length - first) * 8 - Math.clz32(modulus[first] as number) + 24;
}

/** From either plane's rotation policy; the control plane leaves an empty one out. */
export function rotationFacts(policy: unknown): Record<string, unknown> {
  return settle(key.rotation.fields, { rotationPolicy: isRecord(policy) ? rotationPolicy(policy) : policy });
}

const rotationPolicy = (policy: RawFacts): RawFacts => ({
  expiryTime: within(policy, 'attributes', 'expiryTime'),
  lifetimeActions: each(listOrEmpty(policy.lifetimeActions), (planned) => ({
    action: within(planned, 'action', 'type'),
    timeAfterCreate: within(planned, 'trigger', 'timeAfterCreate'),
    timeBeforeExpiry: within(planned, 'trigger', 'timeBeforeExpiry'),
  })),
});

/** From the data plane's certificate policy. It may be missing, and so may every part of it. */
export const certificatePolicy = (policy: unknown): Record<string, unknown> =>
  settle(certificate.policy.fields, { policy: isRecord(policy) ? policyFacts(policy) : policy });

function policyFacts(policy: RawFacts): RawFacts {
  const x509 = policy.x509_props ?? {};
  return {
    issuerName: within(policy, 'issuer', 'name'),
    subject: within(policy, 'x509_props', 'subject'),
    dnsNames: isRecord(x509) ? listOrEmpty(within(x509, 'sans', 'dns_names')) : Gap.of('error'),
    validityMonths: within(policy, 'x509_props', 'validity_months'),
    keyType: within(policy, 'key_props', 'kty'),
    keySize: within(policy, 'key_props', 'key_size'),
    curve: within(policy, 'key_props', 'crv'),
    exportable: within(policy, 'key_props', 'exportable'),
    reuseKey: within(policy, 'key_props', 'reuse_key'),
    contentType: within(policy, 'secret_props', 'contentType'),
    lifetimeActions: each(listOrEmpty(policy.lifetime_actions), (planned) => ({
      action: within(planned, 'action', 'action_type'),
      daysBeforeExpiry: within(planned, 'trigger', 'days_before_expiry'),
      lifetimePercentage: within(planned, 'trigger', 'lifetime_percentage'),
    })),
  };
}

/** One version of any object, from either plane. */
export const versionFacts = (plane: ObjectPlane, raw: RawFacts): RawFacts => ({
  id: lastStep(plane === 'arm' ? raw.keyUriWithVersion : (raw.id ?? raw.kid)),
  ...attributesOf(plane, raw),
});
