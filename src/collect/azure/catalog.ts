/**
 * What vault-posture knows of Azure: kinds, facets, fields. Names are Azure's own, shortened where the kind says the
 * rest. Sources are the REST references the mappers were written from.
 */
import type { Catalog, Fields } from '../../model/catalog.ts';
import { issuerFacet, operationFacet, publicPartFacet } from './certificate-catalog.ts';
import { exposureFacet } from './exposure-catalog.ts';
import { deletedObject } from './deleted-catalog.ts';
import { texts } from './field-words.ts';
import { locksFacet } from './lock-catalog.ts';
import { auditTrail, use } from './log-catalog.ts';
import { perimeterFacet } from './perimeter-catalog.ts';
import { privateDnsFacet } from './private-dns-catalog.ts';
import { rotationDatesFacet } from './rotation-catalog.ts';
import { signInPolicy } from './sign-in-catalog.ts';
import { subnetsFacet } from './subnet-catalog.ts';

const ARM_VAULTS = 'https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/list-by-subscription';
const DATA_SECRETS = 'https://learn.microsoft.com/rest/api/keyvault/secrets/get-secrets/get-secrets';
const DATA_KEYS = 'https://learn.microsoft.com/rest/api/keyvault/keys/get-keys/get-keys';
const DATA_KEY = 'https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key';
const DATA_CERTIFICATES =
  'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificates/get-certificates';

const tags = {
  type: 'map',
  of: { type: 'string', about: 'Value of the tag.' },
  about: 'Tags; none is an empty map.',
} as const;
const permissions = (of: string) => texts(`What it may do with ${of}.`, 'A permission, lower case.');

/** Attributes that keys, secrets, certificates and each of their versions share. */
const attributes = {
  enabled: { type: 'bool', about: 'Whether the current version may be used.' },
  created: { type: 'timestamp', about: 'When the current version was made.' },
  updated: { type: 'timestamp', optional: true, about: 'When its attributes were last changed.' },
  expires: { type: 'timestamp', optional: true, about: 'When it expires; absent if never.' },
  notBefore: { type: 'timestamp', optional: true, about: 'When it becomes valid; absent if from the start.' },
} as const satisfies Fields;

const versions = {
  versions: {
    type: 'list',
    about: 'All versions that still exist, the newest first.',
    of: {
      type: 'object',
      about: 'One version.',
      fields: { id: { type: 'string', about: "The version's identifier." }, ...attributes },
    },
  },
} as const satisfies Fields;

