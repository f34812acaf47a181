/** What a vault tells of a certificate beyond its list and policy; facets of azure.certificate. */
import type { Facet } from '../../model/catalog.ts';
import { texts } from './field-words.ts';

export const issuerFacet = {
  planes: ['data'],
  source: 'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-issuers/get-certificate-issuers',
  fields: {
    issuerProvider: {
      type: 'enum',
      values: ['Self', 'Unknown', 'DigiCert', 'GlobalSign'],
      optional: true,
      about:
        'Who stands behind the issuer that its policy names: the vault itself, nobody that it knows, or an authority. ' +
        'Absent if the policy names none, or one that is not set up in the vault.',
    },
  },
} as const satisfies Facet;

export const operationFacet = {
  planes: ['data'],
  source:
    'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-operation/get-certificate-operation',
  fields: {
    operation: {
      type: 'object',
      optional: true,
      about: 'The last time that a version was ordered, as far as the vault remembers; absent if it does not.',
      fields: {
        status: {
          type: 'enum',
          values: ['inProgress', 'completed', 'cancelled', 'failed'],
          about: 'How far it came.',
        },
        statusDetails: { type: 'string', optional: true, about: 'The same in the words of the service.' },
        cancellationRequested: { type: 'bool', optional: true, about: 'Somebody wants it stopped.' },
        errorCode: { type: 'string', optional: true, about: 'Why it failed; absent if it did not.' },
        errorMessage: { type: 'string', optional: true, about: 'The same in the words of the authority.' },
      },
    },
  },
} as const satisfies Facet;

export const publicPartFacet = {
  planes: ['data'],
  source: 'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate',
  fields: {
    publicPart: {
      type: 'object',
      optional: true,
      about:
        'The certificate itself, as others see it (X.509); absent while none has been issued. The private part is ' +
        'never read, nor is the chain that may lie beside it in the secret.',
      fields: {
        keyType: {
          type: 'enum',
          values: ['RSA', 'EC', 'Ed25519', 'Ed448'],
          about: 'Kind of its public key; an object identifier if it is another.',
        },
        keySize: { type: 'int', optional: true, about: 'Bits of an RSA key; absent for others.' },
        curve: {
          type: 'enum',
          values: ['P-256', 'P-256K', 'P-384', 'P-521'],
          optional: true,
          about: 'Curve of an EC key, an object identifier if it is another; absent for others.',
        },
        signatureAlgorithm: {
          type: 'string',
          about: 'Object identifier of the algorithm that signed it: 1.2.840.113549.1.1.5 is RSA with SHA-1.',
        },
        subject: { type: 'string', about: 'Whom it names: `CN=www.example.com, O=Example`.' },
        issuer: { type: 'string', about: 'Who signed it, written the same way.' },
        subjectCommonName: {
          type: 'string',
          optional: true,
          about: 'Common name of its subject, the most specific of several.',
        },
        issuerCommonName: {
          type: 'string',
          optional: true,
          about: 'Common name of its issuer, the most specific of several.',
        },
        dnsNames: texts('Subject alternative DNS names.', 'A DNS name, with its wildcard if it has one.'),
        notBefore: { type: 'timestamp', about: 'From when on it is valid.' },
        notAfter: { type: 'timestamp', about: 'Until when it is valid.' },
        selfSigned: { type: 'bool', about: 'It was signed with its own key, under its own name.' },
        chain: {
          type: 'list',
          about: 'Certificates that came with it; the service sends none, so that it is empty.',
          of: {
            type: 'object',
            about: 'A certificate.',
            fields: {
              subjectCommonName: { type: 'string', optional: true, about: 'Common name of its subject.' },
              notAfter: { type: 'timestamp', about: 'Until when it is valid.' },
            },
          },
        },
      },
    },
  },
} as const satisfies Facet;
