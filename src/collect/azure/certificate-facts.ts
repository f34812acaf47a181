/** From a certificate in the data plane's bundle (`cer` of GET /certificates/{name}, DER as base64) to facts. */
import { type KeyObject, X509Certificate } from 'node:crypto';
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import { type RawFacts, settle, settleGap } from '../settle.ts';
import { publicPartFacet } from './certificate-catalog.ts';
import { signatureAlgorithm } from './der.ts';

type PublicPart = FactsOf<typeof publicPartFacet.fields>;

const { fields } = publicPartFacet;

/** A certificate that is still to be issued has no public part yet: nothing is known of it. */
export function publicPartFacts({ cer }: RawFacts): PublicPart {
  if (cer === undefined || cer === null) return settleGap(fields, Gap.of('notFound')) as PublicPart;
  const certificate = typeof cer === 'string' ? parsed(cer) : undefined;
  if (!certificate) return settleGap(fields, Gap.of('error')) as PublicPart;
  return settle(fields, { publicPart: publicPart(certificate) });
}

const BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/;

/** Undefined unless the text is one certificate and nothing else. */
function parsed(cer: string): X509Certificate | undefined {
  if (!BASE64.test(cer)) return undefined;
  const der = Buffer.from(cer, 'base64');
  const certificate = attempt(() => new X509Certificate(der));
  return certificate?.raw.equals(der) ? certificate : undefined;
}

/** OpenSSL throws at whatever it does not understand. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function publicPart(certificate: X509Certificate): RawFacts {
  const key = attempt(() => certificate.publicKey);
  return {
    ...(key ? keyFacts(key) : UNKNOWN_KEY),
    signatureAlgorithm: signatureAlgorithm(certificate.raw) ?? Gap.of('error'),
    ...commonNames(certificate),
    dnsNames: dnsNames(certificate.subjectAltName ?? ''),
    notBefore: moment(certificate.validFrom),
    notAfter: moment(certificate.validTo),
    selfSigned: isSelfSigned(certificate, key),
  };
}

// ---- the key

const UNKNOWN = Gap.of('unsupported');
const UNKNOWN_KEY: RawFacts = { keyType: UNKNOWN, keySize: UNKNOWN, curve: UNKNOWN };

/** Key types and curves that have no name in Key Vault keep OpenSSL's. */
function keyFacts({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): RawFacts {
  if (type === 'rsa' || type === 'rsa-pss') return { keyType: 'RSA', keySize: details?.modulusLength ?? UNKNOWN };
  if (type !== 'ec') return { keyType: type ?? UNKNOWN };
  const curve = details?.namedCurve;
  return { keyType: 'EC', curve: curve === undefined ? UNKNOWN : (CURVES[curve] ?? curve) };
}

const CURVES: Record<string, string> = {
  prime256v1: 'P-256',
  secp256k1: 'P-256K',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Its own name is no proof: a certification authority may sign another key under the name that it has itself. */
function isSelfSigned(certificate: X509Certificate, key: KeyObject | undefined): boolean | Gap {
  if (certificate.subject !== certificate.issuer) return false;
  return (key && attempt(() => certificate.verify(key))) ?? UNKNOWN;
}

// ---- names and dates

/** The older way of reading a certificate is the one that gives names as they are, without escapes. */
function commonNames(certificate: X509Certificate): RawFacts {
  const { subject, issuer } = certificate.toLegacyObject();
  return { subjectCommonName: commonName(subject), issuerCommonName: commonName(issuer) };
}

type Name = { readonly CN?: string | string[] } | undefined;

/** The last of several is the most specific. A name that OpenSSL could not read is not there at all. */
function commonName(name: Name): string | Gap | undefined {
  if (!name) return Gap.of('error');
  return typeof name.CN === 'string' ? name.CN : name.CN?.at(-1);
}

/** `DNS:a.example, IP Address:192.0.2.1, DNS:"b.example\u002c c"`: a name that could pass for two stands there as in JSON. */
const dnsNames = (alternativeNames: string): string[] =>
  alternativeNames.split(', ').flatMap((entry) => (entry.startsWith('DNS:') ? [unquoted(entry.slice(4))] : []));

const unquoted = (name: string): string => (name.startsWith('"') ? (JSON.parse(name) as string) : name);

/** `Jan  1 00:00:00 2030 GMT`; with fewer digits a year would be taken for one of another century. */
const moment = (text: string): number | Gap => (/ \d{4} GMT$/.test(text) ? Date.parse(text) : Gap.of('error'));
