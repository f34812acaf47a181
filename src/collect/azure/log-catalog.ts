/** What is known of a vault's audit log: where it goes, how far back it reaches, what it tells of objects. */
import type { Facet } from '../../model/catalog.ts';

const EVENTS = 'https://learn.microsoft.com/azure/azure-monitor/reference/tables/azkvauditlogs';

export const auditTrail = {
  diagnostics: {
    planes: ['arm'],
    source: 'https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/list',
    fields: {
      diagnosticSettings: {
        type: 'list',
        about: 'Diagnostic settings: what the vault sends where.',
        of: {
          type: 'object',
          about: 'A setting.',
          fields: {
            name: { type: 'string', optional: true, about: 'Name of the setting.' },
            workspaceId: { type: 'string', optional: true, about: 'ARM id of a Log Analytics workspace.' },
            storageAccountId: { type: 'string', optional: true, about: 'ARM id of a storage account.' },
            eventHubAuthorizationRuleId: {
              type: 'string',
              optional: true,
              about: 'ARM id of the rule by which events go to an event hub.',
            },
            eventHubName: {
              type: 'string',
              optional: true,
              about: 'Name of the event hub; the default one if absent.',
            },
            marketplacePartnerId: { type: 'string', optional: true, about: "ARM id of a partner's service." },
            logs: {
              type: 'list',
              about: 'What is sent; metrics left out.',
              of: {
                type: 'object',
                about: 'A category or a group of categories.',
                fields: {
                  category: {
                    type: 'enum',
                    values: ['AuditEvent', 'AzurePolicyEvaluationDetails'],
                    optional: true,
                    about: 'The category; absent where a group is meant.',
                  },
                  categoryGroup: {
                    type: 'enum',
                    values: ['audit', 'allLogs'],
                    optional: true,
                    about: 'The group; absent where a category is meant.',
                  },
                  enabled: { type: 'bool', about: 'Whether it is sent.' },
                },
              },
            },
          },
        },
      },
    },
  },
  logs: {
    planes: ['logs'],
    source: EVENTS,
    fields: {
      logsFrom: {
        type: 'timestamp',
        optional: true,
        about: 'The first event of the vault that a workspace still holds; absent if there is none.',
      },
      logsTo: { type: 'timestamp', optional: true, about: 'The last event of the vault; absent if there is none.' },
    },
  },
} as const satisfies { readonly [facet: string]: Facet };

export const use = <const A extends string>(about: A) =>
  ({
    planes: ['logs'],
    source: EVENTS,
    fields: { lastUsed: { type: 'timestamp', optional: true, about } },
  }) as const satisfies Facet;
