/** Title, and the run record: when, by whom, of what, with which rules. Collecting and judging are told apart. */
import type { ReportHead, ReportRule, ReportRun } from '../../model/report.ts';
import type { SignIn } from '../../model/snapshot.ts';
import { few } from '../few.ts';
import { increase } from '../growing-map.ts';
import type { SubscriptionNames } from '../subscription-names.ts';
import { counted, utc } from '../text.ts';
import { PLANE_WORDS, PROOF_WORDS, REDACTED, REDACTION } from '../words.ts';
import { headline } from './result.ts';

/** Longer lists are cut; what was scanned has its own section. */
const NAMED = 2;

export const cover = (head: ReportHead, names: SubscriptionNames) => ({
  about: subject(head.run),
  inShort: headline(head.totals),
  estate: head.run.estate ?? null,
  redacted: head.run.redacted ? { head: REDACTED, about: REDACTION } : null,
  facts: [
    { name: 'When', lines: times(head.run) },
    { name: 'By whom', lines: [...identity(head.run), ...signIn(head.run.signIn), ...collector(head.run)] },
    { name: 'Of what', lines: scope(head, names) },
    { name: 'With which rules', lines: rules(head) },
  ],
});

const subject = ({ estate, tenantId }: ReportRun): string => estate ?? `Tenant ${tenantId ?? 'not told'}`;

const times = ({ id, startedAt, finishedAt, evaluatedAt }: ReportRun): string[] => [
  `collected ${utc(startedAt)}`,
  `to ${utc(finishedAt)}`,
  `judged as of ${utc(evaluatedAt)}`,
  `run ${id}`,
];

const IDENTITY_WORDS = { user: 'User', servicePrincipal: 'Service principal', managedIdentity: 'Managed identity' };

function identity({ identity: who }: ReportRun): string[] {
  if (!who) return ['not told'];
  return [
    who.type ? IDENTITY_WORDS[who.type] : 'An identity of unknown type',
    ...(who.objectId ? [`object ${who.objectId}`] : []),
    ...(who.appId ? [`app ${who.appId}`] : []),
  ];
}

function signIn(told: SignIn | undefined): string[] {
  if (!told) return [];
  const { auth, proof } = told;
  return [`signed in by --auth ${auth}${proof ? `, as ${PROOF_WORDS[proof]}` : ''}`];
}

const collector = ({ collector: tool }: ReportRun): string[] =>
  tool ? [`collected with ${tool.name} ${tool.version}`] : [];

function scope({ run, subscriptions }: ReportHead, names: SubscriptionNames): string[] {
  const { cloud, vaults, without = [] } = run.scope;
  const subscribed = (subscriptions ?? []).map(({ id }) => `subscription ${names.of(id)}`);
  const only = vaults.map((vault) => `only vault ${vault}`);
  return [
    ...(run.tenantId === undefined ? [] : [`tenant ${run.tenantId}`]),
    `cloud ${cloud}`,
    ...few(subscribed, NAMED),
    ...few(only, NAMED),
    ...without.map((plane) => `without ${PLANE_WORDS[plane]}`),
  ];
}

const rules = ({ tool, run, rules }: ReportHead): string[] => [
  `${counted(tool.ruleset.rules, 'rule')} of ${tool.name} ${tool.version}`,
  `sha256 ${tool.ruleset.sha256}`,
  ...settings(run),
  ...setters(rules),
];

/** A pseudonym is no sha256. */
function settings({ settings: told, redacted }: ReportRun): string[] {
  if (!told) return [];
  return [
    ...(told.profile === undefined ? [] : [`profile ${told.profile}`]),
    ...(told.only ? [`${counted(told.only.length, 'rule')} asked for one by one`] : []),
    `settings ${redacted ? '' : 'sha256 '}${told.sha256}`,
  ];
}

/** Who set the parameters in force: `104 parameters by default`, `1 parameter by config`. */
function setters(rules: readonly ReportRule[]): string[] {
  const setters = new Map<string, number>();
  for (const { params } of rules) for (const { from } of Object.values(params)) increase(setters, from);
  return [...setters].map(([from, number]) => `${counted(number, 'parameter')} by ${from}`);
}
