/** Who scanned what, when and with which rules: the strip at the top, and the page's title. */
import type { ReportHead, ReportRun } from '../../model/report.ts';
import type { ScanScope } from '../../model/snapshot.ts';
import { subscriptionName, type Tally } from '../tally.ts';
import { count, counted, utc } from '../text.ts';
import { PLANE_WORDS } from '../words.ts';

/** Longer lists of ids are cut here; the JSON report has them whole. */
const NAMED = 6;

export const cover = ({ run, tool }: ReportHead, tally: Tally) => ({
  tenant: tenant(run),
  facts: [
    { name: 'Tenant', lines: [tenant(run)] },
    { name: 'Scope', lines: scope(run.scope, tally) },
    { name: 'Judged as of', lines: [utc(run.evaluatedAt)] },
    { name: 'Collected', lines: [`${utc(run.startedAt)} to`, utc(run.finishedAt)] },
    { name: 'Scanned by', lines: identity(run) },
    { name: 'Tool', lines: [`${tool.name} ${tool.version}`] },
    { name: 'Ruleset', lines: [counted(tool.ruleset.rules, 'rule'), `sha256 ${tool.ruleset.sha256}`] },
    {
      name: 'Run',
      lines: [run.id, ...(run.estate ? [`Facts from the estate files “${run.estate}”, not from a cloud`] : [])],
    },
  ],
});

const tenant = ({ tenantId }: ReportRun): string => tenantId ?? 'not told';

const scope = ({ cloud, subscriptions, vaults, without }: ScanScope, tally: Tally): string[] => [
  `Cloud: ${cloud}`,
  ...listed(
    'Subscriptions',
    subscriptions.map((guid) => subscriptionName(guid, tally)),
  ),
  ...listed('Vaults', vaults),
  ...(without ? [`Not asked: ${without.map((plane) => PLANE_WORDS[plane]).join(', ')}`] : []),
];

function listed(name: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [`${name}: all that the identity can see`];
  const rest = ids.length - NAMED;
  return [`${name}:`, ...ids.slice(0, NAMED), ...(rest > 0 ? [`and ${count(rest)} more`] : [])];
}

const IDENTITY_WORDS = { user: 'User', servicePrincipal: 'Service principal', managedIdentity: 'Managed identity' };

function identity({ identity: who }: ReportRun): string[] {
  if (!who) return ['not told'];
  return [
    who.type ? IDENTITY_WORDS[who.type] : 'An identity of unknown type',
    ...(who.objectId ? [`object ${who.objectId}`] : []),
    ...(who.appId ? [`app ${who.appId}`] : []),
  ];
}
