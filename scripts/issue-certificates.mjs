/**
 * Makes what is missing in `estate/public-parts.json`: the public part of each certificate in the demo estate. Keys are
 * thrown away as soon as they have signed.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { development } from './estate/development.mjs';
import { story } from './estate/orders.mjs';
import { production } from './estate/production.mjs';
import { FILE } from './estate/public-parts.mjs';
import { shared } from './estate/shared.mjs';
import { vaultContents } from './estate/vault.mjs';

// ---- DER

const tlv = (tag, ...contents) => {
  const content = Buffer.concat(contents.map((one) => Buffer.from(one)));
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
};

const lengthOf = (length) => {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
};

const sequence = (...parts) => tlv(0x30, ...parts);
const identifier = (hex) => tlv(0x06, Buffer.from(hex, 'hex'));

const SHA256_RSA = sequence(identifier('2a864886f70d01010b'), tlv(0x05));
const SHA256_ECDSA = sequence(identifier('2a8648ce3d040302'));
const ALTERNATIVE_NAMES = identifier('551d11');
const ATTRIBUTES = { CN: '550403', C: '550406', O: '55040a' };

/** `CN=…, O=…`, the most specific part first; what is written otherwise is a common name as a whole. */
function name(subject) {
  const text = /^(?:CN|O|C)=/.test(subject) ? subject : `CN=${subject}`;
  const pairs = text.split(/(?:^|, )(?=(?:CN|O|C)=)/).filter(Boolean);
  const levels = pairs.map((pair) => {
    const [, type, value] = /^(\w+)=([\s\S]*)$/.exec(pair);
    return tlv(0x31, sequence(identifier(ATTRIBUTES[type]), tlv(type === 'C' ? 0x13 : 0x0c, value)));
  });
  return sequence(...levels.toReversed());
}

function time(seconds) {
  const digits = new Date(seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  return digits < '2050' ? tlv(0x17, `${digits.slice(2)}Z`) : tlv(0x18, `${digits}Z`);
}

/** An item of a vault's `certificates.json`, signed by itself or with the signer's throwaway key. */
function issue({ item, policy }, key, signer) {
  const { nbf, created, exp } = item.attributes;
  const own = keyPair(policy.key_props);
  const algorithm = (signer.privateKey ?? own.privateKey).asymmetricKeyType === 'rsa' ? SHA256_RSA : SHA256_ECDSA;
  const names = (policy.x509_props.sans?.dns_names ?? []).map((one) => tlv(0x82, one));
  const extensions = sequence(sequence(ALTERNATIVE_NAMES, tlv(0x04, sequence(...names))));
  const signed = sequence(
    tlv(0xa0, tlv(0x02, [2])),
    tlv(0x02, [0x40], createHash('sha256').update(key).digest().subarray(0, 15)),
    algorithm,
    name(signer.name ?? item.subject),
    sequence(time(nbf ?? created), time(exp)),
    name(item.subject),
    own.publicKey.export({ type: 'spki', format: 'der' }),
    ...(names.length > 0 ? [tlv(0xa3, extensions)] : []),
  );
  const signature = sign('sha256', signed, signer.privateKey ?? own.privateKey);
  return sequence(signed, algorithm, tlv(0x03, [0], signature)).toString('base64');
}

const keyPair = ({ kty, key_size: modulusLength, crv: namedCurve }) =>
  kty.startsWith('RSA') ? generateKeyPairSync('rsa', { modulusLength }) : generateKeyPairSync('ec', { namedCurve });

// ---- who signs

const AUTHORITIES = {
  DigiCert: 'CN=DigiCert Demo OV TLS CA, O=DigiCert Inc, C=US',
  Unknown: 'CN=Havelmark Issuing CA 3, O=Havelmark Freight SE, C=DE',
};

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

function signerOf(vault, certificate, spec) {
  const { signer = AUTHORITIES[spec.issuer] } = story(vault, certificate, spec);
  return signer === undefined || signer === 'itself' ? {} : { name: signer, privateKey };
}

// ---- all of them

const issued = {};
let made = 0;
for (const [vault, spec] of Object.entries({ ...production, ...shared, ...development })) {
  const certificates = vaultContents(vault, spec)['certificates.json'];
  for (const certificate of certificates.filter(({ versions }) => versions.length > 0)) {
    const own = certificate.item.id.split('/').at(-1);
    const key = `${vault}/${own}`;
    issued[key] = certificate.cer ?? issue(certificate, key, signerOf(vault, own, spec.certificates[own]));
    if (!certificate.cer) made++;
  }
}
writeFileSync(FILE, `${JSON.stringify(issued, null, 1)}\n`);
process.stdout.write(`${made} of ${Object.keys(issued).length} made anew\n`);
