/** What stands in the public part of a certificate's current version; a facet of azure.certificate. */
import type { Facet } from '../../model/catalog.ts';

export const publicPartFacet = {
  planes: ['data'],
  source: 'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate/get-certificate',
  fields: {
    publicPart: {
      type: 'object',
      about: 'The certificate itself, as others see it (X.509).',
      fields: {
        keyType: { type: 'enum', values: ['RSA', 'EC'], about: 'Kind of its public key.' },
        keySize: { type: 'int', optional: true, about: 'Bits of an RSA key; absent for others.' },
        curve: {
          type: 'enum',
          values: ['P-256', 'P-256K', 'P-384', 'P-521'],
          optional: true,
          about: 'Curve of an EC key; absent for others.',
        },
        signatureAlgorithm: {
          type: 'string',
          about: 'Object identifier of the algorithm that signed it: 1.2.840.113549.1.1.5 is RSA with SHA-1.',
        },
        subjectCommonName: {
          type: 'string',
          optional: true,
          about: 'Common name of its subject, the last of several.',
        },
        issuerCommonName: { type: 'string', optional: true, about: 'Common name of its issuer, the last of several.' },
        dnsNames: {
          type: 'list',
          of: { type: 'string', about: 'A DNS name, with its wildcard if it has one.' },
          about: 'Subject alternative DNS names.',
        },
        notBefore: { type: 'timestamp', about: 'From when on it is valid.' },
        notAfter: { type: 'timestamp', about: 'Until when it is valid.' },
        selfSigned: { type: 'bool', about: 'It was signed with its own key, under its own name.' },
      },
    },
  },
} as const satisfies Facet;
