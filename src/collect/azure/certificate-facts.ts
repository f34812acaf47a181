/** From a certificate in the data plane's bundle (`cer` of GET /certificates/{name}, DER as base64) to facts. */
import { X509Certificate } from 'node:crypto';
import type { FactsOf } from '../../model/catalog.ts';
import { Gap } from '../../model/gap.ts';
import { type RawFacts, settle, settleGap } from '../settle.ts';
import { publicPartFacet } from './certificate-catalog.ts';
import { checkStructure, DerError, type Element, elementsIn, moment } from './der.ts';
import { algorithmIn, certificateIn, extensionIn, type X509Parts } from './x509.ts';
import { keyIn, type X509Key } from './x509-key.ts';
import { dnsNamesIn, nameIn, type X509Name } from './x509-name.ts';

type PublicPart = FactsOf<typeof publicPartFacet.fields>;

const { fields } = publicPartFacet;

/**
 * A certificate that is still to be issued has no public part, and no thumbprint either. What is behind the
 * certificate in `cer`, or beside it in `x5c`, is its chain; the service is not known to send one.
 */
export function publicPartFacts({ cer, x5c, x5t }: RawFacts): PublicPart {
  if (isNothing(cer) && isNothing(x5t)) return settle(fields, {});
  const certificates = attempt(() => certificatesIn(cer));
  if (certificates instanceof Gap) return settleGap(fields, certificates);
  const [own, ...behind] = certificates;
  const publicPart = attempt(() => ({ ...factsIn(own), chain: [...behind.map(linkIn), ...linksIn(x5c, cer)] }));
  return settle(fields, { publicPart });
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What cannot be read is a gap; what else goes wrong is a mistake of ours. */
function attempt<T>(read: () => T): T | Gap {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return Gap.of('error');
    throw error;
  }
}

const BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/;
/** Characters of base64. Certificates have a thousandth of that for each of their names. */
const LONGEST = 150_000;

/** At least one. */
function certificatesIn(text: unknown): [Element, ...Element[]] {
  if (typeof text !== 'string' || text.length > LONGEST || !BASE64.test(text)) throw new DerError('no base64');
  const [first, ...others] = elementsIn(Buffer.from(text, 'base64'));
  if (!first) throw new DerError('no bytes');
  for (const one of [first, ...others]) checkStructure(one);
  return [first, ...others];
}

function factsIn(element: Element): RawFacts {
  const parts = certificateIn(element);
  const subject = attempt(() => nameIn(parts.subject));
  const issuer = attempt(() => nameIn(parts.issuer));
  const key = attempt(() => keyIn(parts.publicKey));
  return {
    ...keyFacts(key),
    signatureAlgorithm: attempt(() => algorithmIn(parts)),
    subject: textOf(subject),
    issuer: textOf(issuer),
    subjectCommonName: commonNameOf(subject),
    issuerCommonName: commonNameOf(issuer),
    dnsNames: attempt(() => alternativeNames(parts)),
    notBefore: attempt(() => moment(parts.notBefore)),
    notAfter: attempt(() => moment(parts.notAfter)),
    selfSigned: isSelfSigned(element, parts, key),
  };
}

const UNKNOWN = Gap.of('unsupported');

function keyFacts(key: X509Key | Gap): RawFacts {
  if (key instanceof Gap) return { keyType: key, keySize: key, curve: key };
  const { keyType, keySize } = key;
  return { keyType, keySize, ...('curve' in key && { curve: key.curve ?? UNKNOWN }) };
}

const textOf = (name: X509Name | Gap): string | Gap => (name instanceof Gap ? name : name.text);

const commonNameOf = (name: X509Name | Gap): string | undefined | Gap => (name instanceof Gap ? name : name.commonName);

function alternativeNames(parts: X509Parts): string[] {
  const names = extensionIn(parts, '2.5.29.17');
  return names ? dnsNamesIn(names) : [];
}

// ---- who signed it

/** Its own name is no proof: a certification authority may sign another key under the name that it has itself. */
function isSelfSigned(element: Element, parts: X509Parts, key: X509Key | Gap): boolean | Gap {
  if (!Buffer.from(parts.subject.whole).equals(parts.issuer.whole)) return false;
  if (key instanceof Gap || !key.isUsable) return UNKNOWN;
  return isSignedByItself(element) || (mayBeForbidden(parts) ? UNKNOWN : false);
}

/** OpenSSL throws at whatever it does not understand. */
function isSignedByItself({ whole }: Element): boolean {
  try {
    const certificate = new X509Certificate(whole);
    return certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}

/** Of algorithms that the machine does not have, or that its policy forbids, a good signature looks like a bad one. */
function mayBeForbidden(parts: X509Parts): boolean {
  const algorithm = attempt(() => algorithmIn(parts));
  return algorithm instanceof Gap || !ALWAYS_KNOWN.test(algorithm);
}

/** RSA and ECDSA with SHA-2, RSA-PSS, Ed25519 and Ed448. */
const ALWAYS_KNOWN = /^(?:1\.2\.840\.113549\.1\.1\.1[0-3]|1\.2\.840\.10045\.4\.3\.[2-4]|1\.3\.101\.11[23])$/;

// ---- who vouches for the signer

function linksIn(x5c: unknown, own: unknown): (RawFacts | Gap)[] {
  if (isNothing(x5c)) return [];
  const texts: readonly unknown[] = Array.isArray(x5c) ? x5c : [x5c];
  return texts.filter((text) => text !== own).map((text) => attempt(() => linkIn(certificatesIn(text)[0])));
}

const linkIn = (element: Element): RawFacts | Gap =>
  attempt(() => {
    const parts = certificateIn(element);
    const subjectCommonName = commonNameOf(attempt(() => nameIn(parts.subject)));
    return { subjectCommonName, notAfter: attempt(() => moment(parts.notAfter)) };
  });