export const azure = {
  'azure.tenant': {
    about: 'An Entra ID tenant.',
    facets: {
      directory: {
        planes: ['arm'],
        source: 'https://learn.microsoft.com/rest/api/resources/subscriptions/list',
        fields: { tenantId: { type: 'string', about: "The tenant's GUID." } },
      },
      ...signInPolicy,
    },
  },
  'azure.subscription': {
    about: 'A subscription that was in scope.',
    parent: 'azure.tenant',
    facets: {
      description: {
        planes: ['arm'],
        source: 'https://learn.microsoft.com/rest/api/resources/subscriptions/list',
        fields: {
          subscriptionId: { type: 'string', about: "The subscription's GUID." },
          displayName: { type: 'string', optional: true, about: 'Its name in the portal.' },
          state: {
            type: 'enum',
            values: ['Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted'],
            optional: true,
            about: 'Whether it is in use; a disabled one is read-only.',
          },
        },
      },
    },
  },
  'azure.vault': {
    about: 'A key vault.',
    parent: 'azure.subscription',
    facets: {
      settings: {
        planes: ['arm'],
        source: ARM_VAULTS,
        fields: {
          name: { type: 'string', about: "The vault's name." },
          location: { type: 'string', optional: true, about: 'The Azure region.' },
          resourceGroup: { type: 'string', about: 'The resource group, as in the id.' },
          tags,
          createdAt: { type: 'timestamp', optional: true, about: 'When the vault was made (systemData).' },
          vaultTenantId: {
            type: 'string',
            optional: true,
            about: 'The tenant that authenticates requests to the vault.',
          },
          sku: { type: 'enum', values: ['standard', 'premium'], optional: true, about: 'The pricing tier.' },
          vaultUri: { type: 'string', optional: true, about: 'Address of the data plane.' },
          softDelete: {
            type: 'bool',
            optional: true,
            about: 'Soft delete (enableSoftDelete); absent when the service does not state it.',
          },
          softDeleteRetentionDays: {
            type: 'int',
            optional: true,
            about: 'Days that deleted objects are kept (softDeleteRetentionInDays).',
          },
          purgeProtection: {
            type: 'bool',
            optional: true,
            about: 'Purge protection (enablePurgeProtection); the service never states false.',
          },
          rbacAuthorization: {
            type: 'bool',
            optional: true,
            about: 'Azure RBAC for the data plane (enableRbacAuthorization); absent or false means access policies.',
          },
          permissionModel: {
            type: 'enum',
            values: ['rbac', 'accessPolicy'],
            about: 'The permission model in force, from rbacAuthorization.',
          },
          createMode: {
            type: 'enum',
            values: ['default', 'recover'],
            optional: true,
            about: 'recover while a deleted vault is being brought back.',
          },
          provisioningState: {
            type: 'enum',
            values: ['Succeeded', 'RegisteringDns'],
            optional: true,
            about: 'Whether the vault is ready.',
          },
          enabledForDeployment: { type: 'bool', optional: true, about: 'Virtual machines may fetch certificates.' },
          enabledForDiskEncryption: {
            type: 'bool',
            optional: true,
            about: 'Disk Encryption may fetch secrets and unwrap keys.',
          },
          enabledForTemplateDeployment: { type: 'bool', optional: true, about: 'Resource Manager may fetch secrets.' },
          accessPolicies: {
            type: 'list',
            optional: true,
            about: 'Access policies; inert while RBAC is in force.',
            of: {
              type: 'object',
              about: 'What one principal may do.',
              fields: {
                principalId: { type: 'string', about: 'Object id of the user, group or service principal.' },
                applicationId: {
                  type: 'string',
                  optional: true,
                  about: 'The client that has to act for it (compound identity).',
                },
                policyTenantId: { type: 'string', optional: true, about: "The principal's tenant." },
                keys: permissions('keys'),
                secrets: permissions('secrets'),
                certificates: permissions('certificates'),
                storage: permissions('managed storage accounts'),
              },
            },
          },
        },
      },
      network: {
        planes: ['arm'],
        source: 'https://learn.microsoft.com/azure/key-vault/general/network-security',
        fields: {
          publicNetworkAccess: {
            type: 'enum',
            values: ['Enabled', 'Disabled', 'SecuredByPerimeter'],
            optional: true,
            about: 'Whether public networks may reach the vault at all; absent means Enabled.',
          },
          network: {
            type: 'object',
            optional: true,
            about: "The vault's firewall; absent if it was never set.",
            fields: {
              defaultAction: {
                type: 'enum',
                values: ['Allow', 'Deny'],
                optional: true,
                about: 'What happens to traffic no rule names; absent means Allow.',
              },
              bypass: {
                type: 'enum',
                values: ['AzureServices', 'None'],
                optional: true,
                about: 'Who passes the firewall regardless.',
              },
              ipRules: {
                type: 'list',
                about: 'Allowed public addresses and ranges.',
                of: {
                  type: 'object',
                  about: 'A range.',
                  fields: { value: { type: 'string', about: 'An address or CIDR range.' } },
                },
              },
              virtualNetworkRules: {
                type: 'list',
                about: 'Allowed subnets.',
                of: {
                  type: 'object',
                  about: 'A subnet.',
                  fields: {
                    subnetId: { type: 'string', about: 'ARM id of the subnet.' },
                    ignoreMissingServiceEndpoint: {
                      type: 'bool',
                      optional: true,
                      about: 'The rule was set without a service endpoint on the subnet.',
                    },
                  },
                },
              },
            },
          },
        },
      },
      privateEndpoints: {
        planes: ['arm'],
        source: ARM_VAULTS,
        fields: {
          privateEndpointConnections: {
            type: 'list',
            optional: true,
            about: 'Connections from private endpoints; absent or empty if there is none.',
            of: {
              type: 'object',
              about: 'A connection.',
              fields: {
                name: { type: 'string', optional: true, about: 'Name of the connection.' },
                privateEndpointId: { type: 'string', optional: true, about: 'ARM id of the private endpoint.' },
                status: {
                  type: 'enum',
                  values: ['Pending', 'Approved', 'Rejected', 'Disconnected'],
                  optional: true,
                  about: 'Whether the connection was let in.',
                },
                provisioningState: { type: 'string', optional: true, about: 'Progress of the last change to it.' },
                description: { type: 'string', optional: true, about: 'What the requester or approver wrote.' },
              },
            },
          },
        },
      },
      perimeter: perimeterFacet,
      privateDns: privateDnsFacet,
      subnets: subnetsFacet,
      exposure: exposureFacet,
      locks: locksFacet,
      ...auditTrail,
    },
  },
  'azure.secret': {
    about: 'A secret in a vault; never its value.',
    parent: 'azure.vault',
    facets: {
      attributes: {
        planes: ['data', 'arm'],
        source: DATA_SECRETS,
        fields: {
          name: { type: 'string', about: "The secret's name." },
          ...attributes,
          contentType: { type: 'string', optional: true, about: 'What its owner says it holds.' },
          tags,
          recoveryLevel: { type: 'string', optional: true, about: 'What can still be done after deletion.' },
          belongsToCertificate: { type: 'bool', about: 'It is the private part of a certificate of the same name.' },
        },
      },
      versions: {
        planes: ['data'],
        source: 'https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret-versions/get-secret-versions',
        fields: versions,
      },
      use: use(
        'When it was last read, in any version, by anybody but the scanner; absent if the logs know of no read.',
      ),
    },
  },
  'azure.key': {
    about: 'A key in a vault.',
    parent: 'azure.vault',
    facets: {
      attributes: {
        planes: ['data', 'arm'],
        source: DATA_KEYS,
        fields: {
          name: { type: 'string', about: "The key's name." },
          ...attributes,
          exportable: {
            type: 'bool',
            optional: true,
            about: 'Whether the private part may leave by secure key release.',
          },
          hsmPlatform: {
            type: 'int',
            about: 'What protects the key: 0 is software, 1 hardware of FIPS 140-2 level 2, 2 of FIPS 140-3 level 3.',
          },
          tags,
          recoveryLevel: { type: 'string', optional: true, about: 'What can still be done after deletion.' },
          belongsToCertificate: { type: 'bool', about: 'It is the key of a certificate of the same name.' },
        },
      },
      material: {
        planes: ['data', 'arm'],
        source: DATA_KEY,
        fields: {
          keyType: {
            type: 'enum',
            values: ['RSA', 'RSA-HSM', 'EC', 'EC-HSM', 'oct', 'oct-HSM'],
            about: 'Kind of key and where it is kept.',
          },
          keySize: { type: 'int', optional: true, about: 'Bits of an RSA or symmetric key; absent for EC.' },
          curve: {
            type: 'enum',
            values: ['P-256', 'P-256K', 'P-384', 'P-521'],
            optional: true,
            about: 'Curve of an EC key.',
          },
          keyOps: texts('What the key may be used for.', 'An operation, as in JSON Web Key.'),
          releasePolicy: {
            type: 'object',
            optional: true,
            about:
              'That there is a policy under which the key may be released, not what it says; absent if there is none.',
            fields: {
              contentType: { type: 'string', optional: true, about: 'Form and version of the policy.' },
              immutable: { type: 'bool', optional: true, about: 'Whether it can never be changed any more.' },
            },
          },
        },
      },
      rotation: {
        planes: ['data', 'arm'],
        source: 'https://learn.microsoft.com/rest/api/keyvault/keys/get-key-rotation-policy/get-key-rotation-policy',
        fields: {
          rotationPolicy: {
            type: 'object',
            optional: true,
            about: 'The rotation policy; absent if none was set.',
            fields: {
              expiryTime: { type: 'string', optional: true, about: 'Life of a new version, an ISO 8601 duration.' },
              lifetimeActions: {
                type: 'list',
                about: 'What happens when.',
                of: {
                  type: 'object',
                  about: 'An action.',
                  fields: {
                    action: { type: 'enum', values: ['Rotate', 'Notify'], about: 'What happens.' },
                    timeAfterCreate: {
                      type: 'string',
                      optional: true,
                      about: 'So long after a version was made, an ISO 8601 duration.',
                    },
                    timeBeforeExpiry: {
                      type: 'string',
                      optional: true,
                      about: 'So long before a version expires, an ISO 8601 duration.',
                    },
                  },
                },
              },
            },
          },
        },
      },
      rotationDates: rotationDatesFacet,
      versions: {
        planes: ['data', 'arm'],
        source: 'https://learn.microsoft.com/rest/api/keyvault/keys/get-key-versions/get-key-versions',
        fields: versions,
      },
      use: use('When it last signed, encrypted or the like, in any version; absent if the logs know of no use.'),
    },
  },
  'azure.certificate': {
    about: 'A certificate in a vault.',
    parent: 'azure.vault',
    facets: {
      attributes: {
        planes: ['data'],
        source: DATA_CERTIFICATES,
        fields: {
          name: { type: 'string', about: "The certificate's name." },
          ...attributes,
          thumbprint: { type: 'string', optional: true, about: 'SHA-1 of the certificate (x5t), as base64url.' },
          subject: { type: 'string', optional: true, about: 'Subject name, where the service tells it in lists.' },
          tags,
          recoveryLevel: { type: 'string', optional: true, about: 'What can still be done after deletion.' },
        },
      },
      policy: {
        planes: ['data'],
        source:
          'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-policy/get-certificate-policy',
        fields: {
          policy: {
            type: 'object',
            optional: true,
            about: 'How it is issued and renewed.',
            fields: {
              issuerName: {
                type: 'string',
                optional: true,
                about: 'Name of the issuer: Self, Unknown or one that is set up in the vault.',
              },
              subject: { type: 'string', optional: true, about: 'Subject name of new versions.' },
              dnsNames: texts('Subject alternative DNS names.', 'A DNS name.'),
              validityMonths: { type: 'int', optional: true, about: 'Life of a new version, in months.' },
              keyType: {
                type: 'enum',
                values: ['RSA', 'RSA-HSM', 'EC', 'EC-HSM'],
                optional: true,
                about: 'Kind of key of new versions.',
              },
              keySize: { type: 'int', optional: true, about: 'Bits of the key of new versions.' },
              curve: {
                type: 'enum',
                values: ['P-256', 'P-256K', 'P-384', 'P-521'],
                optional: true,
                about: 'Curve of the key of new versions.',
              },
              exportable: {
                type: 'bool',
                optional: true,
                about: 'Whether the private key may be fetched as a secret.',
              },
              reuseKey: { type: 'bool', optional: true, about: 'Whether renewal keeps the key.' },
              contentType: {
                type: 'string',
                optional: true,
                about: 'Form of the secret that carries the private key.',
              },
              lifetimeActions: {
                type: 'list',
                about: 'What happens before expiry.',
                of: {
                  type: 'object',
                  about: 'An action.',
                  fields: {
                    action: { type: 'enum', values: ['AutoRenew', 'EmailContacts'], about: 'What happens.' },
                    daysBeforeExpiry: { type: 'int', optional: true, about: 'So many days before expiry.' },
                    lifetimePercentage: {
                      type: 'int',
                      optional: true,
                      about: 'When so much of its life is over, in percent.',
                    },
                  },
                },
              },
            },
          },
        },
      },
      versions: {
        planes: ['data'],
        source:
          'https://learn.microsoft.com/rest/api/keyvault/certificates/get-certificate-versions/get-certificate-versions',
        fields: versions,
      },
      publicPart: publicPartFacet,
      issuer: issuerFacet,
      operation: operationFacet,
    },
  },
  'azure.deletedObject': deletedObject,
} as const satisfies Catalog;
